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
import { capitalCost } from '../../src/lib/core/finance/capital-cost.ts';
import { nominalFlows, nominalRate, realRate, rebased } from '../../src/lib/core/finance/prices.ts';
import { reinvestmentFlows, residualShare } from '../../src/lib/core/finance/residual-value.ts';
import { irr, mirr, payback } from '../../src/lib/core/finance/returns.ts';
import {
	bandedDiscountFactors,
	discountFactors,
	npv,
	presentValueFactor
} from '../../src/lib/core/finance/time-value.ts';
import { outcomeFigures } from '../../src/lib/core/funding/awards-over-years.ts';
import { expectedShortfall } from '../../src/lib/core/funding/awards.ts';
import { euFundingGap } from '../../src/lib/core/funding/eu-gap.ts';
import { fundingGap, sectorGaps, totalOf } from '../../src/lib/core/funding/gap.ts';

/** A law of a part of the method, tried on so many random inputs. */
export type PartLaw = { readonly name: string; readonly run: (numRuns: number) => void };

const amount = fc.integer({ min: 0, max: 1_000_000 }).map((n) => new Decimal(n).div(100));
const rate = fc.integer({ min: 1, max: 120 }).map((n) => new Decimal(n).div(1000));
const life = fc.integer({ min: 1, max: 20 });
const flows = fc.array(
	fc.integer({ min: -1000, max: 1000 }).map((n) => new Decimal(n)),
	{ minLength: 2, maxLength: 9 }
);
const years = (length: number) => fc.array(amount, { minLength: length, maxLength: length });
const TINY = new Decimal('1e-20');

function near(a: Decimal | null | undefined, b: Decimal | null | undefined): void {
	if (!a || !b) expect(a ?? null).toBe(b ?? null);
	else
		expect(
			a.minus(b).abs().lte(a.abs().plus(1).times(TINY)),
			`${a.toString()} and ${b.toString()}`
		).toBe(true);
}

function law<Ts extends [unknown, ...unknown[]]>(
	name: string,
	arbitraries: { [K in keyof Ts]: fc.Arbitrary<Ts[K]> },
	check: (...inputs: Ts) => void
): PartLaw {
	return { name, run: (numRuns) => fc.assert(fc.property(...arbitraries, check), { numRuns }) };
}

const ones = (count: number) => Array.from({ length: count }, () => ONE);

