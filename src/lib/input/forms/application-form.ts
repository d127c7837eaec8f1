import { Decimal } from '../../core/decimal.ts';
import { typedNumber } from './amount.ts';
import { day } from '../plan-file/fields.ts';
import { fieldReader, rowsOf, type FieldReader, type FormValues } from './field-reader.ts';
import { optional } from './funding-row.ts';

/** So many duties to report fit in the form beside those that are there. */
export const NEW_REPORTS = 2;

/** The form of an application; its lines are edited at their measures. */
export function readApplicationForm(values: FormValues) {
	const form = fieldReader(values);
	const { errors, text } = form;
	if (text('name') === '')
		errors['name'] = {
			sv: 'Skriv vad ansökan heter.',
			en: 'Write what the application is called.'
		};
	const [caseNumber, date] = [text('decision.caseNumber'), text('decision.date')];
	const optionalText = (name: string) => optional(name, text(name) || null);
	const file = {
		name: text('name'),
		programme: text('programme'),
		...optionalText('call'),
		status: text('status'),
		probability: form.percent('probability'),
		...optionalText('applied'),
		...optionalText('decides'),
		...((caseNumber || date) && { decision: { caseNumber, date } }),
		...optional('asked', form.amount('asked')),
		...payout(form),
		responsible: text('responsible'),
		reports: rowsOf(values, 'reports').flatMap((row) => {
			const [due, what] = [text(`reports.${row}.due`), text(`reports.${row}.what`)];
			if (due === '' && what === '') return [];
			if (!day.safeParse(due).success) errors[`reports.${row}.due`] = A_DAY;
			if (what === '') errors[`reports.${row}.what`] = SAY_WHAT;
			return [{ due, what, isDone: text(`reports.${row}.isDone`) !== '' }];
		}),
		note: text('note'),
		source: text('source'),
		confidence: text('confidence')
	};
	return { file, errors, values };
}

/** When the money is paid; all fields empty: the application does not say. */
function payout(form: FieldReader) {
	if (PAYOUT.every((field) => form.text(`payout.${field}`) === '')) return {};
	return {
		payout: {
			advanceShare: form.percent('payout.advanceShare'),
			afterYears: form.years('payout.afterYears') ?? 0,
			lastShare: form.percent('payout.lastShare'),
			lastAfterYears: form.years('payout.lastAfterYears') ?? 0
		}
	};
}

const PAYOUT = ['advanceShare', 'afterYears', 'lastShare', 'lastAfterYears'] as const;

const A_DAY = {
	sv: 'ska vara en dag, till exempel 2027-03-31',
	en: 'must be a day, such as 2027-03-31'
};
const SAY_WHAT = { sv: 'Skriv vad som ska redovisas.', en: 'Write what is to be reported.' };

/** An application of the plan file as the form shows it. */
export function applicationFormValues(file: Readonly<Record<string, unknown>>): FormValues {
	const {
		reports,
		decision,
		probability,
		asked,
		payout: paid,
		...plain
	} = file as {
		readonly reports: readonly { due: string; what: string; isDone: boolean }[];
		readonly decision?: { readonly caseNumber: string; readonly date: string };
		readonly probability: number;
		readonly asked?: string;
		readonly payout?: Readonly<Record<(typeof PAYOUT)[number], number>>;
	};
	const values: Record<string, string> = {};
	for (const [name, value] of Object.entries(plain))
		if (typeof value === 'string' && name !== 'id') values[name] = value;
	values['probability'] = typedNumber(new Decimal(probability).times(100));
	if (asked !== undefined) values['asked'] = typedNumber(new Decimal(asked));
	if (decision) {
		values['decision.caseNumber'] = decision.caseNumber;
		values['decision.date'] = decision.date;
	}
	for (const field of paid ? PAYOUT : [])
		values[`payout.${field}`] = typedNumber(
			new Decimal(paid?.[field] ?? 0).times(field.endsWith('Share') ? 100 : 1)
		);
	reports.forEach(({ due, what, isDone }, row) => {
		values[`reports.${row}.due`] = due;
		values[`reports.${row}.what`] = what;
		if (isDone) values[`reports.${row}.isDone`] = 'on';
	});
	return values;
}
