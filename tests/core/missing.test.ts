import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/lib/core/decimal.ts';
import type { Measure, Plan } from '../../src/lib/core/plan/plan.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { evaluationJson } from '../../src/lib/core/portfolio/evaluation-json.ts';
import { examplePlan } from '../support/large-plan.ts';

/** Unknown is not zero: what is missing stays missing, and says so. */
function withMeasure(id: string, change: (measure: Measure) => Measure): Plan {
	const plan = examplePlan();
	return { ...plan, measures: plan.measures.map((one) => (one.id === id ? change(one) : one)) };
}

function figures(plan: Plan, portfolio = 'P1') {
	return evaluationJson(evaluate(plan, portfolio));
}

const codes = (plan: Plan, portfolio = 'P1') =>
	evaluate(plan, portfolio).warnings.map(({ code, where }) => `${code} ${where}`);

describe('an unknown cost', () => {
	const plan = withMeasure('A09', (one) => ({
		...one,
		costs: one.costs.map((item) => (item.timing === 'one-off' ? { ...item, amount: null } : item))
	}));

	it('has no net cost, no cost per tonne and no place on the curve', () => {
		const { measures, macc, unknown } = figures(plan);
		const measure = measures.find(({ id }) => id === 'A09');
		expect(measure).toMatchObject({
			netCost: null,
			capexTotal: null,
			residualValue: null,
			costPerTonne: null,
			netBenefit: null,
			reason: 'unknown-cost'
		});
		expect(macc.unranked).toContainEqual({ measure: 'A09', reason: 'unknown-cost' });
		expect(unknown.costs).toEqual(['A09.c1']);
	});

	it('is left out of the need, with a warning', () => {
		expect(figures(plan).need.total).toBe('46657500.00');
		expect(codes(plan)).toContain('missing-amount A09.c1');
	});

	it('takes the funding of its item with it', () => {
		const without = withMeasure('A11', (one) => ({
			...one,
			costs: one.costs.map((item) =>
				item.id === 'c1' && item.timing === 'one-off' ? { ...item, amount: null } : item
			)
		}));
		expect(figures(without, 'P2').funding.secured.total).toBe('0.00');
	});
});

describe('an unknown effect', () => {
	it('gives no tonnes but keeps the costs', () => {
		const measure = figures(examplePlan(), 'P2').measures.find(({ id }) => id === 'A05');
		expect(measure).toMatchObject({
			netCost: '3189434.99',
			tonnes: null,
			creditedPerYear: null,
			reason: 'unknown-effect'
		});
	});
});

describe('a budget year without figures', () => {
	const plan = examplePlan();
	const missing = { ...plan, budget: plan.budget.filter(({ year }) => year !== 2027) };

	it('leaves the gap of a year with a need unknown, and so the total', () => {
		const { gap, liquidity, allFunded } = figures(missing);
		expect(gap.secured.perYear['2027']).toBeNull();
		expect(gap.secured.total).toBeNull();
		expect(gap.expected.total).toBeNull();
		expect(gap.secured.perYear['2026']).toBe('0.00');
		expect(liquidity.peakBridging).toBeNull();
		expect(allFunded.probability).toBeNull();
		expect(codes(missing)).toContain('budget-year-missing budget.2027');
	});
});

describe('a reference path without its base year', () => {
	it('leaves path and targets unknown', () => {
		const plan = examplePlan();
		const without = {
			...plan,
			inventory: plan.inventory.filter(
				({ sector, year }) => sector !== 'transport' || year !== 2024
			)
		};
		const { emissions, targets } = figures(without);
		expect(emissions.CO2.reference).toBeNull();
		expect(targets[0]).toMatchObject({ gap: null, reason: 'unknown-reference' });
		expect(codes(without)).toContain('inventory-row-missing reference.transport');
	});
});

