import type { Decimal } from '../decimal.ts';
import { ZERO, max, sum } from '../decimal.ts';
import { at, type Series } from '../years.ts';

/** Kronor per year, and their sum; null where a figure that is needed is unknown. */
export type NullableSeries = readonly (Decimal | null)[];

/** Money from others per year: what can be used in its own year alone, and what may wait for a later year. kr. */
export type UsableMoney = { readonly inYear: Series; readonly mayWait: Series };

/** The municipality's own money; whether what a year leaves unused may be used in a later one. */
export type OwnMoney = { readonly perYear: NullableSeries; readonly isCarried: boolean };

/**
 * Funding gap per year: max(0, need − own capacity − funding); kr, never below zero, never netted between years (METHODS
 * §8 and §14, rule 14). Where the capacity is unknown the gap is unknown, unless funding alone covers the need. Nothing is
 * carried forward but money that its source lets wait: it is used last, and what is left of it is there the year after.
 */
export function fundingGap(
	need: Series,
	own: OwnMoney,
	funding: UsableMoney
): {
	readonly perYear: NullableSeries;
	/** Money that may wait and is there in each year, its own new money included. */
	readonly waiting: Series;
	readonly unused: Decimal;
} {
	let stock = ZERO;
	let unused = ZERO;
	let isOwnKnown = true;
	const waiting: Decimal[] = [];
	const perYear = need.map((needed, index) => {
		const capacity = own.perYear[index] ?? ZERO;
		// Own money that may have waited is as unknown as the year that it comes from.
		isOwnKnown = own.perYear[index] != null && (isOwnKnown || !own.isCarried);
		const inYear = at(funding.inYear, index).plus(own.isCarried ? ZERO : capacity);
		const mayWait = stock.plus(at(funding.mayWait, index)).plus(own.isCarried ? capacity : ZERO);
		waiting.push(mayWait);
		const uncovered = needed.minus(inYear);
		const gap = max(ZERO, uncovered.minus(mayWait));
		stock = max(ZERO, mayWait.minus(max(ZERO, uncovered)));
		unused = unused.plus(max(ZERO, uncovered.neg()));
		return isOwnKnown || gap.isZero() ? gap : null;
	});
	return { perYear, waiting, unused: unused.plus(stock) };
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

/** Need and the money found for it, of one sector. kr. */
export type SectorNeed = { readonly need: Decimal; readonly identified: Decimal };

/** Investment gap by sector: need − identified money, never below zero and never netted between sectors (METHODS §8). */
export function sectorGaps(sectors: readonly SectorNeed[]): {
	readonly gaps: readonly Decimal[];
	readonly total: Decimal;
	/** What netting would say, for comparison. */
	readonly net: Decimal;
	/** Share of the need that is covered; null without need. */
	readonly coverage: Decimal | null;
} {
	const gaps = sectors.map(({ need, identified }) => max(ZERO, need.minus(identified)));
	const [need, total] = [sum(sectors.map((one) => one.need)), sum(gaps)];
	return {
		gaps,
		total,
		net: need.minus(sum(sectors.map(({ identified }) => identified))),
		coverage: need.gt(0) ? need.minus(total).div(need) : null
	};
}
