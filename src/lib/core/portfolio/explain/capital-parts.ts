import { ZERO, sum, type Decimal } from '../../decimal.ts';
import { capitalCostFactors } from '../../finance/capital-cost.ts';
import {
	ANNUITY_DEPRECIATION,
	ANNUITY_INTEREST,
	DEPRECIATION,
	INTEREST,
	LAND_INTEREST
} from '../../finance/formulas.ts';
import { KEPT_SHARE, LOAN_SHARE } from '../../funding/budget-formulas.ts';
import { financedShares, loanRate, shareKept, type BorrowedFlow } from '../../funding/borrowing.ts';
import { isSecured, type Certainty } from '../../funding/certainty.ts';
import { depreciationYears } from '../../plan/placement.ts';
import type { CostItem } from '../../plan/plan.ts';
import { DIFFERENCE, PRODUCT, SUM } from '../../sums.ts';
import { at } from '../../years.ts';
import type { EvaluatedMeasure } from '../frame.ts';
import { itemLabel, lifeOf } from './costs.ts';
import { derived, figureOf, given, inYear, text, typed, type Explained } from './explained.ts';
import { ofAward } from './funding-amounts.ts';
import { weightedNode, weightOf } from './funding.ts';
import { internalRateNode, loanNode, loanRateNode } from './loans.ts';
import { itemKey, yearAt, type Scope } from './scope.ts';

type Asset = {
	readonly measure: EvaluatedMeasure;
	readonly item: CostItem;
	readonly perYear: readonly Decimal[];
};

/** Municipal capex items of known amount that carry a capital cost. */
export function assets(scope: Scope): Asset[] {
	return scope.measures.flatMap((measure) =>
		measure.flows.items.flatMap(({ item, perYear }) => {
			const carries =
				item.costKind === 'land' || depreciationYears(item, measure.placed.measure) !== null;
			return perYear && carries && item.kind === 'capex' && item.payer === 'municipality'
				? [{ measure, item, perYear }]
				: [];
		})
	);
}

function grantsOf({ flows }: Scope, measureId: string, itemId: string) {
	return flows.filter(({ line }) => line.measure === measureId && line.costItem === itemId);
}

/** What pays for an asset's spending once its grants are netted: own money at the internal rate, or a loan at its own. */
type Paying = { readonly loan: BorrowedFlow | null; readonly share: Decimal };

/** Own money first, then the loans, as far as each pays something. */
export function payingFor(scope: Scope, asset: Asset, certainty: Certainty): Paying[] {
	const { measure, item, perYear } = asset;
	const { id } = measure.placed.measure;
	const spent = sum(perYear).times(measure.placed.ownShare);
	const loans = (scope.borrowed.get(itemKey(id, item.id)) ?? []).map((loan) => ({
		loan,
		amount: sum(loan.perYear).times(weightOf(loan.line, certainty))
	}));
	const { own, borrowed } = financedShares(spent, keptOf(scope, asset, certainty), loans);
	const all: Paying[] = [{ loan: null, share: own }, ...borrowed];
	return all.filter(({ share }) => !share.isZero());
}

function grantedTo(scope: Scope, { measure, item }: Asset, certainty: Certainty): Decimal {
	return sum(
		grantsOf(scope, measure.placed.measure.id, item.id).map(({ line, perYear }) =>
			sum(perYear).times(weightOf(line, certainty))
		)
	);
}

function keptOf(scope: Scope, asset: Asset, certainty: Certainty): Decimal {
	const spent = sum(asset.perYear).times(asset.measure.placed.ownShare);
	return shareKept(spent, grantedTo(scope, asset, certainty));
}

/** Share of an asset's cost that is left to pay after its counted grants. */
function keptNode(scope: Scope, asset: Asset, certainty: Certainty): Explained {
	const { measure, item } = asset;
	const { id } = measure.placed.measure;
	const flows = grantsOf(scope, id, item.id);
	return derived({
		label: text(`${id} ${item.id}: kvar efter bidrag`, `${id} ${item.id}: left after grants`),
		unit: 'share',
		value: keptOf(scope, asset, certainty),
		formula: KEPT_SHARE,
		inputs: () => [
			derived({
				label: text('Räknade bidrag inom planen', 'Counted grants inside the plan'),
				unit: 'kr',
				value: grantedTo(scope, asset, certainty),
				formula: SUM,
				inputs: () =>
					flows.flatMap((flow) =>
						scope.frame.years.flatMap((_, index) =>
							at(flow.perYear, index).isZero() ? [] : [weightedNode(scope, flow, certainty, index)]
						)
					)
			}),
			scope.find(figureOf('ownCost', id, item.id))
		]
	});
}

/** Of what grants and the loans before it leave of an asset, the share that each loan pays. */
function loanShareNodes(scope: Scope, asset: Asset, certainty: Certainty): LoanShare[] {
	const kept = keptNode(scope, asset, certainty);
	const nodes: LoanShare[] = [];
	for (const { loan, share } of payingFor(scope, asset, certainty)) {
		if (!loan) continue;
		const before = nodes.map(({ node }) => node);
		const left = before.length === 0 ? kept : leftAfter(kept, before);
		nodes.push({ loan, node: loanShareNode(scope, asset, certainty, { loan, share, left }) });
	}
	return nodes;
}

type LoanShare = { readonly loan: BorrowedFlow; readonly node: Explained };

