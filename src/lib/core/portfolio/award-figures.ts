import { ONE, ZERO, type Decimal } from '../decimal.ts';
import {
	MOST_AWARDS_IN_A_YEAR,
	MOST_JOINT_AWARDS,
	canBeAllFunded,
	expectedShortfall,
	probabilityAllFunded,
	relevantAwards,
	type Award
} from '../funding/awards.ts';
import { outcomeFigures } from '../funding/awards-over-years.ts';
import { canBeLost, certainWeight } from '../funding/certainty.ts';
import { awardsAmong, type FundingFlow } from '../funding/funding-flows.ts';
import {
	fundingGap,
	mayMoneyWait,
	totalOf,
	type NullableSeries,
	type OwnMoney
} from '../funding/gap.ts';
import { EXACT, sampledShortfalls, type SampledShortfalls } from '../funding/sampled-awards.ts';
import { addSeries, at, type Horizon, type Series } from '../years.ts';
import type { Evaluation } from './evaluation.ts';
import { usableMoney } from './usable-money.ts';

type AwardFigures = {
	readonly expectedGap: Evaluation['gap']['expected'];
	readonly allFunded: Evaluation['allFunded'];
};

/**
 * What awards that may be won or lost do to a gap (METHODS §14, rule 13): the probability-weighted mean gap, the
 * probability that nothing is missing, and the worst case. Exact by enumeration; sampled, and marked so, where the awards
 * are too many. Where money may wait for a later year, every outcome runs through all years.
 */
export function awardFigures(
	need: Series,
	own: OwnMoney,
	flows: readonly FundingFlow[],
	horizon: Horizon
): AwardFigures {
	const certain = usableMoney(flows, certainWeight, horizon);
	const certainGap = fundingGap(need, own, certain).perYear;
	const uncertain = awardsAmong(flows.filter(({ line }) => canBeLost(line)));
	const lines = flows.map(({ line }) => line);
	if (!mayMoneyWait(own.isCarried, lines)) return yearByYear(certainGap, uncertain);
	const awards = uncertain.map((own) => ({
		...usableMoney(own, () => ONE, horizon),
		probability: probabilityOf(own)
	}));
	const { meanPerYear, probabilityFunded, method } = outcomeFigures(
		certain,
		awards,
		(money) => fundingGap(need, own, money).perYear
	);
	return {
		expectedGap: { perYear: meanPerYear, total: totalOf(meanPerYear), method },
		allFunded: { probability: probabilityFunded, worstGap: totalOf(certainGap), method }
	};
}

/** With nothing carried, the years are independent of one another but for the awards that they share. */
function yearByYear(
	certainGap: NullableSeries,
	uncertain: readonly (readonly FundingFlow[])[]
): AwardFigures {
	const shortfalls = certainGap.map((value) => value ?? ZERO);
	const awards = relevantAwards(
		shortfalls,
		uncertain.map((own): Award => ({
			perYear: together(own.map(({ perYear }) => perYear)),
			probability: probabilityOf(own)
		}))
	);
	let sample: SampledShortfalls | null = null;
	const sampled = () => (sample ??= sampledShortfalls(shortfalls, awards));
	return {
		expectedGap: expectedGap(certainGap, awards, sampled),
		allFunded: allFunded(certainGap, awards, sampled)
	};
}

function together([first = [], ...others]: readonly Series[]): Series {
	const total = [...first];
	for (const one of others) addSeries(total, one);
	return total;
}

function probabilityOf([first]: readonly FundingFlow[]): Decimal {
	return first?.line.probability ?? ZERO;
}

function expectedGap(
	certainGap: NullableSeries,
	awards: readonly Award[],
	sampled: () => SampledShortfalls
): AwardFigures['expectedGap'] {
	let method = EXACT;
	const perYear = certainGap.map((shortfall, index) => {
		if (shortfall === null) return null;
		const paying = awards.flatMap(({ perYear, probability }) => {
			const amount = at(perYear, index);
			return amount.isZero() ? [] : [{ amount, probability }];
		});
		if (shortfall.isZero() || paying.length <= MOST_AWARDS_IN_A_YEAR)
			return expectedShortfall(shortfall, paying);
		method = sampled().gapMethod;
		return at(sampled().meanPerYear, index);
	});
	return { perYear, total: totalOf(perYear), method };
}

function allFunded(
	certainGap: NullableSeries,
	awards: readonly Award[],
	sampled: () => SampledShortfalls
): AwardFigures['allFunded'] {
	const worstGap = totalOf(certainGap);
	if (worstGap === null) return { probability: null, worstGap, method: EXACT };
	const known = certainGap.flatMap((value) => value ?? []);
	if (!canBeAllFunded(known, awards)) return { probability: ZERO, worstGap, method: EXACT };
	if (awards.length <= MOST_JOINT_AWARDS)
		return { probability: probabilityAllFunded(known, awards), worstGap, method: EXACT };
	return { probability: sampled().allFunded, worstGap, method: sampled().allFundedMethod };
}
