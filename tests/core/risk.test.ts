import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/lib/core/decimal.ts';
import { outcomesOf } from '../../src/lib/core/uncertainty/risk-outcome.ts';
import type { Plan, Range } from '../../src/lib/core/plan/plan.ts';
import {
	pertMean,
	pertShape,
	triangularMean,
	triangularQuantile
} from '../../src/lib/core/uncertainty/distributions.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { riskModel } from '../../src/lib/core/uncertainty/risk-model.ts';
import { sensitivity } from '../../src/lib/core/uncertainty/sensitivity.ts';
import { simulate } from '../../src/lib/core/uncertainty/simulate.ts';
import type { Uncertain } from '../../src/lib/core/uncertainty/uncertain.ts';
import { samplers } from '../../src/lib/server/work/sampling.ts';
import { examplePlan } from '../support/large-plan.ts';

const DRAWS = 20_000;
const range = (...three: [number, number, number]): Range => {
	const [low, mode, high] = three;
	return [new Decimal(low), new Decimal(mode), new Decimal(high)];
};

const anyRange = fc.tuple(fc.nat(300), fc.nat(300), fc.nat(300)).map((three) => {
	const [low = 0, mode = 0, high = 0] = [...three].sort((a, b) => a - b);
	return range(low / 100, mode / 100, high / 100);
});

