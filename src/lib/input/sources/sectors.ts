/** The main sectors of the national emission database, by how their Swedish names begin without spaces and signs. */
const beginnings: readonly (readonly [beginning: string, sector: string])[] = [
	['utrikestransporter', 'foreign-transport'],
	['transporter', 'transport'],
	['arbetsmaskiner', 'machinery'],
	['egenuppvarmning', 'heating'],
	['elochfjarrvarme', 'power-and-district-heat'],
	['industri', 'industry'],
	['jordbruk', 'agriculture'],
	['avfall', 'waste'],
	['produktanvandning', 'products']
];

/** Letters and digits alone, in small letters, å ä ö as a a o. */
export function bare(text: string): string {
	return text
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^a-z0-9]/g, '');
}

/** The plan's name of a main sector; null: not one of the database's. */
export function sectorOf(name: string): string | null {
	const own = bare(name);
	return beginnings.find(([beginning]) => own.startsWith(beginning))?.[1] ?? null;
}

export const databaseSectors: readonly string[] = beginnings.map(([, sector]) => sector);
