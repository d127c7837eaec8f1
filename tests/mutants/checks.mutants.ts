import { appendFileSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
	runCase,
	builtOperations,
	type MethodCase
} from '../../src/cli/method-operations/run-case.ts';
import { ONE, ZERO, max, min } from '../../src/lib/core/decimal.ts';
import { differences } from '../oracle/compare.ts';
import { arbitrarySettledPlan } from '../oracle/arbitrary-settings.ts';
import { definitionLaws } from '../laws/definition-laws.ts';
import { emissionPlanLaws } from '../laws/emission-plan-laws.ts';
import { partLaws } from '../laws/part-laws.ts';
import { planLaws } from '../laws/plan-laws.ts';
import { wholePlanLaws } from '../laws/whole-plan-laws.ts';
import { exampleFaults, expected } from '../support/expected-example.ts';
import { arbitraryPlan } from '../support/plan-arbitrary.ts';

/** Runs the worked cases and fifty runs of each law against one mutant after another, until the first that fails. */
const RUNS = 50;
const LONGEST_MS = 60_000;

type Check = {
	readonly kind: 'case' | 'law' | 'oracle';
	readonly name: string;
	readonly run: () => void;
};

let chosen = -1;
let hits = 0;
let until = Infinity;

Object.assign(globalThis, {
	__values: { ZERO, ONE, min, max },
	__mutant(id: number): boolean {
		if (id !== chosen) return false;
		// A broken loop may never end.
		if (++hits % 4096 === 0 && Date.now() > until) throw new Error('The mutant takes too long.');
		return true;
	}
});
fc.configureGlobal({ endOnFailure: true, seed: 2030, numRuns: RUNS });

const cases = (
	JSON.parse(readFileSync('tests/cases/method-cases.json', 'utf8')) as MethodCase[]
).filter(({ inputs }) => builtOperations.has(inputs.op));
const checks: readonly Check[] = [
	...cases.map((one): Check => ({
		kind: 'case',
		name: one.id,
		run: () => {
			const faults = runCase(one);
			if (faults.length > 0) throw new Error(faults[0]);
		}
	})),
	...Object.keys(expected.portfolios).map((id): Check => ({
		kind: 'case',
		name: `Alvesta ${id}`,
		run: () => {
			const faults = exampleFaults(id);
			if (faults.length > 0) throw new Error(faults[0]);
		}
	})),
	...partLaws.map(({ name, run }): Check => ({ kind: 'law', name, run: () => run(RUNS) })),
	...[...planLaws, ...wholePlanLaws, ...definitionLaws, ...emissionPlanLaws].map(
		({ name, check }): Check => ({
			kind: 'law',
			name,
			run: () => fc.assert(fc.property(arbitraryPlan, check))
		})
	),
	{
		kind: 'oracle',
		name: 'the exact second implementation',
		run: () =>
			fc.assert(fc.property(arbitrarySettledPlan, (plan) => differences(plan).length === 0))
	}
];

/** The check that notices a mutant; null when none does. */
function caughtBy(id: number): Check | null {
	[chosen, hits, until] = [id, 0, Date.now() + LONGEST_MS];
	try {
		return checks.find(fails) ?? null;
	} finally {
		chosen = -1;
	}
}

function fails({ run }: Check): boolean {
	try {
		run();
		return false;
	} catch {
		return true;
	}
}

it('checks the mutants', () => {
	expect(checks.filter(fails).map(({ name }) => name)).toEqual([]);
	const ids = (process.env['MUTANTS'] ?? '')
		.split(',')
		.filter((id) => id !== '')
		.map(Number);
	const report = process.env['MUTANT_REPORT'] ?? '';
	for (const id of ids) {
		const check = caughtBy(id);
		appendFileSync(
			report,
			`${JSON.stringify({ id, kind: check?.kind ?? null, by: check?.name ?? null })}\n`
		);
	}
});
