import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { shareLink } from '../db/schema/decision.ts';
import type { PlanKey } from './plan-key.ts';

export type ShareLink = typeof shareLink.$inferSelect;

export function create(db: Db, row: ShareLink): void {
	db.insert(shareLink).values(row).run();
}

/** The plan's links, the latest first. */
export function list(db: Db, { organisationId, planId }: PlanKey): ShareLink[] {
	return db
		.select()
		.from(shareLink)
		.where(and(eq(shareLink.organisationId, organisationId), eq(shareLink.planId, planId)))
		.orderBy(desc(shareLink.createdAt), desc(shareLink.id))
		.all();
}

/** The link of a token while it holds: not revoked and not over. */
export function readOpen(db: Db, tokenHash: string, now: number): ShareLink | null {
	const row = db
		.select()
		.from(shareLink)
		.where(
			and(
				eq(shareLink.tokenHash, tokenHash),
				isNull(shareLink.revokedAt),
				gt(shareLink.expiresAt, now)
			)
		)
		.get();
	return row ?? null;
}

/** Ends a link; false when there is none to end. */
export function revoke(db: Db, { organisationId, planId }: PlanKey, id: string, at: number) {
	const result = db
		.update(shareLink)
		.set({ revokedAt: at })
		.where(
			and(
				eq(shareLink.organisationId, organisationId),
				eq(shareLink.planId, planId),
				eq(shareLink.id, id),
				isNull(shareLink.revokedAt)
			)
		)
		.run();
	return result.changes === 1;
}

/** Takes portfolios that are gone out of the links to the plan as it is: their ids may be given to others. */
export function forget(db: Db, key: PlanKey, portfolioIds: readonly string[]): void {
	if (portfolioIds.length === 0) return;
	for (const { id, decisionId, portfolios } of list(db, key)) {
		const left = portfolios.filter((one) => !portfolioIds.includes(one));
		if (decisionId !== null || left.length === portfolios.length) continue;
		db.update(shareLink).set({ portfolios: left }).where(eq(shareLink.id, id)).run();
	}
}
