import { en } from './en';
import { sv, type Messages } from './sv';

export type { Messages };
export type Locale = 'sv' | 'en';

export const messages: Readonly<Record<Locale, Messages>> = { sv, en };

export function localeFrom(value: string | undefined): Locale {
	return value === 'en' ? 'en' : 'sv';
}
