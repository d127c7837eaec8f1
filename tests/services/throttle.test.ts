import { describe, expect, it } from 'vitest';
import { beginTry, forgetTries, tryFailed } from '../../src/lib/server/auth/throttle.ts';
import { newInstallation } from '../support/installation.ts';

const MINUTE = 60_000;

describe('the throttle', () => {
	it('waits 1, 2, 4, 8 and then always 15 minutes, never for ever', () => {
		const db = newInstallation();
		let now = 1_000_000;
		for (let n = 0; n < 5; n++) expect(beginTry(db, 'a', 'x', now)).toBe(0);
		const waits = [1, 2, 4, 8, 15, 15].map(() => {
			const seconds = beginTry(db, 'a', 'x', now);
			now += seconds * 1000;
			expect(beginTry(db, 'a', 'x', now)).toBe(0);
			return seconds / 60;
		});
		expect(waits).toEqual([1, 2, 4, 8, 15, 15]);
	});

	it('forgets after a quarter of an hour', () => {
		const db = newInstallation();
		for (let n = 0; n < 4; n++) beginTry(db, 'a', 'x', 1_000_000);
		const later = 1_000_000 + 16 * MINUTE;
		for (let n = 0; n < 5; n++) expect(beginTry(db, 'a', 'x', later)).toBe(0);
		expect(beginTry(db, 'a', 'x', later)).toBeGreaterThan(0);
	});

	it('counts right passwords against nobody, however many come at once', () => {
		const db = newInstallation();
		const users = Array.from({ length: 200 }, (_, n) => `user${n}`);
		for (const user of users) expect(beginTry(db, user, 'town hall', 1_000_000)).toBe(0);
		for (const user of users) forgetTries(db, user, 'town hall');
		expect(beginTry(db, 'one more', 'town hall', 1_000_000)).toBe(0);
	});

	it('slows an address that tries many accounts', () => {
		const db = newInstallation();
		const waits = Array.from({ length: 21 }, (_, n) => {
			const wait = beginTry(db, `user${n}`, 'x', 1_000_000);
			tryFailed(db, 'x', 1_000_000);
			return wait;
		});
		expect(waits.slice(0, 20).every((wait) => wait === 0)).toBe(true);
		expect(waits[20]).toBeGreaterThan(0);
	});

	it('lets no outsider keep an owner out, from however many addresses', () => {
		const db = newInstallation();
		for (let n = 0; n < 500; n++) {
			beginTry(db, 'eva', `10.0.${n >> 8}.${n & 255}`, 1_000_000);
			tryFailed(db, `10.0.${n >> 8}.${n & 255}`, 1_000_000);
		}
		expect(beginTry(db, 'eva', '192.168.1.1', 1_000_000)).toBe(0);
	});

	it('takes the addresses of one IPv6 network for one', () => {
		const db = newInstallation();
		for (let n = 0; n < 5; n++) beginTry(db, 'eva', `2001:db8:1:2::${n}`, 1_000_000);
		expect(beginTry(db, 'eva', '2001:db8:1:2:ffff::9', 1_000_000)).toBeGreaterThan(0);
		expect(beginTry(db, 'eva', '2001:db8:1:3::1', 1_000_000)).toBe(0);
	});

	it('names nobody in the database', () => {
		const db = newInstallation();
		beginTry(db, 'eva@alvesta.example', '1.2.3.4', 1);
		const rows = JSON.stringify(db.$client.prepare('select * from sign_in_failure').all());
		expect(rows).not.toContain('alvesta');
		expect(rows).not.toContain('1.2.3.4');
	});
});
