import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/lib/core/decimal.ts';
import { usualWindow } from '../../src/lib/core/optimise/choosable.ts';
import type { Wish } from '../../src/lib/core/optimise/wish.ts';
import type { Measure, Plan } from '../../src/lib/core/plan/plan.ts';
import { DEFAULT_METHOD } from '../../src/lib/core/plan/method-settings.ts';
import { yearsOf } from '../../src/lib/core/years.ts';
import { catalogue } from '../../src/lib/server/catalogue/catalogue.ts';
import { findPortfolio } from '../../src/lib/server/work/find-portfolio.ts';
import { loadSolver } from '../../src/lib/server/work/solver.ts';
import { item, line, planOf, programme, type Setting } from '../support/funded-plan.ts';

/** Searches where the model alone would say too much or too little: rules that tie measures, what is left out, round sums. */
const solve = await loadSolver();

const MILLIONS = 1e6;
const own = (millions: number, plan: Plan) =>
	new Map(yearsOf(plan.settings).map((year) => [year, new Decimal(millions * MILLIONS)]));

/** A measure that invests so many millions in 2027 and cuts so many tonnes a year in a pool of its own. */
function measure(
	id: string,
	millions: number | null,
	tonnes: number | null,
	changes: Partial<Measure> = {}
): Measure {
	const amount = millions === null ? null : new Decimal(millions * MILLIONS);
	const { measures } = planOf({ programmes: [], lines: [] });
	return {
		...(measures[0] as Measure),
		id,
		costs: [{ ...item, amount, years: amount ? [{ year: 2027, amount }] : [] }],
		effects: [
			{
				kind: 'direct',
				pool: `pool ${id}`,
				tonnesPerYear: tonnes === null ? null : new Decimal(tonnes),
				from: 2028,
				to: 2035,
				rampYears: 1,
				basis: '',
				source: '',
				confidence: ''
			}
		],
		...changes
	};
}

function planWith(measures: readonly Measure[], setting: Partial<Setting> = {}): Plan {
	const plan = planOf({ programmes: [], lines: [], ...setting });
	return {
		...plan,
		settings: { ...plan.settings, lastYear: 2035, method: DEFAULT_METHOD },
		measures,
		pools: measures.map(({ id }) => ({
			id: `pool ${id}`,
			sector: null,
			gas: 'CO2e',
			tonnes: null,
			baseYear: 2025,
			source: ''
		})),
		portfolios: []
	};
}

function search(plan: Plan, changes: Partial<Wish> = {}) {
	const fixed = plan.measures.map(
		(one) => [one.id, { earliest: one.startYear, latest: one.startYear }] as const
	);
	const wish: Wish = {
		goal: 'most-tonnes',
		tonnes: { year: null, scope: 'all' },
		leastTonnes: null,
		cost: 'municipal',
		budget: 'none',
		money: 'listed',
		offer: { programmes: [], calls: [], today: '2026-11-27' },
		must: [],
		mustNot: [],
		starts: new Map(fixed),
		scale: {},
		...changes
	};
	return findPortfolio(plan, wish, solve, { seconds: 20 });
}

const measuresOf = ({ found }: ReturnType<typeof search>) => found?.portfolio.measures ?? null;

