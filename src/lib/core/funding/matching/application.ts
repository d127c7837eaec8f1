import { Decimal, ONE, ZERO, sum } from '../../decimal.ts';
import type { CostItem } from '../../plan/plan.ts';
import type { PlacedMeasure } from '../../plan/placement.ts';

/** How likely an application is taken to be won until somebody knows better: an assumption, said as such wherever it is used. */
export const ASSUMED_PROBABILITY = new Decimal('0.5');

/** What an application asks for one cost item, by year, as the plan lists it: before the portfolio moves and scales it. */
export type AskedAmounts = {
	readonly costItem: string;
	readonly amounts: readonly { readonly year: number; readonly amount: Decimal }[];
};

/** The highest possible grant of a match, spread over the years of each cost as the cost itself is; whole öre, never more. */
export function askedAmounts({
	items,
	placed
}: {
	readonly items: readonly { readonly item: CostItem; readonly highest: Decimal }[];
	readonly placed: PlacedMeasure;
}): AskedAmounts[] {
	const scale = placed.scale.isZero() ? ONE : placed.scale;
	return items
		.filter(({ highest }) => highest.gt(0))
		.map(({ item, highest }) => ({
			costItem: item.id,
			amounts: spread(highest.div(scale).toDecimalPlaces(2, Decimal.ROUND_DOWN), costByYear(item))
		}));
}

/** What an item costs in each of its years, as the plan lists it; nothing where that is unknown. */
export function costByYear(item: CostItem): { readonly year: number; readonly cost: Decimal }[] {
	if (item.timing === 'one-off')
		return item.years.map(({ year, amount }) => ({ year, cost: amount ?? ZERO }));
	const { from, to, growth } = item;
	return Array.from({ length: Math.max(0, to - from + 1) }, (_, passed) => ({
		year: from + passed,
		cost: ONE.plus(growth).pow(passed)
	}));
}

/** In whole öre; what rounding leaves goes to the last year. */
function spread(
	total: Decimal,
	years: readonly { readonly year: number; readonly cost: Decimal }[]
): AskedAmounts['amounts'] {
	const whole = sum(years.map(({ cost }) => cost));
	if (whole.isZero()) return [];
	let left = total;
	return years
		.map(({ year, cost }, index) => {
			const isLast = index === years.length - 1;
			const part = total.times(cost).div(whole).toDecimalPlaces(2, Decimal.ROUND_DOWN);
			const amount = isLast ? left : part;
			left = left.minus(amount);
			return { year, amount };
		})
		.filter(({ amount }) => amount.gt(0));
}
