import { Decimal, ONE, ZERO } from '../decimal.ts';

/** A point in 0 … 1 and its weight; the weights sum to 1. */
export type QuadraturePoint = { readonly t: Decimal; readonly weight: Decimal };

const known = new Map<number, readonly QuadraturePoint[]>();

const MOST_STEPS = 12;
const CLOSE = new Decimal('1e-38');

/**
 * Gauss-Legendre quadrature on 0 … 1: with m points the integral of every polynomial of degree up to 2m − 1 is exact (to
 * the 40 digits of the arithmetic). The points are the roots of the m-th Legendre polynomial, found by Newton's method.
 */
export function gaussLegendre(m: number): QuadraturePoint[] {
	return Array.from({ length: m }, (_, n): QuadraturePoint => {
		let x = new Decimal(Math.cos((Math.PI * (n + 0.75)) / (m + 0.5)));
		for (let step = 0; step < MOST_STEPS; step++) {
			const { value, slope } = legendre(m, x);
			const move = value.div(slope);
			x = x.minus(move);
			if (move.abs().lt(CLOSE)) break;
		}
		const { slope } = legendre(m, x);
		// 2 / ((1 − x²) P'(x)²) on −1 … 1, half of it on 0 … 1.
		const weight = ONE.div(ONE.minus(x.times(x)).times(slope).times(slope));
		return { t: x.plus(1).div(2), weight };
	});
}

/** The points of gaussLegendre, found once for each number of them. */
export function quadrature(m: number): readonly QuadraturePoint[] {
	const made = known.get(m) ?? gaussLegendre(m);
	known.set(m, made);
	return made;
}

/** The m-th Legendre polynomial and its slope at x, by (k + 1) P(k+1) = (2k + 1) x P(k) − k P(k−1). */
function legendre(m: number, x: Decimal): { readonly value: Decimal; readonly slope: Decimal } {
	let [before, value] = [ZERO, ONE];
	for (let k = 0; k < m; k++) {
		const next = value
			.times(x)
			.times(2 * k + 1)
			.minus(before.times(k))
			.div(k + 1);
		[before, value] = [value, next];
	}
	const slope = value.times(x).minus(before).times(m).div(x.times(x).minus(1));
	return { value, slope };
}
