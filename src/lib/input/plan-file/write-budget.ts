import type { Decimal } from '../../core/decimal.ts';
import type { BudgetYear } from '../../core/plan/plan.ts';
import type { BudgetFigure, InvestmentRoom, RoomFigure } from '../../core/plan/room.ts';

export type FigureFile = {
	readonly amount: string;
	readonly status: BudgetFigure['status'];
	readonly source: string;
};
export type RoomFile = Readonly<Record<RoomFigure, FigureFile | null>> & {
	readonly redirected: readonly (FigureFile & { readonly fromBudget: string })[];
};

/** A budget year as it stands in a plan file. */
export type BudgetFile = {
	readonly year: number;
	readonly ownInvestmentCapacity: string | null;
	readonly operatingFrame: string | null;
	readonly room?: RoomFile;
	readonly source: string;
	readonly confidence: string;
};

export function budgetFileOf(row: BudgetYear): BudgetFile {
	return {
		year: row.year,
		ownInvestmentCapacity: kronor(row.ownInvestmentCapacity),
		operatingFrame: kronor(row.operatingFrame),
		...(row.room && { room: roomFileOf(row.room) }),
		source: row.source,
		confidence: row.confidence
	};
}

function roomFileOf(room: InvestmentRoom): RoomFile {
	const figure = (one: BudgetFigure | null) => one && figureFileOf(one);
	return {
		result: figure(room.result),
		depreciation: figure(room.depreciation),
		newBorrowing: figure(room.newBorrowing),
		otherInvestments: figure(room.otherInvestments),
		loanDebt: figure(room.loanDebt),
		redirected: room.redirected.map((one) => ({
			fromBudget: one.fromBudget,
			...figureFileOf(one)
		}))
	};
}

function figureFileOf({ amount, status, source }: BudgetFigure): FigureFile {
	return { amount: kronor(amount), status, source };
}

/** Kronor as the plan file writes them: two decimals; null for unknown. */
export function kronor(value: Decimal): string;
export function kronor(value: Decimal | null): string | null;
export function kronor(value: Decimal | null): string | null {
	return value && value.toFixed(2);
}
