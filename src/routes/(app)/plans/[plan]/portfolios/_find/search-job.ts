import type { Text } from '$lib/core/errors';
import type { MoneyUnit } from '$lib/format/numbers';
import type { Locale, Messages } from '$lib/i18n/messages';
import type { PageData } from './$types';

export type Search = PageData['search'];
/** A search under way or ended, as the page has it. */
export type SearchJob = NonNullable<Search['job']>;
type Result = NonNullable<SearchJob['result']>;
export type BestResult = Extract<Result, { kind: 'best' }>;
export type FrontResult = Extract<Result, { kind: 'front' }>;
/** What both kinds say of what was asked and left out. */
export type Terms = Pick<Result, 'leftOut' | 'partlyKnown' | 'unknownEffects'>;
/** What every result is shown with. */
export type ShownWith = {
	readonly job: SearchJob;
	readonly errors: Readonly<Record<string, Text>>;
	/** What stood in the form that saves, when it came back. */
	readonly typed: Readonly<Record<string, string>> | null;
	readonly plan: string;
	readonly along: string;
	readonly unit: MoneyUnit;
	readonly locale: Locale;
	readonly t: Messages;
};
