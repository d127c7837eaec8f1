import { papers as en } from './en-papers';
import { papers as sv } from './sv-papers';

/** Words of the papers: for their pages and files alone. */
export const paperWords = { sv, en };
export type { PaperWords } from './sv-papers';
