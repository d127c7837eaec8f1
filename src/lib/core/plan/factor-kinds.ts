import type { PlanOutline } from './outline.ts';
import { problem, type Problem } from './problem.ts';

/**
 * Average and marginal emission factors are never mixed (METHODS §3.2). Inventories count averages, so a pool with a
 * sector takes no marginal factor; a pool outside the inventory takes the one kind or the other. A factor that does not say
 * its kind is taken as it stands.
 */
export function factorKindProblems(plan: PlanOutline): Problem[] {
	const kinds = new Map(plan.carriers.map(({ id, kind }) => [id, kind]));
	const sectors = new Map(plan.pools.map(({ id, sector }) => [id, sector]));
	const kindOfPool = new Map<string, string>();
	return plan.measures.flatMap((measure, index) =>
		measure.effects.flatMap(({ pool, carrier }, place): Problem[] => {
			const kind = carrier === undefined ? undefined : kinds.get(carrier);
			if (pool === undefined || kind === undefined) return [];
			const path = ['measures', index, 'effects', place, 'carrier'];
			if (kind === 'marginal' && sectors.get(pool) !== undefined)
				return [problem(path, carrier, marginalInInventory(pool))];
			const before = kindOfPool.get(pool);
			if (before === undefined) kindOfPool.set(pool, kind);
			return before === undefined || before === kind
				? []
				: [problem(path, carrier, bothInOnePool(pool))];
		})
	);
}

function marginalInInventory(pool: string) {
	return {
		sv: `har en marginalfaktor, men posten ${pool} hör till inventeringen, som räknar med medelvärden; välj en medelfaktor eller en post utan sektor`,
		en: `has a marginal factor, but pool ${pool} belongs to the inventory, which counts averages; choose an average factor or a pool without a sector`
	};
}

function bothInOnePool(pool: string) {
	return {
		sv: `är av ett annat slag (medel eller marginal) än en tidigare effekt i posten ${pool}; håll dem i skilda poster`,
		en: `is of another kind (average or marginal) than an earlier effect in pool ${pool}; keep them in separate pools`
	};
}
