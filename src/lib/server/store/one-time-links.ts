import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { oneTimeLink } from '../db/schema/people.ts';

export type OneTimeLink = typeof oneTimeLink.$inferSelect;

export function create(db: Db, link: Omit<OneTimeLink, 'usedAt'>): void {
	db.insert(oneTimeLink).values(link).run();
}

/** The link while it can still be used. */
export function readUsable(db: Db, tokenHash: string, now: number): OneTimeLink | null {
	const link = db
		.select()
		.from(oneTimeLink)
		.where(and(eq(oneTimeLink.tokenHash, tokenHash), isNull(oneTimeLink.usedAt)))
		.get();
	return link && link.expiresAt > now ? link : null;
}

/** Uses the link up; false when somebody already did. */
export function use(db: Db, tokenHash: string, at: number): boolean {
	const result = db
		.update(oneTimeLink)
		.set({ usedAt: at })
		.where(and(eq(oneTimeLink.tokenHash, tokenHash), isNull(oneTimeLink.usedAt)))
		.run();
	return result.changes === 1;
}

export function removeUnusedOfKind(db: Db, kind: OneTimeLink['kind']): void {
	db.delete(oneTimeLink)
		.where(and(eq(oneTimeLink.kind, kind), isNull(oneTimeLink.usedAt)))
		.run();
}

/** Links that were made for a user, as when the password has changed in another way. */
export function removeUnusedOfUser(db: Db, userId: string): void {
	db.delete(oneTimeLink)
		.where(and(eq(oneTimeLink.userId, userId), isNull(oneTimeLink.usedAt)))
		.run();
}
