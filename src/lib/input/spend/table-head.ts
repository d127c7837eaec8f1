import type { Text } from '../../core/errors.ts';
import { shownCell, type Cell } from '../sheets/cell.ts';
import { bare } from '../sources/sectors.ts';

/** A list that cannot be read, with what its sender can do. */
export class ListRefusal extends Error {
	readonly text: Text;
	constructor(sv: string, en: string) {
		super(en);
		this.text = { sv, en };
	}
}

/** Rows above the list that may be title and heading. */
const MOST_ABOVE = 30;

/** What a column may be headed, best first; letters and digits alone. A text in brackets or a unit after it does not matter. */
export type Heading<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/**
 * Finds the columns of fields in a row, if it is one of headings: `typed` names them outright, else they are known by their
 * words. Null where it is not.
 */
function columnsIn<Field extends string>(
	row: readonly Cell[],
	headings: Heading<Field>,
	typed: Partial<Readonly<Record<Field, string>>>
): Columns<Field> | null {
	const names = row.map((cell) => bare(shownCell(cell).replace(/\(.*?\)/g, '')));
	const whole = row.map((cell) => bare(shownCell(cell)));
	const found: Columns<Field> = {};
	const taken = new Set<number>();
	for (const field of Object.keys(headings) as Field[]) {
		const wanted = typed[field]?.trim();
		const words = wanted ? [bare(wanted)] : headings[field];
		const column = words
			.map((word) =>
				[whole.indexOf(word), names.indexOf(word)].find((at) => at >= 0 && !taken.has(at))
			)
			.find((at) => at !== undefined);
		if (column === undefined) continue;
		found[field] = column;
		taken.add(column);
	}
	return Object.keys(found).length > 0 ? found : null;
}

export type Columns<Field extends string> = Partial<Record<Field, number>>;

/** Looks for the row of headings in the sheets of a file, as their rows come. */
export class HeadFinder<Field extends string> {
	readonly #headings: Heading<Field>;
	readonly #typed: Partial<Readonly<Record<Field, string>>>;
	readonly #isWhole: (columns: Columns<Field>) => boolean;
	#above = 0;
	#likeliest: readonly string[] = [];

	/** `isWhole`: whether columns that were found are enough; `typed`: headings that were named outright. */
	constructor(
		headings: Heading<Field>,
		isWhole: (columns: Columns<Field>) => boolean,
		typed: Partial<Readonly<Record<Field, string>>> = {}
	) {
		this.#headings = headings;
		this.#isWhole = isWhole;
		this.#typed = typed;
	}

	/** A sheet begins; its headings are its own. */
	sheet(): void {
		this.#above = 0;
	}

	/** The columns, if the row is the one of headings; null: it is not, or stands too far down. */
	columnsIn(cells: readonly Cell[]): Columns<Field> | null {
		if (this.#above > MOST_ABOVE) return null;
		const found = columnsIn(cells, this.#headings, this.#typed);
		if (found && this.#isWhole(found)) return found;
		this.#above++;
		const texts = textsOf(cells);
		if (texts.length > this.#likeliest.length) this.#likeliest = texts;
		return null;
	}

	/** The texts that were most like headings, for a message; empty: there were none. */
	likeliest(): string {
		return this.#likeliest.join(', ');
	}
}

/** The texts of a row that may have been meant as headings, for a message. */
function textsOf(row: readonly Cell[]): string[] {
	return row
		.map((cell) => shownCell(cell).trim())
		.filter(Boolean)
		.slice(0, 12)
		.map((text) => `”${text.slice(0, 30)}”`);
}
