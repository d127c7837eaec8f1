import type { Decimal } from '../decimal.ts';
import { ZERO, max, sum } from '../decimal.ts';
import { capitalCostFactors } from '../finance/capital-cost.ts';
import type { CostFlows } from '../finance/cost-flows.ts';
import { depreciationYears, type PlacedMeasure } from '../plan/placement.ts';
import type { PlanSettings } from '../plan/plan.ts';
import { addAt, addSeries, at, zeros, type Horizon, type Series } from '../years.ts';
import type { NullableSeries } from './gap.ts';
import { financedShares, loanRate, shareKept, type BorrowedFlow } from './borrowing.ts';
import { fundingWeight, type Certainty } from './certainty.ts';
import { type FundingFlow } from './funding-flows.ts';

/** Own-share capex of the municipality with one life, before grants: kr per year of spending. */
type Asset = {
	readonly key: string;
	readonly perYear: Series;
	/** null: land, which carries interest only. */
	readonly years: number | null;
	readonly isLand: boolean;
};

/** Funding flows that close the gap, and those that are paid back. */
export type FundedBy = {
	readonly funding: readonly FundingFlow[];
	readonly borrowed: readonly BorrowedFlow[];
};

export type CostedMeasure = { readonly placed: PlacedMeasure; readonly flows: CostFlows };

/** What the effect on the operating budget is made of; kr per year, each part as positive kronor. */
export type OperatingParts = {
	readonly depreciation: Series;
	readonly interest: Series;
	readonly opex: Series;
	readonly saving: Series;
	readonly revenue: Series;
	/** Grants on running costs. */
	readonly grants: Series;
	/** What of depreciation and interest is on money of loans and energy performance contracts. */
	readonly loans: { readonly depreciation: Series; readonly interest: Series };
};

/**
 * Parts of the effect on the municipality's operating budget per year, own share (METHODS §14, rule 15): capital cost by
 * the plan's settings, linear by default, from the year after spending, with the item's counted grants netted in
 * proportion, and what a loan pays at the loan's own rate where that is known; and opex, saving, revenue and grants on items that are not capex. kr, fixed prices, nominal internal rate.
 */
export function operatingParts(
	measures: readonly CostedMeasure[],
	{ funding, borrowed }: FundedBy,
	certainty: Certainty,
	settings: PlanSettings,
	horizon: Horizon
): OperatingParts {
	const parts = {
		depreciation: zeros(horizon),
		interest: zeros(horizon),
		opex: zeros(horizon),
		saving: zeros(horizon),
		revenue: zeros(horizon),
		grants: zeros(horizon),
		loans: { depreciation: zeros(horizon), interest: zeros(horizon) }
	};
	const grants = grantsByItem(funding, certainty, horizon);
	for (const { placed, flows } of measures)
		for (const { item, perYear } of flows.items) {
			if (!perYear || item.payer !== 'municipality' || item.kind === 'capex') continue;
			addSeries(parts[item.kind], perYear, placed.ownShare);
			addSeries(parts.grants, grants.get(itemKey(placed, item.id)) ?? []);
		}
	const loans = loansByItem(borrowed, certainty);
	for (const one of netSpending(measures, { grants, loans }, settings, horizon)) {
		addCapitalCost(parts, one, settings);
		if (one.isBorrowed) addCapitalCost(parts.loans, one, settings);
	}
	return parts;
}

/** Depreciation + interest + opex − saving − revenue − grants; positive = burden. */
export function operatingEffect(parts: OperatingParts): Decimal[] {
	return parts.depreciation.map((depreciation, index) =>
		depreciation
			.plus(at(parts.interest, index))
			.plus(at(parts.opex, index))
			.minus(at(parts.saving, index))
			.minus(at(parts.revenue, index))
			.minus(at(parts.grants, index))
	);
}

/** What the effect exceeds the frame by, from what is left of it; without a frame nothing is missing where there is no burden (METHODS §8). */
export function operatingGap(effect: Series, headroom: NullableSeries): NullableSeries {
	return headroom.map((left, index) => {
		if (left) return max(ZERO, left.neg());
		return at(effect, index).lte(0) ? ZERO : null;
	});
}

const LAND = 'land';

