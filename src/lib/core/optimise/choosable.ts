import { isEffectKnown } from '../abatement/effects.ts';
import { compareIds, isUnknown } from '../plan/placement.ts';
import type { Measure, Plan } from '../plan/plan.ts';
import { isWithin } from '../years.ts';
import type { StartWindow, Wish } from './wish.ts';

/** Why a measure is not among those to choose from; `needs`: what it requires is not among them. */
export type LeftOut = {
	readonly measure: string;
	readonly reason: 'cancelled' | 'unknown-cost' | 'no-start' | 'needs';
	readonly needs: string | null;
};

/** The measures that a wish chooses among, in the order of their ids, with the years in which each may start. */
export type Choosable = {
	readonly measures: readonly { readonly measure: Measure; readonly starts: readonly number[] }[];
	readonly leftOut: readonly LeftOut[];
	/** Must be there though a cost is unknown: what is known of them counts. */
	readonly partlyKnown: readonly string[];
	/** Of unknown effect, which adds nothing. */
	readonly unknownEffects: readonly string[];
	/** Must be there, yet no start fits. */
	readonly withoutStart: readonly string[];
};

export function choosable(plan: Plan, wish: Wish): Choosable {
	const wanted = withRequired(plan, wish.must);
	const out = new Map<string, LeftOut>();
	const leave = (measure: string, reason: LeftOut['reason'], needs: string | null = null) =>
		out.set(measure, { measure, reason, needs });
	const byId = [...plan.measures].sort((a, b) => compareIds(a.id, b.id));
	const all = byId.map((measure) => ({ measure, starts: startsOf(plan, measure, wish) }));
	for (const { measure, starts } of all) {
		if (wanted.has(measure.id)) continue;
		if (measure.status === 'cancelled') leave(measure.id, 'cancelled');
		else if (costsOf(measure, wish).some(isUnknown)) leave(measure.id, 'unknown-cost');
		else if (starts.length === 0) leave(measure.id, 'no-start');
	}
	for (let count = -1; count !== out.size;) {
		count = out.size;
		for (const { id, requires } of byId) {
			const missing = requires.find((other) => out.has(other));
			if (missing !== undefined && !out.has(id)) leave(id, 'needs', missing);
		}
	}
	const measures = all.filter(({ measure }) => !out.has(measure.id));
	const idsOf = (is: (one: (typeof all)[number]) => boolean) =>
		measures.filter(is).map(({ measure }) => measure.id);
	return {
		measures,
		leftOut: [...out.values()],
		partlyKnown: idsOf(({ measure }) => costsOf(measure, wish).some(isUnknown)),
		unknownEffects: idsOf(({ measure }) => !isEffectKnown(measure.effects)),
		withoutStart: idsOf(({ starts }) => starts.length === 0)
	};
}

/** Measures with all that they require, and what that requires in turn. */
function withRequired({ measures }: Plan, ids: readonly string[]): ReadonlySet<string> {
	const byId = new Map(measures.map((one) => [one.id, one]));
	const wanted = new Set(ids);
	for (const id of wanted) for (const other of byId.get(id)?.requires ?? []) wanted.add(other);
	return wanted;
}

/** The costs that the wish hangs on: the municipality's, and everybody's where those count. */
function costsOf({ costs }: Measure, { cost }: Wish) {
	return costs.filter(({ payer }) => cost === 'socioeconomic' || payer === 'municipality');
}

/** The years that the measure says; else what has begun stays, and what has not may start in its own year or later. */
export function usualWindow({ settings }: Plan, measure: Measure): StartWindow {
	const { startYear, status, earliestStart, latestStart } = measure;
	const hasBegun = status === 'ongoing' || status === 'done';
	return {
		earliest: earliestStart ?? startYear,
		latest: latestStart ?? (hasBegun ? startYear : Math.max(startYear, settings.lastYear))
	};
}

/**
 * The start years of a window in which every single cost of the plan's years stays inside them. The plan's own start, and one
 * that is the only one wished for, are taken as they are.
 */
function startsOf(plan: Plan, measure: Measure, wish: Wish): number[] {
	const { earliest, latest } = wish.starts.get(measure.id) ?? usualWindow(plan, measure);
	const once = measure.costs.flatMap((item) =>
		item.timing === 'one-off' ? item.years.filter(({ year }) => isWithin(year, plan.settings)) : []
	);
	const starts: number[] = [];
	for (let start = earliest; start <= latest; start++) {
		const shift = start - measure.startYear;
		const isInside = once.every(({ year }) => isWithin(year + shift, plan.settings));
		if (shift === 0 || earliest === latest || isInside) starts.push(start);
	}
	return starts;
}
