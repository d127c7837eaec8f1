import { ONE, ZERO, min, type Decimal } from '../decimal.ts';
import { FOREIGN_TRANSPORT, changeSince, sectorReference } from '../emissions/reference.ts';
import { cappedInSector, sharedInSector } from '../emissions/trajectories.ts';
import type { PlacedMeasure } from '../plan/placement.ts';
import type { Plan, Pool } from '../plan/plan.ts';
import { addSeries, at, yearsOf, zeros, type Horizon, type Series } from '../years.ts';
import type { Abatement } from './effects.ts';
import { sequentialCredits } from './interaction.ts';
import { shapleyCredits } from './shapley.ts';

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

type CreditedMeasure = { readonly placed: PlacedMeasure; readonly abatement: Abatement };

/** One measure's part in a pool; `credited` is replaced where a cap takes some of it. */
type Use = { readonly index: number; readonly own: Series; credited: Series };
type PoolUses = { readonly pool: Pool; readonly level: Series | null; readonly uses: Use[] };

/**
 * Credits of a portfolio's measures, given in the order in which they are credited (METHODS §14, rule 10): sequential, or
 * Shapley by the plan's settings; then, by setting, at most the sector's emissions.
 */
export function credits(
	plan: Plan,
	measures: readonly CreditedMeasure[],
	horizon: Horizon
): { readonly measures: Credits[]; readonly pools: PoolUse[] } {
	const inPools = plan.pools.map((pool) => poolUses(plan, pool, measures, horizon));
	if (plan.settings.method.sectorCap) capSectors(plan, inPools, horizon);
	const results = measures.map(({ placed, abatement }) => ({
		standAlone: ownPart(abatement.total, placed, horizon),
		credited: zeros(horizon),
		creditedByPool: new Map<string, Series>()
	}));
	const pools = inPools.map(({ pool, level, uses }): PoolUse => {
		const use = { pool, level, standAlone: zeros(horizon), credited: zeros(horizon) };
		for (const { index, own, credited } of uses) {
			const result = results[index];
			if (!result) continue;
			result.creditedByPool.set(pool.id, credited);
			addSeries(result.credited, credited);
			addSeries(use.standAlone, own);
			addSeries(use.credited, credited);
		}
		return use;
	});
	return { measures: results, pools };
}

function poolUses(
	plan: Plan,
	pool: Pool,
	measures: readonly CreditedMeasure[],
	horizon: Horizon
): PoolUses {
	const level = poolLevel(plan, pool, horizon);
	const users = measures.flatMap(({ placed, abatement }, index) => {
		const series = abatement.byPool.get(pool.id);
		return series ? [{ index, own: ownPart(series, placed, horizon) }] : [];
	});
	const claims = users.map(({ own }) => own);
	const creditsOf = plan.settings.method.credit === 'shapley' ? orderFreeCredits : creditsInOrder;
	const shared = level ? interacting(level, claims, creditsOf) : claims;
	return {
		pool,
		level,
		uses: users.map((user, position) => ({ ...user, credited: shared[position] ?? user.own }))
	};
}

function ownPart(series: Series, placed: PlacedMeasure, horizon: Horizon): Series {
	if (placed.ownShare.eq(ONE)) return series;
	const own = zeros(horizon);
	addSeries(own, series, placed.ownShare);
	return own;
}

/** tonnes × (1 + yearlyChange of the sector)^(y − baseYear); constant without a sector, null when unknown. */
export function poolLevel(plan: Plan, pool: Pool, horizon: Horizon): Series | null {
	const { tonnes, sector } = pool;
	if (tonnes === null) return null;
	const path = plan.reference.find((candidate) => candidate.sector === sector);
	return yearsOf(horizon).map((year) => tonnes.times(changeSince(path, pool.baseYear, year)));
}

type CreditsOf = (pool: Decimal, claims: readonly Decimal[]) => readonly Decimal[];

const creditsInOrder: CreditsOf = (pool, claims) => sequentialCredits(pool, claims).credits;

const orderFreeCredits: CreditsOf = (pool, claims) =>
	pool.gt(0)
		? shapleyCredits(
				pool,
				claims.map((claim) => min(ONE, claim.div(pool)))
			)
		: claims.map(() => ZERO);

/** Credits per user and year; the users in the order of crediting. */
function interacting(level: Series, users: readonly Series[], creditsOf: CreditsOf): Decimal[][] {
	const shared = users.map((): Decimal[] => []);
	level.forEach((tonnes, year) => {
		const credits = creditsOf(
			tonnes,
			users.map((user) => at(user, year))
		);
		credits.forEach((credit, position) => shared[position]?.push(credit));
	});
	return shared;
}

/** Takes away what a sector's pools give beyond its reference emissions of the year: from the last credited, or from all alike (METHODS §7). */
function capSectors(plan: Plan, inPools: readonly PoolUses[], horizon: Horizon): void {
	for (const path of plan.reference) {
		if (path.sector === FOREIGN_TRANSPORT) continue;
		const emissions = sectorReference(plan, path, horizon);
		if (!emissions) continue;
		const uses = inPools
			.filter(({ pool }) => pool.sector === path.sector)
			.flatMap((one) => one.uses)
			.sort((a, b) => a.index - b.index);
		const capped = uses.map((): Decimal[] => []);
		const cap = plan.settings.method.credit === 'shapley' ? sharedInSector : cappedInSector;
		emissions.forEach((tonnes, year) =>
			cap(
				tonnes,
				uses.map(({ credited }) => at(credited, year))
			).forEach((credit, position) => capped[position]?.push(credit))
		);
		uses.forEach((use, position) => (use.credited = capped[position] ?? use.credited));
	}
}
