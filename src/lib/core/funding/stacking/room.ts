import type { Decimal } from '../../decimal.ts';
import type { Text } from '../../errors.ts';
import {
	RULE_PATTERNS,
	type AidRule,
	type Evidence,
	type FundingRule
} from '../../plan/funding-rules.ts';

/** Which pattern a ceiling answers, and where it was read; null: it follows from arithmetic alone. */
export type RuleRef = { readonly pattern: string; readonly evidence: Evidence | null };

/** A part that a capacity is made of, for the explanation of it. */
export type Part = {
	readonly label: Text;
	readonly unit: 'kr' | 'share' | 'count' | 'EUR' | 'kr/EUR';
	readonly value: Decimal;
	/** The cost that the value is, of the claim named. */
	readonly of?: CostOf;
};

/** A cost item, what a programme counts of it, that above what would be done instead, or all costs of the measure. */
export type CostOf = {
	readonly claim: string;
	readonly is: 'cost' | 'eligible' | 'extra' | 'measure';
};

/**
 * An amount that some claims share: together they get no more than `capacity`, kr. With an owner it binds the owner's own
 * claims, and others only where the owner has got something.
 */
export type Room = {
	readonly rule: RuleRef;
	readonly label: Text;
	readonly capacity: Decimal;
	/** Its parts, to be multiplied, or the first less the others. */
	readonly parts: readonly Part[];
	readonly made: 'product' | 'difference';
	/** Facts that nobody has stated: until then it is the highest that may hold. Null when all of it is known. */
	readonly open: readonly string[] | null;
	/** Places in the list of claims. */
	readonly claims: readonly number[];
	readonly owner: string | null;
};

export function ruleRef(rule: FundingRule, pattern = RULE_PATTERNS[rule.kind]): RuleRef {
	return { pattern, evidence: rule };
}

export function evidenceOf({ source, asOf, confidence }: AidRule): Evidence {
	return { source, asOf, confidence };
}
