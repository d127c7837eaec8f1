import { books as en } from './en-books';
import { books as sv } from './sv-books';

/** Words of files that go out and workbooks that come back: for the pages of them alone, so that no other page carries them. */
export const bookWords = { sv, en };
export type BookWords = (typeof sv)['books'];
