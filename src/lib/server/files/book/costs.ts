import type { Horizon } from '../../../core/years.ts';
import { Decimal } from '../../../core/decimal.ts';
import { isUnknown } from '../../../core/plan/placement.ts';
import type { CostItem, Measure } from '../../../core/plan/plan.ts';
import { known, newSheet, roleOf, say, unknown, type Book } from './book.ts';
import type { MeasureSheet } from './measures.ts';
import { costKey } from '../../../input/book/things.ts';
import { kindWord, payerWord } from './words.ts';
import { count, equals, iff, sum } from './formula.ts';
import { range, type CellRef, type Sheet } from './sheet.ts';

/** A cost item as it is typed: the whole project, in the plan's own years. */
export type CostInput = {
	readonly item: CostItem;
	/** The sum of a one-off cost, or a year of a yearly one. */
	readonly amount: CellRef;
	readonly depreciation: CellRef;
	/** Of a one-off cost. */
	readonly perYear: readonly CellRef[];
	/** Of a yearly cost. */
	readonly from: CellRef | null;
	readonly to: CellRef | null;
	readonly growth: CellRef | null;
};

export type CostInputs = {
	readonly years: readonly CellRef[];
	readonly of: (measure: string, item: string) => CostInput;
};

const FIRST_YEAR = 13;

/** What the measures cost, as it was typed in the plan: the sheet to change costs in. */
export function costInputs(book: Book, { placements, others }: MeasureSheet): CostInputs {
	const sheet = newSheet(book, 'Kostnadsposter', 'Cost items', [
		'Kostnader som de är inlagda: kronor för hela projektet, i planens egna år. Sortera inte om raderna.',
		'Costs as they were entered: kronor of the whole project, in the plan’s own years. Do not sort the rows.'
	]);
	const measures = [...placements.map(({ measure }) => measure), ...others];
	const header = sheet.newRow();
	sheet.headings(header, [
		say(book, 'Nyckel', 'Key'),
		'Id',
		say(book, 'Åtgärd', 'Measure'),
		say(book, 'Post', 'Item'),
		say(book, 'Vad', 'What'),
		say(book, 'Slag', 'Kind'),
		say(book, 'Betalare', 'Payer'),
		say(book, 'Avskrivning, år', 'Depreciation, years'),
		say(book, 'Belopp, kr', 'Amount, kr'),
		say(book, 'Per år, kr', 'A year, kr'),
		say(book, 'Från', 'From'),
		say(book, 'Till', 'To'),
		say(book, 'Ökning per år', 'Growth a year')
	]);
	sheet.part = 'costs';
	sheet.hiddenColumns.add(0);
	sheet.frozen = { ...sheet.frozen, columns: 3 };
	const years = yearsOfOneOffs(measures, book.frame.horizon).map((year, place) =>
		sheet.put(header, FIRST_YEAR + place, year, 'heading', 'year')
	);
	const inputs = new Map<string, CostInput>();
	for (const measure of measures)
		for (const item of measure.costs)
			inputs.set(costKey(measure.id, item.id), itemRow(book, sheet, measure, item, years));
	return {
		years,
		of: (measure, item) => {
			const found = inputs.get(costKey(measure, item));
			if (!found) throw new RangeError(`no cost item ${measure}.${item} in the book`);
			return found;
		}
	};
}

/** Every year of the plan, and those before and after it in which something is paid once. */
function yearsOfOneOffs(measures: readonly Measure[], { firstYear, lastYear }: Horizon): number[] {
	const years = measures.flatMap(({ costs }) =>
		costs.flatMap((item) => (item.timing === 'one-off' ? item.years.map(({ year }) => year) : []))
	);
	return everyYear([...years, firstYear, lastYear]);
}

export function everyYear(years: readonly number[]): number[] {
	if (years.length === 0) return [];
	const first = years.reduce((a, b) => Math.min(a, b));
	const last = years.reduce((a, b) => Math.max(a, b));
	return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

function itemRow(
	book: Book,
	sheet: Sheet,
	measure: Measure,
	item: CostItem,
	years: readonly CellRef[]
): CostInput {
	const row = sheet.newRow();
	const role = roleOf(book, measure.id);
	const isWrittenOff = item.kind === 'capex' && item.costKind !== 'land';
	sheet.text(row, 0, costKey(measure.id, item.id), 'note');
	sheet.text(row, 1, measure.id);
	sheet.text(row, 2, measure.name[book.locale]);
	sheet.text(row, 3, item.id);
	sheet.text(row, 4, item.basis);
	sheet.text(row, 5, kindWord(book, item.kind));
	sheet.text(row, 6, payerWord(book, item.payer));
	const depreciation = sheet.put(
		row,
		7,
		item.depreciationYears ?? '',
		isWrittenOff ? role : 'outside',
		'number',
		'depreciationYears'
	);
	const shared = { item, depreciation };
	if (item.timing === 'yearly')
		return {
			...shared,
			perYear: [],
			amount: sheet.put(row, 9, known(book, item.amountPerYear), role, 'kr', 'amountPerYear'),
			from: sheet.put(row, 10, item.from, role, 'year', 'from'),
			to: sheet.put(row, 11, item.to, role, 'year', 'to'),
			growth: sheet.put(row, 12, item.growth.toNumber(), role, 'share', 'growth')
		};
	const perYear = years.map((year, place) => {
		const amounts = item.years.filter((one) => one.year === year.value);
		const typed = amounts.reduce((total, { amount }) => total.plus(amount), new Decimal(0));
		const content = amounts.length > 0 ? typed.toNumber() : '';
		const field = `years.${String(year.value)}`;
		return sheet.put(row, FIRST_YEAR + place, content, role, 'kr', field);
	});
	const hasYears = item.years.length > 0;
	const isFilledIn = perYear.length > 0 && hasYears !== isUnknown(item);
	// What is unknown becomes known when a year is filled in.
	const total = () => iff(equals(count(range(perYear)), 0), unknown(book), sum(range(perYear)));
	const amount = isFilledIn
		? sheet.put(row, 8, total(), 'live', 'kr', 'amount')
		: sheet.put(row, 8, known(book, item.amount), role, 'kr');
	return { ...shared, amount, perYear, from: null, to: null, growth: null };
}
