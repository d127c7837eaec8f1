import type { Decimal } from '../../decimal.ts';
import { ZERO, sum } from '../../decimal.ts';
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
	const tonnesPerYear = fullYearTonnes(plan, placed);
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

/**
 * Tonnes a year at full effect, whole project: the year in which most effects are at work at once, so that effects after one another
 * are not added.
 * Energy counts with the emission factor of the first year of its full effect, or with `factors` by carrier. Null where a
 * part is unknown.
 */
export function fullYearTonnes(
	plan: Plan,
	{ measure, shift, scale }: PlacedMeasure,
	factors: ReadonlyMap<string, Decimal> = NO_FACTORS
): Decimal | null {
	if (measure.effects === null) return null;
	const parts = measure.effects.map((effect) => {
		const size = effectSize(effect);
		if (size === null || effect.kind === 'direct') return size && { effect, tonnes: size };
		const own = plan.emissionFactors.find(({ carrier }) => carrier === effect.carrier);
		const year = effect.from + shift + Math.max(1, effect.rampYears) - 1;
		const factor = factors.get(effect.carrier) ?? (own ? emissionFactor(own, year) : null);
		return factor && { effect, tonnes: size.times(factor) };
	});
	const known = parts.flatMap((part) => part ?? []);
	if (known.length < parts.length) return null;
	// All that are at work at once are at work when the last of them begins.
	const together = known.map(({ effect: { from } }) => {
		const own = known.filter(({ effect }) => effect.from <= from && from <= effect.to);
		return { count: own.length, tonnes: sum(own.map(({ tonnes }) => tonnes)) };
	});
	together.sort((a, b) => b.count - a.count || b.tonnes.cmp(a.tonnes));
	return (together[0]?.tonnes ?? ZERO).times(scale);
}

const NO_FACTORS: ReadonlyMap<string, Decimal> = new Map();
