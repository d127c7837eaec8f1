import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { oneOf, wholeNumbers } from '../columns.ts';
import { belongsToPlan, ofPlan } from './plan.ts';

const stepStates = ['done', 'undone', 'final'] as const;

/** A step of somebody's work in a plan, with what it changed, so that its author can undo and redo it. */
export const editStep = sqliteTable(
	'edit_step',
	{
		organisationId: ofPlan.organisationId,
		planId: ofPlan.planId,
		/** Rising in the order of the steps; a step that is undone and done again keeps its number. */
		id: integer('id').primaryKey({ autoIncrement: true }),
		userId: text('user_id').notNull(),
		at: integer('at').notNull(),
		name: text('name').notNull(),
		label: text('label').notNull(),
		/** final: done again is no longer possible, since its author went on from before it. */
		state: text('state', { enum: stepStates }).notNull().default('done'),
		/** The changed parts of the plan file, each before and after. */
		changes: text('changes').notNull()
	},
	(t) => [
		...belongsToPlan('edit_step', t),
		index('edit_step_author').on(t.organisationId, t.planId, t.userId),
		oneOf('edit_step', t.state, stepStates),
		...wholeNumbers('edit_step', t.at)
	]
);

/** Version of a part of a plan that is edited whole: budget, targets, inventory and the like. */
export const planSection = sqliteTable(
	'plan_section',
	{
		organisationId: ofPlan.organisationId,
		planId: ofPlan.planId,
		section: text('section').notNull(),
		version: integer('version').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.planId, t.section] }),
		...belongsToPlan('plan_section', t),
		...wholeNumbers('plan_section', t.version)
	]
);
