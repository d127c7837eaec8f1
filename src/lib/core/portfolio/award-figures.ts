import { ZERO, sum } from '../decimal.ts';
import {
	MOST_AWARDS_IN_A_YEAR,
	MOST_JOINT_AWARDS,
	canBeAllFunded,
	expectedShortfall,
	probabilityAllFunded,
	relevantAwards,
	worstShortfalls,
	type Award
} from '../funding/awards.ts';
import { isUncertain, type FundingFlow } from '../funding/funding-flows.ts';
import { totalOf, type NullableSeries } from '../funding/gap.ts';
import { EXACT, sampledShortfalls, type SampledShortfalls } from '../funding/sampled-awards.ts';
import { at } from '../years.ts';
import type { Evaluation } from './evaluation.ts';

type AwardFigures = {
	readonly expectedGap: Evaluation['gap']['expected'];
	readonly allFunded: Evaluation['allFunded'];
};

/**
 * What the uncertain awards do to a gap that is there without them (METHODS §14, rule 13): the probability-weighted mean
 * gap, the probability that nothing is missing, and the worst case. Exact by enumeration; sampled, and marked so, where
 * the awards are too many.
 */
export function awardFigures(
	securedGap: NullableSeries,
	flows: readonly FundingFlow[]
): AwardFigures {
	const awards = flows
		.filter(({ line }) => isUncertain(line))
		.map(({ line, perYear }): Award => ({ perYear, probability: line.probability }));
	const shortfalls = securedGap.map((value) => value ?? ZERO);
	const relevant = relevantAwards(shortfalls, awards);
	let sample: SampledShortfalls | null = null;
	const sampled = () => (sample ??= sampledShortfalls(shortfalls, relevant));
	return {
		expectedGap: expectedGap(securedGap, relevant, sampled),
		allFunded: allFunded(securedGap, relevant, sampled)
	};
}

function expectedGap(
	securedGap: NullableSeries,
	awards: readonly Award[],
	sampled: () => SampledShortfalls
): AwardFigures['expectedGap'] {
	let method = EXACT;
	const perYear = securedGap.map((shortfall, index) => {
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
	securedGap: NullableSeries,
	awards: readonly Award[],
	sampled: () => SampledShortfalls
): AwardFigures['allFunded'] {
	const known = securedGap.flatMap((value) => (value ? [value] : []));
	if (known.length < securedGap.length) return { probability: null, worstGap: null, method: EXACT };
	const worstGap = sum(worstShortfalls(known, awards));
	if (!canBeAllFunded(known, awards)) return { probability: ZERO, worstGap, method: EXACT };
	if (awards.length <= MOST_JOINT_AWARDS)
		return { probability: probabilityAllFunded(known, awards), worstGap, method: EXACT };
	return { probability: sampled().allFunded, worstGap, method: sampled().allFundedMethod };
}
