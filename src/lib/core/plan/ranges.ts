import type { Decimal } from '../decimal.ts';
import type { Sourced } from './emission-facts.ts';

/** How far what is stated may lie from what will be. */

/** Low, most likely and high as factors of the stated value: the least and the most there can be. */
export type Range = readonly [Decimal, Decimal, Decimal];
export type Uncertainty = {
	readonly capex?: Range | undefined;
	readonly opex?: Range | undefined;
	readonly effect?: Range | undefined;
};

/** Prices that amounts of a whole plan rise and fall with. */
export const sharedPrices = ['electricity', 'fuel', 'construction'] as const;
export type SharedPrice = (typeof sharedPrices)[number];

/** What a cost item may say that it follows. */
export const followed = [...sharedPrices, 'none'] as const;
export type Followed = (typeof followed)[number];

/** The range of a shared price, or of the emission factor of a carrier: one uncertainty for all measures together. */
export type SharedRange = (
	| { readonly of: 'price'; readonly name: SharedPrice }
	| { readonly of: 'factor'; readonly name: string }
) & { readonly range: Range } & Sourced;

/** The shared price that a cost item follows: the one it states, else construction for construction costs. */
export function priceOf(item: {
	readonly costKind: string | null;
	readonly follows?: Followed | undefined;
}): SharedPrice | null {
	if (item.follows === 'none') return null;
	return item.follows ?? (item.costKind === 'construction' ? 'construction' : null);
}
