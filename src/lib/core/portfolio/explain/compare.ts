import { CLIMATE_BENEFIT } from '../../abatement/formulas.ts';
import { Decimal, isAboveZero, sum } from '../../decimal.ts';
import { formula, known } from '../../formula.ts';
import { OWN_PART } from '../../funding/formulas.ts';
import { QUOTIENT, SUM, SUM_OF_KNOWN } from '../../sums.ts';
import { at } from '../../years.ts';
import { comparedFigures, headlineTarget } from '../compare.ts';
import { valuation } from '../valuation.ts';
import { populationNode } from './capacity.ts';
import { derived, figureOf, text, type Explained } from './explained.ts';
import { measureOf, type Figures, type Scope } from './scope.ts';
import { series } from './series.ts';

const HIGHEST = formula({
	id: 'highest',
	name: ['Det högsta av åren', 'The highest of the years'],
	symbols: 'max(x₁; x₂; …)',
	words: ['Det högsta värdet bland åren.', 'The highest value of the years.'],
	example: 'x₁=2 x₂=3',
	unit: 'kr',
	compute: known((inputs) => (inputs.length > 0 ? Decimal.max(...inputs) : null))
});

const PORTFOLIO_COST = formula({
	id: 'portfolio-cost-per-tonne',
	name: ['Kronor per ton, hela portföljen', 'Kronor per tonne, the whole portfolio'],
	symbols: 'kostnad / ton',
	words: [
		'Nettokostnaden i nuvärde för alla betalare, före bidrag, delad med de tillräknade diskonterade tonnen. Bara åtgärder vars kostnad och effekt är kända räknas. Utan ton finns den inte.',
		'Present net cost of all payers, before grants, over the discounted credited tonnes. Only measures whose cost and effect are known count. Without tonnes there is none.'
	],
	example: 'kostnad=1000 ton=4',
	unit: 'kr/t',
	compute: known(([cost, tonnes]) =>
		cost && tonnes && isAboveZero(tonnes) ? cost.div(tonnes) : null
	)
});

/** Where the figures of a comparison are explained under another name. */
const SAME_AS: Readonly<Record<string, string>> = {
	capex: 'capex',
	need: 'need',
	gapSecured: 'gap/secured',
	gapExpected: 'gap/expected',
	gapPlanned: 'gap/planned',
	driftgap: 'driftgap',
	tonnes: 'credits'
};

function compared(scope: Scope) {
	const target = headlineTarget(scope.plan);
	return {
		target,
		figures: comparedFigures(scope.plan, scope.portfolio, scope.evaluation, target?.id ?? null)
	};
}

/** What a comparison of portfolios shows, and sums over measures. */
export const compareFigures: Figures = {
	compare: (scope, [key]) => {
		const { target, figures } = compared(scope);
		const other = key !== undefined && Object.hasOwn(SAME_AS, key) ? SAME_AS[key] : undefined;
		if (other !== undefined) return scope.find(other);
		if (key === 'targetTonnes' && target)
			return scope.find(figureOf('target', target.id, 'abatement'));
		if (key === 'shareOfTarget' && target)
			return scope.find(figureOf('target', target.id, 'share'));
		if (key === 'netCost') return netCost(scope, figures.netCost);
		if (key === 'ownMoney') return ownMoney(scope);
		if (key === 'perInhabitant') return perInhabitant(scope, figures.perInhabitant);
		if (key === 'costPerTonne') return costPerTonne(scope, figures.costPerTonne);
		if (key === 'highestTaxOre')
			return derived({
				figure: 'compare/highestTaxOre',
				label: text('Högst på skatten ett år', 'Most on the tax in a year'),
				unit: 'öre',
				value: figures.highestTaxOre,
				formula: HIGHEST,
				inputs: () =>
					scope.frame.years.map((year) =>
						scope.find(figureOf('operating', 'secured', 'taxOre', year))
					)
			});
		if (key === 'highestEffect')
			return derived({
				figure: 'compare/highestEffect',
				label: text(
					'Största årliga belastning på driftbudgeten',
					'Largest yearly burden on the operating budget'
				),
				unit: 'kr',
				value: figures.highestEffect,
				formula: HIGHEST,
				inputs: () =>
					scope.frame.years.map((year) =>
						scope.find(figureOf('operating', 'secured', 'effect', year))
					)
			});
		if (key !== 'kilogramsPerKrona') return null;
		return derived({
			figure: 'compare/kilogramsPerKrona',
			label: CLIMATE_BENEFIT.name,
			unit: 'kg/kr',
			value: figures.kilogramsPerKrona,
			formula: CLIMATE_BENEFIT,
			inputs: () => [scope.find('credits'), scope.find('capex')]
		});
	},
	/** Credited tonnes of a year, all pools and measures; without a year, of the plan. */
	credits: (scope, [year]) =>
		series(scope, year, {
			path: ['credits'],
			label: text('Tillräknad minskning, alla poster', 'Credited tonnes, all pools'),
			unit: 't',
			perYear: scope.evaluation.creditedAllPoolsPerYear,
			formula: SUM,
			inputs: (_, of) =>
				scope.measures.flatMap(({ placed, credits }) =>
					[...credits.creditedByPool.keys()].map((pool) =>
						scope.find(figureOf('credit', pool, placed.measure.id, of))
					)
				)
		}),
	/** Credited tonnes up to and with a year. */
	cumulative: (scope, [year]) => {
		const place = scope.frame.years.findIndex((one) => String(one) === year);
		if (place < 0) return null;
		const years = scope.frame.years.slice(0, place + 1);
		return derived({
			figure: figureOf('cumulative', year ?? ''),
			label: text(`Tillräknat till och med ${year}`, `Credited up to and with ${year}`),
			unit: 't',
			value: sum(years.map((_, index) => at(scope.evaluation.creditedAllPoolsPerYear, index))),
			formula: SUM,
			inputs: () => years.map((of) => scope.find(figureOf('credits', of)))
		});
	},
	/** Σ of one figure of measures: sumOf/capexTotal/A01/A02. */
	sumOf: (scope, [key, ...ids]) => {
		const measures = ids.map((id) => measureOf(scope, id));
		if (key === undefined || measures.length === 0 || measures.includes(null)) return null;
		const nodes = ids.map((id) => scope.find(figureOf('measure', id, key)));
		return derived({
			figure: figureOf('sumOf', key, ...ids),
			label: text('Summa av de visade åtgärderna', 'Sum of the measures shown'),
			unit: nodes[0]?.unit ?? 'kr',
			value: sum(nodes.flatMap(({ value }) => value ?? [])),
			formula: SUM_OF_KNOWN,
			inputs: () => nodes
		});
	}
};

