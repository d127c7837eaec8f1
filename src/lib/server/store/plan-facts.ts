import { and, asc, eq } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Municipality, Plan } from '../../core/plan/plan.ts';
import type { Programme } from '../../core/plan/programme.ts';
import type { Db } from '../db/open.ts';
import {
	budgetYear,
	emissionFactor,
	emissionFactorPoint,
	inventoryRow,
	planProgramme,
	pool,
	population,
	referencePath,
	statedShare,
	target,
	taxBase
} from '../db/schema/plan.ts';
import type { PlanKey } from './plan-key.ts';
import { grouped, insertRows } from './rows.ts';

type Facts = Pick<
	Plan,
	| 'tax'
	| 'inventory'
	| 'statedShares'
	| 'reference'
	| 'targets'
	| 'emissionFactors'
	| 'budget'
	| 'pools'
> & { readonly population: Municipality['population']; readonly programmes: Programme[] };

/** What a plan stands on: emissions, targets, factors, budget, pools, own programmes. */
export function insertFacts(db: Db, key: PlanKey, plan: Plan): void {
	const placed = <Row extends object>(rows: readonly Row[]) =>
		rows.map((row, position) => ({ ...key, position, ...row }));
	insertRows(db, taxBase, placed(plan.tax ? [plan.tax] : []));
	insertRows(db, population, placed(plan.municipality.population));
	insertRows(db, inventoryRow, placed(plan.inventory));
	insertRows(db, statedShare, placed(plan.statedShares));
	insertRows(db, referencePath, placed(plan.reference));
	insertRows(db, target, placed(plan.targets));
	insertRows(db, emissionFactor, placed(plan.emissionFactors));
	const points = plan.emissionFactors.flatMap(({ carrier, points }) =>
		points.map((point) => ({ carrier, ...point }))
	);
	insertRows(db, emissionFactorPoint, placed(points));
	insertRows(db, budgetYear, placed(plan.budget));
	insertRows(db, pool, placed(plan.pools));
	const own = plan.programmes.filter(({ origin }) => origin === 'plan');
	insertRows(
		db,
		planProgramme,
		placed(own.map(({ name, ...row }) => ({ ...row, nameSv: name.sv, nameEn: name.en })))
	);
}

export function readFacts(db: Db, key: PlanKey): Facts {
	const points = grouped(rowsOf(db, emissionFactorPoint, key), (row) => row.carrier);
	const [tax] = rowsOf(db, taxBase, key);
	return {
		tax: tax ?? null,
		population: rowsOf(db, population, key),
		inventory: rowsOf(db, inventoryRow, key).map(({ pinned, ...row }) => ({
			...row,
			...(pinned !== null && { pinned })
		})),
		statedShares: rowsOf(db, statedShare, key),
		reference: rowsOf(db, referencePath, key),
		targets: rowsOf(db, target, key).map(({ baseValue, note, ...row }) => ({
			...row,
			...(baseValue !== null && { baseValue }),
			...(note !== null && { note })
		})),
		emissionFactors: rowsOf(db, emissionFactor, key).map((row) => ({
			...row,
			points: points.get(row.carrier) ?? []
		})),
		budget: rowsOf(db, budgetYear, key),
		pools: rowsOf(db, pool, key),
		programmes: rowsOf(db, planProgramme, key).map(({ nameSv, nameEn, ...row }) => ({
			origin: 'plan',
			...row,
			name: { sv: nameSv, en: nameEn }
		}))
	};
}

type PlanTable = SQLiteTable & {
	organisationId: SQLiteColumn;
	planId: SQLiteColumn;
	position: SQLiteColumn;
};

type OwnColumns<Table extends PlanTable> = Omit<
	Table['$inferSelect'],
	'organisationId' | 'planId' | 'position'
>;

/** A plan's rows of one table in file order, without the columns that only say where they belong. */
function rowsOf<Table extends PlanTable>(db: Db, table: Table, key: PlanKey): OwnColumns<Table>[] {
	return db
		.select()
		.from(table as PlanTable)
		.where(and(eq(table.organisationId, key.organisationId), eq(table.planId, key.planId)))
		.orderBy(asc(table.position))
		.all()
		.map((row) => {
			const {
				organisationId: _o,
				planId: _p,
				position: _n,
				...own
			} = row as Record<string, unknown>;
			return own as OwnColumns<Table>;
		});
}
