import { ONE, ZERO, sum, type Decimal } from '../decimal.ts';
import { at } from '../years.ts';
import { quadrature } from './quadrature.ts';

/** More points would not change the shown digits; with them up to twice as many measures are credited exactly. */
const MOST_POINTS = 128;

/**
 * Order-free credit in a pool: each measure's mean contribution over all orders (Shapley; METHODS §7). A measure takes
 * its share s of what those before it left. Let every measure come at a random time in 0 … 1: those before time t have
 * left Π(1 − t s) on average, so
 *     credit_k = R × s_k × ∫₀¹ Π_{i≠k} (1 − t s_i) dt.
 * The integrand is a polynomial of degree n − 1, which quadrature integrates exactly for up to 2 × MOST_POINTS measures;
 * beyond, to many digits, and the rest is shared out so that the credits sum to what the pool gives in any order.
 * `shares` are s_k ≤ 1, negative for what adds emissions. Takes n² steps. Tonnes.
 */
export function shapleyCredits(poolTonnes: Decimal, shares: readonly Decimal[]): Decimal[] {
	const overlapping = shares.flatMap((share, index) => (share.isZero() ? [] : [index]));
	const own = overlapping.map((index) => at(shares, index));
	const left = meanLeft(own);
	const parts = withSum(
		own.map((share, k) => share.times(at(left, k))),
		own
	);
	const credits = shares.map(() => ZERO);
	overlapping.forEach((index, place) => {
		credits[index] = poolTonnes.times(at(parts, place));
	});
	return credits;
}

/** For each measure, the mean of what the others leave before it comes. */
function meanLeft(shares: readonly Decimal[]): Decimal[] {
	const points = quadrature(Math.min(MOST_POINTS, Math.max(1, Math.ceil(shares.length / 2))));
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

/** In every order the measures take 1 − Π(1 − s) together; what the last digits lack is shared out in proportion. */
function withSum(parts: readonly Decimal[], shares: readonly Decimal[]): Decimal[] {
	const whole = ONE.minus(shares.reduce((left, share) => left.times(ONE.minus(share)), ONE));
	const reached = sum(parts);
	if (shares.length <= 2 * MOST_POINTS || reached.isZero()) return [...parts];
	return parts.map((part) => part.times(whole).div(reached));
}
