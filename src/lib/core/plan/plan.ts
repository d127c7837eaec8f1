import type { Decimal } from '../decimal.ts';
import type { Application, FundingLine } from './funding-line.ts';
import type { Text } from '../errors.ts';
import type { Facts } from './facts.ts';
import type { AidRule, Currency, UnitKind } from './funding-rules.ts';
import type { MethodSettings } from './method-settings.ts';
import type {
	EmissionFactor,
	Gas,
	InventoryRow,
	ReferencePath,
	Sourced,
	StatedShare,
	Target
} from './emission-facts.ts';
import type { Programme } from './programme.ts';
import type { Followed, SharedRange, Uncertainty } from './ranges.ts';
import type { InvestmentRoom } from './room.ts';

export * from './emission-facts.ts';
export * from './funding-line.ts';
export * from './ranges.ts';

/**
 * The plan as the method sees it: one document with everything that the figures stand on.
 * Money is in kronor of the plan's one money basis, emissions in tonnes, energy in MWh, rates and shares as fractions.
 * `null` means unknown, never zero.
 */
export type Plan = {
	readonly illustrative: boolean;
	readonly schemaNotes: readonly string[];
	readonly disclaimer: Text | null;
	readonly municipality: Municipality;
	readonly settings: PlanSettings;
	readonly tax: TaxBase | null;
	readonly inventory: readonly InventoryRow[];
	readonly statedShares: readonly StatedShare[];
	readonly reference: readonly ReferencePath[];
	readonly targets: readonly Target[];
	readonly emissionFactors: readonly EmissionFactor[];
	/** How far what all measures share may lie from what is stated: each is one uncertainty of the whole plan. */
	readonly sharedRanges: readonly SharedRange[];
	readonly budget: readonly BudgetYear[];
	readonly pools: readonly Pool[];
	readonly programmes: readonly Programme[];
	/** Articles on state aid; absent: none known. */
	readonly aidRules?: readonly AidRule[] | undefined;
	readonly measures: readonly Measure[];
	readonly applications: readonly Application[];
	readonly funding: readonly FundingLine[];
	readonly portfolios: readonly Portfolio[];
};

export type Municipality = {
	readonly code: string;
	readonly name: string;
	readonly county: string;
	readonly population: readonly ({ readonly year: number; readonly persons: number } & Sourced)[];
	/** What funding rules ask of the municipality. */
	readonly facts?: Facts | undefined;
	/** De minimis aid that the municipality and its companies have received, outside the plan. */
	readonly deMinimis?: readonly ReceivedAid[] | undefined;
};

export type ReceivedAid = {
	readonly recipient: string;
	readonly year: number;
	readonly amount: Decimal;
	readonly currency: Currency;
} & Sourced;

export type MoneyBasis = {
	readonly currency: 'SEK';
	readonly priceYear: number;
	readonly vat: 'excluded' | 'included';
};

export type PlanSettings = {
	readonly name: string;
	readonly basis: MoneyBasis;
	readonly firstYear: number;
	readonly lastYear: number;
	/** Real, a year. */
	readonly discountRate: Decimal;
	/** Internränta: a nominal policy rate, a year. */
	readonly internalRate: Decimal;
	readonly carbonValue: CarbonValue;
	/** SEK per EUR. */
	readonly euroRate: Decimal | null;
	readonly euroRateSource: string;
	readonly method: MethodSettings;
	readonly rateSources: { readonly discountRate: Sourced; readonly internalRate: Sourced };
};

/**
 * What a tonne is worth, kr. Without points: perTonne in the plan's first year, growing by `growth` a year. With points
 * (years ascending): linear between them, the first before them, and growing by `growth` from the last one on.
 */
export type CarbonValue = {
	readonly perTonne: Decimal;
	readonly currency: 'SEK';
	readonly growth: Decimal;
	readonly points?: readonly CarbonValuePoint[] | undefined;
} & Sourced;
export type CarbonValuePoint = {
	readonly year: number;
	readonly perTonne: Decimal;
	readonly source: string;
};

export type TaxBase = {
	/** Per cent of taxable income, as the rate is decided: 21.42. */
	readonly municipalRate: Decimal;
	readonly rateSource: string;
	readonly rateConfidence: string;
	readonly taxBasePerInhabitant: Decimal | null;
	/** Yearly yield of one percentage point (one krona per hundred). */
	readonly oneKronaYields: Decimal | null;
	readonly note: string;
} & Sourced;

