import { MACC_HEIGHT, RANGE_END, TARGET_YEAR_COST } from '../../abatement/formulas.ts';
import { ONE, ZERO, sum } from '../../decimal.ts';
import { costFlows } from '../../finance/cost-flows.ts';
import type { CostItem } from '../../plan/plan.ts';
import { DIFFERENCE, PRODUCT, QUOTIENT, SUM } from '../../sums.ts';
import { at, dotProduct } from '../../years.ts';
import type { EvaluatedMeasure } from '../frame.ts';
import {
	maccCurve,
	maccParts,
	maccViews,
	rangeCorners,
	securedMunicipalGrants,
	type Corner,
	type MaccBasis,
	type MaccCurve,
	type MaccView
} from '../macc-view.ts';
import { derived, figureOf, given, text, typed, type Explained } from './explained.ts';
import { nameOf, yearAt, type Scope } from './scope.ts';

/** One view and basis of the curve, and how its addresses begin. */
type Curve = {
	readonly view: MaccView;
	readonly basis: MaccBasis;
	readonly path: readonly string[];
	readonly curve: MaccCurve;
};

const curves = new WeakMap<Scope, Map<string, Curve>>();

export function curveOf(
	scope: Scope,
	viewName: string | undefined,
	basisName: string | undefined
): Curve | null {
	const view = maccViews.find((one) => one === viewName);
	const year = scope.frame.years.find((one) => String(one) === basisName);
	if (!view || (basisName !== 'all' && year === undefined)) return null;
	const made = curves.get(scope) ?? new Map<string, Curve>();
	curves.set(scope, made);
	const key = `${view}/${basisName}`;
	const known = made.get(key);
	if (known) return known;
	const basis: MaccBasis = year === undefined ? { kind: 'lifetime' } : { kind: 'year', year };
	const curve = {
		view,
		basis,
		path: ['macc', view, basisName ?? ''],
		curve: maccCurve(scope.plan, scope.portfolio.id, view, basis)
	};
	made.set(key, curve);
	return curve;
}

function parts(scope: Scope, measure: EvaluatedMeasure, { view, basis }: Curve) {
	const grants = securedMunicipalGrants(scope.plan, scope.measures, scope.frame);
	return maccParts(measure, view, basis, grants, scope.frame);
}

function isCounted({ view }: Curve, item: CostItem): boolean {
	return view !== 'municipal' || item.payer === 'municipality';
}

type Sum = { readonly label: Explained['label']; readonly kinds: readonly CostItem['kind'][] };

/** Present value of the counted items of some kinds, own share. */
function itemsNode(
	scope: Scope,
	measure: EvaluatedMeasure,
	curve: Curve,
	{ label, kinds }: Sum
): Explained {
	const { id } = measure.placed.measure;
	const items = measure.flows.items.filter(
		({ item }) => isCounted(curve, item) && kinds.includes(item.kind)
	);
	const value = sum(
		items.map(({ perYear }) =>
			dotProduct(perYear ?? [], scope.frame.discount).times(measure.placed.ownShare)
		)
	);
	return derived({
		label,
		unit: 'kr',
		value,
		formula: SUM,
		inputs: () => items.map(({ item }) => scope.find(figureOf('presentItem', id, item.id)))
	});
}

function residualNode(scope: Scope, measure: EvaluatedMeasure, curve: Curve): Explained {
	const { placed } = measure;
	const { id } = placed.measure;
	const costs = placed.measure.costs.filter((item) => isCounted(curve, item));
	const { residualValue } = costFlows(
		{ ...placed, measure: { ...placed.measure, costs } },
		scope.frame.horizon,
		scope.plan.settings
	);
	const last = yearAt(scope, scope.frame.years.length - 1);
	const value = residualValue ?? ZERO;
	return derived({
		label: text('Restvärde i nuvärde, kommunens del', 'Present residual value, own share'),
		unit: 'kr',
		value: value
			.times(at(scope.frame.discount, scope.frame.years.length - 1))
			.times(placed.ownShare),
		formula: PRODUCT,
		inputs: () => [
			derived({
				label: text('Restvärde', 'Residual value'),
				unit: 'kr',
				value,
				formula: SUM,
				inputs: () =>
					costs
						.filter(({ kind }) => kind === 'capex')
						.map((item) => scope.find(figureOf('residual', id, item.id)))
			}),
			scope.find(figureOf('discount', last)),
			scope.find(figureOf('ownShare', id))
		]
	});
}

function grantsNode(scope: Scope, measure: EvaluatedMeasure, { view }: Curve): Explained {
	const { id } = measure.placed.measure;
	const flows =
		view === 'municipal'
			? securedMunicipalGrants(scope.plan, scope.measures, scope.frame).filter(
					({ line }) => line.measure === id
				)
			: [];
	return derived({
		label: text('Säkrade bidrag i nuvärde', 'Present secured grants'),
		unit: 'kr',
		value: sum(flows.map(({ perYear }) => dotProduct(perYear, scope.frame.discount))),
		formula: SUM,
		inputs: () => flows.map(({ line }) => scope.find(figureOf('presentLine', line.id)))
	});
}

const CAPEX: Sum = {
	label: text('Investeringar i nuvärde', 'Present investments'),
	kinds: ['capex']
};
const OPEX: Sum = { label: text('Drift i nuvärde', 'Present running costs'), kinds: ['opex'] };
const RELIEF: Sum = {
	label: text('Besparingar och intäkter i nuvärde', 'Present savings and revenues'),
	kinds: ['saving', 'revenue']
};

