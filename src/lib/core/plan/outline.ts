/**
 * What the rules of consistency need to know of a plan. Everything may be missing, so that a plan with other faults can
 * still be checked and all faults be told at once.
 */
export type PlanOutline = {
	readonly firstYear?: number | undefined;
	readonly lastYear?: number | undefined;
	readonly hasEuroRate: boolean;
	readonly sectorsWithReference: readonly (string | undefined)[];
	readonly carriers: readonly (Id & { readonly kind?: string | undefined })[];
	/** What each says a range of, and of which. */
	readonly sharedRanges: readonly {
		readonly of?: string | undefined;
		readonly name?: string | undefined;
	}[];
	readonly programmes: readonly Id[];
	readonly pools: readonly (Id & { readonly sector?: string | undefined })[];
	readonly targets: readonly Id[];
	readonly budgetYears: readonly (number | undefined)[];
	readonly measures: readonly MeasureOutline[];
	readonly applications: readonly ApplicationOutline[];
	readonly funding: readonly FundingOutline[];
	readonly portfolios: readonly PortfolioOutline[];
};
/** What an application says for its lines. */
export const ofApplication = ['status', 'probability', 'applied', 'decision', 'payout'] as const;
export type OfApplication = (typeof ofApplication)[number];

export type Id = { readonly id?: string | undefined };
export type Period = { readonly from?: number | undefined; readonly to?: number | undefined };
export type MeasureOutline = Id & {
	readonly startYear?: number | undefined;
	readonly earliestStart?: number | undefined;
	readonly latestStart?: number | undefined;
	readonly costs: readonly (Id & Period)[];
	readonly effects: readonly (Period & {
		readonly pool?: string | undefined;
		readonly carrier?: string | undefined;
	})[];
	readonly excludes: readonly (string | undefined)[];
	readonly requires: readonly (string | undefined)[];
	readonly partnerShares: readonly (number | undefined)[];
};
export type ApplicationOutline = Id & {
	readonly programme?: string | undefined;
	/** Shares of the money that are paid ahead and last of all. */
	readonly payoutShares: readonly (number | undefined)[];
};
export type FundingOutline = Id & {
	readonly measure?: string | undefined;
	readonly costItem?: string | undefined;
	readonly programme?: string | undefined;
	readonly application?: string | undefined;
	/** Which of the things that an application says the line says itself. */
	readonly stated: readonly OfApplication[];
	readonly currencies: readonly (string | undefined)[];
};
export type PortfolioOutline = Id & {
	readonly measures: readonly (string | undefined)[];
	readonly shift: readonly string[];
	readonly scale: readonly string[];
};
