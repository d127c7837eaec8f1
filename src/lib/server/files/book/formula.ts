/**
 * Formulas that know their own worth. A term is written as a spreadsheet writes it, and computed here as a spreadsheet
 * computes it, in doubles; so a workbook is saved with the values that its formulas give, and a test can hold them to the
 * method without any spreadsheet program. Only what the calculating workbook needs is here.
 */
export type Scalar = number | string | boolean;
/** One cell, or the cells of a range in one direction. */
export type Value = Scalar | readonly Scalar[];

export type Term = {
	/** As it is written in a cell of the sheet named. */
	readonly write: (from: string) => string;
	readonly value: Value;
	/** How tightly it binds: 1 comparison, 2 sum, 3 product, 4 power, 5 a name, a cell or a call. */
	readonly rank: number;
};
export type Operand = Term | Scalar;

const COMPARISON = 1;
const SUM = 2;
const PRODUCT = 3;
const POWER = 4;
const ATOM = 5;

export function term(operand: Operand): Term {
	return typeof operand === 'object' ? operand : literal(operand);
}

function literal(value: Scalar): Term {
	const text =
		typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : String(value).toUpperCase();
	// A minus sign binds otherwise in a spreadsheet than in mathematics: it goes into brackets.
	return { write: () => text, value, rank: typeof value === 'number' && value < 0 ? SUM : ATOM };
}

/** The term in brackets where it binds less tightly than asked. */
function within(operand: Term, least: number, from: string): string {
	const text = operand.write(from);
	return operand.rank < least ? `(${text})` : text;
}

/** An operation on numbers, cell by cell where a side is a range. */
function eachPair(a: Value, b: Value, operate: (a: Scalar, b: Scalar) => Scalar): Value {
	if (!isList(a) && !isList(b)) return operate(a, b);
	const length = isList(a) ? a.length : isList(b) ? b.length : 1;
	if (isList(a) && isList(b) && a.length !== b.length)
		throw new RangeError(`ranges of ${a.length} and ${b.length} cells do not go together`);
	const of = (value: Value, place: number) => (isList(value) ? (value[place] ?? 0) : value);
	return Array.from({ length }, (_, place) => operate(of(a, place), of(b, place)));
}

function isList(value: Value): value is readonly Scalar[] {
	return Array.isArray(value);
}

/** What arithmetic makes of a cell: text is no number, as a spreadsheet says too. */
function arithmetic(value: Scalar): number {
	return typeof value === 'string' ? Number.NaN : Number(value);
}

function binary(
	sign: string,
	rank: number,
	[left, right]: readonly [number, number],
	operate: (a: number, b: number) => number
) {
	return (a: Operand, b: Operand): Term => {
		const [one, other] = [term(a), term(b)];
		return {
			write: (from) => `${within(one, left, from)}${sign}${within(other, right, from)}`,
			value: eachPair(one.value, other.value, (x, y) => operate(arithmetic(x), arithmetic(y))),
			rank
		};
	};
}

const add = binary('+', SUM, [SUM, SUM], (a, b) => a + b);
const multiply = binary('*', PRODUCT, [PRODUCT, PRODUCT], (a, b) => a * b);
export const minus = binary('-', SUM, [SUM, PRODUCT], (a, b) => a - b);
export const over = binary('/', PRODUCT, [PRODUCT, POWER], (a, b) => a / b);
export const power = binary('^', POWER, [ATOM, ATOM], (a, b) => a ** b);

export function plus(first: Operand, ...others: readonly Operand[]): Term {
	return others.reduce<Term>((total, one) => add(total, one), term(first));
}

export function times(first: Operand, ...others: readonly Operand[]): Term {
	return others.reduce<Term>((product, one) => multiply(product, one), term(first));
}

function comparison(sign: string, compare: (a: Scalar, b: Scalar) => boolean) {
	return (a: Operand, b: Operand): Term => {
		const [one, other] = [term(a), term(b)];
		return {
			write: (from) => `${within(one, SUM, from)}${sign}${within(other, SUM, from)}`,
			value: eachPair(one.value, other.value, compare),
			rank: COMPARISON
		};
	};
}

export const equals = comparison('=', (a, b) => a === b);
export const atMost = comparison('<=', (a, b) => arithmetic(a) <= arithmetic(b));
export const below = comparison('<', (a, b) => arithmetic(a) < arithmetic(b));
export const atLeast = comparison('>=', (a, b) => arithmetic(a) >= arithmetic(b));
export const above = comparison('>', (a, b) => arithmetic(a) > arithmetic(b));

