import { sum, type Decimal } from '../decimal.ts';
import type { Gas, InventoryRow, Plan, StatedShare } from '../plan/plan.ts';
import { FOREIGN_TRANSPORT } from './reference.ts';

const TOTAL = 'total';

/** One column of the inventory: a year of a release. */
export type InventoryColumn = {
	readonly vintage: string;
	readonly year: number;
	/** Whether a row of it is the pinned base of a target. */
	readonly isPinned: boolean;
	readonly source: string;
	/** The stated total, else the sum of the sectors, foreign transport left out; null when there are none. */
	readonly total: Decimal | null;
	readonly isTotalStated: boolean;
	/**
	 * Change of the total since the base of the same release, as a fraction: its pinned year, else its first. Null for the
	 * base itself and where a total is missing.
	 */
	readonly sinceBase: { readonly year: number; readonly change: Decimal } | null;
};

export type InventoryTable = {
	readonly columns: readonly InventoryColumn[];
	readonly rows: readonly {
		readonly sector: string;
		/** A value per column; null: the release says nothing of it. */
		readonly tonnes: readonly (Decimal | null)[];
	}[];
};

/** The inventory of a gas with its releases side by side, a column per release and year, never mixed. Tonnes. */
export function inventoryTable(plan: Plan, gas: Gas): InventoryTable {
	const ofGas = plan.inventory.filter((row) => row.gas === gas);
	const keys = [...new Set(ofGas.map(({ vintage, year }) => `${vintage}\n${year}`))]
		.map((key) => {
			const [vintage = '', year = ''] = key.split('\n');
			return { vintage, year: Number(year) };
		})
		.sort((a, b) => (a.vintage === b.vintage ? a.year - b.year : a.vintage < b.vintage ? -1 : 1));
	const inColumn = ({ vintage, year }: { vintage: string; year: number }) =>
		ofGas.filter((row) => row.vintage === vintage && row.year === year);
	const sectors = [...new Set(ofGas.map(({ sector }) => sector))].filter((one) => one !== TOTAL);
	return {
		columns: withChange(
			keys.map((key) => {
				const rows = inColumn(key);
				const stated = rows.find(({ sector }) => sector === TOTAL);
				const summed = rows.filter(({ sector }) => ![TOTAL, FOREIGN_TRANSPORT].includes(sector));
				return {
					...key,
					isPinned: rows.some(({ pinned }) => pinned === true),
					source: (stated ?? rows[0])?.source ?? '',
					total: stated?.tonnes ?? (summed.length > 0 ? totalOf(summed) : null),
					isTotalStated: stated !== undefined
				};
			})
		),
		rows: sectors.map((sector) => ({
			sector,
			tonnes: keys.map((key) => inColumn(key).find((row) => row.sector === sector)?.tonnes ?? null)
		}))
	};
}

function withChange(columns: readonly Omit<InventoryColumn, 'sinceBase'>[]): InventoryColumn[] {
	return columns.map((column) => {
		const ofRelease = columns.filter(({ vintage }) => vintage === column.vintage);
		const base = ofRelease.find(({ isPinned }) => isPinned) ?? ofRelease[0];
		const isChange = base && base.year !== column.year && base.total?.gt(0) && column.total;
		return {
			...column,
			sinceBase:
				isChange && base.total
					? { year: base.year, change: isChange.div(base.total).minus(1) }
					: null
		};
	});
}

function totalOf(rows: readonly InventoryRow[]): Decimal {
	return sum(rows.map(({ tonnes }) => tonnes));
}

export type CheckedShare = StatedShare & {
	/** The share that the inventory gives, as a fraction, and of which release; null when it cannot be computed. */
	readonly computed: { readonly share: Decimal; readonly vintage: string } | null;
};

/** Shares that a document prints, each beside what the inventory gives: percentages are computed, never stored. */
export function checkedShares(plan: Plan): CheckedShare[] {
	return plan.statedShares.map((stated) => {
		const { columns, rows } = inventoryTable(plan, stated.gas);
		const own = rows.find(({ sector }) => sector === stated.sector);
		const place = columns.findIndex(
			({ year }, index) => year === stated.year && own?.tonnes[index] != null
		);
		const [column, tonnes] = [columns[place], own?.tonnes[place]];
		const computed =
			column?.total?.gt(0) && tonnes
				? { share: tonnes.div(column.total), vintage: column.vintage }
				: null;
		return { ...stated, computed };
	});
}
