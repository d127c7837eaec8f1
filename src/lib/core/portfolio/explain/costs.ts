import { ONE, ZERO, sum, type Decimal } from '../../decimal.ts';
import {
	DISCOUNT_FACTOR,
	NET_FLOW,
	PRESENT_FLOW,
	RESIDUAL_ANNUITY,
	RESIDUAL_LINEAR,
	YEARLY_AMOUNT
} from '../../finance/formulas.ts';
import { residualShare } from '../../finance/residual-value.ts';
import { OWN_PART, OWN_SHARE } from '../../funding/formulas.ts';
import { depreciationYears, ownValue } from '../../plan/placement.ts';
import type { CostItem } from '../../plan/plan.ts';
import { PRODUCT, SUM, SUM_OF_KNOWN } from '../../sums.ts';
import { at } from '../../years.ts';
import type { EvaluatedMeasure } from '../frame.ts';
import {
	derived,
	figureOf,
	given,
	inYear,
	text,
	typed,
	type Explained,
	type Stated
} from './explained.ts';
import { indexOf, measureOf, nameOf, yearAt, type Figures, type Scope } from './scope.ts';
import { series } from './series.ts';

const KINDS = {
	capex: text('investering', 'investment'),
	opex: text('drift', 'running cost'),
	saving: text('besparing', 'saving'),
	revenue: text('intäkt', 'revenue')
} as const;

export function itemLabel({ placed: { measure } }: EvaluatedMeasure, item: CostItem) {
	const name = nameOf(measure);
	return text(
		`${name.sv}, ${KINDS[item.kind].sv} ${item.id}`,
		`${name.en}, ${KINDS[item.kind].en} ${item.id}`
	);
}

/** Where a field of a cost item stands. */
function ofItem(measure: string, item: CostItem, field: string): Stated {
	return {
		part: 'measures',
		id: measure,
		field: `costs.${item.id}.${field}`,
		source: item.source,
		confidence: item.confidence
	};
}

/** How a portfolio places a measure: its scale, stated there, or 1. */
export function scaleOf({ portfolio }: Scope, id: string): Explained {
	const label = text('Omfattning i portföljen', 'Scale in the portfolio');
	const own = ownValue(portfolio.scale, id);
	if (!own) return given(label, 'factor', ONE);
	return typed(label, 'factor', own, {
		part: 'portfolios',
		id: portfolio.id,
		field: `scale.${id}`,
		source: '',
		confidence: ''
	});
}

/** What an item's amount of a year is made of: amounts typed for the year that the portfolio places here. */
function itemInputs(scope: Scope, measure: EvaluatedMeasure, item: CostItem, year: number) {
	const {
		shift,
		measure: { id }
	} = measure.placed;
	const stated = year - shift;
	const scale = scaleOf(scope, id);
	if (item.timing === 'one-off')
		return item.years.flatMap((one): Explained[] =>
			one.year === stated
				? [
						derived({
							label: text(`Belopp ${one.year} × omfattning`, `Amount ${one.year} × scale`),
							unit: 'kr',
							value: one.amount.times(measure.placed.scale),
							formula: PRODUCT,
							inputs: () => [
								typed(
									text(`Belopp, år ${one.year}`, `Amount, year ${one.year}`),
									'kr',
									one.amount,
									ofItem(id, item, `years.${one.year}.amount`)
								),
								scale
							]
						})
					]
				: []
		);
	if (stated < item.from || stated > item.to) return [];
	return [
		derived({
			label: text(`Årsbelopp, år ${stated}`, `Yearly amount, year ${stated}`),
			unit: 'kr',
			value: at(flowOf(measure, item), year - scope.frame.horizon.firstYear),
			formula: YEARLY_AMOUNT,
			inputs: () => [
				typed(
					text('Belopp per år', 'Amount per year'),
					'kr',
					item.amountPerYear,
					ofItem(id, item, 'amountPerYear')
				),
				typed(
					text('Årlig förändring', 'Yearly change'),
					'share',
					item.growth,
					ofItem(id, item, 'growth')
				),
				given(
					text(`År sedan ${item.from}`, `Years since ${item.from}`),
					'years',
					stated - item.from
				),
				scale
			]
		})
	];
}

function flowOf(measure: EvaluatedMeasure, item: CostItem): readonly Decimal[] {
	return measure.flows.items.find((one) => one.item === item)?.perYear ?? [];
}

/** The one input of an unknown item: its empty field. */
function unknownAmount(id: string, item: CostItem): Explained {
	const field = item.timing === 'one-off' ? 'amount' : 'amountPerYear';
	return typed(text('Belopp, okänt', 'Amount, unknown'), 'kr', null, ofItem(id, item, field));
}

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

function findItem(scope: Scope, measureId: string | undefined, itemId: string | undefined) {
	const measure = measureOf(scope, measureId);
	const flow = measure?.flows.items.find(({ item }) => item.id === itemId);
	return measure && flow ? { measure, item: flow.item, perYear: flow.perYear } : null;
}

