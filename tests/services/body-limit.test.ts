import { describe, expect, it } from 'vitest';
import { bodyLimit, LARGEST_LIST } from '../../src/lib/server/body-limit.ts';

const SPEND = '/(app)/plans/[plan]/spend';
const SOURCES = '/(app)/plans/[plan]/sources';
const MIB = 1024 * 1024;

describe('a request', () => {
	it.each([
		[SPEND, '?/ledger'],
		[SPEND, '?/factors'],
		[SOURCES, '?/file']
	])('with a list to %s%s may be long, as a form with a file alone', (route, action) => {
		expect(bodyLimit(route, action, true)).toBeGreaterThan(LARGEST_LIST);
		expect(bodyLimit(route, action, false)).toBeLessThanOrEqual(MIB);
	});
	it.each([
		[SPEND, '?/removeSet'],
		[SPEND, ''],
		[SOURCES, '?/fetch'],
		[`${SPEND}/[analysis]`, '?/save'],
		[null, '?/ledger']
	])('to %s%s may not, whatever it says it is', (route, action) => {
		expect(bodyLimit(route, action, true)).toBeLessThanOrEqual(MIB);
	});
});
