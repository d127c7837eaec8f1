import { yearsUntilPaid } from '../../../core/plan/payout.ts';
import type { Assumptions } from './assumptions.ts';
import { known, say, type Book } from './book.ts';
import { above, atMost, below, iff, isNumber, minus, over, sumProduct, times } from './formula.ts';
import type { LineRow } from './funding-per-year.ts';
import { line, summed } from './lines.ts';
import { range, type CellRef, type Sheet, type Years } from './sheet.ts';

/** A decided loan as it is drawn, repaid in equal parts from the year after, and its interest. */
export function loanRows(
	book: Book,
	sheet: Sheet,
	header: Years,
	{ flow, weight, perYear }: LineRow,
	{
		assumed: { internalRate },
		life
	}: { readonly assumed: Assumptions; readonly life: CellRef | null }
) {
	const { line: one } = flow;
	const delay = yearsUntilPaid(one) ?? 0;
	const row = line(sheet, [`${one.id}: ${say(book, 'lån tas upp', 'loan drawn')}`]);
	const years =
		one.loanYears === undefined && life
			? sheet.put(row, 8, life, 'live', 'number')
			: sheet.put(row, 8, one.loanYears ?? '', 'input', 'number');
	const rate = one.loanRate
		? sheet.put(row, 9, known(book, one.loanRate), 'input', 'share')
		: sheet.put(row, 9, internalRate, 'live', 'share');
	const drawn = summed(
		book,
		sheet,
		row,
		header,
		(index) => {
			const cell = perYear[index - delay];
			return cell ? times(cell, weight.secured) : 0;
		},
		'kr'
	).perYear;
	const passed = (year: CellRef) => minus(year, range(header));
	const isOwed = (year: CellRef) => below(range(header), year);
	const inTime = (year: CellRef) => times(isOwed(year), atMost(passed(year), years));
	const repaid = summed(
		book,
		sheet,
		line(sheet, [`${one.id}: ${say(book, 'lån betalas av', 'loan repaid')}`]),
		header,
		(_, year) => {
			const part = over(sumProduct(inTime(year), range(drawn)), years);
			return iff(isNumber(years), iff(above(years, 0), part, 0), 0);
		},
		'kr'
	).perYear;
	const interest = summed(
		book,
		sheet,
		line(sheet, [`${one.id}: ${say(book, 'ränta på lån', 'interest on loan')}`]),
		header,
		(_, year) => {
			const left = minus(1, over(minus(passed(year), 1), years));
			const owed = sumProduct(times(inTime(year), left), range(drawn));
			const all = sumProduct(times(isOwed(year), 1), range(drawn));
			return times(rate, iff(isNumber(years), iff(above(years, 0), owed, all), all));
		},
		'kr'
	).perYear;
	return { drawn, repaid, interest };
}
