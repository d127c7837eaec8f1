import type { Decimal } from '../core/decimal.ts';
import { DomainError } from '../core/errors.ts';
import { readAmount } from './forms/amount.ts';

/**
 * Own money by year from a file: JSON as {"2027": "12000000.00"}, or lines of year and amount (2027;12 mnkr), with a heading or
 * without. Throws DomainError `bad-budget` naming the line, what it says and what would be right.
 */
export function readBudgetFile(whole: string): ReadonlyMap<number, Decimal> {
	const text = whole.replace(/^\uFEFF/, '');
	const rows = /^\s*[{[]/.test(text) ? jsonRows(text) : textRows(text);
	const budget = new Map<number, Decimal>();
	for (const { where, year, amount } of rows) {
		if (!/^\d{4}$/.test(year)) throw bad(where, year, 'must be a year, as 2027');
		if (budget.has(Number(year))) throw bad(where, year, 'is there twice');
		const read = readAmount(amount);
		if (read.kind !== 'value')
			throw bad(
				where,
				amount,
				read.kind === 'problem'
					? read.expected.en
					: 'must be an amount; leave the year out where there is no limit'
			);
		budget.set(Number(year), read.value);
	}
	if (budget.size === 0) throw bad('The file', '', 'must have at least one year');
	return budget;
}

type BudgetRow = { readonly where: string; readonly year: string; readonly amount: string };

function jsonRows(text: string): BudgetRow[] {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw bad('The file', text.trim().slice(0, 40), 'is not JSON');
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		throw bad(
			'The file',
			text.trim().slice(0, 40),
			'must be one object, as {"2027": "12000000.00"}'
		);
	const years = [...text.matchAll(/"(\d{4})"\s*:/g)].map(([, year]) => year ?? '');
	const twice = years.find((year, index) => years.indexOf(year) !== index);
	if (twice !== undefined) throw bad(`$["${twice}"]`, twice, 'is there twice');
	return Object.entries(value).map(([year, amount]) => ({
		where: `$["${year}"]`,
		year,
		amount: typeof amount === 'number' || typeof amount === 'string' ? plainNumber(amount) : ''
	}));
}

/** JSON writes a decimal point, which is never a sign between thousands there. */
function plainNumber(amount: number | string): string {
	return /^\d+\.\d+$/.test(String(amount)) ? String(amount).replace('.', ',') : String(amount);
}

function textRows(text: string): BudgetRow[] {
	const lines = text.split(/\r?\n/);
	const first = lines.findIndex((line) => line.trim() !== '');
	return lines.flatMap((line, index): BudgetRow[] => {
		const where = `Line ${index + 1}`;
		const [year = '', ...rest] = line.split(/[;\t]/).map((cell) => cell.trim());
		const isHeading = index === first && !/\d/.test(year);
		if (line.trim() === '' || isHeading) return [];
		if (rest.length !== 1) throw bad(where, line, 'must be a year and an amount with ; between');
		return [{ where, year, amount: rest[0] ?? '' }];
	});
}

function bad(where: string, value: string, expected: string): DomainError {
	return new DomainError('bad-budget', `${where}: ${expected} (saw: ${JSON.stringify(value)})`);
}
