import { Decimal } from '../decimal.ts';
import { DomainError } from '../errors.ts';
import type { EmissionFactor, Plan } from '../plan/plan.ts';
import { yearsOf, type Horizon, type Series } from '../years.ts';

/** Emission factor of a year, t/MWh: linear between the given points, flat outside them (METHODS §14, rule 6). */
export function emissionFactor(factor: EmissionFactor, year: number): Decimal {
	const points = [...factor.points].sort((a, b) => a.year - b.year);
	const first = points[0];
	if (!first)
		throw new DomainError('no-factor', `Emission factor ${factor.carrier} has no points.`);
	const after = points.find((point) => point.year >= year);
	const before = points.findLast((point) => point.year <= year);
	if (!before) return first.value;
	if (!after || after.year === before.year) return before.value;
	const span = new Decimal(year - before.year).div(after.year - before.year);
	return before.value.plus(after.value.minus(before.value).times(span));
}

/** Factor per year of the plan, by energy carrier. */
export function factorSeries(plan: Plan, horizon: Horizon): Map<string, Series> {
	const years = yearsOf(horizon);
	return new Map(
		plan.emissionFactors.map((factor) => [
			factor.carrier,
			years.map((year) => emissionFactor(factor, year))
		])
	);
}
