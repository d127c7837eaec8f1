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
export const MOST_ABOVE = 30;

/** What a column may be headed, best first; letters and digits alone. A text in brackets or a unit after it does not matter. */
export type Heading<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/**
 * Finds the columns of fields in a row, if it is one of headings: `typed` names them outright, else they are known by their
 * words. Null where it is not.
 */
export function columnsIn<Field extends string>(
	row: readonly Cell[],
	headings: Heading<Field>,
	typed: Partial<Readonly<Record<Field, string>>>
): Partial<Record<Field, number>> | null {
	const names = row.map((cell) => bare(shownCell(cell).replace(/\(.*?\)/g, '')));
	const whole = row.map((cell) => bare(shownCell(cell)));
	const found: Partial<Record<Field, number>> = {};
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

/** The texts of a row that may have been meant as headings, for a message. */
export function textsOf(row: readonly Cell[]): string {
	return row
		.map((cell) => shownCell(cell).trim())
		.filter(Boolean)
		.slice(0, 12)
		.map((text) => `”${text.slice(0, 30)}”`)
		.join(', ');
}
