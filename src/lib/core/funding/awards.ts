import { Decimal, ONE, ZERO } from '../decimal.ts';
import { at, type Series } from '../years.ts';

/** An application: won in full for all its years with its probability, else lost for all of them. kr per year. */
export type Award = { readonly perYear: Series; readonly probability: Decimal };

/** An award as one year sees it. */
export type AwardInYear = { readonly amount: Decimal; readonly probability: Decimal };

/** So many awards in one year are enumerated; two halves of 2^10 outcomes are combined exactly. */
export const MOST_AWARDS_IN_A_YEAR = 20;

/** So many awards are enumerated jointly over all years (METHODS §8). */
export const MOST_JOINT_AWARDS = 16;

/**
 * Expected shortfall of one year: the mean of max(0, shortfall − won) over all outcomes of independent awards, exact.
 * The awards are enumerated in two halves; with the right half sorted, the sum over it for one left outcome l is
 *     Σ p (t − won) over won < t = shortfall − l   =   t × P(won < t) − E[won; won < t],
 * read off running sums, so that 2^n outcomes cost 2^(n/2) steps. Computed in whole numbers of the smallest decimal that
 * any of them has. At most MOST_AWARDS_IN_A_YEAR awards. kr.
 */
export function expectedShortfall(shortfall: Decimal, awards: readonly AwardInYear[]): Decimal {
	if (shortfall.lte(0)) return ZERO;
	const kronor = unitOf([shortfall, ...awards.map(({ amount }) => amount)]);
	const chance = unitOf(awards.map(({ probability }) => probability));
	const whole = awards.map(({ amount, probability }) => ({
		amount: wholeIn(amount, kronor),
		won: wholeIn(probability, chance),
		lost: wholeIn(ONE.minus(probability), chance)
	}));
	const half = Math.ceil(whole.length / 2);
	const left = outcomes(whole.slice(0, half));
	const right = outcomes(whole.slice(half)).sort((x, y) => (x.amount < y.amount ? -1 : 1));
	const running = runningSums(right);
	const start = wholeIn(shortfall, kronor);
	let mean = 0n;
	for (const { amount, weight } of left) {
		const threshold = start - amount;
		if (threshold <= 0n) continue;
		const below = running[countBelow(right, threshold)];
		if (below) mean += weight * (threshold * below.weight - below.amount);
	}
	return new Decimal(mean.toString()).div(new Decimal(10).pow(kronor + chance * awards.length));
}

/** Decimals that the most exact of the values has. */
function unitOf(values: readonly Decimal[]): number {
	return Math.max(0, ...values.map((value) => value.decimalPlaces()));
}

function wholeIn(value: Decimal, decimals: number): bigint {
	return BigInt(value.times(new Decimal(10).pow(decimals)).toFixed(0));
}

/** What an outcome wins, and its probability times 10^(decimals × awards). */
type Outcome = { readonly amount: bigint; readonly weight: bigint };

/** Every combination of won and lost. */
function outcomes(
	awards: readonly { readonly amount: bigint; readonly won: bigint; readonly lost: bigint }[]
): Outcome[] {
	let all: Outcome[] = [{ amount: 0n, weight: 1n }];
	for (const { amount, won, lost } of awards)
		all = all.flatMap((one) => [
			{ amount: one.amount, weight: one.weight * lost },
			{ amount: one.amount + amount, weight: one.weight * won }
		]);
	return all;
}

/** Element n: probability, and probability-weighted amount, of the first n outcomes. */
function runningSums(sorted: readonly Outcome[]): Outcome[] {
	let sums: Outcome = { amount: 0n, weight: 0n };
	return [
		sums,
		...sorted.map(({ amount, weight }) => {
			sums = { amount: sums.amount + amount * weight, weight: sums.weight + weight };
			return sums;
		})
	];
}

function countBelow(sorted: readonly Outcome[], threshold: bigint): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const amount = sorted[middle]?.amount;
		if (amount !== undefined && amount < threshold) low = middle + 1;
		else high = middle;
	}
	return low;
}

/**
 * Probability that awards cover the shortfall of every year, exact over the joint outcomes. A branch ends as soon as it
 * is covered, or cannot be covered by what is left to decide.
 */
export function probabilityAllFunded(shortfalls: Series, awards: readonly Award[]): Decimal {
	const years = shortfalls.flatMap((shortfall, index) => (shortfall.gt(0) ? [index] : []));
	const relevant = relevantAwards(shortfalls, awards);
	const amounts = relevant.map((award) => years.map((index) => at(award.perYear, index)));
	const hopes = stillPossible(amounts, years.length);
	const probability = (position: number, left: readonly Decimal[]): Decimal => {
		if (left.every((shortfall) => shortfall.lte(0))) return ONE;
		const hope = hopes[position] ?? [];
		if (left.some((shortfall, i) => shortfall.gt(at(hope, i)))) return ZERO;
		const chance = relevant[position]?.probability ?? ZERO;
		const won = left.map((shortfall, i) => shortfall.minus(at(amounts[position] ?? [], i)));
		const ifWon = chance.isZero() ? ZERO : chance.times(probability(position + 1, won));
		const lost = ONE.minus(chance);
		return lost.isZero() ? ifWon : ifWon.plus(lost.times(probability(position + 1, left)));
	};
	return probability(
		0,
		years.map((index) => at(shortfalls, index))
	);
}

/** Awards that pay in a year with a shortfall. */
export function relevantAwards(shortfalls: Series, awards: readonly Award[]): Award[] {
	return awards.filter((award) =>
		award.perYear.some((amount, index) => amount.gt(0) && at(shortfalls, index).gt(0))
	);
}

/** Whether all awards together would cover every year. */
export function canBeAllFunded(shortfalls: Series, awards: readonly Award[]): boolean {
	return shortfalls.every((shortfall, index) =>
		awards.reduce((left, award) => left.minus(at(award.perYear, index)), shortfall).lte(0)
	);
}

/** For each position, what the awards from there on could add per year. */
function stillPossible(amounts: readonly Series[], years: number): Series[] {
	let sums: Decimal[] = new Array<Decimal>(years).fill(ZERO);
	const fromEnd = [sums];
	for (const award of [...amounts].reverse()) {
		sums = sums.map((sum, i) => sum.plus(at(award, i)));
		fromEnd.push(sums);
	}
	return fromEnd.reverse();
}
