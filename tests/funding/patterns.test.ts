import { describe, expect, it } from 'vitest';
import { line, outcome, programme, type Content, type Setting } from '../support/funded-plan.ts';
import { patterns, type Case } from './pattern-cases.ts';

const other = (id: string) => programme([], { id });
const others = [other('q'), other('r'), { ...other('union'), euBudget: true }];

function settingOf(rules: readonly Content[], { amount = 1, seen: _, ...given }: Case): Setting {
	return {
		...given,
		programmes: [...(given.programmes ?? [programme(rules)]), ...others],
		lines: given.lines ?? [line(amount)]
	};
}

describe('rule pattern', () => {
	it('R01 to R24 are all here', () => {
		expect(patterns.map(({ id }) => id)).toEqual(
			Array.from({ length: 24 }, (_, n) => `R${String(n + 1).padStart(2, '0')}`)
		);
	});

	for (const { id, rules, ...cases } of patterns)
		for (const wanted of ['passed', 'failed', 'unknown'] as const)
			it(`${id} ${wanted}`, () => {
				const one = cases[wanted];
				expect(outcome(id, settingOf(rules, one), one.seen)).toBe(wanted);
			});
});
