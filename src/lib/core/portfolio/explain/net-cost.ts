import { ONE, ZERO, sum } from '../../decimal.ts';
import {
	DISCOUNT_FACTOR,
	NET_FLOW,
	PRESENT_FLOW,
	RESIDUAL_ANNUITY,
	RESIDUAL_LINEAR
} from '../../finance/formulas.ts';
import { residualShare } from '../../finance/residual-value.ts';
import { depreciationYears } from '../../plan/placement.ts';
import { DEFAULT_METHOD } from '../../plan/method-settings.ts';
import type { CostItem, PlanSettings } from '../../plan/plan.ts';
import { PRODUCT, SUM } from '../../sums.ts';
import { at } from '../../years.ts';
import type { EvaluatedMeasure } from '../frame.ts';
import { derived, figureOf, given, inYear, text, typed, type Explained } from './explained.ts';
import { indexOf, measureOf, nameOf, yearAt, type Figures, type Scope } from './scope.ts';
import { series } from './series.ts';
import { KINDS, findItem, itemLabel, lifeOf } from './costs.ts';

/** Σ over items of a kind in a year, whole project: the parts of a year's net cost. */
function kindNode(
	scope: Scope,
	measure: EvaluatedMeasure,
	kind: CostItem['kind'],
	index: number
): Explained {
	const items = measure.flows.items.filter(({ item }) => item.kind === kind);
	const isKnown = items.every(({ perYear }) => perYear !== null);
	const { id } = measure.placed.measure;
	return derived({
		label: inYear(text(capital(KINDS[kind].sv), capital(KINDS[kind].en)), yearAt(scope, index)),
		unit: 'kr',
		value: isKnown ? sum(items.map(({ perYear }) => at(perYear ?? [], index))) : null,
		formula: SUM,
		inputs: () =>
			items.map(({ item }) => scope.find(figureOf('cost', id, item.id, yearAt(scope, index))))
	});
}

function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** τ: the method's own choice until a plan makes another. */
function timingNode({ method }: PlanSettings): Explained {
	const offset = { start: 0, mid: 0.5, end: 1 }[method.timing];
	if (method.timing === DEFAULT_METHOD.timing)
		return given(
			text('Årets början, metodens förval', 'Start of the year, the default of the method'),
			'years',
			offset
		);
	return typed(
		text(
			'När ett års pengar räknas (½ mitten, 1 slutet)',
			'When a year’s money counts (½ middle, 1 end)'
		),
		'years',
		offset,
		{ part: 'plan', id: null, field: 'method.timing', source: '', confidence: '' }
	);
}

function rateNode({ plan: { settings } }: Scope): Explained {
	return typed(text('Kalkylränta', 'Discount rate'), 'share', settings.discountRate, {
		part: 'plan',
		id: null,
		field: 'discountRate',
		...settings.rateSources.discountRate
	});
}

/** Discount factors, net cost per year and residual values of measures as placed. */
export const netCostFigures: Figures = {
	discount: (scope, [year]) => {
		const index = indexOf(scope, year);
		if (index < 0) return null;
		const { settings, horizon } = scope.frame;
		return derived({
			figure: figureOf('discount', year ?? ''),
			label: inYear(DISCOUNT_FACTOR.name, yearAt(scope, index)),
			unit: 'factor',
			value: at(scope.frame.discount, index),
			formula: DISCOUNT_FACTOR,
			inputs: () => [
				rateNode(scope),
				given(
					text(`År sedan ${horizon.firstYear}`, `Years since ${horizon.firstYear}`),
					'years',
					index
				),
				timingNode(settings)
			]
		});
	},
	netFlow: (scope, [measureId, year]) => {
		const measure = measureOf(scope, measureId);
		if (!measure) return null;
		const { id } = measure.placed.measure;
		const last = scope.frame.years.length - 1;
		const name = nameOf(measure.placed.measure);
		return series(scope, year, {
			path: ['netFlow', id],
			label: text(`Nettokostnad, ${name.sv}`, `Net cost, ${name.en}`),
			unit: 'kr',
			perYear: measure.flows.net ?? scope.frame.years.map(() => null),
			formula: NET_FLOW,
			inputs: (index) => [
				...(['capex', 'opex', 'saving', 'revenue'] as const).map((kind) =>
					kindNode(scope, measure, kind, index)
				),
				index === last
					? scope.find(figureOf('measure', id, 'residualValue'))
					: given(
							text('Restvärde (bara sista året)', 'Residual value (last year alone)'),
							'kr',
							ZERO
						)
			]
		});
	},
	presentFlow: (scope, [measureId, year]) => {
		const measure = measureOf(scope, measureId);
		if (!measure) return null;
		const { id } = measure.placed.measure;
		return series(scope, year, {
			path: ['presentFlow', id],
			label: text(`Nuvärde av nettokostnaden, ${id}`, `Present net cost, ${id}`),
			unit: 'kr',
			perYear: scope.frame.years.map((_, index) =>
				measure.flows.net
					? at(measure.flows.net, index).times(at(scope.frame.discount, index))
					: null
			),
			formula: PRESENT_FLOW,
			inputs: (_, of) => [
				scope.find(figureOf('netFlow', id, of)),
				scope.find(figureOf('discount', of))
			]
		});
	},
	residual: (scope, [measureId, itemId, year]) => {
		const found = findItem(scope, measureId, itemId);
		if (!found || found.item.kind !== 'capex') return null;
		const { measure, item, perYear } = found;
		const { id } = measure.placed.measure;
		const last = scope.frame.years.length - 1;
		const { method, discountRate } = scope.plan.settings;
		const life = depreciationYears(item, measure.placed.measure);
		const isLand = item.costKind === 'land';
		const share = (index: number) =>
			isLand
				? ONE
				: life === null
					? ZERO
					: residualShare(life, last - index, method.residualValue, discountRate);
		const label = itemLabel(measure, item);
		const cost = (of: number) => scope.find(figureOf('cost', id, item.id, of));
		return series(scope, year, {
			path: ['residual', id, item.id],
			label: text(`Restvärde, ${label.sv}`, `Residual value, ${label.en}`),
			unit: 'kr',
			perYear: scope.frame.years.map((_, index) =>
				perYear ? at(perYear, index).times(share(index)) : null
			),
			formula:
				isLand || life === null
					? PRODUCT
					: method.residualValue === 'linear'
						? RESIDUAL_LINEAR
						: RESIDUAL_ANNUITY,
			inputs: (index, of) => {
				if (isLand)
					return [
						cost(of),
						given(text('Mark behåller sitt belopp', 'Land keeps its amount'), 'share', ONE)
					];
				if (life === null)
					return [
						cost(of),
						given(
							text(
								'Okänd avskrivningstid: inget restvärde',
								'Unknown depreciation period: no residual value'
							),
							'share',
							ZERO
						)
					];
				return [
					cost(of),
					lifeOf(measure, item, life),
					given(
						text('Använda år när planen slutar', 'Years used when the plan ends'),
						'years',
						last - index
					),
					...(method.residualValue === 'annuity' ? [rateNode(scope)] : [])
				];
			}
		});
	}
};
