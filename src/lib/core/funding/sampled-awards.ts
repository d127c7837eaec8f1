import { Decimal } from '../decimal.ts';
import { randomNumbers } from '../random.ts';
import { at, type Series } from '../years.ts';
import type { Award } from './awards.ts';

/** How a probability figure was found: by enumeration, or by sampling with a stored seed, size and standard error. */
export type AwardMethod =
	| { readonly kind: 'exact' }
	| {
			readonly kind: 'sampled';
			readonly draws: number;
			readonly seed: number;
			/** Of the sampled figure: kr for a gap, 1 for a probability. */
			readonly standardError: number;
	  };

export const EXACT: AwardMethod = { kind: 'exact' };

const DRAWS = 10_000;
const SEED = 2030;

export type SampledShortfalls = {
	readonly meanPerYear: readonly Decimal[];
	readonly gapMethod: AwardMethod;
	readonly allFunded: Decimal;
	readonly allFundedMethod: AwardMethod;
};

/**
 * Mean shortfall per year and probability of none, over sampled outcomes of independent awards, for portfolios with more
 * awards than can be enumerated. Plain numbers; kr.
 */
export function sampledShortfalls(
	shortfalls: Series,
	awards: readonly Award[],
	{ draws = DRAWS, seed = SEED } = {}
): SampledShortfalls {
	const random = randomNumbers(seed);
	const start = shortfalls.map(Number);
	const plans = awards.map((award) => ({
		probability: Number(award.probability),
		payments: start.flatMap((_, year) => {
			const amount = Number(at(award.perYear, year));
			return amount > 0 ? [{ year, amount }] : [];
		})
	}));
	const sums = start.map(() => 0);
	let funded = 0;
	let squares = 0;
	let total = 0;
	for (let draw = 0; draw < draws; draw++) {
		const left = [...start];
		for (const { probability, payments } of plans) {
			if (random() >= probability) continue;
			for (const { year, amount } of payments) left[year] = (left[year] ?? 0) - amount;
		}
		let gap = 0;
		left.forEach((shortfall, year) => {
			if (shortfall <= 0) return;
			sums[year] = (sums[year] ?? 0) + shortfall;
			gap += shortfall;
		});
		if (gap === 0) funded++;
		total += gap;
		squares += gap * gap;
	}
	const mean = total / draws;
	const share = funded / draws;
	const method = (variance: number): AwardMethod => ({
		kind: 'sampled',
		draws,
		seed,
		standardError: Math.sqrt(Math.max(0, variance) / draws)
	});
	return {
		meanPerYear: sums.map((sum) => new Decimal(sum / draws)),
		gapMethod: method(squares / draws - mean * mean),
		allFunded: new Decimal(share),
		allFundedMethod: method(share * (1 - share))
	};
}
