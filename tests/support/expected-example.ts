import { readFileSync } from 'node:fs';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { evaluationJson } from '../../src/lib/core/portfolio/evaluation-json.ts';
import { examplePlan } from './large-plan.ts';

/** Figures of the Alvesta example, computed by an independent program from METHODS §14. */
export type Json =
	null | number | string | boolean | readonly Json[] | { readonly [key: string]: Json };
export const expected = JSON.parse(
	readFileSync('tests/cases/alvesta-example-plan.expected.json', 'utf8')
) as { portfolios: Record<string, Record<string, Json>>; tolerance: { tonnes: number } };

/** In the expected file a label in words, here a code; every other field is compared. */
const LABELS = new Set(['targets[2].reason']);

export function differences(path: string, seen: unknown, wanted: Json): string[] {
	if (LABELS.has(path)) return [];
	if (Array.isArray(wanted)) {
		const list = Array.isArray(seen) ? seen : [];
		if (list.length !== wanted.length)
			return [`${path}: ${list.length} entries, not ${wanted.length}`];
		return wanted.flatMap((one, index) => differences(`${path}[${index}]`, list[index], one));
	}
	if (typeof wanted === 'object' && wanted !== null)
		return Object.entries(wanted).flatMap(([key, value]) =>
			differences(
				path ? `${path}.${key}` : key,
				(seen as Record<string, unknown> | null)?.[key],
				value
			)
		);
	const isSame =
		typeof wanted === 'number' && typeof seen === 'number'
			? Math.abs(seen - wanted) <= expected.tolerance.tonnes
			: seen === wanted;
	return isSame ? [] : [`${path}: ${JSON.stringify(seen)}, not ${JSON.stringify(wanted)}`];
}

/** What differs in a portfolio of the example from the figures of its file. */
export function exampleFaults(id: string): string[] {
	const { order: _, ...wanted } = expected.portfolios[id] ?? {};
	return differences('', evaluationJson(evaluate(examplePlan(), id)), wanted);
}
