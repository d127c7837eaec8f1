import { readFileSync } from 'node:fs';
import type { Plan } from '../../src/lib/core/plan/plan.ts';
import { problemLine } from '../../src/lib/core/plan/problem.ts';
import { readPlanFile } from '../../src/lib/input/plan-file/read.ts';
import { catalogue } from '../../src/lib/server/catalogue/catalogue.ts';

export const EXAMPLE_PATH = 'src/lib/server/example/alvesta.json';
export const exampleText = readFileSync(EXAMPLE_PATH, 'utf8');

type Node = Record<string | number, unknown>;

/** The example file with one place changed: the value at a path, or its removal when the value is undefined. */
export function changed(...changes: readonly (readonly [path: string, value: unknown])[]): string {
	const file = JSON.parse(exampleText) as Node;
	for (const [path, value] of changes) {
		const steps = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
		const last = steps.pop() ?? '';
		const parent = steps.reduce<Node>((node, step) => node[step] as Node, file);
		if (value === undefined) delete parent[last];
		else parent[last] = value;
	}
	return JSON.stringify(file);
}

/** What is wrong with a plan file, a line each; nothing when it is right. */
export function complaints(text: string): string[] {
	const result = readPlanFile(text, catalogue);
	return result.kind === 'plan' ? [] : result.problems.map((one) => problemLine(one, 'en'));
}

/** The plan of a file that is right. */
export function planOf(text: string): Plan {
	const result = readPlanFile(text, catalogue);
	if (result.kind === 'plan') return result.plan;
	throw new Error(result.problems.map((one) => problemLine(one, 'en')).join('\n'));
}
