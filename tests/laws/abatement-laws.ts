import fc from 'fast-check';
import { expect } from 'vitest';
import { sequentialCredits, shareCredits } from '../../src/lib/core/abatement/interaction.ts';
import { gaussLegendre } from '../../src/lib/core/abatement/quadrature.ts';
import { shapleyCredits } from '../../src/lib/core/abatement/shapley.ts';
import { effectLeavesHorizon, effectProfiles } from '../../src/lib/core/abatement/effects.ts';
import { Decimal, ONE, ZERO, min, sum } from '../../src/lib/core/decimal.ts';
import type { Effect } from '../../src/lib/core/plan/plan.ts';
import { amount, law, near, small, type PartLaw } from './part-law.ts';

const HORIZON = { firstYear: 2026, lastYear: 2031 };
const year = fc.integer({ min: 2023, max: 2034 });
const shares = fc
	.array(fc.integer({ min: -40, max: 100 }), { maxLength: 7 })
	.map((percents) => percents.map((percent) => new Decimal(percent).div(100)));

function effectOf(from: number, to: number, rampYears: number): Effect {
	const rest = { pool: 'p', basis: '', source: '', confidence: '' };
	return { kind: 'direct', from, to, rampYears, tonnesPerYear: ONE, ...rest };
}

/** The mean contribution over every order, one by one. */
function overAllOrders(pool: Decimal, claims: readonly Decimal[]): Decimal[] {
	const orders = permutations(claims.map((_, index) => index));
	return claims.map((_, k) =>
		sum(
			orders.map((order) => {
				const { credits } = sequentialCredits(
					pool,
					order.map((index) => claims[index] ?? ZERO)
				);
				return credits[order.indexOf(k)] ?? ZERO;
			})
		).div(orders.length)
	);
}

function permutations(items: readonly number[]): number[][] {
	if (items.length === 0) return [[]];
	return items.flatMap((item) =>
		permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest])
	);
}

/** Laws of effects over the years, and of measures that overlap. */
export const abatementLaws: readonly PartLaw[] = [
	law(
		'an effect moved in time is the same effect later, ramped from its first year, inside the plan’s years',
		[year, fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 3 }), fc.nat({ max: 4 })],
		(from, length, shift, ramp) => {
			const to = from + length;
			const profiles = effectProfiles(new Map(), HORIZON);
			// Others that a careless key would take for it.
			profiles(effectOf(from - shift, to + shift, ramp), 0);
			profiles(effectOf(from + shift, to - shift, ramp), 0);
			profiles(effectOf(from + shift, to + shift, ramp + 1), 0);
			const profile = profiles(effectOf(from, to, ramp), shift);
			expect(profile).toHaveLength(6);
			profile.forEach((share, index) => {
				const n = 2026 + index - (from + shift) + 1;
				const isOn = n >= 1 && n <= length + 1;
				near(share, isOn ? min(ONE, new Decimal(n).div(Math.max(1, ramp))) : ZERO);
			});
			const outside = [from + shift, to + shift].some((end) => end < 2026 || end > 2031);
			expect(effectLeavesHorizon(effectOf(from, to, ramp), shift, HORIZON)).toBe(outside);
		}
	),
	law(
		'a pool gives what its credits took: each its share of what was left, nothing from an empty pool',
		[amount, fc.array(amount, { maxLength: 6 }), small],
		(pool, claims, less) => {
			const { credits, remaining } = sequentialCredits(pool, claims);
			near(pool.minus(sum(credits)), remaining);
			let left = pool;
			claims.forEach((claim, k) => {
				const share = pool.isZero() ? ZERO : min(ONE, claim.div(pool));
				near(credits[k], share.times(left));
				left = left.minus(share.times(left));
			});
			for (const empty of [ZERO, less.neg()])
				expect(sequentialCredits(empty, [less, less.neg()]).credits).toEqual([ZERO, ZERO]);
			const parts = claims.map((claim) => claim.div(1_000_000));
			near(sum(shareCredits(pool, parts).claims), pool.times(sum(parts)));
		}
	),
	law(
		'without an order each measure is credited its mean over all orders, and all together what any order gives',
		[amount, shares],
		(pool, list) => {
			const claims = list.map((share) => share.times(pool));
			const credits = shapleyCredits(pool, list);
			near(sum(credits), sum(sequentialCredits(pool, claims).credits));
			if (list.length <= 5)
				overAllOrders(pool, claims).forEach((mean, k) => near(credits[k], mean));
			list.forEach((share, a) =>
				list.forEach((other, b) => share.eq(other) && near(credits[a], credits[b]))
			);
		}
	),
	law(
		'quadrature with m points is exact up to degree 2m − 1',
		[fc.integer({ min: 1, max: 24 })],
		(m) => {
			const points = gaussLegendre(m);
			for (const { t } of points) expect(t.gt(0) && t.lt(1)).toBe(true);
			for (let degree = 0; degree < 2 * m; degree++)
				near(sum(points.map(({ t, weight }) => weight.times(t.pow(degree)))), ONE.div(degree + 1));
		}
	),
	{
		name: 'more overlapping measures than points still sum to what the pool gives',
		run: () => {
			const list = Array.from({ length: 262 }, (_, k) => new Decimal((k % 5) - 1).div(40));
			const left = list.reduce((product, share) => product.times(ONE.minus(share)), ONE);
			near(sum(shapleyCredits(new Decimal(1000), list)), ONE.minus(left).times(1000));
		}
	}
];
