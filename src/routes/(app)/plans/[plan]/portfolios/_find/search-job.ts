import type { PageData } from './$types';

export type Search = PageData['search'];
/** A search under way or ended, as the page has it. */
export type SearchJob = NonNullable<Search['job']>;
type Result = NonNullable<SearchJob['result']>;
export type BestResult = Extract<Result, { kind: 'best' }>;
export type FrontResult = Extract<Result, { kind: 'front' }>;
/** What both kinds say of what was asked and left out. */
export type Terms = Pick<Result, 'leftOut' | 'partlyKnown' | 'unknownEffects'>;
