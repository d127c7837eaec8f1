import { randomUUID } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { pendingImport } from '../db/schema/pending-import.ts';

export type NewPendingImport = {
	readonly organisationId: string;
	readonly userId: string;
	readonly fileName: string;
	readonly content: string;
};

export function create(db: Db, values: NewPendingImport, at: number): string {
	const id = randomUUID();
	db.insert(pendingImport)
		.values({ id, createdAt: at, ...values })
		.run();
	return id;
}

/** One's own upload; somebody else's answers like a missing one. */
export function read(db: Db, organisationId: string, userId: string, id: string) {
	return (
		db
			.select()
			.from(pendingImport)
			.where(
				and(
					eq(pendingImport.organisationId, organisationId),
					eq(pendingImport.userId, userId),
					eq(pendingImport.id, id)
				)
			)
			.get() ?? null
	);
}

export function remove(db: Db, organisationId: string, id: string): void {
	db.delete(pendingImport)
		.where(and(eq(pendingImport.organisationId, organisationId), eq(pendingImport.id, id)))
		.run();
}

/** A user has one upload at a time; uploads of others go when they are old. */
export function removeOfUserAndOlderThan(
	db: Db,
	organisationId: string,
	userId: string,
	createdBefore: number
): void {
	db.delete(pendingImport)
		.where(and(eq(pendingImport.organisationId, organisationId), eq(pendingImport.userId, userId)))
		.run();
	db.delete(pendingImport).where(lt(pendingImport.createdAt, createdBefore)).run();
}
