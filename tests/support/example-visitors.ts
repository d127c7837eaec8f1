import { exampleUsers } from '../../src/lib/server/services/first-start.commands.ts';
import { signedIn, type Visitor } from './http.ts';

type Role = (typeof exampleUsers)[number]['role'];
export type ExampleVisitors = Readonly<Record<Role, Visitor>> & { readonly planId: string };

/** The example's users, each signed in, and the id of its plan. */
export async function exampleVisitors(url: string): Promise<ExampleVisitors> {
	const visitors = {} as Record<Role, Visitor>;
	for (const { email, role } of exampleUsers) visitors[role] = await signedIn(url, email);
	const plans = await (await visitors.reader.get('/plans')).text();
	// Other tests may have added plans of their own, which stand above it in the list.
	const [, planId = ''] = /\/plans\/([0-9a-f-]{36})"[^>]*>Klimatinvesteringsplan/.exec(plans) ?? [];
	return { ...visitors, planId };
}
