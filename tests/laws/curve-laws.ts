import fc from 'fast-check';
import { expect } from 'vitest';
import { levelisedCost } from '../../src/lib/core/abatement/levelised-cost.ts';
import {
	byUnitCost,
	costToTarget,
	cumulativeTonnes,
	maccSteps,
	tonnesBelowPrice
} from '../../src/lib/core/abatement/macc.ts';
import { paretoLayers } from '../../src/lib/core/abatement/pareto-layers.ts';
import {
	annualisedCost,
	breakEvenPrice,
	climateBenefit,
	energyTonnes,
	socialNpv
} from '../../src/lib/core/abatement/unit-costs.ts';
import { incrementalHull } from '../../src/lib/core/abatement/variants.ts';
import { Decimal, ONE, ZERO, max, min, sum } from '../../src/lib/core/decimal.ts';
import { npv, presentValueFactor } from '../../src/lib/core/finance/time-value.ts';
import { TINY, amount, law, life, near, rate, small, type PartLaw } from './part-law.ts';

/** Few and small numbers, so that equal costs and equal tonnes are common. */
const points = (fewestTonnes: number) =>
	fc
		.array(
			fc.record({
				cost: fc.integer({ min: -6, max: 6 }),
				tonnes: fc.integer({ min: fewestTonnes, max: 6 })
			}),
			{ maxLength: 9 }
		)
		.map((list) =>
			list.map(({ cost, tonnes }, index) => ({
				id: `m${index}`,
				cost: new Decimal(cost).div(2),
				tonnes: new Decimal(tonnes).div(4)
			}))
		);

type Point = { readonly id: string; readonly cost: Decimal; readonly tonnes: Decimal };

function dominates(a: Point, b: Point): boolean {
	const isSame = a.tonnes.eq(b.tonnes) && a.cost.eq(b.cost);
	return a.tonnes.gte(b.tonnes) && a.cost.lte(b.cost) && !isSame;
}

/** What nothing dominates, taken away again and again: the definition. */
function layersOf(all: readonly Point[]): string[][] {
	if (all.length === 0) return [];
	const front = all.filter((b) => !all.some((a) => dominates(a, b)));
	return [front.map(({ id }) => id), ...layersOf(all.filter((one) => !front.includes(one)))];
}

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

