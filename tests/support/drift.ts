import { Decimal, settled } from '../../src/lib/core/decimal.ts';
import type { Explained } from '../../src/lib/core/portfolio/explain/explained.ts';

/** Every explanation, recomputed node by node from its inputs: it cannot say anything else than what was computed. */
const WITHOUT_SINGLE_INPUTS: ReadonlySet<string> = new Set(['outcomes', 'gap-bounds']);
const TINY = new Decimal('1e-22');

function isSame(a: Decimal | null, b: Decimal | null): boolean {
	if (!a || !b) return a === b;
	return settled(a).eq(settled(b)) || a.minus(b).abs().lte(a.abs().plus(1).times(TINY));
}

/** What does not follow from its inputs, below the given figures; every node is looked at once. */
export function drifted(roots: readonly Explained[]): { faults: string[]; nodes: number } {
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
