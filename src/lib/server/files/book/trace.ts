import { TRACE_FORMAT, TRACE_SHEET, TRACE_VERSION } from '../../../input/book/trace.ts';
import type { Book } from './book.ts';
import { Sheet, type Cell } from './sheet.ts';

/**
 * What was typed when the book was written, on a sheet that readers do not see: by it the book comes back as changes, and
 * what somebody else has changed meanwhile is seen. One row for each cell that may be typed into.
 */
export function traceSheet(book: Book): void {
	const sheet = new Sheet(TRACE_SHEET, '');
	sheet.isHidden = true;
	const put = (...values: readonly (string | number)[]) => {
		const row = sheet.newRow();
		values.forEach((value, column) => sheet.put(row, column, value, 'text', 'text'));
	};
	put(TRACE_FORMAT, TRACE_VERSION, book.planId ?? '', book.portfolio.id, book.locale, book.day);
	for (const { name, part, cells } of book.sheets) {
		if (!part) continue;
		const keys = new Map(
			cells.flatMap((cell) => (cell.column === 0 ? [[cell.row, cell.value]] : []))
		);
		const headings = cells.filter(({ style }) => style.role === 'heading');
		for (const cell of cells) {
			const { role } = cell.style;
			if (role !== 'input' && role !== 'outside' && !cell.field) continue;
			const heading = headingOf(headings, cell);
			put(
				part,
				name,
				String(keys.get(cell.row) ?? ''),
				cell.column,
				heading,
				cell.field ?? '',
				String(cell.value)
			);
		}
	}
	book.sheets.push(sheet);
}

/** The heading that stands nearest above a cell. */
function headingOf(headings: readonly Cell[], { row, column }: Cell): string {
	const above = headings.filter((one) => one.column === column && one.row < row);
	return String(above.at(-1)?.value ?? '');
}
