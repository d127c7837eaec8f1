/** Exact fractions of whole numbers. The denominator is always above zero; fractions need not be in lowest terms. */
export type Rational = { readonly n: bigint; readonly d: bigint };

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };

/** Above this a fraction is brought to its lowest terms; below it, that costs more than it saves. */
const LARGE = 1n << 1024n;

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
	let [x, y] = [a < 0n ? -a : a, b];
	while (y !== 0n) [x, y] = [y, x % y];
	return x;
}

function fraction(n: bigint, d: bigint): Rational {
	if (n === 0n) return ZERO;
	if (d < LARGE) return { n, d };
	const divisor = greatestCommonDivisor(n, d);
	return { n: n / divisor, d: d / divisor };
}

export function whole(value: number): Rational {
	return { n: BigInt(value), d: 1n };
}

/** '12.34' or '-0.5', without exponent. */
export function fromText(text: string): Rational {
	const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
	if (!parts) throw new RangeError(`not a decimal number: ${text}`);
	const [, sign = '', units = '', decimals = ''] = parts;
	const digits = BigInt(units + decimals);
	return fraction(sign === '-' ? -digits : digits, 10n ** BigInt(decimals.length));
}

export function add(a: Rational, b: Rational): Rational {
	if (a.n === 0n) return b;
	if (b.n === 0n) return a;
	if (a.d === b.d) return fraction(a.n + b.n, a.d);
	if (a.d % b.d === 0n) return fraction(a.n + b.n * (a.d / b.d), a.d);
	if (b.d % a.d === 0n) return fraction(a.n * (b.d / a.d) + b.n, b.d);
	return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function negated(a: Rational): Rational {
	return { n: -a.n, d: a.d };
}

export function sub(a: Rational, b: Rational): Rational {
	return add(a, negated(b));
}

export function mul(a: Rational, b: Rational): Rational {
	return fraction(a.n * b.n, a.d * b.d);
}

export function div(a: Rational, b: Rational): Rational {
	if (b.n === 0n) throw new RangeError('division by zero');
	return b.n > 0n ? fraction(a.n * b.d, a.d * b.n) : fraction(-a.n * b.d, a.d * -b.n);
}

/** -1, 0 or 1. */
export function sign(a: Rational): -1 | 0 | 1 {
	if (a.n === 0n) return 0;
	return a.n > 0n ? 1 : -1;
}

/** Below zero when a < b, zero when equal, above zero when a > b. */
export function cmp(a: Rational, b: Rational): -1 | 0 | 1 {
	const [left, right] = [a.n * b.d, b.n * a.d];
	if (left === right) return 0;
	return left > right ? 1 : -1;
}

export function min(a: Rational, b: Rational): Rational {
	return cmp(a, b) <= 0 ? a : b;
}

export function max(a: Rational, b: Rational): Rational {
	return cmp(a, b) >= 0 ? a : b;
}

/** What is above zero of a. */
export function floored(a: Rational): Rational {
	return a.n > 0n ? a : ZERO;
}

/** base^exponent for a whole exponent, also a negative one; anything to the power of 0 is 1. */
export function powInt(base: Rational, exponent: number): Rational {
	if (exponent < 0) return powInt(div(ONE, base), -exponent);
	const power = BigInt(exponent);
	return fraction(base.n ** power, base.d ** power);
}

export function sum(values: Iterable<Rational>): Rational {
	let total = ZERO;
	for (const value of values) total = add(total, value);
	return total;
}

/** Fixed text with so many decimals, halves away from zero, never minus zero. */
export function roundedText(value: Rational, decimals: number): string {
	const size = (value.n < 0n ? -value.n : value.n) * 10n ** BigInt(decimals);
	const units = (2n * size + value.d) / (2n * value.d);
	const digits = units.toString().padStart(decimals + 1, '0');
	const cut = digits.length - decimals;
	const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
	return value.n < 0n && units !== 0n ? `-${text}` : text;
}
