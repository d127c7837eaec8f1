import { ONE, ZERO, type Decimal } from '../../lib/core/decimal.ts';
import { awardOutlook } from '../../lib/core/funding/award-outlook.ts';
import { outcomeFigures } from '../../lib/core/funding/awards-over-years.ts';
import {
	fundingWeight,
	isListed,
	isSecured,
	type Certainty
} from '../../lib/core/funding/certainty.ts';
import { fundingGap, sectorGaps, totalOf, type UsableMoney } from '../../lib/core/funding/gap.ts';
import { liquidityPosition, netCash } from '../../lib/core/funding/liquidity.ts';
import { largestRemainder } from '../../lib/core/largest-remainder.ts';
import type { FundingStatus } from '../../lib/core/plan/plan.ts';
import { addSeries, type Series } from '../../lib/core/years.ts';
import { sum } from '../../lib/core/decimal.ts';
import { decimal, decimals, rows, type Operations } from './inputs.ts';

type Source = {
	readonly status: FundingStatus;
	readonly probability: Decimal;
	readonly isCarried: boolean;
	readonly amounts: Series;
};

function sourcesOf(sources: unknown, carry: unknown): Source[] {
	return rows(sources).map((source) => ({
		status: source['status'] as FundingStatus,
		probability: decimal(source['probability'] ?? 1),
		isCarried: (source['carry'] ?? carry) === true,
		amounts: decimals(source['amounts'])
	}));
}

/** Money of the sources by their weight, per year: for its own year, and what may wait. */
function moneyOf(
	sources: readonly Source[],
	years: number,
	weightOf: (source: Source) => Decimal
): UsableMoney {
	const empty = () => Array.from({ length: years }, () => ZERO);
	const money = { inYear: empty(), mayWait: empty() };
	for (const source of sources)
		addSeries(source.isCarried ? money.mayWait : money.inYear, source.amounts, weightOf(source));
	return money;
}

const IS_CERTAIN = (source: Source) => isSecured(source.status) || source.probability.eq(1);

/** Funding gaps, awards, liquidity and rounding. */
export const fundingOperations: Operations = {
	funding_gap: (inputs) => {
		const need = decimals(inputs['need']);
		const sources = sourcesOf(inputs['sources'], inputs['carry']).filter(({ status }) =>
			isListed(status)
		);
		const none = { perYear: need.map(() => ZERO), isCarried: false };
		const gapOf = (money: UsableMoney) => fundingGap(need, none, money);
		const at = (certainty: Certainty) =>
			gapOf(moneyOf(sources, need.length, (source) => fundingWeight(source, certainty)));
		const outcomes = outcomeFigures(
			moneyOf(sources.filter(IS_CERTAIN), need.length, () => ONE),
			sources
				.filter((source) => !IS_CERTAIN(source))
				.map((source) => ({
					...moneyOf([source], need.length, () => ONE),
					probability: source.probability
				})),
			(money) => gapOf(money).perYear
		);
		const [secured, expected, planned] = [at('secured'), at('expected'), at('planned')];
		return {
			unused: planned.unused,
			secured_gap: secured.perYear,
			secured_gap_total: totalOf(secured.perYear),
			gap_at_expected_funding: expected.perYear,
			gap_at_expected_funding_total: totalOf(expected.perYear),
			planned_gap: planned.perYear,
			planned_gap_total: totalOf(planned.perYear),
			expected_gap: outcomes.meanPerYear,
			expected_gap_total: totalOf(outcomes.meanPerYear)
		};
	},
	expected_shortfall_enumeration: ({ need, own, grants }) => {
		const awards = rows(grants).map(({ amount, probability }) => ({
			amount: decimal(amount),
			probability: decimal(probability)
		}));
		const outlook = awardOutlook(decimal(need), decimal(own), awards);
		return {
			expected_gap: outlook.expectedGap,
			worst_gap: outlook.worstGap,
			probability_fully_funded: outlook.probabilityFunded,
			gap_at_expected_grants: outlook.gapAtExpectedAwards
		};
	},
	liquidity: ({ opening, inflow, outflow }) => {
		const net = netCash(decimals(inflow), decimals(outflow));
		const { position, peakBridging } = liquidityPosition(net, decimal(opening));
		return { position, peak_need: peakBridging };
	},
	investment_gap_by_sector: ({ sectors }) => {
		const found = sectorGaps(
			rows(sectors).map(({ need, identified }) => ({
				need: decimal(need),
				identified: decimal(identified)
			}))
		);
		return {
			gap: found.gaps,
			gap_total: found.total,
			net_total: found.net,
			coverage: found.coverage
		};
	},
	largest_remainder: ({ total, weights }) => {
		const parts = largestRemainder(decimal(total), decimals(weights));
		return { parts, sum: sum(parts) };
	}
};
