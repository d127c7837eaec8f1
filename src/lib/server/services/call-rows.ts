import { callState, daysUntil, type Call } from '../../core/plan/call.ts';
import { isMember, type Context } from './context.ts';
import * as reminders from '../store/reminders.ts';
import type { Owner } from '../store/catalogue.ts';
import { catalogueFor } from './catalogue.ts';

/** Calls as pages show them, those that close first first; what is over comes last, the latest first. */
export function callRows(ctx: Context, organisation: Owner, calls: readonly Call[], day: string) {
	const { programmes } = catalogueFor(ctx.db, organisation);
	const mine = isMember(ctx.actor)
		? reminders.listOf(ctx.db, ctx.actor)
		: new Map<string, number>();
	return [...calls]
		.sort((a, b) => orderOf(a, day).localeCompare(orderOf(b, day)))
		.map((call) => {
			const remindedBefore = mine.get(call.id) ?? null;
			const when = whenOf(call, day);
			const { daysLeft } = when;
			return {
				...call,
				...when,
				programmeName: programmes.get(call.programme)?.name ?? null,
				remindedBefore,
				isDue:
					remindedBefore !== null &&
					daysLeft !== null &&
					daysLeft >= 0 &&
					daysLeft <= remindedBefore
			};
		});
}

function orderOf(call: Call, day: string): string {
	const state = callState(call, day);
	if (state !== 'closed')
		return `${state === 'open' ? 0 : 1} ${call.closes ?? call.opens ?? '9999'}`;
	return `2 ${String(99_999_999 - Number((call.closes ?? '').replaceAll('-', '')))}`;
}

/** The call that matters first: the open one, else what comes next; null when all are over. */
export function soonest(calls: readonly Call[], day: string) {
	const [first] = [...calls]
		.filter((call) => callState(call, day) !== 'closed')
		.sort((a, b) => orderOf(a, day).localeCompare(orderOf(b, day)));
	return first ? whenOf(first, day) : null;
}

/** When a call may be applied to, as seen from a day. */
export function whenOf(call: Call, day: string) {
	const { opens, closes } = call;
	const daysLeft = closes === null ? null : daysUntil(closes, day);
	return { state: callState(call, day), opens, closes, daysLeft };
}
