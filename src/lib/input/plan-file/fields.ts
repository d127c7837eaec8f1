import { z } from 'zod';
import { Decimal } from '../../core/decimal.ts';
import type { Range } from '../../core/plan/plan.ts';

/**
 * The kinds of value in a plan file. The second argument of a check is a key of `expectations` in issues.ts, which says
 * in words what would be right.
 */

/** More than any municipality's plan has; a hostile file must not fill the memory or the minute. */
const MOST_ITEMS = 2_000;

/** Printable text: line breaks and tabs are fine, other control characters and broken characters are not. */
const PRINTABLE = /^[\P{C}\p{Cf}\p{Co}\p{Cn}\n\r\t]*$/u;

export function isPrintable(text: string): boolean {
	return PRINTABLE.test(text);
}

export const text = z.string('text').max(2_000, 'text-too-long').regex(PRINTABLE, 'printable');
export const longText = z.string('text').max(20_000, 'text-too-long').regex(PRINTABLE, 'printable');
export const id = z.string('id').regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'id');
export const bilingual = z.strictObject({ sv: text, en: text });
export const sourced = { source: text.default(''), confidence: text.default('') };

export const year = z.int('year').min(1900, 'year').max(2200, 'year');
export const wholeYears = z.int('whole').min(1, 'years').max(200, 'years');
export const gas = z.enum(['CO2', 'CO2e']);

export function list<Item extends z.ZodType>(item: Item, most = MOST_ITEMS) {
	return z.array(item).max(most, 'list-too-long');
}

/** Absent and null both mean unknown; a canonical file writes null. */
export function orNull<Value extends z.ZodType>(value: Value) {
	return value.nullish().transform((seen) => seen ?? null);
}

export function fraction(value: number): Decimal {
	return new Decimal(value);
}

/** Kronor as a decimal string, at most 10^12, never negative: "12300000.00". */
export const plainAmount = z
	.string('amount')
	.regex(/^(?:\d{1,12}(?:\.\d{1,2})?|1000000000000(?:\.0{1,2})?)$/, 'amount');
export const amount = plainAmount.transform((kronor) => new Decimal(kronor));

/** The same with a sign: a result may be a loss. */
export const signedAmount = z
	.string('amount')
	.regex(/^-?(?:\d{1,12}(?:\.\d{1,2})?|1000000000000(?:\.0{1,2})?)$/, 'signed-amount')
	.transform((kronor) => new Decimal(kronor));

/** A day: 2026-11-23. */
export const day = z
	.string('text')
	.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'day')
	.refine(isInCalendar, 'day');

function isInCalendar(day: string): boolean {
	const date = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

export const yearAmount = z.strictObject({ year, amount });

/** A number that is zero or more, as a Decimal. */
export const nonNegative = z.number('number').min(0, 'not-negative').transform(fraction);

/** A share, a probability or a rate as a fraction: 0 to 1. */
export const share = z.number('number').min(0, 'fraction').max(1, 'fraction').transform(fraction);
export const percent = z.number('number').min(0, 'percent').max(100, 'percent').transform(fraction);
export const scale = z.number('number').min(0, 'scale').max(100, 'scale').transform(fraction);
export const exchangeRate = z
	.number('number')
	.gt(0, 'positive')
	.max(1e6, 'positive')
	.transform(fraction);

/** A yearly change as a fraction: −1 to 1. */
export const rate = z.number('number').min(-1, 'rate').max(1, 'rate').transform(fraction);

/** A yearly change of emissions: above −1, since nothing can be told of the years before all was gone. */
export const emissionChange = z
	.number('number')
	.gt(-1, 'emission-change')
	.max(1, 'emission-change')
	.transform(fraction);

/** Tonnes in whole kilograms. */
export const tonnes = z
	.number('number')
	.min(0, 'not-negative')
	.max(1e9, 'tonnes-too-large')
	.transform(fraction)
	.refine(isWholeKilograms, 'whole-kilograms');
export const anyTonnes = z
	.number('number')
	.min(-1e9, 'tonnes-too-large')
	.max(1e9, 'tonnes-too-large')
	.transform(fraction)
	.refine(isWholeKilograms, 'whole-kilograms');

/** MWh; negative means use added. */
export const mwh = z
	.number('number')
	.min(-1e9, 'mwh-too-large')
	.max(1e9, 'mwh-too-large')
	.transform(fraction);

function isWholeKilograms(value: Decimal): boolean {
	return value.decimalPlaces() <= 3;
}

const factor = z.number('number').min(0, 'not-negative').max(100, 'factor');

/** Low, most likely, high, as factors of the stated value. */
export const range = z
	.tuple([factor, factor, factor])
	.refine(([low, mode, high]) => low <= mode && mode <= high, 'range-order')
	.transform(([low, mode, high]): Range => [fraction(low), fraction(mode), fraction(high)]);