export const partLaws: readonly PartLaw[] = [
	law(
		'levelised cost over whole lives is that of one life',
		[amount, rate, life, fc.integer({ min: 1, max: 4 })],
		(price, r, n, lives) => {
			const perTonne = (horizon: number) =>
				npv(r, reinvestmentFlows(price, n, horizon)).div(npv(r, [ZERO, ...ones(horizon)]));
			near(perTonne(n * lives), perTonne(n));
		}
	),
	law(
		'only unspent annuities make a cut horizon cost the same per tonne as the whole life',
		[amount, rate, life, life],
		(price, r, n, cut) => {
			const horizon = Math.min(n, cut);
			const flowsOf = (h: number) => reinvestmentFlows(price, n, h, 'annuity', r);
			const perTonne = (h: number) => npv(r, flowsOf(h)).div(npv(r, [ZERO, ...ones(h)]));
			near(perTonne(horizon), perTonne(n));
			expect(
				residualShare(n, horizon, 'linear', r).lte(
					residualShare(n, horizon, 'annuity', r).plus(TINY)
				)
			).toBe(true);
		}
	),
	law(
		'the present value of the capital cost at the internal rate is the investment, linear and annuity',
		[amount, rate, life],
		(investment, r, n) => {
			for (const capitalCostRule of ['linear', 'annuity'] as const) {
				const cost = capitalCost(investment, n, r, {
					rule: { capitalCost: capitalCostRule, interestBase: 'opening' }
				});
				near(npv(r, cost.perYear, 'end'), investment);
				near(sum(cost.depreciation), investment);
			}
		}
	),
	law(
		'moving all flows by a year leaves every ratio as it is, and the sum 1/(1 + r) of it',
		[flows, years(9), rate],
		(values, tonnes, r) => {
			const later = [ZERO, ...values];
			near(npv(r, later).times(r.plus(1)), npv(r, values));
			const [a, b] = [irr(values), irr(later)];
			near(a.irr, b.irr);
			expect(b.isUnique).toBe(a.isUnique);
			const eu = (shift: readonly Decimal[]) =>
				euFundingGap({
					rate: r,
					investment: [...shift, new Decimal(500)],
					revenue: [...shift, ZERO, ...tonnes],
					opex: [],
					residual: ZERO,
					eligibleCost: ONE,
					cofinancingRate: ONE
				}).rate;
			near(eu([]), eu([ZERO]));
		}
	),
	law(
		'the net present value at an internal rate of return is zero, and all rates are found',
		[flows, rate],
		(values, r) => {
			for (const one of irr(values).all) {
				const size = sum(values.map((flow, t) => flow.abs().div(one.plus(1).pow(t))));
				expect(npv(one, values).abs().lte(size.times('1e-12').plus('1e-12'))).toBe(true);
			}
			const known = r.toDecimalPlaces(3);
			near(irr([new Decimal(-1), known.plus(1)]).irr, known);
			const twice = irr([new Decimal(-1), known.plus('2.5'), known.plus(1).times('1.5').neg()]);
			expect(twice.all.some((one) => one.minus(known).abs().lt('1e-14'))).toBe(true);
			near(twice.irr, known);
			expect(twice.isUnique).toBe(false);
		}
	),
	law(
		'payback comes when what went out has come back, later when discounted',
		[amount, amount, rate],
		(cost, yearly, r) => {
			const [out, back] = [cost.plus(1), yearly.plus(100)];
			const plain = payback([out.neg(), ...Array.from({ length: 8 }, () => back)]);
			near(plain, out.lte(back.times(8)) ? out.div(back) : null);
			const discounted = payback([out.neg(), ...Array.from({ length: 8 }, () => back)], r);
			if (plain && discounted) expect(discounted.gte(plain.minus(TINY))).toBe(true);
			near(payback([ONE, ONE]), ZERO);
		}
	),
	law(
		'at one rate for both, modified and internal rate of return agree where the flows are one out and one in',
		[rate, life],
		(r, n) => {
			const values = [
				new Decimal(-1),
				...Array.from({ length: n - 1 }, () => ZERO),
				r.plus(1).pow(n)
			];
			near(mirr(values, r, r)?.toDecimalPlaces(15), r);
			expect(mirr([ONE, ONE], r, r)).toBeNull();
		}
	),
	law(
		'discounting real and nominal gives the same, and prices come back as they went',
		[flows, rate, rate],
		(values, real, inflation) => {
			near(npv(nominalRate(real, inflation), nominalFlows(values, inflation)), npv(real, values));
			near(realRate(nominalRate(real, inflation), inflation), real);
			const index = {
				name: 'KPI',
				edition: '1',
				source: '',
				points: new Map([
					[2020, ONE.plus(real)],
					[2025, ONE.plus(inflation)]
				])
			};
			near(rebased(rebased(real, index, 2020, 2025), index, 2025, 2020), real);
			near(rebased(ONE, index, 2020, 2025).times(ONE.plus(real)), ONE.plus(inflation));
			expect(() => rebased(real, index, 2020, 1999)).toThrow(/no value for 1999/);
		}
	),
	law('one band is one rate, and the factors of an annuity add up', [rate, life], (r, n) => {
		bandedDiscountFactors(Array.from({ length: n }, () => r)).forEach((factor, t) =>
			near(factor, discountFactors(r, n + 1)[t])
		);
		near(sum(discountFactors(r, n, 'end')), presentValueFactor(r, n));
	}),
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
			near(sum(need).minus(gap).plus(unused), sum([...own, ...inYear, ...mayWait]));
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
