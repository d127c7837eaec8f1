import { Decimal, ONE, ZERO } from '../decimal.ts';
import { DomainError } from '../errors.ts';

export type InterestBase = 'opening' | 'average';

/**
 * Capital cost of one krona in the k-th year after spending (k = 1 … n): linear depreciation and internal interest
 * on the book value.
 *     1/n + r × (1 − (k − 1)/n)      interest on the opening book value (default)
 *     1/n + r × (1 − (k − ½)/n)      interest on the average book value
 * Zero outside 1 … n. Source: METHODS §2 and §14 rule 15.
 */
export function capitalCostFactor(
	years: number,
	rate: Decimal,
	k: number,
	base: InterestBase = 'opening'
): Decimal {
	const { depreciation, interest } = capitalCostFactors(years, rate, k, base);
	return depreciation.plus(interest);
}

/** The two parts of it: depreciation 1/n, and interest on the book value. */
export function capitalCostFactors(
	years: number,
	rate: Decimal,
	k: number,
	base: InterestBase = 'opening'
): { readonly depreciation: Decimal; readonly interest: Decimal } {
	if (years <= 0)
		throw new DomainError(
			'depreciation-not-positive',
			`Depreciation years must be above 0; got ${years}.`
		);
	if (k < 1 || k > years) return { depreciation: ZERO, interest: ZERO };
	const elapsed = base === 'opening' ? k - 1 : k - 0.5;
	return {
		depreciation: ONE.div(years),
		interest: rate.times(new Decimal(years).minus(elapsed)).div(years)
	};
}

/** Capital cost per year, k = 1 … n, of an investment with its grant netted off. */
export function capitalCost(
	investment: Decimal,
	years: number,
	rate: Decimal,
	options: { readonly grant?: Decimal; readonly base?: InterestBase } = {}
): { depreciation: Decimal; perYear: Decimal[]; total: Decimal; totalInterest: Decimal } {
	const net = investment.minus(options.grant ?? ZERO);
	const perYear = Array.from({ length: years }, (_, index) =>
		net.times(capitalCostFactor(years, rate, index + 1, options.base))
	);
	const total = perYear.reduce((a, b) => a.plus(b), ZERO);
	return { depreciation: net.div(years), perYear, total, totalInterest: total.minus(net) };
}
