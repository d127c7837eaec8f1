import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import { decision, decisionStep } from '../db/schema/decision.ts';
import type { PlanKey } from './plan-key.ts';

export type DecisionRow = typeof decision.$inferSelect;
export type DecisionStepRow = typeof decisionStep.$inferSelect;
/** A decision without what was frozen, as lists show it. */
export type DecisionHead = Omit<DecisionRow, 'document'>;

export function create(db: Db, row: DecisionRow): void {
	db.insert(decision).values(row).run();
}

export function addStep(db: Db, row: DecisionStepRow): void {
	db.insert(decisionStep).values(row).run();
}

/** The decision, if it is of this plan. */
export function read(db: Db, key: PlanKey, id: string): DecisionRow | null {
	const row = db
		.select()
		.from(decision)
		.where(and(ofPlan(key), eq(decision.id, id)))
		.get();
	return row ?? null;
}

/** The steps of decisions, in order. */
export function steps(
	db: Db,
	{ organisationId }: Pick<PlanKey, 'organisationId'>,
	ids: readonly string[]
): DecisionStepRow[] {
	if (ids.length === 0) return [];
	return db
		.select()
		.from(decisionStep)
		.where(
			and(
				eq(decisionStep.organisationId, organisationId),
				inArray(decisionStep.decisionId, [...ids])
			)
		)
		.orderBy(asc(decisionStep.decisionId), asc(decisionStep.position))
		.all();
}

function ofPlan({ organisationId, planId }: PlanKey) {
	return and(eq(decision.organisationId, organisationId), eq(decision.planId, planId));
}

const HEAD = {
	id: decision.id,
	organisationId: decision.organisationId,
	planId: decision.planId,
	portfolioId: decision.portfolioId,
	portfolioName: decision.portfolioName,
	caseNumber: decision.caseNumber,
	hash: decision.hash,
	proposedBy: decision.proposedBy,
	proposedAt: decision.proposedAt
};

const headsOfPlan = prepared((db) =>
	db
		.select(HEAD)
		.from(decision)
		.where(
			and(
				eq(decision.organisationId, sql.placeholder('organisationId')),
				eq(decision.planId, sql.placeholder('planId'))
			)
		)
		.orderBy(desc(decision.proposedAt), asc(decision.id))
		.prepare()
);

/** The plan's decisions, the latest first. */
export function list(db: Db, { organisationId, planId }: PlanKey): DecisionHead[] {
	return headsOfPlan(db).all({ organisationId, planId });
}
