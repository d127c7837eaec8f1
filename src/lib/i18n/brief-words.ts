import { brief as en } from './en-brief';
import { brief as sv } from './sv-brief';

/** Sentences of the brief: for its pages and papers alone. */
export const briefWords = { sv: sv.brief, en: en.brief };
export type BriefWords = (typeof briefWords)['sv'];
