import type { Cell } from '../../input/sheets/cell.ts';
import { eachCsvRow, type CsvLimits } from './csv.ts';
import { fileKind } from './file-kind.ts';
import { SheetRefusal } from './sheet-refusal.ts';
import { openBook, TooLarge } from './xlsx-book.ts';

const MIB = 1024 * 1024;
/** Unpacked, a list of 200 000 rows and twenty columns is some 150 MB of XML; it is never held as a whole. */
const LIMITS = { entry: 400 * MIB, total: 500 * MIB, shared: 40_000_000 };
/** Signs of all cells together; they are not kept. */
const MOST_SIGNS = 400_000_000;
const TOLD_EACH = 5_000;

/** What takes the rows of a list as they come. */
export type RowTaker = {
	/** A sheet begins. */
	readonly sheet: () => void;
	/** Whether the list has been found: sheets after it are left alone. */
	readonly isFound: () => boolean;
	readonly take: (cells: readonly Cell[], row: number) => void;
};

/**
 * Reads a long list row by row without holding it: the first sheet of a workbook that has the list, or a text file.
 * Returns the names of the sheets after it. Throws
 * SheetRefusal with what its sender can do, and what the taker throws. Meant for a thread with a limit of memory and time.
 */
export async function eachRow(
	bytes: Buffer,
	limits: CsvLimits,
	list: RowTaker,
	onProgress: (rows: number) => void
): Promise<{ readonly unread: readonly string[] }> {
	let count = 0;
	const unread: string[] = [];
	const take = (cells: readonly Cell[], row: number) => {
		count++;
		if (count % TOLD_EACH === 0) onProgress(count);
		list.take(cells, row);
	};
	if (fileKind(bytes) === 'text') eachCsvRow(bytes, limits, take);
	else {
		const book = await openBook(bytes, LIMITS);
		for (const place of book.sheets) {
			if (list.isFound()) {
				unread.push(place.name);
				continue;
			}
			list.sheet();
			await book.eachRow(place, { ...limits, signs: MOST_SIGNS }, take).catch((thrown: unknown) => {
				throw thrown instanceof TooLarge ? tooLong(limits) : thrown;
			});
		}
	}
	onProgress(count);
	return { unread };
}

function tooLong({ rows, columns }: CsvLimits): SheetRefusal {
	return new SheetRefusal(
		`Listan är för stor: högst ${rows} rader och ${columns} kolumner läses. Dela den, eller ta bort kolumner som inte behövs.`,
		`The list is too large: at most ${rows} rows and ${columns} columns are read. Split it, or take away columns that are not needed.`
	);
}
