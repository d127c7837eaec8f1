import { integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { currencies } from '../../../core/plan/funding-rules.ts';
import { figureStatuses, roomFigures } from '../../../core/plan/room.ts';
import { decimalText, money, oneOf, wholeNumbers } from '../columns.ts';
import { ofPlan, placedInPlan, sourced } from './plan.ts';

export const taxBase = sqliteTable(
	'tax_base',
	{
		...ofPlan,
		municipalRate: decimalText('municipal_rate_percent').notNull(),
		rateSource: text('rate_source').notNull(),
		rateConfidence: text('rate_confidence').notNull(),
		taxBasePerInhabitant: money('tax_base_per_inhabitant_ore'),
		oneKronaYields: money('one_krona_yields_ore'),
		...sourced,
		note: text('note').notNull()
	},
	(t) => [
		...placedInPlan('tax_base', t),
		...wholeNumbers('tax_base', t.taxBasePerInhabitant, t.oneKronaYields)
	]
);

export const budgetYear = sqliteTable(
	'budget_year',
	{
		...ofPlan,
		year: integer('year').notNull(),
		ownInvestmentCapacity: money('own_investment_capacity_ore'),
		operatingFrame: money('operating_frame_ore'),
		...sourced
	},
	(t) => [
		...placedInPlan('budget_year', t),
		unique('budget_year_year').on(t.planId, t.year),
		...wholeNumbers('budget_year', t.year, t.ownInvestmentCapacity, t.operatingFrame)
	]
);

/** What the investment room of a year is made of; redirected frames may be several. */
export const budgetFigure = sqliteTable(
	'budget_figure',
	{
		...ofPlan,
		year: integer('year').notNull(),
		kind: text('kind', { enum: [...roomFigures, 'redirected'] }).notNull(),
		amount: money('amount_ore').notNull(),
		status: text('status', { enum: figureStatuses }).notNull(),
		source: text('source').notNull(),
		/** The budget that redirected money leaves. */
		fromBudget: text('from_budget')
	},
	(t) => [
		...placedInPlan('budget_figure', t),
		oneOf('budget_figure', t.kind, [...roomFigures, 'redirected']),
		oneOf('budget_figure', t.status, figureStatuses),
		...wholeNumbers('budget_figure', t.year, t.amount)
	]
);

/** The dated path of the carbon value, kr per tonne. */
export const carbonValuePoint = sqliteTable(
	'carbon_value_point',
	{
		...ofPlan,
		year: integer('year').notNull(),
		perTonne: money('per_tonne_ore').notNull(),
		source: text('source').notNull()
	},
	(t) => [
		...placedInPlan('carbon_value_point', t),
		...wholeNumbers('carbon_value_point', t.year, t.perTonne)
	]
);

/** De minimis aid received outside the plan, by the municipality and its companies. */
export const deMinimisAid = sqliteTable(
	'de_minimis_aid',
	{
		...ofPlan,
		recipient: text('recipient').notNull(),
		year: integer('year').notNull(),
		/** Whole öre or cent. */
		amount: money('amount_minor').notNull(),
		currency: text('currency', { enum: currencies }).notNull(),
		...sourced
	},
	(t) => [
		...placedInPlan('de_minimis_aid', t),
		oneOf('de_minimis_aid', t.currency, currencies),
		...wholeNumbers('de_minimis_aid', t.year, t.amount)
	]
);
