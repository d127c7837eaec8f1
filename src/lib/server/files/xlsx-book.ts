import { isEmptyCell, type Cell } from '../../input/sheets/cell.ts';
import { SheetRefusal, tooManyCells } from './sheet-refusal.ts';
import { readFormats, shownNumber, type NumberFormat } from './xlsx-formats.ts';
import { readXml, withoutPrefixes } from './xml.ts';
import { broken, openArchive, type Archive, type ArchiveLimits } from './zip.ts';

/** How large a workbook may be: what is unpacked, and the signs of all texts that cells share, which are held. */
export type BookLimits = ArchiveLimits & { readonly shared: number };
const MIB = 1024 * 1024;
const TABLES: BookLimits = { entry: 50 * MIB, total: 100 * MIB, shared: 5_000_000 };
/** Signs of one cell; Excel takes no more than 32 767. */
const LONGEST_CELL = 40_000;
const LONGEST_NAME = 31;
const LONGEST_ERROR = 20;

/** A sheet that holds more than a table may. */
export class TooLarge extends Error {}

/** What may still be read: cells and signs go down as they are found. A long text that many cells share counts in each. */
export type Room = {
	readonly rows: number;
	readonly columns: number;
	cells: number;
	signs: number;
};

/** A row of a sheet; it counts from 1, and rows without anything are not told of. */
export type OnRow = (cells: Cell[], row: number) => void;

export type Place = { readonly name: string; readonly part: string };

/** A workbook whose sheets are read row by row; reading one throws TooLarge where it holds more than there is room for. */
export type RowBook = {
	readonly sheets: readonly Place[];
	readonly eachRow: (place: Place, room: Room, onRow: OnRow) => Promise<void>;
};

/**
 * Opens an Excel workbook (ECMA-376): values as they are shown, formulas as what they came to when it was saved. Nothing is
 * computed, fetched or run. Throws SheetRefusal for what is not a workbook, or carries macros.
 */
export async function openBook(bytes: Buffer, limits = TABLES): Promise<RowBook> {
	const archive = await openArchive(bytes, limits);
	if ([...archive.names].some((name) => /vbaProject\.bin$/i.test(name))) throw withMacros();
	const { sheets, is1904 } = await readOverview(archive);
	const formats = archive.names.has('xl/styles.xml')
		? await readFormats(archive, 'xl/styles.xml')
		: [];
	const shared = await readSharedTexts(archive, limits.shared);
	return {
		sheets,
		eachRow: ({ part }, room, onRow) =>
			readRows(archive, part, { shared, formats, is1904, room, onRow })
	};
}

/** A sheet's name, without signs that a screen would not show. */
function nameFrom(text: string): string {
	return text.replace(/\p{C}/gu, '').slice(0, LONGEST_NAME);
}

async function readOverview(archive: Archive): Promise<{ sheets: Place[]; is1904: boolean }> {
	if (!archive.names.has('xl/workbook.xml')) throw broken();
	const targets = new Map<string, string>();
	await readXml(archive.read('xl/_rels/workbook.xml.rels'), {
		open: (name, { Id, Target, TargetMode }) => {
			if (name !== 'Relationship' || !Id || !Target || TargetMode === 'External') return;
			targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
		}
	});
	const sheets: Place[] = [];
	let is1904 = false;
	await readXml(archive.read('xl/workbook.xml'), {
		open: (tag, attributes) => {
			const { name, id, date1904 } = withoutPrefixes(attributes);
			if (tag === 'workbookPr') is1904 = date1904 === '1' || date1904 === 'true';
			const part = targets.get(id ?? '');
			// A sheet of a chart alone has no table.
			if (tag === 'sheet' && part?.includes('worksheets/'))
				sheets.push({ name: nameFrom(name ?? ''), part });
		}
	});
	return { sheets, is1904 };
}

