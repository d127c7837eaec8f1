import { isAboveZero, sum, type Decimal } from '../decimal.ts';
import type { Plan } from '../plan/plan.ts';
import { dotProduct } from '../years.ts';
import type { Evaluation } from './evaluation.ts';
import { frameOf } from './frame.ts';

/** What a portfolio costs and is worth: of the measures whose cost and effect are both known, own share, before grants. */
export type Valuation = {
	readonly measures: readonly string[];
	/** Present net cost, all payers, kr. */
	readonly netCost: Decimal;
	/** Discounted credited tonnes. */
	readonly tonnes: Decimal;
	/** kr/t; null without tonnes. */
	readonly costPerTonne: Decimal | null;
	/** Carbon value of the credited tonnes less the net cost, kr. */
	readonly netBenefit: Decimal;
};

/** METHODS §14, rules 7 and 16, for all of a portfolio at once: what interaction takes away is taken away. */
export function valuation(plan: Plan, { measures }: Pick<Evaluation, 'measures'>): Valuation {
	const { discount, discountedCarbonValue } = frameOf(plan);
	const known = measures.flatMap(({ id, netCost, ownShare, creditedPerYear }) =>
		netCost && creditedPerYear
			? [
					{
						id,
						cost: netCost.times(ownShare),
						tonnes: dotProduct(creditedPerYear, discount),
						value: dotProduct(creditedPerYear, discountedCarbonValue)
					}
				]
			: []
	);
	const netCost = sum(known.map(({ cost }) => cost));
	const tonnes = sum(known.map((one) => one.tonnes));
	return {
		measures: known.map(({ id }) => id),
		netCost,
		tonnes,
		costPerTonne: isAboveZero(tonnes) ? netCost.div(tonnes) : null,
		netBenefit: sum(known.map(({ value }) => value)).minus(netCost)
	};
}
