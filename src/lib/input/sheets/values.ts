import { Decimal } from '../../core/decimal.ts';
import type { Text } from '../../core/errors.ts';
import { readDecimal, readSignedAmount, typedNumber } from '../forms/amount.ts';
import { isEmptyCell, plainNumber, shownCell, type Cell } from './cell.ts';
import type { SheetUnit } from './choices.ts';
import type { ValueKind } from './fields.ts';
import { choiceOf, wordLists } from './words.ts';

/** A choice that answers a question: what to put in the cell, and how it reads. */
export type Option = { readonly value: string; readonly text: Text };

/** A cell as a field of a form would have it typed; or what stands in the way. A question has answers to choose from. */
type ReadCell =
	| { readonly typed: string; readonly remark?: Text }
	| { readonly trouble: Text; readonly options: readonly Option[]; readonly isQuestion: boolean };

/** Only texts may be longer. */
const LONGEST = 300;

/** What is typed for an amount or a figure that is said to be unknown. */
export const UNKNOWN = '?';
/** Words that people write for it. */
export const UNKNOWN_WORDS = /^(?:okänt|okänd|saknas|oklart|missing|\?+|unknown|n\/a|tbd)$/i;
/** A dash in a table of figures says that there is nothing to say. */
const DASH = /^[-–—−]$/;

const KRONOR: Readonly<Record<Exclude<SheetUnit, ''>, number>> = { kr: 1, tkr: 1e3, mnkr: 1e6 };

type HowToRead = {
	readonly kind: ValueKind;
	/** Of the amounts of the column. */
	readonly unit: SheetUnit;
	readonly isMinus: boolean;
	/** The words of its choices. */
	readonly words: string;
};

/** Reads a cell by what its column says. Empty is empty: nothing is ever taken to be zero. */
export function readCell(cell: Cell, how: HowToRead): ReadCell {
	if (isEmptyCell(cell)) return { typed: '' };
	const error = errorIn(cell);
	if (error !== null)
		return fault(
			`cellen visar felet ${error}; rätta formeln i filen, eller skriv värdet här`,
			`the cell shows the error ${error}; mend the formula in the file, or write the value here`
		);
	if (typeof cell === 'object' && cell && 'uncomputed' in cell)
		return fault(
			'formeln har inget uträknat värde; öppna filen i Excel eller LibreOffice och spara den, eller skriv värdet här',
			'the formula has no computed value; open the file in Excel or LibreOffice and save it, or write the value here'
		);
	const text = shownCell(cell).trim();
	if (how.kind !== 'text' && text.length > LONGEST)
		return fault('är för lång för det som kolumnen säger', 'is too long for what the column says');
	switch (how.kind) {
		case 'amount':
			return amount(cell, text, how);
		case 'percent':
			return percent(cell, text);
		case 'number':
			return number(cell, text);
		case 'year':
			return year(cell, text);
		case 'years':
			return { typed: typeof cell === 'object' && cell && 'n' in cell ? plainNumber(cell) : text };
		case 'word':
			return word(text, how.words);
		case 'day':
			return day(cell, text);
		case 'yes':
			return yes(cell, text);
		default:
			return { typed: text };
	}
}

/** Errors as text files have them, in Swedish and English. */
const ERROR =
	/^#(?:REF|REFERENS|VALUE|VÄRDEFEL|DIV\/0|DIVISION\/0|N\/A|SAKNAS|NAME|NAMN|NUM|OGILTIGT|NULL|SKÄRNING)[!?]?$/i;

function errorIn(cell: Cell): string | null {
	if (typeof cell === 'string') return ERROR.test(cell.trim()) ? cell.trim() : null;
	return cell && 'error' in cell ? cell.error : null;
}

function amount(cell: Cell, text: string, { unit, isMinus }: HowToRead): ReadCell {
	if (UNKNOWN_WORDS.test(text)) return { typed: UNKNOWN };
	if (DASH.test(text)) return { typed: '' };
	const factor = unit === '' ? null : KRONOR[unit];
	if (typeof cell === 'object' && cell) {
		if (!('n' in cell) || cell.isPercent)
			return fault('ska vara ett belopp', 'must be an amount of money');
		if (factor === null) return { typed: '' };
		// A computed number has digits beyond the öre; so has a third of a million.
		const exact = new Decimal(cell.n).times(factor);
		const kronor = exact.toDecimalPlaces(2);
		const typed = typedNumber(isMinus ? kronor.neg() : kronor);
		if (kronor.eq(exact)) return { typed };
		return {
			typed,
			remark: {
				sv: `avrundat till hela ören: ${typed} kr`,
				en: `rounded to whole öre: SEK ${typed}`
			}
		};
	}
	const read = readSignedAmount(text, factor ?? 1);
	if (read.kind === 'problem') return asked(read.expected, read.meanings);
	if (read.kind === 'empty') return { typed: '' };
	return { typed: typedNumber(isMinus ? read.value.neg() : read.value) };
}

