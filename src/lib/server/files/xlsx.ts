import {
	MOST_COLUMNS,
	MOST_ROWS,
	type Cell,
	type Sheet,
	type Tables
} from '../../input/sheets/cell.ts';
import { openBook, TooLarge, type Place, type RowBook, type Room } from './xlsx-book.ts';

const MOST_SHEETS = 60;
const MOST_CELLS = 500_000;
const MOST_SIGNS = 5_000_000;
/** So many sheets that are too large are named. */
const MOST_NAMED = 20;

/** The sheets of an Excel workbook as tables. Throws SheetRefusal for what is not a workbook, carries macros, or is too large. */
export async function readXlsx(
	bytes: Buffer,
	onProgress: (sheet: string) => void
): Promise<Tables> {
	const book = await openBook(bytes);
	const { sheets } = book;
	let room: Room = { rows: MOST_ROWS, columns: MOST_COLUMNS, cells: MOST_CELLS, signs: MOST_SIGNS };
	const read: Sheet[] = [];
	const tooLarge: string[] = [];
	for (const place of sheets.slice(0, MOST_SHEETS)) {
		onProgress(place.name);
		const left = { ...room };
		try {
			read.push({ name: place.name, rows: await tableOf(book, place, left) });
			room = left;
		} catch (thrown) {
			if (!(thrown instanceof TooLarge)) throw thrown;
			tooLarge.push(place.name);
		}
	}
	const unread = [...tooLarge, ...sheets.slice(MOST_SHEETS).map(({ name }) => name)];
	return { sheets: read, tooLarge: unread.slice(0, MOST_NAMED) };
}

async function tableOf(book: RowBook, place: Place, room: Room): Promise<Cell[][]> {
	const rows: Cell[][] = [];
	await book.eachRow(place, room, (cells, row) => {
		while (rows.length < row) rows.push([]);
		const before = rows[row - 1] ?? [];
		// A row that a file has twice keeps what only one of the two says.
		rows[row - 1] = [...cells, ...before.slice(cells.length)].map(
			(cell, column) => cell ?? before[column] ?? null
		);
	});
	return rows;
}
