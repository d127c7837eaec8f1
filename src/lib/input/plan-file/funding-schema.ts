import { z } from 'zod';
import { currencies, evidences } from '../../core/plan/funding-rules.ts';
import { fundingStatuses } from '../../core/plan/plan.ts';
import { instruments, programmeLevels, programmeStatuses } from '../../core/plan/programme.ts';
import { amount, bilingual, day, id, list, orNull, share, sourced, text, year } from './fields.ts';
import { fundingRule } from './rule-schema.ts';

/** Funding in a plan file: programmes of the plan's own, and the lines of money. */

export const programme = z.strictObject({
	id,
	name: bilingual,
	funder: text.default(''),
	level: z.enum(programmeLevels),
	instrument: z.enum(instruments),
	geography: list(text).default(['SE']),
	maxSupportShare: orNull(share),
	euBudget: z.boolean().default(false),
	status: z.enum(programmeStatuses).default('unknown'),
	asOf: text.default(''),
	source: text.default(''),
	confidence: z.enum(evidences).optional(),
	rules: list(fundingRule, 200).optional()
});

export const fundingLine = z.strictObject({
	id,
	measure: id,
	costItem: id,
	programme: id,
	status: z.enum(fundingStatuses),
	probability: share,
	amounts: list(
		z.strictObject({
			year,
			amount: amount.nullable(),
			currency: z.enum(currencies).default('SEK')
		}),
		200
	),
	note: text.default(''),
	carryForward: z.boolean().optional(),
	paidAfterYears: z.int('whole').min(0, 'not-negative').max(20, 'at-most-20').optional(),
	eligibleCost: amount.optional(),
	applied: day.optional(),
	decision: z.strictObject({ caseNumber: text.min(1, 'not-empty'), date: day }).optional(),
	...sourced
});
