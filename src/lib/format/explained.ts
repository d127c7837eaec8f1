import type { Decimal } from '../core/decimal';
import type { Unit } from '../core/formula';
import type { Stated } from '../core/portfolio/explain/explained';
import type { Locale, Messages } from '../i18n/messages';
import { fieldName } from './field-words';
import { formatNumber } from './numbers';

/** At most so many decimals, by unit; what is exact with fewer is shown with fewer. */
const MOST_DECIMALS: Readonly<Partial<Record<Unit, number>>> = {
	kr: 2,
	EUR: 2,
	t: 3,
	'kr/t': 2,
	't/year': 3,
	share: 4,
	öre: 4,
	'kr/person': 2
};
const LEAST_DECIMALS: Readonly<Partial<Record<Unit, number>>> = { kr: 2, EUR: 2 };

/** A value of an explanation with its unit, as exact as people need to follow it: 1 234 567,89 kr. */
export function formatExplained(
	value: Decimal | null,
	unit: Unit,
	locale: Locale,
	t: Messages
): string {
	if (value === null) return t.how.unknown;
	if (unit === 'year') return value.toFixed(0);
	const shown = unit === 'share' ? value.times(100) : value;
	const most = MOST_DECIMALS[unit] ?? 6;
	const decimals = Math.max(
		LEAST_DECIMALS[unit] ?? 0,
		Math.min(most, shown.toDecimalPlaces(most).decimalPlaces())
	);
	const name = t.how.units[unit];
	return formatNumber(shown, decimals, locale) + (name === '' ? '' : `\u00a0${name}`);
}

/** Where a typed value stands, in words: "Åtgärd A04: kostnadspost c1, år 2027, belopp". */
export function placeInWords({ part, id, field }: Stated, t: Messages): string {
	const thing = t.update.parts[part] ?? t.sections[part] ?? part;
	const name = fieldName(field === '' ? part : field, t, 1);
	return `${thing}${id === null ? '' : ` ${id}`}: ${name}`;
}

/** The page on which it is seen, below the plan's own address; null for what only the plan file shows. */
export function placeAddress({ part, id, measure }: Stated): string | null {
	if (part === 'measures') return `/measures/${id ?? ''}`;
	if (part === 'portfolios') return `/portfolios/${id ?? ''}`;
	if (part === 'funding') return measure === undefined ? '/financing' : `/measures/${measure}`;
	if (part === 'applications') return `/applications/${id ?? ''}`;
	if (part === 'budget') return '/capacity';
	if (part === 'plan' || part === 'tax') return '/settings';
	const isEmissions = ['inventory', 'targets', 'reference', 'statedShares'].includes(part);
	return isEmissions ? '/emissions' : null;
}
