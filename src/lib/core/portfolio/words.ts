import type { Decimal } from '../decimal.ts';

/** Numbers inside Swedish sentences: decimal comma, thousands apart. */

export function kronor(value: Decimal): string {
	return swedish(value, 2).replace(/,00$/, '');
}

export function swedish(value: Decimal, decimalPlaces: number): string {
	const [whole = '', part = ''] = value.toFixed(decimalPlaces).split('.');
	const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '\u00a0');
	return part === '' ? grouped : `${grouped},${part}`;
}
