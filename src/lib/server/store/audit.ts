import { createHash } from 'node:crypto';
import { and, asc, desc, eq, isNull, like, or } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { auditEvent } from '../db/schema/people.ts';

/** One change: who did what to which thing, and for a field from what to what. Values are text; secrets never come here. */
export type AuditEvent = {
	readonly at: number;
	readonly organisationId: string | null;
	readonly actorId: string | null;
	readonly actorRole: string | null;
	readonly action: string;
	readonly entity: string;
	readonly entityId: string;
	readonly field?: string | null;
	readonly oldValue?: string | null;
	readonly newValue?: string | null;
	readonly requestId: string;
};

const FIRST_HASH = '';

/** Appends a row; call it inside the transaction of the change it tells of. */
export function append(db: Db, event: AuditEvent): void {
	const last = db
		.select({ hash: auditEvent.hash })
		.from(auditEvent)
		.orderBy(desc(auditEvent.sequence))
		.limit(1)
		.get();
	const row = {
		...event,
		field: event.field ?? null,
		oldValue: event.oldValue ?? null,
		newValue: event.newValue ?? null,
		previousHash: last?.hash ?? FIRST_HASH
	};
	db.insert(auditEvent)
		.values({ ...row, hash: hashOf(row) })
		.run();
}

export function list(db: Db) {
	return db.select().from(auditEvent).orderBy(asc(auditEvent.sequence)).all();
}

/** The latest changes of one thing, newest first. */
export function listOf(
	db: Db,
	organisationId: string | null,
	entity: string,
	entityId: string,
	most: number
) {
	return db
		.select()
		.from(auditEvent)
		.where(
			and(
				organisationId === null
					? isNull(auditEvent.organisationId)
					: eq(auditEvent.organisationId, organisationId),
				eq(auditEvent.entity, entity),
				eq(auditEvent.entityId, entityId)
			)
		)
		.orderBy(desc(auditEvent.sequence))
		.limit(most)
		.all();
}

/** The latest changes of a plan and of everything in it, newest first. */
export function listOfPlan(db: Db, organisationId: string, planId: string, most: number) {
	return db
		.select()
		.from(auditEvent)
		.where(
			and(
				eq(auditEvent.organisationId, organisationId),
				or(eq(auditEvent.entityId, planId), like(auditEvent.entityId, `${planId}/%`))
			)
		)
		.orderBy(desc(auditEvent.sequence))
		.limit(most)
		.all();
}

/** The sequence number of the first row that does not fit the chain, or null when the log is whole. */
export function firstBrokenLink(db: Db): number | null {
	let previousHash = FIRST_HASH;
	for (const row of list(db)) {
		if (row.previousHash !== previousHash || row.hash !== hashOf(row)) return row.sequence;
		previousHash = row.hash;
	}
	return null;
}

type Hashed = Omit<typeof auditEvent.$inferSelect, 'sequence' | 'hash'>;

function hashOf(row: Hashed): string {
	const content = [
		row.previousHash,
		row.at,
		row.organisationId,
		row.actorId,
		row.actorRole,
		row.action,
		row.entity,
		row.entityId,
		row.field,
		row.oldValue,
		row.newValue,
		row.requestId
	];
	return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
