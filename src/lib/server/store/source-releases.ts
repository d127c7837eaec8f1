import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { sourceRelease } from '../db/schema/source.ts';

type Row = typeof sourceRelease.$inferSelect;
export type SourceName = Row['source'];
export type StoredRelease = Row;

/** Keeps what a source said, in the place of what it said before of the same municipality and gas. */
export function save(db: Db, values: Omit<Row, 'id'>): void {
	const own = { ...values, id: randomUUID() };
	db.insert(sourceRelease)
		.values(own)
		.onConflictDoUpdate({
			target: [
				sourceRelease.organisationId,
				sourceRelease.source,
				sourceRelease.municipalityCode,
				sourceRelease.gas
			],
			set: own
		})
		.run();
}

/** What the organisation's sources have said of a municipality, the latest of each. */
export function list(db: Db, organisationId: string, municipalityCode: string): Row[] {
	return db
		.select()
		.from(sourceRelease)
		.where(
			and(
				eq(sourceRelease.organisationId, organisationId),
				eq(sourceRelease.municipalityCode, municipalityCode)
			)
		)
		.orderBy(sourceRelease.source, sourceRelease.gas)
		.all();
}

/** One of them; another organisation's, or one that a newer has taken the place of, answers like a missing one. */
export function read(db: Db, organisationId: string, id: string): Row | null {
	return (
		db
			.select()
			.from(sourceRelease)
			.where(and(eq(sourceRelease.organisationId, organisationId), eq(sourceRelease.id, id)))
			.get() ?? null
	);
}
