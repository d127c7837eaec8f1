import { ZERO, settled, type Decimal } from '../decimal.ts';
import { compareIds } from '../plan/placement.ts';
import type { CostedTonnes } from './pareto-layers.ts';

/** A variant on the hull, with what it costs and avoids beyond the variant before it. */
export type HullStep<Point> = {
	readonly variant: Point;
	readonly extraCost: Decimal;
	readonly extraTonnes: Decimal;
	/** kr per extra tonne. */
	readonly incrementalCost: Decimal;
};

/**
 * Variants that exclude one another: the lower convex hull of (tonnes, cost) from (0, 0). Only variants on it belong to a
 * cost curve, each as an increment on the one before; a variant above it never pays (METHODS §5, 2). Variants without
 * tonnes above zero have no place on it. Given kr and t.
 */
export function incrementalHull<Point extends CostedTonnes>(
	variants: readonly Point[]
): HullStep<Point>[] {
	const byTonnes = variants
		.filter(({ tonnes }) => settled(tonnes).gt(0))
		.sort((a, b) => a.tonnes.cmp(b.tonnes) || a.cost.cmp(b.cost) || compareIds(a.id, b.id));
	const steps: HullStep<Point>[] = [];
	let from = { cost: ZERO, tonnes: ZERO };
	let rest = byTonnes;
	while (rest.length > 0) {
		const next = cheapestFrom(from, rest);
		if (!next) break;
		steps.push(next);
		from = next.variant;
		rest = rest.filter(({ tonnes }) => tonnes.gt(next.variant.tonnes));
	}
	return steps;
}

/** The next corner of the hull: the lowest slope from here, the farther of two equal ones. */
function cheapestFrom<Point extends CostedTonnes>(
	from: Pick<CostedTonnes, 'cost' | 'tonnes'>,
	variants: readonly Point[]
): HullStep<Point> | null {
	let best: HullStep<Point> | null = null;
	for (const variant of variants) {
		const extraCost = variant.cost.minus(from.cost);
		const extraTonnes = variant.tonnes.minus(from.tonnes);
		const incrementalCost = extraCost.div(extraTonnes);
		if (!best || settled(incrementalCost).lte(settled(best.incrementalCost)))
			best = { variant, extraCost, extraTonnes, incrementalCost };
	}
	return best;
}
