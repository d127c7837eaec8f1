import { Decimal } from '../../core/decimal.ts';
import { typedNumber } from './amount.ts';
import type { FormValues } from './field-reader.ts';
import { rowGroups } from './measure-form.ts';

type Row = Readonly<Record<string, unknown>>;

/** A measure of the plan file, and its funding lines, as the form shows them. */
export function measureFormValues(file: Row, funding: readonly Row[]): FormValues {
	const values: Record<string, string> = {};
	for (const [name, value] of Object.entries(file))
		if (!isRowGroup(name) && name !== 'facts') put(values, name, value);
	for (const [key, answer] of Object.entries((file['facts'] ?? {}) as Row))
		values[`facts.${key}`] = String(answer);
	for (const group of ['costs', 'effects', 'jointWith', 'sources'] as const)
		rowsOf(file[group]).forEach((row, place) => putRow(values, `${group}.${place}`, row));
	funding.forEach((row, place) => putRow(values, `funding.${place}`, row));
	rowsOf(file['costs']).forEach((row, place) => {
		const isYearly = Object.hasOwn(row, 'amountPerYear');
		values[`costs.${place}.timing`] = isYearly ? 'yearly' : 'one-off';
		if (row[isYearly ? 'amountPerYear' : 'amount'] === null)
			values[`costs.${place}.isUnknown`] = 'on';
		// What the years add up to is worked out from them.
		if (isSumOfYears(row)) delete values[`costs.${place}.amount`];
	});
	if (file['effects'] === null) values['isEffectUnknown'] = 'on';
	if (file['uncertainty']) values['hasUncertainty'] = 'on';
	return values;
}

function isSumOfYears({ amount, years }: Row): boolean {
	const split = rowsOf(years);
	if (split.length === 0 || typeof amount !== 'string') return false;
	return split.reduce((sum, year) => sum.plus(String(year['amount'])), new Decimal(0)).eq(amount);
}

function isRowGroup(name: string): boolean {
	return rowGroups.some((group) => group === name);
}

function rowsOf(value: unknown): readonly Row[] {
	return Array.isArray(value) ? (value as Row[]) : [];
}

function putRow(values: Record<string, string>, path: string, row: Row): void {
	for (const [name, value] of Object.entries(row)) {
		if (name === 'years' || name === 'amounts') putYears(values, path, rowsOf(value));
		else put(values, `${path}.${name}`, value);
	}
}

/** Amounts of the same year come together in its column; one that is unknown makes the year unknown. */
function putYears(values: Record<string, string>, path: string, instalments: readonly Row[]): void {
	const sums = new Map<string, Decimal | null>();
	for (const { year, amount, currency } of instalments) {
		const name = `${path}.${String(currency ?? 'years')}.${String(year)}`;
		const before = sums.has(name) ? sums.get(name) : new Decimal(0);
		sums.set(name, before && typeof amount === 'string' ? before.plus(amount) : null);
	}
	for (const [name, sum] of sums) values[name] = sum ? typedNumber(sum) : 'okänt';
}

function put(values: Record<string, string>, name: string, value: unknown): void {
	if (value === null || value === undefined) return;
	if (Array.isArray(value)) {
		const isRange = name.startsWith('uncertainty.');
		if (isRange) value.forEach((factor, place) => put(values, `${name}.${place}`, factor));
		else values[name] = value.join('\n');
	} else if (typeof value === 'boolean') {
		if (value) values[name] = 'on';
	} else if (typeof value === 'object')
		for (const [field, inner] of Object.entries(value)) put(values, `${name}.${field}`, inner);
	else values[name] = shown(name, value);
}

const AS_AMOUNT = /\.(?:amount|amountPerYear|referenceCost|eligibleCost)$/;
const AS_PERCENT = /\.(?:growth|share|probability|loanRate)$/;
const AS_YEAR = /(?:^|\.)(?:startYear|earliestStart|latestStart|from|to)$/;

function shown(name: string, value: unknown): string {
	if (AS_AMOUNT.test(name)) return typedNumber(new Decimal(String(value)));
	if (AS_PERCENT.test(name)) return typedNumber(new Decimal(String(value)).times(100));
	if (typeof value !== 'number' || AS_YEAR.test(name)) return String(value);
	return typedNumber(new Decimal(value));
}
