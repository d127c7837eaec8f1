import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/lib/core/decimal.ts';
import type { CostItem, Plan } from '../../src/lib/core/plan/plan.ts';
import type { Book } from '../../src/lib/server/files/book/book.ts';
import type { Cell, Sheet } from '../../src/lib/server/files/book/sheet.ts';
import { cellChanges } from '../../src/lib/input/book/changes.ts';
import { bookCopyIn } from '../../src/lib/input/book/trace.ts';
import { examplePlan } from '../support/large-plan.ts';
import {
	bookOf,
	differences,
	disagreeing,
	valueAt,
	withoutValues
} from '../support/recomputed-book.ts';
import { recalculated } from '../support/spreadsheet.ts';
import { arbitrarySettledPlan } from './arbitrary-settings.ts';

/** The workbook that computes: held to the method here, and by LibreOffice to its own formulas. */

const LONG = 300_000;
const random = fc.sample(arbitrarySettledPlan, { seed: 2030, numRuns: 10 });

describe('a workbook that computes', () => {
	it.each(['P1', 'P2', 'P3'])('comes to every figure of the example, portfolio %s', async (id) => {
		const book = await bookOf(examplePlan(), id, 'sv');
		expect(disagreeing(book)).toEqual([]);
		expect(book.checks.length).toBeGreaterThan(1_500);
	});

	it('comes to every figure of random plans with random settings', async () => {
		await fc.assert(
			fc.asyncProperty(arbitrarySettledPlan, async (plan) => {
				expect(disagreeing(await bookOf(plan, 'P', 'en'))).toEqual([]);
			}),
			{ numRuns: Number(process.env['BOOK_RUNS'] ?? 60) }
		);
	});

	it(
		'is computed by LibreOffice to the same, for the example and ten random plans',
		async () => {
			const books = await Promise.all([
				bookOf(examplePlan(), 'P2', 'sv'),
				...random.map((plan, place) => bookOf(plan, 'P', place % 2 === 0 ? 'sv' : 'en'))
			]);
			const read = await recalculated(await Promise.all(books.map((book) => withoutValues(book))));
			const found = books.map((book, place) => differences(book, at(read, place)));
			expect(found.flatMap(({ different }) => different.slice(0, 5))).toEqual([]);
			expect(found[0]?.formulas).toBeGreaterThan(10_000);
			expect(books.flatMap(disagreeing)).toEqual([]);
			// What another program has saved says what was typed, and nothing else.
			const plans = [examplePlan(), ...random];
			read.forEach((tables, place) => {
				const copy = bookCopyIn(tables);
				expect(copy?.faults).toEqual([]);
				const numbers = copy && cellChanges(at(plans, place), copy);
				expect(numbers?.filter(({ field }) => field !== 'amount')).toEqual([]);
			});
		},
		LONG
	);

	it(
		'follows twenty changed costs as the program does',
		async () => {
			const plan = examplePlan();
			const changes = fc.sample(costChange(plan), { seed: 7, numRuns: 20 });
			const book = await bookOf(plan, 'P2', 'sv');
			const files = changes.map((change) => withoutValues(book, typedInto(change)));
			const read = await recalculated(await Promise.all(files));
			const wrong: string[] = [];
			for (const [place, change] of changes.entries()) {
				const figures = await bookOf(changedPlan(plan, change), 'P2', 'sv');
				wrong.push(
					...figuresApart(book, figures, at(read, place)).map(
						(text) => `${JSON.stringify(change)} ${text}`
					)
				);
			}
			expect(wrong).toEqual([]);
		},
		LONG
	);
});

type Change = { readonly measure: string; readonly item: string; readonly factor: string };

function costChange(plan: Plan): fc.Arbitrary<Change> {
	const chosen = plan.portfolios.find(({ id }) => id === 'P2')?.measures ?? [];
	const items = plan.measures
		.filter(({ id }) => chosen.includes(id))
		.flatMap((measure) => measure.costs.map((item) => ({ measure: measure.id, item: item.id })));
	return fc
		.tuple(fc.constantFrom(...items), fc.integer({ min: 60, max: 180 }))
		.map(([item, percent]) => ({ ...item, factor: String(percent / 100) }));
}

/** Öre are whole in the plan and in the book. */
function changedAmount(amount: Decimal, { factor }: Change): Decimal {
	return amount.times(factor).toDecimalPlaces(2);
}

function changedPlan(plan: Plan, change: Change): Plan {
	const changed = (item: CostItem): CostItem => {
		if (item.id !== change.item) return item;
		if (item.timing === 'yearly')
			return {
				...item,
				amountPerYear: item.amountPerYear && changedAmount(item.amountPerYear, change)
			};
		const years = item.years.map((one) => ({ ...one, amount: changedAmount(one.amount, change) }));
		const total = years.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
		return { ...item, years, amount: item.amount && total };
	};
	return {
		...plan,
		measures: plan.measures.map((measure) =>
			measure.id === change.measure ? { ...measure, costs: measure.costs.map(changed) } : measure
		)
	};
}

/** The same typed into the sheet of cost items: the years of a one-off cost, or the sum a year. */
function typedInto(change: Change) {
	return (sheet: Sheet, cell: Cell): Cell => {
		if (sheet.name !== 'Kostnadsposter' || typeof cell.value !== 'number') return cell;
		const key = sheet.cells.find(({ row, column }) => row === cell.row && column === 0);
		const isAmount = cell.column === 9 || cell.column > 12;
		if (key?.value !== `${change.measure} ${change.item}` || !isAmount) return cell;
		return { ...cell, value: changedAmount(new Decimal(cell.value), change).toNumber() };
	};
}

/** Figures of a changed plan that the changed book does not come to. */
function figuresApart(book: Book, changed: Book, read: Parameters<typeof valueAt>[0]): string[] {
	const wanted = new Map(changed.checks.map((check) => [`${check.figure} ${check.year}`, check]));
	return book.checks.flatMap(({ figure, year, format, inBook }) => {
		const program = wanted.get(`${figure} ${year}`)?.inProgram ?? null;
		const seen = valueAt(read, inBook.sheet, inBook);
		const most = format === 'kr' ? 0.005 : 5e-7;
		const isSame =
			program === null
				? typeof seen !== 'number'
				: Math.abs(Number(seen) - program.toNumber()) < most;
		return isSame ? [] : [`${figure} ${year}: ${String(seen)}, the program says ${program}`];
	});
}

function at<Item>(items: readonly Item[], place: number): Item {
	const item = items[place];
	if (item === undefined) throw new RangeError(`nothing at ${place}`);
	return item;
}
