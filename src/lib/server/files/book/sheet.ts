import type { BookPart } from '../../../input/book/trace.ts';
import { columnName } from '../../../input/sheets/cell.ts';
import { term, type Operand, type Scalar, type Term } from './formula.ts';

/**
 * What a cell is to its reader: typed by somebody; typed, but nothing in the book follows it; computed in the book; or
 * computed in the program and only shown.
 */
export type Role =
	'input' | 'outside' | 'live' | 'program' | 'text' | 'heading' | 'title' | 'note' | 'total';
export type Format = 'kr' | 'tonnes' | 'share' | 'factor' | 'year' | 'number' | 'text';
export type Style = { readonly role: Role; readonly format: Format };

export type Cell = {
	readonly row: number;
	readonly column: number;
	readonly value: Scalar;
	/** As it is written, without the equals sign; null: the value itself. */
	readonly formula: string | null;
	readonly style: Style;
	/** Of something typed that can be read back into the plan: which field of the row's own thing it is. */
	readonly field?: string;
};

/** A cell that formulas may name. */
export type CellRef = Term & {
	readonly sheet: string;
	readonly row: number;
	readonly column: number;
};

/** A row of cells, one per year of the plan. */
export type Years = readonly CellRef[];

/** One sheet of a workbook as it is being laid out. Rows and columns count from 0. */
export class Sheet {
	readonly cells: Cell[] = [];
	readonly hiddenColumns = new Set<number>();
	/** What its rows are of, where they can be read back into the plan by the keys in the first column. */
	part: BookPart | null = null;
	/** Cells that hold one of some words. */
	readonly choices: {
		readonly row: number;
		readonly column: number;
		readonly of: readonly string[];
	}[] = [];
	/** Kept from readers: it is for the program. */
	isHidden = false;
	/** Rows and columns that stay in sight. */
	frozen = { rows: 0, columns: 0 };
	private next = 0;

	constructor(
		readonly name: string,
		/** What the sheet holds, in a sentence. */
		readonly about: string
	) {}

	/** The row that is filled in next; `skip` leaves rows empty before it. */
	newRow(skip = 0): number {
		this.next += skip + 1;
		return this.next - 1;
	}

	/** Writes a value or a formula. A formula that comes to no number is a fault of whoever laid it out. */
	put(
		row: number,
		column: number,
		content: Operand,
		role: Role,
		format: Format,
		field?: string
	): CellRef {
		const { value, write } = term(content);
		const place = `${this.name}!${columnName(column)}${row + 1}`;
		if (typeof value === 'object') throw new RangeError(`${place} would hold a range`);
		if (typeof value === 'number' && !Number.isFinite(value))
			throw new RangeError(`${place} =${write(this.name)} is no number`);
		const formula = typeof content === 'object' ? write(this.name) : null;
		this.cells.push({
			row,
			column,
			value,
			formula,
			style: { role, format },
			...(field && { field })
		});
		return this.refAt({ row, column, value });
	}

	/** A cell that has been written. */
	refAt({ row, column, value }: Pick<Cell, 'row' | 'column' | 'value'>): CellRef {
		return { ...refTo(this.name, row, column), value, sheet: this.name, row, column };
	}

	text(row: number, column: number, content: string, role: Role = 'text'): CellRef {
		return this.put(row, column, content, role, 'text');
	}

	/** Headings of a table; the first on a sheet stay in sight, with the columns that say what a row is of. */
	headings(row: number, headings: readonly string[], from = 0): void {
		if (this.frozen.rows === 0) this.frozen = { rows: row + 1, columns: this.frozen.columns };
		headings.forEach((heading, index) => this.text(row, from + index, heading, 'heading'));
	}
}

function refTo(sheet: string, row: number, column: number): Pick<Term, 'write' | 'rank'> {
	const place = `${columnName(column)}${row + 1}`;
	return { write: (from) => `${from === sheet ? '' : `${quoted(sheet)}!`}${place}`, rank: 5 };
}

export function quoted(sheet: string): string {
	return /^\p{L}+$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}

/** A row or column of cells, as one range: the first to the last of those given, which stand beside one another. */
export function range(cells: readonly CellRef[]): Term {
	const [first, last] = [cells[0], cells.at(-1)];
	if (!first || !last) throw new RangeError('a range of no cells');
	const length = Math.abs(last.row - first.row) + Math.abs(last.column - first.column) + 1;
	if (length !== cells.length) throw new RangeError('the cells of a range stand apart');
	const end = `${columnName(last.column)}${last.row + 1}`;
	return {
		write: (from) => `${first.write(from)}:${end}`,
		value: cells.map(({ value }) => (typeof value === 'object' ? 0 : value)),
		rank: 5
	};
}

/** Where a cell stands whatever is inserted, for a name: Sheet!$B$3. */
export function absoluteName({ sheet, row, column }: CellRef): string {
	return `${quoted(sheet)}!$${columnName(column)}$${row + 1}`;
}
