import type { Membership } from '$lib/core/portfolio/compare';
import { formatPercent } from '$lib/format/numbers';
import type { Locale, Messages } from '$lib/i18n/messages';

/** How a portfolio holds a measure, in words. */
export function placeInWords(place: Membership, locale: Locale, t: Messages): string {
	if (place === null) return t.compare.out;
	const scale = place.scale ? `, ${t.compare.scaled(formatPercent(place.scale, locale))}` : '';
	return `${t.compare.in}, ${t.compare.from(place.startYear)}${scale}`;
}
