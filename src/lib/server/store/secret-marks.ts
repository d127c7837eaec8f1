import { and, eq } from 'drizzle-orm';
import { marksOf } from '../../core/plan/public.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Db } from '../db/open.ts';
import { secretMark } from '../db/schema/decision.ts';
import type { PlanKey } from './plan-key.ts';

/** Remembers what the plan marks as possibly secret, for what was frozen of it before. Call it inside a transaction. */
export function remember(db: Db, key: PlanKey, plan: Plan): void {
	for (const mark of marksOf(plan))
		db.insert(secretMark)
			.values({ ...key, key: mark })
			.onConflictDoNothing()
			.run();
}

/** Every mark that the plan has ever had. */
export function all(db: Db, { organisationId, planId }: PlanKey): ReadonlySet<string> {
	const rows = db
		.select({ key: secretMark.key })
		.from(secretMark)
		.where(and(eq(secretMark.organisationId, organisationId), eq(secretMark.planId, planId)))
		.all();
	return new Set(rows.map(({ key }) => key));
}
