import { borrowedFlows, type BorrowedFlow } from '../../funding/borrowing.ts';
import { COUNTS_IN_YEAR } from '../../funding/stacking/formulas.ts';
import { SUM } from '../../sums.ts';
import { at } from '../../years.ts';
import { countedInYear } from './counted.ts';
import { derived, inYear, text, typed, type Explained } from './explained.ts';
import { instalments, ofLine } from './funding-amounts.ts';
import { yearAt, type Scope } from './scope.ts';

/** Loans and energy performance contracts of the portfolio. */
export function borrowedIn({ plan, measures, stack, frame }: Scope): BorrowedFlow[] {
	return borrowedFlows(
		plan,
		measures.map(({ placed }) => placed),
		stack,
		frame.horizon
	);
}

/** The rate that a loan carries: its own, else the plan's internal rate. */
export function loanRateNode(scope: Scope, loan: BorrowedFlow): Explained {
	if (loan.line.loanRate === undefined) return internalRateNode(scope);
	return typed(
		text(`${loan.line.id}: ränta`, `${loan.line.id}: interest`),
		'share',
		loan.line.loanRate,
		ofLine(loan.line, 'loanRate')
	);
}

/** What a loan draws in a year, own share. */
export function drawnNode(scope: Scope, loan: BorrowedFlow, place: number): Explained {
	const year = yearAt(scope, place);
	return derived({
		label: inYear(text(`${loan.line.id} utbetalt lån`, `${loan.line.id} loan drawn`), year),
		unit: 'kr',
		value: at(loan.perYear, place),
		formula: loan.perYear === loan.listed ? SUM : COUNTS_IN_YEAR,
		inputs: () =>
			loan.perYear === loan.listed
				? instalments(scope, loan.line, year)
				: countedInYear(scope, loan.line, year)
	});
}

export function internalRateNode({ plan: { settings } }: Scope): Explained {
	return typed(text('Internränta', 'Internal rate'), 'share', settings.internalRate, {
		part: 'plan',
		id: null,
		field: 'internalRate',
		...settings.rateSources.internalRate
	});
}
