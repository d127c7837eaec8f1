import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
	builtOperations,
	runCase,
	type MethodCase
} from '../../src/cli/method-operations/run-case.ts';

const cases = JSON.parse(readFileSync('tests/cases/method-cases.json', 'utf8')) as MethodCase[];
const built = cases.filter(({ inputs }) => builtOperations.has(inputs.op));

describe('worked cases of the operations that are built', () => {
	for (const one of built)
		it(`${one.id}: ${one.inputs.op}`, () => {
			expect(runCase(one)).toEqual([]);
		});

	it('cover every built operation', () => {
		expect(new Set(built.map(({ inputs }) => inputs.op))).toEqual(builtOperations);
	});

	it('fail when a figure is off by more than its tolerance', () => {
		const wrong = { ...built[0], expected: { npv: 122.9 } } as MethodCase;
		expect(runCase(wrong)).toHaveLength(1);
	});

	it('fail when an expected field is missing', () => {
		const wrong = { ...built[0], expected: { npw: 1 } } as MethodCase;
		expect(runCase(wrong)).toEqual(['npw is missing']);
	});

	it('fail when the operation is not built', () => {
		const wrong = { ...built[0], inputs: { op: 'astrology' } } as MethodCase;
		expect(runCase(wrong)).toEqual(['operation astrology is not built yet']);
	});
});
