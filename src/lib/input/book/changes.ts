import { Decimal } from '../../core/decimal.ts';
import type { Text } from '../../core/errors.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { readAmount, readDecimal } from '../forms/amount.ts';
import { isEmptyCell, shownCell, type Cell } from '../sheets/cell.ts';
import { UNKNOWN, UNKNOWN_WORDS } from '../sheets/values.ts';
import { labelOf, placeOf, saidOf, thingsOf, whyNot, type Thing } from './things.ts';
import { keptText, type BookCopy, type TracedCell } from './trace.ts';

/**
 * What becomes of a cell that somebody has changed in a workbook.
 *   update     the plan says what it said when the book was taken out
 *   same       the plan says so already
 *   conflict   somebody has changed the same in the plan meanwhile: it is asked which holds
 *   refused    it cannot be read, or what it was of is gone
 *   unread     it is not read back: it is changed in the program
 */
export type CellChange = Pick<
	TracedCell,
	'part' | 'sheet' | 'cell' | 'key' | 'heading' | 'field'
> & {
	/** What it is of, by name. */
	readonly label: Text;
	readonly kind: 'update' | 'same' | 'conflict' | 'refused' | 'unread';
	/** As the book had it, as the plan has it now, and as it was typed: see `saidOf`. */
	readonly base: string;
	readonly now: string;
	readonly typed: string;
	/** Why it is not read. */
	readonly text: Text | null;
};

/** Every cell of a workbook that no longer says what it said. */
export function cellChanges(plan: Plan, { cells }: BookCopy): CellChange[] {
	const things = thingsOf(plan);
	const thingOf = ({ part, key }: TracedCell) => things.get(placeOf(part, key));
	const moved = movedEffects(cells, thingOf);
	const sums = sumsTyped(cells);
	return cells.flatMap((cell) => {
		if (cell.field === AMOUNT) return overtyped(cell, thingOf(cell), sums.get(cell.key)) ?? [];
		const change = changeOf(cell, thingOf(cell));
		if (change?.kind !== 'update' || !moved.has(cell.key)) return change ?? [];
		return cell.part === 'effects' ? { ...change, kind: 'conflict' as const } : change;
	});
}

/** The sum of a cost's years, which the book computes. */
const AMOUNT = 'amount';

/** Keys of effects of which anything has been changed since the book was taken out: they may stand in another order. */
function movedEffects(
	cells: readonly TracedCell[],
	thingOf: (cell: TracedCell) => Thing | undefined
): ReadonlySet<string> {
	return new Set(
		cells.flatMap((cell) => {
			const thing = cell.part === 'effects' ? thingOf(cell) : undefined;
			const now = thing && saidOf(thing, cell.field);
			return now === undefined || isSame(now, asSaid(cell.base)) ? [] : [cell.key];
		})
	);
}

/** What the years of each cost add up to in the file. */
function sumsTyped(cells: readonly TracedCell[]): ReadonlyMap<string, Decimal> {
	const sums = new Map<string, Decimal>();
	for (const { part, key, field, seen } of cells) {
		if (part !== 'costs' || !field.startsWith('years.')) continue;
		const read = valueIn(seen, field);
		const typed = read.kind === 'value' && /^\d/.test(read.typed) ? read.typed : '0';
		sums.set(key, (sums.get(key) ?? new Decimal(0)).plus(typed));
	}
	return sums;
}

/** A sum that somebody has typed over: neither what it was nor what the years add up to. */
function overtyped(
	traced: TracedCell,
	thing: Thing | undefined,
	sum: Decimal | undefined
): CellChange | null {
	const { seen, base, ...cell } = traced;
	// A program that keeps the formula need not compute it.
	if (seen !== null && typeof seen === 'object' && 'uncomputed' in seen) return null;
	const read = valueIn(seen, 'years.2000');
	const shown = read.kind === 'value' ? read.typed : shownCell(seen);
	if (isSame(shown, asSaid(base)) || (sum && isSame(shown, sum.toString()))) return null;
	const isNothing = shown === UNKNOWN || shown === '';
	if (isNothing && (!sum || sum.isZero())) return null;
	const label = thing ? labelOf(thing) : { sv: cell.key, en: cell.key };
	const now = asSaid(base);
	return { ...pick(cell), label, base: now, now, typed: shown, kind: 'unread', text: OF_YEARS };
}

const OF_YEARS: Text = {
	sv: 'är summan av åren och läses inte; skriv beloppet på åren',
	en: 'is the sum of the years and is not read; write the amount in the years'
};

function asSaid(written: string): string {
	return UNKNOWN_WORDS.test(written) ? UNKNOWN : written;
}

/** Fields that may be written in per cent. */
const SHARES = new Set(['growth', 'probability']);
const WHOLE = new Set([
	'startYear',
	'lifetimeYears',
	'depreciationYears',
	'from',
	'to',
	'rampYears'
]);

