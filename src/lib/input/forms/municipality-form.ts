import { Decimal } from '../../core/decimal.ts';
import type { Problem } from '../../core/plan/problem.ts';
import { typedNumber } from './amount.ts';
import { fieldReader, rowsOf, type FormValues } from './field-reader.ts';
import { factsOf } from './measure-form.ts';
import { FILL_IN, TWICE } from './settings-form.ts';

type Section = Readonly<Record<string, unknown>>;

/** Fields of the rows that the form has; a row in which all are empty is none. */
export const populationFields = ['year', 'persons', 'source'] as const;
export const aidFields = ['recipient', 'year', 'amount', 'source'] as const;

/** The form about the municipality, with its code and name as they stand. */
export function readMunicipalityForm(values: FormValues, stored: Section) {
	const form = fieldReader(values);
	const { errors, text } = form;
	const filled = (list: string, fields: readonly string[]) =>
		rowsOf(values, list).filter((row) =>
			fields.some((field) => text(`${list}.${row}.${field}`) !== '')
		);
	const rows = {
		population: filled('population', populationFields),
		deMinimis: filled('deMinimis', aidFields)
	};
	const needed = <Value>(name: string, value: Value | null) => {
		if (value === null) errors[name] ??= FILL_IN;
		return value;
	};
	const sourced = (path: string) => ({
		source: text(`${path}.source`),
		confidence: text(`${path}.confidence`)
	});
	const years = new Set<number | null>();
	const population = rows.population.map((row) => {
		const path = `population.${row}`;
		const year = needed(`${path}.year`, form.year(`${path}.year`));
		if (year !== null && years.has(year)) errors[`${path}.year`] ??= TWICE;
		years.add(year);
		return {
			year,
			persons: needed(`${path}.persons`, form.number(`${path}.persons`)),
			...sourced(path)
		};
	});
	const deMinimis = rows.deMinimis.map((row) => {
		const path = `deMinimis.${row}`;
		return {
			recipient: text(`${path}.recipient`),
			year: needed(`${path}.year`, form.year(`${path}.year`)),
			amount: needed(`${path}.amount`, form.amount(`${path}.amount`)),
			currency: text(`${path}.currency`) || 'SEK',
			...sourced(path)
		};
	});
	const municipality = {
		code: stored['code'],
		name: stored['name'],
		county: text('county'),
		population,
		...factsOf(values),
		...((deMinimis.length > 0 || stored['deMinimis'] !== undefined) && { deMinimis })
	};
	/** The field of a place in the section: rows that were left empty are not in it. */
	const fieldOf = ([list, place, ...rest]: Problem['path']) =>
		(list === 'population' || list === 'deMinimis') && typeof place === 'number'
			? [list, rows[list][place] ?? place, ...rest].join('.')
			: [list, ...(place === undefined ? [] : [place]), ...rest].join('.');
	return { municipality, errors, fieldOf };
}

/** The municipality of a plan file as the form shows it. */
export function municipalityFormValues(file: Section): FormValues {
	const values: Record<string, string> = { county: String(file['county'] ?? '') };
	for (const [key, answer] of Object.entries((file['facts'] ?? {}) as Section))
		values[`facts.${key}`] = String(answer);
	for (const list of ['population', 'deMinimis'])
		((file[list] ?? []) as readonly Section[]).forEach((row, place) => {
			for (const [field, value] of Object.entries(row))
				// The usual currency is what an empty choice means, so that an empty row says nothing.
				if (value !== 'SEK' || field !== 'currency')
					values[`${list}.${place}.${field}`] =
						field === 'amount' || field === 'persons'
							? typedNumber(new Decimal(String(value)))
							: String(value);
		});
	return values;
}
