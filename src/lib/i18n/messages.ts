import { en } from './en';
import { sv } from './sv';

/** The interface's words: Swedish first, English beside it. The compiler sees to it that neither lacks a word. */
export type Messages = typeof sv;
export type Locale = 'sv' | 'en';

export const messages: Readonly<Record<Locale, Messages>> = { sv, en };

export function localeFrom(value: string | undefined): Locale {
	return value === 'en' ? 'en' : 'sv';
}