/** Present cost of a measure in the view: what the municipality's share of it costs before the tonnes are counted. */
function costNode(scope: Scope, measure: EvaluatedMeasure, curve: Curve): Explained {
	const { cost } = parts(scope, measure, curve);
	const both: Sum = {
		label: text('Investeringar och drift i nuvärde', 'Present investments and running costs'),
		kinds: ['capex', 'opex']
	};
	return derived({
		label: text('Nuvärde av kostnaden, kommunens del', 'Present cost, own share'),
		unit: 'kr',
		value: cost && cost.capex.plus(cost.opex).plus(cost.fixed),
		formula: DIFFERENCE,
		inputs: () => [
			itemsNode(scope, measure, curve, both),
			itemsNode(scope, measure, curve, RELIEF),
			residualNode(scope, measure, curve),
			grantsNode(scope, measure, curve)
		]
	});
}

/** Σ of the discount factors of the years with an effect. */
function serviceNode(scope: Scope, measure: EvaluatedMeasure): Explained {
	const years = scope.frame.years.filter(
		(_, index) => !at(measure.abatement.total, index).isZero()
	);
	return derived({
		label: text(
			'Diskonteringsfaktorer för åren med effekt',
			'Discount factors of the years with an effect'
		),
		unit: 'factor',
		value: sum(years.map((year) => at(scope.frame.discount, year - scope.frame.horizon.firstYear))),
		formula: SUM,
		inputs: () => years.map((year) => scope.find(figureOf('discount', year)))
	});
}

export function tonnesNode(scope: Scope, id: string, { basis }: Curve): Explained {
	return scope.find(
		basis.kind === 'lifetime' ? figureOf('credited', id) : figureOf('credited', id, basis.year)
	);
}

/** The tonnes that the cost is divided by. */
function perCostNode(scope: Scope, id: string, curve: Curve): Explained {
	return curve.basis.kind === 'lifetime'
		? scope.find(figureOf('presentCredited', id))
		: tonnesNode(scope, id, curve);
}

export function heightNode(
	scope: Scope,
	measure: EvaluatedMeasure,
	curve: Curve
): Explained | null {
	const { id } = measure.placed.measure;
	const step = curve.curve.steps.find((one) => one.measure === id);
	if (!step) return null;
	const name = nameOf(measure.placed.measure);
	const isYear = curve.basis.kind === 'year';
	return derived({
		figure: figureOf(...curve.path, id, 'cost'),
		label: text(`Kostnad per ton i kurvan: ${name.sv}`, `Cost per tonne in the curve: ${name.en}`),
		unit: 'kr/t',
		value: step.costPerTonne,
		formula: isYear ? TARGET_YEAR_COST : MACC_HEIGHT,
		inputs: () => [
			costNode(scope, measure, curve),
			...(isYear ? [serviceNode(scope, measure)] : []),
			perCostNode(scope, id, curve)
		]
	});
}

export function rangeNode(
	scope: Scope,
	measure: EvaluatedMeasure,
	curve: Curve,
	end: 'low' | 'high'
): Explained | null {
	const { id, uncertainty } = measure.placed.measure;
	const { cost, effect } = parts(scope, measure, curve);
	const corners = cost && rangeCorners(measure.placed, cost, effect);
	if (!cost || !corners || !uncertainty) return null;
	const corner = corners[end];
	const factor = (what: keyof Omit<Corner, 'height'>, sv: string, en: string) =>
		typed(text(sv, en), 'factor', corner[what], {
			part: 'measures',
			id,
			field: `uncertainty.${what}`,
			source: '',
			confidence: ''
		});
	return derived({
		figure: figureOf(...curve.path, id, end),
		label: text(
			end === 'low' ? 'Lägsta kostnad per ton' : 'Högsta kostnad per ton',
			end === 'low' ? 'Lowest cost per tonne' : 'Highest cost per tonne'
		),
		unit: 'kr/t',
		value: corner.height,
		formula: RANGE_END,
		inputs: () => [
			derived({
				label: text('Investering efter restvärde', 'Investment after residual value'),
				unit: 'kr',
				value: cost.capex,
				formula: DIFFERENCE,
				inputs: () => [itemsNode(scope, measure, curve, CAPEX), residualNode(scope, measure, curve)]
			}),
			factor('capex', 'Investering gånger', 'Investment times'),
			itemsNode(scope, measure, curve, OPEX),
			factor('opex', 'Drift gånger', 'Running costs times'),
			derived({
				label: text('Övrigt', 'The rest'),
				unit: 'kr',
				value: cost.fixed,
				formula: DIFFERENCE,
				inputs: () => [
					given(text('Utgångsläge', 'From'), 'kr', ZERO),
					itemsNode(scope, measure, curve, RELIEF),
					grantsNode(scope, measure, curve)
				]
			}),
			curve.basis.kind === 'lifetime'
				? given(text('Hela planens tid', 'The whole plan'), 'factor', ONE)
				: derived({
						label: text('Fördelning på åren med effekt', 'Spread over the years with an effect'),
						unit: 'factor',
						value: effect.costShare,
						formula: QUOTIENT,
						inputs: () => [given(text('Ett', 'One'), 'factor', ONE), serviceNode(scope, measure)]
					}),
			perCostNode(scope, id, curve),
			factor('effect', 'Effekt gånger', 'Effect times')
		]
	});
}
