import type { Decimal } from '../../decimal.ts';
import { sum } from '../../decimal.ts';
import { effectSize } from '../../abatement/effects.ts';
import { climateBenefit } from '../../abatement/unit-costs.ts';
import { emissionFactor } from '../../emissions/factors.ts';
import type { Plan } from '../../plan/plan.ts';
import { isUnknown, type PlacedMeasure } from '../../plan/placement.ts';
import { itemCost } from '../stacking/claims.ts';

/** What Klimatklivet ranks applications by, with what it is made of. */
export type ReductionPerKrona = {
	/** kg CO2e avoided over the life per invested krona; null where a part is unknown. */
	readonly kgPerKrona: Decimal | null;
	/** Tonnes a year at full effect, with the emission factors of the first year of that. */
	readonly tonnesPerYear: Decimal | null;
	readonly lifetimeYears: number | null;
	/** Investments of all payers, whole project; kr. */
	readonly investment: Decimal | null;
};

/**
 * Klimatklivet's figure: kg CO2e avoided over the measure's life per invested krona, undiscounted, gross investment
 * (METHODS §3, K = 1000·A·L / I; Naturvårdsverket, Förbered din ansökan): yearly cut × lifetime ÷ investment.
 */
export function reductionPerKrona(plan: Plan, placed: PlacedMeasure): ReductionPerKrona {
	const { measure, scale } = placed;
	const capex = measure.costs.filter(({ kind }) => kind === 'capex');
	const investment =
		capex.length === 0 || capex.some(isUnknown) ? null : sum(capex.map(itemCost)).times(scale);
	const tonnesPerYear = fullYear(plan, placed);
	const { lifetimeYears } = measure;
	return {
		kgPerKrona:
			tonnesPerYear && lifetimeYears !== null && investment?.gt(0)
				? climateBenefit(tonnesPerYear.times(lifetimeYears), investment).kilogramsPerKrona
				: null,
		tonnesPerYear,
		lifetimeYears,
		investment
	};
}

function fullYear(plan: Plan, { measure, shift, scale }: PlacedMeasure): Decimal | null {
	if (measure.effects === null || measure.effects.length === 0) return null;
	const tonnes = measure.effects.map((effect) => {
		const size = effectSize(effect);
		if (size === null || effect.kind === 'direct') return size;
		const factor = plan.emissionFactors.find(({ carrier }) => carrier === effect.carrier);
		const year = effect.from + shift + Math.max(1, effect.rampYears) - 1;
		return factor ? size.times(emissionFactor(factor, year)) : null;
	});
	const known = tonnes.flatMap((one) => one ?? []);
	return known.length === tonnes.length ? sum(known).times(scale) : null;
}
