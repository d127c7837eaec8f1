import type { CostedTonnes } from '../../lib/core/abatement/pareto-layers.ts';
import { Decimal } from '../../lib/core/decimal.ts';

/** What a worked case asks for: an operation and its inputs, as JSON. */
export type Inputs = Readonly<Record<string, unknown>> & { readonly op: string };

/** Which functions of the core answer an operation; nothing is computed here. */
export type Operations = Readonly<
	Record<string, (inputs: Inputs) => Readonly<Record<string, unknown>>>
>;

export function decimal(value: unknown): Decimal {
	if (typeof value !== 'number' && typeof value !== 'string')
		throw new TypeError(`A case needs a number here; got ${JSON.stringify(value)}.`);
	return new Decimal(value);
}

export function decimals(values: unknown): Decimal[] {
	return list(values).map(decimal);
}

export function list(values: unknown): readonly unknown[] {
	if (!Array.isArray(values))
		throw new TypeError(`A case needs a list here; got ${JSON.stringify(values)}.`);
	return values;
}

/** A list of objects, each read field by field. */
export function rows(values: unknown): readonly Readonly<Record<string, unknown>>[] {
	return list(values) as readonly Readonly<Record<string, unknown>>[];
}

/** A number for every year, or one number for all of them. */
export function perYear(value: unknown, years: number): Decimal[] {
	return Array.isArray(value)
		? decimals(value)
		: Array.from({ length: years }, () => decimal(value));
}

export function points(measures: unknown): CostedTonnes[] {
	return rows(measures).map(({ id, cost, abatement }) => ({
		id: String(id),
		cost: decimal(cost),
		tonnes: decimal(abatement)
	}));
}
