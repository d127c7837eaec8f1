import type {
	Evidence,
	FundingRule,
	RuleContent,
	RuleKind
} from '../../core/plan/funding-rules.ts';

/** Kinds of rule that the programme's form edits, where a programme has one such rule at most; all other rules it keeps. */
const editedKinds = [
	'share',
	'applicant',
	'theme',
	'cost-kind',
	'amount-range',
	'own-share',
	'start',
	'legal-duty',
	'profitability',
	'window',
	'payment',
	'geography',
	'population',
	'public-ceiling',
	'exclusive',
	'deduction',
	'unit-cap'
] as const satisfies readonly RuleKind[];
type EditedKind = (typeof editedKinds)[number];

/** What a form wants of each kind; null: no such rule. A kind that is absent stays as it is. */
export type WantedRules = Partial<Record<EditedKind, RuleContent | null>>;

/**
 * The rules with what is wanted. From a day on: the terms of before hold until the day before it, for the applications made
 * then (R23). Without a day what stood there was wrong and is put right, for the days that it holds. `earliest`: the last day
 * on which terms that are changed here begin; new ones must begin after it.
 */
export function withWanted(
	rules: readonly FundingRule[],
	wanted: WantedRules,
	evidence: Evidence,
	from: string | null
): { readonly rules: FundingRule[]; readonly earliest: string | null } {
	let edited = [...rules];
	let earliest: string | null = null;
	for (const kind of editedKinds) {
		const content = wanted[kind];
		if (content === undefined) continue;
		const now = currentRule(rules, kind);
		if (now === null) continue;
		if (now ? content && isSame(contentOf(now), content) : content === null) continue;
		if (now?.validFrom !== undefined && now.validFrom > (earliest ?? '')) earliest = now.validFrom;
		const place = now ? edited.indexOf(now) : edited.length;
		const ended = now && from !== null ? [{ ...now, validTo: dayBefore(from) }] : [];
		const validFrom = from ?? now?.validFrom;
		const terms = {
			...(validFrom !== undefined && { validFrom }),
			...(now?.datedBy && { datedBy: now.datedBy })
		};
		const added = content ? [{ ...content, ...evidence, ...terms }] : [];
		edited = [...edited.slice(0, place), ...ended, ...added, ...edited.slice(place + 1)];
	}
	return { rules: edited, earliest };
}

/** The one rule of a kind that has not ended; undefined where there is none, null where there are several. */
export function currentRule<Kind extends RuleKind>(
	rules: readonly FundingRule[],
	kind: Kind
): Extract<FundingRule, { readonly kind: Kind }> | undefined | null {
	const current = rules.filter(
		(rule): rule is Extract<FundingRule, { readonly kind: Kind }> =>
			rule.kind === kind && rule.validTo === undefined
	);
	return current.length > 1 ? null : current[0];
}

function contentOf(rule: FundingRule): RuleContent {
	const { source: _, asOf: __, confidence: ___, validFrom, validTo, datedBy, ...content } = rule;
	void [validFrom, validTo, datedBy];
	return content;
}

function isSame(one: object, other: object): boolean {
	const sorted = (value: object) => JSON.stringify(Object.entries(value).sort());
	return sorted(one) === sorted(other);
}

function dayBefore(day: string): string {
	return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
