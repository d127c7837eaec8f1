import { ONE, ZERO, type Decimal } from '../decimal.ts';
import { randomNumbers } from '../random.ts';
import { addSeries, type Series } from '../years.ts';
import { totalOf, type NullableSeries, type UsableMoney } from './gap.ts';
import { EXACT, type AwardMethod } from './sampled-awards.ts';

/** An award of which money may wait for a later year: won in full for all its years, or lost. kr. */
export type CarriedAward = UsableMoney & { readonly probability: Decimal };

/** What uncertain awards do to the gap when money may wait: every outcome runs through all years. */
export type OutcomeFigures = {
	readonly meanPerYear: NullableSeries;
	readonly probabilityFunded: Decimal | null;
	readonly method: AwardMethod;
};

/** Every outcome runs through all years, so that fewer can be enumerated than where the years stand alone. */
const MOST_AWARDS_OVER_YEARS = 11;

const DRAWS = 2_000;
const SEED = 2030;

/**
 * Mean gap per year and probability of none over the outcomes of independent awards, where money carried between years
 * ties the years together (METHODS §8). Exact over all outcomes up to MOST_AWARDS_OVER_YEARS awards, else sampled with a stored
 * seed. `gapOf` gives the gap per year for the money of one outcome.
 */
export function outcomeFigures(
	certain: UsableMoney,
	awards: readonly CarriedAward[],
	gapOf: (money: UsableMoney) => NullableSeries
): OutcomeFigures {
	const { outcomes, method } = gapOutcomes(certain, awards, gapOf);
	let mean: (Decimal | null)[] = certain.inYear.map(() => ZERO);
	let funded: Decimal | null = ZERO;
	for (const { gap, weight } of outcomes) {
		mean = mean.map((sum, year) => {
			const value = gap[year] ?? null;
			return sum === null || value === null ? null : sum.plus(value.times(weight));
		});
		const total = totalOf(gap);
		if (total === null) funded = null;
		else if (total.isZero()) funded = funded && funded.plus(weight);
	}
	return { meanPerYear: mean, probabilityFunded: funded, method };
}

/** The gap of one outcome of all awards, and how likely it is. */
export type GapOutcome = { readonly gap: NullableSeries; readonly weight: Decimal };

/** The outcomes of independent awards that can happen: all of them, or so many draws that weigh alike. */
export function gapOutcomes(
	certain: UsableMoney,
	awards: readonly CarriedAward[],
	gapOf: (money: UsableMoney) => NullableSeries
): { readonly outcomes: readonly GapOutcome[]; readonly method: AwardMethod } {
	if (awards.length <= MOST_AWARDS_OVER_YEARS)
		return { outcomes: enumerated(certain, awards, gapOf), method: EXACT };
	const outcomes = sampled(certain, awards, gapOf);
	return { outcomes, method: methodOf(outcomes) };
}

function enumerated(
	certain: UsableMoney,
	awards: readonly CarriedAward[],
	gapOf: (money: UsableMoney) => NullableSeries
): GapOutcome[] {
	const all: GapOutcome[] = [];
	const visit = (position: number, money: UsableMoney, weight: Decimal): void => {
		if (weight.isZero()) return;
		const award = awards[position];
		if (!award) {
			all.push({ gap: gapOf(money), weight });
			return;
		}
		visit(position + 1, money, weight.times(ONE.minus(award.probability)));
		visit(position + 1, together(money, award), weight.times(award.probability));
	};
	visit(0, certain, ONE);
	return all;
}

function sampled(
	certain: UsableMoney,
	awards: readonly CarriedAward[],
	gapOf: (money: UsableMoney) => NullableSeries
): GapOutcome[] {
	const random = randomNumbers(SEED);
	const weight = ONE.div(DRAWS);
	return Array.from({ length: DRAWS }, () => ({
		gap: gapOf(
			awards.reduce(
				(money, award) =>
					random() < award.probability.toNumber() ? together(money, award) : money,
				certain
			)
		),
		weight
	}));
}

function methodOf(draws: readonly GapOutcome[]): AwardMethod {
	const known = draws.flatMap(({ gap }) => totalOf(gap)?.toNumber() ?? []);
	const average = known.reduce((sum, total) => sum + total, 0) / Math.max(1, known.length);
	const variance = known.reduce((sum, total) => sum + (total - average) ** 2, 0) / DRAWS;
	return {
		kind: 'sampled',
		draws: DRAWS,
		seed: SEED,
		standardError: Math.sqrt(variance / DRAWS)
	};
}

function together(money: UsableMoney, award: UsableMoney): UsableMoney {
	return {
		inYear: added(money.inYear, award.inYear),
		mayWait: added(money.mayWait, award.mayWait)
	};
}

function added(a: Series, b: Series): Series {
	const sum = [...a];
	addSeries(sum, b);
	return sum;
}
