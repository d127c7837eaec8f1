import { z } from 'zod';
import { unitKinds } from '../../core/plan/funding-rules.ts';
import { costKinds, followed, payers } from '../../core/plan/plan.ts';
import {
	amount,
	anyTonnes,
	bilingual,
	id,
	list,
	longText,
	mwh,
	orNull,
	range,
	rate,
	share,
	sourced,
	text,
	wholeYears,
	year,
	yearAmount
} from './fields.ts';
import { facts } from './rule-schema.ts';

/** A measure of a plan file: its costs, its effects, and what it hangs together with. */

const costBase = {
	costKind: orNull(z.enum(costKinds)),
	payer: z.enum(payers)
};
const costEnd = {
	depreciationYears: orNull(wholeYears),
	follows: z.enum(followed).optional(),
	referenceCost: amount.optional(),
	units: z
		.strictObject({
			count: z.int('whole').min(0, 'not-negative').max(1_000_000_000_000, 'not-negative'),
			of: z.enum(unitKinds)
		})
		.optional(),
	possiblySecret: z.boolean().optional(),
	basis: text.default(''),
	...sourced
};

const oneOffCost = z.strictObject({
	id,
	kind: z.enum(['capex', 'opex', 'saving', 'revenue']),
	...costBase,
	amount: amount.nullable(),
	years: list(yearAmount, 200).default([]),
	...costEnd
});

const yearlyCost = z.strictObject({
	id,
	kind: z.enum(['opex', 'saving', 'revenue']),
	...costBase,
	amountPerYear: amount.nullable(),
	from: year,
	to: year,
	growth: rate.prefault(0),
	...costEnd
});

const period = {
	from: year,
	to: year,
	rampYears: z.int('whole').min(0, 'not-negative').max(100, 'at-most-100').default(1)
};
const effectEnd = { ...period, basis: text.default(''), ...sourced };

const directEffect = z.strictObject({
	kind: z.literal('direct'),
	pool: id,
	tonnesPerYear: anyTonnes.nullable(),
	...effectEnd
});

const energyEffect = z.strictObject({
	kind: z.literal('energy'),
	pool: id,
	carrier: id,
	mwhPerYear: mwh.nullable(),
	...effectEnd
});

export const measure = z.strictObject({
	id,
	name: bilingual,
	description: longText.default(''),
	sector: orNull(id),
	theme: text.default(''),
	owner: text.default(''),
	status: z.enum(['idea', 'planned', 'approved', 'ongoing', 'done', 'cancelled']),
	startYear: year,
	earliestStart: year.optional(),
	latestStart: year.optional(),
	lifetimeYears: orNull(wholeYears),
	costs: list(z.union([oneOffCost, yearlyCost]), 200),
	effects: list(z.discriminatedUnion('kind', [directEffect, energyEffect]), 100).nullable(),
	uncertainty: orNull(
		z.strictObject({ capex: range.optional(), opex: range.optional(), effect: range.optional() })
	),
	excludes: list(id, 100).default([]),
	requires: list(id, 100).default([]),
	jointWith: list(
		z.strictObject({
			municipality: text,
			share
		})
	).default([]),
	commitments: list(text, 100).default([]),
	sdg: list(text, 200).default([]),
	coBenefits: list(text, 100).default([]),
	facts: facts.optional(),
	possiblySecret: z.boolean().optional(),
	sources: list(z.strictObject({ text, url: orNull(text), confidence: text.default('') })).default(
		[]
	)
});
