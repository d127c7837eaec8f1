import type { NoCostReason } from '../abatement/levelised-cost.ts';
import type { Decimal } from '../decimal.ts';
import type { TargetGap } from '../emissions/targets.ts';
import type { Text } from '../errors.ts';
import type { ByCertainty, Certainty } from '../funding/certainty.ts';
import type { NullableSeries } from '../funding/gap.ts';
import type { LoanCash } from '../funding/borrowing.ts';
import type { OperatingParts } from '../funding/operating-budget.ts';
import type { AwardMethod } from '../funding/sampled-awards.ts';
import type { RuleRef } from '../funding/stacking/room.ts';
import type { MethodSettings } from '../plan/method-settings.ts';
import type { FundingStatus, Gas, Payer } from '../plan/plan.ts';
import type { Series } from '../years.ts';

/** Kronor per year with their sum; null where something that is needed is unknown. */
export type Totalled = { readonly perYear: NullableSeries; readonly total: Decimal | null };
export type KnownTotalled = { readonly perYear: Series; readonly total: Decimal };

/**
 * Every figure of one portfolio, exact. Series run over `years`. Money in kronor of the plan's basis, emissions in
 * tonnes. Measures come in the order in which they are credited; their money and tonnes are of the whole project,
 * their yearly tonnes of the own share; every portfolio figure is of the own share.
 */
export type Evaluation = {
	readonly plan: string;
	readonly portfolio: string;
	/** The settings that the figures were made with. */
	readonly method: MethodSettings;
	readonly years: readonly number[];
	/** Own share, all payers. */
	readonly capex: KnownTotalled;
	/** Capex that the municipality pays. */
	readonly need: KnownTotalled;
	readonly ownCapacity: Totalled;
	/** Funding of the need that closes the gap. */
	readonly funding: ByCertainty<KnownTotalled>;
	/** The same as it was listed, before the rules of the programmes. */
	readonly fundingListed: ByCertainty<KnownTotalled>;
	/** The lines behind `funding`, each with all that keeps the rules. */
	readonly fundingLines: readonly FundingLineFigures[];
	/** What every line lists and what counts of it, whole project, and the rule that cut it. */
	readonly fundingRules: readonly LineRule[];
	readonly fundingAllPayers: ByCertainty<Decimal>;
	/** Every payer that invests, in the order of `payers`. */
	readonly payers: readonly PayerFigures[];
	/** The need by sector of the measure, in crediting order. */
	readonly sectors: readonly SectorFigures[];
	/** Every payer with a known cost, saving or revenue, in the order of `payers`. */
	readonly whoPays: readonly PayerBalance[];
	readonly gap: Readonly<Record<Exclude<GapVariant, 'expected'>, Totalled>> & {
		readonly expected: Totalled & { readonly method: AwardMethod };
	};
	readonly allFunded: {
		readonly probability: Decimal | null;
		readonly worstGap: Decimal | null;
		readonly method: AwardMethod;
	};
	readonly operating: ByCertainty<OperatingFigures>;
	/** Effect above the operating frame, at secured funding. */
	readonly driftgap: Totalled;
	readonly liquidity: LiquidityFigures;
	readonly emissions: Readonly<Record<Gas, EmissionFigures>>;
	readonly creditedAllPoolsPerYear: Series;
	readonly standAloneAllPoolsPerYear: Series;
	readonly targets: readonly TargetGap[];
	readonly measures: readonly MeasureFigures[];
	readonly macc: MaccFigures;
	/** What is left out of the totals because it is unknown: cost items, measures (effect) and funding lines, by id. */
	readonly unknown: {
		readonly costs: readonly string[];
		readonly effects: readonly string[];
		readonly funding: readonly string[];
	};
	readonly warnings: readonly Warning[];
};

/** What one payer invests, own share, the funding of it, and what is left to pay when only secured money counts. */
export type PayerFigures = {
	readonly payer: Payer;
	readonly capex: KnownTotalled;
	readonly funding: ByCertainty<KnownTotalled>;
	readonly left: Totalled;
};

/** The municipality's need in one sector (null: measures without one), the funding of it, and what secured money leaves. */
export type SectorFigures = {
	readonly sector: string | null;
	readonly need: KnownTotalled;
	readonly funding: ByCertainty<KnownTotalled>;
	readonly left: Totalled;
};

