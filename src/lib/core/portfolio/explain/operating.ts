import { ONE, ZERO, min, sum, type Decimal } from '../../decimal.ts';
import { capitalCostFactors } from '../../finance/capital-cost.ts';
import {
	ANNUITY_DEPRECIATION,
	ANNUITY_INTEREST,
	DEPRECIATION,
	INTEREST,
	LAND_INTEREST
} from '../../finance/formulas.ts';
import {
	DRIFTGAP,
	KEPT_SHARE,
	NET_CASH,
	OPERATING_EFFECT,
	PEAK_BRIDGING,
	TAX_ORE
} from '../../funding/formulas.ts';
import { certainties, isSecured, type Certainty } from '../../funding/funding-flows.ts';
import { depreciationYears } from '../../plan/placement.ts';
import type { CostItem } from '../../plan/plan.ts';
import { DIFFERENCE, PRODUCT, SUM } from '../../sums.ts';
import { at } from '../../years.ts';
import { runningCosts } from '../payer-figures.ts';
import type { EvaluatedMeasure } from '../frame.ts';
import { itemLabel, lifeOf, sumOfItems } from './costs.ts';
import { derived, figureOf, given, inYear, text, typed, type Explained } from './explained.ts';
import { weightedNode, weightOf } from './funding.ts';
import { yearAt, type Figures, type Scope } from './scope.ts';
import { series } from './series.ts';

const PARTS = {
	depreciation: text('Avskrivning', 'Depreciation'),
	interest: text('Internränta', 'Internal interest'),
	opex: text('Driftkostnader', 'Running costs'),
	saving: text('Besparingar', 'Savings'),
	revenue: text('Intäkter', 'Revenues'),
	grants: text('Bidrag till drift', 'Grants to running costs')
} as const;
type PartName = keyof typeof PARTS;

function certaintyOf(name: string | undefined): Certainty | null {
	return certainties.find((one) => one === name) ?? null;
}

function isPart(name: string | undefined): name is PartName {
	return name !== undefined && Object.hasOwn(PARTS, name);
}

type Asset = {
	readonly measure: EvaluatedMeasure;
	readonly item: CostItem;
	readonly perYear: readonly Decimal[];
};

