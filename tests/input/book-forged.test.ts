import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/lib/core/plan/plan.ts';
import { Decimal } from '../../src/lib/core/decimal.ts';
import { cellChanges } from '../../src/lib/input/book/changes.ts';
import { bookEdits } from '../../src/lib/input/book/edits.ts';
import {
	bookCopyIn,
	TRACE_FORMAT,
	TRACE_SHEET,
	TRACE_VERSION
} from '../../src/lib/input/book/trace.ts';
import type { Cell, Tables } from '../../src/lib/input/sheets/cell.ts';
import { bookBytes } from '../../src/lib/server/files/book/write-book.ts';
import { readXlsx } from '../../src/lib/server/files/xlsx.ts';
import { examplePlan } from '../support/large-plan.ts';
import { bookOf, disagreeing } from '../support/recomputed-book.ts';

/** Workbooks that come back otherwise than they went out: by mistake, or forged. Nothing is lost in silence, and nothing takes long. */

type Row = readonly Cell[];

async function tablesOf(plan: Plan): Promise<Tables> {
	const portfolio = plan.portfolios[0]?.id ?? '';
	return await readXlsx(await bookBytes(await bookOf(plan, portfolio)), () => undefined);
}

function inSheet(tables: Tables, name: string, change: (rows: readonly Row[]) => Row[]): Tables {
	const sheets = tables.sheets.map((one) =>
		one.name === name ? { ...one, rows: change(one.rows) } : one
	);
	return { ...tables, sheets };
}

function typed(tables: Tables, sheet: string, key: string, column: number, value: Cell): Tables {
	return inSheet(tables, sheet, (rows) =>
		rows.map((row) =>
			row[0] === key
				? Array.from({ ...row, length: Math.max(row.length, column + 1) }, (cell, place) =>
						place === column ? value : (cell ?? null)
					)
				: row
		)
	);
}

function reading(plan: Plan, tables: Tables) {
	const copy = bookCopyIn(tables);
	const changes = copy ? cellChanges(plan, copy) : [];
	return {
		faults: copy?.faults.map(({ text }) => text.sv) ?? ['no book'],
		changes,
		told: changes.map(({ kind, field }) => [kind, field])
	};
}

function withCost(
	plan: Plan,
	change: (item: Record<string, unknown>) => Record<string, unknown>
): Plan {
	return {
		...plan,
		measures: plan.measures.map((measure) =>
			measure.id === 'A07'
				? {
						...measure,
						costs: measure.costs.map((item) => (item.id === 'c1' ? (change(item) as never) : item))
					}
				: measure
		)
	};
}

const plan = examplePlan();
const file = await tablesOf(plan);
const COSTS = 'Kostnadsposter';

describe('a workbook in which somebody', () => {
	it('took a row away, or put one right below the headings', () => {
		const without = inSheet(file, COSTS, (rows) => rows.filter(([key]) => key !== 'A07 c1'));
		expect(reading(plan, without).faults).toEqual([
			'raden med nyckeln A07 c1 finns inte i filen; inget ändras för den'
		]);
		const above = inSheet(file, COSTS, (rows) => [
			...rows.slice(0, 4),
			[null, 'A99', 'ny', 'c1'],
			...rows.slice(4)
		]);
		expect(reading(plan, above).faults[0]).toContain('raden är ny');
	});

	it('typed over a sum or a name, or wrote an eligible cost where there was none', () => {
		expect(reading(plan, typed(file, COSTS, 'A07 c1', 8, { n: 999 })).told).toEqual([
			['unread', 'amount']
		]);
		expect(reading(plan, typed(file, COSTS, 'A07 c1', 6, 'Staten')).told).toEqual([['unread', '']]);
		const eligible = reading(plan, typed(file, 'Finansieringsposter', 'F02 SEK', 8, { n: 5_000 }));
		expect(eligible.told).toEqual([['update', 'eligibleCost']]);
	});

	it('left empty, or unknown, what is neither', () => {
		const said = (sheet: string, key: string, column: number, value: Cell) =>
			reading(plan, typed(file, sheet, key, column, value)).told;
		expect(said(COSTS, 'A07 c5', 11, null)).toEqual([['refused', 'to']]);
		expect(said(COSTS, 'A07 c1', 14, 'saknas')).toEqual([['refused', 'years.2027']]);
		expect(said('Åtgärder', 'A07', 6, 'okänt')).toEqual([['refused', 'startYear']]);
		expect(said('Åtgärder', 'A07', 7, 'oklart')).toEqual([['update', 'lifetimeYears']]);
		expect(said(COSTS, 'A07 c5', 9, 'saknas')).toEqual([['update', 'amountPerYear']]);
	});

	it('changed a year of a cost whose amount is not the sum of its years', async () => {
		const odd: readonly Plan[] = [
			withCost(plan, (item) => ({ ...item, amount: new Decimal(1_000_000) })),
			withCost(plan, (item) => ({ ...item, amount: new Decimal(1_000_000), years: [] })),
			withCost(plan, (item) => ({ ...item, amount: null }))
		];
		for (const one of odd) {
			const book = typed(await tablesOf(one), COSTS, 'A07 c1', 14, { n: 5 });
			expect(reading(one, book).told).toEqual([['refused', 'years.2027']]);
		}
	});

	it('changed an effect that may have become another meanwhile', () => {
		const turned: Plan = {
			...plan,
			measures: plan.measures.map((measure) =>
				measure.id === 'A08'
					? { ...measure, effects: [...(measure.effects ?? [])].reverse() }
					: measure
			)
		};
		expect(plan.measures.find(({ id }) => id === 'A08')?.effects?.length).toBeGreaterThan(1);
		expect(reading(turned, typed(file, 'Effekter', 'A08 1', 8, { n: 2040 })).told).toEqual([
			['conflict', 'to']
		]);
		expect(reading(plan, typed(file, 'Effekter', 'A08 1', 8, { n: 2040 })).told).toEqual([
			['update', 'to']
		]);
	});

	it('has a plan with dots in its ids', async () => {
		const dotted: Plan = {
			...plan,
			measures: plan.measures.flatMap((measure) => {
				if (measure.id !== 'A07') return [measure];
				const [first, second] = measure.costs;
				if (!first || !second) throw new RangeError('the example has changed');
				return [
					{ ...measure, costs: [{ ...first, id: '1.c' }] },
					{ ...measure, id: 'A07.1', costs: [{ ...second, id: 'c' }] }
				];
			}),
			funding: [],
			applications: [],
			portfolios: [{ id: 'P', name: 'P', measures: ['A07', 'A07.1'], shift: {}, scale: {} }]
		};
		expect(disagreeing(await bookOf(dotted, 'P'))).toEqual([]);
		expect(reading(dotted, await tablesOf(dotted))).toMatchObject({ faults: [], changes: [] });
	});
});

