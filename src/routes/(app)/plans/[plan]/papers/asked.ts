import { localeFrom, type Locale } from '$lib/i18n/messages';
import { decimalStyles } from '$lib/papers/source';
import type { AskedPaper } from '$lib/server/services/papers.queries';

/** What the address of a paper asks for; its language is the reader's unless it says another. */
export function askedIn({ searchParams }: URL, own: Locale): AskedPaper {
	const language = searchParams.get('language');
	const decimals = decimalStyles.find((one) => one === searchParams.get('decimals'));
	return {
		portfolio: searchParams.get('portfolio'),
		locale: language === null ? own : localeFrom(language),
		caseNumber: searchParams.get('case') ?? '',
		decimals: decimals ?? 'comma',
		measure: searchParams.get('measure') || null,
		isPublic: searchParams.get('content') === 'public'
	};
}
