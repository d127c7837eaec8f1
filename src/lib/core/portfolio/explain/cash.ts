import { ZERO, sum } from '../../decimal.ts';
import { NET_CASH, PEAK_BRIDGING } from '../../funding/budget-formulas.ts';
import { isSecured } from '../../funding/certainty.ts';
import type { FundingLine } from '../../plan/plan.ts';
import { DIFFERENCE, SUM } from '../../sums.ts';
import { at } from '../../years.ts';
import { runningCosts } from '../payer-figures.ts';
import { sumOfItems } from './costs.ts';
import { derived, figureOf, given, text, type Explained } from './explained.ts';
import { yearAt, type Figures, type Scope } from './scope.ts';
import { series } from './series.ts';
import { PARTS } from './operating.ts';

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

/** Which of the lines are paid later than the year that they are for. */
function laterNote(lines: readonly FundingLine[]) {
	const late = lines.filter(({ paidAfterYears }) => paidAfterYears);
	if (late.length === 0) return null;
	const told = late.map(({ id, paidAfterYears = 0 }) => ({ id, years: paidAfterYears }));
	return text(
		told.map(({ id, years }) => `${id} betalas ut ${years} år efter sitt år.`).join(' '),
		told.map(({ id, years }) => `${id} is paid ${years} years after its year.`).join(' ')
	);
}

/** Cash per year, and the bridging that it takes. */
export const cashFigures: Figures = {
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
			note: (index) => laterNote(paidIn(index).map(({ line }) => line)),
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
