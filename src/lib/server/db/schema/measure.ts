import {
	foreignKey,
	integer,
	primaryKey,
	sqliteTable,
	text,
	unique,
	type AnySQLiteColumn
} from 'drizzle-orm/sqlite-core';
import type { Facts } from '../../../core/plan/facts.ts';
import { unitKinds } from '../../../core/plan/funding-rules.ts';
import { costKinds, followed, payers } from '../../../core/plan/plan.ts';
import { decimalText, json, kilograms, money, oneOf, textList, wholeNumbers } from '../columns.ts';
import { belongsToPlan, emissionFactor, ofPlan, pool, sourced } from './plan.ts';

/** Rows that people edit have an id and a version of their own; key is the id that the plan file shows. */
export const edited = {
	rowId: text('id').primaryKey(),
	...ofPlan,
	id: text('key').notNull(),
	version: integer('version').notNull().default(1)
};

const measureStatuses = ['idea', 'planned', 'approved', 'ongoing', 'done', 'cancelled'] as const;

export const measure = sqliteTable(
	'measure',
	{
		...edited,
		nameSv: text('name_sv').notNull(),
		nameEn: text('name_en').notNull(),
		description: text('description').notNull(),
		sector: text('sector'),
		theme: text('theme').notNull(),
		owner: text('owner').notNull(),
		status: text('status', { enum: measureStatuses }).notNull(),
		startYear: integer('start_year').notNull(),
		earliestStart: integer('earliest_start'),
		latestStart: integer('latest_start'),
		lifetimeYears: integer('lifetime_years'),
		/** False: the effect is unknown. True with no effect rows: known to be none. */
		isEffectStated: integer('is_effect_stated', { mode: 'boolean' }).notNull(),
		/** Low, most likely, high as factors; null: not stated. */
		uncertaintyCapex: textList('uncertainty_capex'),
		uncertaintyOpex: textList('uncertainty_opex'),
		uncertaintyEffect: textList('uncertainty_effect'),
		hasUncertainty: integer('has_uncertainty', { mode: 'boolean' }).notNull(),
		commitments: textList('commitments').notNull(),
		sdg: textList('sdg').notNull(),
		coBenefits: textList('co_benefits').notNull(),
		/** What funding rules ask of the measure; null: nothing said. */
		facts: json<Facts>()('facts'),
		/** Null: not said, and then not. */
		possiblySecret: integer('possibly_secret', { mode: 'boolean' })
	},
	(t) => [
		...belongsToPlan('measure', t),
		unique('measure_organisation').on(t.organisationId, t.rowId),
		unique('measure_key').on(t.planId, t.id),
		oneOf('measure', t.status, measureStatuses),
		...wholeNumbers(
			'measure',
			t.version,
			t.startYear,
			t.lifetimeYears,
			t.isEffectStated,
			t.hasUncertainty
		)
	]
);

const ofMeasure = {
	organisationId: text('organisation_id').notNull(),
	measureRowId: text('measure_id').notNull(),
	position: integer('position').notNull()
};

function belongsToMeasure(table: string, t: Record<keyof typeof ofMeasure, AnySQLiteColumn>) {
	return [
		foreignKey({
			columns: [t.organisationId, t.measureRowId],
			foreignColumns: [measure.organisationId, measure.rowId]
		}).onDelete('cascade'),
		...wholeNumbers(table, t.position)
	];
}

const relationKinds = ['excludes', 'requires'] as const;

export const measureRelation = sqliteTable(
	'measure_relation',
	{
		...ofMeasure,
		kind: text('kind', { enum: relationKinds }).notNull(),
		otherRowId: text('other_measure_id').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.measureRowId, t.kind, t.position] }),
		...belongsToMeasure('measure_relation', t),
		foreignKey({
			columns: [t.organisationId, t.otherRowId],
			foreignColumns: [measure.organisationId, measure.rowId]
		}).onDelete('cascade'),
		oneOf('measure_relation', t.kind, relationKinds)
	]
);

export const jointPartner = sqliteTable(
	'joint_partner',
	{
		...ofMeasure,
		municipality: text('municipality').notNull(),
		share: decimalText('share').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.measureRowId, t.position] }),
		...belongsToMeasure('joint_partner', t)
	]
);

export const measureSource = sqliteTable(
	'measure_source',
	{
		...ofMeasure,
		text: text('text').notNull(),
		url: text('url'),
		confidence: text('confidence').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.measureRowId, t.position] }),
		...belongsToMeasure('measure_source', t)
	]
);

const itemKinds = ['capex', 'opex', 'saving', 'revenue'] as const;
const timings = ['one-off', 'yearly'] as const;

