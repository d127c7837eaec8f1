import { Decimal } from '../../core/decimal.ts';
import type { Text } from '../../core/errors.ts';
import { readDecimal, typedNumber } from './amount.ts';
import type { FormValues } from './measure-form.ts';

/** The portfolio form: which measures (in.A04), moved by how many years (shift.A04), at what scale in per cent. */
export function readPortfolioForm(values: FormValues) {
	const errors: Record<string, Text> = {};
	const number = (name: string): Decimal | null => {
		const seen = readDecimal(Object.hasOwn(values, name) ? (values[name] ?? '') : '');
		if (seen.kind === 'problem') errors[name] = seen.expected;
		return seen.kind === 'value' ? seen.value : null;
	};
	const name = (values['name'] ?? '').trim();
	if (name === '')
		errors['name'] = {
			sv: 'Skriv vad portföljen heter.',
			en: 'Write what the portfolio is called.'
		};
	const measures = Object.keys(values).flatMap((field) =>
		field.startsWith('in.') ? field.slice('in.'.length) : []
	);
	const chosen = (kind: 'shift' | 'scale', per: number) =>
		Object.fromEntries(
			measures.flatMap((id) => {
				const value = number(`${kind}.${id}`);
				return value ? [[id, value.div(per).toNumber()]] : [];
			})
		);
	const file = { name, measures, shift: chosen('shift', 1), scale: chosen('scale', 100) };
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
