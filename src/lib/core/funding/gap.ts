import type { Decimal } from '../decimal.ts';
import { ZERO, max } from '../decimal.ts';
import { at, type Series } from '../years.ts';

/** Kronor per year, and their sum; null where a figure that is needed is unknown. */
export type NullableSeries = readonly (Decimal | null)[];

/**
 * Funding gap per year: max(0, need − own capacity − funding); kr, never below zero and never netted between years
 * (METHODS §8 and §14, rule 14). Where the capacity is unknown the gap is unknown, unless funding alone covers the need.
 * With `carry`, money left over in a year helps later ones; a plan's own gap carries nothing forward.
 */
export function fundingGap(
	need: Series,
	capacity: NullableSeries,
	funding: Series,
	options: { readonly carry?: boolean } = {}
): { readonly perYear: NullableSeries; readonly unused: Decimal } {
	let carried = ZERO;
	let unused = ZERO;
	const perYear = need.map((needed, index) => {
		const own = capacity[index] ?? null;
		const uncovered = needed.minus(at(funding, index));
		if (own === null) return uncovered.lte(0) ? ZERO : null;
		const missing = uncovered.minus(own).minus(carried);
		const left = max(ZERO, missing.neg());
		carried = options.carry ? left : ZERO;
		unused = options.carry ? left : unused.plus(left);
		return max(ZERO, missing);
	});
	return { perYear, unused };
}

/** Sum over the years; unknown when any year is. */
export function totalOf(perYear: NullableSeries): Decimal | null {
	let total = ZERO;
	for (const value of perYear) {
		if (value === null) return null;
		total = total.plus(value);
	}
	return total;
}