export type BudgetYear = {
	readonly year: number;
	readonly ownInvestmentCapacity: Decimal | null;
	readonly operatingFrame: Decimal | null;
	/** What the investment capacity is made of, where it has been worked out. */
	readonly room?: InvestmentRoom | undefined;
} & Sourced;

/** An inventory cell that measures take tonnes from. */
export type Pool = {
	readonly id: string;
	readonly sector: string | null;
	readonly gas: Gas;
	readonly tonnes: Decimal | null;
	readonly baseYear: number;
	readonly source: string;
};

export const payers = [
	'municipality',
	'municipal-company',
	'fee-collective',
	'business',
	'households',
	'region',
	'state'
] as const;
export type Payer = (typeof payers)[number];

export const costKinds = ['equipment', 'construction', 'personnel', 'study', 'land'] as const;
export type CostKind = (typeof costKinds)[number];

export type Measure = {
	readonly id: string;
	readonly name: Text;
	readonly description: string;
	readonly sector: string | null;
	readonly theme: string;
	readonly owner: string;
	readonly status: 'idea' | 'planned' | 'approved' | 'ongoing' | 'done' | 'cancelled';
	readonly startYear: number;
	/** The first and the last year in which it could start; absent: not said. */
	readonly earliestStart?: number | undefined;
	readonly latestStart?: number | undefined;
	readonly lifetimeYears: number | null;
	readonly costs: readonly CostItem[];
	/** null: the effect is unknown; an empty list: known to be none. */
	readonly effects: readonly Effect[] | null;
	readonly uncertainty: Uncertainty | null;
	readonly excludes: readonly string[];
	readonly requires: readonly string[];
	readonly jointWith: readonly { readonly municipality: string; readonly share: Decimal }[];
	readonly commitments: readonly string[];
	readonly sdg: readonly string[];
	readonly coBenefits: readonly string[];
	/** What funding rules ask of the measure. */
	readonly facts?: Facts | undefined;
	/** May be secret by law: left out of what the public sees. Absent: no. */
	readonly possiblySecret?: boolean | undefined;
	readonly sources: readonly {
		readonly text: string;
		readonly url: string | null;
		readonly confidence: string;
	}[];
};

type CostItemBase = {
	readonly id: string;
	readonly costKind: CostKind | null;
	readonly payer: Payer;
	readonly depreciationYears: number | null;
	/** The shared price that the amount rises and falls with; absent: construction for construction costs, else none. */
	readonly follows?: Followed | undefined;
	/** Cost of what would be done instead: the base of programmes that pay for the extra cost alone. */
	readonly referenceCost?: Decimal | undefined;
	/** How many of what programmes with a sum per unit count. */
	readonly units?: { readonly count: number; readonly of: UnitKind } | undefined;
	/** May be secret by law: to the public its amount is unknown. Absent: no. */
	readonly possiblySecret?: boolean | undefined;
	readonly basis: string;
} & Sourced;

export type OneOffCost = CostItemBase & {
	readonly timing: 'one-off';
	readonly kind: 'capex' | 'opex' | 'saving' | 'revenue';
	readonly amount: Decimal | null;
	readonly years: readonly YearAmount[];
};

export type YearlyCost = CostItemBase & {
	readonly timing: 'yearly';
	readonly kind: 'opex' | 'saving' | 'revenue';
	readonly amountPerYear: Decimal | null;
	readonly from: number;
	readonly to: number;
	readonly growth: Decimal;
};

export type CostItem = OneOffCost | YearlyCost;
export type YearAmount = { readonly year: number; readonly amount: Decimal };

type EffectBase = {
	readonly pool: string;
	readonly from: number;
	readonly to: number;
	readonly rampYears: number;
	readonly basis: string;
} & Sourced;

export type DirectEffect = EffectBase & {
	readonly kind: 'direct';
	readonly tonnesPerYear: Decimal | null;
};
export type EnergyEffect = EffectBase & {
	readonly kind: 'energy';
	readonly carrier: string;
	/** Positive: use avoided. Negative: use added. */
	readonly mwhPerYear: Decimal | null;
};
export type Effect = DirectEffect | EnergyEffect;

export type Portfolio = {
	readonly id: string;
	readonly name: string;
	readonly measures: readonly string[];
	/** Whole years to move a measure; absent means 0. */
	readonly shift: Readonly<Record<string, number>>;
	/** Factor on amounts, effects and funding of a measure; absent means 1. */
	readonly scale: Readonly<Record<string, Decimal>>;
};
