import type { Decimal } from '../../core/decimal.ts';
import type { Text } from '../../core/errors.ts';
import type { Gas } from '../../core/plan/plan.ts';
import type { ComparedFigures } from '../../core/portfolio/compare.ts';

type Span = { readonly low: Decimal; readonly high: Decimal };
type InYear = { readonly year: number; readonly value: Decimal };
type Named = { readonly id: string; readonly name: Text };

/** What the page about a portfolio tells: the figures of its sentences; null where one is not known. */
export type Briefing = {
	readonly portfolio: { readonly id: string; readonly name: string };
	readonly municipality: string;
	readonly madeAt: number;
	readonly version: number;
	/** What of the portfolio is left out of what is shown. */
	readonly hidden: { readonly measures: number; readonly amounts: number };
	readonly years: { readonly first: number; readonly last: number };
	readonly starts: { readonly first: number; readonly last: number } | null;
	readonly figures: ComparedFigures;
	readonly largest: { readonly names: readonly (Text | null)[]; readonly share: Decimal } | null;
	readonly target: {
		readonly name: string;
		readonly year: number;
		readonly gas: Gas;
		/** Tonnes still missing; below zero: more than enough; null: not known. */
		readonly gap: Decimal | null;
		/** Whether the reference path meets it without any measure. */
		readonly isMetAlone: boolean;
	} | null;
	readonly secured: Decimal;
	readonly worstGap: InYear | null;
	readonly burden: InYear | null;
	readonly unknown: {
		readonly measures: readonly Named[];
		readonly undepreciated: readonly Named[];
		readonly fundingLines: number;
		readonly capacityYears: readonly number[];
		readonly hasTax: boolean;
		readonly hasPopulation: boolean;
	};
	readonly isCapexPartial: boolean;
	readonly isNeedPartial: boolean;
	readonly isRunningPartial: boolean;
	readonly hasJoint: boolean;
	readonly risk: {
		readonly draws: number;
		readonly reached: Decimal | null;
		readonly allFunded: Decimal | null;
		readonly gap: Span | null;
		readonly tonnes: Span | null;
	} | null;
};
