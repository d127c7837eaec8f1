import { Decimal, ONE, ZERO, max, min, sum } from '../../src/lib/core/decimal.ts';
import type { CostItem, Effect, FundingLine, Measure, Plan } from '../../src/lib/core/plan/plan.ts';

/** Figures as their definitions say, computed the plain way for one plan. */

export function placeOf(plan: Plan, { id }: Measure) {
	const [portfolio] = plan.portfolios;
	return { shift: portfolio?.shift[id] ?? 0, scale: portfolio?.scale[id] ?? ONE };
}

/** Kronor of an item in a year of the plan, whole project as placed; null when unknown. */
export function spent(plan: Plan, measure: Measure, item: CostItem, year: number): Decimal | null {
	const { shift, scale } = placeOf(plan, measure);
	const own = year - shift;
	if (item.timing === 'one-off')
		return (
			item.amount &&
			sum(item.years.flatMap((one) => (one.year === own ? one.amount : []))).times(scale)
		);
	if (item.amountPerYear === null || own < item.from || own > item.to)
		return item.amountPerYear && ZERO;
	return item.amountPerYear.times(scale).times(item.growth.plus(1).pow(own - item.from));
}

/** Tonnes of an effect in a year of the plan, whole project as placed; null when unknown. */
export function avoided(
	plan: Plan,
	measure: Measure,
	effect: Effect,
	year: number
): Decimal | null {
	const { shift, scale } = placeOf(plan, measure);
	const own = year - shift;
	const size = effect.kind === 'direct' ? effect.tonnesPerYear : effect.mwhPerYear;
	if (size === null || own < effect.from || own > effect.to) return size && ZERO;
	const ramp = min(ONE, new Decimal(own - effect.from + 1).div(Math.max(1, effect.rampYears)));
	// The plan’s one carrier: 0.3 until 2027, 0.1 from 2030.
	const share = new Decimal(Math.min(3, Math.max(0, year - 2027))).div(3);
	const factor = effect.kind === 'direct' ? ONE : new Decimal('0.3').minus(share.times('0.2'));
	return size.times(scale).times(ramp).times(factor);
}

export function itemOf(plan: Plan, line: FundingLine): CostItem | undefined {
	const measure = plan.measures.find(({ id }) => id === line.measure);
	return measure?.costs.find(({ id }) => id === line.costItem);
}

export function yearsOf({ settings }: Plan): number[] {
	const { firstYear, lastYear } = settings;
	return Array.from({ length: lastYear - firstYear + 1 }, (_, t) => firstYear + t);
}

/** Sum over the years; null when one is unknown. */
export function whole(values: readonly (Decimal | null)[]): Decimal | null {
	return values.includes(null) ? null : sum(values.flatMap((value) => value ?? []));
}

/** Present net cost of a measure: what it costs and brings each year, less what is left of it at the end. */
export function netCost(plan: Plan, measure: Measure): Decimal | null {
	const { discountRate, lastYear, firstYear } = plan.settings;
	const perYear = yearsOf(plan).map((year) => {
		const signed = measure.costs.map((item) => {
			const amount = spent(plan, measure, item, year);
			return ['capex', 'opex'].includes(item.kind) ? amount : amount && amount.neg();
		});
		return whole(signed);
	});
	const left = measure.costs.flatMap((item) =>
		item.kind !== 'capex'
			? []
			: yearsOf(plan).map((year) => {
					const life = item.depreciationYears ?? measure.lifetimeYears;
					const share =
						life === null ? ZERO : max(ZERO, ONE.minus(new Decimal(lastYear - year).div(life)));
					const amount = spent(plan, measure, item, year);
					return amount && amount.times(item.costKind === 'land' ? ONE : share);
				})
	);
	const factor = (year: number) => ONE.div(discountRate.plus(1).pow(year - firstYear));
	const present = whole(perYear.map((cost, t) => cost && cost.times(factor(firstYear + t))));
	const residual = whole(left);
	return present && residual && present.minus(residual.times(factor(lastYear)));
}
