import type { Text } from '../../core/errors.ts';
import { day } from '../plan-file/fields.ts';
import { fieldReader, type FieldReader, type FormValues } from './field-reader.ts';

/** Who decides: a committee (nämnd) by its name, the executive board (kommunstyrelse), or the council (fullmäktige). */
export const bodies = ['committee', 'executive', 'council'] as const;
export type Deciding = { readonly kind: (typeof bodies)[number]; readonly name: string };

/** What a political body did: took it, turned it down, or sent it back. */
export const outcomes = ['approved', 'rejected', 'returned'] as const;
export type Outcome = (typeof outcomes)[number];

export type ProposalForm = { readonly caseNumber: string; readonly body: Deciding };

/** The form that proposes a decision. */
export function readProposal(values: FormValues) {
	const form = fieldReader(values);
	const caseNumber = form.text('caseNumber');
	if (!/\d/.test(caseNumber) || /\n/.test(caseNumber) || caseNumber.length > MOST_CHARACTERS)
		form.errors['caseNumber'] = CASE_NUMBER;
	return { proposal: { caseNumber, body: bodyOf(form) }, errors: form.errors };
}

export type DecisionMade = {
	readonly body: Deciding;
	readonly date: string;
	readonly paragraph: string;
	readonly outcome: Outcome;
};

/** The form that records what a political body decided, from the day on which it was frozen to today. */
export function readDecisionMade(
	values: FormValues,
	{ from, to }: { readonly from: string; readonly to: string }
) {
	const form = fieldReader(values);
	const date = form.text('date');
	if (!day.safeParse(date).success || date > to) form.errors['date'] = DATE;
	else if (date < from) form.errors['date'] = tooEarly(from);
	const paragraph = /^§?\s*(\d{1,4}\s?[a-zåäö]?)$/i.exec(form.text('paragraph'))?.[1] ?? '';
	if (paragraph === '') form.errors['paragraph'] = PARAGRAPH;
	const outcome = outcomes.find((one) => one === form.text('outcome'));
	if (outcome === undefined) form.errors['outcome'] = CHOOSE;
	const made: DecisionMade = {
		body: bodyOf(form),
		date,
		paragraph,
		outcome: outcome ?? 'returned'
	};
	return { made, errors: form.errors };
}

function bodyOf(form: FieldReader): Deciding {
	const kind = bodies.find((one) => one === form.text('body'));
	const name = form.text('bodyName').replace(/\s+/g, ' ').slice(0, MOST_CHARACTERS);
	if (kind === undefined) form.errors['body'] = CHOOSE;
	if (kind === 'committee' && name === '') form.errors['bodyName'] = COMMITTEE;
	return { kind: kind ?? 'council', name: kind === 'committee' ? name : '' };
}

const MOST_CHARACTERS = 100;
const CASE_NUMBER: Text = {
	sv: 'Skriv ärendets diarienummer, till exempel KS 2026/123.',
	en: 'Write the case number, such as KS 2026/123.'
};
const DATE: Text = {
	sv: 'Skriv dagen för beslutet, till exempel 2026-11-23. Den får inte ligga framåt i tiden.',
	en: 'Write the day of the decision, such as 2026-11-23. It must not lie ahead.'
};
const tooEarly = (from: string): Text => ({
	sv: `Beslutet kan inte vara fattat före ${from}, då underlaget frystes.`,
	en: `The decision cannot have been taken before ${from}, when its basis was frozen.`
});
const PARAGRAPH: Text = {
	sv: 'Skriv paragrafens nummer i protokollet, till exempel § 123.',
	en: 'Write the number of the paragraph in the minutes, such as § 123.'
};
const CHOOSE: Text = { sv: 'Välj ett av alternativen.', en: 'Choose one of them.' };
const COMMITTEE: Text = {
	sv: 'Skriv vilken nämnd det är, till exempel Tekniska nämnden.',
	en: 'Write which committee it is, such as Tekniska nämnden.'
};
