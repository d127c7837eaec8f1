import { Decimal } from '../decimal.ts';
import { DomainError } from '../errors.ts';
import type { EmissionFactor, Plan } from '../plan/plan.ts';
import { yearsOf, type Horizon, type Series } from '../years.ts';

export type DatedValue = { readonly year: number; readonly value: Decimal };

/** A value between dated points: linear between them, flat outside (METHODS §14, rule 6). At least one point. */
export function interpolated(dated: readonly DatedValue[], year: number): Decimal {
	const points = [...dated].sort((a, b) => a.year - b.year);
	const first = points[0];
	if (!first) throw new DomainError('no-points', 'A dated series needs at least one point.');
	const after = points.find((point) => point.year >= year);
	const before = points.findLast((point) => point.year <= year);
	if (!before) return first.value;
	if (!after || after.year === before.year) return before.value;
	const span = new Decimal(year - before.year).div(after.year - before.year);
	return before.value.plus(after.value.minus(before.value).times(span));
}

/** Emission factor of a year, t/MWh. */
export function emissionFactor(factor: EmissionFactor, year: number): Decimal {
	return interpolated(factor.points, year);
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
