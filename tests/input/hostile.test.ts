import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { writePlanFile } from '../../src/lib/input/plan-file/write.ts';
import { MOST_PROBLEMS, readPlanFile } from '../../src/lib/input/plan-file/read.ts';
import { catalogue } from '../../src/lib/server/catalogue/catalogue.ts';
import { changed, complaints, exampleText } from '../support/plan-files.ts';

/** Files made to hurt: each is answered, with no more than it needs. Each of these once took minutes or the whole memory. */
const many = <One>(count: number, one: (index: number) => One) =>
	Array.from({ length: count }, (_, index) => one(index));

const files: readonly [name: string, text: string][] = [
	[
		'ids of a million letters',
		JSON.stringify({
			measures: [{ id: 'a'.repeat(1e6) }, { id: 'b'.repeat(1e6), requires: many(6000, () => 'z') }]
		})
	],
	['a hundred thousand blanks', `x${' '.repeat(120_000)}`],
	['quotes that never end', `{"a": ${'"\\"'.repeat(40_000)}`],
	['fifty thousand levels', `{"format":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
	[
		'ten thousand measures that require what is not there',
		JSON.stringify({ measures: many(10_000, (n) => ({ id: `m${n}`, requires: ['z'] })) })
	],
	[
		'four hundred thousand empty cost items',
		JSON.stringify({ measures: many(2_000, () => ({ costs: many(200, () => ({})) })) })
	],
	['a text of nine million letters', changed(['plan.name', 'x'.repeat(9e6)])],
	['a list for everything', JSON.stringify([])],
	['nothing at all', '']
];

describe('a hostile file', () => {
	for (const [name, text] of files)
		it(`of ${name} is refused with at most ${MOST_PROBLEMS} complaints`, () => {
			const lines = complaints(text);
			expect(lines.length).toBeGreaterThan(0);
			expect(lines.length).toBeLessThanOrEqual(MOST_PROBLEMS);
			expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(1000);
		});

	it('with a circle through two thousand measures, or a chain as long, is walked to its end', () => {
		const file = JSON.parse(exampleText) as { measures: { id: string }[] };
		const [measure] = file.measures.slice(20);
		const chain = (closes: boolean) =>
			changed(
				['funding', []],
				['portfolios', []],
				[
					'measures',
					Array.from({ length: 2000 }, (_, n) => ({
						...measure,
						id: `M${n}`,
						requires: n < 1999 ? [`M${n + 1}`] : closes ? ['M0'] : []
					}))
				]
			);
		expect(complaints(chain(false))).toEqual([]);
		expect(complaints(chain(true))).toHaveLength(1);
	});

	it('with more than a plan has is refused, with the number that it may have', () => {
		const lines = complaints(changed(['portfolios', Array.from({ length: 51 }, () => 1)]));
		expect(lines.filter((line) => line.includes('may have at most 50 entries'))).toHaveLength(1);
	});

	it('with a workbook in it is told so', () => {
		expect(complaints('PK\u0003\u0004rest')[0]).toContain('is a workbook or a zip archive');
	});

	it('says which measure or line a fault is in', () => {
		const lines = complaints(
			changed(['measures.2.costs.0.amount', 'tolv'], ['funding.3.status', 'kanske'])
		);
		expect(lines.map((line) => line.slice(line.lastIndexOf('[')))).toEqual(['[A03]', '[F04]']);
	});

	it('with ids that every object inherits is read like any other', () => {
		const names = ['constructor', 'toString', 'hasOwnProperty'];
		const file = JSON.parse(exampleText) as { measures: { id: string }[] };
		const measures = names.map((id) => ({ ...file.measures[20], id }));
		const text = changed(
			['measures', measures],
			['funding', []],
			['portfolios', [{ id: 'valueOf', name: 'X', measures: names }]]
		);
		const result = readPlanFile(text, catalogue);
		if (result.kind !== 'plan') throw new Error(complaints(text).join());
		expect(result.plan.portfolios[0]?.measures).toEqual(names);
		const again = writePlanFile(result.plan);
		expect(JSON.parse(again)).toMatchObject({ portfolios: [{ shift: {}, scale: {} }] });
		expect(evaluate(result.plan, 'valueOf').need.total.toString()).toBe('81600000');
	});
});
