import { rulesOf, type Programme } from '../../core/plan/programme.ts';
import { callStates, type CallState } from '../../core/plan/call.ts';
import type { CallDocument } from '../../input/catalogue/documents.ts';
import { callFormValues } from '../../input/catalogue/call-form.ts';
import { secretHash } from '../auth/secrets.ts';
import { calendarOf } from '../files/calendar.ts';
import * as entries from '../store/catalogue.ts';
import * as reminders from '../store/reminders.ts';
import * as users from '../store/users.ts';
import { callRows } from './call-rows.ts';
import {
	callsFor,
	catalogueEditor,
	catalogueFor,
	catalogueReader,
	versionOf
} from './catalogue.ts';
import { isMember, today, type Context } from './context.ts';
import { NotFoundError } from './errors.ts';

export type CallWishes = { readonly search: string; readonly theme: string };

/** The calendar of calls: what is open, what comes, what is over, and the months in which programmes use to open. */
export function callsPage(ctx: Context, wishes: CallWishes) {
	const organisation = catalogueReader(ctx);
	const day = today(ctx);
	const { programmes } = catalogueFor(ctx.db, organisation);
	const isShown = (id: string) => {
		const one = programmes.get(id);
		return one !== undefined && isWished(one, wishes);
	};
	const calls = callsFor(ctx.db, organisation);
	const rows = callRows(ctx, organisation, calls, day).filter(
		(call) => isShown(call.programme) || (wishes.theme === '' && hasText([call.name.sv], wishes))
	);
	const dated = new Set(
		calls.filter(({ closes }) => closes === null || closes >= day).map(({ programme }) => programme)
	);
	return {
		today: day,
		count: calls.length,
		groups: callStates.map((state: CallState) => ({
			state,
			rows: rows.filter((row) => row.state === state)
		})),
		usual: [...programmes.values()]
			.filter(({ id }) => isShown(id) && !dated.has(id))
			.flatMap((one) => usualMonths(one)),
		month: Number(day.slice(5, 7)),
		mayEdit: catalogueEditor(ctx) !== null,
		isMember: isMember(ctx.actor),
		feedSince: isMember(ctx.actor) ? reminders.feedMadeAt(ctx.db, ctx.actor) : null
	};
}

function isWished(one: Programme, wishes: CallWishes): boolean {
	const isOfTheme =
		wishes.theme === '' ||
		rulesOf(one).some((rule) => rule.kind === 'theme' && rule.themes.includes(wishes.theme));
	return isOfTheme && hasText([one.name.sv, one.name.en, one.funder], wishes);
}

function hasText(texts: readonly string[], { search }: CallWishes): boolean {
	return texts.join(' ').toLowerCase().includes(search.trim().toLowerCase());
}

/** Of a programme with rounds of which no day is known: the months in which it has opened before. */
function usualMonths(programme: Programme) {
	const { id, name, status, asOf } = programme;
	if (status === 'ended') return [];
	const window = rulesOf(programme).find((rule) => rule.kind === 'window');
	if (window?.kind !== 'window' || window.mode !== 'windows' || window.months.length === 0)
		return [];
	return [{ id, name, status, asOf, months: window.months }];
}

/** A call as its form shows it; without an id the form of a new one, of a programme where that is said. */
export function callPage(ctx: Context, id: string | null, ofProgramme: string | null) {
	const organisation = catalogueReader(ctx);
	const editor = catalogueEditor(ctx);
	const row = id === null ? null : entries.visible(ctx.db, 'call', organisation).get(id);
	if (row === undefined) throw new NotFoundError(`No call ${id}.`);
	const day = today(ctx);
	const calls = callsFor(ctx.db, organisation).filter((call) => call.id === id);
	const isOwned = row !== null && editor !== null && editor.owner === row.organisationId;
	return {
		id,
		call: callRows(ctx, organisation, calls, day)[0] ?? null,
		mayEdit: editor !== null,
		isMember: isMember(ctx.actor),
		isCopied: row !== null && editor !== null && !isOwned,
		isOwn: row !== null && row.organisationId !== null,
		version: row ? versionOf(row) : '',
		savedAt: row?.updatedAt ?? null,
		values: row
			? callFormValues(row.document as CallDocument)
			: { programme: ofProgramme ?? '', asOf: day },
		programmes: [...catalogueFor(ctx.db, organisation).programmes.values()]
			.map(({ id: programme, name }) => ({ id: programme, name }))
			.sort((a, b) => a.name.sv.localeCompare(b.name.sv, 'sv'))
	};
}

/** How many calls somebody is to be reminded of today. */
export function dueReminders(ctx: Context): number {
	const { actor } = ctx;
	if (!isMember(actor)) return 0;
	if (reminders.listOf(ctx.db, actor).size === 0) return 0;
	const calls = callsFor(ctx.db, actor.organisationId);
	return callRows(ctx, actor.organisationId, calls, today(ctx)).filter(({ isDue }) => isDue).length;
}

/** The calendar behind a secret address, as its owner would see it. Throws NotFoundError when there is none any more. */
export function calendarFeed(ctx: Context, token: string, origin: string): string {
	const owner = reminders.ownerOfFeed(ctx.db, secretHash(token));
	const member = owner && users.readMember(ctx.db, owner.organisationId, owner.userId);
	if (!owner || !member?.isActive) throw new NotFoundError('No such calendar.');
	const { organisationId } = owner;
	const mine = reminders.listOf(ctx.db, owner);
	const { programmes } = catalogueFor(ctx.db, organisationId);
	return calendarOf(
		callsFor(ctx.db, organisationId).map((call) => ({
			...call,
			programmeName: programmes.get(call.programme)?.name ?? null,
			remindedBefore: mine.get(call.id) ?? null
		})),
		origin
	);
}
