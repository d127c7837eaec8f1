import type { Decimal } from '../../decimal.ts';
import { Decimal as DecimalValue } from '../../decimal.ts';
import type { Text } from '../../errors.ts';
import type { Formula, Unit } from '../../formula.ts';
import type { Part } from '../../plan/parts.ts';

/** Where a typed value stands in the plan file, and what is said of it there. */
export type Stated = {
	readonly part: Part;
	/** Of a measure, a funding line or a portfolio; null for a section. */
	readonly id: string | null;
	/** Path inside the part, rows by their id or year: costs.c1.years.2027.amount */
	readonly field: string;
	readonly source: string;
	readonly confidence: string;
	readonly vintage?: string | undefined;
	/** The measure on whose page a funding line is edited. */
	readonly measure?: string | undefined;
};

/**
 * A figure with how it comes about: computed by a formula from inputs, each explained in its turn, down to values that
 * somebody typed. Inputs are made when they are asked for, since nodes share them.
 */
export type Explained = {
	/** Address by which it can be asked for again; null for a value that has no page of its own. */
	readonly figure: string | null;
	readonly label: Text;
	readonly unit: Unit;
	/** null: unknown. */
	readonly value: Decimal | null;
	/** null: typed, or a plain number of the method. */
	readonly formula: Formula | null;
	readonly stated: Stated | null;
	readonly note: Text | null;
	readonly inputs: readonly Explained[];
};

export function text(sv: string, en: string): Text {
	return { sv, en };
}

/** A figure's address from its parts. */
export function figureOf(...segments: readonly (string | number)[]): string {
	return segments.map((segment) => encodeURIComponent(String(segment))).join('/');
}

export function segmentsOf(figure: string): string[] {
	return figure.split('/').map((segment) => {
		try {
			return decodeURIComponent(segment);
		} catch {
			return segment;
		}
	});
}

type Derived = {
	readonly figure?: string;
	readonly label: Text;
	readonly unit: Unit;
	readonly value: Decimal | null;
	readonly formula: Formula;
	readonly note?: Text | null;
	readonly inputs: () => readonly Explained[];
};

export function derived({ figure, note, inputs, ...node }: Derived): Explained {
	let made: readonly Explained[] | null = null;
	return {
		...node,
		figure: figure ?? null,
		stated: null,
		note: note ?? null,
		get inputs() {
			return (made ??= inputs());
		}
	};
}

/** A value that stands in the plan file. */
export function typed(
	label: Text,
	unit: Unit,
	value: Decimal | number | null,
	stated: Stated
): Explained {
	return leaf(label, unit, value, stated);
}

/** A number that follows from the rules themselves: a count of years, a weight, zero. */
export function given(label: Text, unit: Unit, value: Decimal | number): Explained {
	return leaf(label, unit, value, null);
}

function leaf(
	label: Text,
	unit: Unit,
	value: Decimal | number | null,
	stated: Stated | null
): Explained {
	return {
		figure: null,
		label,
		unit,
		value: typeof value === 'number' ? new DecimalValue(value) : value,
		formula: null,
		stated,
		note: null,
		inputs: []
	};
}

/** The label of a value in a year: "Behov, 2027". */
export function inYear({ sv, en }: Text, year: number | null): Text {
	return year === null ? { sv, en } : { sv: `${sv}, ${year}`, en: `${en}, ${year}` };
}