function leftAfter(kept: Explained, loans: readonly Explained[]): Explained {
	return derived({
		label: text('Kvar efter bidrag och lån', 'Left after grants and loans'),
		unit: 'share',
		value: DIFFERENCE.compute?.([kept.value, ...loans.map(({ value }) => value)]) ?? null,
		formula: DIFFERENCE,
		inputs: () => [kept, ...loans]
	});
}

function loanShareNode(
	scope: Scope,
	asset: Asset,
	certainty: Certainty,
	{
		loan,
		share,
		left
	}: { readonly loan: BorrowedFlow; readonly share: Decimal; readonly left: Explained }
): Explained {
	const { id } = asset.measure.placed.measure;
	const { line } = loan;
	return derived({
		label: text(
			`${line.id}: andel av ${id} ${asset.item.id}`,
			`${line.id}: share of ${id} ${asset.item.id}`
		),
		unit: 'share',
		value: share,
		formula: LOAN_SHARE,
		inputs: () => [
			derived({
				label: text(`${line.id}, inom planen`, `${line.id}, inside the plan`),
				unit: 'kr',
				value: sum(loan.perYear),
				formula: SUM,
				inputs: () =>
					scope.frame.years.flatMap((_, place) =>
						at(loan.perYear, place).isZero() ? [] : [loanNode(scope, loan, place)]
					)
			}),
			typed(
				text('Vikt', 'Weight'),
				'factor',
				weightOf(line, certainty),
				ofAward(
					scope,
					line,
					certainty === 'expected' && !isSecured(line.status) ? 'probability' : 'status'
				)
			),
			scope.find(figureOf('ownCost', id, asset.item.id)),
			left
		]
	});
}

/** Kronor of an asset's spending of a year that own money, or a loan, pays. */
function netSpent(
	scope: Scope,
	{ asset, certainty, paying: { loan }, spentAt: index }: CapitalPart
): Explained {
	const year = yearAt(scope, index);
	const cost = scope.find(
		figureOf('ownCost', asset.measure.placed.measure.id, asset.item.id, year)
	);
	const loans = loanShareNodes(scope, asset, certainty);
	const kept = keptNode(scope, asset, certainty);
	const own =
		loans.length === 0
			? kept
			: leftAfter(
					kept,
					loans.map((one) => one.node)
				);
	const node = loan ? (loans.find((one) => one.loan === loan)?.node ?? own) : own;
	const label = itemLabel(asset.measure, asset.item);
	return derived({
		label: inYear(
			loan
				? text(`${label.sv}, betalt med ${loan.line.id}`, `${label.en}, paid with ${loan.line.id}`)
				: text(`${label.sv}, efter bidrag`, `${label.en}, after grants`),
			year
		),
		unit: 'kr',
		value: cost.value && node.value ? cost.value.times(node.value) : null,
		formula: PRODUCT,
		inputs: () => [cost, node]
	});
}

/** A part of an asset's capital cost: what was spent in a year, and who pays it. */
type CapitalPart = {
	readonly asset: Asset;
	readonly certainty: Certainty;
	readonly paying: Paying;
	readonly spentAt: number;
};

/** Depreciation or interest in a year of what an asset spent k years before. */
export function capitalPart(
	scope: Scope,
	of: CapitalPart,
	part: 'depreciation' | 'interest',
	k: number
): Explained {
	const { asset, spentAt } = of;
	const { settings } = scope.plan;
	const { method, internalRate } = settings;
	const spent = netSpent(scope, of);
	const life = depreciationYears(asset.item, asset.measure.placed.measure) ?? 1;
	const isLand = asset.item.costKind === 'land';
	const { loan } = of.paying;
	const rateValue = loan ? loanRate(loan, settings) : internalRate;
	const rate = loan ? loanRateNode(scope, loan) : internalRateNode(scope);
	const factors = isLand
		? { depreciation: ZERO, interest: rateValue }
		: capitalCostFactors(life, rateValue, k, method);
	const isAnnuity = method.capitalCost === 'annuity';
	const years = lifeOf(asset.measure, asset.item, life);
	const kNode = given(text('År efter utgiften', 'Years after spending'), 'years', k);
	const elapsed = method.interestBase === 'average' ? k - 0.5 : k - 1;
	const label = itemLabel(asset.measure, asset.item);
	const named = text(
		`${label.sv}, utgift ${yearAt(scope, spentAt)}`,
		`${label.en}, spent ${yearAt(scope, spentAt)}`
	);
	const interestNode = (): Explained =>
		derived({
			label: named,
			unit: 'kr',
			value: spent.value && spent.value.times(factors.interest),
			formula: isLand ? LAND_INTEREST : isAnnuity ? ANNUITY_INTEREST : INTEREST,
			inputs: () => {
				if (isLand) return [spent, rate];
				if (isAnnuity) return [spent, rate, kNode, years];
				return [
					spent,
					rate,
					given(text('Avskrivna år', 'Years written off'), 'years', elapsed),
					years
				];
			}
		});
	if (part === 'interest') return interestNode();
	return derived({
		label: named,
		unit: 'kr',
		value: spent.value && spent.value.times(factors.depreciation),
		formula: isAnnuity ? ANNUITY_DEPRECIATION : DEPRECIATION,
		inputs: () => (isAnnuity ? [spent, rate, years, interestNode()] : [spent, years])
	});
}
