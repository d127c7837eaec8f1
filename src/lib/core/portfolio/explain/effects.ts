import { rampShare, effectSize, effectProfiles } from '../../abatement/effects.ts';
import { EFFECT, RAMP } from '../../abatement/formulas.ts';
import { ONE } from '../../decimal.ts';
import { factorSeries } from '../../emissions/factors.ts';
import { PRESENT_FLOW } from '../../finance/formulas.ts';
import type { Effect } from '../../plan/plan.ts';
import { PRODUCT, SUM, SUM_OF_KNOWN } from '../../sums.ts';
import { at } from '../../years.ts';
import type { EvaluatedMeasure } from '../frame.ts';
import { derived, figureOf, given, text, typed, type Explained, type Stated } from './explained.ts';
import { scaleOf } from './costs.ts';
import { measureOf, nameOf, yearAt, type Figures, type Scope } from './scope.ts';
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

/** Effects of measures as placed. */
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
