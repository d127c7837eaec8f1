import {
	TRACE_FORMAT,
	TRACE_SHEET,
	TRACE_VERSION,
	keptText,
	type CellTrace,
	type HeadingTrace
} from '../../../input/book/trace.ts';
import type { Book } from './book.ts';
import { Sheet, type Cell } from './sheet.ts';

/** The second in the file, so that a reader with little room comes to it before the sheets that only compute. */
const PLACE = 1;

/**
 * What was typed when the book was written, on a sheet that readers do not see: by it the book comes back as changes, and
 * what somebody else has changed meanwhile is seen. One row for each row that may be typed in, and one for each sheet's headings.
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
		const headings = cells.filter(({ style, value }) => style.role === 'heading' && value !== '');
		const known = headings.map(({ column, value }): HeadingTrace => [column, String(value)]);
		put(part, name, '', JSON.stringify(known));
		const rows = new Map<number, Cell[]>();
		for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
		for (const own of rows.values()) {
			const key = own.find(({ column }) => column === 0);
			if (!key || key.style.role === 'heading') continue;
			const traced = own.flatMap((cell): CellTrace[] =>
				isTraced(cell) ? [[cell.column, cell.field ?? '', keptText(String(cell.value))]] : []
			);
			put(part, name, String(key.value), JSON.stringify(traced));
		}
	}
	book.sheets.splice(PLACE, 0, sheet);
}

/** What one may type into, and what names things: text that is changed is told of, since it is not read back. */
function isTraced({ column, style, field, formula }: Cell): boolean {
	if (column === 0) return false;
	if (style.role === 'input' || style.role === 'outside' || field !== undefined) return true;
	return style.role === 'text' && formula === null;
}
