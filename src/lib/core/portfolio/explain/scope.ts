import { DomainError } from '../../errors.ts';
import type { Text } from '../../errors.ts';
import type { PoolUse } from '../../abatement/credits.ts';
import { countedFunding, type CountedFunding } from '../../funding/counted-funding.ts';
import { borrowedFlows, type BorrowedFlow } from '../../funding/borrowing.ts';
import { paidFlows, type PaidFlow } from '../../funding/payout.ts';
import { fundingFlows, type FundingFlow } from '../../funding/funding-flows.ts';
import type { Measure, Plan, Portfolio } from '../../plan/plan.ts';
import { evaluatedPortfolio } from '../evaluate.ts';
import type { Evaluation } from '../evaluation.ts';
import type { EvaluatedMeasure, Frame } from '../frame.ts';
import { text, type Explained } from './explained.ts';

/** What explanations are made from: the plan and what was evaluated of it. */
export type ScopeBase = {
	readonly plan: Plan;
	readonly portfolio: Portfolio;
	readonly evaluation: Evaluation;
	readonly frame: Frame;
	readonly measures: readonly EvaluatedMeasure[];
	readonly pools: readonly PoolUse[];
	/** The measures in the order in which they were credited. */
	readonly inCreditOrder: readonly EvaluatedMeasure[];
	/** Funding that closes the gap, all payers. */
	readonly flows: readonly FundingFlow[];
	/** Secured money of the municipality's cost items with when it is paid, by line. */
	readonly paid: ReadonlyMap<string, PaidFlow>;
	/** Loans and energy performance contracts, by measure and cost item. */
	readonly borrowed: ReadonlyMap<string, readonly BorrowedFlow[]>;
	/** What every funding line asks, the rules between them, and what counts. */
	readonly stack: CountedFunding;
};

/** And one another. */
export type Scope = ScopeBase & {
	/** The explanation of another figure; throws DomainError `unknown-figure`. */
	readonly find: (figure: string) => Explained;
};

/** Figures by the first part of their address; null for an address that the portfolio has not. */
export type Figures = Readonly<
	Record<string, (scope: Scope, args: readonly string[]) => Explained | null>
>;

export function scopeOf(plan: Plan, evaluation: Evaluation): ScopeBase {
	const { portfolio, frame, measures, pools, order } = evaluatedPortfolio(
		plan,
		evaluation.portfolio
	);
	const placed = measures.map((one) => one.placed);
	const stack = countedFunding(plan, placed);
	const flows = fundingFlows(plan, stack, frame.horizon);
	const paid = new Map(
		paidFlows(flows, frame.horizon).flatMap((one) =>
			one.flow.item.payer === 'municipality' ? [[one.flow.line.id, one]] : []
		)
	);
	const borrowed = new Map<string, BorrowedFlow[]>();
	for (const loan of borrowedFlows(plan, placed, stack, frame.horizon)) {
		const key = itemKey(loan.line.measure, loan.item.id);
		borrowed.set(key, [...(borrowed.get(key) ?? []), loan]);
	}
	const inCreditOrder = order.flatMap((place) => measures[place] ?? []);
	return {
		plan,
		portfolio,
		evaluation,
		frame,
		measures,
		pools,
		inCreditOrder,
		flows,
		paid,
		borrowed,
		stack
	};
}

/** Key of a cost item among all of a plan's. */
export function itemKey(measure: string, item: string): string {
	return `${measure} ${item}`;
}

export function unknownFigure(figure: string): DomainError {
	return new DomainError('unknown-figure', `There is no figure "${figure}" in this portfolio.`);
}

/** Place of a year in the plan's series; −1 for what is no year of it. */
export function indexOf({ frame }: Scope, year: string | undefined): number {
	return frame.years.findIndex((one) => String(one) === year);
}

export function yearAt({ frame }: Scope, index: number): number {
	return frame.years[index] ?? 0;
}

export function measureOf({ measures }: Scope, id: string | undefined): EvaluatedMeasure | null {
	return measures.find(({ placed }) => placed.measure.id === id) ?? null;
}

export function nameOf({ id, name }: Measure): Text {
	return text(`${id} ${name.sv}`, `${id} ${name.en}`);
}
