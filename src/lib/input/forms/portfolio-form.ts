import { Decimal } from '../../core/decimal.ts';
import { typedNumber } from './amount.ts';
import { fieldReader, type FormValues } from './field-reader.ts';

/** The portfolio form: which measures (in.A04), moved by how many years (shift.A04), at what scale in per cent. */
export function readPortfolioForm(values: FormValues) {
	const { errors, text, number, percent } = fieldReader(values);
	const name = text('name');
	if (name === '')
		errors['name'] = {
			sv: 'Skriv vad portföljen heter.',
			en: 'Write what the portfolio is called.'
		};
	const measures = Object.keys(values).flatMap((field) =>
		field.startsWith('in.') ? field.slice('in.'.length) : []
	);
	const chosen = (kind: 'shift' | 'scale', read: (name: string) => number | null) =>
		Object.fromEntries(
			measures.flatMap((id) => {
				const value = text(`${kind}.${id}`) === '' ? null : read(`${kind}.${id}`);
				return value === null ? [] : [[id, value]];
			})
		);
	for (const [field, value] of Object.entries(values)) {
		const [, id] = /^(?:shift|scale)\.(.+)$/s.exec(field) ?? [];
		if (id !== undefined && value.trim() !== '' && !measures.includes(id))
			errors[field] = {
				sv: 'Åtgärden ingår inte. Kryssa i den, eller töm rutan.',
				en: 'The measure is not included. Tick it, or empty the field.'
			};
	}
	const file = {
		name,
		measures,
		shift: chosen('shift', number),
		scale: chosen('scale', (name) => percent(name, 0, 10_000))
	};
	return { file, errors, values };
}

/** A portfolio of the plan file as the form shows it. */
export function portfolioFormValues(file: Readonly<Record<string, unknown>>): FormValues {
	const { name, measures, shift, scale } = file as {
		name: string;
		measures: string[];
		shift: Record<string, number>;
		scale: Record<string, number>;
	};
	return Object.fromEntries([
		['name', name],
		...measures.map((id) => [`in.${id}`, 'on']),
		...Object.entries(shift).map(([id, years]) => [`shift.${id}`, typedNumber(new Decimal(years))]),
		...Object.entries(scale).map(([id, factor]) => [
			`scale.${id}`,
			typedNumber(new Decimal(factor).times(100))
		])
	]) as FormValues;
}
