import type { Decimal } from '../../core/decimal.ts';
import { Decimal as D } from '../../core/decimal.ts';
import type { Text } from '../../core/errors.ts';
import { readAmount, readDecimal, typedNumber, type Typed } from './amount.ts';

/**
 * The measure form. A field's name is the path of its value in the plan file (costs.0.amount); years are columns
 * (costs.0.years.2027). What is typed becomes a measure of the plan file, which the plan file's own rules then check.
 */
export type FormValues = Readonly<Record<string, string>>;

export type ReadMeasure = {
	readonly file: Record<string, unknown>;
	readonly errors: Record<string, Text>;
	/** What was typed, rows that were taken away left out and the others counted anew. */
	readonly values: FormValues;
};

/** The rows of the form, and the field without which a row is empty. */
export const rowGroups = {
	costs: 'id',
	effects: 'pool',
	jointWith: 'municipality',
	sources: 'text'
} as const;
export type RowGroup = keyof typeof rowGroups;
const groupNames = Object.keys(rowGroups) as RowGroup[];

/** How many rows of a group the values hold. */
export function rowCount(values: FormValues, group: RowGroup): number {
	const places = Object.keys(values).flatMap((name) => {
		const place = new RegExp(`^${group}\\.(\\d{1,3})\\.`).exec(name)?.[1];
		return place === undefined ? [] : [Number(place)];
	});
	return places.length === 0 ? 0 : Math.max(...places) + 1;
}

export function readMeasureForm(typed: FormValues): ReadMeasure {
	const values = compacted(typed);
	const form = fieldReader(values);
	const { text, lines } = form;
	const rows = <Row>(group: RowGroup, read: (path: string) => Row) =>
		Array.from({ length: rowCount(values, group) }, (_, place) => read(`${group}.${place}`));
	const file = {
		id: text('id'),
		name: { sv: text('name.sv'), en: text('name.en') || text('name.sv') },
		description: text('description'),
		sector: text('sector') || null,
		theme: text('theme'),
		owner: text('owner'),
		status: text('status'),
		startYear: form.whole('startYear'),
		lifetimeYears: form.whole('lifetimeYears'),
		costs: rows('costs', (path) => costItem(path, form, values)),
		effects: values['isEffectUnknown'] ? null : rows('effects', (path) => effect(path, form)),
		uncertainty: uncertainty(form, values),
		excludes: lines('excludes'),
		requires: lines('requires'),
		jointWith: rows('jointWith', (path) => ({
			municipality: text(`${path}.municipality`),
			share: form.percent(`${path}.share`)
		})),
		commitments: lines('commitments'),
		sdg: lines('sdg'),
		coBenefits: lines('coBenefits'),
		sources: rows('sources', (path) => ({
			text: text(`${path}.text`),
			url: text(`${path}.url`) || null,
			confidence: text(`${path}.confidence`)
		}))
	};
	return { file, errors: form.errors, values };
}

type FieldReader = ReturnType<typeof fieldReader>;

/** Reads fields by kind and keeps what was wrong with each. */
function fieldReader(values: FormValues) {
	const errors: Record<string, Text> = {};
	const text = (name: string) =>
		(Object.hasOwn(values, name) ? (values[name] ?? '') : '').replace(/\r\n?/g, '\n').trim();
	const number = (name: string, read: (typed: string) => Typed, digits = 20): Decimal | null => {
		const seen = read(text(name));
		if (seen.kind === 'problem') errors[name] = seen.expected;
		return seen.kind === 'value' ? seen.value.toDecimalPlaces(digits) : null;
	};
	return {
		errors,
		text,
		lines: (name: string) =>
			text(name)
				.split('\n')
				.map((line) => line.trim())
				.filter((line) => line !== ''),
		amount: (name: string) => number(name, readAmount)?.toFixed(2) ?? null,
		decimal: (name: string) => number(name, readDecimal),
		number: (name: string) => number(name, readDecimal)?.toNumber() ?? null,
		whole: (name: string) => number(name, readDecimal)?.toNumber() ?? null,
		percent: (name: string) => number(name, readDecimal)?.div(100).toNumber() ?? 0
	};
}

function costItem(path: string, form: FieldReader, values: FormValues) {
	const { text, whole } = form;
	const isUnknown = Boolean(values[`${path}.isUnknown`]);
	const start = {
		id: text(`${path}.id`),
		kind: text(`${path}.kind`),
		costKind: text(`${path}.costKind`) || null,
		payer: text(`${path}.payer`)
	};
	const end = {
		depreciationYears: whole(`${path}.depreciationYears`),
		basis: text(`${path}.basis`),
		source: text(`${path}.source`),
		confidence: text(`${path}.confidence`)
	};
	if (text(`${path}.timing`) === 'yearly')
		return {
			...start,
			amountPerYear: isUnknown ? null : needed(`${path}.amountPerYear`, form),
			from: whole(`${path}.from`) ?? undefined,
			to: whole(`${path}.to`) ?? undefined,
			growth: form.percent(`${path}.growth`),
			...end
		};
	const years = Object.keys(values)
		.flatMap((name) => (name.startsWith(`${path}.years.`) ? (name.split('.').at(-1) ?? []) : []))
		.flatMap((year) => {
			const amount = form.amount(`${path}.years.${year}`);
			return amount === null ? [] : [{ year: Number(year), amount }];
		})
		.sort((a, b) => a.year - b.year);
	const split = years.reduce((sum, { amount }) => sum.plus(amount), new D(0)).toFixed(2);
	const amount = form.amount(`${path}.amount`) ?? (years.length > 0 ? split : null);
	if (!isUnknown && amount === null) needed(`${path}.amount`, form);
	return { ...start, amount: isUnknown ? null : amount, years, ...end };
}

