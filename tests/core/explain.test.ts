import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, settled } from '../../src/lib/core/decimal.ts';
import type { Plan } from '../../src/lib/core/plan/plan.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { explain, explainer } from '../../src/lib/core/portfolio/explain/explain.ts';
import type { Explained } from '../../src/lib/core/portfolio/explain/explained.ts';
import { scopeOf } from '../../src/lib/core/portfolio/explain/scope.ts';
import { arbitraryFullPlan, arbitrarySettledPlan } from '../oracle/arbitrary-settings.ts';
import { allFigures } from '../support/all-figures.ts';
import { examplePlan } from '../support/large-plan.ts';

/** Every explanation, recomputed node by node from its inputs: it cannot say anything else than what was computed. */
const WITHOUT_SINGLE_INPUTS: ReadonlySet<string> = new Set(['outcomes', 'gap-bounds']);
const TINY = new Decimal('1e-22');

function isSame(a: Decimal | null, b: Decimal | null): boolean {
	if (!a || !b) return a === b;
	return settled(a).eq(settled(b)) || a.minus(b).abs().lte(a.abs().plus(1).times(TINY));
}

/** What does not follow from its inputs, below the given figures; every node is looked at once. */
function drifted(roots: readonly Explained[]): { faults: string[]; nodes: number } {
	const seen = new Set<Explained>();
	const faults: string[] = [];
	const waiting = [...roots];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (seen.has(node)) continue;
		seen.add(node);
		if (node.formula?.compute) {
			const again = node.formula.compute(node.inputs.map(({ value }) => value));
			if (!isSame(node.value, again))
				faults.push(
					`${node.figure ?? node.label.en} is ${String(node.value)}, but ${node.formula.id} of ${node.inputs.map((one) => `${one.label.en}=${String(one.value)}`).join(', ')} is ${String(again)}`
				);
		} else if (node.formula && !WITHOUT_SINGLE_INPUTS.has(node.formula.id))
			faults.push(`${node.formula.id} cannot be computed`);
		waiting.push(...node.inputs);
	}
	return { faults: faults.slice(0, 5), nodes: seen.size };
}

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
