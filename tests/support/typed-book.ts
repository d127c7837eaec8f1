import { openXlsx, saveXlsx } from 'hucre/xlsx';

/** What somebody types into a workbook and where: the sheet, the key of the row, the heading of the column; `|` between languages. */
export type Typed = {
	readonly sheet: string;
	readonly key: string;
	readonly heading: string | number;
	readonly value: string | number;
};

/** A workbook as another program saves it once something has been typed into it. */
export async function typedInBook(bytes: Uint8Array, typed: readonly Typed[]): Promise<Buffer> {
	const book = await openXlsx(bytes);
	for (const { sheet, key, heading, value } of typed) {
		const rows = book.sheets.find(({ name }) => sheet.split('|').includes(name))?.rows ?? [];
		const isHeading = (cell: unknown) =>
			typeof heading === 'number' ? cell === heading : heading.split('|').includes(String(cell));
		const row = rows.find(([first]) => first === key);
		const column = rows.map((one) => one.findIndex(isHeading)).find((place) => place >= 0);
		if (!row || column === undefined)
			throw new RangeError(`${sheet} has no ${key} under ${heading}`);
		row[column] = value;
	}
	return Buffer.from(await saveXlsx(book));
}
