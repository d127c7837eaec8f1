import { Decimal, ONE, ZERO, sum } from '../decimal.ts';
import { DomainError } from '../errors.ts';
import type { MethodSettings } from '../plan/method-settings.ts';
import { at } from '../years.ts';
import { presentValueFactor } from './time-value.ts';

export type CapitalCostRule = Pick<MethodSettings, 'capitalCost' | 'interestBase'>;

export const LINEAR: CapitalCostRule = { capitalCost: 'linear', interestBase: 'opening' };

/** Of one krona in one year: what is written off, and the interest on what is left. */
export type CapitalCostFactors = { readonly depreciation: Decimal; readonly interest: Decimal };

/**
 * Capital cost of one krona in the k-th year after spending (k = 1 … n), with the internal rate r.
 *   linear   1/n + r × (1 − (k − 1)/n)      interest on the opening book value (default)
 *            1/n + r × (1 − (k − ½)/n)      interest on the average book value
 *   annuity  1/a(r, n) every year, of which interest r × a(r, n − k + 1)/a(r, n), the rest written off
 * Zero outside 1 … n. Source: METHODS §2 and §14 rule 15.
 */
export function capitalCostFactors(
	years: number,
	rate: Decimal,
	k: number,
	rule: CapitalCostRule = LINEAR
): CapitalCostFactors {
	if (years <= 0)
		throw new DomainError(
			'depreciation-not-positive',
			`Depreciation years must be above 0; got ${years}.`
		);
	if (k < 1 || k > years) return { depreciation: ZERO, interest: ZERO };
	if (rule.capitalCost === 'annuity') return annuityFactors(years, rate, k);
	const elapsed = rule.interestBase === 'opening' ? k - 1 : k - 0.5;
	return {
		depreciation: ONE.div(years),
		interest: rate.times(new Decimal(years).minus(elapsed)).div(years)
	};
}

function annuityFactors(years: number, rate: Decimal, k: number): CapitalCostFactors {
	const whole = presentValueFactor(rate, years);
	const interest = rate.times(presentValueFactor(rate, years - k + 1)).div(whole);
	return { depreciation: ONE.div(whole).minus(interest), interest };
}

/** Capital cost per year, k = 1 … n, of an investment with its grant netted off. */
export function capitalCost(
	investment: Decimal,
	years: number,
	rate: Decimal,
	{
		grant = ZERO,
		rule = LINEAR
	}: { readonly grant?: Decimal; readonly rule?: CapitalCostRule } = {}
): { depreciation: Decimal[]; perYear: Decimal[]; total: Decimal; totalInterest: Decimal } {
	const net = investment.minus(grant);
	const factors = Array.from({ length: years }, (_, index) =>
		capitalCostFactors(years, rate, index + 1, rule)
	);
	const perYear = factors.map(({ depreciation, interest }) =>
		net.times(depreciation.plus(interest))
	);
	const total = sum(perYear);
	return {
		depreciation: factors.map(({ depreciation }) => net.times(depreciation)),
		perYear,
		total,
		totalInterest: total.minus(net)
	};
}

/** An asset's parts each written off over its own life; the sum per year, until the longest life ends (component depreciation). */
export function componentCapitalCost(
	components: readonly { readonly amount: Decimal; readonly years: number }[],
	rate: Decimal,
	rule: CapitalCostRule = LINEAR
): Decimal[] {
	const parts = components.map(({ amount, years }) => capitalCost(amount, years, rate, { rule }));
	const longest = Math.max(0, ...components.map(({ years }) => years));
	return Array.from({ length: longest }, (_, index) =>
		sum(parts.map(({ perYear }) => at(perYear, index)))
	);
}

/** Net effect on the operating budget per year: capital cost + change of running cost − saving. Positive: a burden. */
export function operatingBudgetEffect(
	capitalCostPerYear: readonly Decimal[],
	opexChange: Decimal,
	saving: Decimal
): Decimal[] {
	return capitalCostPerYear.map((cost) => cost.plus(opexChange).minus(saving));
}
