import ical, { ICalAlarmType } from 'ical-generator';
import type { Call } from '../../core/plan/call.ts';
import type { Text } from '../../core/errors.ts';

const DAY = 86_400_000;

/** A call with the name of its programme, and how many days before its last day its reader wants to be told. */
export type CalendarCall = Call & {
	readonly programmeName: Text | null;
	readonly remindedBefore: number | null;
};

/** The days of calls as an iCalendar file (RFC 5545): first day, last day and decision, each a whole day. */
export function calendarOf(calls: readonly CalendarCall[], origin: string): string {
	const calendar = ical({
		name: 'Utlysningar – Klimatportfölj',
		prodId: { company: 'Klimatportfölj', product: 'Utlysningar', language: 'SV' },
		ttl: 6 * 3600
	});
	for (const call of calls) {
		const days = [
			['opens', call.opens, 'Öppnar'],
			['closes', call.closes, 'Sista dag'],
			['decides', call.decides, 'Beslut väntas']
		] as const;
		for (const [what, day, word] of days) {
			if (day === null) continue;
			const start = new Date(`${day}T00:00:00Z`);
			const event = calendar.createEvent({
				id: `${call.id}-${what}@klimatportfolj`,
				start,
				end: new Date(start.getTime() + DAY),
				allDay: true,
				timezone: 'UTC',
				summary: `${word}: ${call.name.sv}`,
				description: [call.programmeName?.sv ?? '', call.note, call.source]
					.filter((line) => line !== '')
					.join('\n'),
				url: `${origin}/calls/${call.id}`
			});
			if (what === 'closes' && call.remindedBefore !== null)
				event.createAlarm({
					type: ICalAlarmType.display,
					triggerBefore: (call.remindedBefore * DAY) / 1000
				});
		}
	}
	return calendar.toString();
}
