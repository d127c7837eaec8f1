import { describe, expect, it } from 'vitest';
import { callState, daysUntil, isOverAYearOld } from '../../src/lib/core/plan/call.ts';
import {
	createCall,
	removeEntry,
	saveCall
} from '../../src/lib/server/services/catalogue.commands.ts';
import { endFeed, makeFeed, remindOf } from '../../src/lib/server/services/calls.commands.ts';
import {
	calendarFeed,
	callPage,
	callsPage,
	dueReminders
} from '../../src/lib/server/services/calls.queries.ts';
import type { Context } from '../../src/lib/server/services/context.ts';
import {
	ForbiddenError,
	InvalidInputError,
	NotFoundError
} from '../../src/lib/server/services/errors.ts';
import { planDeadlines } from '../../src/lib/server/services/overview.queries.ts';
import { importPlan } from '../../src/lib/server/services/plans.commands.ts';
import * as users from '../../src/lib/server/store/users.ts';
import { member, newInstallation, newOrganisation, operator } from '../support/installation.ts';
import { exampleText } from '../support/plan-files.ts';

/** Calls: how they stand, reminders, the calendar, deadlines. */

const on = (ctx: Context, day: string): Context => ({
	...ctx,
	now: () => Date.parse(`${day}T10:00:00Z`)
});

function house() {
	const db = newInstallation();
	const [alvesta, lund] = ['Alvesta', 'Lund'].map((name) => newOrganisation(db, name));
	if (!alvesta || !lund) throw new Error('two organisations');
	return {
		db,
		admin: on(member(db, alvesta, 'admin'), '2027-01-10'),
		reader: on(member(db, alvesta, 'reader'), '2027-01-10'),
		neighbour: on(member(db, lund, 'admin', 'granne'), '2027-01-10'),
		drift: on(operator(db), '2027-01-10')
	};
}

const CALL = {
	nameSv: 'Klimatklivet våren 2027',
	programme: 'klimatklivet',
	opens: '2027-01-05',
	closes: '2027-01-31',
	decides: '2027-05-15',
	envelope: '1,2 mnkr',
	currency: 'SEK',
	source: 'https://example.org/utlysning',
	asOf: '2027-01',
	confidence: 'verified-from-source'
};

describe('how a call stands', () => {
	it('is open from its first day to its last, both included', () => {
		const call = { opens: '2027-01-05', closes: '2027-01-31' };
		const days = ['2027-01-04', '2027-01-05', '2027-01-31', '2027-02-01'];
		expect(days.map((day) => callState(call, day))).toEqual([
			'announced',
			'open',
			'open',
			'closed'
		]);
		expect(callState({ opens: null, closes: '2027-01-31' }, '2027-01-20')).toBe('announced');
		expect(callState({ opens: null, closes: null }, '2027-01-20')).toBe('announced');
		expect(callState({ opens: '2027-01-05', closes: null }, '2027-01-20')).toBe('open');
	});

	it('counts days across months and summer time', () => {
		expect(daysUntil('2027-01-31', '2027-01-10')).toBe(21);
		expect(daysUntil('2027-04-01', '2027-03-25')).toBe(7);
		expect(daysUntil('2027-01-09', '2027-01-10')).toBe(-1);
	});

	it('knows what is over a year old from the latest day that an age may mean', () => {
		const old = (asOf: string) => isOverAYearOld(asOf, '2026-11-26');
		expect(['2024', '2025-10', '2025-11-25', ''].map(old)).toEqual([true, true, true, true]);
		expect(['2025', '2025-11', '2025-11-26', '2026'].map(old)).toEqual([
			false,
			false,
			false,
			false
		]);
	});
});

describe('calls of one’s own', () => {
	it('are added, changed and taken away by an administrator, with what is wrong told by field', () => {
		const { admin, reader, neighbour } = house();
		const id = createCall(admin, CALL);
		const { edited, call } = {
			edited: callPage(admin, id, null),
			call: callPage(reader, id, null).call
		};
		expect(call).toMatchObject({ state: 'open', daysLeft: 21, closes: '2027-01-31' });
		expect(call?.envelope?.toString()).toBe('1200000');
		const wrong = { ...edited.values, closes: '2027-01-01', decides: '2027-02-30' };
		expect(() => saveCall(admin, id, edited.version, wrong)).toThrow(
			expect.objectContaining({
				fields: expect.objectContaining({
					closes: expect.anything(),
					decides: expect.anything()
				})
			})
		);
		saveCall(admin, id, edited.version, { ...edited.values, closes: '2027-02-28' });
		expect(callPage(admin, id, null).call?.daysLeft).toBe(49);
		expect(() => callPage(neighbour, id, null)).toThrow(NotFoundError);
		expect(() => createCall(reader, CALL)).toThrow(ForbiddenError);
		removeEntry(admin, 'call', id, callPage(admin, id, null).version);
		expect(() => callPage(admin, id, null)).toThrow(NotFoundError);
	});

	it('stand in the calendar by how they stand, those that close first first', () => {
		const { admin, drift } = house();
		createCall(admin, { ...CALL, nameSv: 'Senare', closes: '2027-03-01' });
		createCall(admin, CALL);
		createCall(admin, { ...CALL, nameSv: 'Nästa', opens: '2027-02-01', closes: '2027-02-20' });
		const { groups, usual } = callsPage(admin, { search: '', theme: '' });
		const names = groups.map(({ state, rows }) => [state, ...rows.map(({ name }) => name.sv)]);
		expect(names[0]).toEqual(['open', 'Klimatklivet våren 2027', 'Senare']);
		expect(names[1]).toEqual([
			'announced',
			'Nästa',
			'Gemensam utlysning klimatanpassning och städer 2027'
		]);
		// What has known days ahead is not told of by its usual months.
		expect(usual.some(({ id }) => id === 'klimatklivet')).toBe(false);
		expect(
			callsPage(drift, { search: '', theme: '' }).usual.some(({ id }) => id === 'klimatklivet')
		).toBe(true);
		const searched = callsPage(admin, { search: 'urbact', theme: '' });
		expect(searched.groups.flatMap(({ rows }) => rows)).toEqual([]);
		expect(searched.usual.map(({ id }) => id)).toEqual(['urbact-apn']);
	});
});

