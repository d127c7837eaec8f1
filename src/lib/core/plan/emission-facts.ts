import type { Decimal } from '../decimal.ts';

/** Where a figure comes from and how sure it is. */
export type Sourced = { readonly source: string; readonly confidence: string };

export type Gas = 'CO2' | 'CO2e';

export type InventoryRow = {
	readonly gas: Gas;
	readonly year: number;
	readonly sector: string;
	readonly tonnes: Decimal;
	readonly vintage: string;
	readonly pinned?: boolean | undefined;
} & Sourced;

/** A share printed in a source document; kept to be checked, never used in a computation. */
export type StatedShare = {
	readonly sector: string;
	readonly gas: Gas;
	readonly year: number | null;
	readonly sharePct: Decimal;
} & Sourced;

export type ReferencePath = {
	readonly sector: string;
	readonly baseYear: number;
	readonly vintage: string;
	readonly yearlyChange: Decimal;
	readonly co2Share: Decimal;
	readonly note: string;
} & Sourced;

export type Target = {
	readonly id: string;
	readonly name: string;
	readonly scope: 'territorial' | 'consumption';
	readonly gas: Gas;
	readonly type:
		'relative-reduction' | 'absolute-ceiling' | 'absolute-ceiling-per-person' | 'vision';
	readonly value: Decimal | null;
	readonly baseYear: number | null;
	readonly baseTonnes: Decimal | null;
	readonly baseValue?: Decimal | undefined;
	readonly targetYear: number;
	readonly targetTonnes: Decimal | null;
	readonly note?: string | undefined;
} & Sourced;

export const factorKinds = ['average', 'marginal'] as const;
export type FactorKind = (typeof factorKinds)[number];

export type EmissionFactor = {
	readonly carrier: string;
	readonly unit: string;
	/** Average: as inventories count. Marginal: what a change in use causes. The two are never mixed in a pool (METHODS §3.2). */
	readonly kind?: FactorKind | undefined;
	readonly vintage?: string | undefined;
	readonly points: readonly {
		readonly year: number;
		readonly value: Decimal;
		/** Where this point comes from, if not from the source of the whole series. */
		readonly source?: string | undefined;
	}[];
	readonly note: string;
} & Sourced;
