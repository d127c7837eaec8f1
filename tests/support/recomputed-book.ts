import type { Plan } from '../../src/lib/core/plan/plan.ts';
import type { Locale } from '../../src/lib/i18n/messages.ts';
import { calculatingBook } from '../../src/lib/server/files/book/calculating-book.ts';
import type { Book } from '../../src/lib/server/files/book/book.ts';
import { bookBytes } from '../../src/lib/server/files/book/write-book.ts';
import { Sheet, type Cell } from '../../src/lib/server/files/book/sheet.ts';
import { cellName, type Tables } from '../../src/lib/input/sheets/cell.ts';

/** A portfolio of a plan as a workbook of a stored plan. */
export function bookOf(plan: Plan, portfolio: string, locale: Locale = 'sv'): Promise<Book> {
	return calculatingBook(plan, portfolio, { locale, planId: 'plan-1', day: '2026-11-27' });
}

/** No figure of any plan: what is saved beside the formulas, so that only a program that computes finds the right one. */
const NOBODYS_FIGURE = 123_456_789.125;

/** The bytes of a book whose formulas are saved with a wrong value, some of whose cells are changed. */
export function withoutValues(
	book: Book,
	change: (sheet: Sheet, cell: Cell) => Cell = (_, cell) => cell
): Promise<Buffer> {
	const sheets = book.sheets.map((sheet) => {
		const copy = Object.assign(new Sheet(sheet.name, sheet.about), sheet, {
			cells: sheet.cells.map((cell) => {
				const { formula, ...rest } = change(sheet, cell);
				return formula === null
					? { ...rest, formula }
					: { ...rest, formula, value: NOBODYS_FIGURE };
			})
		});
		return copy;
	});
	return bookBytes({ ...book, sheets });
}

export type Place = { readonly row: number; readonly column: number };

/** What a cell of a read workbook holds: a number or a text. */
export function valueAt(
	workbook: Tables,
	sheet: string,
	{ row, column }: Place
): number | string | null {
	const cell = workbook.sheets.find(({ name }) => name === sheet)?.rows[row]?.[column] ?? null;
	if (cell === null || typeof cell === 'string') return cell;
	return 'n' in cell ? cell.n : JSON.stringify(cell);
}

/** Doubles summed in another order differ in their last digits. */
export function isClose(seen: number | string | null, wanted: number | string | boolean): boolean {
	if (typeof wanted !== 'number') return String(seen ?? '') === String(wanted);
	return (
		typeof seen === 'number' && Math.abs(seen - wanted) <= 1e-9 * Math.max(100, Math.abs(wanted))
	);
}

/** Formulas that another program computes otherwise than the book says; and how many formulas there are. */
export function differences(book: Book, workbook: Tables) {
	const formulas = book.sheets.flatMap((sheet) =>
		sheet.cells.flatMap((cell) =>
			cell.formula === null ? [] : [{ sheet, cell, formula: cell.formula }]
		)
	);
	const different = formulas.flatMap(({ sheet, cell, formula }) => {
		const seen = valueAt(workbook, sheet.name, cell);
		if (isClose(seen, cell.value)) return [];
		const place = `${sheet.name}!${cellName(cell.column, cell.row + 1)}`;
		return [`${place} =${formula} is ${seen}, the book says ${cell.value}`];
	});
	return { formulas: formulas.length, different };
}

/** Figures of the check sheet that differ from the program's. */
export function disagreeing(book: Book): string[] {
	const isSwedish = book.locale === 'sv';
	const check = book.sheets.find(({ name }) => name === (isSwedish ? 'Kontroll' : 'Check'));
	const words = isSwedish ? 'avviker' : 'differs';
	return (check?.cells ?? [])
		.filter(({ column, value }) => column === 6 && value === words)
		.map(({ row }) =>
			(check?.cells ?? [])
				.filter((cell) => cell.row === row)
				.map(({ value }) => value)
				.join(' | ')
		);
}
