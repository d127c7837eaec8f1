import type { Decimal } from '../decimal.ts';
import { ZERO, max, sum } from '../decimal.ts';
import { at, type Series } from '../years.ts';

/** Kronor per year, and their sum; null where a figure that is needed is unknown. */
export type NullableSeries = readonly (Decimal | null)[];

/** Money from others per year: what can be used in its own year alone, and what may wait for a later year. kr. */
export type UsableMoney = { readonly inYear: Series; readonly mayWait: Series };

/** The municipality's own money; whether what a year leaves unused may be used in a later one. */
export type OwnMoney = { readonly perYear: NullableSeries; readonly isCarried: boolean };

/** Whether any money may wait, which ties the years together. */
export function mayMoneyWait(
	isOwnCarried: boolean,
	lines: readonly { readonly carryForward?: boolean | undefined }[]
): boolean {
	return isOwnCarried || lines.some(({ carryForward }) => carryForward === true);
}

/** The gap per year, and the money that may wait and is there in each year, its own new money included; kr. */
export type GapPath = {
	readonly perYear: NullableSeries;
	readonly waiting: NullableSeries;
	readonly unused: Decimal | null;
};

/**
 * Funding gap per year: max(0, need − own capacity − funding); kr, never below zero, never netted between years (METHODS
 * §8 and §14, rule 14). Nothing is carried forward but money that its source lets wait: it is used last, and what is left
 * of it is there the year after. Where the capacity of a year is unknown, a figure is known only if it is the same with
 * none of it and with so much that it covers everything: so unless funding alone covers the need, the gap is unknown.
 */
export function fundingGap(need: Series, own: OwnMoney, funding: UsableMoney): GapPath {
	const without = knownGap(need, own, funding, ZERO);
	if (!own.perYear.includes(null)) return without;
	const plenty = knownGap(need, own, funding, sum(need));
	const agreed = (a: Series, b: Series): NullableSeries =>
		a.map((value, index) => (value.eq(at(b, index)) ? value : null));
	return {
		perYear: agreed(without.perYear, plenty.perYear),
		waiting: agreed(without.waiting, plenty.waiting),
		unused: null
	};
}

/** The same with an amount in place of what is unknown. */
function knownGap(need: Series, own: OwnMoney, funding: UsableMoney, assumed: Decimal) {
	let stock = ZERO;
	let unused = ZERO;
	const waiting: Decimal[] = [];
	const perYear = need.map((needed, index) => {
		const capacity = own.perYear[index] ?? assumed;
		const inYear = at(funding.inYear, index).plus(own.isCarried ? ZERO : capacity);
		const mayWait = stock.plus(at(funding.mayWait, index)).plus(own.isCarried ? capacity : ZERO);
		const uncovered = needed.minus(inYear);
		waiting.push(mayWait);
		stock = max(ZERO, mayWait.minus(max(ZERO, uncovered)));
		unused = unused.plus(max(ZERO, uncovered.neg()));
		return max(ZERO, uncovered.minus(mayWait));
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
