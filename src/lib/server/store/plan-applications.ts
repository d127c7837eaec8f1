import { randomUUID } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { ZERO } from '../../core/decimal.ts';
import type { Application } from '../../core/plan/plan.ts';
import type { Db } from '../db/open.ts';
import { application } from '../db/schema/funding.ts';
import type { Placed } from './measures.ts';
import type { PlanKey } from './plan-key.ts';
import { insertRows } from './rows.ts';

/** Call it inside a transaction, with versions checked. */
export function insertApplications(
	db: Db,
	key: PlanKey,
	added: readonly Placed<Application>[]
): void {
	insertRows(
		db,
		application,
		added.map(({ value: { decision, payout, ...value }, ...row }) => ({
			...key,
			...row,
			...value,
			rowId: randomUUID(),
			call: value.call ?? null,
			applied: value.applied ?? null,
			decides: value.decides ?? null,
			asked: value.asked ?? null,
			advanceShare: payout?.advanceShare ?? null,
			paidAfterYears: payout?.afterYears ?? null,
			lastShare: payout?.lastShare ?? null,
			lastPaidAfterYears: payout?.lastAfterYears ?? null,
			decisionCase: decision?.caseNumber ?? null,
			decisionDate: decision?.date ?? null
		}))
	);
}

export function readApplications(db: Db, key: PlanKey): Application[] {
	return db
		.select()
		.from(application)
		.where(
			and(eq(application.organisationId, key.organisationId), eq(application.planId, key.planId))
		)
		.orderBy(asc(application.position))
		.all()
		.map((row) => ({
			id: row.id,
			name: row.name,
			programme: row.programme,
			...(row.call !== null && { call: row.call }),
			status: row.status,
			probability: row.probability,
			...(row.applied !== null && { applied: row.applied }),
			...(row.decides !== null && { decides: row.decides }),
			...(row.decisionCase !== null &&
				row.decisionDate !== null && {
					decision: { caseNumber: row.decisionCase, date: row.decisionDate }
				}),
			...(row.asked !== null && { asked: row.asked }),
			...payoutOf(row),
			responsible: row.responsible,
			reports: row.reports,
			note: row.note,
			source: row.source,
			confidence: row.confidence
		}));
}

function payoutOf({
	advanceShare,
	paidAfterYears,
	lastShare,
	lastPaidAfterYears
}: typeof application.$inferSelect): Pick<Application, 'payout'> {
	if (paidAfterYears === null) return {};
	return {
		payout: {
			advanceShare: advanceShare ?? ZERO,
			afterYears: paidAfterYears,
			lastShare: lastShare ?? ZERO,
			lastAfterYears: lastPaidAfterYears ?? 0
		}
	};
}
