import { poolLevel } from '../abatement/credits.ts';
import { Decimal, ZERO } from '../decimal.ts';
import { FOREIGN_TRANSPORT, sectorReference } from '../emissions/reference.ts';
import type { Plan, Pool } from '../plan/plan.ts';
import type { Frame } from '../portfolio/frame.ts';
import { at, type Series } from '../years.ts';
import { loadOf, type Cell, type Part } from './selection.ts';
import type { TonnesBasis } from './wish.ts';

/** Kilotonnes: near millions of kronor, as a solver wants it. */
export const TONNES = 1e3;

/** Own-share tonnes by pool of one measure under one start. */
export type Claimed = { readonly measure: number; readonly byPool: ReadonlyMap<string, Series> };

/** The pools whose tonnes count. */
export function poolsIn(plan: Plan, { scope }: TonnesBasis): Pool[] {
	if (scope === 'all') return [...plan.pools];
	return plan.pools.filter(
		({ sector, gas }) =>
			sector !== null && sector !== FOREIGN_TRANSPORT && (scope === 'CO2e' || gas === 'CO2')
	);
}

/**
 * The tonnes of each candidate: by itself where no other measure takes from the same pool and year, else as a load of a cell
 * that they share (METHODS §14, rule 10); under a cap where the plan caps sectors.
 */
export function interaction(
	plan: Plan,
	candidates: readonly Claimed[],
	basis: TonnesBasis,
	frame: Frame
) {
	const cells: Cell[] = [];
	const caps: number[] = [];
	const parts = candidates.map(() => ({
		tonnes: [] as Part[],
		loads: [] as [number, number][]
	}));
	const capOf = sectorCaps(plan, caps, frame);
	for (const pool of poolsIn(plan, basis)) {
		const level = poolLevel(plan, pool, frame.horizon);
		const users = candidates.flatMap(({ byPool, measure }, index) => {
			const series = byPool.get(pool.id);
			return series ? [{ index, measure, series }] : [];
		});
		frame.years.forEach((year, t) => {
			if (basis.year !== null && basis.year !== year) return;
			const takers = users.filter(({ series }) => !at(series, t).isZero());
			if (takers.length === 0 || level?.[t]?.lte(0)) return;
			const size = level && at(level, t).div(TONNES).toNumber();
			const cap = capOf(pool, t);
			const isAlone = new Set(takers.map(({ measure }) => measure)).size === 1;
			const cell = size === null || isAlone ? null : cells.push({ size, cap }) - 1;
			for (const { index, series } of takers) {
				const amount = at(series, t).div(TONNES).toNumber();
				if (cell === null || size === null)
					parts[index]?.tonnes.push({ amount: Math.min(amount, size ?? amount), cap });
				else parts[index]?.loads.push([cell, loadOf(amount / size)]);
			}
		});
	}
	return { cells, caps, parts: parts.map((part) => ({ ...part, tonnes: summed(part.tonnes) })) };
}

/** One part for each cap, and one for none. */
function summed(parts: readonly Part[]): Part[] {
	const byCap = new Map<number | null, number>();
	for (const { amount, cap } of parts) byCap.set(cap, (byCap.get(cap) ?? 0) + amount);
	return [...byCap].map(([cap, amount]) => ({ amount, cap }));
}

/** The cap of a pool's sector in a year, where the plan caps sectors and knows their emissions; made when it is asked for. */
function sectorCaps(plan: Plan, caps: number[], { horizon }: Frame) {
	const made = new Map<string, number>();
	const isCapped = plan.settings.method.sectorCap;
	return ({ sector }: Pool, t: number): number | null => {
		const path = plan.reference.find((one) => one.sector === sector);
		if (!isCapped || !path || sector === FOREIGN_TRANSPORT) return null;
		const emissions = sectorReference(plan, path, horizon);
		if (!emissions) return null;
		const key = `${sector} ${t}`;
		const cap = made.get(key);
		if (cap !== undefined) return cap;
		const most = Decimal.max(ZERO, at(emissions, t)).div(TONNES).toNumber();
		const place = caps.push(most) - 1;
		made.set(key, place);
		return place;
	};
}
