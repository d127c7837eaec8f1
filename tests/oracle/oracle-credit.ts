import { macc } from './oracle-macc.ts';
import type { Pool, ReferencePath } from '../../src/lib/core/plan/plan.ts';
import {
	ONE,
	ZERO,
	add,
	div,
	floored,
	min,
	mul,
	powInt,
	sign,
	sub,
	whole,
	type Rational
} from './rational.ts';
import type { MeasureOracle } from './oracle-measures.ts';
import type { Book } from './oracle-book.ts';
import type { PlacedMeasure } from './oracle-place.ts';
import { at, exact, times, together, zeros, type Maybe, type Yearly } from './oracle-time.ts';

/** Credited tonnes, own share, by measure and pool. */
export type Credits = ReadonlyMap<string, ReadonlyMap<string, readonly Rational[]>>;
type OpenCredits = Map<string, Map<string, Rational[]>>;

export const FOREIGN = 'foreign-transport';
const MOST_ROUNDS = 20;

/** The tonnes that each measure is credited, by the settings of the plan. */
export function creditsOf(book: Book, figures: readonly MeasureOracle[]): Credits {
	const { credit, creditOrder } = book.plan.settings.method;
	const isByCost = credit === 'sequential' && creditOrder === 'unit-cost';
	if (!isByCost) return creditsInOrder(book, book.measures);
	let order = book.measures;
	for (let round = 0; round < MOST_ROUNDS; round++) {
		const next = byUnitCost(book, figures, creditsInOrder(book, order));
		if (next.every((measure, index) => measure === order[index])) break;
		order = next;
	}
	return creditsInOrder(book, order);
}

export function creditedOf(book: Book, credits: Credits, measure: PlacedMeasure): Yearly {
	return together(book.clock, [...(credits.get(measure.id)?.values() ?? [])]);
}

/** As the curve has them; measures without a place on it last, in the default order. */
function byUnitCost(
	book: Book,
	figures: readonly MeasureOracle[],
	credits: Credits
): readonly PlacedMeasure[] {
	const places = new Map(
		macc(book, figures, credits).steps.map(({ measure, order }) => [measure, order])
	);
	const placeOf = ({ id }: PlacedMeasure) => places.get(id) ?? Infinity;
	return [...book.measures].sort((x, y) => {
		const [first, second] = [placeOf(x), placeOf(y)];
		return first === second ? 0 : first - second;
	});
}

function creditsInOrder(book: Book, order: readonly PlacedMeasure[]): Credits {
	const credits: OpenCredits = new Map();
	for (const { id } of order) credits.set(id, new Map());
	for (const pool of book.plan.pools) creditPool(book, order, pool, credits);
	if (book.plan.settings.method.sectorCap)
		for (const path of book.plan.reference) capSector(book, order, path, credits);
	return credits;
}

/** Rule 10 for one pool: every year on its own. */
function creditPool(
	book: Book,
	order: readonly PlacedMeasure[],
	pool: Pool,
	credits: OpenCredits
): void {
	const takers = order.flatMap((measure) => {
		const effect = measure.effects.get(pool.id);
		return effect ? [{ id: measure.id, tonnes: times(effect, measure.ownShare) }] : [];
	});
	const series = takers.map(({ id }) => {
		const values = zeros(book.clock);
		credits.get(id)?.set(pool.id, values);
		return values;
	});
	const share = book.plan.settings.method.credit === 'shapley' ? meanOverOrders : oneByOne;
	book.clock.years.forEach((year, index) => {
		const wanted = takers.map(({ tonnes }) => at(tonnes, index));
		const level = poolLevel(book, pool, year);
		const given = level === null ? wanted : share(wanted, level);
		series.forEach((values, taker) => {
			values[index] = given[taker] ?? ZERO;
		});
	});
}

/** Tonnes in the pool that year; null: not known, so that nothing interacts. */
function poolLevel(book: Book, pool: Pool, year: number): Maybe {
	if (pool.tonnes === null) return null;
	const path = book.plan.reference.find(({ sector }) => sector === pool.sector);
	const tonnes = exact(pool.tonnes);
	if (pool.sector === null || !path) return tonnes;
	return mul(tonnes, powInt(add(ONE, exact(path.yearlyChange)), year - pool.baseYear));
}

