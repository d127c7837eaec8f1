/**
 * A mixed-integer linear program to be maximised, as data: the solver reads it as text in the CPLEX LP format. Numbers are
 * plain; money goes in as millions of kronor, and what the solver answers is never shown as money.
 */
export type Program = {
	readonly columns: readonly Column[];
	readonly rows: readonly Row[];
};

export type Column = {
	/** What one of it is worth. */
	readonly worth: number;
	readonly least: number;
	readonly most: number;
	/** All or nothing: 0 or 1. */
	readonly isChoice: boolean;
};

/** Σ factor × column ≤ most. */
export type Row = {
	readonly terms: readonly (readonly [column: number, factor: number])[];
	readonly most: number;
};

/** Collects columns and rows. */
export class ProgramBuilder {
	readonly #columns: Column[] = [];
	readonly #rows: Row[] = [];

	/** Adds a column and returns its number. */
	amount(worth: number, most: number, least = 0): number {
		return this.#columns.push({ worth, least, most, isChoice: false }) - 1;
	}

	choice(worth = 0): number {
		return this.#columns.push({ worth, least: 0, most: 1, isChoice: true }) - 1;
	}

	atMost(most: number, terms: Row['terms']): void {
		this.#rows.push({ terms, most });
	}

	atLeast(least: number, terms: Row['terms']): void {
		this.atMost(
			-least,
			terms.map(([column, factor]) => [column, -factor])
		);
	}

	build(): Program {
		return { columns: this.#columns, rows: this.#rows };
	}
}

/** The program as text; c0, c1, … are its columns, all named in the objective, since the solver numbers them as it meets them. */
export function lpText({ columns, rows }: Program): string {
	const sum = (terms: Row['terms']) =>
		terms.map(([column, factor]) => `${signed(factor)} c${column}`).join('\n ');
	const choices = columns.flatMap(({ isChoice }, column) => (isChoice ? [`c${column}`] : []));
	return [
		'Maximize',
		` worth: ${sum(columns.map(({ worth }, column) => [column, worth]))}`,
		'Subject To',
		...rows.map(({ terms, most }, row) => ` r${row}: ${sum(terms)} <= ${most}`),
		'Bounds',
		...columns.flatMap(({ least, most, isChoice }, column) =>
			isChoice ? [] : [` ${least} <= c${column} <= ${most}`]
		),
		...(choices.length > 0 ? ['Binaries', ` ${choices.join('\n ')}`] : []),
		'End',
		''
	].join('\n');
}

function signed(factor: number): string {
	return `${factor < 0 ? '-' : '+'} ${Math.abs(factor)}`;
}
