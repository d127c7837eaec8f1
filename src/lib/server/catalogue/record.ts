import { z } from 'zod';
import {
	applicantKinds,
	callModes,
	costBases,
	currencies,
	evidences,
	paymentTimings,
	programmeCosts
} from '../../core/plan/funding-rules.ts';
import { instruments, programmeLevels, programmeStatuses } from '../../core/plan/programme.ts';

/** A record of the catalogue's file: what is known of a programme, in the words of the file. */
export const record = z.object({
	id: z.string(),
	name_sv: z.string(),
	name_en: z.string(),
	funder: z.string(),
	level: z.enum(programmeLevels),
	instrument: z.enum(instruments),
	legal_basis: z.array(z.string()),
	state_aid_rules: z.array(z.string()),
	eligible_applicants: z.array(z.enum(applicantKinds)),
	applicant_note: z.string(),
	geography: z.array(z.string()),
	sectors: z.array(z.string()),
	eligible_costs: z.array(z.enum(programmeCosts)),
	cost_base: z.enum(costBases),
	max_support_share: z.number().nullable(),
	min_amount: z.number().nullable(),
	max_amount: z.number().nullable(),
	amount_currency: z.enum(currencies).nullable(),
	amount_basis: z.string().nullable(),
	unit_cap: z
		.object({ amount: z.number(), currency: z.enum(currencies), per: z.string() })
		.nullable(),
	min_duration_months: z.number().nullable(),
	max_duration_months: z.number().nullable(),
	call_mode: z.enum(callModes),
	call_months: z.array(z.number()),
	stacking: z.object({
		allowed: z.enum(['yes', 'no', 'conditional', 'unknown']),
		note: z.string()
	}),
	exclusions: z.array(z.string()),
	payment: z.object({
		timing: z.enum(paymentTimings),
		max_advance_share: z.number().nullable(),
		note: z.string()
	}),
	ranking: z.string(),
	conditions: z.array(z.string()),
	status_2025_26: z.enum(programmeStatuses),
	as_of: z.string(),
	confidence: z.enum(evidences),
	verified_fields: z.array(z.string()),
	status_note: z.string(),
	note: z.string(),
	sources: z.array(
		z.object({ url: z.string(), seen: z.boolean(), source_date: z.string().nullable() })
	)
});
export type CatalogueRecord = z.output<typeof record>;
export type ExclusionGroup = { readonly id: string; readonly members: readonly string[] };
