import { ONE, ZERO, type Decimal } from '../decimal.ts';
import { gapOutcomes, type GapOutcome } from '../funding/awards-over-years.ts';
import { canBeLost, certainWeight } from '../funding/certainty.ts';
import { countedFunding } from '../funding/counted-funding.ts';
import { awardsAmong, fundingFlows } from '../funding/funding-flows.ts';
import { fundingGap, totalOf } from '../funding/gap.ts';
import type { AwardMethod } from '../funding/sampled-awards.ts';
import { placedMeasures } from '../plan/placement.ts';
import type { Plan, Portfolio } from '../plan/plan.ts';
import type { Evaluation } from './evaluation.ts';
import { isMunicipalCapex } from './payer-figures.ts';
import { usableMoney } from './usable-money.ts';

/** Gaps that outcomes stay at or below with a chance of 10, 50 and 90 per cent; kr. */
export type Quantiles = { readonly p10: Decimal; readonly p50: Decimal; readonly p90: Decimal };

export type GapSpread = {
	/** null: unknown. */
	readonly perYear: readonly (Quantiles | null)[];
	/** Of the whole plan's gap; not the sum of the years'. */
	readonly total: Quantiles | null;
	/** How many applications may be lost. */
	readonly awards: number;
	readonly method: AwardMethod;
};

/** How the funding gap spreads over the outcomes of the applications (METHODS §8, §12): a high gap is the bad end. */
export function gapSpread(
	plan: Plan,
	portfolio: Portfolio,
	{ need, ownCapacity, years }: Pick<Evaluation, 'need' | 'ownCapacity' | 'years'>
): GapSpread {
	const horizon = { firstYear: years[0] ?? 0, lastYear: years.at(-1) ?? 0 };
	const flows = fundingFlows(
		plan,
		countedFunding(plan, placedMeasures(plan, portfolio)),
		horizon
	).filter(({ item }) => isMunicipalCapex(item));
	const own = {
		perYear: ownCapacity.perYear,
		isCarried: plan.settings.method.carryCapacity
	};
	const awards = awardsAmong(flows.filter(({ line }) => canBeLost(line))).map((lines) => ({
		...usableMoney(lines, () => ONE, horizon),
		probability: lines[0]?.line.probability ?? ZERO
	}));
	const { outcomes, method } = gapOutcomes(
		usableMoney(flows, certainWeight, horizon),
		awards,
		(money) => fundingGap(need.perYear, own, money).perYear
	);
	return {
		perYear: years.map((_, year) => quantiles(outcomes, ({ gap }) => gap[year] ?? null)),
		total: quantiles(outcomes, ({ gap }) => totalOf(gap)),
		awards: awards.length,
		method
	};
}

/** Unknown where an outcome is. */
function quantiles(
	outcomes: readonly GapOutcome[],
	valueOf: (outcome: GapOutcome) => Decimal | null
): Quantiles | null {
	const known = outcomes.flatMap((outcome) => {
		const value = valueOf(outcome);
		return value ? [{ value, weight: outcome.weight }] : [];
	});
	if (known.length < outcomes.length || known.length === 0) return null;
	known.sort((a, b) => a.value.cmp(b.value));
	/** The least value that outcomes of at least so much weight stay at or below. */
	const quantile = (percent: number): Decimal => {
		let weight = ZERO;
		for (const one of known) {
			weight = weight.plus(one.weight);
			if (weight.times(100).gte(percent)) return one.value;
		}
		return known.at(-1)?.value ?? ZERO;
	};
	return { p10: quantile(10), p50: quantile(50), p90: quantile(90) };
}
