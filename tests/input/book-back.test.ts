import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/lib/core/plan/plan.ts';
import { cellChanges } from '../../src/lib/input/book/changes.ts';
import { bookEdits } from '../../src/lib/input/book/edits.ts';
import { bookCopyIn, TRACE_SHEET } from '../../src/lib/input/book/trace.ts';
import { withEdits } from '../../src/lib/input/plan-file/edit-file.ts';
import { readPlanFile } from '../../src/lib/input/plan-file/read.ts';
import { planFileOf } from '../../src/lib/input/plan-file/write.ts';
import type { Cell, Tables } from '../../src/lib/input/sheets/cell.ts';
import { catalogue } from '../../src/lib/server/catalogue/catalogue.ts';
import { bookBytes } from '../../src/lib/server/files/book/write-book.ts';
import { readXlsx } from '../../src/lib/server/files/xlsx.ts';
import { examplePlan } from '../support/large-plan.ts';
import { arbitraryPlan } from '../support/plan-arbitrary.ts';
import { bookOf } from '../support/recomputed-book.ts';

/** A workbook that comes back: what was typed in it becomes changes, and nothing else does. */

async function tablesOf(plan: Plan, locale: 'sv' | 'en' = 'sv'): Promise<Tables> {
	const portfolio = plan.portfolios[0]?.id ?? '';
	return await readXlsx(await bookBytes(await bookOf(plan, portfolio, locale)), () => undefined);
}

/** The same tables with some cells typed over: by sheet, the key of the row, and the column from 0. */
function typed(tables: Tables, sheet: string, key: string, column: number, value: Cell): Tables {
	return {
		...tables,
		sheets: tables.sheets.map((one) =>
			one.name !== sheet
				? one
				: {
						...one,
						rows: one.rows.map((row) => {
							if (row[0] !== key) return row;
							const cells = [...row];
							while (cells.length <= column) cells.push(null);
							cells[column] = value;
							return cells;
						})
					}
		)
	};
}

function copyOf(tables: Tables) {
	const copy = bookCopyIn(tables);
	if (!copy) throw new Error('the file is no workbook of the program');
	return copy;
}

const changesIn = (plan: Plan, tables: Tables) => cellChanges(plan, copyOf(tables));

function edited(plan: Plan, tables: Tables): Plan {
	const edits = bookEdits(plan, changesIn(plan, tables));
	const result = readPlanFile(JSON.stringify(withEdits(planFileOf(plan), edits)), catalogue);
	if (result.kind === 'problems') throw new Error(JSON.stringify(result.problems));
	return result.plan;
}

const costOf = (plan: Plan, measure: string, item: string) =>
	plan.measures.find(({ id }) => id === measure)?.costs.find(({ id }) => id === item);
const lineOf = (plan: Plan, id: string) => plan.funding.find((line) => line.id === id);
/** The column of a year on a sheet of what was typed. */
const yearColumn = (tables: Tables, sheet: string, year: number) =>
	tables.sheets
		.find(({ name }) => name === sheet)
		?.rows[3]?.findIndex(
			(cell) => cell !== null && typeof cell === 'object' && 'n' in cell && cell.n === year
		) ?? -1;

const plan = examplePlan();
const file = await tablesOf(plan);

