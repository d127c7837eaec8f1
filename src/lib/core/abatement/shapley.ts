import { ONE, ZERO, type Decimal } from '../decimal.ts';
import { at } from '../years.ts';
import { quadrature, type QuadraturePoint } from './quadrature.ts';

/**
 * Exact for up to twice as many measures. Beyond, the error is far below a gram: less than 10⁻¹³ of the pool for 2 000
 * measures that could each take all of it.
 */
const MOST_POINTS = 128;

/**
 * Order-free credit in a pool: each measure's mean contribution over all orders (Shapley; METHODS §7). A measure takes
 * its share s of what those before it left. Let every measure come at a random time in 0 … 1: those before time t have
 * left Π(1 − t s) on average, so
 *     credit_k = R × s_k × ∫₀¹ Π_{i≠k} (1 − t s_i) dt.
 * The integrand is a polynomial of degree n − 1, which quadrature integrates.
 * `shares` are s_k ≤ 1, negative for what adds emissions. Takes n² steps. Tonnes.
 */
export function shapleyCredits(poolTonnes: Decimal, shares: readonly Decimal[]): Decimal[] {
	const overlapping = shares.flatMap((share, index) => (share.isZero() ? [] : [index]));
	const own = overlapping.map((index) => at(shares, index));
	const left = meanLeft(own);
	const credits = shares.map(() => ZERO);
	overlapping.forEach((index, place) => {
		credits[index] = poolTonnes.times(at(own, place)).times(at(left, place));
	});
	return credits;
}

/** The times, and their weights, at which what is left is looked at, for so many measures. */
export function shapleyPoints(measures: number): readonly QuadraturePoint[] {
	return quadrature(Math.min(MOST_POINTS, Math.max(1, Math.ceil(measures / 2))));
}

/** For each measure, the mean of what the others leave before it comes. */
function meanLeft(shares: readonly Decimal[]): Decimal[] {
	const points = shapleyPoints(shares.length);
	const means = shares.map(() => ZERO);
	for (const { t, weight } of points) {
		const factors = shares.map((share) => ONE.minus(share.times(t)));
		const after = productsAfter(factors);
		let before = weight;
		factors.forEach((factor, k) => {
			means[k] = at(means, k).plus(before.times(at(after, k)));
			before = before.times(factor);
		});
	}
	return means;
}

/** For each place, the product of the factors that follow it. */
function productsAfter(factors: readonly Decimal[]): Decimal[] {
	const products = factors.map(() => ONE);
	for (let k = factors.length - 2; k >= 0; k--)
		products[k] = at(products, k + 1).times(at(factors, k + 1));
	return products;
}
