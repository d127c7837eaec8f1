import { ONE, type Decimal } from '../decimal.ts';
import type { InventoryRow, Plan, Target } from '../plan/plan.ts';

/** How fast emissions have fallen since a target's base year, and how fast they must fall from now on. */
export type Pace = {
	readonly target: string;
	readonly base: { readonly year: number; readonly tonnes: Decimal };
	readonly latest: { readonly year: number; readonly tonnes: Decimal; readonly vintage: string };
	/** latest / base − 1, as a fraction: −0.1148 for a fall of 11.48 %. */
	readonly change: Decimal;
	/** Tonnes a year: (base − latest) / years since. */
	readonly achieved: Decimal;
	/** Tonnes a year: (latest − target) / years left; null when the target year is not ahead of the latest figure. */
	readonly needed: Decimal | null;
	/** Share of the cut that is done. */
	readonly done: Decimal | null;
	/** needed / achieved; null when nothing has been achieved. */
	readonly ratio: Decimal | null;
	/** The same two as a constant yearly rate, 1 − (to / from)^(1/n). */
	readonly achievedRate: Decimal;
	readonly neededRate: Decimal | null;
};

const TOTAL = 'total';

/**
 * Pace of a territorial target in tonnes, from the inventory's totals of its gas (METHODS §11). The latest total is taken
 * from the release that gave the base year, where there is one; releases are never mixed in silence. Null when the target
 * has no base or no tonnes, or the inventory has no later total.
 */
export function pace(plan: Plan, target: Target): Pace | null {
	if (target.scope !== 'territorial' || target.targetTonnes === null) return null;
	const totals = plan.inventory.filter(({ sector, gas }) => sector === TOTAL && gas === target.gas);
	const base = baseOf(target, totals);
	const latest = base && latestOf(base, totals);
	if (!base || !latest || base.tonnes.isZero()) return null;
	const [since, left] = [latest.year - base.year, target.targetYear - latest.year];
	const achieved = base.tonnes.minus(latest.tonnes).div(since);
	const needed = left > 0 ? latest.tonnes.minus(target.targetTonnes).div(left) : null;
	const toCut = base.tonnes.minus(target.targetTonnes);
	return {
		target: target.id,
		base: { year: base.year, tonnes: base.tonnes },
		latest: { year: latest.year, tonnes: latest.tonnes, vintage: latest.vintage },
		change: latest.tonnes.div(base.tonnes).minus(1),
		achieved,
		needed,
		done: toCut.gt(0) ? base.tonnes.minus(latest.tonnes).div(toCut) : null,
		ratio: needed && achieved.gt(0) ? needed.div(achieved) : null,
		achievedRate: yearlyRate(base.tonnes, latest.tonnes, since),
		neededRate:
			left > 0 && latest.tonnes.gt(0) ? yearlyRate(latest.tonnes, target.targetTonnes, left) : null
	};
}

/** 1 − (to / from)^(1/n): the same cut every year. */
function yearlyRate(from: Decimal, to: Decimal, years: number): Decimal {
	return ONE.minus(to.div(from).pow(ONE.div(years)));
}

type Base = { readonly year: number; readonly tonnes: Decimal; readonly vintage: string | null };

function baseOf(target: Target, totals: readonly InventoryRow[]): Base | null {
	if (target.baseYear === null) return null;
	const ofYear = totals.filter(({ year }) => year === target.baseYear);
	const row = ofYear.find(({ pinned }) => pinned) ?? ofYear[0];
	const tonnes = target.baseTonnes ?? row?.tonnes ?? null;
	return tonnes && { year: target.baseYear, tonnes, vintage: row?.vintage ?? null };
}

function latestOf(base: Base, totals: readonly InventoryRow[]): InventoryRow | null {
	const later = totals.filter(({ year }) => year > base.year);
	const sameRelease = later.filter(({ vintage }) => vintage === base.vintage);
	const candidates = sameRelease.length > 0 ? sameRelease : later;
	return candidates.reduce<InventoryRow | null>(
		(latest, row) => (latest && latest.year >= row.year ? latest : row),
		null
	);
}
