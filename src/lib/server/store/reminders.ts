import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import { calendarFeed, callReminder } from '../db/schema/catalogue.ts';

/** A person's own wishes of calls: reminders, and the address for a calendar program. */

export type Person = { readonly organisationId: string; readonly userId: string };

function isOf(table: typeof callReminder | typeof calendarFeed, person: Person) {
	return and(eq(table.organisationId, person.organisationId), eq(table.userId, person.userId));
}

const ofPerson = prepared((db) =>
	db
		.select({ callId: callReminder.callId, daysBefore: callReminder.daysBefore })
		.from(callReminder)
		.where(
			and(
				eq(callReminder.organisationId, sql.placeholder('organisationId')),
				eq(callReminder.userId, sql.placeholder('userId'))
			)
		)
		.prepare()
);

/** So many days before its last day each call is told of, by call. */
export function listOf(db: Db, { organisationId, userId }: Person): Map<string, number> {
	const rows = ofPerson(db).all({ organisationId, userId });
	return new Map(rows.map(({ callId, daysBefore }) => [callId, daysBefore]));
}

export function set(db: Db, person: Person, callId: string, daysBefore: number, at: number): void {
	const { organisationId, userId } = person;
	db.insert(callReminder)
		.values({ organisationId, userId, callId, daysBefore, createdAt: at })
		.onConflictDoUpdate({
			target: [callReminder.userId, callReminder.organisationId, callReminder.callId],
			set: { daysBefore, createdAt: at }
		})
		.run();
}

export function unset(db: Db, person: Person, callId: string): void {
	db.delete(callReminder)
		.where(and(isOf(callReminder, person), eq(callReminder.callId, callId)))
		.run();
}

export function feedMadeAt(db: Db, person: Person): number | null {
	const row = db
		.select({ createdAt: calendarFeed.createdAt })
		.from(calendarFeed)
		.where(isOf(calendarFeed, person))
		.get();
	return row?.createdAt ?? null;
}

/** One address a person: a new one ends the old; null ends it altogether. */
export function setFeed(db: Db, person: Person, tokenHash: string | null, at: number): void {
	db.delete(calendarFeed).where(isOf(calendarFeed, person)).run();
	const { organisationId, userId } = person;
	if (tokenHash !== null)
		db.insert(calendarFeed).values({ tokenHash, organisationId, userId, createdAt: at }).run();
}

/** Ends every address of a person, as when a password was lost. */
export function endFeeds(db: Db, userId: string): void {
	db.delete(calendarFeed).where(eq(calendarFeed.userId, userId)).run();
}

export function ownerOfFeed(db: Db, tokenHash: string): Person | null {
	return (
		db
			.select({ organisationId: calendarFeed.organisationId, userId: calendarFeed.userId })
			.from(calendarFeed)
			.where(eq(calendarFeed.tokenHash, tokenHash))
			.get() ?? null
	);
}
