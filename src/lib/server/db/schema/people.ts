import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { roles } from '../roles.ts';
import { oneOf, wholeNumbers } from '../columns.ts';

/** Instants are milliseconds since 1970 UTC. */

export const organisation = sqliteTable(
	'organisation',
	{
		id: text('id').primaryKey(),
		name: text('name').notNull(),
		/** Four digits as text; null for bodies that are not municipalities. */
		municipalityCode: text('municipality_code'),
		createdAt: integer('created_at').notNull(),
		version: integer('version').notNull().default(1)
	},
	(t) => wholeNumbers('organisation', t.createdAt, t.version)
);

export const user = sqliteTable(
	'user',
	{
		id: text('id').primaryKey(),
		/** Lower case. */
		email: text('email').notNull().unique(),
		name: text('name').notNull(),
		passwordHash: text('password_hash'),
		isOperator: integer('is_operator', { mode: 'boolean' }).notNull().default(false),
		isActive: integer('is_active', { mode: 'boolean' }).notNull().default(true),
		createdAt: integer('created_at').notNull(),
		lastSignInAt: integer('last_sign_in_at'),
		version: integer('version').notNull().default(1)
	},
	(t) => wholeNumbers('user', t.isOperator, t.isActive, t.createdAt, t.lastSignInAt, t.version)
);

export const membership = sqliteTable(
	'membership',
	{
		organisationId: text('organisation_id')
			.notNull()
			.references(() => organisation.id),
		userId: text('user_id')
			.notNull()
			.references(() => user.id),
		role: text('role', { enum: roles }).notNull(),
		version: integer('version').notNull().default(1)
	},
	(t) => [
		primaryKey({ columns: [t.organisationId, t.userId] }),
		index('membership_user').on(t.userId),
		oneOf('membership', t.role, roles),
		...wholeNumbers('membership', t.version)
	]
);

/** The id is the SHA-256 of what the cookie holds, so that a copy of the database opens no session. */
export const session = sqliteTable(
	'session',
	{
		idHash: text('id_hash').primaryKey(),
		userId: text('user_id')
			.notNull()
			.references(() => user.id),
		createdAt: integer('created_at').notNull(),
		expiresAt: integer('expires_at').notNull(),
		/** However active the session is, it ends here. */
		endsAt: integer('ends_at').notNull()
	},
	(t) => [
		index('session_user').on(t.userId),
		...wholeNumbers('session', t.createdAt, t.expiresAt, t.endsAt)
	]
);

const linkKinds = ['first-administrator', 'invitation', 'operator', 'password-reset'] as const;

export const oneTimeLink = sqliteTable(
	'one_time_link',
	{
		tokenHash: text('token_hash').primaryKey(),
		kind: text('kind', { enum: linkKinds }).notNull(),
		organisationId: text('organisation_id').references(() => organisation.id),
		userId: text('user_id').references(() => user.id),
		email: text('email'),
		role: text('role', { enum: roles }),
		/** Who made it; null: the command line. It is worth no more than its maker's own right when it is used. */
		createdBy: text('created_by').references(() => user.id),
		createdAt: integer('created_at').notNull(),
		expiresAt: integer('expires_at').notNull(),
		usedAt: integer('used_at')
	},
	(t) => [
		oneOf('one_time_link', t.kind, linkKinds),
		...wholeNumbers('one_time_link', t.createdAt, t.expiresAt, t.usedAt)
	]
);

/** Wrong passwords lately, by a hash of whom and where they came from. */
export const signInFailure = sqliteTable(
	'sign_in_failure',
	{
		keyHash: text('key_hash').primaryKey(),
		failures: integer('failures').notNull(),
		windowStartedAt: integer('window_started_at').notNull(),
		blockedUntil: integer('blocked_until').notNull()
	},
	(t) => wholeNumbers('sign_in_failure', t.failures, t.windowStartedAt, t.blockedUntil)
);

/** Append-only; triggers refuse change and removal. Each row's hash covers the row before it. */
export const auditEvent = sqliteTable(
	'audit_event',
	{
		sequence: integer('sequence').primaryKey({ autoIncrement: true }),
		at: integer('at').notNull(),
		organisationId: text('organisation_id'),
		actorId: text('actor_id'),
		actorRole: text('actor_role'),
		action: text('action').notNull(),
		entity: text('entity').notNull(),
		entityId: text('entity_id').notNull(),
		field: text('field'),
		oldValue: text('old_value'),
		newValue: text('new_value'),
		requestId: text('request_id').notNull(),
		previousHash: text('previous_hash').notNull(),
		hash: text('hash').notNull()
	},
	(t) => [
		index('audit_event_entity').on(t.organisationId, t.entity, t.entityId),
		...wholeNumbers('audit_event', t.at)
	]
);
