import fc from 'fast-check';
import { expect } from 'vitest';
import { Decimal, ONE, ZERO, sum } from '../../src/lib/core/decimal.ts';
import { irr, mirr, payback, profitabilityIndex } from '../../src/lib/core/finance/returns.ts';
import { npv } from '../../src/lib/core/finance/time-value.ts';
import { TINY, amount, flows, law, life, near, rate, type PartLaw } from './part-law.ts';

/** Small flows with zeros and ones among them, where bounds are met exactly. */
const smallFlows = fc.array(
	fc.integer({ min: -6, max: 6 }).map((n) => new Decimal(n).div(2)),
	{ minLength: 1, maxLength: 7 }
);

/** Flows whose net present value is zero at exactly these rates: the coefficients of Π ((1 + r) v − 1). */
function flowsWith(rates: readonly Decimal[]): Decimal[] {
	let product = [ONE];
	for (const one of rates)
		product = Array.from({ length: product.length + 1 }, (_, t) =>
			(product[t - 1] ?? ZERO).times(one.plus(1)).minus(product[t] ?? ZERO)
		);
	return product;
}

function isClose(a: Decimal | null | undefined, b: Decimal | null | undefined): boolean {
	return a && b ? a.minus(b).abs().lt('1e-13') : (a ?? null) === (b ?? null);
}

/** Laws of internal rates of return and payback. */
export const returnsLaws: readonly PartLaw[] = [
	law(
		'the rates that flows are made of are all found; the smallest that is not negative counts, else the largest',
		[
			fc.uniqueArray(fc.integer({ min: -10, max: 30 }), { minLength: 1, maxLength: 4 }),
			fc.boolean(),
			fc.integer({ min: 0, max: 2 })
		],
		(twentieths, isTwice, wait) => {
			const rates = twentieths.map((n) => new Decimal(n).div(20)).sort((a, b) => a.cmp(b));
			const made = flowsWith(isTwice ? [...rates.slice(0, 1), ...rates] : rates);
			const found = irr([...made.slice(0, wait).map(() => ZERO), ...made, ZERO]);
			expect(found.all).toHaveLength(rates.length);
			found.all.forEach((one, index) => expect(isClose(one, rates[index])).toBe(true));
			const chosen = rates.find((one) => one.gte(0)) ?? rates.at(-1);
			expect(isClose(found.irr, chosen)).toBe(true);
			expect(found.isUnique).toBe(rates.length === 1);
			expect(irr(made.map((flow) => flow.abs()))).toEqual({ irr: null, isUnique: true, all: [] });
		}
	),
	law('the net present value at an internal rate of return is zero', [flows, rate], (values, r) => {
		for (const one of irr(values).all) {
			const size = sum(values.map((flow, t) => flow.abs().div(one.plus(1).pow(t))));
			expect(npv(one, values).abs().lte(size.times('1e-12').plus('1e-12'))).toBe(true);
		}
		const known = r.toDecimalPlaces(3);
		near(irr([new Decimal(-1), known.plus(1)]).irr, known);
	}),
	law(
		'payback comes when the sum first reaches zero, linear within the period, later when discounted',
		[smallFlows, amount, amount, rate],
		(values, cost, yearly, r) => {
			const first = values.findIndex((flow) => !flow.isZero());
			const sums = values.map((_, t) => sum(values.slice(0, t + 1)));
			const at = sums.findIndex((total, t) => t >= first && total.gte(0));
			const within = sums[at - 1]?.neg().div(values[at] ?? ONE) ?? ZERO;
			const wanted = at === first ? ZERO : within.plus(at - 1);
			near(payback(values), at < 0 || first < 0 ? (first < 0 ? ZERO : null) : wanted);
			const [out, back] = [cost.plus(1), yearly.plus(100)];
			const project = [out.neg(), ...Array.from({ length: 8 }, () => back)];
			near(payback(project), out.lte(back.times(8)) ? out.div(back) : null);
			const [plain, discounted] = [payback(project), payback(project, r)];
			if (plain && discounted) expect(discounted.gte(plain.minus(TINY))).toBe(true);
		}
	),
	law(
		'what went out, grown at the modified rate, is what came in, reinvested',
		[smallFlows, rate, rate, life],
		(values, finance, reinvested, n) => {
			const periods = values.length - 1;
			const paid = npv(
				finance,
				values.map((flow) => Decimal.max(0, flow.neg()))
			);
			const earned = sum(
				values.map((flow, t) => Decimal.max(0, flow).times(reinvested.plus(1).pow(periods - t)))
			);
			const found = mirr(values, finance, reinvested);
			if (periods < 1 || paid.isZero() || earned.isZero()) expect(found).toBeNull();
			else
				near(
					found?.plus(1).pow(periods).times(paid).toDecimalPlaces(20),
					earned.toDecimalPlaces(20)
				);
			const one = [
				new Decimal(-1),
				...Array.from({ length: n - 1 }, () => ZERO),
				finance.plus(1).pow(n)
			];
			near(mirr(one, finance, finance)?.toDecimalPlaces(15), finance);
		}
	),
	law(
		'the profitability index times what goes out before the first inflow is the net present value',
		[smallFlows, rate],
		(values, r) => {
			const inflow = values.findIndex((flow) => flow.gt(0));
			const before = inflow < 0 ? values : values.slice(0, inflow);
			const invested = npv(r, before).neg();
			const index = profitabilityIndex(r, values);
			if (invested.isZero()) expect(index).toBeNull();
			else near(index?.times(invested), npv(r, values));
		}
	)
];
