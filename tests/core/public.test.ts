import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, sum } from '../../src/lib/core/decimal.ts';
import { isUnknown } from '../../src/lib/core/plan/placement.ts';
import type { Plan } from '../../src/lib/core/plan/plan.ts';
import { hiddenIn, marksOf, publicPlan, withMarks } from '../../src/lib/core/plan/public.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { evaluationJson } from '../../src/lib/core/portfolio/evaluation-json.ts';
import { readPlanFile } from '../../src/lib/input/plan-file/read.ts';
import { writePlanFile } from '../../src/lib/input/plan-file/write.ts';
import { catalogue } from '../../src/lib/server/catalogue/catalogue.ts';
import { examplePlan } from '../support/large-plan.ts';
import { arbitraryPlan } from '../support/plan-arbitrary.ts';

/** What the public sees of a plan: nothing of what may be secret, and figures that add up. */

/** The plan with every measure, cost and line marked where the list of chances says so. */
function marked(plan: Plan, chances: readonly boolean[]): Plan {
	let place = 0;
	const mark = () => (chances[place++ % chances.length] ? { possiblySecret: true } : {});
	return {
		...plan,
		measures: plan.measures.map((one) => ({
			...one,
			...mark(),
			costs: one.costs.map((item) => ({ ...item, ...mark() }))
		})),
		funding: plan.funding.map((line) => ({ ...line, ...mark() }))
	};
}

const arbitraryMarked = fc
	.tuple(arbitraryPlan, fc.array(fc.boolean(), { minLength: 3, maxLength: 40 }))
	.map(([plan, chances]) => marked(plan, chances));

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe('the public part of a plan', () => {
	it('is a plan, holds nothing that may be secret, and no name of anybody who works with it', () => {
		fc.assert(
			fc.property(arbitraryMarked, (plan) => {
				const shown = publicPlan(plan);
				expect(readPlanFile(writePlanFile(shown), catalogue)).toMatchObject({ kind: 'plan' });
				const secret = plan.measures.filter(({ possiblySecret }) => possiblySecret);
				expect(idsOf(shown.measures)).toEqual(
					idsOf(plan.measures).filter((id) => !idsOf(secret).includes(id))
				);
				for (const { owner, costs } of shown.measures) {
					expect(owner).toBe('');
					for (const item of costs)
						if (item.possiblySecret) expect(isUnknown(item) && item.basis === '').toBe(true);
				}
				for (const line of shown.funding) {
					const cost = shown.measures
						.find(({ id }) => id === line.measure)
						?.costs.find(({ id }) => id === line.costItem);
					expect(cost).toBeDefined();
					if (line.possiblySecret || cost?.possiblySecret)
						expect(line.amounts.every(({ amount }) => amount === null)).toBe(true);
				}
				for (const one of shown.applications) expect([one.responsible, one.note]).toEqual(['', '']);
			}),
			{ numRuns: 100 }
		);
	});

	it('hides of an earlier state what a later one marks', () => {
		fc.assert(
			fc.property(arbitraryPlan, fc.array(fc.boolean(), { minLength: 3 }), (plan, chances) => {
				const later = marked(plan, chances);
				expect(publicPlan(withMarks(plan, marksOf(later)))).toEqual(publicPlan(later));
			}),
			{ numRuns: 50 }
		);
	});

	it('is the plan itself in every figure where nothing is marked', () => {
		const plan = examplePlan();
		expect(hiddenIn(plan, idsOf(plan.portfolios))).toEqual({ measures: 0, amounts: 0 });
		for (const { id } of plan.portfolios)
			expect(evaluationJson(evaluate(publicPlan(plan), id))).toEqual(
				evaluationJson(evaluate(plan, id))
			);
	});

	it('leaves a secret measure out of the sums, and makes a secret amount unknown, not zero', () => {
		const plan = examplePlan();
		const [capexOfA04, rest] = [evaluate(plan, 'P2'), 'A04'] as const;
		const alone = capexOfA04.measures.find(({ id }) => id === rest)?.capexTotal ?? new Decimal(0);
		const without: Plan = {
			...plan,
			measures: plan.measures.map((one) =>
				one.id === 'A04' ? { ...one, possiblySecret: true } : one
			)
		};
		expect(hiddenIn(without, ['P2'])).toEqual({ measures: 1, amounts: 0 });
		expect(hiddenIn(without, ['P1'])).toEqual({ measures: 0, amounts: 0 });
		const shown = evaluate(publicPlan(without), 'P2');
		expect(shown.capex.total.plus(alone).toFixed(2)).toBe(capexOfA04.capex.total.toFixed(2));
		expect(sum(shown.measures.map(() => new Decimal(1))).toNumber()).toBe(
			capexOfA04.measures.length - 1
		);
		const amount: Plan = {
			...plan,
			measures: plan.measures.map((one) =>
				one.id === 'A04'
					? { ...one, costs: one.costs.map((item) => ({ ...item, possiblySecret: true })) }
					: one
			)
		};
		const unknown = evaluate(publicPlan(amount), 'P2');
		expect(unknown.unknown.costs.length).toBeGreaterThan(capexOfA04.unknown.costs.length);
		expect(unknown.measures.find(({ id }) => id === 'A04')?.netCost).toBeNull();
		const funded = plan.funding.filter(({ measure }) => measure === 'A04');
		expect(unknown.unknown.funding).toEqual(expect.arrayContaining(funded.map(({ id }) => id)));
	});
});