/** An amount that was left empty without being said to be unknown: nobody can tell which is meant. */
function needed(name: string, form: FieldReader): string | null {
	const amount = form.amount(name);
	if (amount === null)
		form.errors[name] ??= {
			sv: 'Skriv ett belopp, eller kryssa i att beloppet är okänt.',
			en: 'Write an amount, or tick that the amount is unknown.'
		};
	return amount;
}

function effect(path: string, form: FieldReader) {
	const { text, whole, number } = form;
	const isEnergy = text(`${path}.kind`) === 'energy';
	return {
		kind: text(`${path}.kind`),
		pool: text(`${path}.pool`),
		...(isEnergy
			? { carrier: text(`${path}.carrier`), mwhPerYear: number(`${path}.mwhPerYear`) }
			: { tonnesPerYear: number(`${path}.tonnesPerYear`) }),
		from: whole(`${path}.from`) ?? undefined,
		to: whole(`${path}.to`) ?? undefined,
		rampYears: whole(`${path}.rampYears`) ?? 1,
		basis: text(`${path}.basis`),
		source: text(`${path}.source`),
		confidence: text(`${path}.confidence`)
	};
}

export const uncertain = ['capex', 'opex', 'effect'] as const;

function uncertainty(form: FieldReader, values: FormValues) {
	const ranges = uncertain.flatMap((what) => {
		const names = [0, 1, 2].map((place) => `uncertainty.${what}.${place}`);
		if (names.every((name) => form.text(name) === '')) return [];
		return [[what, names.map((name) => form.number(name))] as const];
	});
	return ranges.length === 0 && !values['hasUncertainty'] ? null : Object.fromEntries(ranges);
}

/** Rows that are taken away or were never filled in are left out; the others move up. */
function compacted(typed: FormValues): FormValues {
	const entries = Object.entries(typed).filter(([name]) => !isRow(name));
	for (const group of groupNames) {
		let place = 0;
		for (let row = 0; row < rowCount(typed, group); row++) {
			const prefix = `${group}.${row}.`;
			const fields = Object.entries(typed).filter(([name]) => name.startsWith(prefix));
			const isEmpty = (typed[`${prefix}${rowGroups[group]}`] ?? '').trim() === '';
			const isBlank = isEmpty && typed[`${prefix}isNew`] !== undefined;
			if (fields.length === 0 || isBlank || typed[`${prefix}isRemoved`]) continue;
			for (const [name, value] of fields)
				entries.push([`${group}.${place}.${name.slice(prefix.length)}`, value]);
			place++;
		}
	}
	return Object.fromEntries(entries);
}

function isRow(name: string): boolean {
	return groupNames.some((group) => name.startsWith(`${group}.`));
}

/** A measure of the plan file as the form shows it. */
export function measureFormValues(file: Readonly<Record<string, unknown>>): FormValues {
	const values: Record<string, string> = {};
	const put = (name: string, value: unknown) => {
		if (value !== null && value !== undefined) values[name] = shown(name, value);
	};
	for (const [name, value] of Object.entries(file)) {
		if (name === 'costs' || name === 'effects' || name === 'jointWith' || name === 'sources')
			(Array.isArray(value) ? value : []).forEach((row: Record<string, unknown>, place) => {
				for (const [field, inner] of Object.entries(row)) {
					if (field !== 'years') put(`${name}.${place}.${field}`, inner);
					else
						for (const { year, amount } of inner as { year: number; amount: string }[])
							put(`${name}.${place}.years.${year}`, amount);
				}
				if (name !== 'costs') return;
				const isYearly = Object.hasOwn(row, 'amountPerYear');
				values[`costs.${place}.timing`] = isYearly ? 'yearly' : 'one-off';
				if ((isYearly ? row['amountPerYear'] : row['amount']) === null)
					values[`costs.${place}.isUnknown`] = 'on';
			});
		else if (Array.isArray(value)) values[name] = value.join('\n');
		else if (name === 'name')
			for (const [language, text] of Object.entries(value as object)) put(`name.${language}`, text);
		else if (name === 'uncertainty')
			for (const [what, range] of Object.entries((value ?? {}) as Record<string, number[]>))
				range.forEach((factor, place) => put(`uncertainty.${what}.${place}`, factor));
		else put(name, value);
	}
	if (file['effects'] === null) values['isEffectUnknown'] = 'on';
	if (file['uncertainty'] !== null && file['uncertainty'] !== undefined)
		values['hasUncertainty'] = 'on';
	return values;
}

const AS_AMOUNT = /\.(?:amount|amountPerYear)$|\.years\.\d+$/;
const AS_PERCENT = /\.(?:growth|share)$/;
const AS_YEAR = /(?:^|\.)(?:startYear|from|to)$/;

function shown(name: string, value: unknown): string {
	if (AS_AMOUNT.test(name)) return typedNumber(new D(String(value)));
	if (AS_PERCENT.test(name)) return typedNumber(new D(String(value)).times(100));
	if (typeof value !== 'number' || AS_YEAR.test(name)) return String(value);
	return typedNumber(new D(value));
}
