import type { Decimal } from '$lib/core/decimal';
import type { Text } from '$lib/core/errors';
import type { NullableSeries } from '$lib/core/funding/gap';
import type { Payer } from '$lib/core/plan/plan';
import type { ComparedFigures, Membership } from '$lib/core/portfolio/compare';
import type { MoneyUnit } from '$lib/format/numbers';
import type { Locale, Messages } from '$lib/i18n/messages';

/** Portfolios side by side, as the comparison shows them. */
export type Compare = {
	readonly years: readonly number[];
	readonly target: {
		readonly id: string;
		readonly name: string;
		readonly year: number;
		/** Whether the reference path meets it without any measure. */
		readonly isMetAlone: boolean;
	} | null;
	readonly portfolios: readonly ComparedPortfolio[];
	/** Commitments that any measure of the plan keeps. */
	readonly commitments: number;
	readonly hasJoint: boolean;
	readonly memberships: readonly {
		readonly measure: string;
		readonly name: Text;
		readonly places: readonly Membership[];
		readonly isAlike: boolean;
	}[];
};

export type ComparedPortfolio = {
	readonly id: string;
	readonly name: string;
	readonly figures: ComparedFigures;
	/** Whether anything of it is left out of what is shown. */
	readonly isPartlyHidden: boolean;
	/** How sure the target is, as it was reckoned last; null: nobody has. */
	readonly chance: Chance | null;
	readonly gapPerYear: NullableSeries;
	readonly tonnesCumulative: readonly Decimal[];
	readonly balances: readonly { readonly payer: Payer; readonly net: Decimal | null }[];
	readonly coBenefits: readonly { readonly name: string; readonly measures: number }[];
	readonly curve: readonly {
		readonly measure: string;
		readonly name: Text;
		readonly tonnes: Decimal;
		readonly costPerTonne: Decimal;
	}[];
};

export type Chance = {
	readonly share: Decimal;
	readonly standardError: number;
	/** P10 and P90 of the credited tonnes of the target's year; null: not known. */
	readonly tonnes: { readonly low: Decimal; readonly high: Decimal } | null;
	readonly draws: number;
	/** The plan or the catalogue has changed since. */
	readonly isOld: boolean;
};

/** What compared figures are shown with. */
export type ShownWith = {
	readonly unit: MoneyUnit;
	readonly locale: Locale;
	readonly t: Messages;
};
