import type { Decimal } from '../decimal.ts';
import { ONE } from '../decimal.ts';
import { changeSince } from '../emissions/reference.ts';
import type { PlacedMeasure } from '../plan/placement.ts';
import type { Plan, Pool } from '../plan/plan.ts';
import { addSeries, at, yearsOf, zeros, type Horizon, type Series } from '../years.ts';
import type { Abatement } from './effects.ts';
import { sequentialCredits } from './interaction.ts';

/** Own-share tonnes per year of one measure: as if alone, and as credited after interaction. */
export type Credits = {
	readonly standAlone: Series;
	readonly credited: Series;
	readonly creditedByPool: ReadonlyMap<string, Series>;
};

/** What a pool holds and what its measures claim from it, per year, own share. */
export type PoolUse = {
	readonly pool: Pool;
	/** null: the pool's size is unknown, so nothing interacts. */
	readonly level: Series | null;
	readonly standAlone: Series;
	readonly credited: Series;
};

/** Credits of a portfolio's measures, given in the order in which they are credited (METHODS §14, rule 10). */
export function credits(
	plan: Plan,
	measures: readonly { readonly placed: PlacedMeasure; readonly abatement: Abatement }[],
	horizon: Horizon
): { readonly measures: Credits[]; readonly pools: PoolUse[] } {
	const results = measures.map(({ placed, abatement }) => ({
		standAlone: ownPart(abatement.total, placed, horizon),
		credited: zeros(horizon),
		creditedByPool: new Map<string, Series>()
	}));
	const pools = plan.pools.map((pool): PoolUse => {
		const level = poolLevel(plan, pool, horizon);
		const users = measures.flatMap(({ placed, abatement }, index) => {
			const series = abatement.byPool.get(pool.id);
			return series ? [{ index, own: ownPart(series, placed, horizon) }] : [];
		});
		const shared = level
			? interacting(
					level,
					users.map(({ own }) => own)
				)
			: users.map(({ own }) => own);
		const use = { pool, level, standAlone: zeros(horizon), credited: zeros(horizon) };
		users.forEach(({ index, own }, position) => {
			const credited = shared[position] ?? own;
			const result = results[index];
			if (!result) return;
			result.creditedByPool.set(pool.id, credited);
			addSeries(result.credited, credited);
			addSeries(use.standAlone, own);
			addSeries(use.credited, credited);
		});
		return use;
	});
	return { measures: results, pools };
}

function ownPart(series: Series, placed: PlacedMeasure, horizon: Horizon): Series {
	if (placed.ownShare.eq(ONE)) return series;
	const own = zeros(horizon);
	addSeries(own, series, placed.ownShare);
	return own;
}

/** tonnes × (1 + yearlyChange of the sector)^(y − baseYear); constant without a sector, null when unknown. */
function poolLevel(plan: Plan, pool: Pool, horizon: Horizon): Series | null {
	const { tonnes, sector } = pool;
	if (tonnes === null) return null;
	const path = plan.reference.find((candidate) => candidate.sector === sector);
	return yearsOf(horizon).map((year) => tonnes.times(changeSince(path, pool.baseYear, year)));
}

/** Credits per user and year; the users in the order of crediting. */
function interacting(level: Series, users: readonly Series[]): Decimal[][] {
	const shared = users.map((): Decimal[] => []);
	level.forEach((tonnes, year) => {
		const { credits } = sequentialCredits(
			tonnes,
			users.map((user) => at(user, year))
		);
		credits.forEach((credit, position) => shared[position]?.push(credit));
	});
	return shared;
}
