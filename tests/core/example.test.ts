import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { evaluationJson } from '../../src/lib/core/portfolio/evaluation-json.ts';
import { expected, exampleFaults, type Json } from '../support/expected-example.ts';
import { examplePlan } from '../support/large-plan.ts';

function countFigures(value: Json): number {
	if (typeof value !== 'object' || value === null) return 1;
	return Object.values(value).reduce((sum: number, one) => sum + countFigures(one as Json), 0);
}

describe('the Alvesta example', () => {
	const plan = examplePlan();
	for (const [id, { order, ...wanted }] of Object.entries(expected.portfolios)) {
		const seen = evaluationJson(evaluate(plan, id));

		it(`gives every figure of portfolio ${id} to the öre and the kilogram`, () => {
			expect(countFigures(wanted)).toBeGreaterThan(900);
			expect(exampleFaults(id)).toEqual([]);
		});

		it(`credits the measures of portfolio ${id} in the order of start year and id`, () => {
			expect(seen.measures.map((measure) => measure.id)).toEqual(order);
		});
	}

	it('shows the capital cost and running cost in öre per skattekrona', () => {
		// 2026, P1: 1 985 000 kr of 448 900 kr an öre
		const { operating } = evaluationJson(evaluate(plan, 'P1'));
		expect(operating.secured.taxOrePerYear['2026']).toBe('4.42');
	});

	it('shows the operating gap above the frame', () => {
		const { driftgap, operating } = evaluationJson(evaluate(plan, 'P2'));
		expect(operating.secured.headroomPerYear['2029']).toBe('-1561362.64');
		expect(driftgap.perYear['2029']).toBe('1561362.64');
		expect(driftgap.perYear['2045']).toBe('0.00');
	});
});
