import { sql } from 'drizzle-orm';
import {
	check,
	foreignKey,
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	unique
} from 'drizzle-orm/sqlite-core';
import { currencies } from '../../../core/plan/funding-rules.ts';
import { fundingStatuses, type ReportDuty } from '../../../core/plan/plan.ts';
import { decimalText, json, money, oneOf, wholeNumbers } from '../columns.ts';
import { costItem, edited } from './measure.ts';
import { belongsToPlan, sourced } from './plan.ts';

export const application = sqliteTable(
	'application',
	{
		...edited,
		name: text('name').notNull(),
		programme: text('programme').notNull(),
		call: text('call'),
		status: text('status', { enum: fundingStatuses }).notNull(),
		probability: decimalText('probability').notNull(),
		applied: text('applied_on'),
		/** Expected day of the decision. */
		decides: text('decides_on'),
		decisionCase: text('decision_case'),
		decisionDate: text('decision_date'),
		asked: money('asked_ore'),
		/** When the money is paid: all four null, or none. */
		advanceShare: decimalText('advance_share'),
		paidAfterYears: integer('paid_after_years'),
		lastShare: decimalText('last_share'),
		lastPaidAfterYears: integer('last_paid_after_years'),
		responsible: text('responsible').notNull(),
		reports: json<readonly ReportDuty[]>()('reports').notNull(),
		note: text('note').notNull(),
		...sourced
	},
	(t) => [
		...belongsToPlan('application', t),
		unique('application_key').on(t.organisationId, t.planId, t.id),
		oneOf('application', t.status, fundingStatuses),
		...wholeNumbers('application', t.version, t.asked)
	]
);

export const fundingLine = sqliteTable(
	'funding_line',
	{
		...edited,
		costItemRowId: text('cost_item_id').notNull(),
		programme: text('programme').notNull(),
		/** The application that says status, probability, day and decision; then they are null here. */
		application: text('application'),
		status: text('status', { enum: fundingStatuses }),
		probability: decimalText('probability'),
		note: text('note').notNull(),
		/** Null: not said, and then not carried; not said, and then paid in its year. */
		carryForward: integer('carry_forward', { mode: 'boolean' }),
		paidAfterYears: integer('paid_after_years'),
		/** Null: the plan's internal rate, and the depreciation years of the cost item. */
		loanRate: decimalText('loan_rate'),
		loanYears: integer('loan_years'),
		/** Null: all of the cost item; null: not said. */
		eligibleCost: money('eligible_cost_ore'),
		/** Null: not said, and then not. */
		possiblySecret: integer('possibly_secret', { mode: 'boolean' }),
		applied: text('applied_on'),
		/** The decision that a granted line rests on: case number and date. */
		decisionCase: text('decision_case'),
		decisionDate: text('decision_date'),
		...sourced
	},
	(t) => [
		...belongsToPlan('funding_line', t),
		unique('funding_line_organisation').on(t.organisationId, t.rowId),
		unique('funding_line_key').on(t.planId, t.id),
		index('funding_line_cost_item').on(t.costItemRowId),
		foreignKey({
			columns: [t.organisationId, t.costItemRowId],
			foreignColumns: [costItem.organisationId, costItem.rowId]
		}).onDelete('cascade'),
		index('funding_line_application').on(t.organisationId, t.planId, t.application),
		foreignKey({
			columns: [t.organisationId, t.planId, t.application],
			foreignColumns: [application.organisationId, application.planId, application.id]
		}),
		oneOf('funding_line', t.status, fundingStatuses),
		check(
			'funding_line_says_or_names',
			sql`("funding_line"."application" is null) = ("funding_line"."status" is not null) and ("funding_line"."application" is null) = ("funding_line"."probability" is not null)`
		),
		...wholeNumbers('funding_line', t.version, t.eligibleCost)
	]
);

export const fundingAmount = sqliteTable(
	'funding_amount',
	{
		organisationId: text('organisation_id').notNull(),
		fundingLineRowId: text('funding_line_id').notNull(),
		position: integer('position').notNull(),
		year: integer('year').notNull(),
		/** Whole öre or cent; null: unknown. */
		amount: money('amount_minor'),
		currency: text('currency', { enum: currencies }).notNull()
	},
	(t) => [
		primaryKey({ columns: [t.fundingLineRowId, t.position] }),
		foreignKey({
			columns: [t.organisationId, t.fundingLineRowId],
			foreignColumns: [fundingLine.organisationId, fundingLine.rowId]
		}).onDelete('cascade'),
		oneOf('funding_amount', t.currency, currencies),
		...wholeNumbers('funding_amount', t.position, t.year, t.amount)
	]
);