function call(name: string, operands: readonly Operand[], value: Value): Term {
	const terms = operands.map(term);
	return {
		write: (from) => `${name}(${terms.map(({ write }) => write(from)).join(',')})`,
		value,
		rank: ATOM
	};
}

/** The cells of some terms, as a function that takes any number of them sees them. */
function cells(operands: readonly Operand[]): Scalar[] {
	return operands.flatMap((operand) => {
		const { value } = term(operand);
		return isList(value) ? [...value] : [value];
	});
}

function numbers(operands: readonly Operand[]): number[] {
	return cells(operands).flatMap((value) => (typeof value === 'number' ? value : []));
}

/** Text in the cells adds nothing. */
export function sum(...operands: readonly Operand[]): Term {
	return call(
		'SUM',
		operands,
		numbers(operands).reduce((total, value) => total + value, 0)
	);
}

/** How many of the cells hold a number. */
export function count(...operands: readonly Operand[]): Term {
	return call('COUNT', operands, numbers(operands).length);
}

/** How many columns a range has. */
export function columns(all: Term): Term {
	return call('COLUMNS', [all], cells([all]).length);
}

export function least(...operands: readonly Operand[]): Term {
	return call('MIN', operands, Math.min(...cells(operands).map(arithmetic)));
}

export function most(...operands: readonly Operand[]): Term {
	return call('MAX', operands, Math.max(...cells(operands).map(arithmetic)));
}

export function absolute(operand: Operand): Term {
	return call('ABS', [operand], Math.abs(arithmetic(single(operand))));
}

/** Σ of the products, cell by cell; text in a range of its own counts as 0. */
export function sumProduct(...operands: readonly Operand[]): Term {
	const products = operands
		.map((operand) => term(operand).value)
		.map((value): Value =>
			isList(value)
				? value.map((one) => (typeof one === 'number' ? one : 0))
				: typeof value === 'number'
					? value
					: 0
		)
		.reduce((a, b) => eachPair(a, b, (x, y) => arithmetic(x) * arithmetic(y)));
	const value = isList(products)
		? products.reduce<number>((total, one) => total + arithmetic(one), 0)
		: products;
	return call('SUMPRODUCT', operands, value);
}

/** The sum of the cells that stand beside those equal to something. */
export function sumIf(keys: Term, wanted: Operand, values: Term): Term {
	const [all, amounts] = [cells([keys]), cells([values])];
	const found = amounts.filter((_, place) => all[place] === single(wanted));
	return call(
		'SUMIF',
		[keys, wanted, values],
		numbers([{ ...values, value: found }]).reduce((total, one) => total + one, 0)
	);
}

/** How many cells are equal to something. */
export function countIf(all: Term, wanted: Operand): Term {
	const found = cells([all]).filter((value) => value === single(wanted));
	return call('COUNTIF', [all, wanted], found.length);
}

/** Texts and numbers put together. */
export function join(...parts: readonly Operand[]): Term {
	return call('CONCATENATE', parts, cells(parts).map(String).join(''));
}

export function iff(condition: Operand, then: Operand, otherwise: Operand): Term {
	const chosen = single(condition) ? then : otherwise;
	return call('IF', [condition, then, otherwise], term(chosen).value);
}

export function both(...conditions: readonly Operand[]): Term {
	return call('AND', conditions, cells(conditions).every(Boolean));
}

export function either(...conditions: readonly Operand[]): Term {
	return call('OR', conditions, cells(conditions).some(Boolean));
}

export function isNumber(operand: Operand): Term {
	return call('ISNUMBER', [operand], typeof single(operand) === 'number');
}

/** e to the power of a number, and the natural logarithm; cell by cell where a range is given. */
export const exponential = each('EXP', Math.exp);
export const logarithm = each('LN', Math.log);

function each(name: string, of: (value: number) => number) {
	return (operand: Operand): Term => {
		const { value } = term(operand);
		const one = (cell: Scalar) => of(arithmetic(cell));
		return call(name, [operand], isList(value) ? value.map(one) : one(value));
	};
}

function single(operand: Operand): Scalar {
	const { value } = term(operand);
	if (isList(value)) throw new RangeError('a range stands where one cell is asked for');
	return value;
}

/** The term under a name of the workbook. */
export function named(name: string, { value }: Term): Term {
	return { write: () => name, value, rank: ATOM };
}
