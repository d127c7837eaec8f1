import { Decimal } from '../decimal.ts';
import { interpolated } from '../emissions/factors.ts';
import type { CarbonValue } from '../plan/plan.ts';
import { growthFactors, yearsOf, type Horizon, type Series } from '../years.ts';

/**
 * What a tonne is worth in each year of the plan, kr/t: perTonne × (1 + growth)^(y − first year) (METHODS §14, rule 7); or
 * a dated path, linear between its points, the first before them, and growing from the last one on.
 */
export function carbonPrices(value: CarbonValue, horizon: Horizon): Series {
	const years = yearsOf(horizon);
	const last = value.points?.at(-1);
	if (!last || !value.points)
		return growthFactors(value.growth, years.length).map((factor) => value.perTonne.times(factor));
	const points = value.points.map(({ year, perTonne }) => ({ year, value: perTonne }));
	return years.map((year) =>
		year <= last.year
			? interpolated(points, year)
			: last.perTonne.times(new Decimal(value.growth.plus(1)).pow(year - last.year))
	);
}
