import { ONE } from '../decimal.ts';
import type { InventoryRow, Plan, ReferencePath } from '../plan/plan.ts';
import { addAt, yearsOf, zeros, type Horizon, type Series } from '../years.ts';

/** Kept beside the territorial total, never in it (METHODS §14, rule 11). */
export const FOREIGN_TRANSPORT = 'foreign-transport';

/** Tonnes per year if the plan is not carried out; null when a sector's base-year inventory row is missing. */
export type ReferenceTrajectory = { readonly CO2: Series | null; readonly CO2e: Series | null };

/**
 * Base-year inventory × (1 + yearlyChange)^(y − baseYear), summed over territorial sectors; its CO2 part is × co2Share
 * (METHODS §14, rule 12).
 */
export function referenceTrajectory(plan: Plan, horizon: Horizon): ReferenceTrajectory {
	const carbonDioxide = zeros(horizon);
	const all = zeros(horizon);
	for (const path of plan.reference) {
		if (path.sector === FOREIGN_TRANSPORT) continue;
		const ofSector = sectorReference(plan, path, horizon);
		if (!ofSector) return { CO2: null, CO2e: null };
		ofSector.forEach((tonnes, index) => {
			addAt(all, index, tonnes);
			addAt(carbonDioxide, index, tonnes.times(path.co2Share));
		});
	}
	return { CO2: carbonDioxide, CO2e: all };
}

/** Tonnes CO2e per year of one sector if the plan is not carried out; null when its base-year inventory row is missing. */
export function sectorReference(plan: Plan, path: ReferencePath, horizon: Horizon): Series | null {
	const base = baseRow(plan, path)?.tonnes;
	if (!base) return null;
	return yearsOf(horizon).map((year) => base.times(changeSince(path, path.baseYear, year)));
}

/** (1 + yearlyChange)^(year − base); 1 for a sector without a path. */
export function changeSince(path: ReferencePath | undefined, baseYear: number, year: number) {
	return path ? path.yearlyChange.plus(1).pow(year - baseYear) : ONE;
}

/** The inventory row that a reference path starts from. */
export function baseRow(plan: Plan, path: ReferencePath): InventoryRow | undefined {
	return plan.inventory.find(
		(row) =>
			row.gas === 'CO2e' &&
			row.sector === path.sector &&
			row.year === path.baseYear &&
			row.vintage === path.vintage
	);
}

/** Sectors whose base-year row the inventory lacks: they keep the whole trajectory unknown. */
export function sectorsWithoutBase(plan: Plan): string[] {
	return plan.reference
		.filter((path) => path.sector !== FOREIGN_TRANSPORT && !baseRow(plan, path))
		.map((path) => path.sector);
}
