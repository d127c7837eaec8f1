import { and, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { factorSet, spendAnalysis } from '../db/schema/source.ts';
import type { PlanKey } from './plan-key.ts';

export type StoredFactorSet = typeof factorSet.$inferSelect;
export type StoredAnalysis = typeof spendAnalysis.$inferSelect;

export function createFactorSet(db: Db, values: StoredFactorSet): void {
	db.insert(factorSet).values(values).run();
}

/** The organisation's factor sets, by name. */
export function listFactorSets(db: Db, organisationId: string): StoredFactorSet[] {
	return db
		.select()
		.from(factorSet)
		.where(eq(factorSet.organisationId, organisationId))
		.orderBy(factorSet.name)
		.all();
}

export function removeFactorSet(db: Db, organisationId: string, id: string): boolean {
	const own = and(eq(factorSet.organisationId, organisationId), eq(factorSet.id, id));
	return db.delete(factorSet).where(own).run().changes > 0;
}

/** How many analyses of the organisation reckon with a set. */
export function usesOf(db: Db, organisationId: string, factorSetId: string): number {
	const row = db
		.select({ count: sql<number>`count(*)` })
		.from(spendAnalysis)
		.where(
			and(
				eq(spendAnalysis.organisationId, organisationId),
				eq(spendAnalysis.factorSetId, factorSetId)
			)
		)
		.get();
	return row?.count ?? 0;
}

export function createAnalysis(db: Db, values: StoredAnalysis): void {
	db.insert(spendAnalysis).values(values).run();
}

/** A plan's analyses, the latest year first. */
export function listAnalyses(db: Db, key: PlanKey): StoredAnalysis[] {
	return db
		.select()
		.from(spendAnalysis)
		.where(ofPlan(key))
		.orderBy(desc(spendAnalysis.year), desc(spendAnalysis.createdAt))
		.all();
}

export function readAnalysis(db: Db, key: PlanKey, id: string): StoredAnalysis | null {
	const own = and(ofPlan(key), eq(spendAnalysis.id, id));
	return db.select().from(spendAnalysis).where(own).get() ?? null;
}

/** Saves how an analysis is reckoned, if nobody has since the version that was looked at. */
export function updateAnalysis(
	db: Db,
	key: PlanKey,
	{ id, version }: Pick<StoredAnalysis, 'id' | 'version'>,
	values: Pick<StoredAnalysis, 'factorSetId' | 'choices'>
): boolean {
	const own = and(ofPlan(key), eq(spendAnalysis.id, id), eq(spendAnalysis.version, version));
	const set = { ...values, version: version + 1 };
	return db.update(spendAnalysis).set(set).where(own).run().changes > 0;
}

export function removeAnalysis(db: Db, key: PlanKey, id: string): boolean {
	const own = and(ofPlan(key), eq(spendAnalysis.id, id));
	return db.delete(spendAnalysis).where(own).run().changes > 0;
}

function ofPlan({ organisationId, planId }: PlanKey) {
	return and(eq(spendAnalysis.organisationId, organisationId), eq(spendAnalysis.planId, planId));
}
