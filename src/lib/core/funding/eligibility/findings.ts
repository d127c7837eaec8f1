import type { Stacking } from '../stacking/stacking.ts';
import { amountFindings } from './amounts.ts';
import type { Circumstances, Finding } from './finding.ts';
import { eligibilityFindings } from './judge.ts';

/**
 * Everything that the rules say of one claim: of the applicant, the measure and its days, and of the amounts beside the other
 * claims. Each with the value seen, the value needed, and the source of the rule.
 */
export function findingsOf(
	stacking: Stacking,
	place: number,
	circumstances: Circumstances
): Finding[] {
	const claim = stacking.claims[place];
	if (!claim) return [];
	return [
		...eligibilityFindings(claim, circumstances),
		...amountFindings(circumstances.plan, stacking, place)
	];
}
