import Papa from 'papaparse';
import { MOST_COLUMNS, MOST_ROWS, type Cell, type Sheet } from '../../input/sheets/cell.ts';
import { SheetRefusal, tooManyCells } from './sheet-refusal.ts';

const SEPARATORS = [';', '\t', ',', '|'] as const;
/** Counted before the file is split; a list of all its rows and columns has fewer. */
const MOST_CELLS = 1_000_000;
const LONGEST_CELL = 40_000;
/** So much of the file shows which separator it has. */
const LOOKED_AT = 64_000;

/** How much a text file may hold. */
export type CsvLimits = { readonly rows: number; readonly columns: number; readonly cells: number };
const TABLE: CsvLimits = { rows: MOST_ROWS, columns: MOST_COLUMNS, cells: MOST_CELLS };

/** A table in a text file, as `eachCsvRow` reads it. */
export function readCsv(bytes: Uint8Array, name: string): Sheet {
	const rows: Cell[][] = [];
	eachCsvRow(bytes, TABLE, (cells, row) => {
		while (rows.length < row) rows.push([]);
		rows[row - 1] = cells;
	});
	return { name, rows };
}

/**
 * Reads a table in a text file row by row: UTF-8, UTF-16 or Windows-1252, any of the usual separators and line ends. Rows are
 * called what they are called in the file: a line that names the separator is one too. Throws SheetRefusal with the row where
 * quotes do not end, or where there is more than the limits let in.
 */
export function eachCsvRow(
	bytes: Uint8Array,
	limits: CsvLimits,
	onRow: (cells: Cell[], row: number) => void
): void {
	const text = decoded(bytes);
	if (text.includes('\u0000'))
		throw new SheetRefusal(
			'Filen är inte ett kalkylark eller en textfil med en tabell. Spara listan som .xlsx eller .csv och försök igen.',
			'The file is neither a spreadsheet nor a text file with a table. Save the list as .xlsx or .csv and try again.'
		);
	const stated = /^sep=(.)\r?\n?/i.exec(text);
	const body = stated ? text.slice(stated[0].length) : text;
	// A separator that the parser does not take would be counted as one and split by another.
	const delimiter =
		SEPARATORS.find((one) => one === stated?.[1]) ?? separatorOf(body.slice(0, LOOKED_AT));
	if (cellsIn(body, delimiter, limits.cells) > limits.cells) throw tooManyCells();
	const before = stated ? 1 : 0;
	let row = before;
	Papa.parse<string[]>(body, {
		delimiter,
		step: ({ data, errors }) => {
			row++;
			if (errors.some(({ type }) => type === 'Quotes')) throw badQuotes(row);
			if (row - before > limits.rows)
				throw new SheetRefusal(
					`Filen har fler än ${limits.rows} rader. Dela den.`,
					`The file has more than ${limits.rows} rows. Split it.`
				);
			const cells = data.map(cellOf);
			while (cells.length > 0 && cells.at(-1) === null) cells.pop();
			if (cells.length > limits.columns)
				throw new SheetRefusal(
					`Rad ${row} har fler än ${limits.columns} kolumner. Ta bort dem som inte behövs.`,
					`Row ${row} has more than ${limits.columns} columns. Take away those that are not needed.`
				);
			if (cells.length > 0) onRow(cells, row);
		}
	});
}

function badQuotes(row: number): SheetRefusal {
	return new SheetRefusal(
		`Citattecknen på rad ${row} går inte ihop: ett som öppnas stängs inte, eller står mitt i en cell. Rätta raden och försök igen.`,
		`The quotes on row ${row} do not match: one is opened and not closed, or stands inside a cell. Mend the row and try again.`
	);
}

/** An apostrophe that keeps text from running as a formula is not part of the text. */
const GUARDED = /^'(?='*(?:\s*[=+\-@＝＋－＠]|[\t\r\n\0]))/;

function cellOf(text: string): Cell {
	if (text.length > LONGEST_CELL) throw tooManyCells();
	const own = text.replace(GUARDED, '');
	return own.trim() === '' ? null : own;
}

/** No fewer cells than a text can be split into. */
function cellsIn(text: string, separator: string, most: number): number {
	let count = 1;
	for (let place = 0; place < text.length && count <= most; place++) {
		const sign = text[place];
		if (sign === separator || sign === '\n' || sign === '\r') count++;
	}
	return count;
}

/** Text by its byte order mark, else UTF-16 where every other byte is zero, UTF-8 where it is that, or Windows-1252. */
export function decoded(bytes: Uint8Array): string {
	return decode(bytes).replace(/^\uFEFF+/, '');
}

function decode(bytes: Uint8Array): string {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	const sample = bytes.subarray(0, 2_000);
	const zeros = (odd: 0 | 1) =>
		sample.reduce((count, byte, place) => count + (byte === 0 && place % 2 === odd ? 1 : 0), 0);
	if (bytes.length >= 4 && zeros(1) > sample.length * 0.3 && zeros(0) === 0)
		return new TextDecoder('utf-16le').decode(bytes);
	if (bytes.length >= 4 && zeros(0) > sample.length * 0.3 && zeros(1) === 0)
		return new TextDecoder('utf-16be').decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

/** The sign that splits most lines into equally many cells; a decimal comma in a semicolon file misleads nobody. */
function separatorOf(text: string): string {
	const lines = text
		.replace(/"(?:[^"]|"")*"/g, '')
		.split(/\r\n|\n|\r/)
		.filter((line) => line.trim() !== '')
		.slice(0, 50);
	const counted = SEPARATORS.map((separator) => {
		const counts = lines.map((line) => line.split(separator).length - 1).filter((n) => n > 0);
		const tally = new Map<number, number>();
		for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
		const alike = Math.max(0, ...tally.values());
		return { separator, alike, lines: counts.length };
	});
	const best = counted.reduce((a, b) => (b.lines + b.alike > a.lines + a.alike ? b : a));
	return best.separator;
}
