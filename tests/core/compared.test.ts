import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, ONE, sum } from '../../src/lib/core/decimal.ts';
import { isUnknown } from '../../src/lib/core/plan/placement.ts';
import type { Plan, Portfolio } from '../../src/lib/core/plan/plan.ts';
import { withAssumptions } from '../../src/lib/core/portfolio/assumptions.ts';
import { comparedFigures, headlineTarget } from '../../src/lib/core/portfolio/compare.ts';
import { differences } from '../../src/lib/core/portfolio/differences.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { valuation } from '../../src/lib/core/portfolio/valuation.ts';
import { arbitrarySettledPlan } from '../oracle/arbitrary-settings.ts';
import { examplePlan } from '../support/large-plan.ts';

const example = examplePlan();
const target = headlineTarget(example);
const portfolio = (id: string): Portfolio => {
	const found = example.portfolios.find((one) => one.id === id);
	if (!found) throw new Error(id);
	return found;
};
const compared = (id: string) =>
	comparedFigures(example, portfolio(id), evaluate(example, id), target?.id ?? null);

describe('what portfolios are compared by', () => {
	it('own money is the need after secured grants, and per inhabitant by the latest figure', () => {
		// P1: 47 057 500 kr and no secured grant; 20 039 inhabitants in 2023.
		const { ownMoney, perInhabitant } = compared('P1');
		expect(ownMoney.toFixed(2)).toBe('47057500.00');
		expect(perInhabitant?.toFixed(2)).toBe('2348.30');
		// P2: 183 657 500 − 6 250 000.
		expect(compared('P2').ownMoney.toFixed(2)).toBe('177407500.00');
	});

	it('the cost of a tonne is of measures whose cost and effect are known', () => {
		const { costPerTonne, withoutCostPerTonne } = compared('P3');
		const { measures } = evaluate(example, 'P3');
		expect(withoutCostPerTonne).toBe(0);
		const cost = measures.reduce((total, one) => {
			return total + Number(one.netCost) * Number(one.ownShare);
		}, 0);
		const tonnes = measures.reduce(
			(total, one) =>
				total +
				(one.creditedPerYear ?? []).reduce((all, own, t) => all + Number(own) / 1.035 ** t, 0),
			0
		);
		expect(Number(costPerTonne)).toBeCloseTo(cost / tonnes, 6);
		// A05 has a cost and no known effect.
		expect(compared('P2').withoutCostPerTonne).toBe(1);
	});

	it('applications are counted once, and commitments once', () => {
		const measures = new Set(portfolio('P1').measures);
		const lines = example.funding.filter(
			({ measure, status }) => measures.has(measure) && !['idea', 'rejected'].includes(status)
		);
		// Two of six are no applications: a loan, and own money of the fee collective.
		expect(lines).toHaveLength(6);
		expect(compared('P1').applications).toBe(4);
		const together: Plan = {
			...example,
			funding: example.funding.map((line) => ({ ...line, application: 'AN1' }))
		};
		const { applications } = comparedFigures(
			together,
			portfolio('P1'),
			evaluate(example, 'P1'),
			null
		);
		expect(applications).toBe(1);
		expect(compared('P2').commitments).toBe(13);
	});
});

describe('what sets two portfolios apart', () => {
	it('adds up to the difference of their evaluations', () => {
		for (const [a, b] of [
			['P1', 'P2'],
			['P3', 'P1'],
			['P2', 'P2']
		] as const) {
			const { rows, whole, together } = differences(
				example,
				portfolio(a),
				portfolio(b),
				target?.id ?? null
			);
			const [from, to] = [evaluate(example, a), evaluate(example, b)];
			const gap = to.gap.secured.total?.minus(from.gap.secured.total ?? 0);
			expect(whole.gap?.eq(gap ?? NaN)).toBe(true);
			const tonnes = sum(to.creditedAllPoolsPerYear).minus(sum(from.creditedAllPoolsPerYear));
			expect(whole.tonnes?.minus(tonnes).abs().lt('1e-20')).toBe(true);
			const parts = rows.map(({ gap }) => gap ?? new Decimal(NaN));
			expect(whole.gap?.eq(sum(parts).plus(together.gap ?? NaN))).toBe(true);
		}
	});

	it('is for each measure what changing that one alone does, in random plans', () => {
		fc.assert(
			fc.property(arbitrarySettledPlan, fc.nat(), fc.nat(), (plan, some, moved) => {
				const [all] = plan.portfolios;
				if (!all) return;
				const half = all.measures.filter((_, index) => (some >> index) % 2 === 0);
				const [one] = all.measures;
				const shift = one && moved % 2 ? { ...all.shift, [one]: 1 } : all.shift;
				const first = { ...all, id: 'A' };
				const second = { ...all, id: 'B', measures: half, shift };
				const { rows } = differences(plan, first, second, null);
				const gapOf = (own: Portfolio) =>
					evaluate({ ...plan, portfolios: [own] }, own.id).gap.secured.total;
				for (const { measure, kind, gap } of rows) {
					const changed: Portfolio =
						kind === 'only-first'
							? { ...first, measures: first.measures.filter((id) => id !== measure) }
							: { ...first, shift: { ...first.shift, [measure]: 1 } };
					const [before, after] = [gapOf(first), gapOf(changed)];
					const costs = plan.measures.find(({ id }) => id === measure)?.costs ?? [];
					const isUnknownCost = costs.some(
						(item) => item.payer === 'municipality' && item.kind === 'capex' && isUnknown(item)
					);
					if (!before || !after || isUnknownCost) expect(gap).toBeNull();
					else expect(gap?.minus(after.minus(before)).abs().lt('1e-15')).toBe(true);
				}
			}),
			{ numRuns: 100 }
		);
	});
});

describe('other assumptions', () => {
	const stated = {
		discountRate: example.settings.discountRate,
		carbonFactor: ONE,
		electricityFactor: ONE
	};

	it('change nothing where they are the plan’s own', () => {
		const plan = withAssumptions(example, stated);
		expect(valuation(plan, evaluate(plan, 'P2'))).toEqual(
			valuation(example, evaluate(example, 'P2'))
		);
	});

	it('value a portfolio as a plan with them would be', () => {
		const plan = withAssumptions(example, {
			...stated,
			discountRate: new Decimal('0.06'),
			carbonFactor: new Decimal('0.5')
		});
		expect(plan.settings.carbonValue.perTonne.toFixed(0)).toBe('4550');
		const own = valuation(plan, evaluate(plan, 'P3'));
		const before = valuation(example, evaluate(example, 'P3'));
		expect(own.netBenefit.lt(before.netBenefit)).toBe(true);
		expect(own.netCost.eq(before.netCost)).toBe(false);
	});

	it('move only the amounts that follow the price of electricity', () => {
		const following: Plan = {
			...example,
			measures: example.measures.map((one) =>
				one.id === 'A03'
					? {
							...one,
							costs: one.costs.map((item) => ({ ...item, follows: 'electricity' as const }))
						}
					: one
			)
		};
		const plan = withAssumptions(following, { ...stated, electricityFactor: new Decimal(2) });
		const costOf = (own: Plan, id: string) =>
			evaluate(own, 'P1').measures.find((one) => one.id === id)?.netCost;
		const doubled = costOf(plan, 'A03');
		expect(
			doubled
				?.minus(costOf(following, 'A03')?.times(2) ?? 0)
				.abs()
				.lt('1e-15')
		).toBe(true);
		expect(costOf(plan, 'A08')?.eq(costOf(example, 'A08') ?? NaN)).toBe(true);
	});
});
