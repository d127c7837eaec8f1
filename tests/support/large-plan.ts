import { readFileSync } from 'node:fs';
import type { Plan } from '../../src/lib/core/plan/plan.ts';
import { readPlanFile } from '../../src/lib/input/plan-file/read.ts';
import { catalogue } from '../../src/lib/server/catalogue/catalogue.ts';

const EXAMPLE = new URL('../../src/lib/server/example/alvesta.json', import.meta.url);

/** The Alvesta example as a plan. */
export function examplePlan(): Plan {
	const result = readPlanFile(readFileSync(EXAMPLE, 'utf8'), catalogue);
	if (result.kind === 'problems') throw new Error(JSON.stringify(result.problems));
	return result.plan;
}

/**
 * A plan of the given number of measures on the example's horizon: its measures over and over under new ids, with amounts
 * and effects that differ from copy to copy, in pools large enough, and all of them in one portfolio, ALL.
 */
export function largePlan(measureCount: number): Plan {
	const plan = examplePlan();
	const sources = plan.measures.filter(
		(measure) => !['A01', 'A02', 'A05', 'A09'].includes(measure.id)
	);
	const copies = Array.from({ length: measureCount }, (_, n) => {
		const source = sources[n % sources.length];
		if (!source) throw new Error('the example has no measures');
		return { source, id: `M${String(n).padStart(4, '0')}`, size: 1 + (n % 7) / 8 };
	});
	return {
		...plan,
		pools: plan.pools.map((pool) => ({ ...pool, tonnes: pool.tonnes && pool.tonnes.times(40) })),
		measures: copies.map(({ source, id, size }) => ({
			...source,
			id,
			excludes: [],
			requires: [],
			costs: source.costs.map((item) =>
				item.timing === 'one-off'
					? {
							...item,
							amount: item.amount && item.amount.times(size),
							years: item.years.map(({ year, amount }) => ({ year, amount: amount.times(size) }))
						}
					: { ...item, amountPerYear: item.amountPerYear && item.amountPerYear.times(size) }
			),
			effects:
				source.effects?.map((effect) =>
					effect.kind === 'direct'
						? { ...effect, tonnesPerYear: effect.tonnesPerYear && effect.tonnesPerYear.times(size) }
						: { ...effect, mwhPerYear: effect.mwhPerYear && effect.mwhPerYear.times(size) }
				) ?? null
		})),
		funding: copies.flatMap(({ source, id, size }) =>
			plan.funding
				.filter((line) => line.measure === source.id)
				.map((line) => ({
					...line,
					id: `${line.id}-${id}`,
					measure: id,
					amounts: line.amounts.map((one) => ({
						...one,
						amount: one.amount && one.amount.times(size)
					}))
				}))
		),
		portfolios: [
			{ id: 'ALL', name: 'All', measures: copies.map(({ id }) => id), shift: {}, scale: {} }
		]
	};
}
