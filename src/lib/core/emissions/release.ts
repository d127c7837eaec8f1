import { sum, type Decimal } from '../decimal.ts';
import type { Gas, InventoryRow, Plan } from '../plan/plan.ts';
import { FOREIGN_TRANSPORT } from './reference.ts';

const TOTAL = 'total';

/** Tonnes of a sector in a year, as a source has published them; the sector `total` is a stated sum without foreign transport. */
export type ReleaseRow = {
	readonly year: number;
	readonly sector: string;
	readonly tonnes: Decimal;
};

/** What a source says of one municipality and one gas at one time. What it does not say has no row: unknown is not zero. */
export type Release = { readonly gas: Gas; readonly rows: readonly ReleaseRow[] };

export type ReleaseCell = {
	readonly sector: string;
	readonly year: number;
	/** Tonnes by the release of the plan; null: it says nothing. */
	readonly was: Decimal | null;
	/** Tonnes by the new release; null: it says nothing. */
	readonly is: Decimal | null;
	/** is ÷ was − 1, as a fraction; null where one is missing or `was` is zero. */
	readonly change: Decimal | null;
};

export type ReleaseComparison = {
	/** Years that both have, ascending. */
	readonly commonYears: readonly number[];
	readonly newYears: readonly number[];
	/** Years that only the plan's release has. */
	readonly goneYears: readonly number[];
	/** Cells of the common years, and in each the total without foreign transport last. */
	readonly cells: readonly ReleaseCell[];
	/** Rows of the plan that are the pinned base of a target, with what the new release says of the same. They stay as they are. */
	readonly pinned: readonly (ReleaseCell & { readonly vintage: string })[];
	/** Whether the new release says in every cell what the plan's says, and nothing more. */
	readonly isSame: boolean;
};

/**
 * Holds a new release against one that the plan has: what it revises, adds and no longer has. Rows of other releases are not
 * looked at, but for the pinned ones.
 */
export function compareRelease(plan: Plan, release: Release, vintage: string): ReleaseComparison {
	const ofGas = plan.inventory.filter(({ gas }) => gas === release.gas);
	const before = ofGas.filter((row) => row.vintage === vintage);
	const [had, has] = [yearsIn(before), yearsIn(release.rows)];
	const commonYears = has.filter((year) => had.includes(year));
	const sectors = [...new Set([...before, ...release.rows].map(({ sector }) => sector))].filter(
		(sector) => sector !== TOTAL
	);
	const cells = commonYears.flatMap((year) => [
		...sectors.map((sector) =>
			cellOf(sector, year, tonnesIn(before, sector, year), tonnesIn(release.rows, sector, year))
		),
		cellOf(TOTAL, year, totalIn(before, year), totalIn(release.rows, year))
	]);
	const newYears = has.filter((year) => !had.includes(year));
	const goneYears = had.filter((year) => !has.includes(year));
	return {
		commonYears,
		newYears,
		goneYears,
		cells: cells.filter(({ was, is }) => was !== null || is !== null),
		pinned: ofGas
			.filter(({ pinned }) => pinned === true)
			.map((row) => ({
				...cellOf(
					row.sector,
					row.year,
					row.tonnes,
					row.sector === TOTAL
						? totalIn(release.rows, row.year)
						: tonnesIn(release.rows, row.sector, row.year)
				),
				vintage: row.vintage
			})),
		isSame:
			newYears.length + goneYears.length === 0 &&
			cells.every(({ was, is }) => (was === null ? is === null : is !== null && was.eq(is)))
	};
}

/** The plan's release that has most cells in common with a new one, the latest named of equals; null: none of the gas. */
export function nearestVintage(plan: Plan, { gas, rows }: Release): string | null {
	const keys = new Set(rows.map(({ year, sector }) => `${year} ${sector}`));
	const counts = new Map<string, number>();
	for (const row of plan.inventory)
		if (row.gas === gas)
			counts.set(
				row.vintage,
				(counts.get(row.vintage) ?? 0) + (keys.has(`${row.year} ${row.sector}`) ? 1 : 0)
			);
	const ranked = [...counts].sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? 1 : -1));
	return ranked[0]?.[0] ?? null;
}

/** The stated total of a year, else the sum of its sectors without foreign transport; null: neither. Tonnes. */
function totalIn(rows: readonly ReleaseRow[], year: number): Decimal | null {
	const stated = tonnesIn(rows, TOTAL, year);
	if (stated) return stated;
	const own = rows.filter(
		(row) => row.year === year && row.sector !== TOTAL && row.sector !== FOREIGN_TRANSPORT
	);
	return own.length > 0 ? sum(own.map(({ tonnes }) => tonnes)) : null;
}

function tonnesIn(rows: readonly ReleaseRow[], sector: string, year: number): Decimal | null {
	return rows.find((row) => row.sector === sector && row.year === year)?.tonnes ?? null;
}

function cellOf(
	sector: string,
	year: number,
	was: Decimal | null,
	is: Decimal | null
): ReleaseCell {
	return {
		sector,
		year,
		was,
		is,
		change: was && is && !was.isZero() ? is.div(was).minus(1) : null
	};
}

function yearsIn(rows: readonly Pick<InventoryRow, 'year'>[]): number[] {
	return [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
}
