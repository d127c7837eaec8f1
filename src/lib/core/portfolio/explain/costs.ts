import { ONE, type Decimal } from '../../decimal.ts';
import { YEARLY_AMOUNT } from '../../finance/formulas.ts';
import { OWN_PART, OWN_SHARE } from '../../funding/formulas.ts';
import { ownValue } from '../../plan/placement.ts';
import type { CostItem } from '../../plan/plan.ts';
import { PRODUCT, SUM, SUM_OF_KNOWN } from '../../sums.ts';
import { at } from '../../years.ts';
import type { EvaluatedMeasure } from '../frame.ts';
import { derived, figureOf, given, text, typed, type Explained, type Stated } from './explained.ts';
import { measureOf, nameOf, type Figures, type Scope } from './scope.ts';
import { series } from './series.ts';

export const KINDS = {
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

export function findItem(scope: Scope, measureId: string | undefined, itemId: string | undefined) {
	const measure = measureOf(scope, measureId);
	const flow = measure?.flows.items.find(({ item }) => item.id === itemId);
	return measure && flow ? { measure, item: flow.item, perYear: flow.perYear } : null;
}

/** Costs of measures as placed, and own shares. */
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