function changeOf(traced: TracedCell, thing: Thing | undefined): CellChange | null {
	const { seen, base: written, ...cell } = traced;
	if (typeof seen === 'string' && keptText(seen) === written) return null;
	const base = asSaid(written);
	const read = valueIn(seen, cell.field);
	const shown = read.kind === 'value' ? read.typed : shownCell(seen);
	if (read.kind === 'value' && isSame(read.typed, base)) return null;
	const label = thing ? labelOf(thing) : { sv: cell.key, en: cell.key };
	const about = { ...pick(cell), label, base, typed: shown };
	const now = thing && saidOf(thing, cell.field);
	if (cell.part === 'assumptions' || cell.field === '' || cell.field === '-')
		return { ...about, kind: 'unread', now: now ?? base, text: IN_PROGRAM };
	if (now === undefined) return { ...about, kind: 'refused', now: '', text: GONE };
	if (read.kind === 'trouble') return { ...about, kind: 'refused', now, text: read.text };
	const reason = notLeftOut(cell.field, read.typed) ?? (thing && whyNot(thing, cell.field));
	if (reason) return { ...about, kind: 'refused', now, text: reason };
	if (isSame(shown, now)) return { ...about, kind: 'same', now, text: null };
	const isUntouched = isSame(now, base);
	return { ...about, kind: isUntouched ? 'update' : 'conflict', now, text: null };
}

/** Fields that hold a number always; those of years may be empty, not unknown. */
const ALWAYS = new Set(['startYear', 'from', 'to', 'rampYears', 'growth', 'probability']);

/** Why a field cannot be left empty or unknown; null: it can, or is not. */
function notLeftOut(field: string, typed: string): Text | null {
	if (typed !== '' && typed !== UNKNOWN) return null;
	if (ALWAYS.has(field)) return NO_NUMBER;
	return typed === UNKNOWN && field.startsWith('years.') ? EMPTY_YEAR : null;
}

function pick({ part, sheet, cell, key, heading, field }: Omit<TracedCell, 'seen' | 'base'>) {
	return { part, sheet, cell, key, heading, field };
}

const IN_PROGRAM: Text = {
	sv: 'läses inte från arbetsboken; ändra det i programmet',
	en: 'is not read from the workbook; change it in the program'
};
const GONE: Text = {
	sv: 'finns inte längre i planen',
	en: 'is no longer in the plan'
};

type Read =
	| { readonly kind: 'value'; readonly typed: string }
	| { readonly kind: 'trouble'; readonly text: Text };

/** What a cell says, as `saidOf` writes it. */
function valueIn(cell: Cell, field: string): Read {
	if (isEmptyCell(cell)) return { kind: 'value', typed: '' };
	if (typeof cell === 'object' && cell && 'n' in cell) return numberIn(new Decimal(cell.n), field);
	if (typeof cell !== 'string') return { kind: 'trouble', text: NO_NUMBER };
	const text = cell.trim();
	if (UNKNOWN_WORDS.test(text)) return { kind: 'value', typed: UNKNOWN };
	const isShare = SHARES.has(field) && text.endsWith('%');
	const read = isAmount(field) ? readAmount(text) : readDecimal(isShare ? text.slice(0, -1) : text);
	if (read.kind === 'problem') return { kind: 'trouble', text: read.expected };
	if (read.kind === 'empty') return { kind: 'value', typed: '' };
	return numberIn(isShare ? read.value.div(100) : read.value, field);
}

const NO_NUMBER: Text = { sv: 'ska vara ett tal', en: 'must be a number' };
const EMPTY_YEAR: Text = {
	sv: 'ska vara ett belopp, eller tom för ett år utan kostnad; töm alla år om kostnaden är okänd',
	en: 'must be an amount, or empty for a year without cost; empty all years if the cost is unknown'
};
const NO_WHOLE: Text = { sv: 'ska vara ett helt tal', en: 'must be a whole number' };
const NEGATIVE: Text = { sv: 'ska vara noll eller mer', en: 'must be zero or more' };

function isAmount(field: string): boolean {
	return /^(?:years|amounts)\.|^(?:amountPerYear|eligibleCost)$/.test(field);
}

/** Digits that a double keeps of what was typed. */
const KEPT_DIGITS = 15;

function numberIn(value: Decimal, field: string): Read {
	if (isAmount(field)) {
		if (value.lt(0)) return { kind: 'trouble', text: NEGATIVE };
		return { kind: 'value', typed: value.toDecimalPlaces(2).toString() };
	}
	if (WHOLE.has(field) && !value.isInteger()) return { kind: 'trouble', text: NO_WHOLE };
	return { kind: 'value', typed: value.toSignificantDigits(KEPT_DIGITS).toString() };
}

const NUMBER = /^-?\d{1,40}(?:\.\d{1,40})?(?:e[+-]?\d{1,3})?$/i;

/** Whether two texts say the same: numbers to what a spreadsheet keeps of them. */
function isSame(a: string, b: string): boolean {
	if (a === b) return true;
	if (!NUMBER.test(a) || !NUMBER.test(b)) return false;
	const kept = (text: string) => new Decimal(text).toSignificantDigits(KEPT_DIGITS);
	return kept(a).eq(kept(b));
}
