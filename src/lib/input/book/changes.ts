import { Decimal } from '../../core/decimal.ts';
import type { Text } from '../../core/errors.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { readAmount, readDecimal } from '../forms/amount.ts';
import { isEmptyCell, shownCell, type Cell } from '../sheets/cell.ts';
import { labelOf, placeOf, saidOf, thingsOf, UNKNOWN, type Thing } from './things.ts';
import type { BookCopy, TracedCell } from './trace.ts';

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
	return cells.flatMap((cell) => changeOf(cell, things.get(placeOf(cell.part, cell.key))) ?? []);
}

const UNKNOWN_WORDS = /^(?:saknas|missing|okänt|unknown|\?)$/i;
/** What stands for nothing in a cell of the program's own. */
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
	if (seen === written) return null;
	const base = UNKNOWN_WORDS.test(written) ? UNKNOWN : written;
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
	if (isSame(shown, now)) return { ...about, kind: 'same', now, text: null };
	const isUntouched = isSame(now, base);
	return { ...about, kind: isUntouched ? 'update' : 'conflict', now, text: null };
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
	const text = shownCell(cell).trim();
	if (UNKNOWN_WORDS.test(text)) return { kind: 'value', typed: UNKNOWN };
	if (typeof cell !== 'string') return { kind: 'trouble', text: NO_NUMBER };
	const isShare = SHARES.has(field) && text.endsWith('%');
	const read = isAmount(field) ? readAmount(text) : readDecimal(isShare ? text.slice(0, -1) : text);
	if (read.kind === 'problem') return { kind: 'trouble', text: read.expected };
	if (read.kind === 'empty') return { kind: 'value', typed: '' };
	return numberIn(isShare ? read.value.div(100) : read.value, field);
}

const NO_NUMBER: Text = { sv: 'ska vara ett tal', en: 'must be a number' };
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

/** Whether two texts say the same: numbers to what a spreadsheet keeps of them. */
function isSame(a: string, b: string): boolean {
	if (a === b) return true;
	if (!/^-?\d/.test(a) || !/^-?\d/.test(b)) return false;
	const [one, other] = [new Decimal(a), new Decimal(b)];
	return one.minus(other).abs().lte(one.abs().times('1e-12'));
}
