import { and, desc, eq, lt, ne, sql } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import { membership, organisation, session, user } from '../db/schema/people.ts';

export type SessionRow = typeof session.$inferSelect;

export function create(db: Db, row: SessionRow): void {
	db.insert(session).values(row).run();
}

const withUser = prepared((db) =>
	db
		.select({
			session,
			user: {
				id: user.id,
				name: user.name,
				email: user.email,
				isOperator: user.isOperator,
				isActive: user.isActive
			},
			organisationId: membership.organisationId,
			organisationName: organisation.name,
			role: membership.role
		})
		.from(session)
		.innerJoin(user, eq(user.id, session.userId))
		.leftJoin(membership, eq(membership.userId, user.id))
		.leftJoin(organisation, eq(organisation.id, membership.organisationId))
		.where(eq(session.idHash, sql.placeholder('idHash')))
		.limit(1)
		.prepare()
);

/** A session with its user and the organisation they work for; null when there is none or the user is inactive. */
export function readWithUser(db: Db, idHash: string) {
	const row = withUser(db).get({ idHash });
	return row?.user.isActive ? row : null;
}

export function listOfUser(db: Db, userId: string): SessionRow[] {
	return db
		.select()
		.from(session)
		.where(eq(session.userId, userId))
		.orderBy(desc(session.createdAt))
		.all();
}

/** Moves the idle limit, never past the session's own end. */
export function extend(db: Db, idHash: string, expiresAt: number): void {
	db.update(session)
		.set({ expiresAt: sql`min(${expiresAt}, ${session.endsAt})` })
		.where(eq(session.idHash, idHash))
		.run();
}

export function remove(db: Db, idHash: string): void {
	db.delete(session).where(eq(session.idHash, idHash)).run();
}

/** Ends one of a user's sessions; false when it is not theirs. */
export function removeOfUser(db: Db, userId: string, idHash: string): boolean {
	const result = db
		.delete(session)
		.where(and(eq(session.userId, userId), eq(session.idHash, idHash)))
		.run();
	return result.changes === 1;
}

export function removeAllOfUser(db: Db, userId: string, exceptHash = ''): void {
	db.delete(session)
		.where(and(eq(session.userId, userId), ne(session.idHash, exceptHash)))
		.run();
}

export function removeExpired(db: Db, now: number): void {
	db.delete(session).where(lt(session.expiresAt, now)).run();
}
