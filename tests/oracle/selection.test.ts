import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greedySelection } from '../../src/lib/core/optimise/greedy-selection.ts';
import {
	isKept,
	loadOf,
	outcomeOf,
	scoreOf,
	type SelectionOption,
	type SelectionProblem
} from '../../src/lib/core/optimise/selection.ts';
import { withOnly } from '../../src/lib/core/optimise/wish-parts.ts';
import { bestSelection, settledSelection } from '../../src/lib/server/work/best-selection.ts';
import { contradiction } from '../../src/lib/server/work/contradiction.ts';
import { costFront } from '../../src/lib/server/work/cost-front.ts';
import { loadSolver } from '../../src/lib/server/work/solver.ts';
import { everySelection, scoreOfTried } from './brute-selection.ts';

/** The best selection against trying every one, and laws that it keeps. */
const solve = await loadSolver();
const search = () => ({ solve, until: performance.now() + 20_000 });

const YEARS = 3;
const part = fc.record({
	amount: fc.integer({ min: -2, max: 12 }),
	cap: fc.constantFrom(null, null, 0)
});
const option = fc.record({
	tonnes: fc.array(part, { maxLength: 1 }),
	loads: fc.uniqueArray(
		fc.tuple(fc.nat(1), fc.constantFrom(-0.1, 0.05, 0.2, 0.4, 0.7, 1).map(loadOf)),
		{ maxLength: 2, selector: ([cell]) => cell }
	),
	cost: fc.integer({ min: -4, max: 20 }),
	uses: fc.array(fc.integer({ min: -2, max: 9 }), { minLength: YEARS, maxLength: YEARS }),
	waits: fc.oneof(
		{ weight: 3, arbitrary: fc.constant([0, 0, 0]) },
		{
			weight: 1,
			arbitrary: fc.array(fc.nat(3), { minLength: YEARS, maxLength: YEARS })
		}
	)
});

/** Up to `most` measures with up to three starts, two cells that they share, a cap, budgets, and wishes that may contradict. */
const problems = (most: number): fc.Arbitrary<SelectionProblem> =>
	fc.integer({ min: 1, max: most }).chain((count) => {
		const measure = fc.nat(count - 1);
		const pairs = fc
			.array(fc.tuple(measure, measure), { maxLength: 2 })
			.map((all) => all.filter(([one, other]) => one !== other));
		return fc
			.record({
				starts: fc.array(fc.array(option, { minLength: 1, maxLength: 3 }), {
					minLength: count,
					maxLength: count
				}),
				sizes: fc.tuple(fc.integer({ min: 5, max: 40 }), fc.integer({ min: 5, max: 40 })),
				cellCap: fc.constantFrom(null, 0),
				cap: fc.integer({ min: 0, max: 30 }),
				rooms: fc.array(fc.constantFrom(null, 4, 8, 12, 20), {
					minLength: YEARS,
					maxLength: YEARS
				}),
				isRoomCarried: fc.boolean(),
				excludes: pairs,
				requires: fc.array(fc.record({ measure, needs: measure, lag: fc.nat(1) }), {
					maxLength: 2
				}),
				must: fc.array(measure, { maxLength: 1 }),
				mustNot: fc.array(measure, { maxLength: 1 }),
				// Off what a full pool gives: whether its last digit counts is the solver's tolerance.
				leastTonnes: fc.constantFrom(null, null, 4.9, 14.9, 29.9),
				mostCost: fc.constantFrom(null, null, 10, 30),
				mostGap: fc.constantFrom(0, 0, 3, Infinity)
			})
			.map(
				({
					starts,
					sizes,
					cellCap,
					cap,
					must,
					mustNot,
					leastTonnes,
					mostCost,
					mostGap,
					...rest
				}) => ({
					...rest,
					measures: starts.map((_, index) => `M${index}`),
					options: starts.flatMap((own, index) =>
						own.map((one, start): SelectionOption => ({ ...one, measure: index, startYear: start }))
					),
					cells: [
						{ size: sizes[0], cap: null },
						{ size: sizes[1], cap: cellCap }
					],
					caps: [cap],
					bounds: { must, mustNot, leastTonnes, mostCost, mostGap }
				})
			);
	});