async function readSharedTexts(archive: Archive, most: number): Promise<string[]> {
	const texts: string[] = [];
	// A workbook may have all its texts in its cells.
	if (!archive.names.has('xl/sharedStrings.xml')) return texts;
	let signs = 0;
	let collected = '';
	let isText = false;
	let isSounds = false;
	await readXml(archive.read('xl/sharedStrings.xml'), {
		open: (name) => {
			if (name === 'si') {
				collected = '';
				// An empty one takes room too.
				if (++signs > most) throw tooManyCells();
			}
			if (name === 'rPh') isSounds = true;
			if (name === 't') isText = !isSounds;
		},
		close: (name) => {
			if (name === 'si') texts.push(unescaped(collected));
			if (name === 'rPh') isSounds = false;
			if (name === 't') isText = false;
		},
		text: (text) => {
			if (!isText) return;
			collected += text;
			signs += text.length;
			if (signs > most) throw tooManyCells();
		}
	});
	return texts;
}

/** Signs that XML cannot carry are written _x000D_. */
function unescaped(text: string): string {
	return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
		String.fromCharCode(parseInt(code, 16))
	);
}

type Reading = {
	readonly shared: readonly string[];
	readonly formats: readonly NumberFormat[];
	readonly is1904: boolean;
	readonly room: Room;
	readonly onRow: OnRow;
};

async function readRows(archive: Archive, part: string, reading: Reading): Promise<void> {
	const { room, onRow } = reading;
	let cells: Cell[] = [];
	let row = 0;
	let column = -1;
	let raw: RawCell = { ...NOTHING };
	let isValue = false;

	function take(cell: Cell): void {
		if (isEmptyCell(cell)) return;
		if (!Number.isInteger(row) || row < 1) throw broken();
		if (row > room.rows || column >= room.columns) throw new TooLarge();
		if (typeof cell === 'string') room.signs -= cell.length;
		// What lies empty before it takes room too.
		room.cells -= Math.max(1, column + 1 - cells.length);
		if (room.cells < 0 || room.signs < 0) throw new TooLarge();
		while (cells.length < column) cells.push(null);
		cells[column] = cell;
	}

	await readXml(archive.read(part), {
		open: (name, { r, t, s }) => {
			if (name === 'row') {
				row = r ? Number(r) : row + 1;
				column = -1;
				cells = [];
			} else if (name === 'c') {
				column = r ? columnOf(r) : column + 1;
				raw = { type: t ?? 'n', style: Number(s ?? 0), text: '', isFormula: false };
			} else if (name === 'f') raw.isFormula = true;
			else isValue = name === 'v' || name === 't';
		},
		text: (text) => {
			if (!isValue) return;
			if (raw.text.length + text.length > LONGEST_CELL) throw new TooLarge();
			raw.text += text;
		},
		close: (name) => {
			if (name === 'v' || name === 't') isValue = false;
			else if (name === 'c') take(cellOf(raw, reading));
			else if (name === 'row' && cells.length > 0) onRow(cells, row);
		}
	});
}

type RawCell = { type: string; style: number; text: string; isFormula: boolean };
const NOTHING: RawCell = { type: 'n', style: 0, text: '', isFormula: false };

/** The column of a cell's name, from 0: C14 is 2. */
function columnOf(name: string): number {
	let sum = 0;
	for (let place = 0; place < 3; place++) {
		const letter = name.charCodeAt(place) - 64;
		if (!(letter >= 1 && letter <= 26)) break;
		sum = sum * 26 + letter;
	}
	if (sum === 0) throw broken();
	return sum - 1;
}

function cellOf({ type, style, text, isFormula }: RawCell, reading: Reading): Cell {
	if (text === '') return isFormula && type !== 'str' ? { uncomputed: true } : null;
	if (type === 's') return reading.shared[Number(text)] ?? null;
	if (type === 'str' || type === 'inlineStr') return unescaped(text);
	if (type === 'b') return { yes: text === '1' || text === 'true' };
	if (type === 'e') return { error: text.slice(0, LONGEST_ERROR) };
	if (type === 'd') return { day: text.slice(0, 10) };
	const n = Number(text);
	if (!Number.isFinite(n)) throw broken();
	const format = reading.formats[style];
	return format ? shownNumber(n, format, reading.is1904) : { n };
}

function withMacros(): SheetRefusal {
	return new SheetRefusal(
		'Arbetsboken har makron. Spara den som .xlsx utan makron och försök igen.',
		'The workbook has macros. Save it as .xlsx without macros and try again.'
	);
}
