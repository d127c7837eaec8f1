import { Decimal } from '../../core/decimal.ts';
import { typedNumber } from '../forms/amount.ts';
import { fieldReader, type FormValues } from '../forms/field-reader.ts';
import type { CallDocument } from './documents.ts';
import { dayOrNull } from './programme-form.ts';

/** The form of a call to its document. */
export function readCallForm(values: FormValues, before: CallDocument | null) {
	const form = fieldReader(values);
	const { errors, text } = form;
	const nameSv = text('nameSv');
	if (nameSv === '')
		errors['nameSv'] = { sv: 'Skriv vad utlysningen heter.', en: 'Write what the call is called.' };
	if (text('programme') === '')
		errors['programme'] = {
			sv: 'Välj det program som utlysningen hör till.',
			en: 'Choose the programme that the call belongs to.'
		};
	const [opens, closes] = [dayOrNull(form, 'opens'), dayOrNull(form, 'closes')];
	if (opens !== null && closes !== null && closes < opens)
		errors['closes'] = {
			sv: `ska vara samma dag som den öppnar (${opens}) eller senare`,
			en: `must be the day on which it opens (${opens}) or later`
		};
	const document: CallDocument = {
		id: before?.id ?? '',
		programme: text('programme'),
		name: { sv: nameSv, en: text('nameEn') || nameSv },
		opens,
		closes,
		decides: dayOrNull(form, 'decides'),
		envelope: form.amount('envelope'),
		currency: text('currency') === 'EUR' ? 'EUR' : 'SEK',
		note: text('note'),
		source: text('source'),
		asOf: text('asOf'),
		confidence: text('confidence') as CallDocument['confidence']
	};
	return { document, errors, values };
}

/** A call as its form shows it. */
export function callFormValues(document: CallDocument): FormValues {
	return {
		nameSv: document.name.sv,
		nameEn: document.name.en,
		programme: document.programme,
		opens: document.opens ?? '',
		closes: document.closes ?? '',
		decides: document.decides ?? '',
		envelope: document.envelope ? typedNumber(new Decimal(document.envelope)) : '',
		currency: document.currency,
		note: document.note,
		source: document.source,
		asOf: document.asOf,
		confidence: document.confidence
	};
}
