import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	LedgerRows,
	type Ledger,
	type LedgerChoices
} from '../../src/lib/input/spend/ledger-rows.ts';
import { factorProposals } from '../../src/lib/input/spend/matching.ts';
import { ListRefusal } from '../../src/lib/input/spend/table-head.ts';
import { Decimal } from '../../src/lib/core/decimal.ts';
import { eachRow } from '../../src/lib/server/files/long-list.ts';
import { workbook } from '../support/workbook.ts';

const LIMITS = { rows: 500_000, columns: 100, cells: 12_000_000 };
const choices: LedgerChoices = { by: 'category', unit: 'kr', columns: {} };

async function read(bytes: Buffer, own: Partial<LedgerChoices> = {}): Promise<Ledger> {
	const list = new LedgerRows({ ...choices, ...own });
	await eachRow(bytes, LIMITS, list, () => undefined);
	return list.ledger();
}
const text = (rows: readonly string[]) => Buffer.from(rows.join('\r\n'));
const sums = ({ categories }: Ledger) =>
	new Map(categories.map(({ key, ore }): [string, number] => [key, ore]));

/** An amount in the forms that ledgers have it in. */
const forms: readonly ((ore: number) => string)[] = [
	(ore) => (ore / 100).toFixed(2).replace('.', ','),
	(ore) => (ore / 100).toFixed(2).replace('.', ',').replace('-', '−'),
	(ore) => `${grouped(ore, ' ')} kr`,
	(ore) => grouped(ore, '\u00a0'),
	(ore) => (ore < 0 ? `(${grouped(-ore, ' ')})` : grouped(ore, ' '))
];
function grouped(ore: number, space: string): string {
	const [kr = '', part = ''] = (Math.abs(ore) / 100).toFixed(2).split('.');
	return `${ore < 0 ? '-' : ''}${kr.replace(/(\d)(?=(\d{3})+$)/g, `$1${space}`)},${part}`;
}

const rows = fc.array(
	fc.record({
		category: fc.constantFrom('4010', '5010', 'Resor', '', '__proto__', 'constructor', 'a.b"c'),
		ore: fc.integer({ min: -90_000_000, max: 900_000_000 }),
		form: fc.nat({ max: forms.length - 1 })
	}),
	{ minLength: 1, maxLength: 40 }
);
const quoted = (cell: string) => `"${cell.replace(/"/g, '""')}"`;

describe('a ledger of any rows', () => {
	it('comes to the same sums from text and workbook as by hand', async () => {
		await fc.assert(
			fc.asyncProperty(rows, async (all) => {
				const expected = new Map<string, number>();
				for (const { category, ore } of all)
					expected.set(category, (expected.get(category) ?? 0) + ore);
				const ledger = await read(
					text([
						'Konto;Belopp',
						...all.map(({ category, ore, form }) =>
							[category, forms[form]?.(ore) ?? ''].map(quoted).join(';')
						)
					])
				);
				expect(sums(ledger)).toEqual(expected);
				expect(ledger.rows).toBe(all.length);
				const book = workbook([
					{
						name: 'x',
						rows: [['Konto', 'Belopp'], ...all.map(({ category, ore }) => [category, ore / 100])]
					}
				]);
				expect(sums(await read(book))).toEqual(expected);
			}),
			{ numRuns: 60 }
		);
	});
	it('says which rows it could not read, and leaves sums out by their names', async () => {
		const ledger = await read(
			text([
				'Kategori;Belopp',
				'A;100',
				'A;1,234',
				'B;okänt',
				'B;',
				'Summa A;100',
				'Totalt;100',
				'A Summa;100',
				'S:a;100',
				'Total Sverige AB;7',
				'Summering av ljud;5'
			])
		);
		expect(ledger.leftOut).toEqual({
			sums: [
				{ row: 6, name: 'Summa A', ore: 10_000 },
				{ row: 7, name: 'Totalt', ore: 10_000 },
				{ row: 8, name: 'A Summa', ore: 10_000 },
				{ row: 9, name: 'S:a', ore: 10_000 }
			],
			sumCount: 4,
			empty: 1,
			unreadable: 2,
			unreadableRows: [3, 4],
			sheets: []
		});
		expect(sums(ledger)).toEqual(
			new Map([
				['A', 10_000],
				['Total Sverige AB', 700],
				['Summering av ljud', 500]
			])
		);
	});
	it('has no more categories than can be looked at', async () => {
		const many = Array.from({ length: 5_001 }, (_, n) => `K${n};1`);
		await expect(read(text(['Kategori;Belopp', ...many]))).rejects.toBeInstanceOf(ListRefusal);
	});
});

describe('the factor of a category', () => {
	const factor = (code: string, name = '') => ({
		code,
		name,
		kgPerKrona: new Decimal(1),
		uncertainty: ''
	});
	const propose = factorProposals([
		factor('45000000', 'Anläggningsarbete'),
		factor('45200000', 'Byggnadsarbete'),
		factor('5', 'Femman'),
		factor('', 'IT-tjänster'),
		factor('1.11', 'Mål'),
		factor('11.1', 'Mal'),
		factor('55', 'Dubbel'),
		factor('56', 'dubbel')
	]);
	it.each([
		['45200000', '', '45200000'],
		['45210000', '', '45200000'],
		['45910000', '', '45000000'],
		['4521', '', undefined],
		['it tjänster', '', ''],
		['9', 'IT-tjänster', ''],
		['51', '', undefined],
		['', '', undefined],
		['okänd', '', undefined],
		['45SevenOffice AB', '', undefined],
		['556012-5790', '', undefined],
		['1.11', '', '1.11'],
		['mål', '', '1.11'],
		['9', 'Dubbel', undefined]
	])('of %j %j is that of %j', (key, name, code) => {
		expect(propose({ key, name })?.code).toBe(code);
	});
});
