import { randomUUID } from 'node:crypto';
import type { CostItem, Measure, Plan } from '../../core/plan/plan.ts';
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
import { costItemKey, type RowIds } from './row-ids.ts';
import { insertRows } from './rows.ts';

export function insertMeasures(db: Db, key: PlanKey, plan: Plan): RowIds {
	const measureIds = new Map(plan.measures.map(({ id }) => [id, randomUUID() as string]));
	insertRows(
		db,
		measure,
		plan.measures.map((one, position) => ({
			...key,
			position,
			rowId: measureIds.get(one.id) ?? '',
			...measureRow(one)
		}))
	);
	const costItemIds = new Map(
		plan.measures.flatMap((one) =>
			one.costs.map((item) => [costItemKey(one.id, item.id), randomUUID() as string])
		)
	);
	const rowIds = { measure: measureIds, costItem: costItemIds };
	insertRows(db, costItem, costItemRows(key, plan.measures, rowIds));
	insertParts(db, key, plan.measures, rowIds);
	return rowIds;
}

/** The rows that belong to measures, beside the cost items themselves, which funding lines point at. */
export function insertParts(
	db: Db,
	key: PlanKey,
	measures: readonly Measure[],
	rowIds: RowIds
): void {
	const owned = <Row extends object>(rowsOf: (one: Measure) => readonly Row[]) =>
		ownedRows(key, measures, rowIds, rowsOf);
	insertRows(
		db,
		measureRelation,
		(['excludes', 'requires'] as const).flatMap((kind) =>
			owned((one) =>
				one[kind].map((other) => ({ kind, otherRowId: rowIds.measure.get(other) ?? '' }))
			)
		)
	);
	insertRows(
		db,
		jointPartner,
		owned((one) => one.jointWith)
	);
	insertRows(
		db,
		measureSource,
		owned((one) => one.sources)
	);
	insertRows(
		db,
		effect,
		owned((one) => (one.effects ?? []).map((row) => ({ planId: key.planId, ...row })))
	);
	insertRows(
		db,
		costItemYear,
		measures.flatMap((one) =>
			one.costs.flatMap((item) =>
				item.timing === 'one-off'
					? item.years.map((row, position) => ({
							organisationId: key.organisationId,
							costItemRowId: rowIds.costItem.get(costItemKey(one.id, item.id)) ?? '',
							position,
							...row
						}))
					: []
			)
		)
	);
}

export function costItemRows(key: PlanKey, measures: readonly Measure[], rowIds: RowIds) {
	return ownedRows(key, measures, rowIds, (one) =>
		one.costs.map((item) => ({
			rowId: rowIds.costItem.get(costItemKey(one.id, item.id)) ?? '',
			...costItemRow(item)
		}))
	);
}

function ownedRows<Row extends object>(
	{ organisationId }: PlanKey,
	measures: readonly Measure[],
	rowIds: RowIds,
	rowsOf: (one: Measure) => readonly Row[]
) {
	return measures.flatMap((one) =>
		rowsOf(one).map((row, position) => ({
			organisationId,
			measureRowId: rowIds.measure.get(one.id) ?? '',
			position,
			...row
		}))
	);
}

export function measureRow({ name, effects, uncertainty, ...one }: Measure) {
	return {
		...one,
		nameSv: name.sv,
		nameEn: name.en,
		earliestStart: one.earliestStart ?? null,
		latestStart: one.latestStart ?? null,
		facts: one.facts ?? null,
		possiblySecret: one.possiblySecret ?? null,
		isEffectStated: effects !== null,
		hasUncertainty: uncertainty !== null,
		uncertaintyCapex: uncertainty?.capex?.map(String) ?? null,
		uncertaintyOpex: uncertainty?.opex?.map(String) ?? null,
		uncertaintyEffect: uncertainty?.effect?.map(String) ?? null
	};
}

function costItemRow(item: CostItem) {
	return {
		...item,
		amount: item.timing === 'one-off' ? item.amount : item.amountPerYear,
		follows: item.follows ?? null,
		referenceCost: item.referenceCost ?? null,
		unitCount: item.units?.count ?? null,
		unitOf: item.units?.of ?? null,
		possiblySecret: item.possiblySecret ?? null
	};
}
