import { describe, expect, it } from 'vitest';
import { fieldChanges } from '../../src/lib/core/plan/changes.ts';

/** No difference is overlooked: what is written and what conflicts rests on it. */
describe('the changes between two versions of a part', () => {
	it('see every row, also where several have the same year', () => {
		const rows = (first: string, last: string) => [
			{ year: 2020, sector: 'waste', tonnes: first },
			{ year: 2020, sector: 'transport', tonnes: last }
		];
		expect(fieldChanges(rows('1', '2'), rows('777', '888'))).toEqual([
			{ field: '2020.tonnes', before: '1', after: '777' },
			{ field: '2020 (2).tonnes', before: '2', after: '888' }
		]);
	});

	it('tell none from unknown, and one entry from two', () => {
		expect(fieldChanges({ effects: null }, { effects: [] })).toEqual([
			{ field: 'effects', before: null, after: '[]' }
		]);
		expect(fieldChanges({ range: null }, { range: {} })).toHaveLength(1);
		expect(fieldChanges({ list: ['a; b'] }, { list: ['a', 'b'] })).toHaveLength(1);
	});

	it('say nothing of emptiness where the rows say it', () => {
		expect(fieldChanges({ effects: [] }, { effects: [{ kind: 'direct' }] })).toEqual([
			{ field: 'effects.1.kind', before: null, after: 'direct' }
		]);
		expect(fieldChanges({ shift: { A1: 1 } }, { shift: {} })).toEqual([
			{ field: 'shift.A1', before: '1', after: null }
		]);
	});
});
