import { ONE, ZERO, min, sum, type Decimal } from '../../decimal.ts';
import { capitalCostFactors } from '../../finance/capital-cost.ts';
import {
	ANNUITY_DEPRECIATION,
	ANNUITY_INTEREST,
	DEPRECIATION,
	INTEREST,
	LAND_INTEREST
} from '../../finance/formulas.ts';
import { KEPT_SHARE } from '../../funding/budget-formulas.ts';
import { type Certainty } from '../../funding/certainty.ts';
import { depreciationYears } from '../../plan/placement.ts';
import type { CostItem } from '../../plan/plan.ts';
import { PRODUCT, SUM } from '../../sums.ts';
import { at } from '../../years.ts';
import type { EvaluatedMeasure } from '../frame.ts';
import { itemLabel, lifeOf } from './costs.ts';
import { derived, figureOf, given, inYear, text, typed, type Explained } from './explained.ts';
import { weightedNode, weightOf } from './funding.ts';
import { yearAt, type Scope } from './scope.ts';

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

/** Share of an asset's cost that is left to pay after its counted grants. */
function keptNode(
	scope: Scope,
	{ measure, item, perYear }: Asset,
	certainty: Certainty
): Explained {
	const { id } = measure.placed.measure;
	const flows = grantsOf(scope, id, item.id);
	const spent = sum(perYear).times(measure.placed.ownShare);
	const granted = sum(
		flows.map(({ line, perYear: paid }) => sum(paid).times(weightOf(line, certainty)))
	);
	return derived({
		label: text(`${id} ${item.id}: kvar efter bidrag`, `${id} ${item.id}: left after grants`),
		unit: 'share',
		value: spent.isZero() ? ONE : ONE.minus(min(ONE, granted.div(spent))),
		formula: KEPT_SHARE,
		inputs: () => [
			derived({
				label: text('Räknade bidrag inom planen', 'Counted grants inside the plan'),
				unit: 'kr',
				value: granted,
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

/** Kronor that an asset's spending of a year leaves to pay. */
function netSpent(
	scope: Scope,
	asset: Asset,
	certainty: Certainty,
	year: number,
	index: number
): Explained {
	const { id } = asset.measure.placed.measure;
	const cost = scope.find(figureOf('ownCost', id, asset.item.id, year));
	const kept = keptNode(scope, asset, certainty);
	const label = itemLabel(asset.measure, asset.item);
	return derived({
		label: inYear(
			text(`${label.sv}, efter bidrag`, `${label.en}, after grants`),
			yearAt(scope, index)
		),
		unit: 'kr',
		value: cost.value && kept.value ? cost.value.times(kept.value) : null,
		formula: PRODUCT,
		inputs: () => [cost, kept]
	});
}

/** Depreciation or interest in a year of what an asset spent k years before. */
export function capitalPart(
	scope: Scope,
	asset: Asset,
	certainty: Certainty,
	part: 'depreciation' | 'interest',
	spentAt: number,
	k: number
): Explained {
	const { settings } = scope.plan;
	const { method, internalRate, rateSources } = settings;
	const spent = netSpent(scope, asset, certainty, yearAt(scope, spentAt), spentAt);
	const life = depreciationYears(asset.item, asset.measure.placed.measure) ?? 1;
	const isLand = asset.item.costKind === 'land';
	const factors = isLand
		? { depreciation: ZERO, interest: internalRate }
		: capitalCostFactors(life, internalRate, k, method);
	const rate = typed(text('Internränta', 'Internal rate'), 'share', internalRate, {
		part: 'plan',
		id: null,
		field: 'internalRate',
		...rateSources.internalRate
	});
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
