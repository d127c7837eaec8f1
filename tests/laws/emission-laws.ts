import fc from 'fast-check';
import { expect } from 'vitest';
import { carbonPrices } from '../../src/lib/core/abatement/carbon-value.ts';
import { Decimal, ONE, ZERO, max, min, sum } from '../../src/lib/core/decimal.ts';
import { interpolated } from '../../src/lib/core/emissions/factors.ts';
import {
	budgetRate,
	cappedInSector,
	compoundLevel,
	compoundRate,
	compoundSum,
	cutFromBase,
	exhaustion,
	linearLevel,
	linearSum,
	pathGap,
	sectorFactor,
	sharedInSector
} from '../../src/lib/core/emissions/trajectories.ts';
import { amount, law, near, rate, small, type PartLaw } from './part-law.ts';

const span = fc.integer({ min: 1, max: 30 });
const signed = fc.integer({ min: -300, max: 300 }).map((n) => new Decimal(n).div(100));
const dated = fc.uniqueArray(
	fc.record({ year: fc.integer({ min: 2020, max: 2032 }), value: amount }),
	{ minLength: 1, maxLength: 5, selector: ({ year }) => year }
);

/** Linear between the points, flat outside them: the definition, from points in order. */
function between(points: readonly { year: number; value: Decimal }[], year: number): Decimal {
	const after = points.findIndex((point) => point.year > year);
	const [a, b] = [points[after - 1], points[after]];
	if (after === 0) return points[0]?.value ?? ZERO;
	if (!a || !b) return points.at(-1)?.value ?? ZERO;
	return a.value.plus(
		b.value
			.minus(a.value)
			.times(year - a.year)
			.div(b.year - a.year)
	);
}

