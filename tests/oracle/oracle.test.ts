import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/lib/core/plan/plan.ts';
import { examplePlan } from '../support/large-plan.ts';
import { arbitraryPlan } from '../support/plan-arbitrary.ts';
import { arbitraryFullPlan, arbitrarySettledPlan } from './arbitrary-settings.ts';
import { treeDifferences } from './compare-tree.ts';
import { differences, expectedTree } from './compare.ts';
import { oracle } from './oracle.ts';

/** The core against a second implementation of the method, in exact fractions, that shares no code with it. */
const RUNS = Number(process.env['ORACLE_RUNS'] ?? 500);

function agreesOn(plans: fc.Arbitrary<Plan>, numRuns: number): void {
	fc.assert(
		fc.property(plans, (plan) => {
			expect(differences(plan)).toEqual([]);
		}),
		{ numRuns: Math.ceil(numRuns) }
	);
}

const expected = JSON.parse(
	readFileSync('tests/cases/alvesta-example-plan.expected.json', 'utf8')
) as { readonly portfolios: Readonly<Record<string, unknown>> };

describe('the core and the exact second implementation', () => {
	it('agree on random plans with the default settings', () => {
		agreesOn(arbitraryPlan, RUNS / 4);
		agreesOn(arbitraryFullPlan, RUNS / 4);
	});

	it('agree on random plans with random settings', () => {
		agreesOn(arbitrarySettledPlan, RUNS / 2);
	});

	for (const [id, wanted] of Object.entries(expected.portfolios))
		it(`agree on portfolio ${id} of Alvesta, as does its file of figures`, () => {
			const plan = examplePlan();
			expect(differences(plan, id)).toEqual([]);
			expect(treeDifferences('', expectedTree(oracle(plan, id)), wanted)).toEqual([]);
		});
});
