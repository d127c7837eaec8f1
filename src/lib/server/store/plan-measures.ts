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
import { insertRows } from './rows.ts';

/** Row ids by the ids that the plan file shows. */
export type RowIds = {
	readonly measure: ReadonlyMap<string, string>;
	/** By "measure costItem". */
	readonly costItem: ReadonlyMap<string, string>;
};

export function costItemKey(measureId: string, costItemId: string): string {
	return `${measureId} ${costItemId}`;
}

export function insertMeasures(db: Db, key: PlanKey, plan: Plan): RowIds {
	const { organisationId } = key;
	const measureIds = new Map(plan.measures.map(({ id }) => [id, randomUUID() as string]));
	const costItemIds = new Map<string, string>();
	const rowId = (id: string) => measureIds.get(id) ?? '';
	insertRows(
		db,
		measure,
		plan.measures.map((one, position) => ({
			...key,
			position,
			rowId: rowId(one.id),
			...measureRow(one)
		}))
	);
	const owned = <Row extends object>(rowsOf: (one: Measure) => readonly Row[]) =>
		plan.measures.flatMap((one) =>
			rowsOf(one).map((row, position) => ({
				organisationId,
				measureRowId: rowId(one.id),
				position,
				...row
			}))
		);
	insertRows(
		db,
		measureRelation,
		(['excludes', 'requires'] as const).flatMap((kind) =>
			owned((one) => one[kind].map((other) => ({ kind, otherRowId: rowId(other) })))
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
	const items = owned((one) =>
		one.costs.map((item) => {
			const itemRowId = randomUUID();
			costItemIds.set(costItemKey(one.id, item.id), itemRowId);
			return { rowId: itemRowId, ...costItemRow(item) };
		})
	);
	insertRows(db, costItem, items);
	insertRows(
		db,
		costItemYear,
		plan.measures.flatMap((one) =>
			one.costs.flatMap((item) =>
				item.timing === 'one-off'
					? item.years.map((row, position) => ({
							organisationId,
							costItemRowId: costItemIds.get(costItemKey(one.id, item.id)) ?? '',
							position,
							...row
						}))
					: []
			)
		)
	);
	return { measure: measureIds, costItem: costItemIds };
}

function measureRow({ name, effects, uncertainty, ...one }: Measure) {
	return {
		...one,
		nameSv: name.sv,
		nameEn: name.en,
		isEffectStated: effects !== null,
		hasUncertainty: uncertainty !== null,
		uncertaintyCapex: uncertainty?.capex?.map(String) ?? null,
		uncertaintyOpex: uncertainty?.opex?.map(String) ?? null,
		uncertaintyEffect: uncertainty?.effect?.map(String) ?? null
	};
}

function costItemRow(item: CostItem) {
	if (item.timing === 'one-off') return item;
	return { ...item, amount: item.amountPerYear };
}
