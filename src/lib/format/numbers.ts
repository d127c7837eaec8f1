import type { Decimal } from '../core/decimal';
import { rounded } from '../core/decimal';
import { roundedParts } from '../core/largest-remainder';
import { messages, type Locale } from '../i18n/messages';

/** Numbers as people read them: rounded half away from zero, in the reader's language; what is unknown says so. */

export type MoneyUnit = 'kr' | 'tkr' | 'mnkr';

const KRONOR = { kr: 1, tkr: 1_000, mnkr: 1_000_000 } as const;
const MONEY_DECIMALS = { kr: 0, tkr: 1, mnkr: 2 } as const;
const LANGUAGE = { sv: 'sv-SE', en: 'en-GB' } as const;

export function moneyUnit(value: string | null): MoneyUnit {
	return value === 'mnkr' || value === 'kr' ? value : 'tkr';
}

export function kronorPer(unit: MoneyUnit): number {
	return KRONOR[unit];
}

/** An amount of kronor in a unit, without the unit's name. */
export function formatMoney(value: Decimal | null, unit: MoneyUnit, locale: Locale): string {
	if (value === null) return messages[locale].missing;
	return once(value, `${unit} ${locale}`, () =>
		value.isZero() ? '0' : inWords(value.div(KRONOR[unit]), MONEY_DECIMALS[unit], locale)
	);
}

/** A row of amounts whose shown parts add up to the shown total. */
export function formatMoneyRow(
	values: readonly (Decimal | null)[],
	unit: MoneyUnit,
	locale: Locale
): string[] {
	return once(values, `${unit} ${locale}`, () => {
		const known = values.flatMap((value) => (value ? [value.div(KRONOR[unit])] : []));
		const shown = roundedParts(known, MONEY_DECIMALS[unit])[Symbol.iterator]();
		return values.map((value) => {
			const part = value && (shown.next().value ?? null);
			return value?.isZero() ? '0' : formatNumber(part, MONEY_DECIMALS[unit], locale);
		});
	});
}

/** With the unit's name: 76 755,0 tkr. */
export function formatMoneyWithUnit(
	value: Decimal | null,
	unit: MoneyUnit,
	locale: Locale
): string {
	const amount = formatMoney(value, unit, locale);
	if (value === null) return amount;
	return `${amount}\u00a0${messages[locale].units[unit]}`;
}

export function formatTonnes(value: Decimal | null, locale: Locale, decimals = 0): string {
	return formatNumber(value, decimals, locale);
}

export function formatPercent(share: Decimal, locale: Locale, decimals = 0): string {
	return `${formatNumber(share.times(100), decimals, locale)}${locale === 'sv' ? '\u00a0' : ''}%`;
}

/** The money of a call, in millions of its currency. */
export function formatEnvelope(
	amount: Decimal | null,
	currency: 'SEK' | 'EUR',
	locale: Locale
): string {
	if (amount === null) return '–';
	const inMillions = amount.div(1e6);
	const millions = formatNumber(inMillions, Math.min(2, inMillions.decimalPlaces()), locale);
	if (locale === 'en') return `${currency} ${millions} m`;
	return currency === 'SEK' ? `${millions} mnkr` : `${millions} miljoner euro`;
}

export function formatNumber(value: Decimal | null, decimals: number, locale: Locale): string {
	if (value === null) return messages[locale].missing;
	return once(value, `${decimals} ${locale}`, () => inWords(value, decimals, locale));
}

function inWords(value: Decimal, decimals: number, locale: Locale): string {
	return formatter(locale, decimals).format(rounded(value, decimals).toNumber());
}

/**
 * What was made of a value before, while the value lives. Figures never change, and the server shows the same ones to
 * everybody who looks at a plan.
 */
const made = new WeakMap<object, Map<string, unknown>>();

function once<Made>(value: object, how: string, make: () => Made): Made {
	let known = made.get(value);
	if (!known) made.set(value, (known = new Map<string, unknown>()));
	if (!known.has(how)) known.set(how, make());
	return known.get(how) as Made;
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: Locale, decimals: number): Intl.NumberFormat {
	const key = `${locale} ${decimals}`;
	let known = formatters.get(key);
	if (!known) {
		known = new Intl.NumberFormat(LANGUAGE[locale], {
			minimumFractionDigits: decimals,
			maximumFractionDigits: decimals
		});
		formatters.set(key, known);
	}
	return known;
}
