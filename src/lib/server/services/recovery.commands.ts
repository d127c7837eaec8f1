import { inTransaction } from '../db/open.ts';
import * as users from '../store/users.ts';
import { record, type Context } from './context.ts';
import { linkHandle, makeLink } from './links.ts';

/** For whoever runs the server: a link that sets a new password for an account, which is let in again; null without one. */
export function recoverAccount(ctx: Context, email: string): string | null {
	const user = users.readByEmail(ctx.db, email);
	if (!user) return null;
	return inTransaction(ctx.db, () => {
		users.setActive(ctx.db, user.id, true);
		record(ctx, {
			action: 'account.recover',
			entity: 'user',
			entityId: user.id,
			organisationId: users.roleOf(ctx.db, user.id)?.organisationId ?? null
		});
		return makeLink(ctx, { kind: 'password-reset', userId: user.id });
	});
}

/** A link by which a new system operator comes in; null when the address already has an account. */
export function makeOperator(ctx: Context, email: string): string | null {
	if (!users.isEmail(email) || users.readByEmail(ctx.db, email)) return null;
	return inTransaction(ctx.db, () => {
		const path = makeLink(ctx, { kind: 'operator', email: users.emailKey(email) });
		record(ctx, { action: 'operator.invite', entity: 'link', entityId: linkHandle(path) });
		return path;
	});
}
