import type { Decimal } from '../../src/lib/core/decimal.ts';
import type {
	CostItem,
	Effect,
	FundingLine,
	Measure,
	Payer,
	Plan,
	Portfolio
} from '../../src/lib/core/plan/plan.ts';
import {
	ONE,
	add,
	cmp,
	div,
	min,
	mul,
	powInt,
	sub,
	sum,
	whole,
	type Rational
} from './rational.ts';
import { closesTheGap, countedAmounts } from './oracle-stack.ts';
import { at, clockOf, exact, onLine, zeros, type Clock, type Yearly } from './oracle-time.ts';

/** A cost item of the whole project, moved and scaled; `flow` null: the amount is unknown. */
export type PlacedItem = {
	readonly id: string;
	readonly kind: CostItem['kind'];
	readonly payer: Payer;
	readonly isLand: boolean;
	/** Depreciation years: the item's, else the measure's lifetime. */
	readonly life: number | null;
	readonly flow: Yearly | null;
};

export type PlacedMeasure = {
	readonly id: string;
	readonly sector: string | null;
	readonly ownShare: Rational;
	readonly items: readonly PlacedItem[];
	/** Tonnes of the whole project by pool. An effect that is unknown adds nothing; the others of its measure count. */
	readonly effects: ReadonlyMap<string, Yearly>;
	/** Whether every effect is known. */
	readonly isEffectKnown: boolean;
};

/** A funding line that closes the gap, of an item that is known and the own share of it. Rejected lines are left out. */
export type PlacedLine = {
	readonly measure: PlacedMeasure;
	readonly item: PlacedItem;
	readonly isSecured: boolean;
	/** Lines of the same award are won or lost together. */
	readonly award: string;
	/** 1 for a secured line. */
	readonly probability: Rational;
	readonly isCarried: boolean;
	readonly amounts: Yearly;
	/** The same money in the years when it is paid. */
	readonly payments: Yearly;
};

/** All that is counted on: the measures in the default order of crediting, and the funding of them. */
export type Book = {
	readonly plan: Plan;
	readonly clock: Clock;
	readonly measures: readonly PlacedMeasure[];
	readonly lines: readonly PlacedLine[];
};

type Move = { readonly shift: number; readonly scale: Rational };

export function bookOf(plan: Plan, portfolioId: string): Book {
	const portfolio = plan.portfolios.find(({ id }) => id === portfolioId);
	if (!portfolio) throw new RangeError(`no portfolio ${portfolioId}`);
	const clock = clockOf(plan.settings);
	const chosen = plan.measures.filter(({ id }) => portfolio.measures.includes(id));
	const start = (measure: Measure) => measure.startYear + moveOf(portfolio, measure.id).shift;
	const ordered = [...chosen].sort((a, b) => start(a) - start(b) || textOrder(a.id, b.id));
	const measures = ordered.map((one) => placed(plan, clock, one, moveOf(portfolio, one.id)));
	const counts = countedAmounts(plan, chosen, (id) => moveOf(portfolio, id));
	const lines = plan.funding.flatMap((line) => {
		const measure = measures.find(({ id }) => id === line.measure);
		const counted = counts.get(line.id);
		if (!measure || !counted) return [];
		return placedLine(plan, clock, line, { measure, counted, move: moveOf(portfolio, measure.id) });
	});
	return { plan, clock, measures, lines };
}

