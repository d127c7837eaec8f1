import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/lib/core/decimal.ts';
import { withOutcomes } from '../../src/lib/core/plan/outcomes.ts';
import type { FundingLine, Measure, Plan } from '../../src/lib/core/plan/plan.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { fallenMeasures } from '../../src/lib/core/portfolio/fallen-measures.ts';
import { gapSpread } from '../../src/lib/core/portfolio/gap-spread.ts';
import { item, line, planOf, programme } from '../support/funded-plan.ts';
import { applicationsOf } from '../support/random-applications.ts';

/** A plan that needs a million kronor in 2027 and has none of its own, with applications for it. */
function planWith(lines: readonly FundingLine[]): Plan {
	const plan = planOf({ programmes: [programme([])], lines: [] });
	const [measure] = plan.measures;
	if (!measure) throw new Error('a measure');
	const needing: Measure = { ...measure, id: 'N', costs: [], effects: [], requires: ['M'] };
	return {
		...plan,
		budget: plan.budget.map((year) => ({ ...year, ownInvestmentCapacity: new Decimal(0) })),
		measures: [{ ...measure, costs: [item] }, needing],
		applications: applicationsOf(lines),
		funding: lines,
		portfolios: plan.portfolios.map((one) => ({ ...one, measures: ['M', 'N'] }))
	};
}

const application = (id: string, amount: number, probability: string): FundingLine =>
	line(amount, { id: `F-${id}`, application: id, probability: new Decimal(probability) });

function figuresOf(plan: Plan) {
	const [portfolio] = plan.portfolios;
	if (!portfolio) throw new Error('a portfolio');
	return { portfolio, evaluation: evaluate(plan, portfolio.id) };
}

describe('what if', () => {
	const plan = planWith([
		application('A', 600_000, '0.9'),
		application('B', 300_000, '0.5'),
		application('C', 100_000, '0.2')
	]);

	it('tells the gap that outcomes stay at or below in one, five and nine cases of ten', () => {
		const { portfolio, evaluation } = figuresOf(plan);
		const { perYear, total, awards, method } = gapSpread(plan, portfolio, evaluation);
		expect([awards, method.kind]).toEqual([3, 'exact']);
		// By hand: nothing missing 9 %; 100 000 or less 45 %; 300 000 54 %; 400 000 90 %; 600 000 and more the rest.
		const wanted = { p10: 100_000, p50: 300_000, p90: 400_000 };
		const shown = (of: typeof total) =>
			of && Object.fromEntries(Object.entries(of).map(([name, value]) => [name, Number(value)]));
		expect(shown(total)).toEqual(wanted);
		expect(shown(perYear[evaluation.years.indexOf(2027)] ?? null)).toEqual(wanted);
	});

	it('moves the gap as if it had happened, and names the measures left without money', () => {
		const { portfolio, evaluation } = figuresOf(plan);
		const imagine = (outcomes: Record<string, 'won' | 'lost' | 'later'>) => {
			const imagined = new Map(Object.entries(outcomes));
			const after = evaluate(withOutcomes(plan, imagined), portfolio.id);
			return {
				secured: Number(after.gap.secured.total),
				planned: Number(after.gap.planned.total),
				fallen: fallenMeasures(plan, portfolio, imagined, evaluation, after)
			};
		};
		expect(imagine({ A: 'won' })).toEqual({ secured: 400_000, planned: 0, fallen: [] });
		expect(imagine({ A: 'lost', B: 'won' })).toEqual({
			secured: 700_000,
			planned: 600_000,
			fallen: [
				{ id: 'M', applications: ['A'], needs: [] },
				{ id: 'N', applications: [], needs: ['M'] }
			]
		});
		expect(imagine({ C: 'later' })).toMatchObject({
			planned: 100_000,
			fallen: [{ id: 'M', applications: ['C'] }, { id: 'N' }]
		});
		expect(withOutcomes(plan, new Map())).toEqual(plan);
	});
});
