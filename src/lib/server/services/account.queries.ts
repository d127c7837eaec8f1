import { secretHash } from '../auth/secrets.ts';
import * as sessions from '../store/sessions.ts';
import { signedIn, type Context } from './context.ts';

/** One's own account and where one is signed in; the handle of a session is the hash of its id, which opens nothing. */
export function accountPage(ctx: Context, cookieValue: string) {
	const actor = signedIn(ctx);
	const current = secretHash(cookieValue);
	return {
		name: actor.name,
		email: actor.email,
		sessions: sessions.listOfUser(ctx.db, actor.userId).map((session) => ({
			handle: session.idHash,
			startedAt: session.createdAt,
			expiresAt: session.expiresAt,
			isCurrent: session.idHash === current
		}))
	};
}
