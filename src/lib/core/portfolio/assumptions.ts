import type { Decimal } from '../decimal.ts';
import { priceOf, type CostItem, type Plan, type SharedPrice } from '../plan/plan.ts';

/** What a reader may assume otherwise than the plan. */
type Assumptions = {
	/** Real, a year. */
	readonly discountRate: Decimal;
	/** What the carbon value of every year is multiplied with. */
	readonly carbonFactor: Decimal;
	/** What amounts that follow the price of electricity are multiplied with. */
	readonly electricityFactor: Decimal;
};

/** The plan as it would be under other assumptions. */
export function withAssumptions(
	plan: Plan,
	{ discountRate, carbonFactor, electricityFactor }: Assumptions
): Plan {
	const { carbonValue } = plan.settings;
	return {
		...plan,
		settings: {
			...plan.settings,
			discountRate,
			carbonValue: {
				...carbonValue,
				perTonne: carbonValue.perTonne.times(carbonFactor),
				...(carbonValue.points && {
					points: carbonValue.points.map((point) => ({
						...point,
						perTonne: point.perTonne.times(carbonFactor)
					}))
				})
			}
		},
		measures: plan.measures.map((measure) => ({
			...measure,
			costs: measure.costs.map((item) => atPrice(item, 'electricity', electricityFactor))
		}))
	};
}

/** The item at another level of a shared price; the same where it does not follow it. */
function atPrice(item: CostItem, price: SharedPrice, factor: Decimal): CostItem {
	if (priceOf(item) !== price) return item;
	return item.timing === 'yearly'
		? { ...item, amountPerYear: item.amountPerYear && item.amountPerYear.times(factor) }
		: {
				...item,
				amount: item.amount && item.amount.times(factor),
				years: item.years.map((one) => ({ ...one, amount: one.amount.times(factor) }))
			};
}

/** How many of a plan's amounts follow a price. */
export function followers({ measures }: Plan, price: SharedPrice): number {
	return measures.flatMap(({ costs }) => costs.filter((item) => priceOf(item) === price)).length;
}