function percent(cell: Cell, text: string): ReadCell {
	if (typeof cell === 'object' && cell && 'n' in cell && cell.isPercent)
		return { typed: plainNumber(cell) };
	if (/(?:%|procent)$/i.test(text)) return { typed: text };
	const read = readDecimal(text);
	if (read.kind !== 'value' || read.value.lte(0) || read.value.gt(1)) return { typed: text };
	const [share, perCent] = [typedNumber(read.value.times(100)), typedNumber(read.value)];
	return asked(
		{
			sv: `kan betyda ${share} % eller ${perCent} %`,
			en: `can mean ${share} % or ${perCent} %`
		},
		[`${share} %`, `${perCent} %`]
	);
}

function number(cell: Cell, text: string): ReadCell {
	if (UNKNOWN_WORDS.test(text)) return { typed: UNKNOWN };
	if (DASH.test(text)) return { typed: '' };
	if (typeof cell === 'object' && cell && 'n' in cell) {
		const kilograms = new Decimal(cell.n).toDecimalPlaces(3);
		return { typed: typedNumber(kilograms) };
	}
	const bare = text.replace(/\s*(?:ton(?:nes)?|t)(?:\s*co[2₂]e?)?(?:\s*\/\s*år)?$/i, '');
	const read = readDecimal(bare);
	if (read.kind === 'problem') return asked(read.expected, read.meanings);
	return { typed: bare };
}

function year(cell: Cell, text: string): ReadCell {
	if (typeof cell === 'object' && cell && 'day' in cell) return { typed: cell.day.slice(0, 4) };
	const inDay = /^(\d{4})-\d\d(?:-\d\d)?$/.exec(text)?.[1];
	return { typed: inDay ?? text };
}

function word(text: string, words: string): ReadCell {
	const choice = choiceOf(words, text);
	if (choice) return { typed: choice };
	const options = Object.entries(wordLists[words] ?? {}).map(
		([value, [first = value]]): Option => ({
			value,
			text: { sv: first, en: value.replaceAll('-', ' ') }
		})
	);
	return {
		trouble: {
			sv: 'är inget ord som känns igen här; välj vad det betyder',
			en: 'is no word that is known here; choose what it means'
		},
		options,
		isQuestion: true
	};
}

function day(cell: Cell, text: string): ReadCell {
	if (typeof cell === 'object' && cell && 'day' in cell) return { typed: cell.day };
	if (/^\d{4}-\d\d-\d\d$/.test(text)) return { typed: text };
	const inOne = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
	if (inOne) return { typed: inOne.slice(1).join('-') };
	const [, first, second, yearText] = /^(\d{1,2})[./ -](\d{1,2})[./ -]+(\d{4})$/.exec(text) ?? [];
	if (!first || !second || !yearText)
		return fault(
			'ska vara ett datum, till exempel 2026-11-23',
			'must be a day, such as 2026-11-23'
		);
	const iso = (month: string, date: string) =>
		`${yearText}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
	if (Number(second) > 12) return { typed: iso(first, second) };
	if (Number(first) > 12 || first === second) return { typed: iso(second, first) };
	return asked(
		{
			sv: `kan betyda ${iso(second, first)} eller ${iso(first, second)}`,
			en: `can mean ${iso(second, first)} or ${iso(first, second)}`
		},
		[iso(second, first), iso(first, second)]
	);
}

function yes(cell: Cell, text: string): ReadCell {
	const isYes = typeof cell === 'object' && cell && 'yes' in cell ? cell.yes : null;
	if (isYes ?? /^(?:ja|j|x|sant|yes|y|true|1)$/i.test(text)) return { typed: 'on' };
	if (isYes === false || /^(?:nej|n|falskt|no|false|0)$/i.test(text)) return { typed: '' };
	return fault('ska vara ja eller nej', 'must be yes or no');
}

function asked(trouble: Text, meanings: readonly string[] = []): ReadCell {
	const options = meanings.map((value) => ({ value, text: { sv: value, en: value } }));
	return { trouble, options, isQuestion: options.length > 0 };
}

function fault(sv: string, en: string): ReadCell {
	return { trouble: { sv, en }, options: [], isQuestion: false };
}
