import { sources as en } from './en-sources';
import { sources as sv } from './sv-sources';

/** Words of the sources of emissions and population: for their pages alone. */
export const sourceWords = { sv, en };
export type { SourceWords } from './sv-sources';
