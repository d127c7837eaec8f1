import fc from 'fast-check';
import { expect } from 'vitest';
import { sequentialCredits } from '../../src/lib/core/abatement/interaction.ts';
import { shapleyCredits } from '../../src/lib/core/abatement/shapley.ts';
import { breakEvenPrice, socialNpv } from '../../src/lib/core/abatement/unit-costs.ts';
import { incrementalHull } from '../../src/lib/core/abatement/variants.ts';
import { Decimal, ONE, ZERO, sum } from '../../src/lib/core/decimal.ts';
import {
	budgetRate,
	compoundSum,
	exhaustion,
	linearLevel,
	linearSum,
	pathGap
} from '../../src/lib/core/emissions/trajectories.ts';
import { outcomeFigures } from '../../src/lib/core/funding/awards-over-years.ts';
import { expectedShortfall } from '../../src/lib/core/funding/awards.ts';
import { fundingGap, sectorGaps, totalOf } from '../../src/lib/core/funding/gap.ts';
import { TINY, amount, law, life, near, rate, years, type PartLaw } from './part-law.ts';
import { financeLaws } from './finance-laws.ts';

export const partLaws: readonly PartLaw[] = [
	...financeLaws,
	law(
		'orders do not matter for what a pool gives, and equals are credited alike',
		[amount, fc.array(fc.integer({ min: -40, max: 100 }), { maxLength: 7 })],
		(pool, percents) => {
			const shares = percents.map((percent) => new Decimal(percent).div(100));
			const credits = shapleyCredits(pool, shares);
			const inOrder = sequentialCredits(
				pool,
				shares.map((share) => share.times(pool))
			);
			near(sum(credits), sum(inOrder.credits));
			shares.forEach((share, a) =>
				shares.forEach((other, b) => share.eq(other) && near(credits[a], credits[b]))
			);
			const [first, second, ...none] = shapleyCredits(ONE, [
				new Decimal('0.3'),
				new Decimal('0.2'),
				ZERO
			]);
			near(first, new Decimal('0.27'));
			near(second, new Decimal('0.17'));
			expect(none).toEqual([ZERO]);
		}
	),
	law(
		'the hull’s steps get dearer, and every variant lies on it or above',
		[
			fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: -50, max: 50 })), {
				maxLength: 7
			})
		],
		(pairs) => {
			const variants = pairs.map(([tonnes, cost], n) => ({
				id: `v${n}`,
				tonnes: new Decimal(tonnes),
				cost: new Decimal(cost)
			}));
			const steps = incrementalHull(variants);
			steps.forEach(
				(step, n) =>
					n > 0 && expect(step.incrementalCost.gt(steps[n - 1]?.incrementalCost ?? 0)).toBe(true)
			);
			for (const { tonnes, cost } of variants) {
				let [hull, reached] = [ZERO, ZERO];
				for (const step of steps) {
					const part = Decimal.max(0, Decimal.min(step.extraTonnes, tonnes.minus(reached)));
					hull = hull.plus(part.times(step.incrementalCost));
					reached = reached.plus(step.extraTonnes);
				}
				expect(cost.gte(hull.minus(TINY))).toBe(true);
			}
			expect(
				sum(steps.map(({ extraTonnes }) => extraTonnes)).eq(
					Decimal.max(0, ...variants.map(({ tonnes }) => tonnes))
				)
			).toBe(true);
		}
	),
	law(
		'money is used, missing or left over, never lost, whether it may wait or not',
		[years(5), years(5), years(5), years(5), fc.boolean()],
		(need, own, inYear, mayWait, isCarried) => {
			const { perYear, unused } = fundingGap(
				need,
				{ perYear: own, isCarried },
				{ inYear, mayWait }
			);
			const gap = totalOf(perYear) ?? ZERO;
			near(
				sum(need)
					.minus(gap)
					.plus(unused ?? ZERO),
				sum([...own, ...inYear, ...mayWait])
			);
			const none = fundingGap(
				need,
				{ perYear: own, isCarried: false },
				{ inYear, mayWait: need.map(() => ZERO) }
			);
			none.perYear.forEach((missing, t) =>
				near(missing, Decimal.max(0, need[t]?.minus(own[t] ?? 0).minus(inYear[t] ?? 0) ?? 0))
			);
		}
	),
	law(
		'without anything carried the outcomes give the expected shortfall of each year',
		[years(3), fc.array(fc.tuple(years(3), fc.integer({ min: 0, max: 100 })), { maxLength: 5 })],
		(need, list) => {
			const awards = list.map(([inYear, percent]) => ({
				inYear,
				mayWait: need.map(() => ZERO),
				probability: new Decimal(percent).div(100)
			}));
			const none = { perYear: need.map(() => ZERO), isCarried: false };
			const nothing = need.map(() => ZERO);
			const figures = outcomeFigures(
				{ inYear: nothing, mayWait: nothing },
				awards,
				(money) => fundingGap(need, none, money).perYear
			);
			figures.meanPerYear.forEach((mean, t) =>
				near(
					mean,
					expectedShortfall(
						need[t] ?? ZERO,
						awards.map(({ inYear, probability }) => ({ amount: inYear[t] ?? ZERO, probability }))
					)
				)
			);
		}
	),
	law('sectors are not netted', [fc.array(fc.tuple(amount, amount), { maxLength: 5 })], (pairs) => {
		const found = sectorGaps(pairs.map(([need, identified]) => ({ need, identified })));
		near(
			found.total,
			sum(pairs.map(([need, identified]) => Decimal.max(0, need.minus(identified))))
		);
		expect(found.total.gte(found.net)).toBe(true);
		if (found.coverage) expect(found.coverage.gte(0) && found.coverage.lte(1)).toBe(true);
	}),
	law(
		'a budget’s rate uses the budget exactly, and a path ends where it should',
		[amount, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 99 })],
		(tonnes, n, percent) => {
			const e0 = tonnes.plus(1);
			const budget = compoundSum(e0, new Decimal(percent).div(100), n);
			near(budgetRate(e0, budget, n)?.toDecimalPlaces(18), new Decimal(percent).div(100));
			near(
				budgetRate(e0, compoundSum(e0, new Decimal(percent).div(100), null), null),
				new Decimal(percent).div(100)
			);
			expect(budgetRate(e0, e0.times(n).plus(1), n)).toBeNull();
			const to = { year: n, tonnes: ZERO };
			const levels = Array.from({ length: n }, (_, k) =>
				linearLevel({ year: 0, tonnes: e0 }, to, k + 1)
			);
			near(sum(levels), linearSum(e0, ZERO, n));
			near(levels.at(-1), ZERO);
			const path = levels.map((level, k) => ({ year: k + 1, tonnes: level }));
			const end = exhaustion((levels[0] ?? ZERO).minus('0.5').abs(), path);
			if (levels[0]?.gte('0.5')) {
				expect(end?.year).toBe(1);
				near(end?.overshoot, new Decimal('0.5'));
			}
			expect(exhaustion(sum(levels).plus(1), path)).toBeNull();
			const gap = pathGap(
				levels,
				levels.map((level) => level.minus(1))
			);
			near(gap.net, new Decimal(n));
			near(gap.above, new Decimal(n));
			expect(gap.isLastYearMet).toBe(false);
		}
	),
	law(
		'without tax the break-even price is the cost per discounted tonne, and society’s value is zero there',
		[amount, amount, rate, life],
		(investment, opex, r, n) => {
			const price = breakEvenPrice({
				investment,
				opex,
				revenue: ZERO,
				years: n,
				rate: r,
				tax: ZERO,
				tonnesPerYear: new Decimal(10)
			});
			const costs = [investment, ...Array.from({ length: n }, () => opex)];
			const tonnes = [ZERO, ...Array.from({ length: n }, () => new Decimal(10))];
			const value = socialNpv(
				r,
				costs,
				tonnes,
				tonnes.map(() => price ?? ZERO)
			);
			near(value.social, ZERO);
			near(value.financial.plus(value.carbon), value.social);
			const taxed = breakEvenPrice({
				investment,
				opex: ZERO,
				revenue: ZERO,
				years: n,
				rate: r,
				tax: new Decimal('0.3'),
				tonnesPerYear: new Decimal(10)
			});
			const free = breakEvenPrice({
				investment,
				opex: ZERO,
				revenue: ZERO,
				years: n,
				rate: r,
				tax: ZERO,
				tonnesPerYear: new Decimal(10)
			});
			expect(taxed?.gte(free ?? 0)).toBe(true);
		}
	)
];
