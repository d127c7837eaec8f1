import type { Decimal } from '../../src/lib/core/decimal.ts';
import type {
	CostItem,
	Effect,
	Measure,
	Payer,
	Plan,
	Portfolio
} from '../../src/lib/core/plan/plan.ts';
import { ONE, add, div, min, mul, powInt, sub, sum, whole, type Rational } from './rational.ts';
import { exact, onLine, zeros, type Clock, type Yearly } from './oracle-time.ts';

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

/** Rule 9: where a portfolio puts a measure. */
export type Move = { readonly shift: number; readonly scale: Rational };

export function textOrder(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

export function moveOf(portfolio: Portfolio, id: string): Move {
	const scale = portfolio.scale[id];
	return { shift: portfolio.shift[id] ?? 0, scale: scale ? exact(scale) : ONE };
}

export function placed(plan: Plan, clock: Clock, measure: Measure, move: Move): PlacedMeasure {
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
export function spread(
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