/** Costs of measures as placed, their net cost per year, residual values, own shares and discount factors. */
export const costFigures: Figures = {
	cost: (scope, [measureId, itemId, year]) => {
		const found = findItem(scope, measureId, itemId);
		if (!found) return null;
		const { measure, item, perYear } = found;
		const unknown = () => [unknownAmount(measure.placed.measure.id, item)];
		return series(scope, year, {
			path: ['cost', measure.placed.measure.id, item.id],
			label: itemLabel(measure, item),
			unit: 'kr',
			perYear: perYear ?? scope.frame.years.map(() => null),
			formula: SUM,
			inputs: (_, of) => (perYear ? itemInputs(scope, measure, item, of) : unknown())
		});
	},
	ownCost: (scope, [measureId, itemId, year]) => {
		const found = findItem(scope, measureId, itemId);
		if (!found) return null;
		const { measure, item, perYear } = found;
		const { id } = measure.placed.measure;
		const label = itemLabel(measure, item);
		return series(scope, year, {
			path: ['ownCost', id, item.id],
			label: text(`${label.sv}, kommunens del`, `${label.en}, own share`),
			unit: 'kr',
			perYear: scope.frame.years.map((_, index) =>
				perYear ? at(perYear, index).times(measure.placed.ownShare) : null
			),
			formula: OWN_PART,
			inputs: (_, of) => [
				scope.find(figureOf('cost', id, item.id, of)),
				scope.find(figureOf('ownShare', id))
			]
		});
	},
	ownShare: (scope, [measureId]) => {
		const measure = measureOf(scope, measureId);
		if (!measure) return null;
		const { id, jointWith } = measure.placed.measure;
		return derived({
			figure: figureOf('ownShare', id),
			label: text(`Kommunens del av ${id}`, `The municipality’s share of ${id}`),
			unit: 'share',
			value: measure.placed.ownShare,
			formula: OWN_SHARE,
			inputs: () => [
				given(text('Hela projektet', 'The whole project'), 'share', ONE),
				...jointWith.map(({ municipality, share }, place) =>
					typed(text(municipality, municipality), 'share', share, {
						part: 'measures',
						id,
						field: `jointWith.${place + 1}.share`,
						source: '',
						confidence: ''
					})
				)
			]
		});
	},
	discount: (scope, [year]) => {
		const index = indexOf(scope, year);
		if (index < 0) return null;
		const { settings, horizon } = scope.frame;
		const offset = { start: 0, mid: 0.5, end: 1 }[settings.method.timing];
		return derived({
			figure: figureOf('discount', year ?? ''),
			label: inYear(DISCOUNT_FACTOR.name, yearAt(scope, index)),
			unit: 'factor',
			value: at(scope.frame.discount, index),
			formula: DISCOUNT_FACTOR,
			inputs: () => [
				typed(text('Kalkylränta', 'Discount rate'), 'share', settings.discountRate, {
					part: 'plan',
					id: null,
					field: 'discountRate',
					...settings.rateSources.discountRate
				}),
				given(
					text(`År sedan ${horizon.firstYear}`, `Years since ${horizon.firstYear}`),
					'years',
					index
				),
				typed(
					text(
						'När ett års pengar räknas (0 början, 1 slut)',
						'When a year’s money counts (0 start, 1 end)'
					),
					'years',
					offset,
					{
						part: 'plan',
						id: null,
						field: 'method.timing',
						source: '',
						confidence: ''
					}
				)
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

/** The depreciation period: the item's own, else the measure's lifetime. */
export function lifeOf({ placed }: EvaluatedMeasure, item: CostItem, life: number): Explained {
	const { id } = placed.measure;
	return item.depreciationYears === null
		? typed(text('Livslängd', 'Lifetime'), 'years', life, {
				part: 'measures',
				id,
				field: 'lifetimeYears',
				source: '',
				confidence: ''
			})
		: typed(
				text('Avskrivningstid', 'Depreciation period'),
				'years',
				life,
				ofItem(id, item, 'depreciationYears')
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

/** Σ of cost items of the portfolio, own share; those of unknown amount are named and add nothing. */
export function sumOfItems(
	scope: Scope,
	year: string | undefined,
	options: {
		readonly path: readonly string[];
		readonly label: { readonly sv: string; readonly en: string };
		readonly perYear: readonly Decimal[];
		readonly isAsked: (item: CostItem, measure: EvaluatedMeasure) => boolean;
	}
): Explained | null {
	const items = scope.measures.flatMap((measure) =>
		measure.flows.items
			.filter(({ item }) => options.isAsked(item, measure))
			.map(({ item, perYear }) => ({ id: measure.placed.measure.id, item, perYear }))
	);
	return series(scope, year, {
		path: options.path,
		label: options.label,
		unit: 'kr',
		perYear: options.perYear,
		formula: SUM_OF_KNOWN,
		inputs: (index, of) =>
			items
				.filter(({ perYear }) => perYear === null || !at(perYear, index).isZero())
				.map(({ id, item }) => scope.find(figureOf('ownCost', id, item.id, of)))
	});
}
