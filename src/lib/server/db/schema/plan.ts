import {
	foreignKey,
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	unique,
	type AnySQLiteColumn
} from 'drizzle-orm/sqlite-core';
import {
	DEFAULT_METHOD,
	capitalCostRules,
	creditOrders,
	creditRules,
	interestBases,
	residualValueRules,
	timings
} from '../../../core/plan/method-settings.ts';
import type { Facts } from '../../../core/plan/facts.ts';
import { evidences, type FundingRule } from '../../../core/plan/funding-rules.ts';
import { factorKinds } from '../../../core/plan/plan.ts';
import { instruments, programmeLevels, programmeStatuses } from '../../../core/plan/programme.ts';
import { decimalText, json, kilograms, money, oneOf, textList, wholeNumbers } from '../columns.ts';
import { organisation } from './people.ts';

export const gases = ['CO2', 'CO2e'] as const;

export const plan = sqliteTable(
	'plan',
	{
		id: text('id').notNull(),
		organisationId: text('organisation_id')
			.notNull()
			.references(() => organisation.id),
		version: integer('version').notNull().default(1),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		/** Set while the plan is removed and can still be brought back. */
		removedAt: integer('removed_at'),
		name: text('name').notNull(),
		isIllustrative: integer('is_illustrative', { mode: 'boolean' }).notNull(),
		schemaNotes: textList('schema_notes').notNull(),
		disclaimerSv: text('disclaimer_sv'),
		disclaimerEn: text('disclaimer_en'),
		municipalityCode: text('municipality_code').notNull(),
		municipalityName: text('municipality_name').notNull(),
		county: text('county').notNull(),
		/** What funding rules ask of the municipality; null: nothing said. */
		facts: json<Facts>()('municipality_facts'),
		currency: text('currency', { enum: ['SEK'] }).notNull(),
		priceYear: integer('price_year').notNull(),
		vat: text('vat', { enum: ['excluded', 'included'] }).notNull(),
		firstYear: integer('first_year').notNull(),
		lastYear: integer('last_year').notNull(),
		discountRate: decimalText('discount_rate').notNull(),
		discountRateSource: text('discount_rate_source').notNull(),
		discountRateConfidence: text('discount_rate_confidence').notNull(),
		internalRate: decimalText('internal_rate').notNull(),
		internalRateSource: text('internal_rate_source').notNull(),
		internalRateConfidence: text('internal_rate_confidence').notNull(),
		carbonValuePerTonne: money('carbon_value_per_tonne_ore').notNull(),
		carbonValueGrowth: decimalText('carbon_value_growth').notNull(),
		carbonValueSource: text('carbon_value_source').notNull(),
		carbonValueConfidence: text('carbon_value_confidence').notNull(),
		euroRate: decimalText('euro_rate'),
		euroRateSource: text('euro_rate_source').notNull(),
		timing: text('timing', { enum: timings }).notNull().default(DEFAULT_METHOD.timing),
		residualValue: text('residual_value_rule', { enum: residualValueRules })
			.notNull()
			.default(DEFAULT_METHOD.residualValue),
		capitalCost: text('capital_cost_rule', { enum: capitalCostRules })
			.notNull()
			.default(DEFAULT_METHOD.capitalCost),
		interestBase: text('interest_base', { enum: interestBases })
			.notNull()
			.default(DEFAULT_METHOD.interestBase),
		credit: text('credit_rule', { enum: creditRules }).notNull().default(DEFAULT_METHOD.credit),
		creditOrder: text('credit_order', { enum: creditOrders })
			.notNull()
			.default(DEFAULT_METHOD.creditOrder),
		sectorCap: integer('has_sector_cap', { mode: 'boolean' }).notNull().default(false),
		carryCapacity: integer('carries_capacity', { mode: 'boolean' }).notNull().default(false)
	},
	(t) => [
		primaryKey({ columns: [t.id] }),
		unique('plan_organisation').on(t.organisationId, t.id),
		...wholeNumbers(
			'plan',
			...[t.version, t.createdAt, t.updatedAt, t.removedAt, t.isIllustrative],
			...[t.priceYear, t.firstYear, t.lastYear, t.carbonValuePerTonne]
		)
	]
);

/** Columns of everything that belongs to a plan; position keeps the order of the plan file. */
export const ofPlan = {
	organisationId: text('organisation_id').notNull(),
	planId: text('plan_id').notNull(),
	position: integer('position').notNull()
};
export const sourced = {
	source: text('source').notNull(),
	confidence: text('confidence').notNull()
};

type OfPlan = Record<keyof typeof ofPlan, AnySQLiteColumn>;
type InPlan = Omit<OfPlan, 'position'> & { readonly position?: AnySQLiteColumn };

/** Ties a row to the plan of its own organisation: a plan id of another organisation cannot be stored. */
export function belongsToPlan(table: string, t: InPlan) {
	return [
		foreignKey({
			columns: [t.organisationId, t.planId],
			foreignColumns: [plan.organisationId, plan.id]
		}).onDelete('cascade'),
		index(`${table}_plan`).on(t.organisationId, t.planId),
		...(t.position ? wholeNumbers(table, t.position) : [])
	];
}

/** The same, for rows known by their place alone. */
export function placedInPlan(table: string, t: OfPlan) {
	return [primaryKey({ columns: [t.planId, t.position] }), ...belongsToPlan(table, t)];
}

export const population = sqliteTable(
	'population',
	{
		...ofPlan,
		year: integer('year').notNull(),
		persons: integer('persons').notNull(),
		...sourced
	},
	(t) => [...placedInPlan('population', t), ...wholeNumbers('population', t.year, t.persons)]
);

