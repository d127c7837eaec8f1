import { sql } from 'drizzle-orm';
import { check, customType, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { Decimal } from '../../core/decimal.ts';

/**
 * How values lie in the database: money as whole öre (or cent), emissions as whole kilograms, rates, shares and factors as
 * decimal text. Columns hand out and take the core's Decimal, in kronor and tonnes.
 */

/** Whole minor units (1/100) of an amount of money. */
export const money = wholeUnits(100);

/** Whole kilograms of an amount in tonnes. */
export const kilograms = wholeUnits(1000);

function wholeUnits(perUnit: number) {
	return customType<{ data: Decimal; driverData: number }>({
		dataType: () => 'integer',
		toDriver: (value) => {
			const whole = value.times(perUnit);
			if (!whole.isInteger() || whole.abs().gt(Number.MAX_SAFE_INTEGER))
				throw new RangeError(`${value.toString()} is not a whole number of 1/${perUnit} units.`);
			return whole.toNumber();
		},
		fromDriver: (whole) => new Decimal(whole).div(perUnit)
	});
}

export const decimalText = customType<{ data: Decimal; driverData: string }>({
	dataType: () => 'text',
	toDriver: (value) => value.toString(),
	fromDriver: (text) => new Decimal(text)
});

/** A short list of texts that is only ever read and written whole. */
export const textList = customType<{ data: readonly string[]; driverData: string }>({
	dataType: () => 'text',
	toDriver: (list) => JSON.stringify(list),
	fromDriver: (json) => JSON.parse(json) as string[]
});

/** A small document that is only ever read and written whole. */
export function json<Data>() {
	return customType<{ data: Data; driverData: string }>({
		dataType: () => 'text',
		toDriver: (value) => JSON.stringify(value),
		fromDriver: (text) => JSON.parse(text) as Data
	});
}

/** Constraints that let only whole numbers (or, where allowed, nothing) into integer columns. */
export function wholeNumbers(table: string, ...columns: AnySQLiteColumn[]) {
	return columns.map((column) =>
		check(`${table}_${column.name}_whole`, sql`typeof(${column}) in ('integer', 'null')`)
	);
}

/** Constraint that a column holds one of the given texts. */
export function oneOf(table: string, column: AnySQLiteColumn, values: readonly string[]) {
	const list = sql.raw(values.map((value) => `'${value}'`).join(', '));
	return check(`${table}_${column.name}_known`, sql`${column} in (${list})`);
}
