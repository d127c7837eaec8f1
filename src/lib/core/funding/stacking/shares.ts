import { Decimal } from '../../decimal.ts';
import type { CostBase, FundingRule, RuleOf, ShareRule } from '../../plan/funding-rules.ts';
import { highestShare } from './alternatives.ts';
import { extraCost, holds, type Claim, type KnownFacts } from './claims.ts';

/** A share of a base that a programme pays at most. */
export type ShareCeiling = {
	readonly rule: RuleOf<'share'>;
	readonly share: Decimal;
	readonly of: CostBase;
	/** Facts that would settle which share holds; until then the highest that may hold is used. */
	readonly missing: readonly string[];
};

/**
 * The shares that a programme pays at most in these circumstances (R01 to R03): on each base the ceiling whose facts hold,
 * with the add-ons that hold, and beside it each outer ceiling.
 */
export function shareCeilings(
	rules: readonly FundingRule[],
	facts: KnownFacts
): readonly ShareCeiling[] {
	const shares = rules.filter((rule): rule is RuleOf<'share'> => rule.kind === 'share');
	const of = (role: ShareRule['role']) => shares.filter((rule) => rule.role === role);
	const bases = [...new Set(of('ceiling').map((rule) => rule.of))];
	return [
		...bases.flatMap((base): ShareCeiling[] => {
			const on = (rule: ShareRule) => rule.of === base;
			const found = highestShare(of('ceiling').filter(on), of('add-on').filter(on), facts);
			return found ? [{ rule: found.ceiling, of: base, ...found }] : [];
		}),
		...of('outer').flatMap((rule): ShareCeiling[] => {
			const { isTrue, missing } = holds(rule.when, facts);
			return isTrue === false
				? []
				: [{ rule, share: new Decimal(rule.share), of: rule.of, missing }];
		})
	];
}

/** Kronor that a share is of, for one claim; null where the plan knows no such amount. `isKnown` false: at most so much. */
export function baseAmount(
	claim: Claim,
	base: CostBase
): { readonly amount: Decimal; readonly isKnown: boolean } | null {
	if (base === 'eligible-cost') return { amount: claim.eligible, isKnown: true };
	if (base === 'incremental-cost') return extraCost(claim);
	return null;
}
