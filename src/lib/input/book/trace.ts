import type { Text } from '../../core/errors.ts';
import {
	cellName,
	isEmptyCell,
	shownCell,
	type Cell,
	type Sheet,
	type Tables
} from '../sheets/cell.ts';

/** A workbook that the program wrote, as it comes back: what was typed in it then, and what stands there now. */

/** The sheet by which such a workbook is known; its first row says what it is, each other row is of one cell. */
export const TRACE_SHEET = '_klimatportfolj';
export const TRACE_FORMAT = 'klimatportfolj-workbook';
export const TRACE_VERSION = 1;

export const bookParts = ['assumptions', 'measures', 'costs', 'effects', 'funding'] as const;
export type BookPart = (typeof bookParts)[number];

/** A cell that may be typed into: of what it is, what stood there when the book was written, and what stands there now. */
export type TracedCell = {
	readonly part: BookPart;
	readonly sheet: string;
	/** C14, where it stands now. */
	readonly cell: string;
	/** Of the thing that the row is of. */
	readonly key: string;
	readonly heading: string;
	/** Empty: it is not read back. */
	readonly field: string;
	readonly base: string;
	readonly seen: Cell;
};

/** Something in a file that cannot be read back, and why. */
export type BookFault = {
	readonly sheet: string;
	readonly cell: string | null;
	readonly text: Text;
};

export type BookCopy = {
	/** Of the stored plan that it was written from; empty: of none. */
	readonly planId: string;
	readonly day: string;
	readonly cells: readonly TracedCell[];
	readonly faults: readonly BookFault[];
};

type TraceRow = Omit<TracedCell, 'cell' | 'seen'> & { readonly column: number };

/** The copy in the sheets of a file; null where the program has not written them. */
export function bookCopyIn({ sheets }: Pick<Tables, 'sheets'>): BookCopy | null {
	const trace = sheets.find(({ name }) => name === TRACE_SHEET);
	const [about, ...rows] = trace?.rows ?? [];
	if (!about || textOf(about[0]) !== TRACE_FORMAT) return null;
	const [, version, planId, , , day] = about.map(textOf);
	const of = { planId: planId ?? '', day: day ?? '' };
	if (version !== String(TRACE_VERSION))
		return { ...of, cells: [], faults: [fault(TRACE_SHEET, null, OTHER_VERSION)] };
	const bySheet = new Map<string, TraceRow[]>();
	for (const row of rows.flatMap((one) => traceRow(one) ?? [])) {
		const own = bySheet.get(row.sheet);
		if (own) own.push(row);
		else bySheet.set(row.sheet, [row]);
	}
	const read = [...bySheet].map(([name, own]) => {
		const sheet = sheets.find((one) => one.name === name);
		return sheet ? cellsIn(sheet, own) : { cells: [], faults: [fault(name, null, NO_SHEET)] };
	});
	return {
		...of,
		cells: read.flatMap(({ cells }) => cells),
		faults: read.flatMap(({ faults }) => faults)
	};
}

function traceRow(row: readonly Cell[]): TraceRow | null {
	const [part, sheet = '', key = '', column, heading = '', field = '', base = ''] = row.map(textOf);
	const known = bookParts.find((one) => one === part);
	if (!known || !/^\d{1,3}$/.test(column ?? '')) return null;
	return { part: known, sheet, key, column: Number(column), heading, field, base };
}

function textOf(cell: Cell | undefined): string {
	if (cell === null || cell === undefined) return '';
	return typeof cell === 'object' && 'n' in cell ? String(cell.n) : shownCell(cell);
}

function fault(sheet: string, cell: string | null, text: Text): BookFault {
	return { sheet, cell, text };
}

const OTHER_VERSION: Text = {
	sv: 'arbetsboken är gjord av en annan version av programmet; ta ut en ny och för över ändringarna',
	en: 'the workbook was made by another version of the program; take out a new one and move the changes over'
};
const NO_SHEET: Text = {
	sv: 'bladet finns inte i filen; inget läses därifrån',
	en: 'the sheet is not in the file; nothing is read from it'
};
const MOVED: Text = {
	sv: 'kolumnen har inte rubriken som den hade när boken togs ut; inget läses från den',
	en: 'the column has not the heading that it had when the book was taken out; nothing is read from it'
};
const TWICE: Text = {
	sv: 'två rader har samma nyckel i den dolda första kolumnen; inget läses från dem',
	en: 'two rows have the same key in the hidden first column; nothing is read from them'
};
const NO_KEY: Text = {
	sv: 'raden är ny: den har ingen nyckel i den dolda första kolumnen. Lägg till posten i programmet, eller läs in den som en lista',
	en: 'the row is new: it has no key in the hidden first column. Add the item in the program, or read it in as a list'
};
const OTHER_KEY: Text = {
	sv: 'nyckeln i den dolda första kolumnen är inte någon som boken hade när den togs ut; raden läses inte',
	en: 'the key in the hidden first column is none that the book had when it was taken out; the row is not read'
};

function cellsIn({ name, rows }: Sheet, traced: readonly TraceRow[]) {
	const keyOf = (row: number) => textOf(rows[row]?.[0]);
	const places = new Map<string, number[]>();
	rows.forEach((_, row) => {
		if (keyOf(row) !== '') places.set(keyOf(row), [...(places.get(keyOf(row)) ?? []), row]);
	});
	const known = new Set(traced.map(({ key }) => key));
	const faults: BookFault[] = [];
	for (const [key, [row = 0, ...others]] of places)
		if (known.has(key) && others.length > 0) faults.push(fault(name, cellName(1, row + 1), TWICE));
	const moved = new Set<number>();
	for (const { column, heading, key } of traced) {
		const [row] = places.get(key) ?? [];
		if (row === undefined || heading === '' || moved.has(column)) continue;
		const isThere = rows.slice(0, row).some((one) => textOf(one[column]) === heading);
		if (isThere) continue;
		moved.add(column);
		faults.push(fault(name, cellName(column, row + 1), MOVED));
	}
	const cells = traced.flatMap(({ column, ...cell }): TracedCell[] => {
		const [row, ...others] = places.get(cell.key) ?? [];
		if (row === undefined || others.length > 0 || moved.has(column)) return [];
		const seen = rows[row]?.[column] ?? null;
		return [{ ...cell, cell: cellName(column, row + 1), seen }];
	});
	// The sheet of assumptions has several tables, with headings between them.
	const isTable = traced.every(({ part }) => part !== 'assumptions');
	return { cells, faults: [...faults, ...(isTable ? strangers(name, rows, known) : [])] };
}

/** Rows of the table that have no key, or one that nobody gave them. */
function strangers(name: string, rows: Sheet['rows'], known: ReadonlySet<string>): BookFault[] {
	const first = rows.findIndex((row) => known.has(textOf(row[0])));
	if (first < 0) return [];
	return rows.slice(first).flatMap((row, index): BookFault[] => {
		const key = textOf(row[0]);
		const place = cellName(1, first + index + 1);
		if (key !== '') return known.has(key) ? [] : [fault(name, place, OTHER_KEY)];
		return row.filter((cell) => !isEmptyCell(cell)).length > 1 ? [fault(name, place, NO_KEY)] : [];
	});
}
