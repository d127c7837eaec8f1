import { ZERO, max, sum, type Decimal } from '../decimal.ts';
import { countedFunding } from '../funding/counted-funding.ts';
import { fundingFlows } from '../funding/funding-flows.ts';
import { fundingGap, type NullableSeries } from '../funding/gap.ts';
import type { Plan, Portfolio } from '../plan/plan.ts';
import { evaluatedPortfolio } from '../portfolio/evaluate.ts';
import { at, type Series } from '../years.ts';
import { moneyOf, roomsOf } from './option-money.ts';
import { poolsIn } from './selection-tonnes.ts';
import type { Wish } from './wish.ts';

/** What a portfolio comes to by the method itself, on the terms of a wish; kr and tonnes. */
export type ExactOutcome = {
	readonly tonnes: Decimal;
	readonly cost: Decimal;
	/** Need of own money per year after the money that is counted on; below zero where that is more than the need. */
	readonly ownMoney: Series;
	/** Money that may wait for a later year, in the year in which it comes. */
	readonly waiting: Series;
	/** Own money above what there is, per year and together. */
	readonly gapPerYear: Series;
	readonly gap: Decimal;
	/** What there is by year; null: no limit. */
	readonly rooms: NullableSeries;
};

/** Reckons a portfolio with the exact core: never with the numbers of the solver. */
export function exactOutcome(plan: Plan, portfolio: Portfolio, wish: Wish): ExactOutcome {
	const own = { ...plan, portfolios: [portfolio] };
	const { frame, measures, pools } = evaluatedPortfolio(own, portfolio.id);
	const placed = measures.map((one) => one.placed);
	const funding = fundingFlows(own, countedFunding(own, placed), frame.horizon);
	const { cost, uses, waits } = moneyOf(placed, funding, wish, frame);
	const counted = new Set(poolsIn(plan, wish.tonnes).map(({ id }) => id));
	const perPool = pools.filter(({ pool }) => counted.has(pool.id)).map(({ credited }) => credited);
	const inBasis = (series: Series) =>
		wish.tonnes.year === null
			? sum(series)
			: at(series, wish.tonnes.year - frame.horizon.firstYear);
	const rooms = roomsOf(plan, wish, frame.years);
	const { perYear } = fundingGap(
		uses,
		{
			// A year without limit needs what it needs, and leaves nothing for later years.
			perYear: rooms.map((room, year) => room ?? max(ZERO, at(uses, year))),
			isCarried: plan.settings.method.carryCapacity
		},
		{ inYear: uses.map(() => ZERO), mayWait: waits }
	);
	const gapPerYear = perYear.map((gap) => gap ?? ZERO);
	return {
		tonnes: sum(perPool.map(inBasis)),
		cost,
		ownMoney: uses,
		waiting: waits,
		gapPerYear,
		gap: sum(gapPerYear),
		rooms
	};
}
