import type { Decimal } from '../decimal.ts';
import { ONE } from '../decimal.ts';
import type { Range } from '../plan/plan.ts';

/** Distributions of three points, low, most likely and high: the ends are the least and the most there can be (METHODS §12). */
export const distributions = ['pert', 'triangular'] as const;
export type Distribution = (typeof distributions)[number];

/** (a + m + b) / 3 */
export function triangularMean([low, mode, high]: Range): Decimal {
	return low.plus(mode).plus(high).div(3);
}

/** √((a² + m² + b² − am − ab − mb) / 18) */
export function triangularDeviation([low, mode, high]: Range): Decimal {
	const squares = low.times(low).plus(mode.times(mode)).plus(high.times(high));
	const products = low.times(mode).plus(low.times(high)).plus(mode.times(high));
	return squares.minus(products).div(18).sqrt();
}

/** The value that outcomes stay at or below with the given probability, by the two square-root branches. */
export function triangularQuantile([low, mode, high]: Range, probability: Decimal): Decimal {
	const width = high.minus(low);
	if (width.isZero()) return mode;
	const rising = mode.minus(low);
	if (probability.lt(rising.div(width)))
		return low.plus(probability.times(width).times(rising).sqrt());
	return high.minus(ONE.minus(probability).times(width).times(high.minus(mode)).sqrt());
}

/** (a + 4m + b) / 6 */
export function pertMean([low, mode, high]: Range): Decimal {
	return low.plus(mode.times(4)).plus(high).div(6);
}

/** The rule of thumb (b − a) / 6; the beta distribution itself has another where the mode is off the middle. */
export function pertClassicDeviation([low, , high]: Range): Decimal {
	return high.minus(low).div(6);
}

/** The beta distribution on low … high that a PERT is: α = 1 + 4(m − a)/(b − a), β = 1 + 4(b − m)/(b − a). Not of a range without width. */
export function pertShape([low, mode, high]: Range): {
	readonly alpha: number;
	readonly beta: number;
} {
	const width = high.minus(low);
	return {
		alpha: mode.minus(low).times(4).div(width).plus(1).toNumber(),
		beta: high.minus(mode).times(4).div(width).plus(1).toNumber()
	};
}
