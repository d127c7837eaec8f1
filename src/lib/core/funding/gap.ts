import type { Decimal } from '../decimal.ts';
import { ZERO, max } from '../decimal.ts';
import { at, type Series } from '../years.ts';

/** Kronor per year, and their sum; null where a figure that is needed is unknown. */
export type NullableSeries = readonly (Decimal | null)[];

/**
 * Funding gap per year: max(0, need − own capacity − funding); kr, never below zero, never netted between years and
 * nothing carried forward (METHODS §8 and §14, rule 14). Where the capacity is unknown the gap is unknown, unless funding
 * alone covers the need.
 */
export function fundingGap(
	need: Series,
	capacity: NullableSeries,
	funding: Series
): NullableSeries {
	return need.map((needed, index) => {
		const own = capacity[index] ?? null;
		const uncovered = needed.minus(at(funding, index));
		if (own === null) return uncovered.lte(0) ? ZERO : null;
		return max(ZERO, uncovered.minus(own));
	});
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