/** Each takes its share of the pool out of what those before it left. */
function oneByOne(wanted: readonly Rational[], level: Rational): Rational[] {
	if (sign(level) <= 0) return wanted.map(() => ZERO);
	let remaining = level;
	return wanted.map((tonnes) => {
		const credit = mul(shareOf(tonnes, level), remaining);
		remaining = sub(remaining, credit);
		return credit;
	});
}

function shareOf(tonnes: Rational, level: Rational): Rational {
	return min(ONE, div(tonnes, level));
}

/** Each gets the mean of what it would take over all orders: a sum over the sets of others that may stand before it. */
function meanOverOrders(wanted: readonly Rational[], level: Rational): Rational[] {
	if (sign(level) <= 0) return wanted.map(() => ZERO);
	const shares = wanted.map((tonnes) => shareOf(tonnes, level));
	return shares.map((share, own) => {
		if (sign(share) === 0) return ZERO;
		const others = shares.filter((other, index) => index !== own && sign(other) !== 0);
		return mul(mul(level, share), meanLeft(others));
	});
}

/** Mean, over all orders, of what those before one leave: sets of size k come first in k!(m-k)!/(m+1)! of the orders. */
function meanLeft(others: readonly Rational[]): Rational {
	const count = others.length;
	let mean = ZERO;
	for (let set = 0; set < 2 ** count; set++) {
		const before = others.filter((_, index) => (set >> index) % 2 === 1);
		const left = before.reduce((product, share) => mul(product, sub(ONE, share)), ONE);
		const orders = mul(factorial(before.length), factorial(count - before.length));
		mean = add(mean, mul(left, div(orders, factorial(count + 1))));
	}
	return mean;
}

function factorial(value: number): Rational {
	let result = ONE;
	for (let factor = 2; factor <= value; factor++) result = mul(result, whole(factor));
	return result;
}

/** Reference emissions of a sector that year, tonnes; null when its base-year row is missing. */
export function referenceOf(book: Book, path: ReferencePath, year: number): Maybe {
	const row = book.plan.inventory.find(
		(one) =>
			one.gas === 'CO2e' &&
			one.year === path.baseYear &&
			one.sector === path.sector &&
			one.vintage === path.vintage
	);
	if (!row) return null;
	const change = add(ONE, exact(path.yearlyChange));
	return mul(exact(row.tonnes), powInt(change, year - path.baseYear));
}

/** Credits of a sector are cut, in the order of crediting, to what its reference emissions of the year still hold. */
function capSector(
	book: Book,
	order: readonly PlacedMeasure[],
	path: ReferencePath,
	credits: OpenCredits
): void {
	if (path.sector === FOREIGN) return;
	const pools = book.plan.pools.filter(({ sector }) => sector === path.sector);
	book.clock.years.forEach((year, index) => {
		let left = referenceOf(book, path, year);
		if (left === null) return;
		if (book.plan.settings.method.credit === 'shapley') {
			shrink(order, pools, credits, index, left);
			return;
		}
		for (const measure of order)
			for (const pool of pools) {
				const series = credits.get(measure.id)?.get(pool.id);
				if (!series) continue;
				const credit = min(at(series, index), floored(left));
				series[index] = credit;
				left = sub(left, credit);
			}
	});
}

/** Without an order all positive credits of a sector shrink by the same factor. */
function shrink(
	order: readonly PlacedMeasure[],
	pools: readonly Pool[],
	credits: OpenCredits,
	index: number,
	held: Rational
): void {
	const series = order.flatMap(({ id }) =>
		pools.flatMap((pool) => {
			const one = credits.get(id)?.get(pool.id);
			return one ? [one] : [];
		})
	);
	const [cut, added] = [1, -1].map((wanted) =>
		series.reduce(
			(total, one) => (sign(at(one, index)) === wanted ? add(total, at(one, index)) : total),
			ZERO
		)
	);
	if (!cut || !added || sign(cut) === 0) return;
	const factor = min(ONE, div(floored(sub(held, added)), cut));
	for (const one of series) if (sign(at(one, index)) > 0) one[index] = mul(at(one, index), factor);
}
