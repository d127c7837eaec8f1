import { Decimal, ONE, ZERO } from '../decimal.ts';
import { depreciationYears, isUnknown, type PlacedMeasure } from '../plan/placement.ts';
import type { CostItem, PlanSettings } from '../plan/plan.ts';
import {
	addAt,
	addSeries,
	growthFactors,
	isWithin,
	zeros,
	type Horizon,
	type Series
} from '../years.ts';
import { residualShare } from './residual-value.ts';

/** A cost item's kronor per year as placed, whole project; null when its amount is unknown. */
export type ItemFlow = { readonly item: CostItem; readonly perYear: Series | null };

/** What a measure costs as placed: whole project, all payers, before grants. */
export type CostFlows = {
	readonly items: readonly ItemFlow[];
	/** capex + opex − saving − revenue − residual value, per year; null when any amount is unknown. */
	readonly net: Series | null;
	readonly capexTotal: Decimal | null;
	readonly residualValue: Decimal | null;
};

/** METHODS §14, rules 2 to 5; the residual value as the plan's settings say. */
export function costFlows(
	placed: PlacedMeasure,
	horizon: Horizon,
	settings: PlanSettings
): CostFlows {
	const items = placed.measure.costs.map((item) => ({
		item,
		perYear: itemFlow(item, placed, horizon)
	}));
	const capex = items.filter(({ item }) => item.kind === 'capex');
	const capexKnown = capex.every(({ perYear }) => perYear !== null);
	const residualValue = capexKnown
		? capex.reduce(
				(sum, { item, perYear }) => sum.plus(residual(item, perYear ?? [], placed, settings)),
				ZERO
			)
		: null;
	return {
		items,
		net: netCost(items, residualValue, horizon),
		capexTotal: capexKnown
			? capex.reduce((sum, { perYear }) => (perYear ?? []).reduce((a, b) => a.plus(b), sum), ZERO)
			: null,
		residualValue
	};
}

function itemFlow(item: CostItem, placed: PlacedMeasure, horizon: Horizon): Series | null {
	if (isUnknown(item)) return null;
	const flow = zeros(horizon);
	const index = (year: number) => year + placed.shift - horizon.firstYear;
	const scaled = (amount: Decimal) => (placed.scale.eq(ONE) ? amount : amount.times(placed.scale));
	if (item.timing === 'one-off') {
		for (const { year, amount } of item.years) addAt(flow, index(year), scaled(amount));
		return flow;
	}
	const first = scaled(item.amountPerYear ?? ZERO);
	const growth = item.growth.isZero() ? null : growthFactors(item.growth, item.to - item.from + 1);
	for (let year = item.from; year <= item.to; year++)
		addAt(flow, index(year), growth ? first.times(growth[year - item.from] ?? ONE) : first);
	return flow;
}

/** What is left of the kronor spent, at the horizon's end. Land keeps its amount; with no life nothing is left (rule 4). */
function residual(
	item: CostItem,
	perYear: Series,
	placed: PlacedMeasure,
	{ discountRate, method }: PlanSettings
): Decimal {
	const life = depreciationYears(item, placed.measure);
	const last = perYear.length - 1;
	return perYear.reduce((sum, amount, index) => {
		if (amount.isZero()) return sum;
		if (item.costKind === 'land') return sum.plus(amount);
		if (life === null) return sum;
		const share = residualShare(life, last - index, method.residualValue, discountRate);
		return sum.plus(amount.times(share));
	}, ZERO);
}

function netCost(
	items: readonly ItemFlow[],
	residualValue: Decimal | null,
	horizon: Horizon
): Series | null {
	const net = zeros(horizon);
	for (const { item, perYear } of items) {
		if (!perYear) return null;
		addSeries(net, perYear, sign(item));
	}
	if (residualValue === null) return null;
	addAt(net, net.length - 1, residualValue.neg());
	return net;
}

const MINUS_ONE = new Decimal(-1);

/** Costs count as positive, savings and revenues as negative (METHODS §0, rule 3). */
export function sign(item: CostItem): Decimal {
	return item.kind === 'capex' || item.kind === 'opex' ? ONE : MINUS_ONE;
}

/** Whether any year of the item as placed falls outside the plan. */
export function leavesHorizon(item: CostItem, placed: PlacedMeasure, horizon: Horizon): boolean {
	const years =
		item.timing === 'one-off' ? item.years.map(({ year }) => year) : [item.from, item.to];
	return years.some((year) => !isWithin(year + placed.shift, horizon));
}
