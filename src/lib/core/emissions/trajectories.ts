import { Decimal, ONE, ZERO, max, min, sum } from '../decimal.ts';
import { DomainError } from '../errors.ts';

/** Paths to a target and carbon budgets (METHODS §11). Tonnes, fractions, years. */

/** e0 + (e1 − e0)(y − y0)/(y1 − y0): the same tonnes every year. */
export function linearLevel(
	from: { readonly year: number; readonly tonnes: Decimal },
	to: { readonly year: number; readonly tonnes: Decimal },
	year: number
): Decimal {
	if (to.year === from.year)
		throw new DomainError('no-span', `A path needs two different years; got ${from.year} twice.`);
	const span = new Decimal(year - from.year).div(to.year - from.year);
	return from.tonnes.plus(to.tonnes.minus(from.tonnes).times(span));
}

/** Yearly step of the linear path as a share of the base year, not of the year before. */
export function linearStepShare(e0: Decimal, e1: Decimal, years: number): Decimal {
	return e0.minus(e1).div(e0).div(years);
}

/** Sum of the linear path over the years after the base year, which does not count. */
export function linearSum(e0: Decimal, e1: Decimal, years: number): Decimal {
	const first = linearLevel({ year: 0, tonnes: e0 }, { year: years, tonnes: e1 }, 1);
	return first.plus(e1).times(years).div(2);
}

/** 1 − (e1/e0)^(1/n): the same share of the year before, every year. */
export function compoundRate(e0: Decimal, e1: Decimal, years: number): Decimal {
	if (e0.lte(0) || e1.lt(0) || years <= 0)
		throw new DomainError(
			'no-rate',
			`A yearly cut needs emissions above 0 to start with and 0 or more to end with; got ${e0.toString()} and ${e1.toString()} over ${years} years.`
		);
	return ONE.minus(e1.div(e0).pow(ONE.div(years)));
}

/** e0 × (1 − r)^k */
export function compoundLevel(e0: Decimal, rate: Decimal, years: number): Decimal {
	return e0.times(ONE.minus(rate).pow(years));
}

/**
 * Emissions of the years after the base year at a compound cut: e0 Σ_{k=1..n} (1 − r)^k; without end (years null)
 * e0 (1 − r)/r.
 */
export function compoundSum(e0: Decimal, rate: Decimal, years: number | null): Decimal {
	if (years !== null) {
		const levels = Array.from({ length: years }, (_, k) => compoundLevel(e0, rate, k + 1));
		return sum(levels);
	}
	if (rate.lte(0) || rate.gt(1))
		throw new DomainError(
			'rate-without-end',
			`Without an end year the yearly cut must be above 0 and at most 1; got ${rate.toString()}.`
		);
	return e0.times(ONE.minus(rate)).div(rate);
}

const MOST_STEPS = 140;

/**
 * The yearly compound cut that uses exactly a budget over the years after the base year; without end e0/(B + e0). Null
 * when no cut between 0 and 1 does: the budget covers today's emissions every year.
 */
export function budgetRate(e0: Decimal, budget: Decimal, years: number | null): Decimal | null {
	if (budget.lt(0) || e0.lte(0)) return null;
	if (years === null) return e0.div(budget.plus(e0));
	if (budget.gt(e0.times(years))) return null;
	let [low, high] = [ZERO, ONE];
	for (let step = 0; step < MOST_STEPS; step++) {
		const middle = low.plus(high).div(2);
		if (compoundSum(e0, middle, years).gt(budget)) low = middle;
		else high = middle;
	}
	return low.plus(high).div(2);
}

/** The year in which a path has used up a budget, and how far past it that year ends; null when it never does. */
export function exhaustion(
	budget: Decimal,
	path: readonly { readonly year: number; readonly tonnes: Decimal }[]
): { readonly year: number; readonly overshoot: Decimal } | null {
	let used = ZERO;
	for (const { year, tonnes } of path) {
		used = used.plus(tonnes);
		if (used.gte(budget)) return { year, overshoot: used.minus(budget) };
	}
	return null;
}

export type PathGap = {
	readonly residual: readonly Decimal[];
	/** residual − target; positive: tonnes too many. */
	readonly perYear: readonly Decimal[];
	/** Years netted, as a carbon budget counts. */
	readonly net: Decimal;
	/** Only the years above the target, as yearly targets count. */
	readonly above: Decimal;
	readonly isLastYearMet: boolean;
};

/** A residual path against a target path, per year and cumulated: meeting the last year says nothing about the sum. */
export function pathGap(residual: readonly Decimal[], target: readonly Decimal[]): PathGap {
	const perYear = residual.map((tonnes, t) => tonnes.minus(target[t] ?? ZERO));
	return {
		residual,
		perYear,
		net: sum(perYear),
		above: sum(perYear.map((gap) => max(ZERO, gap))),
		isLastYearMet: perYear.at(-1)?.lte(0) ?? true
	};
}

/** A cut in per cent of a base year as a level, and what it asks from now on. */
export function cutFromBase(
	base: Decimal,
	cut: Decimal,
	now: Decimal
): { readonly level: Decimal; readonly fromNow: Decimal; readonly shareOfNow: Decimal | null } {
	const level = base.times(ONE.minus(cut));
	const fromNow = now.minus(level);
	return { level, fromNow, shareOfNow: now.gt(0) ? fromNow.div(now) : null };
}

/** Credits of a sector in the given order, each at most what those before it left of the sector's emissions (METHODS §7). */
export function cappedInSector(emissions: Decimal, credits: readonly Decimal[]): Decimal[] {
	let left = emissions;
	return credits.map((credit) => {
		const kept = min(credit, max(ZERO, left));
		left = left.minus(kept);
		return kept;
	});
}

/** The same without an order: all cuts of the sector shrink alike; what adds emissions stays. */
export function sharedInSector(emissions: Decimal, credits: readonly Decimal[]): Decimal[] {
	const factor = sectorFactor(emissions, credits);
	return credits.map((credit) => (credit.gt(0) ? credit.times(factor) : credit));
}

/** What the cuts of a sector are multiplied with so that they take no more than it emits; at most 1. */
export function sectorFactor(emissions: Decimal, credits: readonly Decimal[]): Decimal {
	const cuts = sum(credits.filter((credit) => credit.gt(0)));
	const added = sum(credits.filter((credit) => credit.lt(0)));
	if (cuts.isZero()) return ONE;
	return min(ONE, max(ZERO, emissions.minus(added)).div(cuts));
}
