import { TOTAL_COLUMN, unknown, yearRow, type Book } from './book.ts';
import { columns, count, equals, iff, sum, type Operand, type Term } from './formula.ts';
import { range, type CellRef, type Format, type Role, type Sheet, type Years } from './sheet.ts';

export function sumOf(cells: readonly CellRef[]): Operand {
	return cells.length === 0 ? 0 : sum(...cells);
}

/** A new row with what it is about. */
export function line(sheet: Sheet, words: readonly string[]): number {
	const row = sheet.newRow();
	words.forEach((word, index) => sheet.text(row, 1 + index, word));
	return row;
}

/** A row of figures per year, and their sum. */
export type Summed = { readonly perYear: Years; readonly total: CellRef };

/** A row of figures per year with their sum; text in a year, which is something unknown, leaves the sum unknown. */
export function summed(
	book: Book,
	sheet: Sheet,
	row: number,
	header: Years,
	of: (index: number, year: CellRef) => Operand,
	format: Format = 'tonnes',
	role: Role = 'live'
): Summed {
	const perYear = yearRow(sheet, row, header, of, format, role);
	return { perYear, total: totalOf(book, sheet, perYear, format, role) };
}

/** The sum of a row of years, in its own column; unknown when a year is. */
export function totalOf(
	book: Book,
	sheet: Sheet,
	perYear: Years,
	format: Format,
	role: Role = 'live'
): CellRef {
	const [first] = perYear;
	if (!first) throw new RangeError('a plan has a year');
	const total = iff(isAllKnown(perYear), sum(range(perYear)), unknown(book));
	return sheet.put(first.row, TOTAL_COLUMN, total, role, format);
}

/** Whether every cell of a row holds a number. */
export function isAllKnown(cells: readonly CellRef[]): Term {
	const all = range(cells);
	return equals(count(all), columns(all));
}
