import { z } from 'zod';
import type { Call } from '../../core/plan/call.ts';
import { currencies, evidences } from '../../core/plan/funding-rules.ts';
import type { Programme } from '../../core/plan/programme.ts';
import { bilingual, day, id, list, longText, orNull, amount, text } from '../plan-file/fields.ts';
import { programme } from '../plan-file/funding-schema.ts';

/** What the catalogue keeps of a programme: the form of a plan file, and what is told of it besides its rules. */
export const programmeDocument = programme.extend({
	about: z.strictObject({
		legalBasis: list(text, 50),
		statusNote: longText,
		note: longText,
		sources: list(
			z.strictObject({
				url: text,
				/** Whether the page itself was read. */
				seen: z.boolean(),
				date: orNull(text)
			}),
			50
		)
	})
});
export type ProgrammeDocument = z.input<typeof programmeDocument>;

/** A day of years that calendar programs know. */
const callDay = day.refine((one) => one >= '1900' && one < '2201', 'day');

export const callDocument = z.strictObject({
	id,
	programme: id,
	name: bilingual,
	opens: orNull(callDay),
	closes: orNull(callDay),
	decides: orNull(callDay),
	envelope: orNull(amount),
	currency: z.enum(currencies),
	note: longText,
	source: text,
	asOf: text,
	confidence: z.enum(evidences)
});
export type CallDocument = z.input<typeof callDocument>;

/** Throws ZodError for what is no such document. */
export function programmeOf(document: unknown): Programme {
	const { about: _, ...fields } = programmeDocument.parse(document);
	return { origin: 'catalogue', ...fields };
}

export function callOf(document: unknown): Call {
	return callDocument.parse(document);
}
