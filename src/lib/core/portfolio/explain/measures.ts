import {
	COST_PER_TONNE,
	COST_PER_TONNE_UNDISCOUNTED,
	NET_BENEFIT
} from '../../abatement/formulas.ts';
import type { MeasureFigures } from '../evaluation.ts';
import { SUM } from '../../sums.ts';
import { derived, figureOf, text, type Explained } from './explained.ts';
import { measureOf, nameOf, type Figures, type Scope } from './scope.ts';

const LABELS = {
	capexTotal: text('Investering, hela projektet', 'Investment, whole project'),
	residualValue: text(
		'Restvärde efter planens sista år',
		'Residual value after the last year of the plan'
	),
	netCost: text('Nettokostnad i nuvärde', 'Present net cost'),
	tonnes: text('Minskade utsläpp under planens år', 'Tonnes avoided over the years of the plan'),
	tonnesDiscounted: text('Diskonterade ton', 'Discounted tonnes'),
	costPerTonne: COST_PER_TONNE.name,
	costPerTonneUndiscounted: COST_PER_TONNE_UNDISCOUNTED.name,
	netBenefit: NET_BENEFIT.name
} as const;
type Key = keyof typeof LABELS;

const REASONS = {
	'unknown-cost': text('En kostnad är okänd.', 'A cost is unknown.'),
	'unknown-effect': text('Effekten är okänd.', 'The effect is unknown.'),
	'no-abatement': text(
		'Inga ton minskas, så det finns ingen kostnad per ton.',
		'No tonnes are avoided, so there is no cost per tonne.'
	),
	'negative-abatement': text(
		'Utsläppen ökar, så det finns ingen kostnad per ton.',
		'Emissions rise, so there is no cost per tonne.'
	)
} as const;

export function reasonText(reason: MeasureFigures['reason']) {
	return reason && REASONS[reason];
}

function isKey(key: string | undefined): key is Key {
	return key !== undefined && Object.hasOwn(LABELS, key);
}

/** A measure's own figures as placed: whole project, stand-alone, before grants. */
export const measureFigures: Figures = {
	measure: (scope, [id, key]) => {
		const measure = measureOf(scope, id);
		const figures = scope.evaluation.measures.find((one) => one.id === id);
		if (!measure || !figures || !isKey(key)) return null;
		const name = nameOf(measure.placed.measure);
		const of = (other: Key) => scope.find(figureOf('measure', figures.id, other));
		const per = (first: Key, second: Key) => [of('netCost'), of(first), of(second)];
		const own = {
			capexTotal: { unit: 'kr', formula: SUM, inputs: () => itemsOf(scope, figures.id, 'cost') },
			residualValue: {
				unit: 'kr',
				formula: SUM,
				inputs: () => itemsOf(scope, figures.id, 'residual')
			},
			netCost: {
				unit: 'kr',
				formula: SUM,
				inputs: () =>
					scope.frame.years.map((year) => scope.find(figureOf('presentFlow', figures.id, year)))
			},
			tonnes: {
				unit: 't',
				formula: SUM,
				inputs: () =>
					scope.frame.years.map((year) => scope.find(figureOf('abatement', figures.id, year)))
			},
			tonnesDiscounted: {
				unit: 't',
				formula: SUM,
				inputs: () =>
					scope.frame.years.map((year) => scope.find(figureOf('presentTonnes', figures.id, year)))
			},
			costPerTonne: {
				unit: 'kr/t',
				formula: COST_PER_TONNE,
				inputs: () => per('tonnesDiscounted', 'tonnes')
			},
			costPerTonneUndiscounted: {
				unit: 'kr/t',
				formula: COST_PER_TONNE_UNDISCOUNTED,
				inputs: () => per('tonnes', 'tonnesDiscounted')
			},
			netBenefit: {
				unit: 'kr',
				formula: NET_BENEFIT,
				inputs: () => [scope.find(figureOf('worth', figures.id)), of('netCost')]
			}
		} as const;
		const isPerTonne = key === 'costPerTonne' || key === 'costPerTonneUndiscounted';
		return derived({
			figure: figureOf('measure', figures.id, key),
			label: text(`${LABELS[key].sv}: ${name.sv}`, `${LABELS[key].en}: ${name.en}`),
			value: figures[key],
			note: isPerTonne ? reasonText(figures.reason) : null,
			...own[key]
		});
	}
};

/** The capex items of a measure under another figure. */
function itemsOf(scope: Scope, id: string, figure: 'cost' | 'residual'): Explained[] {
	const measure = measureOf(scope, id);
	return (measure?.flows.items ?? [])
		.filter(({ item }) => item.kind === 'capex')
		.map(({ item }) => scope.find(figureOf(figure, id, item.id)));
}