/** Spending net of grants that is written off over one life and carries one rate of interest. */
type NetSpending = {
	readonly perYear: Decimal[];
	readonly life: number | typeof LAND;
	readonly rate: Decimal;
	readonly isBorrowed: boolean;
};

type Paying = {
	readonly grants: ReadonlyMap<string, Series>;
	readonly loans: ReadonlyMap<string, readonly WeightedLoan[]>;
};

/** Net spending, summed over assets with the same life and rate: capital cost is linear in the amount. */
function netSpending(
	measures: readonly CostedMeasure[],
	{ grants, loans }: Paying,
	settings: PlanSettings,
	horizon: Horizon
): NetSpending[] {
	const together = new Map<string, NetSpending>();
	const add = (perYear: Series, share: Decimal, kind: Omit<NetSpending, 'perYear'>) => {
		if (share.isZero()) return;
		const key = `${kind.life} ${kind.isBorrowed} ${kind.rate.toString()}`;
		const found = together.get(key) ?? { ...kind, perYear: zeros(horizon) };
		addSeries(found.perYear, perYear, share);
		together.set(key, found);
	};
	for (const asset of measures.flatMap(municipalAssets)) {
		const life = asset.isLand ? LAND : asset.years;
		const spent = sum(asset.perYear);
		if (life === null || spent.isZero()) continue;
		const granted = sum(grants.get(asset.key) ?? []);
		const kept = shareKept(spent, granted);
		const { own, borrowed } = financedShares(spent, kept, loans.get(asset.key) ?? []);
		add(asset.perYear, own, { life, rate: settings.internalRate, isBorrowed: false });
		for (const { loan, share } of borrowed)
			add(asset.perYear, share, { life, rate: loanRate(loan, settings), isBorrowed: true });
	}
	return [...together.values()];
}

function municipalAssets({ placed, flows }: CostedMeasure): Asset[] {
	return flows.items.flatMap(({ item, perYear }): Asset[] => {
		if (!perYear || item.kind !== 'capex' || item.payer !== 'municipality') return [];
		return [
			{
				key: itemKey(placed, item.id),
				perYear: perYear.map((amount) => amount.times(placed.ownShare)),
				years: depreciationYears(item, placed.measure),
				isLand: item.costKind === 'land'
			}
		];
	});
}

function addCapitalCost(
	{ depreciation, interest }: { readonly depreciation: Decimal[]; readonly interest: Decimal[] },
	{ perYear: spent, life, rate }: NetSpending,
	{ method }: PlanSettings
): void {
	const factors = spent.map((_, k) =>
		life === LAND
			? { depreciation: ZERO, interest: rate }
			: capitalCostFactors(life, rate, k, method)
	);
	spent.forEach((amount, year) => {
		if (amount.isZero()) return;
		for (let k = 1; year + k < spent.length; k++) {
			addAt(depreciation, year + k, amount.times(factors[k]?.depreciation ?? ZERO));
			addAt(interest, year + k, amount.times(factors[k]?.interest ?? ZERO));
		}
	});
}

type WeightedLoan = { readonly loan: BorrowedFlow; readonly amount: Decimal };

/** What each loan counts in a variant, by cost item, in the plan's order. */
function loansByItem(
	borrowed: readonly BorrowedFlow[],
	certainty: Certainty
): Map<string, WeightedLoan[]> {
	const loans = new Map<string, WeightedLoan[]>();
	for (const loan of borrowed) {
		const key = `${loan.line.measure} ${loan.line.costItem}`;
		const amount = sum(loan.perYear).times(fundingWeight(loan.line, certainty));
		loans.set(key, [...(loans.get(key) ?? []), { loan, amount }]);
	}
	return loans;
}

function grantsByItem(
	funding: readonly FundingFlow[],
	certainty: Certainty,
	horizon: Horizon
): Map<string, Decimal[]> {
	const grants = new Map<string, Decimal[]>();
	for (const { line, perYear } of funding) {
		const weight = fundingWeight(line, certainty);
		if (weight.isZero()) continue;
		const key = `${line.measure} ${line.costItem}`;
		const together = grants.get(key) ?? zeros(horizon);
		addSeries(together, perYear, weight);
		grants.set(key, together);
	}
	return grants;
}

function itemKey(placed: PlacedMeasure, itemId: string): string {
	return `${placed.measure.id} ${itemId}`;
}
