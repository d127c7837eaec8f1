import { Decimal } from '$lib/core/decimal';
import { withAssumptions } from '$lib/core/portfolio/assumptions';
import { evaluate } from '$lib/core/portfolio/evaluate';
import { valuation, type Valuation } from '$lib/core/portfolio/valuation';
import { planOfCopy } from '$lib/input/plan-file/what-if';
import { fetchCopy } from './live-figures';

/** Where the sliders stand, in per cent: the discount rate itself, and the others of what the plan has. */
export type Sliders = {
	readonly discountRate: number;
	readonly carbonValue: number;
	readonly electricity: number;
};

export type Revalued = ReadonlyMap<
	string,
	Pick<Valuation, 'netCost' | 'costPerTonne' | 'netBenefit'>
>;

/** Fetches the plan once, and then values portfolios of it by where the sliders stand; nothing is saved. */
export async function revaluer(
	planId: string,
	portfolioIds: readonly string[]
): Promise<(sliders: Sliders) => Revalued> {
	const plan = planOfCopy(await fetchCopy(planId));
	if (!plan) throw new Error('The plan breaks its own rules.');
	return ({ discountRate, carbonValue, electricity }) => {
		const assumed = withAssumptions(plan, {
			discountRate: new Decimal(discountRate).div(100),
			carbonFactor: new Decimal(carbonValue).div(100),
			electricityFactor: new Decimal(electricity).div(100)
		});
		return new Map(
			portfolioIds.map((id) => [id, valuation(assumed, evaluate(assumed, id))] as const)
		);
	};
}
