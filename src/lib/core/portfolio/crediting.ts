import { credits, type Credits, type PoolUse } from '../abatement/credits.ts';
import type { Abatement } from '../abatement/effects.ts';
import { levelisedCost } from '../abatement/levelised-cost.ts';
import { isAboveZero, settled, type Decimal } from '../decimal.ts';
import type { CostFlows } from '../finance/cost-flows.ts';
import type { PlacedMeasure } from '../plan/placement.ts';
import type { Plan } from '../plan/plan.ts';
import { dotProduct } from '../years.ts';
import type { Frame } from './frame.ts';

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
};

/** Rounds of re-ordering before the last order is taken as it is. */
const MOST_ROUNDS = 20;

/**
 * Credits in the given order of the measures, by start year; or, by setting, re-ordered by cost per credited tonne until
 * the order is stable (the feedback loop of Levihn et al. 2014; METHODS §5, 3). What has no cost per tonne comes last.
 */
export function creditedIn(plan: Plan, measures: readonly Uncredited[], frame: Frame): Credited {
	const { credit, creditOrder } = frame.settings.method;
	let order = measures.map((_, index) => index);
	if (credit === 'shapley' || creditOrder === 'start-year')
		return { ...credits(plan, measures, frame.horizon), order };
	for (let round = 0; ; round++) {
		const { measures: inOrder, pools } = credits(plan, permuted(measures, order), frame.horizon);
		const placed = new Map(order.map((index, place) => [index, inOrder[place]]));
		const byIndex = measures.flatMap((_, index) => placed.get(index) ?? []);
		const next = byCost(measures, byIndex, frame);
		if (round === MOST_ROUNDS || next.every((index, place) => index === order[place]))
			return { measures: byIndex, pools, order };
		order = next;
	}
}

function permuted<Item>(items: readonly Item[], order: readonly number[]): Item[] {
	return order.flatMap((index) => items[index] ?? []);
}

function byCost(
	measures: readonly Uncredited[],
	credited: readonly Credits[],
	frame: Frame
): number[] {
	const costs = measures.map((measure, index) => unitCostOf(measure, credited[index], frame));
	return measures
		.map((_, index) => index)
		.sort((a, b) => {
			const [first, second] = [costs[a] ?? null, costs[b] ?? null];
			if (first && second) return first.cmp(second) || a - b;
			return first ? -1 : second ? 1 : a - b;
		});
}

function unitCostOf(
	{ placed, flows, abatement }: Uncredited,
	credited: Credits | undefined,
	frame: Frame
): Decimal | null {
	const alone = levelisedCost(
		flows.net,
		abatement.isKnown ? abatement.total : null,
		frame.discount
	);
	const tonnes = dotProduct(credited?.credited ?? [], frame.discount);
	if (alone.reason || !alone.netCost || !isAboveZero(tonnes)) return null;
	return settled(alone.netCost.times(placed.ownShare).div(tonnes));
}