/** Laws of dated series, paths, carbon budgets and what a sector holds. */
export const emissionLaws: readonly PartLaw[] = [
	law(
		'dated values are linear between their points and flat outside, in whatever order they come',
		[dated, fc.integer({ min: 2018, max: 2035 }), rate],
		(points, year, growth) => {
			const inOrder = [...points].sort((a, b) => a.year - b.year);
			near(interpolated(points, year), between(inOrder, year));
			const horizon = { firstYear: 2019, lastYear: 2035 };
			const value = { perTonne: ONE, currency: 'SEK', growth, source: '', confidence: '' } as const;
			const path = inOrder.map((point) => ({
				year: point.year,
				perTonne: point.value,
				source: ''
			}));
			const last = inOrder.at(-1);
			carbonPrices({ ...value, points: path }, horizon).forEach((price, t) => {
				const beyond = Math.max(0, 2019 + t - (last?.year ?? 0));
				near(price, between(inOrder, 2019 + t).times(growth.plus(1).pow(beyond)));
			});
			for (const plain of [value, { ...value, points: [] }])
				carbonPrices(plain, horizon).forEach((price, t) => near(price, growth.plus(1).pow(t)));
		}
	),
	law(
		'a path ends where it should, and its years sum to its sum',
		[amount, amount, span],
		(from, to, n) => {
			const e0 = from.plus('0.5');
			const levels = Array.from({ length: n }, (_, k) =>
				linearLevel({ year: 0, tonnes: e0 }, { year: n, tonnes: to }, k + 1)
			);
			near(sum(levels), linearSum(e0, to, n));
			near(levels.at(-1), to);
			for (const end of [to, ZERO, new Decimal('0.5')])
				near(compoundLevel(e0, compoundRate(e0, end, n), n).toDecimalPlaces(12), end);
			expect(() => compoundRate(ZERO, to, n)).toThrow('above 0');
			expect(() => compoundRate(e0, new Decimal('-0.5'), n)).toThrow('above 0');
			expect(() => compoundRate(e0, to, 0)).toThrow('above 0');
			near(compoundRate(new Decimal('0.5'), ZERO, 1), ONE);
		}
	),
	law(
		'a budget’s rate uses the budget exactly',
		[amount, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 99 })],
		(tonnes, n, percent) => {
			const [e0, cut] = [tonnes.plus('0.5'), new Decimal(percent).div(100)];
			const budget = compoundSum(e0, cut, n);
			near(budgetRate(e0, budget, n)?.toDecimalPlaces(18), cut);
			near(budgetRate(e0, compoundSum(e0, cut, null), null), cut);
			near(budgetRate(e0, e0.times(n), n)?.toDecimalPlaces(18), ZERO);
			near(budgetRate(e0, ZERO, n)?.toDecimalPlaces(18), ONE);
			near(
				budgetRate(new Decimal('0.5'), new Decimal('0.25'), 1)?.toDecimalPlaces(18),
				new Decimal('0.5')
			);
			expect(budgetRate(e0, e0.times(n).plus('0.01'), n)).toBeNull();
			expect(budgetRate(e0, new Decimal('-0.01'), n)).toBeNull();
			for (const end of [n, null]) expect(budgetRate(ZERO, ONE, end)).toBeNull();
			near(compoundSum(e0, ONE, null), ZERO);
			for (const outside of [ZERO, new Decimal('-0.1'), new Decimal('1.5')])
				expect(() => compoundSum(e0, outside, null)).toThrow('above 0 and at most 1');
		}
	),
	law(
		'a budget is used up in the year that reaches it, and the gap to a path counts the years above it',
		[fc.array(small, { minLength: 1, maxLength: 6 }), fc.nat(), small],
		(levels, place, extra) => {
			const path = levels.map((tonnes, t) => ({ year: 2026 + t, tonnes }));
			const reached = levels.map((_, t) => sum(levels.slice(0, t + 1)));
			for (const budget of [reached[place % levels.length] ?? ZERO, extra]) {
				const at = reached.findIndex((used) => used.gte(budget));
				const end = exhaustion(budget, path);
				if (at < 0) expect(end).toBeNull();
				else {
					expect(end?.year).toBe(2026 + at);
					near(end?.overshoot, reached[at]?.minus(budget));
				}
			}
			const target = levels.map(() => extra);
			const gap = pathGap(levels, target);
			near(gap.net, sum(levels).minus(extra.times(levels.length)));
			near(gap.above, sum(levels.map((tonnes) => max(ZERO, tonnes.minus(extra)))));
			expect(gap.isLastYearMet).toBe(levels.at(-1)?.lte(extra));
			const cut = cutFromBase(extra, new Decimal('0.25'), levels[0] ?? ZERO);
			near(cut.level, extra.times('0.75'));
			near(cut.fromNow, levels[0]?.minus(cut.level));
			expect(cutFromBase(extra, ONE, ZERO).shareOfNow).toBeNull();
			if (levels[0]?.isZero()) expect(cut.shareOfNow).toBeNull();
			else near(cut.shareOfNow?.times(levels[0] ?? ZERO), cut.fromNow);
		}
	),
	law(
		'cuts never take more than a sector emits: those that come first keep theirs, or all shrink alike',
		[small, fc.array(signed, { maxLength: 5 })],
		(emissions, credits) => {
			const cuts = credits.map((credit) => max(ZERO, credit));
			const capped = cappedInSector(emissions, cuts);
			cuts.forEach((_, k) =>
				near(sum(capped.slice(0, k + 1)), min(max(ZERO, emissions), sum(cuts.slice(0, k + 1))))
			);
			const added = sum(credits.map((credit) => max(ZERO, credit.neg())));
			const [room, whole] = [emissions.plus(added), sum(cuts)];
			const factor = whole.lte(room) ? ONE : room.div(whole);
			near(sectorFactor(emissions, credits), factor);
			sharedInSector(emissions, credits).forEach((credit, k) => {
				const own = credits[k] ?? ZERO;
				near(credit, own.lt(0) ? own : own.times(factor));
			});
		}
	)
];
