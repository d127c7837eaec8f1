import { randomUUID } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import type { FundingLine, Plan } from '../../core/plan/plan.ts';
import type { Db } from '../db/open.ts';
import { fundingAmount, fundingLine } from '../db/schema/measure.ts';
import type { PlanKey } from './plan-key.ts';
import { costItemKey, type RowIds } from './plan-measures.ts';
import { grouped, insertRows } from './rows.ts';
import type { StoredMeasures } from './stored-measures.ts';

export function insertFunding(db: Db, key: PlanKey, plan: Plan, rowIds: RowIds): void {
	const lines = plan.funding.map((line, position) => ({
		...key,
		position,
		rowId: randomUUID(),
		costItemRowId: rowIds.costItem.get(costItemKey(line.measure, line.costItem)) ?? '',
		...line
	}));
	insertRows(db, fundingLine, lines);
	insertRows(
		db,
		fundingAmount,
		lines.flatMap(({ rowId, amounts }) =>
			amounts.map((amount, position) => ({
				organisationId: key.organisationId,
				fundingLineRowId: rowId,
				position,
				...amount
			}))
		)
	);
}

export function readFunding(
	db: Db,
	key: PlanKey,
	costItemKeys: StoredMeasures['costItemKeys']
): FundingLine[] {
	const ofPlan = and(
		eq(fundingLine.organisationId, key.organisationId),
		eq(fundingLine.planId, key.planId)
	);
	const amounts = grouped(
		db
			.select({ row: fundingAmount })
			.from(fundingAmount)
			.innerJoin(fundingLine, eq(fundingLine.rowId, fundingAmount.fundingLineRowId))
			.where(ofPlan)
			.orderBy(asc(fundingAmount.position))
			.all()
			.map(({ row }) => row),
		(row) => row.fundingLineRowId
	);
	const lines = db
		.select()
		.from(fundingLine)
		.where(ofPlan)
		.orderBy(asc(fundingLine.position))
		.all();
	return lines.map((row) => {
		const item = costItemKeys.get(row.costItemRowId);
		return {
			id: row.id,
			measure: item?.measure ?? '',
			costItem: item?.costItem ?? '',
			programme: row.programme,
			status: row.status,
			probability: row.probability,
			amounts: (amounts.get(row.rowId) ?? []).map(({ year, amount, currency }) => ({
				year,
				amount,
				currency
			})),
			note: row.note,
			source: row.source,
			confidence: row.confidence
		};
	});
}
