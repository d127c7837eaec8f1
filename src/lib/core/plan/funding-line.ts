import type { Decimal } from '../decimal.ts';
import type { Sourced } from './emission-facts.ts';
import type { Currency } from './funding-rules.ts';

/** Money that a programme pays of a cost item, and the application that it is asked for by. */

/** An idea counts nowhere, nor does what was rejected. */
export const fundingStatuses = [
	'idea',
	'planned',
	'applied',
	'granted',
	'contracted',
	'paid',
	'rejected'
] as const;
export type FundingStatus = (typeof fundingStatuses)[number];

export type FundingLine = {
	readonly id: string;
	readonly measure: string;
	readonly costItem: string;
	readonly programme: string;
	/** The application that it belongs to, and that says its status, probability, day and decision. */
	readonly application?: string | undefined;
	readonly status: FundingStatus;
	readonly probability: Decimal;
	readonly amounts: readonly {
		readonly year: number;
		readonly amount: Decimal | null;
		readonly currency: Currency;
	}[];
	readonly note: string;
	/** Money that its year leaves unused may be used in a later year. */
	readonly carryForward?: boolean | undefined;
	/** Paid so many years after the year that it is for; counts in liquidity alone. What its application says goes before. */
	readonly paidAfterYears?: number | undefined;
	/** When its application's money is paid. */
	readonly payout?: Payout | undefined;
	/** Of a loan or an energy performance contract: nominal interest a year; absent: the plan's internal rate. */
	readonly loanRate?: Decimal | undefined;
	/** It is repaid in equal parts over so many years; absent: the depreciation years of the cost item. */
	readonly loanYears?: number | undefined;
	/** Kronor of the cost item that the programme counts, whole project; absent: all of it. */
	readonly eligibleCost?: Decimal | undefined;
	/** May be secret by law: to the public its amounts are unknown. Absent: no. */
	readonly possiblySecret?: boolean | undefined;
	/** The day of the application: its terms hold. Absent: the terms that are in force last. */
	readonly applied?: string | undefined;
	/** What a granted line rests on: the funder's case number and the day of the decision (2026-11-23). */
	readonly decision?: Decision | undefined;
} & Sourced;

/**
 * An application to a programme: one award, won or lost with all its lines. What it says of status, probability, day and
 * decision holds for every line that names it.
 */
export type Application = {
	readonly id: string;
	readonly name: string;
	readonly programme: string;
	/** The call of the catalogue that it answers. */
	readonly call?: string | undefined;
	readonly status: FundingStatus;
	readonly probability: Decimal;
	/** The day of the application: its terms hold. */
	readonly applied?: string | undefined;
	/** The day on which the funder is expected to decide. */
	readonly decides?: string | undefined;
	/** What a grant rests on: the funder's case number and the day of the decision. */
	readonly decision?: Decision | undefined;
	/** Kronor asked for when it was sent, whole project; what is granted stands in the lines. */
	readonly asked?: Decimal | undefined;
	/** When the money is paid; absent: as the lines say. Counts in liquidity alone. */
	readonly payout?: Payout | undefined;
	readonly responsible: string;
	readonly reports: readonly ReportDuty[];
	readonly note: string;
} & Sourced;

/** When a grant is paid: a share ahead, the rest in or after the years it is for, a share after the final report. */
export type Payout = {
	/** Share of the whole that comes in the first year it has money for. */
	readonly advanceShare: Decimal;
	/** Whole years after its year that the rest comes. */
	readonly afterYears: number;
	/** Share of the whole that is held back until the final report. */
	readonly lastShare: Decimal;
	/** Whole years after the last year it has money for that the share held back comes. */
	readonly lastAfterYears: number;
};

export type Decision = { readonly caseNumber: string; readonly date: string };

/** What is owed to the funder, and when. */
export type ReportDuty = { readonly due: string; readonly what: string; readonly isDone: boolean };
