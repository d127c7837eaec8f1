import { Decimal } from '../../lib/core/decimal.ts';
import { abatementOperations } from './abatement.ts';
import { financeOperations } from './finance.ts';
import { fundingOperations } from './funding.ts';
import { optimumOperations } from './optimum.ts';
import { selectionOperations } from './selection.ts';
import { stackingOperations } from './stacking.ts';
import type { Inputs, Operations } from './inputs.ts';
import { pathOperations } from './paths.ts';
import { uncertaintyOperations } from './uncertainty.ts';

/** A worked case: what to compute, what must come out, how near. */
export type MethodCase = {
	readonly id: string;
	readonly inputs: Inputs;
	readonly expected: Readonly<Record<string, unknown>>;
	readonly tolerance?: { readonly abs?: number; readonly rel?: number };
};

type Tolerance = NonNullable<MethodCase['tolerance']>;

const operations: Operations = {
	...financeOperations,
	...abatementOperations,
	...fundingOperations,
	...stackingOperations,
	...optimumOperations,
	...selectionOperations,
	...pathOperations,
	...uncertaintyOperations
};

export const builtOperations: ReadonlySet<string> = new Set(Object.keys(operations));

/** What is wrong with the answer to a case; nothing when it passes. A missing expected field is a fault. */
export function runCase(one: MethodCase): string[] {
	const { op } = one.inputs;
	const operation = Object.hasOwn(operations, op) ? operations[op] : undefined;
	if (!operation) return [`operation ${op} is not built yet`];
	try {
		const answer = operation(one.inputs);
		return Object.entries(one.expected).flatMap(([field, expected]) =>
			differences(field, answer[field], expected, one.tolerance ?? {})
		);
	} catch (error) {
		return [`operation ${op} fails: ${error instanceof Error ? error.message : String(error)}`];
	}
}

function differences(
	path: string,
	seen: unknown,
	expected: unknown,
	tolerance: Tolerance
): string[] {
	if (seen === undefined) return [`${path} is missing`];
	if (Array.isArray(expected)) {
		if (!Array.isArray(seen) || seen.length !== expected.length)
			return [`${path} is ${JSON.stringify(seen)}, expected ${JSON.stringify(expected)}`];
		return expected.flatMap((one, index) =>
			differences(`${path}[${index}]`, seen[index], one, tolerance)
		);
	}
	const isSame =
		typeof expected === 'number' && Decimal.isDecimal(seen)
			? isNear(seen as Decimal, expected, tolerance)
			: seen === expected;
	return isSame ? [] : [`${path} is ${String(seen)}, expected ${String(expected)}`];
}

function isNear(seen: Decimal, expected: number, { abs = 0, rel = 0 }: Tolerance) {
	const allowed = Math.max(abs, rel * Math.abs(expected));
	return seen.minus(expected).abs().lte(allowed);
}
