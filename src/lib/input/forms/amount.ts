import { Decimal } from '../../core/decimal.ts';
import type { Text } from '../../core/errors.ts';

/** A number as a person typed it: read, left empty (unknown), or not to be read without asking. */
export type Typed =
	| { readonly kind: 'value'; readonly value: Decimal }
	| { readonly kind: 'empty' }
	| {
			readonly kind: 'problem';
			readonly expected: Text;
			/** What it may mean, written so that it means one thing. */
			readonly meanings?: readonly string[];
	  };

const UNITS: readonly (readonly [name: RegExp, kronor: number])[] = [
	[/(?:mdkr|mdr)$/, 1e9],
	[/(?:mnkr|mkr|miljoner kr|miljoner kronor|miljoner)$/, 1e6],
	[/(?:tkr|kkr|tusen kronor)$/, 1e3],
	[/(?:kr|kronor|sek|:-|,-)$/, 1]
];
const MOST_KRONOR = new Decimal('1e12');
const LONGEST = 60;

/**
 * Kronor in every form that Swedish officers write: 1 234,5 · 12 tkr · 3,5 mnkr · 1.234,50 · 1234:- · with any kind of
 * space and minus sign. What could mean two amounts (1,234) is asked about, never guessed. Whole öre, 0 to 10^12.
 */
export function readAmount(typed: string): Typed {
	const read = readSignedAmount(typed);
	if (read.kind !== 'value' || read.value.gte(0)) return read;
	return problem(
		'ska vara noll eller mer; en besparing är en egen sorts post och skrivs utan minus',
		'must be zero or more; a saving is a kind of its own and is written without a minus'
	);
}

/** The same with a sign, for what may be a loss: −10^12 to 10^12 kronor. A number without a unit is of so many kronor. */
export function readSignedAmount(typed: string, bareUnit = 1): Typed {
	const text = plain(typed).toLowerCase();
	if (text === '') return { kind: 'empty' };
	const unit = UNITS.find(([name]) => name.test(text));
	const number = readDecimal(unit ? text.replace(unit[0], '') : text);
	if (number.kind === 'empty') return notANumber('kronor');
	if (number.kind === 'problem') return number;
	const kronor = number.value.times(unit?.[1] ?? bareUnit);
	if (kronor.abs().gt(MOST_KRONOR))
		return problem('ska vara högst 1 000 miljarder kronor', 'must be at most SEK 10^12');
	if (kronor.decimalPlaces() > 2)
		return problem(
			'får ha högst två decimaler i kronor',
			'may have at most two decimals in kronor'
		);
	return { kind: 'value', value: kronor };
}

/** A number without a unit: 1 234,5 · −12 · (12) for minus · 0.25. Asks where it could mean two things. */
export function readDecimal(typed: string): Typed {
	let text = plain(typed);
	if (text === '') return { kind: 'empty' };
	if (text.length > LONGEST) return notANumber('ett tal');
	const inBrackets = /^\((.*)\)$/.exec(text);
	let sign = '';
	if (inBrackets) {
		sign = '-';
		text = (inBrackets[1] ?? '').trim();
	} else if (/^[-+]/.test(text)) {
		sign = text.startsWith('-') ? '-' : '';
		text = text.slice(1).trim();
	}
	const digits = digitsOf(text);
	if (typeof digits !== 'string') return digits;
	return { kind: 'value', value: new Decimal(sign + digits) };
}

/** Digits with a decimal point, of a text with any of the separators in use; a problem where it is not a number. */
function digitsOf(text: string): string | Extract<Typed, { kind: 'problem' }> {
	if (/^\d+$/.test(text)) return text;
	const spaced = /^\d{1,3}(?: \d{3})+(?=$|[.,]\d+$)/.exec(text)?.[0];
	if (spaced) return text.replaceAll(' ', '').replace(',', '.');
	if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(text)) return text.replaceAll('.', '').replace(',', '.');
	if (/^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+$/.test(text)) return text.replace(/[.,]/g, '');
	if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return twoMeanings(text);
	if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(text)) return twoMeanings(text);
	if (/^\d*[.,]\d+$/.test(text)) return `0${text.replace(',', '.')}`;
	return notANumber('ett tal');
}

function twoMeanings(text: string) {
	const whole = text.replace(/[.,]/g, '').replace(/(\d)(?=(\d{3})+$)/g, '$1 ');
	const decimal = text.replace('.', ',');
	if (/,.*\./.test(text)) {
		const swedish = text.replaceAll(',', ' ').replace('.', ',');
		return {
			...problem(`menar du ${swedish}? Skriv det så`, `do you mean ${swedish}? Write it so`),
			meanings: [swedish]
		};
	}
	return {
		...problem(
			`kan betyda två saker: skriv ${whole} eller ${decimal}0`,
			`can mean two things: write ${whole} or ${decimal}0`
		),
		meanings: [whole, `${decimal}0`]
	};
}

function notANumber(what: string) {
	return problem(
		`ska vara ${what}, till exempel 1 234,50${what === 'kronor' ? ', 12 tkr eller 3,5 mnkr' : ''}`,
		`must be a number${what === 'kronor' ? ' of kronor' : ''}, such as 1 234,50${what === 'kronor' ? ', 12 tkr or 3,5 mnkr' : ''}`
	);
}

function problem(sv: string, en: string): Extract<Typed, { kind: 'problem' }> {
	return { kind: 'problem', expected: { sv, en } };
}

/** Every kind of space as one, every minus as one. */
function plain(text: string): string {
	return text
		.replace(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g, ' ')
		.replace(/[\u2212\u2010-\u2013\ufe63\uff0d]/g, '-')
		.trim();
}

/** A number as a field shows it, read back as the same: decimal comma, thousands apart. */
export function typedNumber(value: Decimal | null): string {
	if (value === null) return '';
	const [whole = '0', decimals = ''] = value.abs().toFixed().split('.');
	const grouped = whole.replace(/(\d)(?=(\d{3})+$)/g, '$1\u00a0');
	// Three decimals behind few digits would read as thousands; a fourth says that they are decimals.
	const shown = decimals.length === 3 && whole.length <= 3 ? `${decimals}0` : decimals;
	return `${value.isNegative() && !value.isZero() ? '\u2212' : ''}${grouped}${shown ? `,${shown}` : ''}`;
}
