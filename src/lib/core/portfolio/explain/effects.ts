import { rampShare, effectSize, effectProfiles } from '../../abatement/effects.ts';
import { CARBON_VALUE, EFFECT, RAMP } from '../../abatement/formulas.ts';
import { carbonPrices } from '../../abatement/carbon-value.ts';
import { ONE, type Decimal } from '../../decimal.ts';
import { emissionFactor, factorSeries, type DatedValue } from '../../emissions/factors.ts';
import { INTERPOLATED } from '../../emissions/formulas.ts';
import { PRESENT_FLOW } from '../../finance/formulas.ts';
import type { Effect, EmissionFactor } from '../../plan/plan.ts';
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
import { scaleOf } from './costs.ts';
import { indexOf, measureOf, nameOf, yearAt, type Figures, type Scope } from './scope.ts';
import { series } from './series.ts';

function ofEffect(measure: string, place: number, effect: Effect, field: string): Stated {
	return {
		part: 'measures',
		id: measure,
		field: `effects.${place + 1}.${field}`,
		source: effect.source,
		confidence: effect.confidence
	};
}

/** Tonnes of one effect per year, as placed; null where its size is unknown. */
function effectSeries(scope: Scope, { placed }: EvaluatedMeasure, effect: Effect) {
	const size = effectSize(effect);
	const { horizon } = scope.frame;
	if (size === null) return scope.frame.years.map(() => null);
	const profile = effectProfiles(factorSeries(scope.plan, horizon), horizon)(effect, placed.shift);
	return profile.map((value) => value.times(size).times(placed.scale));
}

function effectInputs(
	scope: Scope,
	measure: EvaluatedMeasure,
	place: number,
	effect: Effect,
	year: number
): Explained[] {
	const { id } = measure.placed.measure;
	const n = year - measure.placed.shift - effect.from + 1;
	const isActive = n >= 1 && year - measure.placed.shift <= effect.to;
	const size =
		effect.kind === 'direct'
			? typed(
					text('Ton per år', 'Tonnes a year'),
					't',
					effect.tonnesPerYear,
					ofEffect(id, place, effect, 'tonnesPerYear')
				)
			: typed(
					text('MWh per år', 'MWh a year'),
					'MWh',
					effect.mwhPerYear,
					ofEffect(id, place, effect, 'mwhPerYear')
				);
	const factor =
		effect.kind === 'direct'
			? given(text('Direkt i ton', 'Directly in tonnes'), 'factor', ONE)
			: scope.find(figureOf('factor', effect.carrier, year));
	return [
		size,
		factor,
		isActive
			? rampNode(id, place, effect, n)
			: given(text('Utanför effektens år', 'Outside the effect’s years'), 'share', 0),
		scaleOf(scope, id)
	];
}

function rampNode(id: string, place: number, effect: Effect, n: number): Explained {
	return derived({
		label: RAMP.name,
		unit: 'share',
		value: rampShare(n, effect.rampYears),
		formula: RAMP,
		inputs: () => [
			given(text('År med effekt', 'Years with effect'), 'years', n),
			typed(
				text('Infasning, år', 'Ramp-up, years'),
				'years',
				effect.rampYears,
				ofEffect(id, place, effect, 'rampYears')
			)
		]
	});
}

/** The value of a year between dated points, with the points next to it. */
export function interpolatedNode(options: {
	readonly figure: string;
	readonly label: { readonly sv: string; readonly en: string };
	readonly unit: Explained['unit'];
	readonly value: Decimal;
	readonly points: readonly DatedValue[];
	readonly year: number;
	readonly pointNode: (point: DatedValue) => Explained;
}): Explained {
	const points = [...options.points].sort((a, b) => a.year - b.year);
	const before = points.findLast((point) => point.year <= options.year) ?? points[0];
	const after = points.find((point) => point.year >= options.year) ?? points.at(-1);
	return derived({
		...options,
		formula: INTERPOLATED,
		inputs: () =>
			before && after
				? [
						options.pointNode(before),
						options.pointNode(after),
						given(text('Året före eller lika', 'Year before or same'), 'year', before.year),
						given(text('Året efter eller lika', 'Year after or same'), 'year', after.year),
						given(text('Året', 'The year'), 'year', options.year)
					]
				: []
	});
}

