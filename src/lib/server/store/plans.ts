import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import { plan } from '../db/schema/plan.ts';

/** A plan as lists show it. The version changes with every change of anything in the plan. */
export type PlanHead = {
	readonly id: string;
	readonly name: string;
	readonly municipality: string;
	readonly isIllustrative: boolean;
	readonly firstYear: number;
	readonly lastYear: number;
	readonly updatedAt: number;
	readonly version: number;
};

const head = {
	id: plan.id,
	name: plan.name,
	municipality: plan.municipalityName,
	isIllustrative: plan.isIllustrative,
	firstYear: plan.firstYear,
	lastYear: plan.lastYear,
	updatedAt: plan.updatedAt,
	version: plan.version
};

export function list(db: Db, organisationId: string): PlanHead[] {
	return db
		.select(head)
		.from(plan)
		.where(and(eq(plan.organisationId, organisationId), isNull(plan.removedAt)))
		.orderBy(asc(plan.name), asc(plan.id))
		.all();
}

export function listRemoved(db: Db, organisationId: string) {
	return db
		.select({ id: plan.id, name: plan.name })
		.from(plan)
		.where(and(eq(plan.organisationId, organisationId), isNotNull(plan.removedAt)))
		.orderBy(asc(plan.name), asc(plan.id))
		.all();
}

const headById = prepared((db) =>
	db
		.select(head)
		.from(plan)
		.where(
			and(
				eq(plan.organisationId, sql.placeholder('organisationId')),
				eq(plan.id, sql.placeholder('id')),
				isNull(plan.removedAt)
			)
		)
		.prepare()
);

export function readHead(db: Db, organisationId: string, id: string): PlanHead | null {
	return headById(db).get({ organisationId, id }) ?? null;
}

/** Notes that something in the plan has changed, so that nothing computed from it before is shown again. */
export function touch(db: Db, organisationId: string, id: string, at: number): void {
	db.update(plan)
		.set({ updatedAt: at, version: sql`${plan.version} + 1` })
		.where(and(eq(plan.organisationId, organisationId), eq(plan.id, id)))
		.run();
}

/** Hides a plan so that it can be brought back; false when there is none to hide. */
export function remove(db: Db, organisationId: string, id: string, at: number): boolean {
	const result = db
		.update(plan)
		.set({ removedAt: at })
		.where(and(eq(plan.organisationId, organisationId), eq(plan.id, id), isNull(plan.removedAt)))
		.run();
	return result.changes === 1;
}

export function restore(db: Db, organisationId: string, id: string): boolean {
	const result = db
		.update(plan)
		.set({ removedAt: null })
		.where(and(eq(plan.organisationId, organisationId), eq(plan.id, id), isNotNull(plan.removedAt)))
		.run();
	return result.changes === 1;
}