/** The same without budgets and wishes, which leave few points on a front. */
const wide = problems(5).map((problem) => ({
	...problem,
	rooms: problem.rooms.map(() => null),
	bounds: { must: [], mustNot: [], leastTonnes: null, mostCost: null, mostGap: 0 }
}));

const aims = fc.constantFrom('tonnes' as const, 'cost' as const, 'gap' as const);

describe('the best selection', () => {
	it('is as good as trying everything, in 500 small problems, and says so when there is none', () => {
		const seen = { best: 0, infeasible: 0, limit: 0 };
		fc.assert(
			fc.property(problems(5), aims, (problem, aim) => {
				const { status, outcome, chosen, bound } = bestSelection(problem, aim, search());
				seen[status] += 1;
				const scores = everySelection(problem).map((one) => scoreOfTried(aim, one));
				expect(status).toBe(scores.length === 0 ? 'infeasible' : 'best');
				if (scores.length === 0) return;
				const most = Math.max(...scores);
				expect(outcome && scoreOf(aim, outcome)).toBeCloseTo(most, 5);
				expect(bound).toBeGreaterThanOrEqual(most - 1e-6);
				expect(isKept(problem, chosen ?? [], 1e-6)).toBe(true);
			}),
			{ numRuns: 500 }
		);
		expect(seen.best).toBeGreaterThan(200);
		expect(seen.infeasible).toBeGreaterThan(20);
		expect(seen.limit).toBe(0);
	});

	it('reckons a choice as trying does, and the plain way is kept and never better', () => {
		let worse = 0;
		fc.assert(
			fc.property(problems(4), aims, (problem, aim) => {
				const tried = everySelection(problem);
				for (const one of tried) {
					const outcome = outcomeOf(problem, one.chosen);
					expect(outcome.tonnes).toBeCloseTo(one.tonnes, 9);
					expect(outcome.cost).toBeCloseTo(one.cost, 9);
					expect(outcome.gap).toBeCloseTo(one.gap, 9);
				}
				const plain = greedySelection(problem, aim);
				if (!plain) return;
				const best = Math.max(...tried.map((one) => scoreOfTried(aim, one)));
				const score = scoreOf(aim, outcomeOf(problem, plain));
				expect(score).toBeLessThanOrEqual(best + 1e-6);
				if (score < best - 1e-6) worse += 1;
			}),
			{ numRuns: 300 }
		);
		expect(worse).toBeGreaterThan(10);
	});

	it('settles ties the same way whatever the order in which measures stand, without losing anything', () => {
		fc.assert(
			fc.property(problems(4), aims, (problem, aim) => {
				const settled = settledSelection(problem, aim, search());
				if (!settled.outcome) return;
				const scores = everySelection(problem).map((one) => scoreOfTried(aim, one));
				expect(scoreOf(aim, settled.outcome)).toBeCloseTo(Math.max(...scores), 5);
				const again = settledSelection(problem, aim, search());
				expect(again.chosen).toEqual(settled.chosen);
			}),
			{ numRuns: 60 }
		);
	});

	it('finds every point of the front of cost and tonnes', () => {
		let long = 0;
		fc.assert(
			fc.property(wide, (problem) => {
				const { points, isComplete } = costFront(problem, search());
				expect(isComplete).toBe(true);
				const tried = everySelection(problem);
				const isBeaten = (one: (typeof tried)[number]) =>
					tried.some(
						({ tonnes, cost }) =>
							(tonnes > one.tonnes + 1e-4 && cost <= one.cost + 1e-6) ||
							(tonnes >= one.tonnes - 1e-6 && cost < one.cost - 1e-4)
					);
				const front = tried.filter((one) => !isBeaten(one));
				for (const one of front)
					expect(
						points.some(
							({ outcome }) =>
								Math.abs(outcome.tonnes - one.tonnes) < 1e-3 &&
								Math.abs(outcome.cost - one.cost) < 1e-3
						)
					).toBe(true);
				for (const { outcome } of points)
					expect(front.some(({ cost }) => Math.abs(cost - outcome.cost) < 1e-3)).toBe(true);
				if (points.length > 4) long += 1;
			}),
			{ numRuns: 60 }
		);
		expect(long).toBeGreaterThan(5);
	});

	it('misses no point where the solver restarted and pruned the best', () => {
		const none = { uses: [0, 0, 0], waits: [0, 0, 0], startYear: 0 };
		const problem: SelectionProblem = {
			rooms: [null, null, null],
			isRoomCarried: false,
			excludes: [],
			requires: [
				{ measure: 1, needs: 3, lag: 0 },
				{ measure: 2, needs: 3, lag: 0 }
			],
			measures: ['M0', 'M1', 'M2', 'M3'],
			options: [
				{
					...none,
					measure: 0,
					cost: 15,
					tonnes: [],
					loads: [
						[0, 30],
						[1, loadOf(0.2)]
					]
				},
				{
					...none,
					measure: 1,
					cost: 1,
					tonnes: [{ amount: 6, cap: null }],
					loads: [[1, loadOf(-0.1)]]
				},
				{ ...none, measure: 1, cost: 1, tonnes: [], loads: [[0, loadOf(0.7)]], startYear: 1 },
				{ ...none, measure: 2, cost: 12, tonnes: [{ amount: 3, cap: null }], loads: [] },
				{ ...none, measure: 3, cost: 4, tonnes: [], loads: [[0, loadOf(0.05)]] }
			],
			cells: [
				{ size: 35, cap: null },
				{ size: 6, cap: null }
			],
			caps: [0],
			bounds: { must: [], mustNot: [], leastTonnes: null, mostCost: null, mostGap: 0 }
		};
		const { points, isComplete } = costFront(problem, search());
		expect(isComplete).toBe(true);
		expect(points.map(({ outcome }) => outcome.cost)).toEqual([0, 4, 5, 15, 20, 32]);
	});

	it('spares a room that is needed no more once nothing is carried into its year', () => {
		const none = { tonnes: [], loads: [], cost: 0, waits: [0, 0, 0], startYear: 0 };
		const problem: SelectionProblem = {
			rooms: [12, 8, 4],
			isRoomCarried: true,
			excludes: [],
			requires: [
				{ measure: 0, needs: 1, lag: 0 },
				{ measure: 1, needs: 0, lag: 0 }
			],
			measures: ['M0', 'M1'],
			options: [
				{ ...none, measure: 0, uses: [0, 0, 6] },
				{ ...none, measure: 1, uses: [3, 9, 7] }
			],
			cells: [],
			caps: [],
			bounds: { must: [0], mustNot: [], leastTonnes: null, mostCost: null, mostGap: 0 }
		};
		const { parts, isIrreducible } = contradiction(problem, search());
		expect(isIrreducible).toBe(true);
		for (const part of parts)
			expect(
				everySelection(
					withOnly(
						problem,
						parts.filter((one) => one !== part)
					)
				)
			).not.toEqual([]);
	});

	it('names wishes that contradict each other, none of which can be spared', () => {
		let several = 0;
		fc.assert(
			fc.property(problems(4), (problem) => {
				const wishes = { ...problem, bounds: { ...problem.bounds, mostCost: null } };
				if (everySelection(wishes).length > 0) return;
				const { parts, isIrreducible } = contradiction(wishes, search());
				expect(isIrreducible).toBe(true);
				expect(everySelection(withOnly(wishes, parts))).toEqual([]);
				for (const part of parts) {
					const rest = parts.filter((one) => one !== part);
					expect(everySelection(withOnly(wishes, rest)).length).toBeGreaterThan(0);
				}
				if (parts.length > 1) several += 1;
			}),
			{ numRuns: 300 }
		);
		expect(several).toBeGreaterThan(10);
	});
});
