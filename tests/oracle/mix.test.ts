import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/lib/core/decimal.ts';
import type { Room } from '../../src/lib/core/funding/stacking/room.ts';
import {
	exactMix,
	greedyMix,
	mixProgram,
	type MixProblem
} from '../../src/lib/core/optimise/funding-mix.ts';
import { loadSolver } from '../../src/lib/server/work/solver.ts';
import { brokenRule } from '../support/broken-rule.ts';
import { bruteBest } from './brute-mix.ts';

/** The best mix against trying everything, and laws that it keeps. */
const solve = await loadSolver();
const EXACTLY = { seconds: 20, gap: 0 };

function best(problem: MixProblem) {
	const { status, values } = solve(mixProgram(problem), EXACTLY);
	expect(status).toBe('optimal');
	return exactMix(problem, values);
}

const thousands = (least: number, most: number) =>
	fc.integer({ min: least, max: most }).map((n) => new Decimal(n * 1000));
const rule = { pattern: 'R', evidence: null };
const room = (capacity: Decimal, claims: readonly number[], owner: string | null): Room => ({
	rule,
	label: { sv: '', en: '' },
	capacity,
	parts: [],
	made: 'product',
	open: null,
	claims,
	owner
});

/** Up to `most` sources on two costs: shares, public ceilings, exclusions, smallest grants, fixed money, applications a year. */
const problems = (most: number): fc.Arbitrary<MixProblem> =>
	fc.integer({ min: 1, max: most }).chain((count) =>
		fc
			.record({
				costs: fc.tuple(thousands(100, 900), thousands(100, 900)),
				sources: fc.array(
					fc.record({
						item: fc.nat(1),
						share: fc.constantFrom('0.3', '0.5', '0.75', '1'),
						publicShare: fc.constantFrom(null, null, '0.6', '0.8'),
						weight: fc.constantFrom('0.2', '0.5', '0.7', '1'),
						least: fc.constantFrom(null, null, new Decimal(150_000), new Decimal(300_000)),
						isFixed: fc.constantFrom(false, false, false, true),
						year: fc.constantFrom(2027, 2028)
					}),
					{ minLength: count, maxLength: count }
				),
				excluded: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 2 }),
				mostPerYear: fc.constantFrom(null, null, 1, 2)
			})
			.map(({ costs, sources, excluded, mostPerYear }): MixProblem => {
				const costOf = (item: number) => costs[item] ?? new Decimal(0);
				const on = (item: number) =>
					sources.flatMap((one, place) => (one.item === item ? [place] : []));
				// Money that is fixed has been judged: it keeps to its cost.
				const first = sources.findIndex(({ isFixed }) => isFixed);
				const fixed = new Map(
					first < 0
						? []
						: [
								[
									first,
									costOf(sources[first]?.item ?? 0)
										.times('0.25')
										.round()
								] as const
							]
				);
				return {
					rules: {
						claims: sources.map(({ item }, place) => ({
							asked: fixed.get(place) ?? costOf(item),
							isDecided: fixed.has(place),
							isAskedKnown: true,
							programme: { id: `p${place}` }
						})),
						rooms: [
							...[0, 1].map((item) => room(costOf(item), on(item), null)),
							...sources.flatMap(({ item, share, publicShare }, place) => [
								room(costOf(item).times(share), [place], `p${place}`),
								...(publicShare
									? [room(costOf(item).times(publicShare), on(item), `p${place}`)]
									: [])
							])
						],
						exclusions: excluded.flatMap(([one, other]) =>
							one < other && sources[one]?.item === sources[other]?.item
								? [{ rule, one, other }]
								: []
						),
						thresholds: sources.flatMap(({ least }, place) =>
							least ? [{ rule, least, claims: [place] }] : []
						),
						deductions: []
					},
					weights: sources.map(({ weight }) => new Decimal(weight)),
					fixed,
					applications: sources.map(({ year }, place) => ({ claims: [place], year })),
					mostPerYear
				};
			})
	);

describe('the best mix', () => {
	it('is as good as trying everything, in 500 small problems', () => {
		fc.assert(
			fc.property(problems(4), (problem) => {
				const found = best(problem).worth.toNumber();
				expect(Math.abs(found - bruteBest(problem))).toBeLessThan(5);
			}),
			{ numRuns: 500 }
		);
	});

	it('keeps every rule, is never worse than the plain way, and never worse with one more source', () => {
		let better = 0;
		fc.assert(
			fc.property(problems(12), (problem) => {
				const mix = best(problem);
				const amounts = mix.awards.map(({ counted }) => counted);
				expect(brokenRule(problem.rules, amounts)).toBeNull();
				const plain = greedyMix(problem);
				expect(mix.worth.gte(plain.worth.minus(10))).toBe(true);
				if (mix.worth.gt(plain.worth.plus(1000))) better += 1;
				const last = problem.rules.claims.length - 1;
				if (problem.fixed.has(last)) return;
				const without = {
					...problem,
					weights: problem.weights.map((w, at) => (at === last ? new Decimal(0) : w))
				};
				expect(mix.worth.gte(best(without).worth.minus(10))).toBe(true);
			}),
			{ numRuns: 150 }
		);
		expect(better).toBeGreaterThan(10);
	});
});