function factorPoint(factor: EmissionFactor) {
	return ({ year, value }: DatedValue): Explained => {
		const point = factor.points.find((one) => one.year === year);
		return typed(text(`Emissionsfaktor ${year}`, `Emission factor ${year}`), 't/MWh', value, {
			part: 'emissionFactors',
			id: null,
			field: `${factor.carrier}.points.${year}.value`,
			source: point?.source ?? factor.source,
			confidence: factor.confidence,
			vintage: factor.vintage
		});
	};
}

/** Effects of measures as placed, emission factors and carbon values. */
export const effectFigures: Figures = {
	effect: (scope, [measureId, place, year]) => {
		const measure = measureOf(scope, measureId);
		const effect = measure?.placed.measure.effects?.[Number(place)];
		if (!measure || !effect) return null;
		const { id } = measure.placed.measure;
		return series(scope, year, {
			path: ['effect', id, Number(place)],
			label: text(
				`Effekt ${Number(place) + 1} av ${id}, post ${effect.pool}`,
				`Effect ${Number(place) + 1} of ${id}, pool ${effect.pool}`
			),
			unit: 't',
			perYear: effectSeries(scope, measure, effect),
			formula: EFFECT,
			inputs: (_, of) => effectInputs(scope, measure, Number(place), effect, of)
		});
	},
	/** Whole project, all pools. */
	abatement: (scope, [measureId, year]) => {
		const measure = measureOf(scope, measureId);
		if (!measure) return null;
		const { id, effects } = measure.placed.measure;
		const { isKnown, total } = measure.abatement;
		const name = nameOf(measure.placed.measure);
		return series(scope, year, {
			path: ['abatement', id],
			label: text(`Minskade utsläpp, ${name.sv}`, `Tonnes avoided, ${name.en}`),
			unit: 't',
			perYear: scope.frame.years.map((_, index) => (isKnown ? at(total, index) : null)),
			formula: SUM,
			inputs: (_, of) =>
				effects
					? effects.map((_effect, place) => scope.find(figureOf('effect', id, place, of)))
					: [unknownEffect(id)]
		});
	},
	presentTonnes: (scope, [measureId, year]) => {
		const measure = measureOf(scope, measureId);
		if (!measure) return null;
		const { id } = measure.placed.measure;
		const { isKnown, total } = measure.abatement;
		return series(scope, year, {
			path: ['presentTonnes', id],
			label: text(`Diskonterade ton, ${id}`, `Discounted tonnes, ${id}`),
			unit: 't',
			perYear: scope.frame.years.map((_, index) =>
				isKnown ? at(total, index).times(at(scope.frame.discount, index)) : null
			),
			formula: PRESENT_FLOW,
			inputs: (_, of) => [
				scope.find(figureOf('abatement', id, of)),
				scope.find(figureOf('discount', of))
			]
		});
	},
	/** Value of the tonnes at the carbon value, present kronor. */
	worth: (scope, [measureId, year]) => {
		const measure = measureOf(scope, measureId);
		if (!measure) return null;
		const { id } = measure.placed.measure;
		const { isKnown, total } = measure.abatement;
		return series(scope, year, {
			path: ['worth', id],
			label: text(`Värde av minskade ton, ${id}`, `Value of avoided tonnes, ${id}`),
			unit: 'kr',
			perYear: scope.frame.years.map((_, index) =>
				isKnown ? at(total, index).times(at(scope.frame.discountedCarbonValue, index)) : null
			),
			formula: PRODUCT,
			inputs: (_, of) => [
				scope.find(figureOf('abatement', id, of)),
				scope.find(figureOf('carbonPrice', of)),
				scope.find(figureOf('discount', of))
			]
		});
	},
	factor: (scope, [carrier, year]) => {
		const factor = scope.plan.emissionFactors.find((one) => one.carrier === carrier);
		const index = indexOf(scope, year);
		if (!factor || index < 0) return null;
		const of = yearAt(scope, index);
		return interpolatedNode({
			figure: figureOf('factor', factor.carrier, of),
			label: text(
				`Emissionsfaktor ${factor.carrier}, ${of}`,
				`Emission factor ${factor.carrier}, ${of}`
			),
			unit: 't/MWh',
			value: emissionFactor(factor, of),
			points: factor.points,
			year: of,
			pointNode: factorPoint(factor)
		});
	},
	carbonPrice: (scope, [year]) => {
		const index = indexOf(scope, year);
		return index < 0 ? null : carbonPrice(scope, index);
	}
};

