import { Decimal, ONE } from '../decimal.ts';
import { DomainError } from '../errors.ts';
import type { PlacedMeasure } from '../plan/placement.ts';
import type { Effect } from '../plan/plan.ts';
import { addSeries, at, isWithin, zeros, type Horizon, type Series } from '../years.ts';

/** Tonnes avoided per year and pool, whole project as placed. An effect of unknown size adds nothing. */
export type Abatement = {
	readonly byPool: ReadonlyMap<string, Series>;
	readonly total: Series;
	readonly isKnown: boolean;
};

/** Tonnes per year for one unit (1 t, or 1 MWh) of an effect, by its shape; measures share few shapes. */
export type EffectProfiles = (effect: Effect, shift: number) => Series;

/** Share of the full effect in the n-th year (n = 1, 2, …): min(1, n / max(1, rampYears)) (METHODS §14, rule 6). */
export function rampShare(n: number, rampYears: number): Decimal {
	const ramp = Math.max(1, rampYears);
	return n >= ramp ? ONE : new Decimal(n).div(ramp);
}

export function effectProfiles(
	factors: ReadonlyMap<string, Series>,
	horizon: Horizon
): EffectProfiles {
	const known = new Map<string, Series>();
	return (effect, shift) => {
		const carrier = effect.kind === 'energy' ? effect.carrier : null;
		const key = [carrier, effect.from + shift, effect.to + shift, effect.rampYears].join('|');
		const found = known.get(key);
		if (found) return found;
		const factor = carrier === null ? null : factors.get(carrier);
		if (factor === undefined)
			throw new DomainError(
				'unknown-carrier',
				`Effect uses ${carrier}, which has no emission factor.`
			);
		const profile = zeros(horizon);
		for (let n = 1; n <= effect.to - effect.from + 1; n++) {
			const index = effect.from + shift + n - 1 - horizon.firstYear;
			if (index < 0 || index >= profile.length) continue;
			const share = rampShare(n, effect.rampYears);
			profile[index] = factor ? at(factor, index).times(share) : share;
		}
		known.set(key, profile);
		return profile;
	};
}

export function abatement(
	placed: PlacedMeasure,
	profiles: EffectProfiles,
	horizon: Horizon
): Abatement {
	const effects = placed.measure.effects;
	const byPool = new Map<string, Decimal[]>();
	for (const effect of effects ?? []) {
		const size = effectSize(effect);
		if (size === null) continue;
		const series = byPool.get(effect.pool) ?? zeros(horizon);
		addSeries(series, profiles(effect, placed.shift), size.times(placed.scale));
		byPool.set(effect.pool, series);
	}
	const pools = [...byPool.values()];
	return { byPool, total: totalOf(pools, horizon), isKnown: isEffectKnown(effects) };
}

function totalOf(series: readonly Decimal[][], horizon: Horizon): Series {
	const [only] = series;
	if (only && series.length === 1) return only;
	const total = zeros(horizon);
	for (const one of series) addSeries(total, one);
	return total;
}

/** Tonnes or MWh a year at full effect; null when unknown. */
export function effectSize(effect: Effect): Decimal | null {
	return effect.kind === 'direct' ? effect.tonnesPerYear : effect.mwhPerYear;
}

export function isEffectKnown(effects: readonly Effect[] | null): boolean {
	return effects !== null && effects.every((effect) => effectSize(effect) !== null);
}

export function effectLeavesHorizon(effect: Effect, shift: number, horizon: Horizon): boolean {
	return !isWithin(effect.from + shift, horizon) || !isWithin(effect.to + shift, horizon);
}
