import { spend as en } from './en-spend';
import { spend as sv } from './sv-spend';

/** Words of the footprint of purchases: for its pages alone. */
export const spendWords = { sv, en };
export type { SpendWords } from './sv-spend';