/** Municipal capex items of known amount that carry a capital cost. */
function assets(scope: Scope): Asset[] {
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
function capitalPart(
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

function partInputs(
	scope: Scope,
	certainty: Certainty,
	part: PartName,
	index: number
): readonly Explained[] {
	const year = yearAt(scope, index);
	if (part === 'depreciation' || part === 'interest')
		return assets(scope).flatMap((asset) => {
			const isLand = asset.item.costKind === 'land';
			const life = depreciationYears(asset.item, asset.measure.placed.measure) ?? 0;
			if (isLand && part === 'depreciation') return [];
			return asset.perYear.flatMap((amount, spentAt) => {
				const k = index - spentAt;
				const isCarried = k >= 1 && !amount.isZero() && (isLand || k <= life);
				return isCarried ? [capitalPart(scope, asset, certainty, part, spentAt, k)] : [];
			});
		});
	if (part === 'grants')
		return scope.flows
			.filter(
				({ item, perYear }) =>
					item.payer === 'municipality' && item.kind !== 'capex' && !at(perYear, index).isZero()
			)
			.map((flow) => weightedNode(scope, flow, certainty, index));
	return scope.measures.flatMap((measure) =>
		measure.flows.items
			.filter(
				({ item, perYear }) =>
					item.kind === part &&
					item.payer === 'municipality' &&
					perYear &&
					!at(perYear, index).isZero()
			)
			.map(({ item }) => scope.find(figureOf('ownCost', measure.placed.measure.id, item.id, year)))
	);
}

/** Effect on the operating budget in its parts, against the frame, and in tax; and cash. */
export const operatingFigures: Figures = {
	operating: (scope, [name, key, year]) => {
		const certainty = certaintyOf(name);
		if (!certainty) return null;
		const figures = scope.evaluation.operating[certainty];
		const path = ['operating', certainty, key ?? ''];
		const effect = (of: number) => scope.find(figureOf('operating', certainty, 'effect', of));
		if (isPart(key))
			return series(scope, year, {
				path,
				label: PARTS[key],
				unit: 'kr',
				perYear: figures.parts[key],
				formula: SUM,
				inputs: (index) => partInputs(scope, certainty, key, index)
			});
		if (key === 'effect')
			return series(scope, year, {
				path,
				label: text('Effekt på driftbudgeten', 'Effect on the operating budget'),
				unit: 'kr',
				perYear: figures.effectPerYear,
				formula: OPERATING_EFFECT,
				inputs: (_, of) =>
					Object.keys(PARTS).map((part) => scope.find(figureOf('operating', certainty, part, of)))
			});
		if (key === 'headroom')
			return series(scope, year, {
				path,
				label: text('Kvar av driftramen', 'Left of the operating frame'),
				unit: 'kr',
				perYear: figures.headroomPerYear,
				formula: DIFFERENCE,
				inputs: (_, of) => [scope.find(figureOf('frame', of)), effect(of)]
			});
		if (key === 'driftgap')
			return series(scope, year, {
				path,
				label: DRIFTGAP.name,
				unit: 'kr',
				perYear: figures.headroomPerYear.map((left, index) => {
					if (left) return left.lt(0) ? left.neg() : ZERO;
					return at(figures.effectPerYear, index).lte(0) ? ZERO : null;
				}),
				formula: DRIFTGAP,
				inputs: (_, of) => [effect(of), scope.find(figureOf('frame', of))]
			});
		if (key !== 'taxOre' || year === undefined) return null;
		const { tax } = scope.plan;
		return series(scope, year, {
			path,
			label: TAX_ORE.name,
			unit: 'öre',
			perYear: figures.taxOrePerYear,
			formula: TAX_ORE,
			inputs: (_, of) => [
				effect(of),
				typed(
					text('En skattekrona ger per år', 'One krona of tax yields a year'),
					'kr',
					tax?.oneKronaYields ?? null,
					{
						part: 'tax',
						id: null,
						field: 'oneKronaYields',
						source: tax?.source ?? '',
						confidence: tax?.confidence ?? ''
					}
				)
			]
		});
	},
	driftgap: (scope, [year]) =>
		scope.find(figureOf('operating', 'secured', 'driftgap', ...(year === undefined ? [] : [year]))),
	running: (scope, [year]) => {
		const perYear = runningCosts(scope.measures, 'municipality', scope.frame.horizon);
		return series(scope, year, {
			path: ['running'],
			label: text(
				'Kommunens drift efter besparingar och intäkter',
				'The municipality’s running costs after savings and revenues'
			),
			unit: 'kr',
			perYear,
			formula: DIFFERENCE,
			inputs: (index) =>
				(['opex', 'saving', 'revenue'] as const).map((kind) => runningPart(scope, kind, index))
		});
	},
	paidOut: (scope, [year]) => {
		const own = scope.flows.filter(
			({ line, item }) => item.payer === 'municipality' && isSecured(line.status)
		);
		const paidIn = (index: number) =>
			own.flatMap(({ line, perYear }) => {
				const from = index - (line.paidAfterYears ?? 0);
				return from < 0 || at(perYear, from).isZero()
					? []
					: [{ line, from, amount: at(perYear, from) }];
			});
		return series(scope, year, {
			path: ['paidOut'],
			label: text('Säkrad finansiering när den betalas ut', 'Secured funding as it is paid out'),
			unit: 'kr',
			perYear: scope.frame.years.map((_, index) => sum(paidIn(index).map(({ amount }) => amount))),
			formula: SUM,
			inputs: (index) =>
				paidIn(index).map(({ line, from }) =>
					scope.find(figureOf('line', line.id, yearAt(scope, from)))
				)
		});
	},
	cash: (scope, [year]) => {
		const { liquidity } = scope.evaluation;
		if (year === 'peak')
			return derived({
				figure: figureOf('cash', 'peak'),
				label: PEAK_BRIDGING.name,
				unit: 'kr',
				value: liquidity.peakBridging,
				formula: PEAK_BRIDGING,
				inputs: () => scope.frame.years.map((of) => scope.find(figureOf('cash', of)))
			});
		return series(scope, year, {
			path: ['cash'],
			label: text('Kassaflöde', 'Net cash'),
			unit: 'kr',
			perYear: liquidity.perYear,
			formula: NET_CASH,
			inputs: (_, of) =>
				['capacity', 'frame', 'paidOut', 'need', 'running'].map((key) =>
					scope.find(figureOf(key, of))
				)
		});
	}
};

function runningPart(scope: Scope, kind: 'opex' | 'saving' | 'revenue', index: number): Explained {
	const perYear = scope.frame.years.map((_, place) =>
		sum(
			scope.measures.flatMap(({ placed, flows }) =>
				flows.items.flatMap(({ item, perYear: amounts }) =>
					amounts && item.kind === kind && item.payer === 'municipality'
						? [at(amounts, place).times(placed.ownShare)]
						: []
				)
			)
		)
	);
	const node = sumOfItems(scope, String(yearAt(scope, index)), {
		path: ['running', kind],
		label: PARTS[kind],
		perYear,
		isAsked: (item) => item.kind === kind && item.payer === 'municipality'
	});
	return { ...(node ?? given(PARTS[kind], 'kr', ZERO)), figure: null };
}
