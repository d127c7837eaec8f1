import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/lib/core/plan/plan.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { explain, explainer } from '../../src/lib/core/portfolio/explain/explain.ts';
import { scopeOf } from '../../src/lib/core/portfolio/explain/scope.ts';
import { arbitraryFullPlan, arbitrarySettledPlan } from '../oracle/arbitrary-settings.ts';
import { allFigures } from '../support/all-figures.ts';
import { drifted } from '../support/drift.ts';
import { examplePlan } from '../support/large-plan.ts';

function driftedIn(plan: Plan, portfolioId: string) {
	const evaluation = evaluate(plan, portfolioId);
	const find = explainer(scopeOf(plan, evaluation));
	return drifted(allFigures(plan, evaluation).map(find));
}

describe('how a figure comes about', () => {
	for (const { id } of examplePlan().portfolios)
		it(`follows from its inputs, for every figure of portfolio ${id} of the example`, () => {
			const { faults, nodes } = driftedIn(examplePlan(), id);
			expect(faults).toEqual([]);
			expect(nodes).toBeGreaterThan(5_000);
		}, 120_000);

	it('follows from its inputs in random plans with random settings', () => {
		const numRuns = Number(process.env['EXPLAIN_RUNS'] ?? 60);
		for (const plans of [arbitrarySettledPlan, arbitraryFullPlan])
			fc.assert(
				fc.property(plans, (plan) => {
					expect(driftedIn(plan, 'P').faults).toEqual([]);
				}),
				{ numRuns }
			);
	}, 120_000);

	it('refuses a figure that the portfolio has not', () => {
		const plan = examplePlan();
		for (const figure of [
			'nothing',
			'gap',
			'gap/secured/1999',
			'measure/A99/netCost',
			'__proto__',
			'measure/A04/toString',
			'compare/constructor',
			'compare/__proto__',
			''
		])
			expect(() => explain(plan, 'P1', figure)).toThrow(/There is no figure/);
	});
});
