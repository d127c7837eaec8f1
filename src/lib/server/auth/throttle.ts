import { isIPv6 } from 'node:net';
import { inTransaction, type Db } from '../db/open.ts';
import * as failures from '../store/sign-in-failures.ts';
import { secretHash } from './secrets.ts';

const MINUTE = 60_000;
const WINDOW = 15 * MINUTE;
const LONGEST_WAIT_MINUTES = 15;

/**
 * How many wrong passwords in fifteen minutes go through: five for an account from one address; more for an address as a
 * whole, which may be a town hall. Nothing is counted for an account from everywhere, since an outsider could then keep
 * its owner out.
 */
const LIMITS = { pair: 5, address: 20, links: 100 } as const;

type Counter = { readonly key: string; readonly limit: number };

/** Counters are hashed, so that the table names nobody. */
function pairOf(account: string, address: string): Counter {
	return { key: secretHash(`pair ${account} ${network(address)}`), limit: LIMITS.pair };
}

function addressOf(address: string): Counter {
	return { key: secretHash(`address ${network(address)}`), limit: LIMITS.address };
}

/** Whoever has one IPv6 address has the 2^64 of its network. */
function network(address: string): string {
	if (!isIPv6(address) || address.includes('.')) return address;
	const [head = '', tail] = address.split('::');
	const groups = head.split(':').filter(Boolean);
	const after = tail?.split(':').filter(Boolean) ?? [];
	const zeros = new Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0');
	const whole = tail === undefined ? groups : [...groups, ...zeros, ...after];
	return whole.slice(0, 4).join(':').toLowerCase();
}

/**
 * Begins a try. Returns the seconds to wait when it must not be made, else 0. The account's counter goes up before the
 * password is checked, so that many tries at once cannot slip past. Waits grow 1, 2, 4, 8, 15 minutes and always end.
 */
export function beginTry(db: Db, account: string, address: string, now: number): number {
	return inTransaction(db, () => {
		const counters = [pairOf(account, address), addressOf(address)];
		const blockedUntil = Math.max(
			...counters.map(({ key }) => failures.read(db, key)?.blockedUntil ?? 0)
		);
		if (blockedUntil > now) return Math.ceil((blockedUntil - now) / 1000);
		countUp(db, pairOf(account, address), now);
		return 0;
	});
}

/** A wrong password: counts against the address too. */
export function tryFailed(db: Db, address: string, now: number): void {
	inTransaction(db, () => countUp(db, addressOf(address), now));
}

/** A right password, or a try that came to nothing: the account starts afresh from this address. */
export function forgetTries(db: Db, account: string, address: string): void {
	failures.remove(db, pairOf(account, address).key);
}

function countUp(db: Db, { key, limit }: Counter, now: number): void {
	const row = failures.read(db, key);
	const isOld = !row || now - Math.max(row.windowStartedAt, row.blockedUntil) > WINDOW;
	const count = isOld ? 1 : row.failures + 1;
	const wait = count < limit ? 0 : Math.min(LONGEST_WAIT_MINUTES, 2 ** (count - limit)) * MINUTE;
	failures.write(db, {
		keyHash: key,
		failures: count,
		windowStartedAt: isOld ? now : row.windowStartedAt,
		blockedUntil: wait > 0 ? now + wait : 0
	});
}

/** An address tried a link that does not hold. Returns the seconds until it is told so again; links that hold are never kept from it. */
export function linkMissed(db: Db, address: string, now: number): number {
	const key = secretHash(`links ${network(address)}`);
	const blockedUntil = failures.read(db, key)?.blockedUntil ?? 0;
	if (blockedUntil > now) return Math.ceil((blockedUntil - now) / 1000);
	inTransaction(db, () => countUp(db, { key, limit: LIMITS.links }, now));
	return 0;
}

export function sweep(db: Db, now: number): void {
	failures.removeOlderThan(db, now - 24 * 60 * MINUTE);
}
