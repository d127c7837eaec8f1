import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, sum } from '../../src/lib/core/decimal.ts';
import { exactOutcome, type ExactOutcome } from '../../src/lib/core/optimise/exact-outcome.ts';
import { usualWindow } from '../../src/lib/core/optimise/choosable.ts';
import { goals, type Goal, type Wish } from '../../src/lib/core/optimise/wish.ts';
import type { Plan, Portfolio } from '../../src/lib/core/plan/plan.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { yearsOf } from '../../src/lib/core/years.ts';
import { findPortfolio } from '../../src/lib/server/work/find-portfolio.ts';
import { loadSolver } from '../../src/lib/server/work/solver.ts';
import { arbitrarySettledPlan } from './arbitrary-settings.ts';

/** The best portfolio of a plan against trying every one, each reckoned by the exact core. */
const solve = await loadSolver();

const MOST = 4;
const CLOSE = 0.02;

const wishes = fc.record({
	goal: fc.constantFrom(...goals),
	year: fc.constantFrom(null, 0, 2),
	scope: fc.constantFrom('all' as const, 'all' as const, 'CO2' as const, 'CO2e' as const),
	share: fc.constantFrom(null, 0.3, 0.8, 1.5),
	cost: fc.constantFrom('municipal' as const, 'socioeconomic' as const),
	budget: fc.constantFrom('none' as const, 'plan' as const),
	money: fc.constantFrom('secured' as const, 'listed' as const)
});

/** Every portfolio of the plan's measures with starts as the wish has them. */
function everyPortfolio(plan: Plan, wish: Wish): Portfolio[] {
	const choices = plan.measures.map(({ id, startYear }) => {
		const { earliest, latest } = wish.starts.get(id) ?? { earliest: startYear, latest: startYear };
		return [
			null,
			...Array.from({ length: latest - earliest + 1 }, (_, n) => earliest + n - startYear)
		];
	});
	const all = choices.reduce<(number | null)[][]>(
		(some, own) => some.flatMap((one) => own.map((shift) => [...one, shift])),
		[[]]
	);
	return all.map((shifts) => ({
		id: 'tried',
		name: 'tried',
		measures: plan.measures.flatMap(({ id }, index) => (shifts[index] === null ? [] : [id])),
		shift: Object.fromEntries(
			plan.measures.flatMap(({ id }, index) => (shifts[index] ? [[id, shifts[index]]] : []))
		),
		scale: {}
	}));
}

function isAllowed(plan: Plan, { measures, shift }: Portfolio): boolean {
	const startIn = (id: string) =>
		(plan.measures.find((one) => one.id === id)?.startYear ?? 0) + (shift[id] ?? 0);
	return plan.measures
		.filter(({ id }) => measures.includes(id))
		.every(
			({ id, excludes, requires, startYear }) =>
				!excludes.some((other) => measures.includes(other)) &&
				requires.every((other) => {
					const own = plan.measures.find((one) => one.id === other)?.startYear ?? 0;
					const lag = Math.max(0, own - startYear);
					return measures.includes(other) && startIn(other) <= startIn(id) + lag;
				})
		);
}

const scores: Readonly<Record<Goal, (outcome: ExactOutcome) => number>> = {
	'most-tonnes': ({ tonnes }) => tonnes.toNumber(),
	'least-cost': ({ cost }) => -cost.toNumber(),
	'smallest-gap': ({ gap }) => -gap.toNumber()
};

