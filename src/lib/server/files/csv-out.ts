import Papa from 'papaparse';
import type { ListCell, ListTable } from './list-tables.ts';

/** For Excel as it is set up in Sweden, or for other programs. */
export const csvStyles = ['excel', 'machine'] as const;
export type CsvStyle = (typeof csvStyles)[number];

/** Text that a spreadsheet might run as a formula, or that looks as if it were kept from it already. */
const RUNS = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n\0])/;

/**
 * A table as text. For Excel: semicolons, decimal comma, byte order mark, CRLF, text in quotes. For machines: commas,
 * decimal point, no mark. Text that could run as a formula begins with an apostrophe, which the reading of lists takes
 * away again; numbers stay numbers.
 */
export function csvText({ headings, rows }: ListTable, style: CsvStyle): string {
	const isExcel = style === 'excel';
	const text = Papa.unparse(
		[headings, ...rows].map((row) => row.map((cell) => written(cell, isExcel))),
		{
			delimiter: isExcel ? ';' : ',',
			newline: '\r\n',
			quotes: rowsOfText([headings, ...rows], isExcel)
		}
	);
	return `${isExcel ? '\uFEFF' : ''}${text}\r\n`;
}

/** Only text stands in quotes; Papa asks for each value. */
function rowsOfText(rows: readonly (readonly ListCell[])[], isExcel: boolean) {
	const texts = new Set(
		rows.flatMap((row) =>
			row
				.filter((cell) => typeof cell === 'string' && cell !== '')
				.map((cell) => written(cell, isExcel))
		)
	);
	return (value: unknown) => texts.has(String(value));
}

function written(cell: ListCell, isExcel: boolean): string {
	if (cell === null) return '';
	if (typeof cell === 'string') return RUNS.test(cell) ? `'${cell}` : cell;
	const number = typeof cell === 'number' ? String(cell) : cell.toFixed();
	return isExcel ? number.replace('.', ',') : number;
}
