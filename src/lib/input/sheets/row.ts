import type { Text } from '../../core/errors.ts';
import { cellName, isEmptyCell, shownCell, type Cell, type Sheet } from './cell.ts';
import type { Choices, SheetUnit } from './choices.ts';
import { sheetField } from './fields.ts';
import { headingsOf, unitIn, yearIn } from './headings.ts';
import { readCell, type Option } from './values.ts';

/** What stands in the way of a row: where, what was seen, what would be right, and what it may be answered with. */
export type Issue = {
	/** The name of its answer. */
	readonly key: string;
	/** Such as C14; null: the row as a whole, or a column that the table does not have. */
	readonly cell: string | null;
	readonly field: string;
	readonly seen: string;
	readonly text: Text;
	readonly options: readonly Option[];
	/** Answered by one of the options; else by something else in the cell. */
	readonly isQuestion: boolean;
	/** Something else can be put in its place. */
	readonly isMendable: boolean;
};

const LONGEST_SEEN = 200;
/** Money that comes in has no minus where costs have one. */
const GAINS: ReadonlySet<string> = new Set(['saving', 'revenue']);

type Column = {
	readonly place: number;
	readonly field: string;
	readonly year: number | null;
	readonly unit: SheetUnit;
};

/** A table with its choices: which column says what. */
export type Table = {
	readonly sheet: Sheet;
	readonly choices: Choices;
	readonly headings: readonly string[];
	readonly columns: readonly Column[];
};

export function tableOf(sheet: Sheet, choices: Choices): Table {
	const headings = headingsOf(sheet, choices.headerRow);
	const columns = Object.entries(choices.columns).flatMap(([place, field]): Column[] => {
		const heading = headings[Number(place)] ?? '';
		const isPerYear = sheetField(choices.kind, field)?.isPerYear ?? false;
		const year = isPerYear ? yearIn(heading) : null;
		if (isPerYear && year === null) return [];
		return [{ place: Number(place), field, year, unit: unitIn(heading) ?? choices.unit }];
	});
	return { sheet, choices, headings, columns };
}

/** A row as its columns say; reading a field notes what stands in its way. */
export class SheetRow {
	readonly number: number;
	readonly issues: Issue[] = [];
	readonly remarks: Text[] = [];
	readonly #table: Table;
	readonly #cells: readonly Cell[];
	/** Where each path of the form came from. */
	readonly #origins = new Map<string, { field: string; place: number | null }>();

	constructor(table: Table, number: number) {
		this.number = number;
		this.#table = table;
		this.#cells = table.sheet.rows[number - 1] ?? [];
	}

	/** Whether something else was put in the place of a field's cell. */
	isMended(field: string): boolean {
		const column = this.#table.columns.find((one) => one.field === field);
		const key = this.#key(column ? String(column.place) : field);
		return this.#table.choices.answers[key] !== undefined;
	}

	/** What was answered for the row as a whole. */
	get answer(): string {
		return this.#table.choices.answers[this.#key('row')] ?? '';
	}

	hasColumn(field: string): boolean {
		return this.#table.columns.some((column) => column.field === field);
	}

	/** What the cell of a field is typed as in a form; empty where it says nothing. Notes trouble. */
	typed(field: string, path: string = field): string {
		const column = this.#table.columns.find((one) => one.field === field && one.year === null);
		return this.#read(field, path, column ?? null);
	}

	/** The same of the columns of a field that has one for each year. */
	typedYears(field: string, pathOf: (year: number) => string): { year: number; typed: string }[] {
		return this.#table.columns.flatMap((column) => {
			if (column.field !== field || column.year === null) return [];
			return [{ year: column.year, typed: this.#read(field, pathOf(column.year), column) }];
		});
	}