describe('the best portfolio of a plan', () => {
	it('is as good as the best of all that keep the wish, and is reckoned as the method does', () => {
		const seen = { best: 0, limit: 0, infeasible: 0, shared: 0 };
		fc.assert(
			fc.property(arbitrarySettledPlan, wishes, (whole, { year, share, ...rest }) => {
				const kept = whole.measures.slice(0, MOST);
				const ids = new Set(kept.map(({ id }) => id));
				const plan: Plan = {
					...whole,
					measures: kept.map((one) => ({
						...one,
						excludes: one.excludes.filter((id) => ids.has(id)),
						requires: one.requires.filter((id) => ids.has(id))
					})),
					funding: whole.funding.filter(({ measure }) => ids.has(measure)),
					applications: [],
					portfolios: []
				};
				const { firstYear, lastYear } = plan.settings;
				const bare: Wish = {
					...rest,
					offer: null,
					tonnes: {
						year: year === null ? null : Math.min(firstYear + year, lastYear),
						scope: rest.scope
					},
					leastTonnes: null,
					must: [],
					mustNot: [],
					scale: {},
					starts: new Map(
						plan.measures.map((one) => {
							const { earliest } = usualWindow(plan, one);
							return [one.id, { earliest, latest: earliest + 1 }];
						})
					)
				};
				const rooms = new Map(
					yearsOf(plan.settings).map((y) => {
						const row = plan.budget.find((one) => one.year === y);
						return [y, row?.ownInvestmentCapacity ?? new Decimal(0)] as const;
					})
				);
				const isGap = rest.goal === 'smallest-gap';
				const wish: Wish = { ...bare, budget: isGap ? rooms : rest.budget };
				const free = everyPortfolio(plan, wish)
					.filter((one) => isAllowed(plan, one))
					.map((portfolio) => ({ portfolio, outcome: exactOutcome(plan, portfolio, wish) }));
				const highest = Math.max(...free.map(({ outcome }) => outcome.tonnes.toNumber()));
				const aimed =
					share === null ? wish : { ...wish, leastTonnes: new Decimal(highest * share) };
				const result = findPortfolio(plan, aimed, solve, { seconds: 20 });
				seen[result.status] += 1;
				const known = new Set(result.measures);
				const keeping = free.filter(
					({ portfolio, outcome }) =>
						portfolio.measures.every((id) => known.has(id)) &&
						(isGap || outcome.gap.lte(0.01)) &&
						(aimed.leastTonnes === null || outcome.tonnes.gte(aimed.leastTonnes.minus(1e-6)))
				);
				const isClipped = startsLeavePlan(plan, wish);
				if (isClipped) return;
				if (result.sharedLines.length > 0) seen.shared += 1;
				expect(result.status).toBe(keeping.length === 0 ? 'infeasible' : 'best');
				if (keeping.length === 0 || !result.found) return;
				const best = Math.max(...keeping.map(({ outcome }) => scores[rest.goal](outcome)));
				const got = scores[rest.goal](result.found.outcome);
				expect(Math.abs(got - best)).toBeLessThan(CLOSE + 1e-6 * Math.abs(best));
				expect(isAllowed(plan, result.found.portfolio)).toBe(true);
			}),
			{ numRuns: 150 }
		);
		expect(seen.best).toBeGreaterThan(40);
		expect(seen.infeasible).toBeGreaterThan(5);
	});

	it('is reckoned as an evaluation reckons it', () => {
		fc.assert(
			fc.property(arbitrarySettledPlan, wishes, (plan, { goal, scope, year }) => {
				const [portfolio] = plan.portfolios;
				if (!portfolio) return;
				const evaluation = evaluate(plan, portfolio.id);
				const wish: Wish = {
					goal,
					tonnes: { year: year === null ? null : plan.settings.firstYear, scope },
					leastTonnes: null,
					offer: null,
					cost: 'socioeconomic',
					budget: 'plan',
					money: 'secured',
					must: [],
					mustNot: [],
					starts: new Map(),
					scale: {}
				};
				const outcome = exactOutcome(plan, portfolio, wish);
				const credited =
					scope === 'all'
						? evaluation.creditedAllPoolsPerYear
						: evaluation.emissions[scope].credited;
				const tonnes = year === null ? sum(credited) : credited[0];
				expect(outcome.tonnes.toFixed(6)).toBe(tonnes?.toFixed(6));
				if (evaluation.gap.secured.total)
					expect(outcome.gap.toFixed(2)).toBe(evaluation.gap.secured.total.toFixed(2));
				if (evaluation.measures.every(({ netCost }) => netCost !== null)) {
					const cost = sum(
						evaluation.measures.map(({ netCost, ownShare }) => ownShare.times(netCost ?? 0))
					);
					expect(outcome.cost.toFixed(2)).toBe(cost.toFixed(2));
				}
			}),
			{ numRuns: 100 }
		);
	});
});

/** Whether some start that the wish allows would move a single cost out of the plan's years, which the search does not do. */
function startsLeavePlan({ measures, settings }: Plan, { starts }: Wish): boolean {
	const isIn = (year: number) => year >= settings.firstYear && year <= settings.lastYear;
	return measures.some(({ id, costs, startYear }) => {
		const { earliest, latest } = starts.get(id) ?? { earliest: startYear, latest: startYear };
		return costs.some(
			(item) =>
				item.timing === 'one-off' &&
				item.years.some(
					({ year }) =>
						isIn(year) && !(isIn(year + earliest - startYear) && isIn(year + latest - startYear))
				)
		);
	});
}
