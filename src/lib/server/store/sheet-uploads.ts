import { randomUUID } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { sheetUpload } from '../db/schema/sheet.ts';
import type { PlanKey } from './plan-key.ts';

export type UploadKey = PlanKey & { readonly userId: string };

/** Keeps what was read of a file; a user has one for each plan. */
export function create(
	db: Db,
	key: UploadKey,
	values: { readonly fileName: string; readonly workbook: string },
	at: number
): string {
	const id = randomUUID();
	db.delete(sheetUpload).where(ofUser(key)).run();
	db.insert(sheetUpload)
		.values({ id, ...key, ...values, createdAt: at })
		.run();
	return id;
}

export function removeOlderThan(db: Db, at: number): void {
	db.delete(sheetUpload).where(lt(sheetUpload.createdAt, at)).run();
}

/** One's own upload; somebody else's answers like a missing one. */
export function read(db: Db, key: UploadKey, id: string) {
	return (
		db
			.select()
			.from(sheetUpload)
			.where(and(ofUser(key), eq(sheetUpload.id, id)))
			.get() ?? null
	);
}

/** Id and name of one's upload in a plan; null: none. */
export function latest(db: Db, key: UploadKey): { id: string; fileName: string } | null {
	return (
		db
			.select({ id: sheetUpload.id, fileName: sheetUpload.fileName })
			.from(sheetUpload)
			.where(ofUser(key))
			.get() ?? null
	);
}

export function setChoices(db: Db, key: UploadKey, id: string, choices: unknown): void {
	db.update(sheetUpload)
		.set({ choices })
		.where(and(ofUser(key), eq(sheetUpload.id, id)))
		.run();
}

export function remove(db: Db, key: UploadKey, id: string): void {
	db.delete(sheetUpload)
		.where(and(ofUser(key), eq(sheetUpload.id, id)))
		.run();
}

function ofUser({ organisationId, planId, userId }: UploadKey) {
	return and(
		eq(sheetUpload.organisationId, organisationId),
		eq(sheetUpload.planId, planId),
		eq(sheetUpload.userId, userId)
	);
}
