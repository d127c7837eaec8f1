import { randomUUID } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { ownValue } from '../../core/plan/placement.ts';
import type { Plan, Portfolio } from '../../core/plan/plan.ts';
import type { Db } from '../db/open.ts';
import { portfolio, portfolioMeasure } from '../db/schema/measure.ts';
import type { Placed } from './measures.ts';
import type { PlanKey } from './plan-key.ts';
import type { RowIds } from './row-ids.ts';
import { grouped, insertRows } from './rows.ts';
import type { StoredMeasures } from './stored-measures.ts';

export function insertPortfolios(db: Db, key: PlanKey, plan: Plan, rowIds: RowIds): void {
	insertAll(
		db,
		key,
		plan.portfolios.map((value, position) => ({ value, position, version: 1 })),
		rowIds
	);
}

/** Call it inside a transaction, with versions checked. */
export function insertAll(
	db: Db,
	key: PlanKey,
	added: readonly Placed<Portfolio>[],
	rowIds: RowIds
): void {
	const rows = added.map((one) => ({ ...one, rowId: randomUUID() }));
	insertRows(
		db,
		portfolio,
		rows.map(({ value: { id, name }, ...row }) => ({ ...key, ...row, id, name }))
	);
	insertRows(
		db,
		portfolioMeasure,
		rows.flatMap(({ value, rowId }) => memberRows(key, rowId, value, rowIds))
	);
}

function memberRows(
	{ organisationId }: PlanKey,
	portfolioRowId: string,
	one: Portfolio,
	rowIds: RowIds
) {
	return one.measures.map((id, position) => ({
		organisationId,
		portfolioRowId,
		measureRowId: rowIds.measure.get(id) ?? '',
		position,
		shift: ownValue(one.shift, id) ?? null,
		scale: ownValue(one.scale, id) ?? null
	}));
}

export function readPortfolios(
	db: Db,
	key: PlanKey,
	measureKeys: StoredMeasures['measureKeys']
): Portfolio[] {
	const members = grouped(
		db
			.select({ row: portfolioMeasure })
			.from(portfolioMeasure)
			.innerJoin(portfolio, eq(portfolio.rowId, portfolioMeasure.portfolioRowId))
			.where(ofPlan(key))
			.orderBy(asc(portfolioMeasure.position))
			.all()
			.map(({ row }) => ({ ...row, id: measureKeys.get(row.measureRowId) ?? '' })),
		(row) => row.portfolioRowId
	);
	const rows = db
		.select()
		.from(portfolio)
		.where(ofPlan(key))
		.orderBy(asc(portfolio.position))
		.all();
	return rows.map((row) => {
		const measures = members.get(row.rowId) ?? [];
		return {
			id: row.id,
			name: row.name,
			measures: measures.map(({ id }) => id),
			shift: Object.fromEntries(
				measures.flatMap(({ id, shift }) => (shift === null ? [] : [[id, shift]]))
			),
			scale: Object.fromEntries(
				measures.flatMap(({ id, scale }) => (scale === null ? [] : [[id, scale]]))
			)
		};
	});
}

function ofPlan(key: PlanKey) {
	return and(eq(portfolio.organisationId, key.organisationId), eq(portfolio.planId, key.planId));
}
