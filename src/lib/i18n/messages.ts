import type { Messages } from './sv';

export type { Messages };
export type Locale = 'sv' | 'en';

const loaded: Partial<Record<Locale, Messages>> = {};

/** The words of the languages that are loaded; the layout sees to it that those of its reader are, before any page shows. */
export const messages = loaded as Readonly<Record<Locale, Messages>>;

/** Brings the words of one language, so that a reader of the one need not fetch the other. */
export async function loadMessages(locale: Locale): Promise<void> {
	loaded[locale] ??= locale === 'en' ? (await import('./en')).en : (await import('./sv')).sv;
}

export function localeFrom(value: string | undefined): Locale {
	return value === 'en' ? 'en' : 'sv';
}
