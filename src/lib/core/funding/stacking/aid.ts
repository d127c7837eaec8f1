import type { Decimal } from '../../decimal.ts';
import { AID_ARTICLE, AID_CASE, UNDERTAKING } from '../../plan/facts.ts';
import type { AidRule } from '../../plan/funding-rules.ts';
import type { Plan } from '../../plan/plan.ts';
import { highestShare } from './alternatives.ts';
import type { Claim } from './claims.ts';
import { baseAmount } from './shares.ts';

/** How much state aid a cost item may carry (R06), and what is not known of it. */
export type AidCeiling = {
	readonly rule: AidRule;
	readonly share: Decimal;
	/** What the share is of; `isKnown` false: at most so much. */
	readonly base: { readonly amount: Decimal; readonly isKnown: boolean };
	readonly missing: readonly string[];
};

/** The article that a claim's support rests on; null where it is no aid, or nobody has said which. */
export function aidRuleOf(plan: Plan, { facts }: Claim): AidRule | null {
	if (facts(UNDERTAKING) !== true) return null;
	const article = facts(AID_ARTICLE);
	return plan.aidRules?.find(({ id }) => id === article) ?? null;
}

/** Aid intensity by an article: its case chosen, else the highest, with the add-ons; null where it has no share of a cost. */
export function aidCeiling(rule: AidRule, claim: Claim): AidCeiling | null {
	if (rule.of !== 'eligible-cost' && rule.of !== 'incremental-cost') return null;
	const base = baseAmount(claim, rule.of);
	const cases = rule.intensities.filter(({ role }) => role === 'case');
	const chosen = cases.find(({ id }) => id === claim.facts(AID_CASE));
	const addOns = rule.intensities.filter(({ role }) => role === 'add-on');
	const found = highestShare(chosen ? [chosen] : cases, addOns, claim.facts);
	if (!base || !found) return null;
	const isOpen = !chosen && cases.length > 1;
	const missing = isOpen ? [AID_CASE, ...found.missing] : found.missing;
	return { rule, share: found.share, base, missing };
}
