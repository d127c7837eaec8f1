import type { Text } from '../../core/errors.ts';
import {
	MOST_COLUMNS,
	cellName,
	isEmptyCell,
	shownCell,
	type Cell,
	type Sheet,
	type Tables
} from '../sheets/cell.ts';

/** A workbook that the program wrote, as it comes back: what was typed in it then, and what stands there now. */

/** The sheet by which such a workbook is known; its first row says what it is, each other row is of the headings or of one row of a sheet. */
export const TRACE_SHEET = '_klimatportfolj';
export const TRACE_FORMAT = 'klimatportfolj-workbook';
export const TRACE_VERSION = 1;

const bookParts = ['assumptions', 'measures', 'costs', 'effects', 'funding'] as const;
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

/** On the hidden sheet, of a cell: its column from 0, the field, and what stood there. Of a heading: its column and words. */
export type CellTrace = readonly [column: number, field: string, base: string];
export type HeadingTrace = readonly [column: number, heading: string];

type SheetTrace = {
	readonly part: BookPart;
	readonly name: string;
	readonly headings: Map<number, Set<string>>;
	/** By the key of the row. */
	readonly rows: Map<string, readonly CellTrace[]>;
};

/** So much of a text is kept to know it by; a cell holds no more than 32 767 signs. */
const KEPT_TEXT = 200;

/** A text as it is kept on the hidden sheet, and as one that comes back is held to it: spaces and line ends are not told apart. */
export function keptText(text: string): string {
	return text.replace(/\s+/g, ' ').trim().slice(0, KEPT_TEXT);
}

/** So many cells are traced at most; a plan of the largest size has fewer. */
const MOST_CELLS = 400_000;

/** The copy in the sheets of a file; null where the program has not written them. */
export function bookCopyIn({ sheets, tooLarge }: Tables): BookCopy | null {
	if (tooLarge.includes(TRACE_SHEET))
		return { planId: '', day: '', cells: [], faults: [fault(TRACE_SHEET, null, TOO_LARGE)] };
	const trace = sheets.find(({ name }) => name === TRACE_SHEET);
	const [about, ...rows] = trace?.rows ?? [];
	if (!about || textOf(about[0]) !== TRACE_FORMAT) return null;
	const [, version, planId, , , day] = about.map(textOf);
	const of = { planId: planId ?? '', day: day ?? '' };
	if (version !== String(TRACE_VERSION))
		return { ...of, cells: [], faults: [fault(TRACE_SHEET, null, OTHER_VERSION)] };
	const read = tracesIn(rows).map((one) => {
		const sheet = sheets.find(({ name }) => name === one.name);
		return sheet ? cellsIn(sheet, one) : { cells: [], faults: [fault(one.name, null, NO_SHEET)] };
	});
	return {
		...of,
		cells: read.flatMap(({ cells }) => cells),
		faults: read.flatMap(({ faults }) => faults)
	};
}

/** What the hidden sheet says, sheet by sheet. Whoever sent the file may have written it: what is not understood is left. */
function tracesIn(rows: Sheet['rows']): SheetTrace[] {
	const traces = new Map<string, SheetTrace>();
	let left = MOST_CELLS;
	for (const row of rows) {
		const [part, name = '', key = '', text = ''] = row.map(textOf);
		const known = bookParts.find((one) => one === part);
		if (!known) continue;
		const own = traces.get(name) ?? { part: known, name, headings: new Map(), rows: new Map() };
		traces.set(name, own);
		const list = listIn(text).slice(0, left);
		left -= list.length;
		if (key !== '') {
			own.rows.set(
				key,
				list.flatMap((one) => cellTrace(one))
			);
			continue;
		}
		for (const [column, heading] of list.flatMap((one) => headingTrace(one))) {
			const words = own.headings.get(column) ?? new Set<string>();
			own.headings.set(column, words.add(heading));
		}
	}
	return [...traces.values()];
}

