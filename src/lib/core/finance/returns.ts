import { Decimal, ONE, ZERO, settled, sum } from '../decimal.ts';
import { discountFactors, npv } from './time-value.ts';

/** Internal rate of return (in code always `irr`, never the internal interest rate). */
export type Irr = {
	/** A fraction per period; null when the flows have none. */
	readonly irr: Decimal | null;
	/** False when the flows have several; the rate is then the smallest non-negative one, else the one nearest zero. */
	readonly isUnique: boolean;
	/** All of them above −1, ascending. */
	readonly all: readonly Decimal[];
};

/**
 * Rates at which the net present value of the flows is zero. Source: METHODS §0, rule 12; numpy-financial `irr`. With
 * several roots the smallest non-negative counts, so the answer does not hang on a starting guess.
 */
export function irr(flows: readonly Decimal[]): Irr {
	const terms = flows.flatMap((value, exponent) => (value.isZero() ? [] : [{ value, exponent }]));
	const all = positiveRoots(terms)
		.map((v) => settled(ONE.div(v).minus(1)))
		.sort((a, b) => a.cmp(b));
	const chosen = all.find((rate) => rate.gte(0)) ?? all.at(-1) ?? null;
	return { irr: chosen, isUnique: all.length <= 1, all };
}

/** value × v^exponent */
type Term = { readonly value: Decimal; readonly exponent: number };

const MOST_STEPS = 160;
const TOUCHES = new Decimal('1e-28');

/**
 * Every v > 0 with Σ value × v^exponent = 0, ascending. The sum over v^k, with k between two terms of different sign, has
 * a derivative with one change of sign fewer; between its roots the sum is monotone and holds at most one root (the
 * argument of Descartes' rule of signs).
 */
function positiveRoots(terms: readonly Term[]): Decimal[] {
	const change = terms.findIndex(
		({ value }, i) => i > 0 && value.isNegative() !== terms[i - 1]?.value.isNegative()
	);
	if (change < 1) return [];
	const k = ((terms[change]?.exponent ?? 0) + (terms[change - 1]?.exponent ?? 0)) / 2;
	const turning = positiveRoots(
		terms.map(({ value, exponent }) => ({ value: value.times(exponent - k), exponent }))
	);
	const roots: Decimal[] = [];
	const ends = [lowEnd(terms, turning[0]), ...turning, highEnd(terms, turning.at(-1))];
	ends.forEach((end, i) => {
		const before = ends[i - 1];
		const isTurning = i > 0 && i < ends.length - 1;
		if (before) roots.push(...rootBetween(terms, before, end));
		if (isTurning && touches(terms, end)) roots.push(end);
	});
	return roots;
}

function valueAt(terms: readonly Term[], v: Decimal): Decimal {
	return sum(terms.map(({ value, exponent }) => value.times(v.pow(exponent))));
}

/** Zero for all that a calculation of forty digits can tell. */
function touches(terms: readonly Term[], v: Decimal): boolean {
	const size = sum(terms.map(({ value, exponent }) => value.abs().times(v.pow(exponent))));
	return valueAt(terms, v).abs().lte(size.times(TOUCHES));
}

/** A v below which the sign is that of the first term. */
function lowEnd(terms: readonly Term[], below: Decimal | undefined): Decimal {
	return outwards(terms, terms[0], below ?? ONE, new Decimal('0.5'));
}

/** A v above which the sign is that of the last term. */
function highEnd(terms: readonly Term[], above: Decimal | undefined): Decimal {
	return outwards(terms, terms.at(-1), above ?? ONE, new Decimal(2));
}

function outwards(
	terms: readonly Term[],
	deciding: Term | undefined,
	from: Decimal,
	factor: Decimal
): Decimal {
	let v = from.times(factor);
	for (let step = 0; step < MOST_STEPS; step++) {
		const value = valueAt(terms, v);
		if (!value.isZero() && value.isNegative() === deciding?.value.isNegative()) return v;
		v = v.times(factor);
	}
	return v;
}

function rootBetween(terms: readonly Term[], from: Decimal, to: Decimal): Decimal[] {
	let [low, high] = [from, to];
	if (touches(terms, low) || touches(terms, high)) return [];
	const isNegativeBelow = valueAt(terms, low).isNegative();
	if (isNegativeBelow === valueAt(terms, high).isNegative()) return [];
	for (let step = 0; step < MOST_STEPS; step++) {
		const middle = low.plus(high).div(2);
		const value = valueAt(terms, middle);
		if (value.isZero()) return [middle];
		if (value.isNegative() === isNegativeBelow) low = middle;
		else high = middle;
	}
	return [low.plus(high).div(2)];
}

/**
 * Modified internal rate of return: (FV of inflows at the reinvestment rate / PV of outflows at the finance rate)^(1/n)
 * − 1, n periods (flows − 1). Null without an inflow or an outflow. Source: numpy-financial `mirr`; METHODS §1.
 */
export function mirr(
	flows: readonly Decimal[],
	financeRate: Decimal,
	reinvestmentRate: Decimal
): Decimal | null {
	const periods = flows.length - 1;
	const inflows = flows.map((flow) => (flow.gt(0) ? flow : ZERO));
	const outflows = flows.map((flow) => (flow.lt(0) ? flow.neg() : ZERO));
	const paid = npv(financeRate, outflows);
	const earned = npv(reinvestmentRate, inflows).times(reinvestmentRate.plus(1).pow(periods));
	if (periods < 1 || paid.isZero() || earned.isZero()) return null;
	return earned.div(paid).pow(ONE.div(periods)).minus(1);
}

/**
 * Payback: the first time at which the sum of the flows reaches zero, in periods, linear within the period; discounted
 * when a rate is given. Null when it is never reached (METHODS §1).
 */
export function payback(flows: readonly Decimal[], rate: Decimal = ZERO): Decimal | null {
	const factors = discountFactors(rate, flows.length);
	let total = ZERO;
	const first = Math.max(
		0,
		flows.findIndex((flow) => !flow.isZero())
	);
	for (const [period, flow] of flows.entries()) {
		if (period < first) continue;
		const before = total;
		const present = flow.times(factors[period] ?? ONE);
		total = total.plus(present);
		if (settled(total).lt(0)) continue;
		return period === first
			? ZERO
			: before
					.neg()
					.div(present)
					.plus(period - 1);
	}
	return null;
}

/**
 * Profitability index (nuvärdeskvot): NPV over the present value of the investment, which is what goes out before the
 * first inflow. Null without an investment.
 */
export function profitabilityIndex(rate: Decimal, flows: readonly Decimal[]): Decimal | null {
	const firstInflow = flows.findIndex((flow) => flow.gt(0));
	const outflows = firstInflow < 0 ? flows : flows.slice(0, firstInflow);
	const investment = npv(rate, outflows).neg();
	return investment.gt(0) ? npv(rate, flows).div(investment) : null;
}
