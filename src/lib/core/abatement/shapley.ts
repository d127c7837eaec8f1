import { Decimal, ONE, ZERO } from '../decimal.ts';
import { randomNumbers } from '../random.ts';

/** So many overlapping measures are credited exactly; beyond, orders are sampled. */
export const MOST_EXACT = 150;

const ORDERS = 400;
const SEED = 2030;

/**
 * Order-free credit in a pool: each measure's mean contribution over all orders (Shapley; METHODS §7). A measure takes
 * its share s of what those before it left, so with r = 1 − s and e_j the elementary symmetric polynomial of the others,
 *     credit_k = R × s_k × Σ_j e_j / (n × C(n − 1, j)),
 * which groups the orders by how many come before k. Exact in n² steps; above MOST_EXACT measures the mean over sampled
 * orders with a fixed seed. `shares` are s_k ≤ 1; negative for what adds emissions. Tonnes.
 */
export function shapleyCredits(poolTonnes: Decimal, shares: readonly Decimal[]): Decimal[] {
	const overlapping = shares.flatMap((share, index) => (share.isZero() ? [] : [index]));
	const own = overlapping.map((index) => shares[index] ?? ZERO);
	const credits = shares.map(() => ZERO);
	const parts = own.length <= MOST_EXACT ? exactParts(own) : sampledParts(own);
	overlapping.forEach((index, place) => {
		credits[index] = poolTonnes.times(parts[place] ?? ZERO);
	});
	return credits;
}

/** Mean share of the pool that each takes, over all orders. */
function exactParts(shares: readonly Decimal[]): Decimal[] {
	const left = shares.map((share) => ONE.minus(share));
	const weights = subsetWeights(shares.length);
	return shares.map((share, k) => {
		const others = symmetricPolynomials(left.filter((_, index) => index !== k));
		const mean = others.reduce((sum, e, j) => sum.plus(e.times(weights[j] ?? ZERO)), ZERO);
		return share.times(mean);
	});
}

/** 1 / (n × C(n − 1, j)): the probability that a given set of j measures is what comes before one of n. */
function subsetWeights(n: number): Decimal[] {
	const weights: Decimal[] = [];
	let weight = ONE.div(n);
	for (let j = 0; j < n; j++) {
		weights.push(weight);
		weight = weight.times(j + 1).div(n - 1 - j || 1);
	}
	return weights;
}

/** e_0 … e_n of the values: the sums of the products of all subsets of each size. */
function symmetricPolynomials(values: readonly Decimal[]): Decimal[] {
	const e: Decimal[] = [ONE];
	for (const value of values) {
		e.push(ZERO);
		for (let j = e.length - 1; j > 0; j--)
			e[j] = (e[j] ?? ZERO).plus((e[j - 1] ?? ZERO).times(value));
	}
	return e;
}

/** The same over sampled orders, so drawn that each measure also comes first and last equally often (each order and its reverse). */
function sampledParts(shares: readonly Decimal[]): Decimal[] {
	const random = randomNumbers(SEED);
	const plain = shares.map(Number);
	const sums = plain.map(() => 0);
	const order = plain.map((_, index) => index);
	const take = (places: readonly number[]) => {
		let remaining = 1;
		for (const place of places) {
			const part = (plain[place] ?? 0) * remaining;
			sums[place] = (sums[place] ?? 0) + part;
			remaining -= part;
		}
	};
	for (let draw = 0; draw < ORDERS; draw++) {
		shuffle(order, random);
		take(order);
		take([...order].reverse());
	}
	return scaledToWhole(
		sums.map((part) => part / (2 * ORDERS)),
		shares
	);
}

/** Each order gives the same sum, 1 − Π(1 − s); the rounding of plain numbers must not lose it. */
function scaledToWhole(parts: readonly number[], shares: readonly Decimal[]): Decimal[] {
	const whole = ONE.minus(shares.reduce((left, share) => left.times(ONE.minus(share)), ONE));
	const exact = parts.map((part) => new Decimal(part));
	const sum = exact.reduce((a, b) => a.plus(b), ZERO);
	const missing = whole.minus(sum);
	return exact.map((part, index) => (index === 0 ? part.plus(missing) : part));
}

function shuffle(order: number[], random: () => number): void {
	for (let last = order.length - 1; last > 0; last--) {
		const other = Math.floor(random() * (last + 1));
		[order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
	}
}
