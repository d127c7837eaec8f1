import type { Decimal } from '../../decimal.ts';
import type { Text } from '../../errors.ts';
import type { Call } from '../../plan/call.ts';
import type { FundingRule } from '../../plan/funding-rules.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Claim } from '../stacking/claims.ts';
import { ruleRef, type RuleRef } from '../stacking/room.ts';

export type Outcome = 'passed' | 'failed' | 'unknown';

/** What one rule says of one source for one cost item, with the value seen and the value needed. */
export type Finding = {
	readonly rule: RuleRef;
	/** What the rule is about: a kind of rule. */
	readonly about: string;
	readonly outcome: Outcome;
	readonly seen: Text | null;
	readonly needed: Text;
	/** Facts that nobody has stated and that would settle it. */
	readonly missing: readonly string[];
	/** Failing it rests on a stated fact, not on a judgement: money that is not decided counts nothing then. */
	readonly isBarring: boolean;
};

/** What a rule is judged on besides the claim itself. What is not known is null. */
export type Circumstances = {
	readonly plan: Plan;
	/** The day that the reader looks at, 2026-11-26. */
	readonly today: string | null;
	/** Day of the decision, known or expected. */
	readonly decisionDay: string | null;
	/** Present value of the measure's net cost before grants, kr. */
	readonly netCost: Decimal | null;
	/** Investments of the portfolio, all payers; kr. */
	readonly portfolioCapex: Decimal | null;
	/** Least headroom of a year in the operating budget, kr. */
	readonly headroom: Decimal | null;
	/** The call that is applied to, where one is looked at. */
	readonly call: Call | null;
	/** Money of the call, and what the plan asks of it; kr. */
	readonly envelope: Decimal | null;
	readonly askedOfCall: Decimal | null;
};

export const NO_CIRCUMSTANCES: Omit<Circumstances, 'plan'> = {
	today: null,
	decisionDay: null,
	netCost: null,
	portfolioCapex: null,
	headroom: null,
	call: null,
	envelope: null,
	askedOfCall: null
};

/** Judges one kind of rule; null where the rule says nothing of the claim. */
export type Judge<Rule extends FundingRule> = (
	rule: Rule,
	claim: Claim,
	circumstances: Circumstances
) => Verdict | null;

export type Verdict = {
	readonly outcome: Outcome;
	readonly seen: Text | null;
	readonly needed: Text;
	readonly missing?: readonly string[];
	readonly isBarring?: boolean;
	readonly pattern?: string;
};

export function findingOf(rule: FundingRule, verdict: Verdict): Finding {
	const { missing = [], isBarring = false, pattern, ...rest } = verdict;
	return { rule: ruleRef(rule, pattern), about: rule.kind, ...rest, missing, isBarring };
}

export function outcomeOf(isTrue: boolean | null): Outcome {
	return isTrue === null ? 'unknown' : isTrue ? 'passed' : 'failed';
}
