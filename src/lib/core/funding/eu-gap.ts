import { ONE, ZERO, max, min, type Decimal } from '../decimal.ts';
import { npv } from '../finance/time-value.ts';
import { at, type Series } from '../years.ts';

export type EuFundingGap = {
	/** Discounted investment cost (DIC). */
	readonly investment: Decimal;
	/** Discounted net revenue (DNR): revenue − operating cost + residual value. */
	readonly netRevenue: Decimal;
	/** Funding-gap rate R, 0 to 1. */
	readonly rate: Decimal;
	readonly decisionAmount: Decimal;
	readonly grant: Decimal;
};

/**
 * The EU funding-gap method for projects that earn revenue: R = (DIC − DNR)/DIC, between 0 and 1; decision amount
 * eligible cost × R; grant × co-financing rate. The residual value comes in the last year. Year 0 undiscounted. kr.
 * Source: Commission working document on cost-benefit analysis; Reg. 1303/2013 Art. 61 (METHODS §8).
 */
export function euFundingGap(input: {
	readonly rate: Decimal;
	readonly investment: Series;
	readonly revenue: Series;
	readonly opex: Series;
	readonly residual: Decimal;
	readonly eligibleCost: Decimal;
	readonly cofinancingRate: Decimal;
}): EuFundingGap {
	const years = Math.max(input.investment.length, input.revenue.length, input.opex.length);
	const net = Array.from({ length: years }, (_, t) => {
		const earned = at(input.revenue, t).minus(at(input.opex, t));
		return t === years - 1 ? earned.plus(input.residual) : earned;
	});
	const investment = npv(input.rate, input.investment);
	const netRevenue = npv(input.rate, net);
	const rate = investment.isZero()
		? ZERO
		: max(ZERO, min(ONE, investment.minus(netRevenue).div(investment)));
	const decisionAmount = input.eligibleCost.times(rate);
	return {
		investment,
		netRevenue,
		rate,
		decisionAmount,
		grant: decisionAmount.times(input.cofinancingRate)
	};
}

/**
 * The state-aid funding gap: how much less the project is worth than a credible counterfactual, both without aid; aid is
 * at most that and intensity × eligible cost (GBER/CEEAG; METHODS §8). kr.
 */
export function aidFundingGap(input: {
	readonly rate: Decimal;
	readonly project: Series;
	readonly counterfactual: Series;
	readonly eligibleCost: Decimal;
	readonly intensity: Decimal;
}): { readonly gap: Decimal; readonly intensityCap: Decimal; readonly maximumAid: Decimal } {
	const gap = max(
		ZERO,
		npv(input.rate, input.counterfactual).minus(npv(input.rate, input.project))
	);
	const intensityCap = input.eligibleCost.times(input.intensity);
	return { gap, intensityCap, maximumAid: min(gap, intensityCap) };
}
