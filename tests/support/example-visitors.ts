import { exampleUsers } from '../../src/lib/server/services/first-start.commands.ts';
import { signedIn, type Visitor } from './http.ts';

type Role = (typeof exampleUsers)[number]['role'];
export type ExampleVisitors = Readonly<Record<Role, Visitor>> & { readonly planId: string };

/** The example's users, each signed in, and the id of its plan. */
export async function exampleVisitors(url: string): Promise<ExampleVisitors> {
	const visitors = {} as Record<Role, Visitor>;
	for (const { email, role } of exampleUsers) visitors[role] = await signedIn(url, email);
	const plans = await (await visitors.reader.get('/plans')).text();
	return { ...visitors, planId: /\/plans\/([0-9a-f-]{36})/.exec(plans)?.[1] ?? '' };
}