function drawn(distribution: 'pert' | 'triangular', own: Range, draws = DRAWS): number[] {
	const sample = samplers(distribution, 7)({ kind: 'capex', name: 'A', range: own });
	return Array.from({ length: draws }, sample);
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const deviation = (values: readonly number[]) => {
	const middle = mean(values);
	return Math.sqrt(mean(values.map((one) => (one - middle) ** 2)));
};

describe('draws of three points', () => {
	it('stay between the ends and have the mean of their distribution', () => {
		fc.assert(
			fc.property(
				anyRange,
				fc.constantFrom('pert' as const, 'triangular' as const),
				(own, kind) => {
					const values = drawn(kind, own);
					const [low, , high] = own.map(Number) as [number, number, number];
					expect(Math.min(...values)).toBeGreaterThanOrEqual(low - 1e-12);
					expect(Math.max(...values)).toBeLessThanOrEqual(high + 1e-12);
					const expected = Number(kind === 'pert' ? pertMean(own) : triangularMean(own));
					expect(Math.abs(mean(values) - expected)).toBeLessThan(0.012 * (high - low) + 1e-9);
				}
			),
			{ numRuns: 40 }
		);
	});

	it('of a PERT spread as its beta distribution does', () => {
		const own = range(0.8, 1, 1.8);
		const { alpha, beta } = pertShape(own);
		const variance = (alpha * beta) / ((alpha + beta) ** 2 * (alpha + beta + 1));
		expect(deviation(drawn('pert', own))).toBeCloseTo(Math.sqrt(variance), 2);
	});

	it('of a triangle fall as its quantiles say', () => {
		const own = range(0.8, 1, 1.8);
		const sorted = drawn('triangular', own).sort((a, b) => a - b);
		for (const share of [0.05, 0.1, 0.25, 0.5, 0.9, 0.99])
			expect(sorted[Math.floor(share * DRAWS)]).toBeCloseTo(
				Number(triangularQuantile(own, new Decimal(share))),
				1
			);
	});

	it('of an award are won as often as its probability says', () => {
		const award: Uncertain = {
			kind: 'award',
			name: 'F1',
			lines: ['F1'],
			probability: new Decimal('0.3')
		};
		const sample = samplers('pert', 7)(award);
		const values = Array.from({ length: DRAWS }, sample);
		expect(new Set(values)).toEqual(new Set([0, 1]));
		expect(mean(values)).toBeCloseTo(0.3, 1);
	});
});

/** The example with the ranges of its measures replaced. */
function withOnly(plan: Plan, own: Partial<Plan>, uncertainty: Range | null): Plan {
	return {
		...plan,
		...own,
		funding: plan.funding.map((line) => ({ ...line, status: 'granted' })),
		measures: plan.measures.map((one) => ({
			...one,
			uncertainty: uncertainty && { capex: uncertainty }
		}))
	};
}

const spreadOf = (plan: Plan, kind: string) => {
	const { spreads } = simulate(riskModel(plan, 'P2'), samplers('pert', 7), 4000);
	const found = spreads.find(({ figure }) => figure.kind === kind);
	if (!found) throw new Error(kind);
	return found;
};
const widthOf = (plan: Plan, kind: string) => {
	const { p10, p90 } = spreadOf(plan, kind);
	return (p90?.value ?? 0) - (p10?.value ?? 0);
};

describe('a simulation', () => {
	const plan = examplePlan();

	it('spreads wider where a price is shared than where each cost has its own', () => {
		const own = range(0.7, 1, 1.5);
		const construction = { of: 'price', name: 'construction', range: own } as const;
		const everything = {
			...plan,
			measures: plan.measures.map((one) => ({
				...one,
				costs: one.costs.map((item) =>
					item.kind === 'capex' ? { ...item, follows: 'construction' as const } : item
				)
			}))
		};
		const shared = widthOf(
			withOnly(
				everything,
				{ sharedRanges: [{ ...construction, source: '', confidence: '' }] },
				null
			),
			'netCost'
		);
		const apart = widthOf(withOnly(plan, {}, own), 'netCost');
		expect(shared).toBeGreaterThan(1.5 * apart);
	});

	it('has no spread where nothing is uncertain, and then gives the plan’s own figures', () => {
		const certain = withOnly(plan, {}, null);
		const model = riskModel(certain, 'P2');
		expect(model.uncertain).toEqual([]);
		const stated = Array.from(outcomesOf(model)(Float64Array.of(1)));
		const { spreads } = simulate(model, samplers('pert', 7), 100);
		spreads.forEach(({ p10, p90, figure }, index) => {
			expect(p10?.value, figure.kind).toBe(stated[index]);
			expect(p90?.value, figure.kind).toBe(stated[index]);
		});
	});

	it('of awards alone comes to the exact expected gap and the exact chance that all is funded', () => {
		const certain = {
			...plan,
			measures: plan.measures.map((one) => ({ ...one, uncertainty: null }))
		};
		for (const id of ['P1', 'P2', 'P3']) {
			const { gap, allFunded } = evaluate(certain, id);
			const found = simulate(riskModel(certain, id), samplers('pert', 7), DRAWS);
			const average = found.spreads[0]?.mean;
			const off = Math.abs((average?.value ?? 0) - Number(gap.expected.total));
			expect(off, id).toBeLessThan(4 * (average?.standardError ?? 0) + 1);
			const { share = 0, standardError = 0 } = found.allFunded ?? {};
			expect(Math.abs(share - Number(allFunded.probability)), id).toBeLessThan(
				4 * standardError + 1e-3
			);
		}
	});

	it('knows a cost per tonne where only some draws lack it, without a standard error at their edge', () => {
		const tonnes = (share: number) => ({
			...withOnly(plan, {}, null),
			measures: plan.measures.map((one) => ({
				...one,
				uncertainty: { effect: range(-share, 1, 1) }
			}))
		});
		let seen = 0;
		for (const share of [0.5, 1, 2, 3, 5, 8]) {
			const { p10, p90, missing } = spreadOf(tonnes(share), 'costPerTonne');
			if (missing > 0 && missing < 4000) seen++;
			expect(p90 === null).toBe(missing > 400);
			for (const one of [p10, p90])
				if (one?.standardError != null) expect(one.standardError).toBeGreaterThanOrEqual(0);
		}
		expect(seen).toBeGreaterThan(2);
	});

	it('has a smaller standard error the more draws there are', () => {
		const model = riskModel(plan, 'P2');
		const error = (draws: number) =>
			simulate(model, samplers('pert', 7), draws).spreads[0]?.mean?.standardError ?? 0;
		const [few, many] = [error(500), error(8000)];
		expect(many).toBeGreaterThan(few / 5);
		expect(many).toBeLessThan(few / 3);
	});

	it('counts what never is won as lost, and not among what is uncertain', () => {
		const hopeless = {
			...plan,
			funding: plan.funding.map((line) => ({
				...line,
				status: line.status === 'rejected' ? line.status : ('planned' as const),
				probability: new Decimal(0)
			}))
		};
		const model = riskModel(hopeless, 'P2');
		expect(model.uncertain.some(({ kind }) => kind === 'award')).toBe(false);
		expect(model.grants).toEqual([]);
	});

	it('does not know a gap that hangs on unknown own money, and says so of every year apart', () => {
		const blind = {
			...plan,
			budget: plan.budget.map((row) =>
				row.year === 2028 ? { ...row, ownInvestmentCapacity: null } : row
			)
		};
		const { spreads, allFunded } = simulate(riskModel(blind, 'P2'), samplers('pert', 7), 300);
		expect(allFunded).toBeNull();
		const known = spreads.flatMap(({ figure, p50 }) =>
			figure.kind === 'gapYear' ? [p50 !== null] : []
		);
		expect(known.slice(0, 5)).toEqual([true, true, false, true, true]);
		const tornado = sensitivity(riskModel(blind, 'P2')).find(({ figure }) => figure.kind === 'gap');
		expect(tornado).toMatchObject({ base: null, swings: [] });
	});

	it('has no quantile of the cost of a tonne where there may be no tonnes', () => {
		const doubtful = {
			...withOnly(plan, {}, null),
			measures: plan.measures.map((one) => ({
				...one,
				uncertainty: { effect: range(0, 0, 0) }
			}))
		};
		const { p50, mean: average, missing } = spreadOf(doubtful, 'costPerTonne');
		expect({ p50, average, missing }).toEqual({ p50: null, average: null, missing: 4000 });
	});
});

describe('what matters most', () => {
	it('is ordered by swing, awards from lost to won, and leaves out what moves nothing', () => {
		const tornado = sensitivity(riskModel(examplePlan(), 'P2')).find(
			({ figure }) => figure.kind === 'gap'
		);
		const swings = tornado?.swings.map(({ low, high }) => Math.abs(high - low)) ?? [];
		expect(swings.length).toBeGreaterThan(5);
		expect([...swings].sort((a, b) => b - a)).toEqual(swings);
		expect(Math.min(...swings)).toBeGreaterThan(0);
		const award = tornado?.swings.find(({ uncertain }) => uncertain.kind === 'award');
		expect(award && award.low > award.high).toBe(true);
		expect(tornado?.swings.some(({ uncertain }) => uncertain.kind === 'effect')).toBe(false);
	});
});
