import type { Decimal } from '../decimal.ts';
import type { Text } from '../errors.ts';
import type { Currency, Evidence } from './funding-rules.ts';

/** A round in which a programme takes applications. Days are 2026-11-26; null: not known. */
export type Call = {
	readonly id: string;
	readonly programme: string;
	readonly name: Text;
	/** First and last day for applications, both included. */
	readonly opens: string | null;
	readonly closes: string | null;
	/** Day on which the funder is expected to decide. */
	readonly decides: string | null;
	/** Money of the whole round. */
	readonly envelope: Decimal | null;
	readonly currency: Currency;
	readonly note: string;
} & Pick<Evidence, 'source' | 'asOf' | 'confidence'>;

export const callStates = ['open', 'announced', 'closed'] as const;
export type CallState = (typeof callStates)[number];

/** How a call stands on a day; one of which the first day is unknown is announced until its last. */
export function callState(
	{ opens, closes }: Pick<Call, 'opens' | 'closes'>,
	today: string
): CallState {
	if (closes !== null && closes < today) return 'closed';
	return opens !== null && opens <= today ? 'open' : 'announced';
}

const DAY = 86_400_000;

/** Whole days from one day to another; negative when it has passed. */
export function daysUntil(day: string, today: string): number {
	return Math.round((Date.parse(day) - Date.parse(today)) / DAY);
}

/** Whether what was last checked then (2024, 2024-05 or 2024-05-31) was so over a year before a day. */
export function isOverAYearOld(asOf: string, today: string): boolean {
	if (!/^\d{4}(?:-\d{2}){0,2}$/.test(asOf)) return true;
	const latest = asOf + '-12-31'.slice(asOf.length === 4 ? 0 : asOf.length === 7 ? 3 : 6);
	const aYearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
	return latest < aYearAgo;
}
