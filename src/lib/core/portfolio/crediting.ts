import { credits, type Credits, type PoolUse } from '../abatement/credits.ts';
import type { Abatement } from '../abatement/effects.ts';
import type { CostFlows } from '../finance/cost-flows.ts';
import type { PlacedMeasure } from '../plan/placement.ts';
import type { Plan } from '../plan/plan.ts';
import type { EvaluatedMeasure, Frame } from './frame.ts';
import { maccFigures } from './macc-figures.ts';
import { measureFigures } from './measure-figures.ts';

type Uncredited = {
	readonly placed: PlacedMeasure;
	readonly flows: CostFlows;
	readonly abatement: Abatement;
};

export type Credited = {
	readonly measures: Credits[];
	readonly pools: PoolUse[];
	/** Places of the measures in the order in which they were credited. */
	readonly order: readonly number[];
	/** False where re-ordering found no stable order, and the last one counts. */
	readonly isSettled: boolean;
};

/** Rounds of re-ordering before the last order is taken as it is. */
const MOST_ROUNDS = 20;

/**
 * Credits in the given order of the measures, by start year; or, by setting, re-ordered as their cost curve has them until
 * the order is stable (the feedback loop of Levihn et al. 2014; METHODS §5, 3): what pays for itself by Pareto layer, then
 * by cost per credited tonne. What has no place on the curve comes last.
 */
export function creditedIn(plan: Plan, measures: readonly Uncredited[], frame: Frame): Credited {
	const { credit, creditOrder } = frame.settings.method;
	let order = measures.map((_, index) => index);
	if (credit === 'shapley' || creditOrder === 'start-year')
		return { ...credits(plan, measures, frame.horizon), order, isSettled: true };
	for (let round = 0; ; round++) {
		const { measures: inOrder, pools } = credits(plan, permuted(measures, order), frame.horizon);
		const placed = new Map(order.map((index, place) => [index, inOrder[place]]));
		const byIndex = measures.flatMap((_, index) => placed.get(index) ?? []);
		const next = byCurve(measures, byIndex, frame);
		const isSettled = next.every((index, place) => index === order[place]);
		if (isSettled || round === MOST_ROUNDS) return { measures: byIndex, pools, order, isSettled };
		order = next;
	}
}

function permuted<Item>(items: readonly Item[], order: readonly number[]): Item[] {
	return order.flatMap((index) => items[index] ?? []);
}

/** The places of the measures in the order of their curve; what has no place on it comes last, as it stood. */
function byCurve(
	measures: readonly Uncredited[],
	credited: readonly Credits[],
	frame: Frame
): number[] {
	const evaluated = measures.flatMap((measure, index): EvaluatedMeasure[] => {
		const credits = credited[index];
		return credits ? [{ ...measure, credits }] : [];
	});
	const figures = evaluated.map((measure) => measureFigures(measure, frame));
	const { steps } = maccFigures(evaluated, figures, frame);
	const places = new Map(measures.map(({ placed }, index) => [placed.measure.id, index]));
	const onCurve = steps.flatMap(({ measure }) => places.get(measure) ?? []);
	const isOnCurve = new Set(onCurve);
	return [...onCurve, ...measures.flatMap((_, index) => (isOnCurve.has(index) ? [] : [index]))];
}
