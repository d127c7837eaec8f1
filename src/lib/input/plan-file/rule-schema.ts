import { z } from 'zod';
import {
	applicantKinds,
	callModes,
	costBases,
	currencies,
	evidences,
	paymentTimings,
	programmeCosts,
	unitKinds
} from '../../core/plan/funding-rules.ts';
import { wrongAnswer } from '../../core/plan/facts.ts';
import { day, id, list, plainAmount, text } from './fields.ts';

/** Rules of funding programmes in a plan file, and the facts that they ask for. */

const answer = z.union([z.boolean(), text]);

/** Facts by key; what the program knows of must be answered as it asks. */
export const facts = z
	.record(id, answer)
	.refine((told) => Object.keys(told).length <= 200, 'list-too-long')
	.superRefine((told, context) => {
		for (const [key, value] of Object.entries(told))
			if (wrongAnswer(key, value))
				context.addIssue({ code: 'custom', path: [key], message: 'fact', input: value });
	});

const when = z.record(id, answer);
const fraction = z.number('number').min(0, 'fraction').max(1, 'fraction');
const currency = z.enum(currencies);
const rule = <Kind extends string, Fields extends z.ZodRawShape>(kind: Kind, fields: Fields) =>
	z.strictObject({
		kind: z.literal(kind),
		...fields,
		source: text.default(''),
		asOf: text.default(''),
		confidence: z.enum(evidences).default('from-knowledge'),
		validFrom: day.optional(),
		validTo: day.optional(),
		datedBy: z.literal('decision').optional()
	});

export const fundingRule = z.discriminatedUnion('kind', [
	rule('share', {
		share: fraction,
		of: z.enum(costBases).default('eligible-cost'),
		role: z.enum(['ceiling', 'add-on', 'outer']).default('ceiling'),
		when: when.optional(),
		note: text.optional()
	}),
	rule('unit-cap', { amount: plainAmount, currency, per: z.enum(unitKinds) }),
	rule('amount-range', {
		min: plainAmount.nullable().default(null),
		max: plainAmount.nullable().default(null),
		currency,
		of: z.enum(['grant', 'project']).default('grant')
	}),
	rule('public-ceiling', { share: fraction, scope: z.enum(['item', 'measure']) }),
	rule('own-share', { share: fraction }),
	rule('exclusive', {
		group: id.nullable().default(null),
		others: list(id, 500).nullable().default(null)
	}),
	rule('deduction', {}),
	rule('co-financing', {}),
	rule('applicant', { kinds: list(z.enum(applicantKinds), 20), note: text.default('') }),
	rule('geography', { counties: list(text, 50) }),
	rule('theme', { themes: list(id, 50) }),
	rule('cost-kind', { costs: list(z.enum(programmeCosts), 4) }),
	rule('start', { after: z.enum(['application', 'decision']) }),
	rule('legal-duty', {}),
	rule('profitability', {}),
	rule('counter-performance', { fact: id }),
	rule('prerequisite', { fact: id }),
	rule('population', { min: z.int('whole').min(0, 'not-negative') }),
	rule('leverage', { min: plainAmount, currency }),
	rule('window', {
		mode: z.enum(callModes),
		months: list(z.int('whole').min(1, 'month').max(12, 'month'), 12).default([])
	}),
	rule('scarcity', { ranking: text }),
	rule('payment', {
		timing: z.enum(paymentTimings),
		maxAdvanceShare: fraction.nullable().default(null),
		note: text.default('')
	}),
	rule('repaid', {}),
	rule('formula-income', {}),
	rule('state-aid', { articles: list(id, 50) }),
	rule('duration', {
		minMonths: z.int('whole').min(0, 'not-negative').nullable().default(null),
		maxMonths: z.int('whole').min(0, 'not-negative').nullable().default(null)
	})
]);
