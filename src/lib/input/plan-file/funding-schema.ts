import { z } from 'zod';
import { Decimal } from '../../core/decimal.ts';
import { currencies, evidences } from '../../core/plan/funding-rules.ts';
import { fundingStatuses } from '../../core/plan/plan.ts';
import { instruments, programmeLevels, programmeStatuses } from '../../core/plan/programme.ts';
import {
	amount,
	bilingual,
	day,
	id,
	list,
	longText,
	orNull,
	share,
	sourced,
	text,
	wholeYears,
	year
} from './fields.ts';
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

const delay = z.int('whole').min(0, 'not-negative').max(20, 'at-most-20');
const decision = z.strictObject({ caseNumber: text.min(1, 'not-empty'), date: day });

export const application = z.strictObject({
	id,
	name: text,
	programme: id,
	call: id.optional(),
	status: z.enum(fundingStatuses),
	probability: share,
	applied: day.optional(),
	decides: day.optional(),
	decision: decision.optional(),
	asked: amount.optional(),
	payout: z
		.strictObject({
			advanceShare: share.default(new Decimal(0)),
			afterYears: delay.default(0),
			lastShare: share.default(new Decimal(0)),
			lastAfterYears: delay.default(0)
		})
		.optional(),
	responsible: text.default(''),
	reports: list(
		z.strictObject({
			due: day,
			what: text.min(1, 'not-empty'),
			isDone: z.boolean().default(false)
		}),
		50
	).default([]),
	note: longText.default(''),
	...sourced
});

/** What a line's application says is not said by the line (consistency sees to it). */
export const fundingLine = z.strictObject({
	id,
	measure: id,
	costItem: id,
	programme: id,
	application: id.optional(),
	status: z.enum(fundingStatuses).optional(),
	probability: share.optional(),
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
	paidAfterYears: delay.optional(),
	loanRate: share.optional(),
	loanYears: wholeYears.optional(),
	eligibleCost: amount.optional(),
	possiblySecret: z.boolean().optional(),
	applied: day.optional(),
	decision: decision.optional(),
	...sourced
});
