import { newToken, secretHash } from '../auth/secrets.ts';
import { inTransaction } from '../db/open.ts';
import * as reminders from '../store/reminders.ts';
import { callsFor } from './catalogue.ts';
import { permit, record, type Context } from './context.ts';
import { InvalidInputError, NotFoundError } from './errors.ts';

const LONGEST = 365;

/** Asks to be reminded so many days before a call's last day; null: no longer. */
export function remindOf(ctx: Context, callId: string, daysBefore: number | null): void {
	const member = permit(ctx, 'plan.read');
	if (!callsFor(ctx.db, member.organisationId).some(({ id }) => id === callId))
		throw new NotFoundError(`No call ${callId}.`);
	if (
		daysBefore !== null &&
		!(Number.isInteger(daysBefore) && daysBefore >= 0 && daysBefore <= LONGEST)
	)
		throw new InvalidInputError({
			daysBefore: {
				sv: `ska vara ett helt antal dagar, 0 till ${LONGEST}`,
				en: `must be a whole number of days, 0 to ${LONGEST}`
			}
		});
	inTransaction(ctx.db, () => {
		if (daysBefore === null) reminders.unset(ctx.db, member, callId);
		else reminders.set(ctx.db, member, callId, daysBefore, ctx.now());
		const action = daysBefore === null ? 'reminder.remove' : 'reminder.set';
		record(ctx, { action, entity: 'call', entityId: callId });
	});
}

/** A new secret address for a calendar program, which ends the one before. Returns its path. */
export function makeFeed(ctx: Context): string {
	const member = permit(ctx, 'plan.read');
	const token = newToken();
	inTransaction(ctx.db, () => {
		reminders.setFeed(ctx.db, member, secretHash(token), ctx.now());
		record(ctx, { action: 'calendar.make', entity: 'user', entityId: member.userId });
	});
	return `/calendar/${token}.ics`;
}

export function endFeed(ctx: Context): void {
	const member = permit(ctx, 'plan.read');
	inTransaction(ctx.db, () => {
		reminders.setFeed(ctx.db, member, null, ctx.now());
		record(ctx, { action: 'calendar.end', entity: 'user', entityId: member.userId });
	});
}
