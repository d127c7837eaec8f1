import { sql } from 'drizzle-orm';
import {
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import { json, oneOf, wholeNumbers } from '../columns.ts';
import { organisation, user } from './people.ts';

export const entryKinds = ['programme', 'call'] as const;

/** Funding programmes and their calls, each a document that is read and written whole. Without an organisation: shared by all. */
export const catalogueEntry = sqliteTable(
	'catalogue_entry',
	{
		rowId: integer('row_id').primaryKey({ autoIncrement: true }),
		organisationId: text('organisation_id').references(() => organisation.id),
		kind: text('kind', { enum: entryKinds }).notNull(),
		id: text('id').notNull(),
		document: json<unknown>()('document').notNull(),
		/** Of what the program itself brought along last; null where it brought nothing. */
		seedHash: text('seed_hash'),
		/** Rows stay when they are taken away, so that their versions only rise. */
		isRemoved: integer('is_removed', { mode: 'boolean' }).notNull().default(false),
		version: integer('version').notNull().default(1),
		updatedAt: integer('updated_at').notNull()
	},
	(t) => [
		uniqueIndex('catalogue_entry_own').on(t.organisationId, t.kind, t.id),
		uniqueIndex('catalogue_entry_shared')
			.on(t.kind, t.id)
			.where(sql`${t.organisationId} is null`),
		// The versions are summed for every page: from the index, without the documents.
		index('catalogue_entry_versions').on(t.organisationId, t.version),
		oneOf('catalogue_entry', t.kind, entryKinds),
		...wholeNumbers('catalogue_entry', t.isRemoved, t.version, t.updatedAt)
	]
);

/** A person's wish to be reminded of the last day of a call. */
export const callReminder = sqliteTable(
	'call_reminder',
	{
		organisationId: text('organisation_id')
			.notNull()
			.references(() => organisation.id),
		userId: text('user_id')
			.notNull()
			.references(() => user.id),
		callId: text('call_id').notNull(),
		daysBefore: integer('days_before').notNull(),
		createdAt: integer('created_at').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.userId, t.organisationId, t.callId] }),
		...wholeNumbers('call_reminder', t.daysBefore, t.createdAt)
	]
);

/** The secret address under which a calendar program reads somebody's calls; only its hash is kept. */
export const calendarFeed = sqliteTable(
	'calendar_feed',
	{
		tokenHash: text('token_hash').primaryKey(),
		organisationId: text('organisation_id')
			.notNull()
			.references(() => organisation.id),
		userId: text('user_id')
			.notNull()
			.references(() => user.id),
		createdAt: integer('created_at').notNull()
	},
	(t) => [index('calendar_feed_user').on(t.userId), ...wholeNumbers('calendar_feed', t.createdAt)]
);
