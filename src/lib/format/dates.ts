const IN_SWEDEN = new Intl.DateTimeFormat('sv-SE', {
	dateStyle: 'short',
	timeStyle: 'short',
	timeZone: 'Europe/Stockholm'
});

/** An instant in Swedish time: 2026-11-23 14:03. */
export function formatInstant(milliseconds: number): string {
	return IN_SWEDEN.format(milliseconds);
}