/** Laws of cost per tonne and of the curve. */
export const curveLaws: readonly PartLaw[] = [
	law('Pareto layers are what is left undominated, layer by layer', [points(1)], (list) => {
		expect(paretoLayers(list).map(ids)).toEqual(layersOf(list));
	}),
	law(
		'the curve: what pays for itself by layer and benefit, then by kronor per tonne, larger tonnes, id',
		[points(1), fc.integer({ min: 0, max: 3 }).map((n) => new Decimal(n))],
		(list, value) => {
			const steps = maccSteps(
				list.map((one) => ({ ...one, netBenefit: value.times(one.tonnes).minus(one.cost) }))
			);
			expect(new Set(steps.map(({ candidate }) => candidate.id))).toEqual(new Set(ids(list)));
			const layers = layersOf(list.filter(({ cost }) => cost.isNegative() && !cost.isZero()));
			steps.forEach(({ candidate, layer, order, costPerTonne }, index) => {
				expect(order).toBe(index + 1);
				near(costPerTonne, candidate.cost.div(candidate.tonnes));
				const own = layers.findIndex((members) => members.includes(candidate.id));
				expect(layer).toBe(own < 0 ? null : own + 1);
				const before = steps[index - 1];
				if (!before) return;
				if (layer === null && before.layer === null)
					expect(before.costPerTonne.lte(costPerTonne.plus(TINY))).toBe(true);
				else expect(before.layer ?? Infinity).toBeLessThanOrEqual(layer ?? Infinity);
				if (layer !== null && layer === before.layer)
					expect(before.candidate.netBenefit.gte(candidate.netBenefit)).toBe(true);
			});
			const classic = byUnitCost(list);
			classic.slice(1).forEach((one, index) => {
				const before = classic[index] ?? one;
				const [a, b] = [before.cost.div(before.tonnes), one.cost.div(one.tonnes)];
				const isTied = a.minus(b).abs().lt(TINY);
				expect(isTied || a.lt(b)).toBe(true);
				if (isTied) expect(before.tonnes.gte(one.tonnes)).toBe(true);
				if (isTied && before.tonnes.eq(one.tonnes)) expect(before.id < one.id).toBe(true);
			});
		}
	),
	law(
		'a target costs the steps up to it and the part of the last that it takes',
		[points(1), fc.nat(), small],
		(list, place, some) => {
			const ordered = byUnitCost(list);
			const reached = cumulativeTonnes(ordered);
			for (const target of [reached[place % Math.max(1, list.length)] ?? some, some]) {
				if (target.isZero()) continue;
				const last = reached.findIndex((tonnes) => tonnes.gte(target));
				const found = costToTarget(ordered, target);
				const [step, whole] = [ordered[last], ordered.slice(0, Math.max(0, last))];
				if (!step) expect(found).toBeNull();
				else {
					near(found?.marginalPrice, step.cost.div(step.tonnes));
					const part = target.minus(sum(whole.map(({ tonnes }) => tonnes)));
					const cost = sum(whole.map((one) => one.cost));
					near(found?.cost, cost.plus(part.times(step.cost.div(step.tonnes))));
				}
			}
			const price = ordered[place % Math.max(1, list.length)];
			const limit = price ? price.cost.div(price.tonnes) : some;
			const within = ordered.filter((one) => one.cost.div(one.tonnes).lte(limit));
			near(tonnesBelowPrice(ordered, limit), sum(within.map(({ tonnes }) => tonnes)));
		}
	),
	law(
		'the hull’s steps get dearer, every variant lies on it or above, and the order of the file is nothing to it',
		[points(0)],
		(variants) => {
			const steps = incrementalHull(variants);
			const ofOthers = incrementalHull([...variants].reverse());
			expect(steps.map(({ variant }) => variant.id)).toEqual(
				ofOthers.map(({ variant }) => variant.id)
			);
			steps.forEach(({ incrementalCost, extraCost, extraTonnes }, n) => {
				near(incrementalCost.times(extraTonnes), extraCost);
				if (n > 0) expect(incrementalCost.gt(steps[n - 1]?.incrementalCost ?? 0)).toBe(true);
			});
			for (const { tonnes, cost } of variants.filter((one) => !one.tonnes.isZero())) {
				let [hull, reached] = [ZERO, ZERO];
				for (const step of steps) {
					const part = max(ZERO, min(step.extraTonnes, tonnes.minus(reached)));
					hull = hull.plus(part.times(step.incrementalCost));
					reached = reached.plus(step.extraTonnes);
				}
				expect(cost.gte(hull.minus(TINY))).toBe(true);
			}
			const most = variants.reduce((best, { tonnes }) => max(best, tonnes), ZERO);
			near(sum(steps.map(({ extraTonnes }) => extraTonnes)), most);
		}
	),
	law(
		'a cost per tonne exists where the tonnes, discounted and not, are above zero, and a reason where not',
		[
			fc.array(fc.integer({ min: -4, max: 6 }), { minLength: 1, maxLength: 4 }),
			small,
			rate,
			fc.nat({ max: 5 })
		],
		(quarters, cost, r, lacking) => {
			const tonnes = quarters.map((n) => new Decimal(n).div(4));
			const discount = tonnes.map((_, t) => r.plus(1).times(3).pow(-t));
			const costs = tonnes.map(() => cost);
			const found = levelisedCost(
				lacking === 0 ? null : costs,
				lacking === 1 ? null : tonnes,
				discount
			);
			const [total, discounted] = [
				sum(tonnes),
				sum(tonnes.map((one, t) => one.times(discount[t] ?? ZERO)))
			];
			const has = (one: Decimal) => one.toDecimalPlaces(15);
			const effect =
				has(total).isZero() || (has(total).gt(0) && has(discounted).isZero())
					? 'no-abatement'
					: has(total).gt(0) && has(discounted).gt(0)
						? null
						: 'negative-abatement';
			const reason = lacking === 0 ? 'unknown-cost' : lacking === 1 ? 'unknown-effect' : effect;
			expect(found.reason).toBe(reason);
			const present = sum(costs.map((one, t) => one.times(discount[t] ?? ZERO)));
			near(found.costPerTonne, reason ? null : present.div(discounted));
			near(found.costPerTonneUndiscounted, reason ? null : present.div(total));
		}
	),
	law(
		'at the break-even price the project is worth nothing after tax',
		[amount, amount, small, rate, life, fc.integer({ min: 0, max: 9 })],
		(investment, opex, revenue, r, n, tenths) => {
			const tax = new Decimal(tenths).div(10);
			const price = (tonnesPerYear: Decimal) =>
				breakEvenPrice({ investment, opex, revenue, years: n, rate: r, tax, tonnesPerYear });
			const tonnes = new Decimal('0.02');
			const before = (price(tonnes) ?? ZERO).times(tonnes).plus(revenue).minus(opex);
			const after = before.minus(tax.times(before.minus(investment.div(n))));
			near(after.times(presentValueFactor(r, n)), investment);
			expect(price(ZERO)).toBeNull();
			const yearly = annualisedCost({
				capex: investment,
				opex,
				saving: revenue,
				years: n,
				rate: r,
				tonnesPerYear: tonnes
			});
			near(yearly.perYear.minus(opex).plus(revenue).times(presentValueFactor(r, n)), investment);
			near(yearly.perTonne?.times(tonnes), yearly.perYear);
			expect(
				annualisedCost({
					capex: investment,
					opex,
					saving: revenue,
					years: n,
					rate: r,
					tonnesPerYear: ZERO
				}).perTonne
			).toBeNull();
		}
	),
	law(
		'society’s value is what the tonnes and other effects are worth, less the cost',
		[fc.array(small, { minLength: 1, maxLength: 5 }), small, rate],
		(series, worth, r) => {
			const value = socialNpv(
				r,
				series,
				series,
				series.map(() => worth),
				series
			);
			near(
				value.social,
				npv(
					r,
					series.map((one) => one.times(worth))
				)
			);
			near(value.financial, npv(r, series).neg());
			near(value.carbon.plus(value.financial).plus(npv(r, series)), value.social);
			const [first = ZERO] = series;
			const benefit = climateBenefit(first, worth);
			near(benefit.kilograms, first.times(1000));
			near(
				benefit.kilogramsPerKrona?.times(worth) ?? null,
				worth.isZero() ? null : benefit.kilograms
			);
			near(
				benefit.kronorPerKilogram?.times(benefit.kilograms) ?? null,
				first.isZero() ? null : worth
			);
			const nothing = climateBenefit(ZERO, ZERO);
			expect([nothing.kilogramsPerKrona, nothing.kronorPerKilogram]).toEqual([null, null]);
			const grams = climateBenefit(new Decimal('0.0005'), ONE);
			near(grams.kronorPerKilogram, new Decimal(2));
			const energy = energyTonnes(worth, series);
			near(sum(energy.tonnes).times(1000), sum(series).times(worth));
			near(energy.atFirstFactor.times(1000), first.times(worth).times(series.length));
		}
	)
];
