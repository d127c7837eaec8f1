import { Decimal as DecimalJs } from 'decimal.js';

/**
 * The project's one decimal type: 40 significant digits, halves away from zero (Swedish custom).
 * A clone, so that no other code can change its settings. Make values from text, never from a computed double.
 */
export const Decimal = DecimalJs.clone({
	precision: 40,
	rounding: DecimalJs.ROUND_HALF_UP,
	toExpNeg: -40,
	toExpPos: 40
});
export type Decimal = DecimalJs;

export const ZERO: Decimal = new Decimal(0);
export const ONE: Decimal = new Decimal(1);

/** Digits below the last kept one that a chain of 40-digit operations cannot disturb, even for sums of 10^17. */
const GUARD_DIGITS = 12;

/**
 * Rounds for output, half away from zero. A quotient such as 1/3 is cut at 40 digits, so an exact half may arrive
 * as 0.00499…9; rounding first to some guard digits restores it. Never returns minus zero.
 */
export function rounded(value: Decimal, decimalPlaces: number): Decimal {
	const result = value.toDecimalPlaces(decimalPlaces + GUARD_DIGITS).toDecimalPlaces(decimalPlaces);
	return result.isZero() ? ZERO : result;
}

export function sum(values: Iterable<Decimal>): Decimal {
	let total = ZERO;
	for (const value of values) if (!value.isZero()) total = total.plus(value);
	return total;
}

export function max(a: Decimal, b: Decimal): Decimal {
	return a.gte(b) ? a : b;
}

export function min(a: Decimal, b: Decimal): Decimal {
	return a.lte(b) ? a : b;
}

const SETTLED_DIGITS = 15;
const COMPARABLE_DIGITS = 28;

/**
 * Takes away what cut divisions leave in the last digits, far below an öre or a gram, so that values that are equal by
 * the rules also compare equal. Every comparison that decides an order, a sign or a reason goes through here.
 */
export function settled(value: Decimal): Decimal {
	const result = value.toDecimalPlaces(SETTLED_DIGITS);
	return result.isZero() ? ZERO : result;
}

/** The same for a value that is computed with further: its quotients are still right to the settled digits. */
export function comparable(value: Decimal): Decimal {
	return value.toDecimalPlaces(COMPARABLE_DIGITS);
}

export function isAboveZero(value: Decimal): boolean {
	return settled(value).gt(0);
}

/** The value with the other sign; zero has none. */
export function negated(value: Decimal): Decimal {
	return value.isZero() ? value : value.neg();
}