	/** Notes what is wrong with a path of the form, at the cell that it came from. */
	refuse(path: string, text: Text, options: readonly Option[] = []): void {
		const { field, place } = this.#origins.get(path) ?? { field: path, place: null };
		const seen = place === null ? '' : shownCell(this.#cell(place));
		this.#note(field, place, seen, text, options, options.length > 0);
	}

	/** Whether a path of the form was read from here. */
	isOriginOf(path: string): boolean {
		return this.#origins.has(path);
	}

	/** Asks about the row as a whole. */
	ask(text: Text, options: readonly Option[]): void {
		const key = this.#key('row');
		if (this.issues.some((issue) => issue.key === key)) return;
		const about = { key, cell: null, field: 'row', seen: '' };
		this.issues.push({ ...about, text, options, isQuestion: true, isMendable: false });
	}

	#read(field: string, path: string, column: Column | null): string {
		const { kind } = this.#table.choices;
		const cell =
			column === null
				? (this.#table.choices.answers[this.#key(field)] ?? null)
				: this.#cell(column.place);
		this.#origins.set(path, { field, place: column?.place ?? null });
		const read = readCell(cell, {
			kind: sheetField(kind, field)?.value ?? 'text',
			unit: column?.unit ?? this.#table.choices.unit,
			isMinus: this.#table.choices.isMinus && kind !== 'funding' && !GAINS.has(field),
			words: kind === 'funding' && field === 'status' ? 'fundingStatus' : field
		});
		if ('typed' in read) {
			if (read.remark) this.#remark(this.#at(column?.place ?? null, read.remark));
			return read.typed;
		}
		this.#note(
			field,
			column?.place ?? null,
			shownCell(cell),
			read.trouble,
			read.options,
			read.isQuestion
		);
		return '';
	}

	#note(
		field: string,
		place: number | null,
		seen: string,
		text: Text,
		options: readonly Option[],
		isQuestion: boolean
	): void {
		const key = this.#key(place === null ? field : String(place));
		if (this.issues.some((issue) => issue.key === key)) return;
		const cell = place === null ? null : cellName(place, this.number);
		const isMendable = place !== null || sheetField(this.#table.choices.kind, field) !== undefined;
		this.issues.push({
			key,
			cell,
			field,
			seen: seen.slice(0, LONGEST_SEEN),
			text,
			options,
			isQuestion,
			isMendable
		});
	}

	/** What was put in the place of the cell, or the cell. */
	#cell(place: number): Cell {
		const mended = this.#table.choices.answers[this.#key(String(place))];
		return mended ?? this.#cells[place] ?? null;
	}

	#key(of: string): string {
		return `${this.number}.${of}`;
	}

	#at(place: number | null, { sv, en }: Text): Text {
		const cell = place === null ? '' : `${cellName(place, this.number)} `;
		return { sv: `${cell}${sv}`, en: `${cell}${en}` };
	}

	/** A cell may be read more than once. */
	#remark(text: Text): void {
		if (!this.remarks.some(({ sv }) => sv === text.sv)) this.remarks.push(text);
	}
}

/** Why a row is not read, where it is none of the list's own. */
export type LeftOut = 'subtotal' | 'group' | 'headings' | 'skipped';

const SUBTOTAL =
	/^(?:del)?summa(?:\s|:|$)|^(?:sub|grand\s)?total(?:t|summa)?(?:\s|:|$)|^s:a(?:\s|$)|^sum(?:\s|:|$)|^varav(?:\s|:|$)/i;
/** With fewer columns a row of one cell may well be a thing of its own. */
const FEW_COLUMNS = 2;

/** Whether a row is a sum, a heading of a group or the headings once more; null: a row of the list. Empty: no row at all. */
export function leftOut(table: Table, number: number): LeftOut | 'empty' | null {
	const cells = table.sheet.rows[number - 1] ?? [];
	const filled = cells.filter((cell) => !isEmptyCell(cell));
	if (filled.length === 0) return 'empty';
	const answer = table.choices.answers[`${number}.row`];
	if (answer === 'skip') return 'skipped';
	if (answer === 'take') return null;
	const texts = filled.filter((cell) => typeof cell === 'string');
	if (SUBTOTAL.test((texts[0] ?? '').trim())) return 'subtotal';
	const isHeadings =
		filled.length > 1 &&
		cells.every(
			(cell, place) =>
				shownCell(cell).trim() ===
				shownCell(table.sheet.rows[table.choices.headerRow - 1]?.[place]).trim()
		);
	if (isHeadings) return 'headings';
	const isId = table.columns.some(
		({ place, field }) => field === 'id' && !isEmptyCell(cells[place])
	);
	const isGroup =
		filled.length === 1 && texts.length === 1 && !isId && table.columns.length > FEW_COLUMNS;
	return isGroup ? 'group' : null;
}
