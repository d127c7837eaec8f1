import { ZERO, type Decimal } from '../decimal.ts';
import { itemCost } from './stacking/claims.ts';
import { isUnknown, type PlacedMeasure } from '../plan/placement.ts';
import type { Plan } from '../plan/plan.ts';
import { NO_CIRCUMSTANCES, type Finding } from './eligibility/finding.ts';
import { barOf, eligibilityFindings } from './eligibility/judge.ts';
import { stackingOf, type Stacking } from './stacking/stacking.ts';
import { waterfall, type Award } from './stacking/waterfall.ts';

/** What the funding lines of placed measures ask, the rules between them, and what counts of each. */
export type CountedFunding = Stacking & {
	/** What the rules of eligibility say of each claim, as far as the plan itself tells. */
	readonly judged: readonly (readonly Finding[])[];
	readonly awards: readonly Award[];
	/** Investments of all payers in the portfolio, whole projects; null when one is unknown. kr. */
	readonly portfolioCapex: Decimal | null;
};

/**
 * The kronor that keep the rules (METHODS §9): decided lines first, then the others as the plan lists them, so that what counts
 * as secured never hangs on what is only planned. Each line counts the same in all three variants.
 */
export function countedFunding(plan: Plan, placed: readonly PlacedMeasure[]): CountedFunding {
	const stacking = stackingOf(plan, placed);
	const portfolioCapex = capexOf(placed);
	const circumstances = { ...NO_CIRCUMSTANCES, plan, portfolioCapex };
	const judged = stacking.claims.map((claim) => eligibilityFindings(claim, circumstances));
	const awards = waterfall(stacking, (place) => {
		const claim = stacking.claims[place];
		return claim ? barOf(claim, judged[place] ?? []) : null;
	});
	return { ...stacking, judged, awards, portfolioCapex };
}

function capexOf(placed: readonly PlacedMeasure[]): Decimal | null {
	let total = ZERO;
	for (const { measure, scale } of placed)
		for (const item of measure.costs) {
			if (item.kind !== 'capex') continue;
			if (isUnknown(item)) return null;
			total = total.plus(itemCost(item).times(scale));
		}
	return total;
}