export const inventoryRow = sqliteTable(
	'inventory_row',
	{
		...ofPlan,
		gas: text('gas', { enum: gases }).notNull(),
		year: integer('year').notNull(),
		sector: text('sector').notNull(),
		tonnes: kilograms('kilograms').notNull(),
		vintage: text('vintage').notNull(),
		pinned: integer('pinned', { mode: 'boolean' }),
		...sourced
	},
	(t) => [
		...placedInPlan('inventory_row', t),
		oneOf('inventory_row', t.gas, gases),
		...wholeNumbers('inventory_row', t.year, t.tonnes, t.pinned)
	]
);

export const statedShare = sqliteTable(
	'stated_share',
	{
		...ofPlan,
		sector: text('sector').notNull(),
		gas: text('gas', { enum: gases }).notNull(),
		year: integer('year'),
		sharePct: decimalText('share_percent').notNull(),
		...sourced
	},
	(t) => [
		...placedInPlan('stated_share', t),
		oneOf('stated_share', t.gas, gases),
		...wholeNumbers('stated_share', t.year)
	]
);

export const referencePath = sqliteTable(
	'reference_path',
	{
		...ofPlan,
		sector: text('sector').notNull(),
		baseYear: integer('base_year').notNull(),
		vintage: text('vintage').notNull(),
		yearlyChange: decimalText('yearly_change').notNull(),
		co2Share: decimalText('co2_share').notNull(),
		...sourced,
		note: text('note').notNull()
	},
	(t) => [...placedInPlan('reference_path', t), ...wholeNumbers('reference_path', t.baseYear)]
);

export const target = sqliteTable(
	'target',
	{
		...ofPlan,
		id: text('key').notNull(),
		name: text('name').notNull(),
		scope: text('scope', { enum: ['territorial', 'consumption'] }).notNull(),
		gas: text('gas', { enum: gases }).notNull(),
		type: text('type', {
			enum: ['relative-reduction', 'absolute-ceiling', 'absolute-ceiling-per-person', 'vision']
		}).notNull(),
		value: decimalText('value'),
		baseYear: integer('base_year'),
		baseTonnes: kilograms('base_kilograms'),
		baseValue: decimalText('base_value'),
		targetYear: integer('target_year').notNull(),
		targetTonnes: kilograms('target_kilograms'),
		...sourced,
		note: text('note')
	},
	(t) => [
		...placedInPlan('target', t),
		unique('target_key').on(t.planId, t.id),
		oneOf('target', t.gas, gases),
		...wholeNumbers('target', t.baseYear, t.baseTonnes, t.targetYear, t.targetTonnes)
	]
);

export const emissionFactor = sqliteTable(
	'emission_factor',
	{
		...ofPlan,
		carrier: text('carrier').notNull(),
		unit: text('unit').notNull(),
		kind: text('kind', { enum: factorKinds }),
		vintage: text('vintage'),
		...sourced,
		note: text('note').notNull()
	},
	(t) => [
		...placedInPlan('emission_factor', t),
		unique('emission_factor_carrier').on(t.planId, t.carrier)
	]
);

export const emissionFactorPoint = sqliteTable(
	'emission_factor_point',
	{
		...ofPlan,
		carrier: text('carrier').notNull(),
		year: integer('year').notNull(),
		value: decimalText('value').notNull(),
		/** Null: that of the whole series. */
		source: text('source')
	},
	(t) => [
		...placedInPlan('emission_factor_point', t),
		foreignKey({
			columns: [t.planId, t.carrier],
			foreignColumns: [emissionFactor.planId, emissionFactor.carrier]
		}).onDelete('cascade'),
		...wholeNumbers('emission_factor_point', t.year)
	]
);

export const pool = sqliteTable(
	'pool',
	{
		...ofPlan,
		id: text('key').notNull(),
		sector: text('sector'),
		gas: text('gas', { enum: gases }).notNull(),
		tonnes: kilograms('kilograms'),
		baseYear: integer('base_year').notNull(),
		source: text('source').notNull()
	},
	(t) => [
		...placedInPlan('pool', t),
		unique('pool_key').on(t.planId, t.id),
		oneOf('pool', t.gas, gases),
		...wholeNumbers('pool', t.tonnes, t.baseYear)
	]
);

/** Programmes that a plan carries itself; the shared catalogue is not copied into plans. */
export const planProgramme = sqliteTable(
	'plan_programme',
	{
		...ofPlan,
		id: text('key').notNull(),
		nameSv: text('name_sv').notNull(),
		nameEn: text('name_en').notNull(),
		funder: text('funder').notNull(),
		level: text('level', { enum: programmeLevels }).notNull(),
		instrument: text('instrument', { enum: instruments }).notNull(),
		geography: textList('geography').notNull(),
		maxSupportShare: decimalText('max_support_share'),
		euBudget: integer('eu_budget', { mode: 'boolean' }).notNull(),
		status: text('status', { enum: programmeStatuses }).notNull(),
		asOf: text('as_of').notNull(),
		source: text('source').notNull(),
		confidence: text('confidence', { enum: evidences }),
		/** Null: none stated beside the columns above. */
		rules: json<readonly FundingRule[]>()('rules')
	},
	(t) => [
		...placedInPlan('plan_programme', t),
		unique('plan_programme_key').on(t.planId, t.id),
		oneOf('plan_programme', t.instrument, instruments),
		...wholeNumbers('plan_programme', t.euBudget)
	]
);
