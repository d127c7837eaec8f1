import { and, eq } from 'drizzle-orm';
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

/** Keeps a result in the place of the one before. Throws where the plan is gone by now. */
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
		.onConflictDoUpdate({ target: [riskResult.planId, riskResult.portfolioId], set: row })
		.run();
}

/** The results of a plan, by portfolio. */
export function ofPlan(db: Db, key: PlanKey): Map<string, StoredRisk> {
	const rows = db
		.select()
		.from(riskResult)
		.where(
			and(eq(riskResult.organisationId, key.organisationId), eq(riskResult.planId, key.planId))
		)
		.all();
	return new Map(rows.map((row) => [row.portfolioId, row]));
}
