import type { Credits } from '../abatement/credits.ts';
import type { Abatement } from '../abatement/effects.ts';
import type { CostFlows } from '../finance/cost-flows.ts';
import { discountFactors } from '../finance/time-value.ts';
import type { PlacedMeasure } from '../plan/placement.ts';
import type { Plan } from '../plan/plan.ts';
import { at, growthFactors, yearsOf, type Horizon, type Series } from '../years.ts';

/** A placed measure with what it costs, what it avoids and what it is credited with. */
export type EvaluatedMeasure = {
	readonly placed: PlacedMeasure;
	readonly flows: CostFlows;
	readonly abatement: Abatement;
	readonly credits: Credits;
};

/** What every rule of the method shares: the years, their discount factors and the value of a tonne in each. */
export type Frame = {
	readonly horizon: Horizon;
	readonly years: readonly number[];
	/** (1 + discountRate)^-(y − firstYear) */
	readonly discount: Series;
	/** perTonne × (1 + growth)^(y − firstYear) × discount factor, kr/t */
	readonly discountedCarbonValue: Series;
};

export function frameOf(plan: Plan): Frame {
	const { firstYear, lastYear, discountRate, carbonValue } = plan.settings;
	const horizon = { firstYear, lastYear };
	const years = yearsOf(horizon);
	const discount = discountFactors(discountRate, years.length);
	const growth = growthFactors(carbonValue.growth, years.length);
	return {
		horizon,
		years,
		discount,
		discountedCarbonValue: growth.map((factor, t) =>
			factor.times(carbonValue.perTonne).times(at(discount, t))
		)
	};
}
