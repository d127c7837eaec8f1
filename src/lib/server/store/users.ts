import { randomUUID } from 'node:crypto';
import { and, asc, count, eq } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { membership, user } from '../db/schema/people.ts';
import type { Role } from '../db/roles.ts';

export type NewUser = {
	readonly email: string;
	readonly name: string;
	readonly passwordHash: string;
	readonly isOperator?: boolean;
};

/** E-mail addresses are compared in lower case. */
export function emailKey(email: string): string {
	return email.normalize('NFKC').trim().toLowerCase();
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export function isEmail(text: string): boolean {
	return text.length <= 254 && EMAIL.test(text);
}

export function countAll(db: Db): number {
	return db.select({ n: count() }).from(user).get()?.n ?? 0;
}

export function create(db: Db, values: NewUser, at: number): string {
	const id = randomUUID();
	db.insert(user)
		.values({ id, createdAt: at, ...values, email: emailKey(values.email) })
		.run();
	return id;
}

export function join(db: Db, organisationId: string, userId: string, role: Role): void {
	db.insert(membership).values({ organisationId, userId, role }).run();
}

export function readByEmail(db: Db, email: string) {
	return (
		db
			.select()
			.from(user)
			.where(eq(user.email, emailKey(email)))
			.get() ?? null
	);
}

export function readById(db: Db, id: string) {
	return db.select().from(user).where(eq(user.id, id)).get() ?? null;
}

const memberColumns = {
	id: user.id,
	name: user.name,
	email: user.email,
	isActive: user.isActive,
	lastSignInAt: user.lastSignInAt,
	role: membership.role,
	version: membership.version
};

/** Members of an organisation, by name. */
export function listMembers(db: Db, organisationId: string) {
	return db
		.select(memberColumns)
		.from(membership)
		.innerJoin(user, eq(user.id, membership.userId))
		.where(eq(membership.organisationId, organisationId))
		.orderBy(asc(user.name), asc(user.id))
		.all();
}

export function readMember(db: Db, organisationId: string, userId: string) {
	return (
		db
			.select(memberColumns)
			.from(membership)
			.innerJoin(user, eq(user.id, membership.userId))
			.where(and(eq(membership.organisationId, organisationId), eq(membership.userId, userId)))
			.get() ?? null
	);
}

export function setRole(
	db: Db,
	organisationId: string,
	userId: string,
	change: { readonly role: Role; readonly version: number }
): boolean {
	const result = db
		.update(membership)
		.set({ role: change.role, version: change.version + 1 })
		.where(
			and(
				eq(membership.organisationId, organisationId),
				eq(membership.userId, userId),
				eq(membership.version, change.version)
			)
		)
		.run();
	return result.changes === 1;
}

export function setActive(db: Db, userId: string, isActive: boolean): void {
	db.update(user).set({ isActive }).where(eq(user.id, userId)).run();
}

export function setPassword(db: Db, userId: string, passwordHash: string): void {
	db.update(user).set({ passwordHash }).where(eq(user.id, userId)).run();
}

export function touchSignIn(db: Db, userId: string, at: number): void {
	db.update(user).set({ lastSignInAt: at }).where(eq(user.id, userId)).run();
}

/** The organisation a user works for, with the role there; null for one who belongs to none. */
export function roleOf(db: Db, userId: string) {
	return (
		db
			.select({ organisationId: membership.organisationId, role: membership.role })
			.from(membership)
			.where(eq(membership.userId, userId))
			.limit(1)
			.get() ?? null
	);
}

/** How many of an organisation's members are active administrators. */
export function countAdministrators(db: Db, organisationId: string): number {
	const row = db
		.select({ n: count() })
		.from(membership)
		.innerJoin(user, eq(user.id, membership.userId))
		.where(
			and(
				eq(membership.organisationId, organisationId),
				eq(membership.role, 'admin'),
				eq(user.isActive, true)
			)
		)
		.get();
	return row?.n ?? 0;
}
