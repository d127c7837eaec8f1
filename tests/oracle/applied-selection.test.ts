import { describe, expect, it } from 'vitest';
import { randomNumbers } from '../../src/lib/core/random.ts';
import { exactOutcome } from '../../src/lib/core/optimise/exact-outcome.ts';
import { exactMix, mixProgram } from '../../src/lib/core/optimise/funding-mix.ts';
import {
	proposalProblem,
	proposedApplications,
	withProposal
} from '../../src/lib/core/optimise/funding-proposal.ts';
import { Decimal } from '../../src/lib/core/decimal.ts';
import type { Wish } from '../../src/lib/core/optimise/wish.ts';
import type { Plan, Portfolio } from '../../src/lib/core/plan/plan.ts';
import { catalogue } from '../../src/lib/server/catalogue/catalogue.ts';
import { findPortfolio } from '../../src/lib/server/work/find-portfolio.ts';
import { loadSolver } from '../../src/lib/server/work/solver.ts';
import { examplePlan } from '../support/large-plan.ts';

/**
 * Measures, starts and applications in one model against the best applications of every portfolio, each found by itself: what
 * is left of the cost when all is won.
 */
const solve = await loadSolver();
const offer = {
	programmes: [...catalogue.programmes.values()],
	calls: [],
	today: '2026-11-27'
};

const plan = examplePlan();
const wish: Wish = {
	goal: 'least-cost',
	tonnes: { year: null, scope: 'all' },
	leastTonnes: null,
	cost: 'municipal',
	budget: 'none',
	money: 'proposed',
	offer,
	must: [],
	mustNot: [],
	starts: new Map(),
	scale: {}
};

/** The least cost of a portfolio: every application that takes off most of its present cost. */
function leastCost(of: Plan, portfolio: Portfolio): Decimal {
	const { problem, ...rest } = proposalProblem(of, portfolio, {
		...offer,
		mostPerYear: null,
		netCosts: new Map()
	});
	const first = of.settings.firstYear;
	const perKrona = rest.claims.map(({ item, placed }) => {
		if (item.timing !== 'one-off' || item.amount === null) return new Decimal(0);
		const { discountRate } = of.settings;
		const present = item.years.map(({ year, amount }) =>
			amount.div(discountRate.plus(1).pow(year + placed.shift - first))
		);
		return Decimal.sum(0, ...present)
			.div(item.amount)
			.times(placed.ownShare);
	});
	const weighted = { ...problem, weights: perKrona };
	const { values, status } = solve(mixProgram(weighted), { seconds: 20, gap: 0 });
	expect(status).toBe('optimal');
	const mix = exactMix(weighted, values);
	const applications = proposedApplications(of, { problem: weighted, ...rest }, mix);
	return exactOutcome(withProposal(of, applications), portfolio, wish).cost;
}

describe('measures and applications in one model', () => {
	it('are as good as the best applications of the best portfolio', () => {
		const random = randomNumbers(7);
		const once = plan.measures.filter(
			({ costs, status, jointWith }) =>
				status !== 'done' &&
				jointWith.length === 0 &&
				costs.every((item) => item.timing === 'one-off' || item.kind !== 'opex')
		);
		for (let round = 0; round < 6; round++) {
			const measures = once
				.map((one) => ({ one, draw: random() }))
				.sort((a, b) => a.draw - b.draw)
				.slice(0, 3)
				.map(({ one }) => ({ ...one, excludes: [], requires: [] }));
			const ids = new Set(measures.map(({ id }) => id));
			const small: Plan = {
				...plan,
				measures,
				funding: plan.funding.filter(({ measure }) => ids.has(measure)),
				portfolios: []
			};
			const starts = new Map(
				measures.map(({ id, startYear }) => [id, { earliest: startYear, latest: startYear + 1 }])
			);
			const must = measures.slice(0, 2).map(({ id }) => id);
			const found = findPortfolio(small, { ...wish, starts, must }, solve, { seconds: 30 });
			expect(found.status).toBe('best');
			const shifts = measures.reduce<(number | null)[][]>(
				(some, { id }) =>
					some.flatMap((one) =>
						(must.includes(id) ? [0, 1] : [null, 0, 1]).map((shift) => [...one, shift])
					),
				[[]]
			);
			const costs = shifts.map((all) =>
				leastCost(small, {
					id: 'tried',
					name: '',
					measures: measures.flatMap(({ id }, index) => (all[index] === null ? [] : [id])),
					shift: Object.fromEntries(measures.map(({ id }, index) => [id, all[index] ?? 0])),
					scale: {}
				})
			);
			const least = Decimal.min(...costs).toNumber();
			expect(found.found?.applications.length).toBeGreaterThan(0);
			expect(Math.abs((found.found?.outcome.cost.toNumber() ?? NaN) - least)).toBeLessThan(20);
		}
	});
});
