import type { Workbook } from '../../input/sheets/cell.ts';
import { likeliestTable } from '../../input/sheets/headings.ts';
import { readCsv } from './csv.ts';
import { SheetRefusal } from './sheet-refusal.ts';
import { readXlsx } from './xlsx.ts';

/** The compound file of old Excel, and of workbooks with a password. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * Reads a workbook or a text file with a table, whichever it is by its content. Throws SheetRefusal with what its sender can
 * do. Meant for a thread with a limit of memory and time.
 */
export async function readTables(
	bytes: Buffer,
	fileName: string,
	onProgress: (sheet: string) => void = () => undefined
): Promise<Workbook> {
	if (bytes.length === 0) throw nothing();
	if (bytes.subarray(0, 4).equals(COMPOUND))
		throw new SheetRefusal(
			'Filen är skyddad med lösenord eller sparad i det gamla formatet .xls. Spara den som .xlsx utan lösenord och försök igen.',
			'The file is protected by a password or saved in the old format .xls. Save it as .xlsx without a password and try again.'
		);
	const isArchive = bytes.subarray(0, 2).toString('latin1') === 'PK';
	const workbook = isArchive
		? await readXlsx(bytes, onProgress)
		: { sheets: [readCsv(bytes, fileName)], tooLarge: [] };
	const { sheets, tooLarge } = workbook;
	if (sheets.every(({ rows }) => rows.length === 0)) {
		if (tooLarge.length === 0) throw nothing();
		throw new SheetRefusal(
			`Bladet ${tooLarge[0] ?? ''} är för stort: högst 20 000 rader och 200 kolumner läses. Kopiera listan till en ny arbetsbok.`,
			`The sheet ${tooLarge[0] ?? ''} is too large: at most 20,000 rows and 200 columns are read. Copy the list to a new workbook.`
		);
	}
	const filled = sheets.filter(({ rows }) => rows.length > 0);
	return { sheets: filled, tooLarge, best: likeliestTable(filled) };
}

function nothing(): SheetRefusal {
	return new SheetRefusal('Filen är tom.', 'The file is empty.');
}
