/**
 * What a funding programme asks and pays, as dated rules with their sources. Amounts are decimal text in the currency named,
 * shares fractions. Each kind of rule answers one of the patterns R01 to R24 (`RULE_PATTERNS`).
 */

export const unitKinds = ['charging-point', 'vehicle', 'kwh-biogas'] as const;
export type UnitKind = (typeof unitKinds)[number];

export const applicantKinds = [
	'municipality',
	'municipal-company',
	'municipal-federation',
	'region',
	'state-agency',
	'company',
	'nonprofit',
	'housing-coop',
	'university',
	'research-institute',
	'public-transport-authority',
	'landowner',
	'farmer',
	'credit-institution'
] as const;
export type ApplicantKind = (typeof applicantKinds)[number];

/** What a share is of. Of the last ones the plan knows no amount: their ceiling stays unknown. */
export const costBases = [
	'eligible-cost',
	'incremental-cost',
	'relevant-cost-gap',
	'output',
	'fixed-sum',
	'in-kind',
	'loan',
	'equity',
	'savings',
	'lease',
	'vat'
] as const;
export type CostBase = (typeof costBases)[number];

/** What programmes are about. */
export const programmeThemes = [
	'transport',
	'energy',
	'buildings',
	'construction-civil',
	'renovation',
	'circularity',
	'consumption',
	'agriculture',
	'waste',
	'water',
	'industry',
	'adaptation',
	'governance-innovation'
] as const;

/** Kinds of cost that programmes tell apart. */
export const programmeCosts = ['capex', 'opex', 'personnel', 'studies'] as const;
export type ProgrammeCost = (typeof programmeCosts)[number];

export const currencies = ['SEK', 'EUR'] as const;
export type Currency = (typeof currencies)[number];

export const evidences = ['verified-from-source', 'from-knowledge'] as const;

/** Where a rule was read, when, and how sure it is; the days between which applications fall under it (both included). */
export type Evidence = {
	readonly source: string;
	/** Age of the newest evidence: 2026, 2026-11 or 2026-11-23. */
	readonly asOf: string;
	readonly confidence: (typeof evidences)[number];
	readonly validFrom?: string | undefined;
	readonly validTo?: string | undefined;
	/** The day that chooses the terms, where it is the day of the decision in place of that of the application. */
	readonly datedBy?: 'decision' | undefined;
};

/** A share holds where every fact named has the value named; a fact that is unknown leaves it open. */
export type When = Readonly<Record<string, boolean | string>>;

export type ShareRule = {
	readonly kind: 'share';
	readonly share: number;
	readonly of: CostBase;
	/**
	 * `ceiling`: one of the alternatives on its base; `add-on`: added to the ceiling; `outer`: holds beside it, also on
	 * another base, whatever is added.
	 */
	readonly role: 'ceiling' | 'add-on' | 'outer';
	readonly when?: When | undefined;
	readonly note?: string | undefined;
};

export type RuleContent =
	| ShareRule
	| {
			readonly kind: 'unit-cap';
			readonly amount: string;
			readonly currency: Currency;
			readonly per: UnitKind;
	  }
	| {
			readonly kind: 'amount-range';
			readonly min: string | null;
			readonly max: string | null;
			readonly currency: Currency;
			readonly of: 'grant' | 'project';
	  }
	/** All public money together, as a share of the cost item or of the whole measure. */
	| { readonly kind: 'public-ceiling'; readonly share: number; readonly scope: 'item' | 'measure' }
	| { readonly kind: 'own-share'; readonly share: number }
	/** Not together with these programmes on one cost item; null: with no other public money. */
	| {
			readonly kind: 'exclusive';
			readonly group: string | null;
			readonly others: readonly string[] | null;
	  }
	/** Investment grants to the same measure are taken off the amount. */
	| { readonly kind: 'deduction' }
	/** The rest of the cost may not come from the EU budget. */
	| { readonly kind: 'co-financing' }
	| { readonly kind: 'applicant'; readonly kinds: readonly ApplicantKind[]; readonly note: string }
	| { readonly kind: 'geography'; readonly counties: readonly string[] }
	| { readonly kind: 'theme'; readonly themes: readonly string[] }
	| { readonly kind: 'cost-kind'; readonly costs: readonly ProgrammeCost[] }
	| { readonly kind: 'start'; readonly after: 'application' | 'decision' }
	| { readonly kind: 'legal-duty' }
	| { readonly kind: 'profitability' }
	/** Something that the applicant must do in return. */
	| { readonly kind: 'counter-performance'; readonly fact: string }
	/** A fact of the measure or the municipality that must be true. */
	| { readonly kind: 'prerequisite'; readonly fact: string }
	| { readonly kind: 'population'; readonly min: number }
	/** The portfolio's investments must reach an amount. */
	| { readonly kind: 'leverage'; readonly min: string; readonly currency: Currency }
	| { readonly kind: 'window'; readonly mode: CallMode; readonly months: readonly number[] }
	| { readonly kind: 'scarcity'; readonly ranking: string }
	| {
			readonly kind: 'payment';
			readonly timing: PaymentTiming;
			readonly maxAdvanceShare: number | null;
			readonly note: string;
	  }
	| { readonly kind: 'repaid' }
	/** Income that follows from a formula and belongs to no measure. */
	| { readonly kind: 'formula-income' }
	/** State-aid articles that the programme may use when the recipient is an undertaking. */
	| { readonly kind: 'state-aid'; readonly articles: readonly string[] }
	| {
			readonly kind: 'duration';
			readonly minMonths: number | null;
			readonly maxMonths: number | null;
	  };

