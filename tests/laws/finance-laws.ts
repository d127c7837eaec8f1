import fc from 'fast-check';
import { expect } from 'vitest';
import { Decimal, ONE, ZERO, sum } from '../../src/lib/core/decimal.ts';
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
import { euFundingGap } from '../../src/lib/core/funding/eu-gap.ts';
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

/** Laws of time value, returns, prices and capital cost. */
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
	})
];
