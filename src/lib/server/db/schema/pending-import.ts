import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { wholeNumbers } from '../columns.ts';
import { organisation } from './people.ts';

/** A plan file that somebody has uploaded and looks at before it becomes a plan. */
export const pendingImport = sqliteTable(
	'pending_import',
	{
		id: text('id').primaryKey(),
		organisationId: text('organisation_id')
			.notNull()
			.references(() => organisation.id),
		userId: text('user_id').notNull(),
		createdAt: integer('created_at').notNull(),
		fileName: text('file_name').notNull(),
		content: text('content').notNull()
	},
	(t) => [
		index('pending_import_organisation').on(t.organisationId),
		...wholeNumbers('pending_import', t.createdAt)
	]
);
