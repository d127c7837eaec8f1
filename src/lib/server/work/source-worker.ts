import type { Text } from '../../core/errors.ts';
import type { Gas } from '../../core/plan/plan.ts';
import { SourceRefusal, type Found, type Place } from '../../input/sources/found.ts';
import { SheetRefusal } from '../files/sheet-refusal.ts';
import { fetchEmissions, readEmissions } from '../sources/emission-database.ts';
import { koladaEmissions, koladaPopulation } from '../sources/kolada.ts';
import { scbPopulation } from '../sources/scb.ts';
import { inThread } from './thread.ts';

/** What is asked of whom; with `bytes`, a file that was sent in is read and nobody is asked. */
export type SourceTask = {
	readonly source:
		'emission-database' | 'kolada-emissions' | 'kolada-population' | 'scb-population';
	readonly place: Place;
	readonly gas: Gas;
	readonly address: string;
	readonly bytes?: Uint8Array;
};
/** Rows of the file so far. */
export type SourceProgress = { readonly rows: number };
/** What was found as JSON, or why nothing was. */
export type SourceResult = { readonly found: string } | { readonly refusal: Text };

/** The thread in which a source outside is asked, or its file read. */
await inThread<SourceTask, SourceProgress, SourceResult>(async (task, { onProgress }) => {
	try {
		return { found: JSON.stringify(await found(task, (rows) => onProgress({ rows }))) };
	} catch (thrown) {
		if (thrown instanceof SourceRefusal || thrown instanceof SheetRefusal)
			return { refusal: thrown.text };
		throw thrown;
	}
});

async function found(
	{ source, place, gas, address, bytes }: SourceTask,
	onRows: (rows: number) => void
): Promise<Found> {
	if (source === 'kolada-emissions') return await koladaEmissions(address, place);
	if (source === 'kolada-population') return await koladaPopulation(address, place);
	if (source === 'scb-population') return await scbPopulation(address, place);
	return bytes
		? await readEmissions(Buffer.from(bytes), place, gas, onRows)
		: await fetchEmissions(address, place, gas, onRows);
}
