import fc from 'fast-check';
import { describe, it } from 'vitest';
import { definitionLaws } from '../laws/definition-laws.ts';
import { emissionPlanLaws } from '../laws/emission-plan-laws.ts';
import { partLaws } from '../laws/part-laws.ts';
import { planLaws } from '../laws/plan-laws.ts';
import { wholePlanLaws } from '../laws/whole-plan-laws.ts';
import { arbitraryPlan } from '../support/plan-arbitrary.ts';

const numRuns = Number(process.env['LAW_RUNS'] ?? 200);

describe('for every plan', () => {
	for (const { name, check } of [
		...planLaws,
		...wholePlanLaws,
		...definitionLaws,
		...emissionPlanLaws
	])
		it(`${name}`, () => fc.assert(fc.property(arbitraryPlan, check), { numRuns }));
});

describe('for the parts of the method', () => {
	for (const { name, run } of partLaws) it(`${name}`, () => run(numRuns));
});
