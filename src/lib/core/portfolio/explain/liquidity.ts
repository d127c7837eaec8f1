import {
	AFTER_LOANS,
	BRIDGE,
	BRIDGE_INTEREST,
	LOAN_INTEREST,
	PEAK_BRIDGING,
	POSITION
} from '../../funding/budget-formulas.ts';
import { drawnPerYear, loanFactors, loanRate } from '../../funding/borrowing.ts';
import { isSecured } from '../../funding/certainty.ts';
import { PRODUCT, SUM } from '../../sums.ts';
import { derived, figureOf, given, text, type Explained } from './explained.ts';
import { drawnNode, internalRateNode, loanRateNode } from './loans.ts';
import { yearAt, type Figures, type Scope } from './scope.ts';
import { series } from './series.ts';

type LoanPart = 'drawn' | 'repaid' | 'interest';

/** What the decided loans give or take in a year. */
function loanParts(scope: Scope, part: LoanPart, index: number): Explained[] {
	const loans = [...scope.borrowed.values()].flat().filter(({ line }) => isSecured(line.status));
	return loans.flatMap((loan) =>
		drawnPerYear(loan, scope.frame.horizon).flatMap((amount, place) => {
			const k = index - place;
			if (amount.isZero()) return [];
			if (part === 'drawn') return k === 0 ? [drawnNode(scope, loan, place)] : [];
			if (k < 1) return [];
			const factors = loanFactors(loan, loanRate(loan, scope.plan.settings), k);
			const factor = part === 'repaid' ? factors.repaid : factors.interest;
			if (factor.isZero()) return [];
			const { id } = loan.line;
			const owedYears = loan.years === null ? null : k - 1;
			return [
				derived({
					label: text(
						`${id}, utbetalt ${yearAt(scope, place)}`,
						`${id}, drawn ${yearAt(scope, place)}`
					),
					unit: 'kr',
					value: amount.times(factor),
					formula: part === 'repaid' || owedYears === null ? PRODUCT : LOAN_INTEREST,
					inputs: () =>
						part === 'repaid'
							? [
									drawnNode(scope, loan, place),
									given(
										text('Del som betalas av varje år', 'Part repaid each year'),
										'share',
										factor
									)
								]
							: owedYears === null
								? [drawnNode(scope, loan, place), loanRateNode(scope, loan)]
								: [
										drawnNode(scope, loan, place),
										loanRateNode(scope, loan),
										given(text('Avbetalade år', 'Years repaid'), 'years', owedYears),
										given(text('Återbetalningstid', 'Repayment period'), 'years', loan.years ?? 0)
									]
				})
			];
		})
	);
}

const LOAN_WORDS = {
	drawn: text('Beslutade lån som betalas ut', 'Decided loans drawn'),
	repaid: text('Amortering på beslutade lån', 'Repayment of decided loans'),
	interest: text('Ränta på beslutade lån', 'Interest on decided loans')
} as const;

/** The year before's position, and the cash of the year. */
function addedUp(scope: Scope, position: string, cash: string, index: number): Explained[] {
	const here = scope.find(figureOf(cash, yearAt(scope, index)));
	return index === 0 ? [here] : [scope.find(figureOf(position, yearAt(scope, index - 1))), here];
}

function loans(scope: Scope, part: LoanPart, year: string | undefined) {
	return series(scope, year, {
		path: [LOAN_PATHS[part]],
		label: LOAN_WORDS[part],
		unit: 'kr',
		perYear: scope.evaluation.liquidity.loans[part],
		formula: SUM,
		inputs: (index) => loanParts(scope, part, index)
	});
}

const LOAN_PATHS = { drawn: 'loanDrawn', repaid: 'loanRepaid', interest: 'loanInterest' } as const;

/** Where cash stands after each year, what must be bridged and what it costs, and the same with the decided loans. */
export const liquidityFigures: Figures = {
	position: (scope, [year]) =>
		year === undefined
			? null
			: series(scope, year, {
					path: ['position'],
					label: POSITION.name,
					unit: 'kr',
					perYear: scope.evaluation.liquidity.position,
					formula: POSITION,
					inputs: (index) => addedUp(scope, 'position', 'cash', index)
				}),
	bridge: (scope, [year]) => {
		const { liquidity } = scope.evaluation;
		if (year === 'peak')
			return derived({
				figure: figureOf('bridge', 'peak'),
				label: PEAK_BRIDGING.name,
				unit: 'kr',
				value: liquidity.peakBridging,
				formula: PEAK_BRIDGING,
				inputs: () => scope.frame.years.map((of) => scope.find(figureOf('cash', of)))
			});
		if (year === undefined) return null;
		return series(scope, year, {
			path: ['bridge'],
			label: BRIDGE.name,
			unit: 'kr',
			perYear: liquidity.bridge,
			formula: BRIDGE,
			inputs: (_, of) => [scope.find(figureOf('position', of))]
		});
	},
	bridgeInterest: (scope, [year]) =>
		series(scope, year, {
			path: ['bridgeInterest'],
			label: BRIDGE_INTEREST.name,
			unit: 'kr',
			perYear: scope.evaluation.liquidity.bridgeInterest.perYear,
			formula: BRIDGE_INTEREST,
			inputs: (_, of) => [scope.find(figureOf('bridge', of)), internalRateNode(scope)]
		}),
	loanDrawn: (scope, [year]) => loans(scope, 'drawn', year),
	loanRepaid: (scope, [year]) => loans(scope, 'repaid', year),
	loanInterest: (scope, [year]) => loans(scope, 'interest', year),
	cashAfterLoans: (scope, [year]) =>
		series(scope, year, {
			path: ['cashAfterLoans'],
			label: AFTER_LOANS.name,
			unit: 'kr',
			perYear: scope.evaluation.liquidity.afterLoans.perYear,
			formula: AFTER_LOANS,
			inputs: (_, of) =>
				['cash', 'loanDrawn', 'loanRepaid', 'loanInterest'].map((key) =>
					scope.find(figureOf(key, of))
				)
		}),
	positionAfterLoans: (scope, [year]) => {
		const { afterLoans } = scope.evaluation.liquidity;
		if (year === 'peak')
			return derived({
				figure: figureOf('positionAfterLoans', 'peak'),
				label: PEAK_BRIDGING.name,
				unit: 'kr',
				value: afterLoans.peakBridging,
				formula: PEAK_BRIDGING,
				inputs: () => scope.frame.years.map((of) => scope.find(figureOf('cashAfterLoans', of)))
			});
		if (year === undefined) return null;
		return series(scope, year, {
			path: ['positionAfterLoans'],
			label: text('Kassa vid årets slut, med lån', 'Cash at the end of the year, with loans'),
			unit: 'kr',
			perYear: afterLoans.position,
			formula: POSITION,
			inputs: (index) => addedUp(scope, 'positionAfterLoans', 'cashAfterLoans', index)
		});
	}
};
