import { randomUUID } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { withApplications, type WrittenLine } from '../../core/plan/application.ts';
import type { Application, FundingLine, Plan } from '../../core/plan/plan.ts';
import type { Db } from '../db/open.ts';
import { fundingAmount, fundingLine } from '../db/schema/funding.ts';
import type { Placed } from './measures.ts';
import type { PlanKey } from './plan-key.ts';
import { costItemKey, type RowIds } from './row-ids.ts';
import { grouped, insertRows } from './rows.ts';
import type { StoredMeasures } from './stored-measures.ts';

export function insertFunding(db: Db, key: PlanKey, plan: Plan, rowIds: RowIds): void {
	insertLines(
		db,
		key,
		plan.funding.map((value, position) => ({ value, position, version: 1 })),
		rowIds
	);
}

/** Call it inside a transaction, with versions checked. */
export function insertLines(
	db: Db,
	key: PlanKey,
	added: readonly Placed<FundingLine>[],
	rowIds: RowIds
): void {
	const lines = added.map((line) => ({ ...line, rowId: randomUUID() }));
	insertRows(
		db,
		fundingLine,
		lines.map(({ value, ...row }) => ({ ...key, ...row, ...lineRow(value, rowIds) }))
	);
	insertRows(
		db,
		fundingAmount,
		lines.flatMap(({ value, rowId }) => amountRows(key, rowId, value))
	);
}

function lineRow(line: FundingLine, rowIds: RowIds) {
	const isOwn = line.application === undefined;
	const { decision, ...own } = isOwn ? line : { ...line, ...OF_APPLICATION };
	return {
		...own,
		application: line.application ?? null,
		costItemRowId: rowIds.costItem.get(costItemKey(line.measure, line.costItem)) ?? '',
		loanRate: line.loanRate ?? null,
		loanYears: line.loanYears ?? null,
		eligibleCost: line.eligibleCost ?? null,
		possiblySecret: line.possiblySecret ?? null,
		applied: own.applied ?? null,
		decisionCase: decision?.caseNumber ?? null,
		decisionDate: decision?.date ?? null
	};
}

/** What the application says is stored there alone. */
const OF_APPLICATION = {
	status: null,
	probability: null,
	applied: undefined,
	decision: undefined
};

function amountRows({ organisationId }: PlanKey, fundingLineRowId: string, line: FundingLine) {
	return line.amounts.map((amount, position) => ({
		organisationId,
		fundingLineRowId,
		position,
		...amount
	}));
}

export function readFunding(
	db: Db,
	key: PlanKey,
	costItemKeys: StoredMeasures['costItemKeys'],
	applications: readonly Application[]
): FundingLine[] {
	const amounts = grouped(
		db
			.select({ row: fundingAmount })
			.from(fundingAmount)
			.innerJoin(fundingLine, eq(fundingLine.rowId, fundingAmount.fundingLineRowId))
			.where(ofPlan(key))
			.orderBy(asc(fundingAmount.position))
			.all()
			.map(({ row }) => row),
		(row) => row.fundingLineRowId
	);
	const lines = db
		.select()
		.from(fundingLine)
		.where(ofPlan(key))
		.orderBy(asc(fundingLine.position))
		.all();
	const written = lines.map((row): WrittenLine => {
		const item = costItemKeys.get(row.costItemRowId);
		return {
			id: row.id,
			measure: item?.measure ?? '',
			costItem: item?.costItem ?? '',
			programme: row.programme,
			...(row.application !== null && { application: row.application }),
			...(row.status !== null && { status: row.status }),
			...(row.probability !== null && { probability: row.probability }),
			amounts: (amounts.get(row.rowId) ?? []).map(({ year, amount, currency }) => ({
				year,
				amount,
				currency
			})),
			note: row.note,
			...(row.carryForward !== null && { carryForward: row.carryForward }),
			...(row.paidAfterYears !== null && { paidAfterYears: row.paidAfterYears }),
			...(row.loanRate !== null && { loanRate: row.loanRate }),
			...(row.loanYears !== null && { loanYears: row.loanYears }),
			...(row.eligibleCost !== null && { eligibleCost: row.eligibleCost }),
			...(row.possiblySecret !== null && { possiblySecret: row.possiblySecret }),
			...(row.applied !== null && { applied: row.applied }),
			...(row.decisionCase !== null &&
				row.decisionDate !== null && {
					decision: { caseNumber: row.decisionCase, date: row.decisionDate }
				}),
			source: row.source,
			confidence: row.confidence
		};
	});
	return withApplications(written, applications);
}

function ofPlan(key: PlanKey) {
	return and(
		eq(fundingLine.organisationId, key.organisationId),
		eq(fundingLine.planId, key.planId)
	);
}
