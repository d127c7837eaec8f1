import { CARBON_VALUE } from '../../abatement/formulas.ts';
import { carbonPrices } from '../../abatement/carbon-value.ts';
import { type Decimal } from '../../decimal.ts';
import { emissionFactor, type DatedValue } from '../../emissions/factors.ts';
import { INTERPOLATED } from '../../emissions/formulas.ts';
import type { EmissionFactor, Plan } from '../../plan/plan.ts';
import { at } from '../../years.ts';
import { derived, figureOf, given, inYear, text, typed, type Explained } from './explained.ts';
import { indexOf, yearAt, type Figures, type Scope } from './scope.ts';

/** The value of a year between dated points, with the points next to it. */
function interpolatedNode(options: {
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

function factorPoint({ emissionFactors }: Plan, factor: EmissionFactor) {
	const place = emissionFactors.indexOf(factor);
	return ({ year, value }: DatedValue): Explained => {
		const point = factor.points.find((one) => one.year === year);
		return typed(text(`Emissionsfaktor ${year}`, `Emission factor ${year}`), 't/MWh', value, {
			part: 'emissionFactors',
			id: null,
			field: `${place + 1}.points.${year}.value`,
			source: point?.source ?? factor.source,
			confidence: factor.confidence,
			vintage: factor.vintage
		});
	};
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

/** Emission factors and carbon values of a year. */
export const datedFigures: Figures = {
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
			pointNode: factorPoint(scope.plan, factor)
		});
	},
	carbonPrice: (scope, [year]) => {
		const index = indexOf(scope, year);
		return index < 0 ? null : carbonPrice(scope, index);
	}
};
