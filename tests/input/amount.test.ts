import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/lib/core/decimal.ts';
import { readAmount, readDecimal, typedNumber } from '../../src/lib/input/forms/amount.ts';

const kronor = (text: string) => {
	const read = readAmount(text);
	return read.kind === 'value' ? read.value.toString() : read.kind;
};

describe('an amount in Swedish spelling', () => {
	const spellings: readonly [typed: string, kronor: string][] = [
		['1 234,5', '1234.5'],
		['1\u00a0234,5', '1234.5'],
		['1\u202f234,5', '1234.5'],
		['1\u2009234,5', '1234.5'],
		['1.234,50', '1234.5'],
		['12 tkr', '12000'],
		['12kkr', '12000'],
		['3,5 Mkr', '3500000'],
		['3,5 mnkr', '3500000'],
		['1 234 mnkr', '1234000000'],
		['0,5 mdkr', '500000000'],
		['100 kr', '100'],
		['100:-', '100'],
		['12.345.678', '12345678'],
		['0,125 tkr', '125'],
		['1234567', '1234567'],
		['', 'empty'],
		['  ', 'empty']
	];
	for (const [typed, expected] of spellings)
		it(`reads "${typed}" as ${expected}`, () => expect(kronor(typed)).toBe(expected));

	for (const typed of ['1,234', '1.234', '1,234 mnkr', '1,234.50', '12,345,678.90'])
		it(`asks about "${typed}" and does not guess`, () => {
			const read = readAmount(typed);
			expect(read.kind).toBe('problem');
			if (read.kind === 'problem') expect(read.expected.sv).toMatch(/två saker|menar du/);
		});

	for (const typed of [
		'tolv',
		'1 23',
		'12 34 567',
		'−5',
		'(1 234)',
		'NaN',
		'1e5',
		'0,001',
		'2e12',
		'1,2,3',
		'kr',
		'--5',
		'1 000 000 000 001'
	])
		it(`refuses "${typed}"`, () => expect(kronor(typed)).toBe('problem'));
});

describe('a number', () => {
	it('may be negative, in every form of minus', () => {
		for (const typed of ['-5', '−5', '–5', '(5)', '- 5'])
			expect(readDecimal(typed)).toEqual({ kind: 'value', value: new Decimal(-5) });
	});

	it('is read back as what was shown', () => {
		fc.assert(
			fc.property(
				fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
				fc.integer({ min: 0, max: 6 }),
				(whole, places) => {
					const value = new Decimal(whole.toString()).div(new Decimal(10).pow(places));
					const read = readDecimal(typedNumber(value));
					expect(read.kind === 'value' && read.value.eq(value)).toBe(true);
				}
			),
			{ numRuns: 5000 }
		);
	});

	it('of kronor is read back as what was shown, with any unit and kind of space', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 10 ** 11 }),
				fc.constantFrom(['', 1], [' kr', 1], [' tkr', 1000], ['\u202fmnkr', 1_000_000]),
				fc.constantFrom(' ', '\u00a0', '\u202f', '\u2009'),
				(ore, [unit, size], space) => {
					const value = new Decimal(ore).div(100);
					const text = typedNumber(value.div(size)).replaceAll('\u00a0', space) + unit;
					const read = readAmount(text);
					expect(read.kind === 'value' && read.value.eq(value)).toBe(true);
				}
			),
			{ numRuns: 5000 }
		);
	});

	it('never makes the reader throw, whatever is typed', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
				expect(['value', 'empty', 'problem']).toContain(readAmount(text).kind);
			}),
			{ numRuns: 3000 }
		);
	});
});