describe('a reminder', () => {
	it('is one person’s, due from its day to the last, and can be taken back', () => {
		const { admin, reader } = house();
		const id = createCall(admin, CALL);
		remindOf(reader, id, 14);
		const due = (day: string, who = reader) => dueReminders(on(who, day));
		expect(['2027-01-16', '2027-01-17', '2027-01-31', '2027-02-01'].map((day) => due(day))).toEqual(
			[0, 1, 1, 0]
		);
		expect(due('2027-01-20', admin)).toBe(0);
		remindOf(reader, id, 30);
		expect(due('2027-01-10')).toBe(1);
		remindOf(reader, id, null);
		expect(due('2027-01-20')).toBe(0);
		for (const days of [-1, 1.5, 366, NaN])
			expect(() => remindOf(reader, id, days)).toThrow(InvalidInputError);
	});

	it('is not for calls that one does not see', () => {
		const { admin, neighbour, drift } = house();
		const id = createCall(admin, CALL);
		expect(() => remindOf(neighbour, id, 14)).toThrow(NotFoundError);
		expect(() => remindOf(drift, 'life-sap-2026', 14)).toThrow(ForbiddenError);
	});
});

describe('the calendar to subscribe to', () => {
	const read = (ctx: Context, path: string) =>
		calendarFeed(
			{ ...ctx, actor: null },
			path.replace('/calendar/', '').replace('.ics', ''),
			'https://plan.example'
		);

	it('holds the days of the calls as whole days, with the reader’s own reminders', () => {
		const { admin, reader } = house();
		const id = createCall(admin, { ...CALL, note: 'Rad ett; med, tecken\nrad två' });
		remindOf(reader, id, 14);
		const text = read(reader, makeFeed(reader)).replace(/\r\n /g, '');
		expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
		expect(text.endsWith('END:VCALENDAR')).toBe(true);
		const event = text
			.split('BEGIN:VEVENT')
			.find((one) => one.includes('Sista dag: Klimatklivet våren'));
		expect(event).toContain('DTSTART;VALUE=DATE:20270131\r\n');
		expect(event).toContain('DTEND;VALUE=DATE:20270201\r\n');
		expect(event).toContain('TRIGGER:-P14D');
		expect(event).toContain('Rad ett\\; med\\, tecken\\nrad två');
		expect(event).toContain(
			'URL;VALUE=URI:https://plan.example/calls/egen-klimatklivet-varen-2027'
		);
		expect(text).toContain('Beslut väntas: Klimatklivet våren 2027');
		expect(text.match(/^UID:/gm)?.length).toBe(new Set(text.match(/^UID:.*$/gm)).size);
	});

	it('ends with a new address, when turned off, and with its owner', () => {
		const { db, admin, reader, neighbour } = house();
		createCall(admin, CALL);
		const first = makeFeed(reader);
		const second = makeFeed(reader);
		expect(() => read(reader, first)).toThrow(NotFoundError);
		expect(read(reader, second)).toContain('Klimatklivet våren 2027');
		expect(read(neighbour, makeFeed(neighbour))).not.toContain('Klimatklivet våren 2027');
		const stored = db.$client.prepare('select token_hash from calendar_feed').all();
		expect(JSON.stringify(stored)).not.toContain(second.slice(10, 30));
		users.setActive(db, reader.actor?.userId ?? '', false);
		expect(() => read(reader, second)).toThrow(NotFoundError);
		users.setActive(db, reader.actor?.userId ?? '', true);
		endFeed(reader);
		expect(() => read(reader, second)).toThrow(NotFoundError);
		expect(() => read(reader, '/calendar/x.ics')).toThrow(NotFoundError);
	});
});

describe('the deadlines of a plan', () => {
	it('are the calls of its programmes that are not over', () => {
		const { admin } = house();
		const planId = importPlan(admin, exampleText);
		expect(planDeadlines(admin, planId)).toEqual([]);
		createCall(admin, CALL);
		createCall(admin, { ...CALL, nameSv: 'Annat', programme: 'urbact-apn' });
		expect(planDeadlines(admin, planId)).toMatchObject([
			{ name: { sv: 'Klimatklivet våren 2027' }, state: 'open', daysLeft: 21 }
		]);
		expect(planDeadlines(on(admin, '2027-02-01'), planId)).toEqual([]);
	});
});
