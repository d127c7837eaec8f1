import { and, eq } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { costItem, measure } from '../db/schema/measure.ts';
import type { PlanKey } from './plan-key.ts';

/** Row ids by the ids that the plan file shows. */
export type RowIds = {
	readonly measure: ReadonlyMap<string, string>;
	/** By "measure costItem". */
	readonly costItem: ReadonlyMap<string, string>;
};

export function costItemKey(measureId: string, costItemId: string): string {
	return `${measureId} ${costItemId}`;
}

/** The row ids of a plan's measures and their cost items, as stored now. */
export function readRowIds(db: Db, key: PlanKey): RowIds {
	const ofPlan = and(
		eq(measure.organisationId, key.organisationId),
		eq(measure.planId, key.planId)
	);
	const measures = db
		.select({ id: measure.id, rowId: measure.rowId })
		.from(measure)
		.where(ofPlan)
		.all();
	const items = db
		.select({ measure: measure.id, id: costItem.id, rowId: costItem.rowId })
		.from(costItem)
		.innerJoin(measure, eq(measure.rowId, costItem.measureRowId))
		.where(ofPlan)
		.all();
	return {
		measure: new Map(measures.map(({ id, rowId }) => [id, rowId])),
		costItem: new Map(items.map((item) => [costItemKey(item.measure, item.id), item.rowId]))
	};
}
