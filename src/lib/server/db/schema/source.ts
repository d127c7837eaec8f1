import { integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { json, oneOf, wholeNumbers } from '../columns.ts';
import { organisation } from './people.ts';
import { belongsToPlan } from './plan.ts';

const sourceNames = [
	'emission-database',
	'kolada-emissions',
	'kolada-population',
	'scb-population'
] as const;

/** What a source outside said of a municipality the last time that somebody in the organisation asked it. */
export const sourceRelease = sqliteTable(
	'source_release',
	{
		id: text('id').primaryKey(),
		organisationId: text('organisation_id')
			.notNull()
			.references(() => organisation.id),
		source: text('source', { enum: sourceNames }).notNull(),
		municipalityCode: text('municipality_code').notNull(),
		/** The gas of emissions; empty for what has none. */
		gas: text('gas', { enum: ['CO2', 'CO2e', ''] }).notNull(),
		fetchedAt: integer('fetched_at').notNull(),
		/** The address it was fetched from, or the name of the file. */
		origin: text('origin').notNull(),
		found: json<unknown>()('found').notNull()
	},
	(t) => [
		unique('source_release_subject').on(t.organisationId, t.source, t.municipalityCode, t.gas),
		oneOf('source_release', t.source, sourceNames),
		...wholeNumbers('source_release', t.fetchedAt)
	]
);

/** Kilograms of CO2e per krona of purchases, by category: a list that an organisation has taken in, under its own name. */
export const factorSet = sqliteTable(
	'factor_set',
	{
		id: text('id').primaryKey(),
		organisationId: text('organisation_id')
			.notNull()
			.references(() => organisation.id),
		createdAt: integer('created_at').notNull(),
		name: text('name').notNull(),
		priceYear: integer('price_year').notNull(),
		vat: text('vat', { enum: ['excluded', 'included'] }).notNull(),
		source: text('source').notNull(),
		factors: json<unknown>()('factors').notNull()
	},
	(t) => [
		unique('factor_set_name').on(t.organisationId, t.name),
		oneOf('factor_set', t.vat, ['excluded', 'included']),
		...wholeNumbers('factor_set', t.createdAt, t.priceYear)
	]
);

/** A year's purchases by category, summed from a ledger, and how they are turned into emissions. */
export const spendAnalysis = sqliteTable(
	'spend_analysis',
	{
		id: text('id').primaryKey(),
		organisationId: text('organisation_id').notNull(),
		planId: text('plan_id').notNull(),
		version: integer('version').notNull().default(1),
		createdAt: integer('created_at').notNull(),
		fileName: text('file_name').notNull(),
		year: integer('year').notNull(),
		vat: text('vat', { enum: ['excluded', 'included'] }).notNull(),
		ledger: json<unknown>()('ledger').notNull(),
		factorSetId: text('factor_set_id').references(() => factorSet.id),
		choices: json<unknown>()('choices').notNull()
	},
	(t) => [
		...belongsToPlan('spend_analysis', t),
		oneOf('spend_analysis', t.vat, ['excluded', 'included']),
		...wholeNumbers('spend_analysis', t.version, t.createdAt, t.year)
	]
);