describe('a forged workbook', () => {
	const forged = (rows: readonly Row[], own: Tables['sheets'] = []): Tables => ({
		sheets: [
			{
				name: TRACE_SHEET,
				rows: [[TRACE_FORMAT, { n: TRACE_VERSION }, '', '', 'sv', ''], ...rows]
			},
			...own
		],
		tooLarge: []
	});
	const row = (key: string, cells: unknown): Row => ['costs', COSTS, key, JSON.stringify(cells)];

	it('of any size is read in a moment', () => {
		const many = Array.from({ length: 19_000 }, (_, place) => place);
		const sheet = { name: COSTS, rows: many.map((place): Row => [`A07 c${place}`, { n: place }]) };
		const headings: Row = ['costs', COSTS, '', JSON.stringify([[1, 'Rubrik']])];
		const traced = many.map((place) => row(`A07 c${place}`, [[1, 'amount', '1']]));
		const years = row(
			'A07 c1',
			Array.from({ length: 50_000 }, (_, place) => [
				1 + (place % 190),
				`years.${String(place).padStart(4, '0')}`,
				'7'
			])
		);
		const tables = forged([headings, ...traced, years], [sheet]);
		const copy = bookCopyIn(tables);
		if (!copy) throw new RangeError('no copy');
		const changes = cellChanges(plan, copy);
		expect(
			bookEdits(
				plan,
				changes.filter(({ kind }) => kind === 'update')
			).length
		).toBeLessThan(2);
		// What looks at every row for every cell does not end while the test waits.
		expect(copy.cells.length).toBeGreaterThan(19_000);
	});

	it('says only what is understood', () => {
		const odd: readonly Row[] = [
			row('A07 c1', [
				[13, '__proto__', '1'],
				[14, 'id', 'c1'],
				[15, 'years.9999', ''],
				[16, 'years.2030', '1abc']
			]),
			row('A07 c2', [['x', 'amount', '1'], [999, 'from', '2'], null, 5]),
			row('A07 c3', 'text'),
			['costs', COSTS, 'A07 c4', '{not json'],
			['secrets', COSTS, 'A07 c4', '[]'],
			[null, null, null, null]
		];
		const sheet = {
			name: COSTS,
			rows: [['A07 c1', ...Array.from({ length: 20 }, () => ({ n: 1e308 }))]]
		};
		const { told } = reading(plan, forged(odd, [sheet]));
		expect(told).toEqual([
			['refused', '__proto__'],
			['refused', 'id'],
			['refused', 'years.9999'],
			['conflict', 'years.2030']
		]);
	});

	it('that is too large, or of another version, is told of as that', () => {
		expect(reading(plan, { sheets: [], tooLarge: [TRACE_SHEET] }).faults[0]).toContain('för stor');
		const other = forged([]);
		const sheets = other.sheets.map((one) => ({ ...one, rows: [[TRACE_FORMAT, { n: 99 }]] }));
		expect(reading(plan, { sheets, tooLarge: [] }).faults[0]).toContain('annan version');
	});
});
