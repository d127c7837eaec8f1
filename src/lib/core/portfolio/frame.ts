import type { Credits } from '../abatement/credits.ts';
import { carbonPrices } from '../abatement/carbon-value.ts';
import type { Abatement } from '../abatement/effects.ts';
import type { CostFlows } from '../finance/cost-flows.ts';
import { discountFactors } from '../finance/time-value.ts';
import type { PlacedMeasure } from '../plan/placement.ts';
import type { Plan, PlanSettings } from '../plan/plan.ts';
import { at, yearsOf, type Horizon, type Series } from '../years.ts';

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
	readonly settings: PlanSettings;
	/** (1 + discountRate)^-(y − firstYear), and the offset of the plan's timing */
	readonly discount: Series;
	/** Carbon value × discount factor, kr/t */
	readonly discountedCarbonValue: Series;
};

export function frameOf(plan: Plan): Frame {
	const { firstYear, lastYear, discountRate, carbonValue, method } = plan.settings;
	const horizon = { firstYear, lastYear };
	const years = yearsOf(horizon);
	const discount = discountFactors(discountRate, years.length, method.timing);
	const prices = carbonPrices(carbonValue, horizon);
	return {
		horizon,
		years,
		settings: plan.settings,
		discount,
		discountedCarbonValue: prices.map((price, t) => price.times(at(discount, t)))
	};
}