export function textOrder(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

/** Rule 9. */
function moveOf(portfolio: Portfolio, id: string): Move {
	const scale = portfolio.scale[id];
	return { shift: portfolio.shift[id] ?? 0, scale: scale ? exact(scale) : ONE };
}

function placed(plan: Plan, clock: Clock, measure: Measure, move: Move): PlacedMeasure {
	return {
		id: measure.id,
		sector: measure.sector,
		ownShare: sub(ONE, sum(measure.jointWith.map(({ share }) => exact(share)))),
		items: measure.costs.map((item) => ({
			id: item.id,
			kind: item.kind,
			payer: item.payer,
			isLand: item.costKind === 'land',
			life: item.depreciationYears ?? measure.lifetimeYears,
			flow: itemFlow(clock, item, move)
		})),
		effects: effectsByPool(plan, clock, measure.effects ?? [], move),
		isEffectKnown: measure.effects?.every((effect) => sizeOf(effect) !== null) ?? false
	};
}

/** Values given by year, moved, scaled and added up in the years of the plan; other years are dropped (rules 1 and 9). */
function spread(
	clock: Clock,
	move: Move,
	values: Iterable<{ readonly year: number; readonly value: Rational }>
): Rational[] {
	const result = zeros(clock);
	for (const { year, value } of values) {
		const index = year + move.shift - clock.first;
		const before = result[index];
		if (before) result[index] = add(before, mul(value, move.scale));
	}
	return result;
}

/** Rule 2. */
function itemFlow(clock: Clock, item: CostItem, move: Move): Yearly | null {
	if (item.timing === 'one-off') {
		if (item.amount === null) return null;
		return spread(
			clock,
			move,
			item.years.map(({ year, amount }) => ({ year, value: exact(amount) }))
		);
	}
	if (item.amountPerYear === null) return null;
	const [amount, growth] = [exact(item.amountPerYear), add(ONE, exact(item.growth))];
	return spread(
		clock,
		move,
		yearsFromTo(item).map((year) => ({
			year,
			value: mul(amount, powInt(growth, year - item.from))
		}))
	);
}

function yearsFromTo({ from, to }: { readonly from: number; readonly to: number }): number[] {
	return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function sizeOf(effect: Effect): Decimal | null {
	return effect.kind === 'direct' ? effect.tonnesPerYear : effect.mwhPerYear;
}

/** Rule 6. */
function effectsByPool(
	plan: Plan,
	clock: Clock,
	effects: readonly Effect[],
	move: Move
): ReadonlyMap<string, Yearly> {
	const pools = new Map<string, Yearly>();
	for (const effect of effects) {
		const size = sizeOf(effect);
		if (size === null) continue;
		const values = yearsFromTo(effect).map((year) => {
			const reached = min(ONE, div(whole(year - effect.from + 1), whole(rampOf(effect))));
			const factor =
				effect.kind === 'energy' ? factorOf(plan, effect.carrier, year + move.shift) : ONE;
			return { year, value: mul(mul(exact(size), reached), factor) };
		});
		const here = spread(clock, move, values);
		const before = pools.get(effect.pool);
		pools.set(effect.pool, before ? before.map((one, i) => add(one, here[i] ?? one)) : here);
	}
	return pools;
}

function rampOf({ rampYears }: Effect): number {
	return Math.max(1, rampYears);
}

function factorOf(plan: Plan, carrier: string, year: number): Rational {
	const factor = plan.emissionFactors.find((one) => one.carrier === carrier);
	if (!factor) throw new RangeError(`no factor for ${carrier}`);
	const points = factor.points.map((point) => ({ year: point.year, value: exact(point.value) }));
	return onLine(
		points.sort((a, b) => a.year - b.year),
		year
	);
}

type Found = { readonly measure: PlacedMeasure; readonly counted: Rational; readonly move: Move };

function placedLine(
	plan: Plan,
	clock: Clock,
	line: FundingLine,
	{ measure, counted, move }: Found
): PlacedLine[] {
	const item = measure.items.find(({ id }) => id === line.costItem);
	const isCounted = closesTheGap(plan.programmes.find(({ id }) => id === line.programme));
	if (
		!item ||
		item.flow === null ||
		!isCounted ||
		line.status === 'rejected' ||
		line.status === 'idea'
	)
		return [];
	const isSecured = line.status !== 'applied' && line.status !== 'planned';
	const euroRate = plan.settings.euroRate && exact(plan.settings.euroRate);
	let left = counted;
	const values = [...line.amounts]
		.sort((a, b) => a.year - b.year)
		.flatMap(({ year, amount, currency }) => {
			const rate = currency === 'EUR' ? euroRate : ONE;
			if (amount === null || rate === null) return [];
			const kronor = min(left, mul(mul(exact(amount), rate), move.scale));
			left = sub(left, kronor);
			return [{ year, value: mul(kronor, measure.ownShare) }];
		});
	const amounts = spread(clock, { shift: move.shift, scale: ONE }, values);
	return [
		{
			measure,
			item,
			isSecured,
			award: line.application === undefined ? `line ${line.id}` : `award ${line.application}`,
			probability: isSecured ? ONE : exact(line.probability),
			isCarried: line.carryForward === true,
			amounts,
			payments: delayed(amounts, line.paidAfterYears ?? 0)
		}
	];
}

/** The same values so many years later. What is for a year outside the plan stays out, whenever it is paid (rule 1). */
function delayed(values: Yearly, years: number): Rational[] {
	return values.map((_, index) => at(values, index - years));
}

/** Flow of the own share of all known items that fit, added up by year. */
export function ownFlow(
	book: Book,
	fits: (item: PlacedItem) => boolean,
	measures: readonly PlacedMeasure[] = book.measures
): Rational[] {
	const result = zeros(book.clock);
	for (const measure of measures)
		for (const item of measure.items)
			if (item.flow && fits(item))
				item.flow.forEach((value, index) => {
					const before = result[index];
					if (before) result[index] = add(before, mul(value, measure.ownShare));
				});
	return result;
}

/** Capex that the municipality pays (rule 14). */
export function isNeed(item: PlacedItem): boolean {
	return item.kind === 'capex' && item.payer === 'municipality';
}

export function isCertain(line: PlacedLine): boolean {
	return cmp(line.probability, ONE) >= 0;
}
