import fc from 'fast-check';
import { expect } from 'vitest';
import { Decimal, ONE, ZERO, rounded, sum } from '../../src/lib/core/decimal.ts';
import {
	capitalCost,
	capitalCostFactors,
	componentCapitalCost
} from '../../src/lib/core/finance/capital-cost.ts';
import {
	atPriceLevel,
	nominalFlows,
	nominalRate,
	realRate,
	rebased
} from '../../src/lib/core/finance/prices.ts';
import { reinvestmentFlows, residualShare } from '../../src/lib/core/finance/residual-value.ts';
import { irr } from '../../src/lib/core/finance/returns.ts';
import {
	bandedDiscountFactors,
	discountFactors,
	npv,
	presentValueFactor
} from '../../src/lib/core/finance/time-value.ts';
import { euFundingGap } from '../../src/lib/core/funding/eu-gap.ts';
import { roundedParts } from '../../src/lib/core/largest-remainder.ts';
import { growthFactors } from '../../src/lib/core/years.ts';
import {
	TINY,
	amount,
	flows,
	law,
	life,
	near,
	ones,
	rate,
	years,
	type PartLaw
} from './part-law.ts';

/** Laws of time value, prices, capital cost and rounding. */
export const financeLaws: readonly PartLaw[] = [
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
			near(atPriceLevel(real, new Decimal('0.5'), new Decimal('0.25')), real.div(2));
			near(atPriceLevel(real, real, inflation), inflation);
			for (const none of [ZERO, new Decimal(-1)]) {
				expect(() => atPriceLevel(real, none, ONE)).toThrow('above 0');
				expect(() => atPriceLevel(real, ONE, none)).toThrow('above 0');
			}
		}
	),
	law('one band is one rate, and the factors of an annuity add up', [rate, life], (r, n) => {
		bandedDiscountFactors(Array.from({ length: n }, () => r)).forEach((factor, t) =>
			near(factor, discountFactors(r, n + 1)[t])
		);
		near(sum(discountFactors(r, n, 'end')), presentValueFactor(r, n));
		const growth = growthFactors(r, n);
		expect(growth).toHaveLength(n);
		growth.forEach((factor, t) => near(factor, r.plus(1).pow(t)));
		for (const low of ['-1', '-1.5'])
			expect(() => discountFactors(new Decimal(low), n)).toThrow('above −1');
		expect(() => presentValueFactor(r, 0)).toThrow('above 0');
	}),
	law(
		'an asset bought again and again leaves the unused part of the last one at the end',
		[amount, life, fc.integer({ min: 1, max: 50 })],
		(price, n, horizon) => {
			const bought = reinvestmentFlows(price, n, horizon);
			expect(bought).toHaveLength(horizon + 1);
			const left = new Decimal(Math.ceil(horizon / n) * n - horizon).div(n);
			Array.from(bought).forEach((flow, year) => {
				const purchase = year % n === 0 && year < horizon ? price : ZERO;
				near(flow, year === horizon ? purchase.minus(price.times(left)) : purchase);
			});
			expect(() => reinvestmentFlows(price, 0, horizon)).toThrow('more than 0');
		}
	),
	law(
		'components cost what each of them costs, as long as it lasts',
		[fc.array(fc.tuple(amount, life), { maxLength: 4 }), rate],
		(list, r) => {
			const components = list.map(([value, n]) => ({ amount: value, years: n }));
			const together = componentCapitalCost(components, r);
			expect(together).toHaveLength(Math.max(0, ...components.map((one) => one.years)));
			together.forEach((total, year) =>
				near(
					total,
					sum(components.map((one) => capitalCost(one.amount, one.years, r).perYear[year] ?? ZERO))
				)
			);
			expect(() => capitalCostFactors(0, r, 1)).toThrow('above 0');
		}
	),
	law(
		'rounded parts add up to the rounded whole: the largest remainders are raised, the earlier of equal ones',
		[
			fc.array(
				fc.integer({ min: -3_000, max: 3_000 }).map((n) => new Decimal(n).div(1000)),
				{ maxLength: 8 }
			),
			fc.integer({ min: 0, max: 2 })
		],
		(parts, places) => {
			const shown = roundedParts(parts, places);
			const total = rounded(sum(parts), places);
			expect(sum(shown).eq(total)).toBe(true);
			const unit = new Decimal(10).pow(-places);
			const floors = parts.map((part) => part.div(unit).floor().times(unit));
			const missing = total.minus(sum(floors)).div(unit).toNumber();
			const byRemainder = parts
				.map((part, index) => ({ index, left: part.minus(floors[index] ?? part) }))
				.sort((a, b) => (a.left.eq(b.left) ? a.index - b.index : b.left.gt(a.left) ? 1 : -1));
			const raised = byRemainder.slice(0, missing).map(({ index }) => index);
			const slow = floors.map((floor, index) =>
				raised.includes(index) ? floor.plus(unit) : floor
			);
			const plain = parts.map((part) => rounded(part, places));
			expect(shown.map(String)).toEqual((sum(plain).eq(total) ? plain : slow).map(String));
		}
	)
];
