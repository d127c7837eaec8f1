import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { SheetRefusal } from './sheet-refusal.ts';

/** What a workbook's archive may hold; bytes are counted as they come, since declared sizes lie. */
const MOST_ENTRIES = 2_000;
const HIGHEST_RATIO = 100;
/** A small entry may be packed as hard as it can be. */
const RATIO_FROM = 1024 * 1024;

/** How large what is unpacked may be, in bytes: one entry, and all together. */
export type ArchiveLimits = { readonly entry: number; readonly total: number };

/** The entries of an archive by name; reading one unpacks it piece by piece and throws SheetRefusal where it is too large. */
export type Archive = {
	readonly names: ReadonlySet<string>;
	readonly read: (name: string) => AsyncIterable<Buffer>;
};

export async function openArchive(bytes: Buffer, limits: ArchiveLimits): Promise<Archive> {
	const zip = await opened(bytes);
	const entries = await entriesOf(zip);
	let total = 0;
	return {
		names: new Set(entries.keys()),
		read: async function* (name) {
			const entry = entries.get(name);
			if (!entry) return;
			let size = 0;
			try {
				for await (const piece of await streamOf(zip, entry)) {
					const { length } = piece as Buffer;
					size += length;
					total += length;
					const isBomb = size > RATIO_FROM && size > HIGHEST_RATIO * entry.compressedSize;
					if (size > limits.entry || total > limits.total || isBomb) throw tooMuch();
					yield piece as Buffer;
				}
			} catch (thrown) {
				// Whatever the archive says, what cannot be unpacked is damaged.
				throw thrown instanceof SheetRefusal ? thrown : broken();
			}
		}
	};
}

function opened(bytes: Buffer): Promise<ZipFile> {
	return new Promise((resolve, reject) => {
		fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
			if (error) reject(broken());
			else resolve(zip);
		});
	});
}

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
	return new Promise((resolve, reject) => {
		const entries = new Map<string, Entry>();
		if (zip.entryCount > MOST_ENTRIES) {
			reject(tooMuch());
			return;
		}
		zip.on('error', () => reject(broken()));
		zip.on('end', () => resolve(entries));
		zip.on('entry', (entry: Entry) => {
			if (entries.has(entry.fileName) || entries.size >= MOST_ENTRIES || entry.isEncrypted()) {
				reject(broken());
				return;
			}
			entries.set(entry.fileName, entry);
			zip.readEntry();
		});
		zip.readEntry();
	});
}

function streamOf(zip: ZipFile, entry: Entry): Promise<AsyncIterable<unknown>> {
	return new Promise((resolve, reject) => {
		zip.openReadStream(entry, (error, stream) => {
			if (error) reject(broken());
			else resolve(stream);
		});
	});
}

function tooMuch(): SheetRefusal {
	return new SheetRefusal(
		'Filen blir orimligt stor när den packas upp och är därför inte läst. Kopiera listan till en ny arbetsbok och försök igen.',
		'The file becomes unreasonably large when it is unpacked, and is therefore not read. Copy the list to a new workbook and try again.'
	);
}

export function broken(): SheetRefusal {
	return new SheetRefusal(
		'Filen är skadad eller är inte en arbetsbok. Öppna den i Excel eller LibreOffice, spara den som .xlsx och försök igen.',
		'The file is damaged or is not a workbook. Open it in Excel or LibreOffice, save it as .xlsx and try again.'
	);
}
