import { Decimal } from '../../core/decimal.ts';
import type { Text } from '../../core/errors.ts';
import { readAmount, readDecimal, readSignedAmount, typedNumber, type Typed } from './amount.ts';

/** What stands in the fields of a form, by name; a name is the path of the value in the plan file. */
export type FormValues = Readonly<Record<string, string>>;

export type FieldReader = ReturnType<typeof fieldReader>;

/** Reads fields by kind and keeps what was wrong with each. An empty field is null: unknown, never zero. */
export function fieldReader(values: FormValues) {
	const errors: Record<string, Text> = {};
	const text = (name: string) =>
		(Object.hasOwn(values, name) ? (values[name] ?? '') : '').replace(/\r\n?/g, '\n').trim();
	const typed = (name: string, read: (typed: string) => Typed): Decimal | null => {
		const seen = read(text(name));
		if (seen.kind === 'problem') errors[name] = seen.expected;
		return seen.kind === 'value' ? seen.value : null;
	};
	return {
		errors,
		text,
		lines: (name: string) =>
			text(name)
				.split('\n')
				.map((line) => line.trim())
				.filter((line) => line !== ''),
		/** Kronor as the plan file writes them. */
		amount: (name: string) => typed(name, readAmount)?.toFixed(2) ?? null,
		/** The same, where a loss is possible. */
		signedAmount: (name: string) => typed(name, readSignedAmount)?.toFixed(2) ?? null,
		number: (name: string) => typed(name, readDecimal)?.toNumber() ?? null,
		/** A calendar year. */
		year: (name: string) => typed(name, readYear)?.toNumber() ?? null,
		/** A whole number of years. */
		years: (name: string) => typed(name, readYears)?.toNumber() ?? null,
		/** Per cent, with its sign or without, as a fraction; empty is no change. */
		percent: (name: string, least = 0, most = 100) =>
			typed(name, (text) => readPercent(text, least, most))
				?.div(100)
				.toNumber() ?? 0
	};
}

function readYear(text: string): Typed {
	if (text === '') return { kind: 'empty' };
	if (/^\d{4}$/.test(text)) return { kind: 'value', value: new Decimal(text) };
	const expected = {
		sv: 'ska vara ett årtal, till exempel 2028',
		en: 'must be a year, such as 2028'
	};
	return { kind: 'problem', expected };
}

function readYears(text: string): Typed {
	const digits = text.replace(/\s*(?:år|years?)$/i, '');
	if (digits === '') return { kind: 'empty' };
	if (/^\d{1,4}$/.test(digits)) return { kind: 'value', value: new Decimal(digits) };
	const expected = {
		sv: 'ska vara ett helt antal år, till exempel 15',
		en: 'must be a whole number of years, such as 15'
	};
	return { kind: 'problem', expected };
}

function readPercent(text: string, least: number, most: number): Typed {
	const read = readDecimal(text.replace(/\s*(?:%|procent)$/i, ''));
	if (read.kind !== 'value' || (read.value.gte(least) && read.value.lte(most))) return read;
	const [from, to] = [least, most].map((end) => typedNumber(new Decimal(end)));
	return {
		kind: 'problem',
		expected: {
			sv: `ska vara mellan ${from} och ${to} procent`,
			en: `must be between ${from} and ${to} per cent`
		}
	};
}

/** The numbers of a list's rows that a form has, in order: reports.0.due and reports.3.what are rows 0 and 3. */
export function rowsOf(values: FormValues, list: string): number[] {
	const rows = Object.keys(values).flatMap((name) => {
		if (!name.startsWith(`${list}.`)) return [];
		return /^(\d{1,3})\./.exec(name.slice(list.length + 1))?.[1] ?? [];
	});
	return [...new Set(rows)].map(Number).sort((a, b) => a - b);
}

/** So many rows of a list a form has to show, up to the last in which something of these fields is filled in. */
export function filledRows(values: FormValues, list: string, fields: readonly string[]): number {
	const filled = rowsOf(values, list).filter((row) =>
		fields.some((field) => (values[`${list}.${row}.${field}`] ?? '').trim() !== '')
	);
	return 1 + Math.max(-1, ...filled);
}

/** Years by path of one form; found once, since a form may have very many fields. */
const yearIndexes = new WeakMap<FormValues, ReadonlyMap<string, readonly number[]>>();

/** The years that have a field below a path, in order. */
export function yearsOf(values: FormValues, path: string): readonly number[] {
	const index = yearIndexes.get(values) ?? yearIndex(values);
	yearIndexes.set(values, index);
	return index.get(path) ?? [];
}

function yearIndex(values: FormValues): Map<string, readonly number[]> {
	const index = new Map<string, number[]>();
	for (const name of Object.keys(values)) {
		const [, path, year] = /^(.{1,100})\.(\d{1,9})$/.exec(name) ?? [];
		if (path === undefined || year === undefined) continue;
		const years = index.get(path) ?? [];
		years.push(Number(year));
		index.set(path, years);
	}
	for (const years of index.values()) years.sort((a, b) => a - b);
	return index;
}
