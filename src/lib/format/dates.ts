const IN_SWEDEN = new Intl.DateTimeFormat('sv-SE', {
	dateStyle: 'short',
	timeStyle: 'short',
	timeZone: 'Europe/Stockholm'
});

/** An instant in Swedish time: 2026-11-23 14:03. */
export function formatInstant(milliseconds: number): string {
	return IN_SWEDEN.format(milliseconds);
}

const CLOCK = new Intl.DateTimeFormat('sv-SE', {
	timeStyle: 'short',
	timeZone: 'Europe/Stockholm'
});
const DAY = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Stockholm' });

/** The day of an instant in Sweden: 2026-11-23. */
export function formatDay(milliseconds: number): string {
	return DAY.format(milliseconds);
}

/** The time of an instant of today, 14:03; of another day with its date. */
export function formatLately(milliseconds: number, now: number): string {
	return DAY.format(milliseconds) === DAY.format(now)
		? CLOCK.format(milliseconds)
		: formatInstant(milliseconds);
}
