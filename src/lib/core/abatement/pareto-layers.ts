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
	const bestFirst = [...points].sort((a, b) => b.tonnes.cmp(a.tonnes) || a.cost.cmp(b.cost));
	const placeOf = new Map(points.map((point, index) => [point, index]));
	const layers: Point[][] = [];
	for (const point of bestFirst) {
		// What comes later in a layer has fewer tonnes and no higher cost, so its last point is its strictest judge.
		const layer = layers.find((one) => !one.slice(-1).some((last) => dominates(last, point)));
		if (layer) layer.push(point);
		else layers.push([point]);
	}
	return layers.map((layer) => layer.sort((a, b) => (placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0)));
}

function dominates(a: CostedTonnes, b: CostedTonnes): boolean {
	const tonnes = a.tonnes.cmp(b.tonnes);
	const cost = a.cost.cmp(b.cost);
	return tonnes >= 0 && cost <= 0 && (tonnes > 0 || cost < 0);
}
