import type { Decimal } from '../../decimal.ts';
import type { Text } from '../../errors.ts';
import { drawnPerYear, type BorrowedFlow } from '../../funding/borrowing.ts';
import { COUNTS_IN_YEAR } from '../../funding/stacking/formulas.ts';
import { yearsUntilPaid } from '../../plan/payout.ts';
import { SUM } from '../../sums.ts';
import { at } from '../../years.ts';
import { countedInYear } from './counted.ts';
import { derived, inYear, text, typed, type Explained } from './explained.ts';
import { instalments, ofLine } from './funding-amounts.ts';
import { yearAt, type Scope } from './scope.ts';

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

/** What a loan is for in a year, own share. */
export function loanNode(scope: Scope, loan: BorrowedFlow, place: number): Explained {
	const year = yearAt(scope, place);
	return ofYear(scope, loan, {
		label: text(`${loan.line.id}, lån för`, `${loan.line.id}, loan for`),
		value: at(loan.perYear, place),
		shown: year,
		from: year
	});
}

/** What a loan draws in a year, own share: its amounts of the year, or of so many years before. */
export function drawnNode(scope: Scope, loan: BorrowedFlow, place: number): Explained {
	const delay = yearsUntilPaid(loan.line) ?? 0;
	const year = yearAt(scope, place);
	return ofYear(scope, loan, {
		label: text(`${loan.line.id} utbetalt lån`, `${loan.line.id} loan drawn`),
		value: at(drawnPerYear(loan, scope.frame.horizon), place),
		shown: year,
		from: year - delay
	});
}

type OfYear = {
	readonly label: Text;
	readonly value: Decimal;
	readonly shown: number;
	readonly from: number;
};

function ofYear(
	scope: Scope,
	loan: BorrowedFlow,
	{ label, value, shown, from }: OfYear
): Explained {
	const isListed = loan.perYear === loan.listed;
	return derived({
		label: inYear(label, shown),
		unit: 'kr',
		value,
		formula: isListed ? SUM : COUNTS_IN_YEAR,
		inputs: () =>
			isListed ? instalments(scope, loan.line, from) : countedInYear(scope, loan.line, from)
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
