import { min, type Decimal } from '../decimal.ts';
import { awardOf } from '../plan/application.ts';
import { inKronor, type PlacedMeasure } from '../plan/placement.ts';
import type { CostItem, FundingLine, Plan } from '../plan/plan.ts';
import { closesGap } from '../plan/programme.ts';
import { addAt, zeros, type Horizon, type Series } from '../years.ts';
import type { CountedFunding } from './counted-funding.ts';

/** A funding line that closes the gap, as placed: own share, the kronor that keep the rules, per year inside the horizon. */
export type FundingFlow = {
	readonly line: FundingLine;
	readonly item: CostItem;
	readonly perYear: Series;
	/** The same before the rules. */
	readonly listed: Series;
	/** The first and last year that it counts money for, also outside the horizon; null: it counts none. */
	readonly span: Span | null;
};

export type Span = { readonly first: number; readonly last: number };

/**
 * Lines of the placed measures that close the gap and whose cost item has a known amount (rules 8, 9 and 13). A line that the
 * rules cut counts from its first year on until what counts is used up.
 */
export function fundingFlows(
	plan: Plan,
	{ claims, awards }: CountedFunding,
	horizon: Horizon
): FundingFlow[] {
	const places = new Map(claims.map(({ id }, place) => [id, place]));
	return plan.funding.flatMap((line): FundingFlow[] => {
		const place = places.get(line.id) ?? -1;
		const [claim, award] = [claims[place], awards[place]];
		if (!claim || !award || !closesGap(claim.programme)) return [];
		const inFull = instalments(line, claim.placed, plan.settings.euroRate);
		const listed = lineSeries(inFull, claim.placed, horizon);
		const counted = award.cut ? upTo(award.counted, inFull) : inFull;
		const perYear = award.cut ? lineSeries(counted, claim.placed, horizon) : listed;
		return [{ line, item: claim.item, perYear, listed, span: spanOf(counted) }];
	});
}

/** Flows that are won or lost together: those of one application, else each of its own. In order of first mention. */
export function awardsAmong(flows: readonly FundingFlow[]): FundingFlow[][] {
	const byAward = new Map<string, FundingFlow[]>();
	for (const flow of flows) {
		const key = awardOf(flow.line);
		const own = byAward.get(key);
		if (own) own.push(flow);
		else byAward.set(key, [flow]);
	}
	return [...byAward.values()];
}

export type Instalment = { readonly year: number; readonly amount: Decimal };

/** Kronor of the whole project as placed, by year. */
export function instalments(
	line: FundingLine,
	{ shift, scale }: PlacedMeasure,
	euroRate: Decimal | null
): Instalment[] {
	return line.amounts.flatMap((one) => {
		const amount = inKronor(one, euroRate);
		return amount ? [{ year: one.year + shift, amount: amount.times(scale) }] : [];
	});
}

/** The instalments in the order of their years, as far as an amount goes. */
export function upTo(most: Decimal, all: readonly Instalment[]): Instalment[] {
	let left = most;
	return [...all]
		.sort((a, b) => a.year - b.year)
		.map(({ year, amount }) => {
			const paid = min(amount, left);
			left = left.minus(paid);
			return { year, amount: paid };
		});
}

export function spanOf(all: readonly Instalment[]): Span | null {
	const years = all.flatMap(({ year, amount }) => (amount.isZero() ? [] : [year]));
	return years.length === 0 ? null : { first: Math.min(...years), last: Math.max(...years) };
}

/** Own share of instalments, per year inside the horizon. */
export function lineSeries(
	all: readonly Instalment[],
	{ ownShare }: PlacedMeasure,
	horizon: Horizon
): Series {
	const series = zeros(horizon);
	for (const { year, amount } of all)
		addAt(series, year - horizon.firstYear, amount.times(ownShare));
	return series;
}
