import { Decimal, ONE, ZERO } from '../decimal.ts';
import { DomainError } from '../errors.ts';

/**
 * Discount factors d(t) = (1 + r)^-t for t = 0 … count − 1. The first year is not discounted (METHODS §0, rule 1).
 */
export function discountFactors(rate: Decimal, count: number): Decimal[] {
	if (rate.lte(-1))
		throw new DomainError(
			'rate-too-low',
			`A discount rate must be above −1; got ${rate.toString()}.`
		);
	const growth = rate.plus(1);
	return Array.from({ length: count }, (_, t) => ONE.div(growth.pow(t)));
}

/** When the flow of a period counts: `start` leaves the first undiscounted, `end` discounts it one period (Excel NPV), `mid` half. */
export type Timing = 'start' | 'mid' | 'end';

/**
 * Net present value, sum of F_t × (1 + r)^-(t + offset); offset 0, ½ or 1 by timing.
 * Source: numpy-financial `npv` for `start`; Excel NPV for `end`.
 */
export function npv(rate: Decimal, flows: readonly Decimal[], timing: Timing = 'start'): Decimal {
	const factors = discountFactors(rate, flows.length);
	const total = flows.reduce((sum, flow, t) => sum.plus(flow.times(factors[t] ?? ONE)), ZERO);
	if (timing === 'start') return total;
	return total.div(rate.plus(1).pow(timing === 'end' ? 1 : 0.5));
}

/**
 * Present value of one krona a year for n years, paid at year end (nusummefaktor).
 *     a(r, n) = (1 − (1 + r)^-n) / r,   a(0, n) = n
 */
export function presentValueFactor(rate: Decimal, years: number): Decimal {
	if (years <= 0)
		throw new DomainError(
			'years-not-positive',
			`The number of years must be above 0; got ${years}.`
		);
	if (rate.isZero()) return new Decimal(years);
	return ONE.minus(ONE.div(rate.plus(1).pow(years))).div(rate);
}

/** Yearly payment that repays a principal over n years (annuitet): principal / a(r, n). */
export function annuity(principal: Decimal, rate: Decimal, years: number): Decimal {
	return principal.div(presentValueFactor(rate, years));
}

/** Equivalent annual cost: present value of the costs spread evenly over n years, PV / a(r, n). */
export function equivalentAnnualCost(
	rate: Decimal,
	costs: readonly Decimal[],
	years: number
): Decimal {
	return annuity(npv(rate, costs), rate, years);
}
