import { inTransaction, type Db } from '../db/open.ts';
import * as failures from '../store/sign-in-failures.ts';
import { secretHash } from './secrets.ts';

const MINUTE = 60_000;
const WINDOW = 15 * MINUTE;
const LONGEST_WAIT_MINUTES = 15;

/**
 * How many wrong passwords in fifteen minutes go through. Per account and address five; an address may stand for a whole
 * town hall, so it gets more; and an account as a whole slows only a guesser with many addresses.
 */
const LIMITS = { pair: 5, address: 20, account: 100 } as const;

/** Counters of one try; hashed, so that the table names nobody. */
function keys(email: string, address: string): { readonly key: string; readonly limit: number }[] {
	return [
		{ key: secretHash(`pair ${email} ${address}`), limit: LIMITS.pair },
		{ key: secretHash(`address ${address}`), limit: LIMITS.address },
		{ key: secretHash(`account ${email}`), limit: LIMITS.account }
	];
}

/**
 * Counts a try before its password is checked, so that many at once cannot slip past. Returns the seconds to wait when
 * the try must not be made, else 0. Waits grow 1, 2, 4, 8, 15 minutes and always end.
 */
export function countTry(db: Db, email: string, address: string, now: number): number {
	return inTransaction(db, () => {
		const counters = keys(email, address).map(({ key, limit }) => ({
			key,
			limit,
			row: failures.read(db, key)
		}));
		const blockedUntil = Math.max(...counters.map(({ row }) => row?.blockedUntil ?? 0));
		if (blockedUntil > now) return Math.ceil((blockedUntil - now) / 1000);
		for (const { key, limit, row } of counters) {
			const isOld = !row || now - Math.max(row.windowStartedAt, row.blockedUntil) > WINDOW;
			const count = isOld ? 1 : row.failures + 1;
			const wait =
				count < limit ? 0 : Math.min(LONGEST_WAIT_MINUTES, 2 ** (count - limit)) * MINUTE;
			failures.write(db, {
				keyHash: key,
				failures: count,
				windowStartedAt: isOld ? now : row.windowStartedAt,
				blockedUntil: wait > 0 ? now + wait : 0
			});
		}
		return 0;
	});
}

/** A right password: the account starts afresh from this address, and the try does not count against the others. */
export function forgetTry(db: Db, email: string, address: string): void {
	inTransaction(db, () => {
		const [pair, ...others] = keys(email, address);
		if (pair) failures.remove(db, pair.key);
		for (const { key, limit } of others) {
			const row = failures.read(db, key);
			if (!row) continue;
			const count = Math.max(0, row.failures - 1);
			const blockedUntil = count < limit ? 0 : row.blockedUntil;
			failures.write(db, { ...row, failures: count, blockedUntil });
		}
	});
}

export function sweep(db: Db, now: number): void {
	failures.removeOlderThan(db, now - 24 * 60 * MINUTE);
}
