import type { Workbook } from '../../input/sheets/cell.ts';
import { likeliestTable } from '../../input/sheets/headings.ts';
import { readCsv } from './csv.ts';
import { emptyFile, fileKind } from './file-kind.ts';
import { SheetRefusal } from './sheet-refusal.ts';
import { readXlsx } from './xlsx.ts';

/**
 * Reads a workbook or a text file with a table, whichever it is by its content. Throws SheetRefusal with what its sender can
 * do. Meant for a thread with a limit of memory and time.
 */
export async function readTables(
	bytes: Buffer,
	fileName: string,
	onProgress: (sheet: string) => void = () => undefined
): Promise<Workbook> {
	const workbook =
		fileKind(bytes) === 'workbook'
			? await readXlsx(bytes, onProgress)
			: { sheets: [readCsv(bytes, fileName)], tooLarge: [] };
	const { sheets, tooLarge } = workbook;
	if (sheets.every(({ rows }) => rows.length === 0)) {
		if (tooLarge.length === 0) throw emptyFile();
		throw new SheetRefusal(
			`Bladet ${tooLarge[0] ?? ''} är för stort: högst 20 000 rader och 200 kolumner läses. Kopiera listan till en ny arbetsbok.`,
			`The sheet ${tooLarge[0] ?? ''} is too large: at most 20,000 rows and 200 columns are read. Copy the list to a new workbook.`
		);
	}
	const filled = sheets.filter(({ rows }) => rows.length > 0);
	return { sheets: filled, tooLarge, best: likeliestTable(filled) };
}