export const costItem = sqliteTable(
	'cost_item',
	{
		rowId: text('id').primaryKey(),
		...ofMeasure,
		id: text('key').notNull(),
		version: integer('version').notNull().default(1),
		timing: text('timing', { enum: timings }).notNull(),
		kind: text('kind', { enum: itemKinds }).notNull(),
		costKind: text('cost_kind', { enum: costKinds }),
		payer: text('payer', { enum: payers }).notNull(),
		/** One-off: the whole amount. Yearly: the amount per year. Null: unknown. */
		amount: money('amount_ore'),
		from: integer('from_year'),
		to: integer('to_year'),
		growth: decimalText('growth'),
		depreciationYears: integer('depreciation_years'),
		/** Null: not said. */
		follows: text('follows_price', { enum: followed }),
		/** Null: not said. */
		referenceCost: money('reference_cost_ore'),
		unitCount: integer('unit_count'),
		unitOf: text('unit_of', { enum: unitKinds }),
		/** Null: not said, and then not. */
		possiblySecret: integer('possibly_secret', { mode: 'boolean' }),
		basis: text('basis').notNull(),
		...sourced
	},
	(t) => [
		unique('cost_item_key').on(t.measureRowId, t.id),
		unique('cost_item_organisation').on(t.organisationId, t.rowId),
		...belongsToMeasure('cost_item', t),
		oneOf('cost_item', t.timing, timings),
		oneOf('cost_item', t.kind, itemKinds),
		oneOf('cost_item', t.payer, payers),
		...wholeNumbers('cost_item', t.version, t.amount, t.from, t.to, t.depreciationYears),
		...wholeNumbers('cost_item', t.referenceCost, t.unitCount)
	]
);

export const costItemYear = sqliteTable(
	'cost_item_year',
	{
		organisationId: text('organisation_id').notNull(),
		costItemRowId: text('cost_item_id').notNull(),
		position: integer('position').notNull(),
		year: integer('year').notNull(),
		amount: money('amount_ore').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.costItemRowId, t.position] }),
		foreignKey({
			columns: [t.organisationId, t.costItemRowId],
			foreignColumns: [costItem.organisationId, costItem.rowId]
		}).onDelete('cascade'),
		...wholeNumbers('cost_item_year', t.position, t.year, t.amount)
	]
);

const effectKinds = ['direct', 'energy'] as const;

export const effect = sqliteTable(
	'effect',
	{
		...ofMeasure,
		planId: text('plan_id').notNull(),
		kind: text('kind', { enum: effectKinds }).notNull(),
		pool: text('pool').notNull(),
		carrier: text('carrier'),
		tonnesPerYear: kilograms('kilograms_per_year'),
		mwhPerYear: decimalText('mwh_per_year'),
		from: integer('from_year').notNull(),
		to: integer('to_year').notNull(),
		rampYears: integer('ramp_years').notNull(),
		basis: text('basis').notNull(),
		...sourced
	},
	(t) => [
		primaryKey({ columns: [t.measureRowId, t.position] }),
		...belongsToMeasure('effect', t),
		foreignKey({ columns: [t.planId, t.pool], foreignColumns: [pool.planId, pool.id] }),
		foreignKey({
			columns: [t.planId, t.carrier],
			foreignColumns: [emissionFactor.planId, emissionFactor.carrier]
		}),
		oneOf('effect', t.kind, effectKinds),
		...wholeNumbers('effect', t.tonnesPerYear, t.from, t.to, t.rampYears)
	]
);

export const portfolio = sqliteTable(
	'portfolio',
	{ ...edited, name: text('name').notNull() },
	(t) => [
		...belongsToPlan('portfolio', t),
		unique('portfolio_organisation').on(t.organisationId, t.rowId),
		unique('portfolio_key').on(t.planId, t.id),
		...wholeNumbers('portfolio', t.version)
	]
);

export const portfolioMeasure = sqliteTable(
	'portfolio_measure',
	{
		...ofMeasure,
		portfolioRowId: text('portfolio_id').notNull(),
		/** Null: not moved. */
		shift: integer('shift_years'),
		/** Null: not scaled. */
		scale: decimalText('scale')
	},
	(t) => [
		primaryKey({ columns: [t.portfolioRowId, t.measureRowId] }),
		...belongsToMeasure('portfolio_measure', t),
		foreignKey({
			columns: [t.organisationId, t.portfolioRowId],
			foreignColumns: [portfolio.organisationId, portfolio.rowId]
		}).onDelete('cascade'),
		...wholeNumbers('portfolio_measure', t.shift)
	]
);