function netCost(scope: Scope, value: Decimal): Explained {
	return derived({
		figure: 'compare/netCost',
		label: text('Nettokostnad i nuvärde, kommunens del', 'Present net cost, own share'),
		unit: 'kr',
		value,
		formula: SUM_OF_KNOWN,
		inputs: () => scope.evaluation.measures.map((measure) => ownNetCost(scope, measure))
	});
}

function ownNetCost(
	scope: Scope,
	{ id, netCost, ownShare }: Scope['evaluation']['measures'][number]
): Explained {
	if (!netCost) return scope.find(figureOf('measure', id, 'netCost'));
	return derived({
		label: text(`Nettokostnad, ${id}, kommunens del`, `Net cost, ${id}, own share`),
		unit: 'kr',
		value: netCost.times(ownShare),
		formula: OWN_PART,
		inputs: () => [
			scope.find(figureOf('measure', id, 'netCost')),
			scope.find(figureOf('ownShare', id))
		]
	});
}

/** What secured money leaves of the municipality's need; without a need there is none. */
function ownMoney(scope: Scope): Explained {
	const hasNeed = scope.evaluation.payers.some(({ payer }) => payer === 'municipality');
	return scope.find(hasNeed ? figureOf('payer', 'municipality', 'left') : 'need');
}

function perInhabitant(scope: Scope, value: Decimal | null): Explained {
	return derived({
		figure: 'compare/perInhabitant',
		label: text('Egna pengar per invånare', 'Own money per inhabitant'),
		unit: 'kr/person',
		value,
		formula: QUOTIENT,
		inputs: () => [
			scope.find(figureOf('compare', 'ownMoney')),
			populationNode(scope, Number.MAX_SAFE_INTEGER)
		]
	});
}

/** Of the measures whose cost and effect are both known. */
function costPerTonne(scope: Scope, value: Decimal | null): Explained {
	const counted = valuation(scope.plan, scope.evaluation);
	return derived({
		figure: 'compare/costPerTonne',
		label: PORTFOLIO_COST.name,
		unit: 'kr/t',
		value,
		formula: PORTFOLIO_COST,
		inputs: () => [
			derived({
				label: text(
					'Nettokostnad av åtgärder med känd kostnad och effekt',
					'Net cost of measures of known cost and effect'
				),
				unit: 'kr',
				value: counted.netCost,
				formula: SUM,
				inputs: () =>
					scope.evaluation.measures
						.filter(({ id }) => counted.measures.includes(id))
						.map((measure) => ownNetCost(scope, measure))
			}),
			derived({
				label: text('Deras tillräknade ton, diskonterade', 'Their credited tonnes, discounted'),
				unit: 't',
				value: counted.tonnes,
				formula: SUM,
				inputs: () => counted.measures.map((id) => scope.find(figureOf('presentCredited', id)))
			})
		]
	});
}
