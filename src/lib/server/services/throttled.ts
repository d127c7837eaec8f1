import { beginTry, forgetTries, tryFailed } from '../auth/throttle.ts';
import type { Context } from './context.ts';
import { TooManyTriesError } from './errors.ts';

/**
 * Checks a password if its account and address may try now. Throws TooManyTriesError when they must wait. A check that
 * could not be made counts against nobody.
 */
export async function throttled(
	ctx: Context,
	account: string,
	address: string,
	isRight: () => Promise<boolean>
): Promise<boolean> {
	const secondsLeft = beginTry(ctx.db, account, address, ctx.now());
	if (secondsLeft > 0) throw new TooManyTriesError(secondsLeft);
	let answer: boolean | null = null;
	try {
		return (answer = await isRight());
	} finally {
		if (answer === false) tryFailed(ctx.db, address, ctx.now());
		else forgetTries(ctx.db, account, address);
	}
}