describe('warnings', () => {
	it('tell of an effect that outlives its asset', () => {
		expect(codes(examplePlan())).toContain('effect-outlives-asset A17');
	});

	it('tell of measures that exclude each other, and of a requirement left out', () => {
		const plan = examplePlan();
		const odd = {
			...plan,
			portfolios: [{ id: 'X', name: 'X', measures: ['A08', 'A09', 'A10'], shift: {}, scale: {} }]
		};
		expect(codes(odd, 'X')).toEqual(
			expect.arrayContaining([
				'excluded-together A09',
				'excluded-together A10',
				'required-missing A08',
				'required-missing A10'
			])
		);
	});

	it('tell of a start in a year in which the measure could not start', () => {
		const plan = examplePlan();
		const bound = (change: object) => ({
			...plan,
			measures: plan.measures.map((one) => (one.id === 'A04' ? { ...one, ...change } : one)),
			portfolios: [{ id: 'X', name: 'X', measures: ['A04'], shift: { A04: 1 }, scale: {} }]
		});
		expect(codes(bound({ latestStart: 2028 }), 'X')).not.toContain('start-outside-window A04');
		expect(codes(bound({ latestStart: 2027 }), 'X')).toContain('start-outside-window A04');
		expect(codes(bound({ earliestStart: 2029 }), 'X')).toContain('start-outside-window A04');
	});

	it('tell of a pool that gives more than it holds', () => {
		const warning = evaluate(examplePlan(), 'P2').warnings.find(
			({ code }) => code === 'pool-exceeded'
		);
		expect(warning).toMatchObject({ where: 'heat-peak.2045', value: '160.1', limit: '82.3' });
	});

	it('tell of years outside the plan, which count nothing', () => {
		const plan = withMeasure('A09', (one) => ({
			...one,
			costs: one.costs.map((item) =>
				item.timing === 'one-off'
					? { ...item, years: [{ year: 2050, amount: new Decimal(400_000) }] }
					: item
			)
		}));
		expect(figures(plan).need.total).toBe('46657500.00');
		expect(codes(plan)).toContain('outside-horizon A09.c1');
	});

	it('tell of a measure that raises emissions, and of one without depreciation period', () => {
		const plan = withMeasure('A09', (one) => ({
			...one,
			lifetimeYears: null,
			costs: one.costs.map((item) => ({ ...item, depreciationYears: null })),
			effects:
				one.effects?.filter((effect) => effect.kind === 'energy' && effect.carrier === 'hvo100') ??
				null
		}));
		const raising = withMeasure('A07', (one) => ({
			...one,
			effects: [
				{
					kind: 'direct',
					pool: 'transport',
					tonnesPerYear: new Decimal(-5),
					from: 2030,
					to: 2031,
					rampYears: 1,
					basis: '',
					source: '',
					confidence: ''
				}
			]
		}));
		expect(codes(plan)).toContain('no-depreciation-period A09.c1');
		expect(codes(raising)).toContain('negative-abatement A07');
		expect(figures(raising).macc.unranked).toContainEqual({
			measure: 'A07',
			reason: 'negative-abatement'
		});
	});

	it('tell of funding that breaks a rule', () => {
		const plan = examplePlan();
		const [first] = plan.funding;
		if (!first) throw new Error('the example has funding');
		const line = (id: string, programme: string, amount: number) => ({
			...first,
			id,
			measure: 'A18',
			costItem: 'c3',
			programme,
			status: 'applied' as const,
			amounts: [{ year: 2027, amount: new Decimal(amount), currency: 'SEK' as const }]
		});
		const known = new Map(plan.programmes.map((one) => [one.id, one]));
		const eruf = known.get('eruf-smaland-oarna');
		if (!eruf) throw new Error('the example names ERUF');
		const plain = { ...eruf, rules: [], maxSupportShare: null };
		const odd: Plan = {
			...plan,
			programmes: [
				...plan.programmes,
				{ ...plain, id: 'norr', geography: ['Norrbotten'], status: 'closed' },
				{ ...plain, id: 'union', geography: ['SE'] },
				{ ...plain, id: 'bidrag', geography: ['SE'], euBudget: false }
			],
			funding: [
				...plan.funding,
				line('X1', 'norr', 4_000_000),
				line('X4', 'union', 1),
				line('X5', 'bidrag', 4_000_000),
				{ ...line('X3', 'eruf-smaland-oarna', 1), paidAfterYears: 19 },
				{
					...line('X2', 'eruf-smaland-oarna', 1),
					amounts: [{ year: 2027, amount: null, currency: 'SEK' }]
				}
			]
		};
		expect(codes(odd)).toEqual(
			expect.arrayContaining([
				'programme-closed X1',
				'programme-outside-geography X1',
				'missing-funding-amount X2',
				'paid-after-plan X3',
				'programme-over-share X3',
				'paid-twice-from-eu-budget X4',
				'funding-above-cost X5'
			])
		);
		expect(figures(odd).unknown.funding).toEqual(['X2']);
	});
});

describe('extremes', () => {
	const largest = new Decimal('1000000000000');

	it('keep every öre of five hundred of the largest amounts', () => {
		const plan = examplePlan();
		const [source] = plan.measures.filter(({ id }) => id === 'A09');
		if (!source) throw new Error('the example has A09');
		const measures = Array.from({ length: 500 }, (_, n) => ({
			...source,
			id: `M${n}`,
			excludes: [],
			costs: source.costs.map((item) =>
				item.timing === 'one-off'
					? {
							...item,
							amount: largest.plus('0.01'),
							years: [{ year: 2026, amount: largest.plus('0.01') }]
						}
					: item
			)
		}));
		const huge: Plan = {
			...plan,
			measures,
			funding: [],
			portfolios: [
				{ id: 'X', name: 'X', measures: measures.map(({ id }) => id), shift: {}, scale: {} }
			]
		};
		expect(figures(huge, 'X').need.total).toBe('500000000000005.00');
		expect(figures(huge, 'X').gap.secured.total).toBe('499999991000005.00');
	});

	it('of empty plans give zeros, not errors', () => {
		const plan = examplePlan();
		const empty: Plan = {
			...plan,
			measures: [],
			funding: [],
			portfolios: [{ id: 'X', name: 'X', measures: [], shift: {}, scale: {} }]
		};
		const { need, gap, macc, allFunded } = figures(empty, 'X');
		expect([need.total, gap.secured.total, gap.expected.total]).toEqual(['0.00', '0.00', '0.00']);
		expect(macc.steps).toEqual([]);
		expect(allFunded.probability).toBe(1);
	});

	it('name the portfolios there are when asked for another', () => {
		expect(() => evaluate(examplePlan(), 'P9')).toThrow('it has: P1, P2, P3');
	});
});
