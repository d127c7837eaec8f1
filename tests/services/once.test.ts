import { describe, expect, it } from 'vitest';
import { BusyError, once } from '../../src/lib/server/work/once.ts';

/** Work in a thread that somebody waits for. */
const ENDLESS = 'tests/support/endless-thread.ts';
const MOMENT = 300;

describe('work that is waited for', { timeout: 60_000 }, () => {
	it('is ended when it takes too long, and makes room for the next', async () => {
		await expect(once('a', ENDLESS, {}, MOMENT)).rejects.toThrow('longer than');
		await expect(once('a', 'tests/support/no-such-thread.ts', {}, 20_000)).rejects.toThrow();
		await expect(once('a', ENDLESS, {}, MOMENT)).rejects.toThrow('longer than');
	});

	it('is done one after the other for each, and refused to who asks for too much', async () => {
		const four = Array.from({ length: 4 }, () => once('b', ENDLESS, {}, MOMENT));
		await expect(once('b', ENDLESS, {}, MOMENT)).rejects.toThrow(BusyError);
		const other = once('c', ENDLESS, {}, MOMENT);
		const ends = await Promise.allSettled([...four, other]);
		expect(ends.map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
		await expect(once('b', ENDLESS, {}, MOMENT)).rejects.toThrow('longer than');
	});
});
