import { passwordHash } from '../auth/passwords.ts';
import { inTransaction } from '../db/open.ts';
import type { roles } from '../db/roles.ts';
import * as links from '../store/one-time-links.ts';
import * as organisations from '../store/organisations.ts';
import * as documents from '../store/plan-documents.ts';
import * as users from '../store/users.ts';
import { record, type Context } from './context.ts';
import { makeLink } from './links.ts';
import { checkedPlan } from './plans.commands.ts';

/** The sign-ins of the example, one for each role and the system operator; printed in the README. */
export const EXAMPLE_PASSWORD = 'exempel-lila-cykel-2030';
export const exampleUsers = [
	{ email: 'lasare@alvesta.example', name: 'Lena Läsare', role: 'reader' },
	{ email: 'redaktor@alvesta.example', name: 'Rashid Redaktör', role: 'editor' },
	{ email: 'ekonom@alvesta.example', name: 'Eva Ekonom', role: 'finance' },
	{ email: 'admin@alvesta.example', name: 'Amir Administratör', role: 'admin' }
] as const satisfies readonly { email: string; name: string; role: (typeof roles)[number] }[];
export const exampleOperator = { email: 'drift@alvesta.example', name: 'Dag Drift' };

export function isEmpty(ctx: Context): boolean {
	return users.countAll(ctx.db) === 0;
}

/** Fills an empty installation with the Alvesta example and its sign-ins. */
export async function loadExample(ctx: Context, planFile: string): Promise<void> {
	const hash = await passwordHash(EXAMPLE_PASSWORD);
	inTransaction(ctx.db, () => {
		const organisationId = organisations.create(
			ctx.db,
			{ name: 'Alvesta (exempel)', municipalityCode: '0764' },
			ctx.now()
		);
		for (const { role, ...user } of exampleUsers) {
			const id = users.create(ctx.db, { ...user, passwordHash: hash }, ctx.now());
			users.join(ctx.db, organisationId, id, role);
		}
		users.create(ctx.db, { ...exampleOperator, passwordHash: hash, isOperator: true }, ctx.now());
		const plan = checkedPlan(ctx, organisationId, planFile);
		const planId = documents.create(ctx.db, organisationId, plan, ctx.now());
		record(ctx, { action: 'example.load', entity: 'plan', entityId: planId, organisationId });
	});
}

/** A new link by which the first administrator comes in; earlier unused ones stop working. Returns its path. */
export function firstAdministratorLink(ctx: Context): string {
	return inTransaction(ctx.db, () => {
		links.removeUnusedOfKind(ctx.db, 'first-administrator');
		record(ctx, { action: 'first-administrator.link', entity: 'installation', entityId: '-' });
		return makeLink(ctx, { kind: 'first-administrator' });
	});
}
