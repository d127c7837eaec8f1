import type { Text } from '$lib/core/errors';
import type { Locale } from '$lib/i18n/messages';

/** Measures in a sentence. */
export function namesOf(
	all: readonly { readonly id: string; readonly name: Text | null }[],
	locale: Locale
): string {
	return all.map(({ id, name }) => `${id} ${name?.[locale] ?? ''}`.trim()).join(', ');
}