/** What one payer pays and gets over the plan's years, own share. Net = capex + opex − saving − revenue − grants. */
export type PayerBalance = {
	readonly payer: Payer;
	readonly capex: Decimal;
	readonly opex: Decimal;
	readonly saving: Decimal;
	readonly revenue: Decimal;
	/** Secured. */
	readonly grants: Decimal;
	readonly net: Decimal;
	readonly netPresent: Decimal;
};

export type FundingLineFigures = KnownTotalled & {
	readonly line: string;
	readonly measure: string;
	readonly programme: string;
	readonly status: FundingStatus;
	readonly probability: Decimal;
	/** The amount before the rules, own share, inside the plan's years. */
	readonly listed: Decimal;
};

/** What a line lists and what of it counts, whole project; and the rule that cut it. kr. */
export type LineRule = {
	readonly line: string;
	readonly measure: string;
	readonly costItem: string;
	readonly programme: string;
	readonly listed: Decimal;
	readonly counts: Decimal;
	readonly cut: { readonly rule: RuleRef; readonly amount: Decimal; readonly text: Text } | null;
};

export type GapVariant = Certainty | 'atExpectedFunding';

export type OperatingFigures = {
	readonly parts: OperatingParts;
	/** Positive: burden. */
	readonly effectPerYear: Series;
	readonly headroomPerYear: NullableSeries;
	/** The effect in öre per skattekrona (1 öre = 0.01 percentage points of tax). */
	readonly taxOrePerYear: NullableSeries;
};

/** The municipality's cash, kr per year, loans left out but where it says so (METHODS §14, rule 17). */
export type LiquidityFigures = {
	readonly perYear: NullableSeries;
	readonly peakBridging: Decimal | null;
	/** Secured funding in the years in which it is paid, together and by line; `amount` is all of it, paid in the plan's years or not. */
	readonly paidOut: Series;
	/** Running costs after savings and revenues. */
	readonly running: Series;
	readonly payments: readonly {
		readonly line: string;
		readonly amount: Decimal;
		readonly perYear: Series;
	}[];
	/** The years added up from the first; unknown from the first unknown year on. */
	readonly position: NullableSeries;
	/** What the position is below zero by. */
	readonly bridge: NullableSeries;
	/** A year's interest on the bridge, at the internal rate. */
	readonly bridgeInterest: Totalled;
	readonly loans: LoanCash;
	/** Loans and energy performance contracts that are listed; only the decided ones are in `loans`. */
	readonly loanLines: readonly {
		readonly line: string;
		readonly amount: Decimal;
		/** Repaid over so many years; null: not while the plan lasts. */
		readonly years: number | null;
		readonly rate: Decimal;
	}[];
	/** The same with the decided loans: what comes in, less what is repaid and its interest. */
	readonly afterLoans: {
		readonly perYear: NullableSeries;
		readonly position: NullableSeries;
		readonly peakBridging: Decimal | null;
	};
};

export type EmissionFigures = {
	readonly reference: Series | null;
	readonly credited: Series;
	readonly residual: Series | null;
};

export type MeasureFigures = {
	readonly id: string;
	readonly ownShare: Decimal;
	readonly capexTotal: Decimal | null;
	readonly netCost: Decimal | null;
	readonly residualValue: Decimal | null;
	readonly tonnes: Decimal | null;
	readonly tonnesDiscounted: Decimal | null;
	readonly costPerTonne: Decimal | null;
	readonly costPerTonneUndiscounted: Decimal | null;
	readonly netBenefit: Decimal | null;
	readonly reason: NoCostReason | null;
	readonly unknownCostItems: readonly string[];
	readonly standAlonePerYear: Series | null;
	readonly creditedPerYear: Series | null;
	/** The credited tonnes by the pool they are taken from. */
	readonly creditedByPool: ReadonlyMap<string, Series>;
};

export type MaccFigures = {
	readonly basis: string;
	readonly steps: readonly {
		readonly measure: string;
		/** Undiscounted credited tonnes of the plan's years, own share: the width. */
		readonly tonnes: Decimal;
		/** Present net cost over discounted credited tonnes, kr/t: the height. */
		readonly costPerTonne: Decimal;
		readonly layer: number | null;
		readonly order: number;
	}[];
	readonly unranked: readonly { readonly measure: string; readonly reason: NoCostReason }[];
};

/** Something a reader of the figures must know. `where` is an id in the plan, `value` what is, `limit` what was expected. */
export type Warning = {
	readonly code: string;
	readonly where: string;
	readonly value: string | null;
	readonly limit: string | null;
	readonly text: Text;
};