describe('a search for a portfolio', () => {
	it('leaves out what requires a measure that is left out, and says why', () => {
		const plan = planWith([
			measure('A', 1, 10, { status: 'cancelled' }),
			measure('B', 1, 10, { requires: ['A'] }),
			measure('C', 1, 10, { requires: ['B'] }),
			measure('D', null, 99),
			measure('E', 1, 1)
		]);
		const result = search(plan);
		expect(measuresOf(result)).toEqual(['E']);
		expect(result.leftOut).toEqual([
			{ measure: 'A', reason: 'cancelled', needs: null },
			{ measure: 'D', reason: 'unknown-cost', needs: null },
			{ measure: 'B', reason: 'needs', needs: 'A' },
			{ measure: 'C', reason: 'needs', needs: 'B' }
		]);
		expect(measuresOf(search(plan, { must: ['C'] }))).toEqual(['A', 'B', 'C', 'E']);
	});

	it('uses a budget to its last krona, also where money may be applied for', () => {
		const plan = planWith([measure('A', 10, 100)]);
		const wish = { money: 'proposed', budget: own(10, plan) } as const;
		expect(search(plan, wish)).toMatchObject({ status: 'best', bound: 800 });
		expect(
			measuresOf(search(plan, { ...wish, goal: 'least-cost', leastTonnes: new Decimal(800) }))
		).toEqual(['A']);
		const gap = search(plan, { ...wish, goal: 'smallest-gap', must: ['A'] });
		expect(gap.bound).toBeCloseTo(0, 6);
		expect(gap.found?.outcome.gap.toNumber()).toBe(0);
	});

	it('knows that a grant may need several measures', () => {
		const rules = [{ kind: 'leverage', min: '15000000', currency: 'SEK' }] as const;
		const plan = planWith([measure('A', 10, 100), measure('B', 10, 100)], {
			programmes: [programme(rules)],
			lines: [line(5e6, { measure: 'A' }), line(5e6, { id: 'F2', measure: 'B' })]
		});
		const budget = own(10, plan);
		expect(search(plan, { budget })).toMatchObject({ status: 'best', bound: 1600 });
		expect(measuresOf(search(plan, { budget }))).toEqual(['A', 'B']);
		expect(
			search(plan, { budget, goal: 'least-cost', leastTonnes: new Decimal(1500) }).status
		).toBe('best');
		expect(search(plan, { budget, goal: 'smallest-gap', must: ['A', 'B'] }).bound).toBeCloseTo(
			0,
			3
		);
	});

	/** One application for both, of at most five millions. */
	const together = (measures: readonly Measure[]) =>
		planWith(measures, {
			programmes: [
				programme([
					{ kind: 'amount-range', of: 'grant', min: null, max: '5000000', currency: 'SEK' }
				])
			],
			lines: ['A', 'B'].map((id) => line(5e6, { id: `F${id}`, measure: id, application: 'AN' }))
		});

	it('says what contradicts what by exact figures', () => {
		const plan = together([measure('A', 10, 100), measure('B', 10, 100)]);
		const budget = own(10, plan);
		const { status, contradiction, years } = search(plan, { budget, must: ['A', 'B'] });
		expect(status).toBe('infeasible');
		expect(contradiction?.isIrreducible).toBe(true);
		expect(contradiction?.parts).toEqual([
			{ kind: 'room', year: years.indexOf(2027) },
			{ kind: 'must', measure: 0 },
			{ kind: 'must', measure: 1 }
		]);
		const aimed = search(plan, { budget, goal: 'least-cost', leastTonnes: new Decimal(1500) });
		expect(aimed.contradiction?.mostTonnes).toBe(800);
		expect(aimed.bound).toBeNull();
	});

	it('is never worse than the plain way by exact figures', () => {
		const plan = together([measure('A', 9.9, 95), measure('B', 9.9, 95), measure('C', 9.9, 200)]);
		const { found, greedy, status } = search(plan, {
			goal: 'least-cost',
			leastTonnes: new Decimal(1510)
		});
		expect(found?.portfolio.measures).toEqual(['C']);
		expect(status).toBe('best');
		expect(greedy?.outcome.cost.gte(found?.outcome.cost ?? 0)).toBe(true);
	});

	it('lets the plain way apply for money too, where that counts', () => {
		const plan = planWith([measure('A', 10, 100, { facts: {} })]);
		const programmes = [...catalogue.programmes.values()];
		const { greedy, found } = search(plan, {
			money: 'proposed',
			offer: { programmes, calls: [], today: '2026-11-27' },
			budget: own(9, plan)
		});
		expect(found?.applications.length).toBeGreaterThan(0);
		expect(greedy?.portfolio.measures).toEqual(['A']);
	});

	it('names measures of unknown effect, and keeps a start that is wished for as it is', () => {
		const plan = planWith([measure('A', 1, null), measure('B', 1, 10)]);
		expect(search(plan).unknownEffects).toEqual(['A']);
		const late = new Map([['B', { earliest: 2036, latest: 2036 }]]);
		expect(search(plan, { starts: late, must: ['B'] }).status).toBe('best');
		const none = new Map([['B', { earliest: 2036, latest: 2037 }]]);
		const result = search(plan, { starts: none, must: ['B'] });
		expect(result).toMatchObject({ status: 'infeasible', withoutStart: ['B'] });
	});

	it('has windows that follow what has begun and what the measure says', () => {
		const plan = planWith([]);
		const windowOf = (changes: Partial<Measure>) => usualWindow(plan, measure('A', 1, 1, changes));
		expect(windowOf({})).toEqual({ earliest: 2027, latest: 2035 });
		expect(windowOf({ status: 'ongoing' })).toEqual({ earliest: 2027, latest: 2027 });
		expect(windowOf({ earliestStart: 2026, latestStart: 2029 })).toEqual({
			earliest: 2026,
			latest: 2029
		});
	});
});
