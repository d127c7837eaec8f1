import { SheetRefusal } from './sheet-refusal.ts';

/** The compound file of old Excel, and of workbooks with a password. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** Whether bytes are a workbook or a text, by their beginning. Throws SheetRefusal for what is neither. */
export function fileKind(bytes: Buffer): 'workbook' | 'text' {
	if (bytes.length === 0) throw emptyFile();
	if (bytes.subarray(0, 4).equals(COMPOUND))
		throw new SheetRefusal(
			'Filen är skyddad med lösenord eller sparad i det gamla formatet .xls. Spara den som .xlsx utan lösenord och försök igen.',
			'The file is protected by a password or saved in the old format .xls. Save it as .xlsx without a password and try again.'
		);
	return bytes.subarray(0, 2).toString('latin1') === 'PK' ? 'workbook' : 'text';
}

export function emptyFile(): SheetRefusal {
	return new SheetRefusal('Filen är tom.', 'The file is empty.');
}
