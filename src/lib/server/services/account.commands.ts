import { isPasswordOf, passwordHash, passwordProblem } from '../auth/passwords.ts';
import type { Sessions } from '../auth/sessions.ts';
import { inTransaction } from '../db/open.ts';
import * as links from '../store/one-time-links.ts';
import * as reminders from '../store/reminders.ts';
import * as sessionStore from '../store/sessions.ts';
import * as users from '../store/users.ts';
import { record, signedIn, type Context } from './context.ts';
import { InvalidInputError, NotFoundError } from './errors.ts';
import { throttled } from './throttled.ts';

/** Changes one's own password. Every session ends, and a new one is returned as a cookie for this browser. */
export async function changePassword(
	ctx: Context,
	sessions: Sessions,
	{ current, next }: { readonly current: string; readonly next: string },
	address: string
) {
	const actor = signedIn(ctx);
	const user = users.readById(ctx.db, actor.userId);
	const isRight = await throttled(ctx, `password of ${actor.userId}`, address, () =>
		isPasswordOf(user?.passwordHash ?? null, current)
	);
	if (!isRight)
		throw new InvalidInputError({
			current: { sv: 'Nuvarande lösenord stämmer inte.', en: 'The current password is wrong.' }
		});
	const problem = passwordProblem(next, actor.email);
	if (problem) throw new InvalidInputError({ next: problem });
	const hash = await passwordHash(next);
	inTransaction(ctx.db, () => {
		users.setPassword(ctx.db, actor.userId, hash);
		reminders.endFeeds(ctx.db, actor.userId);
		sessionStore.removeAllOfUser(ctx.db, actor.userId);
		links.removeUnusedOfUser(ctx.db, actor.userId);
		record(ctx, { action: 'password.change', entity: 'user', entityId: actor.userId });
	});
	return await sessions.start(actor.userId, actor.isOperator || actor.role === 'admin');
}

/** Ends one of one's own sessions, by the handle that the account page shows. */
export function endSession(ctx: Context, handle: string): void {
	const actor = signedIn(ctx);
	inTransaction(ctx.db, () => {
		if (!sessionStore.removeOfUser(ctx.db, actor.userId, handle))
			throw new NotFoundError('no such session of this user');
		record(ctx, { action: 'session.end', entity: 'user', entityId: actor.userId });
	});
}
