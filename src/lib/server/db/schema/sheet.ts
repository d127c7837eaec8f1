import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { json, oneOf, wholeNumbers } from '../columns.ts';
import { organisation } from './people.ts';
import { belongsToPlan } from './plan.ts';

/** Lists of what. */
const listKinds = ['measures', 'costs', 'funding'] as const;

/** A spreadsheet that somebody has sent in and looks at before it changes a plan: its tables as they were read, and how they are to be read. */
export const sheetUpload = sqliteTable(
	'sheet_upload',
	{
		id: text('id').primaryKey(),
		organisationId: text('organisation_id').notNull(),
		planId: text('plan_id').notNull(),
		userId: text('user_id').notNull(),
		createdAt: integer('created_at').notNull(),
		fileName: text('file_name').notNull(),
		workbook: text('workbook').notNull(),
		choices: json<unknown>()('choices')
	},
	(t) => [...belongsToPlan('sheet_upload', t), ...wholeNumbers('sheet_upload', t.createdAt)]
);

/** What an organisation chose a heading to mean the last time; an empty field: nothing. */
export const columnChoice = sqliteTable(
	'column_choice',
	{
		organisationId: text('organisation_id')
			.notNull()
			.references(() => organisation.id),
		kind: text('kind', { enum: listKinds }).notNull(),
		heading: text('heading').notNull(),
		field: text('field').notNull(),
		chosenAt: integer('chosen_at').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.organisationId, t.kind, t.heading] }),
		oneOf('column_choice', t.kind, listKinds),
		...wholeNumbers('column_choice', t.chosenAt)
	]
);
