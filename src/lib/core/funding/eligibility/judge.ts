import type { FundingRule } from '../../plan/funding-rules.ts';
import { bilingual } from '../../words.ts';
import type { Claim } from '../stacking/claims.ts';
import { applicant, geography, population, stateAid, termsOn, theme } from './applicant.ts';
import {
	costKind,
	formulaIncome,
	fulfilled,
	legalDuty,
	leverage,
	payment,
	profitability,
	repaid,
	scarcity,
	start,
	window
} from './conditions.ts';
import { duration, projectSize } from './project.ts';
import { findingOf, outcomeOf, type Circumstances, type Finding, type Verdict } from './finding.ts';

/** What every rule of a claim's programme says of it, apart from the amounts, which hang together with other claims. */
export function eligibilityFindings(claim: Claim, circumstances: Circumstances): Finding[] {
	return [
		...terms(claim),
		...claim.rules.flatMap((rule) => {
			const verdict = judged(rule, claim, circumstances);
			return verdict ? [findingOf(rule, verdict)] : [];
		})
	];
}

function judged(rule: FundingRule, claim: Claim, circumstances: Circumstances): Verdict | null {
	switch (rule.kind) {
		case 'applicant':
			return applicant(rule, claim, circumstances);
		case 'geography':
			return geography(rule, claim, circumstances);
		case 'theme':
			return theme(rule, claim, circumstances);
		case 'population':
			return population(rule, claim, circumstances);
		case 'state-aid':
			return stateAid(rule, claim, circumstances);
		case 'cost-kind':
			return costKind(rule, claim, circumstances);
		case 'start':
			return start(rule, claim, circumstances);
		case 'legal-duty':
			return legalDuty(rule, claim, circumstances);
		case 'profitability':
			return profitability(rule, claim, circumstances);
		case 'prerequisite':
		case 'counter-performance':
			return fulfilled(rule, claim, circumstances);
		case 'leverage':
			return leverage(rule, claim, circumstances);
		case 'window':
			return window(rule, claim, circumstances);
		case 'scarcity':
			return scarcity(rule, claim, circumstances);
		case 'payment':
			return payment(rule, claim, circumstances);
		case 'repaid':
			return repaid(rule, claim, circumstances);
		case 'formula-income':
			return formulaIncome(rule, claim, circumstances);
		case 'duration':
			return duration(rule, claim, circumstances);
		case 'amount-range':
			return projectSize(rule, claim, circumstances);
		case 'share':
		case 'unit-cap':
		case 'public-ceiling':
		case 'own-share':
		case 'exclusive':
		case 'co-financing':
		case 'deduction':
			return null;
	}
}

/** R23: terms hold between days. */
function terms(claim: Claim): Finding[] {
	const { isInForce, until } = termsOn(claim);
	if (until === null) return [];
	return [
		{
			rule: { pattern: 'R23', evidence: null },
			about: 'validity',
			outcome: outcomeOf(isInForce),
			seen: claim.day === null ? null : bilingual(`sökt ${claim.day}`, `applied ${claim.day}`),
			needed:
				until === '9999'
					? bilingual('villkor som gäller den dagen', 'terms in force on that day')
					: bilingual(`villkoren gäller till ${until}`, `the terms hold until ${until}`),
			missing: [],
			isBarring: true
		}
	];
}

/**
 * The rule by which money that is not decided cannot come: one that fails on a stated fact. What is decided stays, whatever
 * the plan says: the funder has judged it.
 */
export function barOf({ isDecided }: Claim, findings: readonly Finding[]): Finding | null {
	if (isDecided) return null;
	return findings.find(({ outcome, isBarring }) => outcome === 'failed' && isBarring) ?? null;
}