describe('a workbook that comes back', () => {
	it('changes nothing when nothing was typed, in the example and in random plans', async () => {
		expect(changesIn(plan, file)).toEqual([]);
		expect(copyOf(file).faults).toEqual([]);
		await fc.assert(
			fc.asyncProperty(
				arbitraryPlan,
				fc.constantFrom('sv' as const, 'en' as const),
				async (one, locale) => {
					const tables = await tablesOf(one, locale);
					expect(changesIn(one, tables)).toEqual([]);
					expect(copyOf(tables).faults).toEqual([]);
				}
			),
			{ numRuns: 25 }
		);
	});

	it('is no workbook of the program without its hidden sheet', () => {
		const sheets = file.sheets.filter(({ name }) => name !== TRACE_SHEET);
		expect(bookCopyIn({ ...file, sheets })).toBeNull();
	});

	it('reads a cost of a year, a new year, an emptied one and an amount in words', () => {
		const column = (year: number) => yearColumn(file, 'Kostnadsposter', year);
		let tables = typed(file, 'Kostnadsposter', 'A07 c1', column(2026), { n: 300_000.5 });
		tables = typed(tables, 'Kostnadsposter', 'A07 c1', column(2027), null);
		tables = typed(tables, 'Kostnadsposter', 'A07 c1', column(2031), '1,5 mnkr');
		tables = typed(tables, 'Kostnadsposter', 'A07 c5', 9, '175 tkr');
		expect(
			changesIn(plan, tables).map(({ kind, key, field, now, typed: to }) => [
				kind,
				key,
				field,
				now,
				to
			])
		).toEqual([
			['update', 'A07 c1', 'years.2026', '240000', '300000.5'],
			['update', 'A07 c1', 'years.2027', '240000', ''],
			['update', 'A07 c1', 'years.2031', '', '1500000'],
			['update', 'A07 c5', 'amountPerYear', '150000', '175000']
		]);
		const result = edited(plan, tables);
		expect(JSON.parse(JSON.stringify(costOf(result, 'A07', 'c1')))).toMatchObject({
			amount: '2040000.5',
			years: [
				{ year: 2026, amount: '300000.5' },
				{ year: 2028, amount: '240000' },
				{ year: 2031, amount: '1500000' }
			]
		});
		expect(JSON.parse(JSON.stringify(costOf(result, 'A07', 'c5')))).toMatchObject({
			amountPerYear: '175000'
		});
		// Nothing else is touched.
		const others = (one: Plan) =>
			one.measures.filter(({ id }) => id !== 'A07').map((measure) => JSON.stringify(measure));
		expect(others(result)).toEqual(others(plan));
	});

	it('makes an unknown cost known, and one without a year left unknown', () => {
		const column = yearColumn(file, 'Kostnadsposter', 2028);
		const known = edited(plan, typed(file, 'Kostnadsposter', 'A01 c1', column, { n: 2_000_000 }));
		expect(costOf(known, 'A01', 'c1')).toMatchObject({ years: [{ year: 2028 }] });
		let tables = file;
		for (const year of [2026, 2027, 2028])
			tables = typed(
				tables,
				'Kostnadsposter',
				'A07 c1',
				yearColumn(file, 'Kostnadsposter', year),
				null
			);
		expect(costOf(edited(plan, tables), 'A07', 'c1')).toMatchObject({ amount: null, years: [] });
	});

	it('reads effects, lives, start years, funding and probability', () => {
		let tables = typed(file, 'Effekter', 'A08 1', 5, { n: 12.5 });
		tables = typed(tables, 'Åtgärder', 'A08', 6, { n: 2028 });
		tables = typed(tables, 'Åtgärder', 'A08', 7, { n: 9 });
		tables = typed(
			tables,
			'Finansieringsposter',
			'F02 SEK',
			yearColumn(file, 'Finansieringsposter', 2027),
			{ n: 4_000_000 }
		);
		tables = typed(tables, 'Finansieringsposter', 'F02 SEK', 7, '80 %');
		const result = edited(plan, tables);
		const measure = result.measures.find(({ id }) => id === 'A08');
		expect([measure?.startYear, measure?.lifetimeYears]).toEqual([2028, 9]);
		expect(JSON.stringify(measure?.effects?.[0])).toContain('12.5');
		expect(lineOf(result, 'F02')?.amounts[0]?.amount?.toString()).toBe('4000000');
		expect(lineOf(result, 'F02')?.probability.toString()).toBe('0.8');
	});

	it('asks where the plan has changed meanwhile, and knows what it says already', () => {
		const column = yearColumn(file, 'Kostnadsposter', 2026);
		const meanwhile = edited(plan, typed(file, 'Kostnadsposter', 'A07 c1', column, { n: 250_000 }));
		const theirs = typed(file, 'Kostnadsposter', 'A07 c1', column, { n: 300_000 });
		expect(changesIn(meanwhile, theirs)).toMatchObject([
			{ kind: 'conflict', base: '240000', now: '250000', typed: '300000' }
		]);
		const same = typed(file, 'Kostnadsposter', 'A07 c1', column, { n: 250_000 });
		expect(changesIn(meanwhile, same)).toMatchObject([{ kind: 'same' }]);
		expect(changesIn(meanwhile, file)).toEqual([]);
	});

	it('refuses what it cannot read, what is gone, and says what is not read', () => {
		const column = yearColumn(file, 'Kostnadsposter', 2026);
		const bad: readonly (readonly [Cell, string])[] = [
			['i morgon', 'ska vara ett tal'],
			['1,234', 'kan betyda två saker'],
			[{ n: -5 }, 'ska vara noll eller mer'],
			[{ error: '#REF!' }, 'ska vara ett tal']
		];
		for (const [value, words] of bad) {
			const [change] = changesIn(plan, typed(file, 'Kostnadsposter', 'A07 c1', column, value));
			expect(change?.kind).toBe('refused');
			expect(change?.text?.sv).toContain(words);
		}
		const without = { ...plan, measures: plan.measures.filter(({ id }) => id !== 'A07') };
		const [gone] = changesIn(without, typed(file, 'Kostnadsposter', 'A07 c1', column, { n: 1 }));
		expect(gone).toMatchObject({ kind: 'refused', text: { sv: 'finns inte längre i planen' } });
		const rate = changesIn(plan, typed(file, 'Antaganden', 'kalkylränta', 2, { n: 0.04 }));
		const scale = changesIn(plan, typed(file, 'Åtgärder', 'A07', 10, { n: 2 }));
		expect([rate, scale].flat().map(({ kind }) => kind)).toEqual(['unread', 'unread']);
	});

	it('tells of strange keys, new rows, doubled rows and moved columns, and reads nothing from them', () => {
		const change = (make: (rows: readonly (readonly Cell[])[]) => (readonly Cell[])[]): Tables => ({
			...file,
			sheets: file.sheets.map((one) =>
				one.name === 'Kostnadsposter' ? { ...one, rows: make(one.rows) } : one
			)
		});
		const faultsOf = (tables: Tables) => copyOf(tables).faults.map(({ text }) => text.sv);
		const [first] = faultsOf(
			change((rows) => [...rows, ['X99 c1', 'X99', 'ny', 'c1', null, null, null, null, { n: 5 }]])
		);
		expect(first).toContain('nyckeln');
		const [second] = faultsOf(change((rows) => [...rows, [null, 'X99', 'ny åtgärd', 'c1']]));
		expect(second).toContain('raden är ny');
		const [third] = faultsOf(change((rows) => [...rows, rows[4] ?? []]));
		expect(third).toContain('samma nyckel');
		const moved = change((rows) => rows.map((row) => [...row.slice(0, 7), null, ...row.slice(7)]));
		expect(faultsOf(moved).every((text) => text.includes('rubriken'))).toBe(true);
		expect(changesIn(plan, moved)).toEqual([]);
		// Rows in another order are the same rows.
		const turned = change((rows) => [...rows.slice(0, 4), ...rows.slice(4).reverse()]);
		expect([changesIn(plan, turned), faultsOf(turned)]).toEqual([[], []]);
	});
});
