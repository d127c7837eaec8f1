import { integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { decimalText, json, oneOf, wholeNumbers } from '../columns.ts';
import { belongsToPlan, ofPlan, placedInPlan, sourced } from './plan.ts';

const rangeKinds = ['price', 'factor'] as const;

/** How far shared prices and emission factors may lie from what is stated. */
export const sharedRange = sqliteTable(
	'shared_range',
	{
		...ofPlan,
		of: text('kind', { enum: rangeKinds }).notNull(),
		name: text('name').notNull(),
		low: decimalText('low').notNull(),
		mode: decimalText('mode').notNull(),
		high: decimalText('high').notNull(),
		...sourced
	},
	(t) => [
		...placedInPlan('shared_range', t),
		unique('shared_range_name').on(t.planId, t.of, t.name),
		oneOf('shared_range', t.of, rangeKinds)
	]
);

/** What the last reckoning of a portfolio's risk came to, and of which state of the plan it is. */
export const riskResult = sqliteTable(
	'risk_result',
	{
		organisationId: text('organisation_id').notNull(),
		planId: text('plan_id').notNull(),
		portfolioId: text('portfolio_key').notNull(),
		state: text('state').notNull(),
		at: integer('at').notNull(),
		result: json<unknown>()('result').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.planId, t.portfolioId] }),
		...belongsToPlan('risk_result', t),
		...wholeNumbers('risk_result', t.at)
	]
);
