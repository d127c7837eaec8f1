import { Decimal, ONE } from '../decimal.ts';
import { DomainError } from '../errors.ts';
import type { MethodSettings } from '../plan/method-settings.ts';
import { dotProduct } from '../years.ts';

/**
 * When the flow of a period counts: `start` leaves the first undiscounted, `end` discounts it one period (Excel NPV),
 * `mid` half a period.
 */
export type Timing = MethodSettings['timing'];

/** Discount factors d(t) = (1 + r)^-(t + offset) for t = 0 … count − 1; offset 0, ½ or 1 by timing (METHODS §0, rule 1). */
export function discountFactors(rate: Decimal, count: number, timing: Timing = 'start'): Decimal[] {
	if (rate.lte(-1))
		throw new DomainError(
			'rate-too-low',
			`A discount rate must be above −1; got ${rate.toString()}.`
		);
	const growth = rate.plus(1);
	const offset = timing === 'start' ? 0 : timing === 'end' ? 1 : 0.5;
	return Array.from({ length: count }, (_, t) => ONE.div(growth.pow(t + offset)));
}

/**
 * Net present value, Σ F_t × d(t). Source: numpy-financial `npv` for `start`; Excel NPV for `end`.
 */
export function npv(rate: Decimal, flows: readonly Decimal[], timing: Timing = 'start'): Decimal {
	return dotProduct(flows, discountFactors(rate, flows.length, timing));
}

/**
 * Discount factors of rates that change with the years: d(t) = Π_{k=1..t} 1/(1 + r_k), compounded year by year, as the
 * Green Book's bands are (METHODS §1). `rates` are r_1, r_2, …; d(0) = 1.
 */
export function bandedDiscountFactors(rates: readonly Decimal[]): Decimal[] {
	let factor = ONE;
	return [ONE, ...rates.map((rate) => (factor = factor.div(rate.plus(1))))];
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
