import { describe, expect, it } from 'vitest';
import { Decimal, sum } from '../../src/lib/core/decimal.ts';
import { choosable } from '../../src/lib/core/optimise/choosable.ts';
import { exactOutcome } from '../../src/lib/core/optimise/exact-outcome.ts';
import { nextMeasures } from '../../src/lib/core/optimise/next-measures.ts';
import type { Wish } from '../../src/lib/core/optimise/wish.ts';
import type { Plan, Portfolio } from '../../src/lib/core/plan/plan.ts';
import { examplePlan } from '../support/large-plan.ts';

/** What comes next on a portfolio, against every measure that could have come, each reckoned by the exact core. */
const basis = { year: 2030, scope: 'CO2' } as const;
const wish = (over: Partial<Wish> = {}): Wish => ({
	goal: 'smallest-gap',
	tonnes: basis,
	leastTonnes: null,
	cost: 'municipal',
	budget: 'plan',
	money: 'secured',
	offer: null,
	must: [],
	mustNot: [],
	starts: new Map(),
	scale: {},
	...over
});
const portfolioOf = (plan: Plan, id: string): Portfolio => {
	const found = plan.portfolios.find((one) => one.id === id);
	if (!found) throw new Error(id);
	return found;
};

/** The least cost per tonne among single measures that need nothing else and are no dearer than their room. */
function cheapestByHand(plan: Plan, portfolio: Portfolio, terms: Wish) {
	const before = exactOutcome(plan, portfolio, terms);
	const { measures } = choosable(plan, { ...terms, must: portfolio.measures });
	let best: { readonly id: string; readonly perTonne: Decimal } | null = null;
	for (const { measure, starts } of measures) {
		const isIn = (id: string) => portfolio.measures.includes(id);
		if (isIn(measure.id) || measure.excludes.some(isIn)) continue;
		if (plan.measures.some((one) => isIn(one.id) && one.excludes.includes(measure.id))) continue;
		if (!measure.requires.every(isIn)) continue;
		for (const start of starts) {
			const after = exactOutcome(
				plan,
				{
					...portfolio,
					measures: [...portfolio.measures, measure.id],
					shift: { ...portfolio.shift, [measure.id]: start - measure.startYear }
				},
				terms
			);
			if (after.gap.gt(before.gap.plus(1))) continue;
			const tonnes = after.tonnes.minus(before.tonnes);
			if (tonnes.gt(1e-6)) {
				const perTonne = after.cost.minus(before.cost).div(tonnes);
				if (!best || perTonne.lt(best.perTonne)) best = { id: measure.id, perTonne };
			}
			// The earliest start that own money has room for.
			break;
		}
	}
	return best;
}

describe('the next measures on a portfolio', () => {
	const plan = examplePlan();

	it('begin with the one whose tonne costs least, by trying every one', () => {
		let tried = 0;
		for (const budget of ['plan', 'none'] as const)
			for (const id of ['P1', 'P3']) {
				const terms = wish({ budget });
				const portfolio = portfolioOf(plan, id);
				const [first] = nextMeasures(plan, portfolio, terms, { basis, needed: new Decimal(1e6) });
				const byHand = cheapestByHand(plan, portfolio, terms);
				if (byHand === null) {
					expect(first?.isWithinRoom && first.alongside.length === 0).toBeFalsy();
					continue;
				}
				if (!first?.isWithinRoom) throw new Error('none has room');
				// With what it requires it may be cheaper still than any measure alone.
				const perTonne = first.cost.div(first.tonnes);
				if (first.alongside.length > 0) {
					expect(perTonne.lte(byHand.perTonne)).toBe(true);
					continue;
				}
				tried++;
				expect(perTonne.toNumber()).toBeCloseTo(byHand.perTonne.toNumber(), 4);
			}
		expect(tried).toBeGreaterThan(1);
	});

	it('add up to what all of them together do, and stop when the tonnes are there', () => {
		const portfolio = portfolioOf(plan, 'P1');
		const terms = wish({ budget: 'none' });
		const before = exactOutcome(plan, portfolio, terms);
		const all = nextMeasures(plan, portfolio, terms, { basis, needed: new Decimal(1e6) });
		expect(all.length).toBeGreaterThan(3);
		const together: Portfolio = {
			...portfolio,
			measures: [...portfolio.measures, ...all.flatMap((one) => [one.measure, ...one.alongside])],
			shift: {
				...portfolio.shift,
				...Object.fromEntries(
					all.map(({ measure, startYear }) => [
						measure,
						startYear - (plan.measures.find(({ id }) => id === measure)?.startYear ?? 0)
					])
				)
			}
		};
		const after = exactOutcome(plan, together, terms);
		expect(sum(all.map(({ tonnes }) => tonnes)).toNumber()).toBeCloseTo(
			after.tonnes.minus(before.tonnes).toNumber(),
			6
		);
		const needed = all[0]?.tonnes.plus(1) ?? new Decimal(1);
		expect(nextMeasures(plan, portfolio, terms, { basis, needed })).toHaveLength(2);
		expect(nextMeasures(plan, portfolio, terms, { basis, needed: new Decimal(0) })).toEqual([]);
	});

	it('keep exclusions and requirements, leave out what must not be there, and say what has no room', () => {
		const { measures } = plan;
		const needing = {
			...plan,
			measures: measures.map((one) => (one.id === 'A10' ? { ...one, requires: ['A15'] } : one))
		};
		const portfolio = { ...portfolioOf(plan, 'P3'), measures: ['A03'], shift: {}, scale: {} };
		const steps = nextMeasures(needing, portfolio, wish({ budget: 'none', mustNot: ['A12'] }), {
			basis,
			needed: new Decimal(1e6)
		});
		const ids = steps.flatMap((one) => [...one.alongside, one.measure]);
		expect(ids).not.toContain('A12');
		expect(new Set(ids).size).toBe(ids.length);
		if (ids.includes('A10')) expect(ids.indexOf('A15')).toBeLessThan(ids.indexOf('A10'));
		// A09 and A10 exclude each other.
		expect(ids.includes('A09') && ids.includes('A10')).toBe(false);
		const poor = wish({ budget: new Map(measures.map((_, n) => [2026 + n, new Decimal(0)])) });
		const dear = nextMeasures(plan, portfolio, poor, { basis, needed: new Decimal(1e6) });
		const [fits, not] = [true, false].map((is) => dear.filter((one) => one.isWithinRoom === is));
		expect(not?.length).toBeGreaterThan(0);
		for (const one of not ?? []) expect(one.gap.gt(0)).toBe(true);
		for (const one of fits ?? []) expect(one.gap.lte(0.01)).toBe(true);
	});
});
