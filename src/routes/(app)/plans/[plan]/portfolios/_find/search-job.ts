import type { PageData } from './$types';

export type Search = PageData['search'];
/** A search under way or ended, as the page has it. */
export type SearchJob = NonNullable<Search['job']>;
export type SearchResult = NonNullable<SearchJob['result']>;
