import type { Text } from '../../core/errors.ts';
import { SheetRefusal } from '../files/sheet-refusal.ts';
import { readTables } from '../files/tables.ts';
import { inThread } from './thread.ts';

export type SheetTask = { readonly bytes: Uint8Array; readonly fileName: string };
/** The sheet that is being read. */
export type SheetProgress = { readonly sheet: string };
/** The tables as JSON, or why there are none. */
export type SheetResult = { readonly workbook: string } | { readonly refusal: Text };

/** The thread in which a file of tables is read: it may be hostile. */
await inThread<SheetTask, SheetProgress, SheetResult>(
	async ({ bytes, fileName }, { onProgress }) => {
		try {
			const tables = await readTables(Buffer.from(bytes), fileName, (sheet) =>
				onProgress({ sheet })
			);
			return { workbook: JSON.stringify(tables) };
		} catch (thrown) {
			if (thrown instanceof SheetRefusal) return { refusal: thrown.text };
			throw thrown;
		}
	}
);
