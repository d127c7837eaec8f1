import { and, eq, inArray, lte } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { riskResult } from '../db/schema/risk.ts';
import type { PlanKey } from './plan-key.ts';

/** What the risk of a portfolio came to, the last time that it was reckoned. */
export type StoredRisk = PlanKey & {
	readonly portfolioId: string;
	/** Tells the state of the plan and its catalogue that it was reckoned on. */
	readonly state: string;
	readonly at: number;
	readonly result: unknown;
};

/** Keeps a result in the place of the one before, unless that was begun later. Throws where the plan is gone by now. */
export function save(db: Db, { organisationId, planId, portfolioId, ...own }: StoredRisk): void {
	const row = {
		organisationId,
		planId,
		portfolioId,
		state: own.state,
		at: own.at,
		result: own.result
	};
	db.insert(riskResult)
		.values(row)
		.onConflictDoUpdate({
			target: [riskResult.planId, riskResult.portfolioId],
			set: row,
			setWhere: lte(riskResult.at, row.at)
		})
		.run();
}

/** Forgets the results of portfolios that are taken away: their ids may be given anew. */
export function remove(db: Db, key: PlanKey, portfolioIds: readonly string[]): void {
	if (portfolioIds.length === 0) return;
	db.delete(riskResult)
		.where(and(ofKey(key), inArray(riskResult.portfolioId, [...portfolioIds])))
		.run();
}

function ofKey({ organisationId, planId }: PlanKey) {
	return and(eq(riskResult.organisationId, organisationId), eq(riskResult.planId, planId));
}

/** The result of a portfolio; null: none. */
export function read(db: Db, key: PlanKey, portfolioId: string): StoredRisk | null {
	const row = db
		.select()
		.from(riskResult)
		.where(and(ofKey(key), eq(riskResult.portfolioId, portfolioId)))
		.get();
	return row ?? null;
}
