import type { Decimal } from '../decimal.ts';
import type { Call } from '../plan/call.ts';
import type { Programme } from '../plan/programme.ts';
import type { Gas } from '../plan/plan.ts';
import type { MaccView } from '../portfolio/macc-view.ts';

/** What a portfolio is sought for (METHODS §10). */
export const goals = ['most-tonnes', 'least-cost', 'smallest-gap'] as const;
export type Goal = (typeof goals)[number];

/**
 * Which money from others is counted on, always at its full amount: what is decided, all that is listed, or beside that
 * also what could be applied for, as if it were won.
 */
export const countedMoney = ['secured', 'listed', 'proposed'] as const;
export type CountedMoney = (typeof countedMoney)[number];

/** Which tonnes: credited in one year or all the plan's (null), in every pool or of a gas in the territory (rule 11). */
export type TonnesBasis = {
	readonly year: number | null;
	readonly scope: 'all' | Gas;
};

/** Years in which a measure may start. */
export type StartWindow = { readonly earliest: number; readonly latest: number };

/** Where one may apply, and the day on which it is asked. */
export type Offer = {
	readonly programmes: readonly Programme[];
	readonly calls: readonly Call[];
	readonly today: string;
};

/** More tonnes than anybody asks for; a solver reads no larger numbers. */
export const MOST_TONNES = 1e9;

/** A portfolio that is asked for. */
export type Wish = {
	readonly goal: Goal;
	readonly tonnes: TonnesBasis;
	/** At least so many tonnes. */
	readonly leastTonnes: Decimal | null;
	/** Whose present net cost: the municipality's after the money that is counted on, or everybody's before grants. */
	readonly cost: Exclude<MaccView, 'all'>;
	/** Own money for investments, kr by year: no limit, the plan's investment capacity, or amounts; a year without one has no limit. */
	readonly budget: 'none' | 'plan' | ReadonlyMap<number, Decimal>;
	readonly money: CountedMoney;
	/** Needed where money that is proposed counts. */
	readonly offer: Offer | null;
	readonly must: readonly string[];
	readonly mustNot: readonly string[];
	/** Windows that are wished for, by measure; else as `usualWindow` has it. */
	readonly starts: ReadonlyMap<string, StartWindow>;
	/** Factor on a measure's amounts; else 1. */
	readonly scale: Readonly<Record<string, Decimal>>;
};