function listIn(text: string): readonly unknown[] {
	try {
		const value: unknown = JSON.parse(text);
		return Array.isArray(value) ? value : [];
	} catch {
		return [];
	}
}

function cellTrace(one: unknown): CellTrace[] {
	if (!Array.isArray(one)) return [];
	const [column, field, base] = one as readonly unknown[];
	return isColumn(column) && typeof field === 'string' && typeof base === 'string'
		? [[column, field, base]]
		: [];
}

function headingTrace(one: unknown): HeadingTrace[] {
	if (!Array.isArray(one)) return [];
	const [column, heading] = one as readonly unknown[];
	return isColumn(column) && typeof heading === 'string' ? [[column, heading]] : [];
}

function isColumn(value: unknown): value is number {
	return Number.isInteger(value) && Number(value) > 0 && Number(value) < MOST_COLUMNS;
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
const TOO_LARGE: Text = {
	sv: 'arbetsboken är för stor för att läsas tillbaka; ta ut en arbetsbok per förvaltning, eller listor',
	en: 'the workbook is too large to be read back; take out a workbook for each department, or lists'
};
const missing = (key: string): Text => ({
	sv: `raden med nyckeln ${key} finns inte i filen; inget ändras för den`,
	en: `the row with the key ${key} is not in the file; nothing is changed for it`
});
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

function cellsIn({ name, rows }: Sheet, { part, headings, rows: traced }: SheetTrace) {
	const places = new Map<string, number[]>();
	rows.forEach((row, place) => {
		const key = textOf(row[0]);
		if (!traced.has(key)) return;
		const own = places.get(key);
		if (own) own.push(place);
		else places.set(key, [place]);
	});
	const faults: BookFault[] = [];
	const found = headingsIn(rows, headings);
	for (const column of headings.keys())
		if (!found.has(column)) faults.push(fault(name, cellName(column, 1), MOVED));
	const cells = [...traced].flatMap(([key, own]): TracedCell[] => {
		const [row, ...others] = places.get(key) ?? [];
		if (row === undefined) faults.push(fault(name, null, missing(key)));
		else if (others.length > 0) faults.push(fault(name, cellName(1, row + 1), TWICE));
		if (row === undefined || others.length > 0) return [];
		return own.flatMap(([column, field, base]): TracedCell[] => {
			const heading = found.get(column);
			if (headings.has(column) && heading === undefined) return [];
			const seen = rows[row]?.[column] ?? null;
			const about = { part, sheet: name, key, heading: heading?.text ?? '', field, base };
			return [{ ...about, cell: cellName(column, row + 1), seen }];
		});
	});
	// The sheet of assumptions has several tables, with headings between them.
	const strange = part === 'assumptions' ? [] : strangers(name, rows, traced, found);
	return { cells, faults: [...faults, ...strange] };
}

type Found = ReadonlyMap<number, { readonly row: number; readonly text: string }>;

/** The first heading of each column, where it has one of those that it had. */
function headingsIn(rows: Sheet['rows'], headings: SheetTrace['headings']): Found {
	const found = new Map<number, { row: number; text: string }>();
	rows.forEach((row, place) => {
		for (const [column, words] of headings) {
			const text = found.has(column) ? '' : textOf(row[column]);
			if (text !== '' && words.has(text)) found.set(column, { row: place, text });
		}
	});
	return found;
}

/** Rows of the table, below its headings, that have no key, or one that nobody gave them. */
function strangers(
	name: string,
	rows: Sheet['rows'],
	known: ReadonlyMap<string, unknown>,
	found: Found
): BookFault[] {
	const heading = Math.min(...[...found.values()].map(({ row }) => row));
	if (!Number.isFinite(heading)) return [];
	return rows.slice(heading + 1).flatMap((row, index): BookFault[] => {
		const key = textOf(row[0]);
		const place = cellName(1, heading + index + 2);
		if (key !== '') return known.has(key) ? [] : [fault(name, place, OTHER_KEY)];
		return row.some((cell) => !isEmptyCell(cell)) ? [fault(name, place, NO_KEY)] : [];
	});
}
