import { isPasswordOf } from '../auth/passwords.ts';
import type { Sessions } from '../auth/sessions.ts';
import { inTransaction } from '../db/open.ts';
import * as users from '../store/users.ts';
import { record, type Context } from './context.ts';
import { InvalidInputError } from './errors.ts';
import { throttled } from './throttled.ts';

export type Credentials = { readonly email: string; readonly password: string };

/** A try to sign in: from which address, and the cookie the browser still had. */
export type Caller = { readonly address: string; readonly oldCookie: string | null };

/**
 * Signs a user in and returns the new session's cookie. Wrong password, unknown and inactive user answer alike and take
 * as long. Throws TooManyTriesError, or InvalidInputError on `password`.
 */
export async function signIn(
	ctx: Context,
	sessions: Sessions,
	{ email, password }: Credentials,
	caller: Caller
) {
	const account = users.emailKey(email);
	const user = users.readByEmail(ctx.db, account);
	const isRight = await throttled(ctx, account, caller.address, () =>
		isPasswordOf(user?.passwordHash ?? null, password)
	);
	if (!user?.isActive || !isRight)
		throw new InvalidInputError({
			password: {
				sv: 'E-postadressen eller lösenordet stämmer inte. Försök igen, eller be kommunens administratör om en ny länk.',
				en: 'The e-mail address or the password is wrong. Try again, or ask your administrator for a new link.'
			}
		});
	if (caller.oldCookie) await sessions.end(caller.oldCookie);
	const role = users.roleOf(ctx.db, user.id);
	const cookie = await sessions.start(user.id, user.isOperator || role?.role === 'admin');
	inTransaction(ctx.db, () => {
		users.touchSignIn(ctx.db, user.id, ctx.now());
		record(ctx, {
			action: 'sign-in',
			entity: 'user',
			entityId: user.id,
			organisationId: role?.organisationId ?? null
		});
	});
	return cookie;
}

export async function signOut(ctx: Context, sessions: Sessions, cookieValue: string) {
	const { actor } = ctx;
	if (actor)
		inTransaction(ctx.db, () =>
			record(ctx, { action: 'sign-out', entity: 'user', entityId: actor.userId })
		);
	return await sessions.end(cookieValue);
}
