/**
 * What a cell of a spreadsheet holds: text; a number as it is shown, and whether it is shown in per cent; a day; yes or no;
 * or what cannot be used: an error such as #REF!, or a formula that nobody has computed. null: nothing.
 */
export type Cell =
	| string
	| { readonly n: number; readonly isPercent?: true }
	| { readonly day: string }
	| { readonly yes: boolean }
	| { readonly error: string }
	| { readonly uncomputed: true }
	| null;

/** Row 1 of the file is rows[0]. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly Cell[])[] };

/** Tables of a file in its order; a sheet that is too large is named and not read. */
export type Tables = { readonly sheets: readonly Sheet[]; readonly tooLarge: readonly string[] };

/** Tables as they were read, and where the list seems to be. */
export type Workbook = Tables & {
	readonly best: { readonly sheet: number; readonly headerRow: number };
};

/** What a table may hold; counted while it is read. */
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 200;

/** The name of a cell as spreadsheets have it: column 2, row 14 is C14. Columns count from 0, rows from 1. */
export function cellName(column: number, row: number): string {
	return `${columnName(column)}${row}`;
}

export function columnName(column: number): string {
	const letter = String.fromCharCode(65 + (column % 26));
	return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** A cell as people read it, for samples and messages. */
export function shownCell(cell: Cell | undefined): string {
	if (cell === null || cell === undefined) return '';
	if (typeof cell === 'string') return cell;
	if ('n' in cell) return `${plainNumber(cell)}${cell.isPercent ? ' %' : ''}`;
	if ('day' in cell) return cell.day;
	if ('yes' in cell) return cell.yes ? 'ja' : 'nej';
	return 'error' in cell ? cell.error : '=…';
}

/** Made once: making one takes longer than all the rest of reading a cell. */
const PLAIN = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 15 });

/** A number with decimal comma and without exponent; of a share in per cent, the per cent. */
export function plainNumber({ n, isPercent }: { n: number; isPercent?: true }): string {
	const shown = Number((isPercent ? n * 100 : n).toPrecision(15));
	const text = PLAIN.format(shown);
	// Three decimals behind few digits would read as thousands.
	return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0`.replace('.', ',') : text.replace('.', ',');
}

export function isEmptyCell(cell: Cell | undefined): boolean {
	return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
