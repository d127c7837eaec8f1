import {
	foreignKey,
	integer,
	primaryKey,
	sqliteTable,
	text,
	unique
} from 'drizzle-orm/sqlite-core';
import { json, oneOf, textList, wholeNumbers } from '../columns.ts';
import { user } from './people.ts';
import { belongsToPlan } from './plan.ts';

/** A portfolio frozen for a decision. Triggers refuse change and removal of it and of its steps. */
export const decision = sqliteTable(
	'decision',
	{
		id: text('id').primaryKey(),
		organisationId: text('organisation_id').notNull(),
		planId: text('plan_id').notNull(),
		portfolioId: text('portfolio_key').notNull(),
		portfolioName: text('portfolio_name').notNull(),
		caseNumber: text('case_number').notNull(),
		/** Everything that was frozen, as the text whose SHA-256 is the hash. */
		document: text('document').notNull(),
		hash: text('hash').notNull(),
		proposedBy: text('proposed_by')
			.notNull()
			.references(() => user.id),
		proposedAt: integer('proposed_at').notNull()
	},
	(t) => [
		...belongsToPlan('decision', t),
		unique('decision_organisation').on(t.organisationId, t.id),
		...wholeNumbers('decision', t.proposedAt)
	]
);

const stepKinds = ['confirmed', 'declined', 'recorded'] as const;

/** What has happened to a proposed decision since; each step's hash covers the one before. */
export const decisionStep = sqliteTable(
	'decision_step',
	{
		organisationId: text('organisation_id').notNull(),
		decisionId: text('decision_id').notNull(),
		position: integer('position').notNull(),
		kind: text('kind', { enum: stepKinds }).notNull(),
		by: text('by_user')
			.notNull()
			.references(() => user.id),
		at: integer('at').notNull(),
		details: json<Readonly<Record<string, string>>>()('details').notNull(),
		hash: text('hash').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.decisionId, t.position] }),
		foreignKey({
			columns: [t.organisationId, t.decisionId],
			foreignColumns: [decision.organisationId, decision.id]
		}),
		oneOf('decision_step', t.kind, stepKinds),
		...wholeNumbers('decision_step', t.position, t.at)
	]
);

/** An address at which anybody may read some portfolios of a plan; only the hash of its token is kept. */
export const shareLink = sqliteTable(
	'share_link',
	{
		id: text('id').primaryKey(),
		tokenHash: text('token_hash').notNull().unique(),
		organisationId: text('organisation_id').notNull(),
		planId: text('plan_id').notNull(),
		/** The frozen decision that it shows; null: the plan as it is. */
		decisionId: text('decision_id'),
		label: text('label').notNull(),
		portfolios: textList('portfolios').notNull(),
		createdBy: text('created_by')
			.notNull()
			.references(() => user.id),
		createdAt: integer('created_at').notNull(),
		expiresAt: integer('expires_at').notNull(),
		revokedAt: integer('revoked_at')
	},
	(t) => [
		...belongsToPlan('share_link', t),
		foreignKey({
			columns: [t.organisationId, t.decisionId],
			foreignColumns: [decision.organisationId, decision.id]
		}),
		...wholeNumbers('share_link', t.createdAt, t.expiresAt, t.revokedAt)
	]
);

/** Every mark of possible secrecy that a plan has ever had, by what it was on; never taken away. */
export const secretMark = sqliteTable(
	'secret_mark',
	{
		organisationId: text('organisation_id').notNull(),
		planId: text('plan_id').notNull(),
		key: text('key').notNull()
	},
	(t) => [primaryKey({ columns: [t.planId, t.key] }), ...belongsToPlan('secret_mark', t)]
);
