import { Decimal, ONE, ZERO } from '../decimal.ts';
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
	return awards.length <= MOST_AWARDS_OVER_YEARS
		? enumerated(certain, awards, gapOf)
		: sampled(certain, awards, gapOf);
}

function enumerated(
	certain: UsableMoney,
	awards: readonly CarriedAward[],
	gapOf: (money: UsableMoney) => NullableSeries
): OutcomeFigures {
	let mean: (Decimal | null)[] = certain.inYear.map(() => ZERO);
	let funded: Decimal | null = ZERO;
	const visit = (position: number, money: UsableMoney, probability: Decimal): void => {
		if (probability.isZero()) return;
		const award = awards[position];
		if (award) {
			visit(position + 1, money, probability.times(ONE.minus(award.probability)));
			visit(position + 1, together(money, award), probability.times(award.probability));
			return;
		}
		const gap = gapOf(money);
		mean = mean.map((sum, year) => {
			const value = gap[year] ?? null;
			return sum === null || value === null ? null : sum.plus(value.times(probability));
		});
		const total = totalOf(gap);
		if (total === null) funded = null;
		else if (total.isZero()) funded = funded && funded.plus(probability);
	};
	visit(0, certain, ONE);
	return { meanPerYear: mean, probabilityFunded: funded, method: EXACT };
}

function sampled(
	certain: UsableMoney,
	awards: readonly CarriedAward[],
	gapOf: (money: UsableMoney) => NullableSeries
): OutcomeFigures {
	const random = randomNumbers(SEED);
	const draws = Array.from({ length: DRAWS }, () =>
		gapOf(
			awards.reduce(
				(money, award) =>
					random() < award.probability.toNumber() ? together(money, award) : money,
				certain
			)
		)
	);
	const totals = draws.map((gap) => totalOf(gap));
	const known = totals.flatMap((total) => (total === null ? [] : [total.toNumber()]));
	const average = known.reduce((sum, total) => sum + total, 0) / Math.max(1, known.length);
	const variance = known.reduce((sum, total) => sum + (total - average) ** 2, 0) / DRAWS;
	return {
		meanPerYear: certain.inYear.map((_, year) =>
			draws.reduce<Decimal | null>((sum, gap) => {
				const value = gap[year] ?? null;
				return sum === null || value === null ? null : sum.plus(value.div(DRAWS));
			}, ZERO)
		),
		probabilityFunded:
			known.length < DRAWS
				? null
				: new Decimal(known.filter((total) => total === 0).length).div(DRAWS),
		method: {
			kind: 'sampled',
			draws: DRAWS,
			seed: SEED,
			standardError: Math.sqrt(variance / DRAWS)
		}
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
