import { ZERO, max, sum, type Decimal } from '../decimal.ts';

/** How firm a typed budget figure is. */
export const figureStatuses = ['decided', 'assumed'] as const;

/** The figures that a year's investment room is made of, and the loan debt beside it. */
export const roomFigures = [
	'result',
	'depreciation',
	'newBorrowing',
	'otherInvestments',
	'loanDebt'
] as const;
export type RoomFigure = (typeof roomFigures)[number];

/** A typed figure of the budget, kronor; a result may be negative. */
export type BudgetFigure = {
	readonly amount: Decimal;
	readonly status: (typeof figureStatuses)[number];
	readonly source: string;
};

/** Omriktad befintlig ram: money that leaves a named budget for this plan. */
export type RedirectedFrame = BudgetFigure & { readonly fromBudget: string };

export type InvestmentRoom = Readonly<Record<RoomFigure, BudgetFigure | null>> & {
	readonly redirected: readonly RedirectedFrame[];
};

/**
 * Room for the plan in a year: result + depreciation + decided new borrowing − other investments + redirected frames,
 * never below zero; kr. Null while any of the four is unknown.
 */
export function investmentRoom(room: InvestmentRoom): Decimal | null {
	const { result, depreciation, newBorrowing, otherInvestments, redirected } = room;
	if (!result || !depreciation || !newBorrowing || !otherInvestments) return null;
	const own = result.amount.plus(depreciation.amount).plus(newBorrowing.amount);
	const left = own.minus(otherInvestments.amount);
	return max(ZERO, left.plus(sum(redirected.map(({ amount }) => amount))));
}

/**
 * Självfinansieringsgrad: (result + depreciation) / all investments of the year, as a fraction. Null while a figure is
 * unknown or nothing is invested.
 */
export function selfFinancing(room: InvestmentRoom, ofPlan: Decimal): Decimal | null {
	const { result, depreciation, otherInvestments } = room;
	if (!result || !depreciation || !otherInvestments) return null;
	const investments = otherInvestments.amount.plus(ofPlan);
	if (!investments.gt(0)) return null;
	return result.amount.plus(depreciation.amount).div(investments);
}
