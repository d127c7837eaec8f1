import { capacityFormValues } from '../../src/lib/input/forms/capacity-form.ts';
import type { FormValues } from '../../src/lib/input/forms/field-reader.ts';
import { capacityPage } from '../../src/lib/server/services/budget.queries.ts';
import type { Context } from '../../src/lib/server/services/context.ts';

/** The capacity form as somebody opens it. */
export const capacityOf = (ctx: Context, planId: string) => {
	const page = capacityPage(ctx, planId, null);
	return { ...page, values: capacityFormValues(page.budget) };
};
export const rowOf = (ctx: Context, planId: string, year: number) =>
	capacityPage(ctx, planId, 'P2').figures.find((row) => row.year === year);

/** Four figures of 2027 in the forms that officers write. */
export const figures: FormValues = {
	'ownInvestmentCapacity.years.2027': '',
	'result.years.2027': '−1,5 mnkr',
	'result.source': 'Budget 2027, KF § 112',
	'result.decidedTo': '2027',
	'depreciation.years.2027': '20 000 tkr',
	'depreciation.source': 'Budget 2027',
	'newBorrowing.years.2027': '10 mnkr',
	'newBorrowing.source': 'Finanspolicy',
	'otherInvestments.years.2027': '18 mnkr',
	'otherInvestments.source': 'Investeringsbudget 2027',
	'loanDebt.years.2027': '406 mnkr',
	'loanDebt.source': 'Årsredovisning 2025',
	'redirected.0.fromBudget': 'Underhåll av fastigheter',
	'redirected.0.years.2027': '500 tkr',
	'redirected.0.source': 'Budget 2027'
};