function unknownEffect(id: string): Explained {
	return typed(text('Effekten är okänd', 'The effect is unknown'), 't', null, {
		part: 'measures',
		id,
		field: 'effects',
		source: '',
		confidence: ''
	});
}

function carbonPrice(scope: Scope, index: number): Explained {
	const { carbonValue } = scope.plan.settings;
	const { horizon } = scope.frame;
	const year = yearAt(scope, index);
	const value = at(carbonPrices(carbonValue, horizon), index);
	const points = carbonValue.points ?? [];
	const last = points.at(-1);
	const sourced = { source: carbonValue.source, confidence: carbonValue.confidence };
	const figure = figureOf('carbonPrice', year);
	const label = inYear(text('Koldioxidvärde', 'Carbon value'), year);
	const pointNode = (of: number, perTonne: Decimal, source: string) =>
		typed(text(`Koldioxidvärde ${of}`, `Carbon value ${of}`), 'kr/t', perTonne, {
			part: 'plan',
			id: null,
			field: `carbonValue.points.${of}.perTonne`,
			source: source || sourced.source,
			confidence: sourced.confidence
		});
	if (last && year <= last.year)
		return interpolatedNode({
			figure,
			label,
			unit: 'kr/t',
			value,
			points: points.map((point) => ({ year: point.year, value: point.perTonne })),
			year,
			pointNode: (point) =>
				pointNode(
					point.year,
					point.value,
					points.find((one) => one.year === point.year)?.source ?? ''
				)
		});
	const from = last?.year ?? horizon.firstYear;
	return derived({
		figure,
		label,
		unit: 'kr/t',
		value,
		formula: CARBON_VALUE,
		inputs: () => [
			last
				? pointNode(last.year, last.perTonne, last.source)
				: typed(text('Koldioxidvärde', 'Carbon value'), 'kr/t', carbonValue.perTonne, {
						part: 'plan',
						id: null,
						field: 'carbonValue.perTonne',
						...sourced
					}),
			typed(text('Årlig ökning', 'Yearly growth'), 'share', carbonValue.growth, {
				part: 'plan',
				id: null,
				field: 'carbonValue.growth',
				...sourced
			}),
			given(text(`År sedan ${from}`, `Years since ${from}`), 'years', year - from)
		]
	});
}

/** Tonnes that one measure takes from one pool, whole project. */
export function inPool(
	scope: Scope,
	measure: EvaluatedMeasure,
	pool: string,
	index: number
): Explained {
	const { id, effects } = measure.placed.measure;
	return derived({
		label: text(`Effekt i posten ${pool}`, `Effect in pool ${pool}`),
		unit: 't',
		value: at(measure.abatement.byPool.get(pool) ?? [], index),
		formula: SUM_OF_KNOWN,
		inputs: () =>
			(effects ?? []).flatMap((effect, place) =>
				effect.pool === pool
					? [scope.find(figureOf('effect', id, place, yearAt(scope, index)))]
					: []
			)
	});
}
