import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exampleValue } from '../../src/lib/core/formula.ts';
import { chapters, methodReadme } from '../../src/lib/core/method.ts';
import { symbolsIn } from '../../src/lib/core/symbol-words.ts';

const formulas = chapters.flatMap((chapter) => chapter.formulas);

describe('the method as people read it', () => {
	it('is what the README of the core says; npm run method writes it', () => {
		expect(readFileSync('src/lib/core/README.md', 'utf8')).toBe(methodReadme());
	});

	it('has a name of its own for each formula, and a worked example that can be computed', () => {
		expect(new Set(formulas.map(({ id }) => id)).size).toBe(formulas.length);
		for (const formula of formulas) {
			if (formula.compute === null) continue;
			expect(exampleValue(formula), formula.id).not.toBeNull();
		}
	});

	it('has English symbols for every Swedish word', () => {
		for (const { symbols, example } of formulas)
			for (const text of [symbols, ...example.map(({ symbol }) => symbol)])
				expect(symbolsIn(text, 'en')).not.toMatch(/[åäöÅÄÖ]/);
	});
});
