import { randomUUID } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import type { Measure } from '../../core/plan/plan.ts';
import type { Db } from '../db/open.ts';
import {
	costItem,
	costItemYear,
	effect,
	jointPartner,
	measure,
	measureRelation,
	measureSource
} from '../db/schema/measure.ts';
import type { PlanKey } from './plan-key.ts';
import { costItemRows, insertParts, measureRow } from './plan-measures.ts';
import { costItemKey, readRowIds, type RowIds } from './row-ids.ts';
import { insertRows } from './rows.ts';

/** A new member of a plan's list, where it goes and the version that it starts with. */
export type Placed<Value> = {
	readonly value: Value;
	readonly position: number;
	readonly version: number;
};

/**
 * Adds and replaces measures. New ones are there before any relation is written, since they may name one another. Call it
 * inside a transaction, with versions checked.
 */
export function write(
	db: Db,
	key: PlanKey,
	added: readonly Placed<Measure>[],
	replaced: readonly Placed<Measure>[]
): void {
	insertRows(
		db,
		measure,
		added.map(({ value, position, version }) => ({
			...key,
			position,
			version,
			rowId: randomUUID(),
			...measureRow(value)
		}))
	);
	const rowIds = readRowIds(db, key);
	for (const { value, version } of replaced)
		db.update(measure)
			.set({ ...measureRow(value), version })
			.where(eq(measure.rowId, rowIds.measure.get(value.id) ?? ''))
			.run();
	for (const { value } of [...added, ...replaced]) storeParts(db, key, value, rowIds);
}

/** Cost items that stay keep their row, since funding lines point at it; the rest is written anew. */
function storeParts(db: Db, key: PlanKey, one: Measure, known: RowIds): void {
	const rowId = known.measure.get(one.id) ?? '';
	const before = (id: string) => known.costItem.get(costItemKey(one.id, id));
	const rowIds: RowIds = {
		measure: known.measure,
		costItem: new Map(
			one.costs.map(({ id }) => [costItemKey(one.id, id), before(id) ?? randomUUID()])
		)
	};
	for (const table of [measureRelation, jointPartner, measureSource, effect])
		db.delete(table)
			.where(and(eq(table.organisationId, key.organisationId), eq(table.measureRowId, rowId)))
			.run();
	removeCostItems(db, key, rowId, new Set(one.costs.map(({ id }) => id)));
	const rows = costItemRows(key, [one], rowIds);
	for (const row of rows.filter(({ id }) => before(id))) {
		db.delete(costItemYear).where(eq(costItemYear.costItemRowId, row.rowId)).run();
		db.update(costItem)
			.set({ ...NOTHING_OF_THE_OTHER_TIMING, ...row })
			.where(eq(costItem.rowId, row.rowId))
			.run();
	}
	insertRows(
		db,
		costItem,
		rows.filter(({ id }) => !before(id))
	);
	insertParts(db, key, [one], rowIds);
}

/** An item that was yearly and is one-off now has no years from and to any more. */
const NOTHING_OF_THE_OTHER_TIMING = { from: null, to: null, growth: null };

function removeCostItems(db: Db, key: PlanKey, rowId: string, kept: ReadonlySet<string>): void {
	const stored = db
		.select({ id: costItem.id, rowId: costItem.rowId })
		.from(costItem)
		.where(and(eq(costItem.organisationId, key.organisationId), eq(costItem.measureRowId, rowId)))
		.all();
	const gone = stored.filter(({ id }) => !kept.has(id)).map((item) => item.rowId);
	if (gone.length > 0) db.delete(costItem).where(inArray(costItem.rowId, gone)).run();
}
