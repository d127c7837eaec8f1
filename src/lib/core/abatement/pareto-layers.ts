import type { Decimal } from '../decimal.ts';

/** A measure as one point: tonnes (more is better) and cost (less is better). */
export type CostedTonnes = {
	readonly id: string;
	readonly cost: Decimal;
	readonly tonnes: Decimal;
};

/**
 * Pareto layers on (tonnes high, cost low): layer 1 is what nothing dominates; take it away and repeat. One point
 * dominates another when it is at least as good in both and better in one. Inside a layer the given order is kept.
 * Remedy for the ranking paradox of negative costs: Taylor 2012; METHODS §6.
 */
export function paretoLayers<Point extends CostedTonnes>(points: readonly Point[]): Point[][] {
	const layerOf = new Map<Point, number>();
	const bestFirst = [...points].sort((a, b) => b.tonnes.cmp(a.tonnes) || a.cost.cmp(b.cost));
	for (const point of bestFirst) {
		const above = bestFirst.filter((other) => layerOf.has(other) && dominates(other, point));
		layerOf.set(point, 1 + Math.max(0, ...above.map((other) => layerOf.get(other) ?? 0)));
	}
	const layers: Point[][] = [];
	for (const point of points) {
		const layer = (layerOf.get(point) ?? 1) - 1;
		(layers[layer] ??= []).push(point);
	}
	return layers;
}

function dominates(a: CostedTonnes, b: CostedTonnes): boolean {
	const tonnes = a.tonnes.cmp(b.tonnes);
	const cost = a.cost.cmp(b.cost);
	return tonnes >= 0 && cost <= 0 && (tonnes > 0 || cost < 0);
}