export const callModes = [
	'continuous',
	'windows',
	'invited',
	'formula',
	'ended',
	'unknown'
] as const;
export type CallMode = (typeof callModes)[number];
export const paymentTimings = ['advance', 'arrears', 'mixed', 'over-time'] as const;
export type PaymentTiming = (typeof paymentTimings)[number];

export type FundingRule = RuleContent & Evidence;
export type RuleKind = FundingRule['kind'];
export type RuleOf<Kind extends RuleKind> = Extract<FundingRule, { readonly kind: Kind }>;

/** The pattern that a kind of rule answers; R02, R03, R22 and R23 are how shares, accounts and days are used. */
export const RULE_PATTERNS: Readonly<Record<RuleKind, string>> = {
	share: 'R01',
	'unit-cap': 'R04',
	'amount-range': 'R05',
	'state-aid': 'R06',
	'public-ceiling': 'R07',
	exclusive: 'R08',
	deduction: 'R09',
	'co-financing': 'R10',
	'own-share': 'R10',
	start: 'R11',
	'legal-duty': 'R12',
	profitability: 'R13',
	'counter-performance': 'R14',
	prerequisite: 'R15',
	population: 'R15',
	scarcity: 'R16',
	window: 'R17',
	payment: 'R18',
	repaid: 'R19',
	'cost-kind': 'R20',
	leverage: 'R21',
	'formula-income': 'R24',
	applicant: 'applicant',
	geography: 'geography',
	theme: 'theme',
	duration: 'duration'
};

/** The days of an application, as far as they are known. */
export type ApplicationDays = { readonly applied: string | null; readonly decided: string | null };

/** The day that chooses the terms of a rule; where it is unknown the application's other day stands in for it. */
function termsDay({ datedBy }: FundingRule, { applied, decided }: ApplicationDays): string | null {
	return datedBy === 'decision' ? (decided ?? applied) : (applied ?? decided);
}

/** Whether a rule had ended on the day that chooses its terms. */
export function hasEnded(rule: FundingRule, days: ApplicationDays): boolean {
	const day = termsDay(rule, days);
	return day !== null && rule.validTo !== undefined && rule.validTo < day;
}

/**
 * The rules that an application falls under (R23). Without a day they are the last of each rule: one that has ended counts
 * only where the same rule does not go on with other terms.
 */
export function rulesOn(
	rules: readonly FundingRule[],
	days: ApplicationDays
): readonly FundingRule[] {
	if (days.applied === null && days.decided === null) return lastRules(rules);
	return rules.filter((rule) => {
		const day = termsDay(rule, days) ?? '';
		return !hasEnded(rule, days) && (rule.validFrom === undefined || rule.validFrom <= day);
	});
}

const known = new WeakMap<readonly FundingRule[], readonly FundingRule[]>();

function lastRules(rules: readonly FundingRule[]): readonly FundingRule[] {
	const found = known.get(rules);
	if (found) return found;
	const lastDay = ({ validTo }: FundingRule) => validTo ?? '9999';
	const last = new Map<string, string>();
	for (const rule of rules)
		if (lastDay(rule) > (last.get(sameRule(rule)) ?? '')) last.set(sameRule(rule), lastDay(rule));
	const lasting = rules.filter((rule) => lastDay(rule) === last.get(sameRule(rule)));
	known.set(rules, lasting);
	return lasting;
}

/** What makes two rules the same with other terms: all but the amounts and what bears witness of them. */
function sameRule(rule: FundingRule): string {
	const { kind } = rule;
	switch (kind) {
		case 'share':
			return JSON.stringify([kind, rule.of, rule.role, rule.when ?? null]);
		case 'unit-cap':
			return JSON.stringify([kind, rule.per]);
		case 'amount-range':
			return JSON.stringify([kind, rule.of]);
		case 'public-ceiling':
			return JSON.stringify([kind, rule.scope]);
		case 'exclusive':
			return JSON.stringify([kind, rule.group]);
		case 'prerequisite':
		case 'counter-performance':
			return JSON.stringify([kind, rule.fact]);
		default:
			return kind;
	}
}

/** A state-aid article with the shares of the eligible cost that it allows; dated, since the block exemption runs out. */
export type AidRule = {
	readonly id: string;
	readonly title: string;
	readonly of: 'eligible-cost' | 'incremental-cost' | 'funding-gap' | 'amount' | 'none';
	readonly intensities: readonly AidIntensity[];
	/** Ceiling per undertaking over three years, EUR: de minimis. */
	readonly accountEur?: string | undefined;
	readonly validTo: string | null;
	readonly note: string;
} & Pick<Evidence, 'source' | 'asOf' | 'confidence'>;

export type AidIntensity = {
	readonly id: string;
	readonly name: string;
	readonly share: number;
	readonly role: 'case' | 'add-on';
	readonly when?: When | undefined;
};
