import type { Decimal } from '../decimal.ts';
import { ZERO, settled, sum } from '../decimal.ts';
import { compareIds } from '../plan/placement.ts';
import { paretoLayers, type CostedTonnes } from './pareto-layers.ts';

/** A step before ordering: cost and tonnes on one basis, and the net benefit that ranks inside a Pareto layer. kr, t. */
export type MaccCandidate = CostedTonnes & { readonly netBenefit: Decimal };

export type MaccStep<Candidate> = {
	readonly candidate: Candidate;
	readonly costPerTonne: Decimal;
	/** Pareto layer in the block that pays for itself; null where the measure costs money. */
	readonly layer: number | null;
	readonly order: number;
};

/**
 * Orders a marginal abatement cost curve (METHODS §5, §6 and §14, rule 16). First the block that pays for itself
 * (cost below 0), by Pareto layer, inside a layer by net benefit, since kronor per tonne misranks negative costs. Then
 * the rest by kronor per tonne, larger tonnes, id. Every candidate must have tonnes above zero.
 */
export function maccSteps<Candidate extends MaccCandidate>(
	candidates: readonly Candidate[]
): MaccStep<Candidate>[] {
	const paysForItself = candidates.filter((candidate) => candidate.cost.lt(0));
	const layered = paretoLayers(paysForItself).flatMap((layer, index) =>
		[...layer].sort(byNetBenefit).map((candidate) => ({ candidate, layer: index + 1 }))
	);
	const costly = byUnitCost(candidates.filter((candidate) => candidate.cost.gte(0)));
	return [...layered, ...costly.map((candidate) => ({ candidate, layer: null }))].map(
		(step, index) => ({
			...step,
			costPerTonne: unitCost(step.candidate),
			order: index + 1
		})
	);
}

function byNetBenefit(a: MaccCandidate, b: MaccCandidate): number {
	return b.netBenefit.cmp(a.netBenefit) || compareIds(a.id, b.id);
}

/** Ascending kronor per tonne, then larger tonnes, then id: the classic curve (METHODS §5, 4). */
export function byUnitCost<Point extends CostedTonnes>(points: readonly Point[]): Point[] {
	return points
		.map((point) => ({ point, price: settled(unitCost(point)) }))
		.sort(
			(a, b) =>
				a.price.cmp(b.price) ||
				b.point.tonnes.cmp(a.point.tonnes) ||
				compareIds(a.point.id, b.point.id)
		)
		.map(({ point }) => point);
}

/** Net benefit p × tonnes − cost at a constant carbon value, descending; ties by id. A total order for both signs. */
export function byReward(carbonValue: Decimal, points: readonly CostedTonnes[]) {
	return points
		.map((point) => ({ id: point.id, reward: carbonValue.times(point.tonnes).minus(point.cost) }))
		.sort((a, b) => b.reward.cmp(a.reward) || compareIds(a.id, b.id));
}

/** Tonnes to the left of each step's right edge. */
export function cumulativeTonnes(points: readonly CostedTonnes[]): Decimal[] {
	let sum = ZERO;
	return points.map((point) => (sum = sum.plus(point.tonnes)));
}

/**
 * Cost of reaching a target along a curve: whole steps, then the part of the last one (divisible reading); null when the
 * curve does not reach it. marginalPrice is the last step's kr/t.
 */
export function costToTarget(
	ordered: readonly CostedTonnes[],
	target: Decimal
): { readonly cost: Decimal; readonly marginalPrice: Decimal } | null {
	let cost = ZERO;
	let missing = target;
	for (const point of ordered) {
		if (point.tonnes.gte(missing)) {
			const marginalPrice = unitCost(point);
			return { cost: cost.plus(marginalPrice.times(missing)), marginalPrice };
		}
		cost = cost.plus(point.cost);
		missing = missing.minus(point.tonnes);
	}
	return null;
}

/** Tonnes of the steps that cost at most a price per tonne. */
export function tonnesBelowPrice(points: readonly CostedTonnes[], price: Decimal): Decimal {
	return sum(points.filter((point) => unitCost(point).lte(price)).map(({ tonnes }) => tonnes));
}

/** Kronor per tonne of a step. */
export function unitCost({ cost, tonnes }: CostedTonnes): Decimal {
	return cost.div(tonnes);
}
