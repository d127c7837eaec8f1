import type { Gas } from '../../core/plan/plan.ts';
import { EmissionRows } from '../../input/sources/emission-rows.ts';
import type { Found, Place } from '../../input/sources/found.ts';
import { eachRow } from '../files/long-list.ts';
import { openSource, type Manners } from './http.ts';

/** The database’s own names of gases in its addresses. */
const SUBSTANCES: Readonly<Record<Gas, string>> = { CO2e: 'GGT', CO2: 'CO2' };
/** A workbook of all municipalities, subsectors and years. */
const LIMITS = { rows: 100_000, columns: 200, cells: 4_000_000 };

export function mannersOf(address: string): Manners {
	return {
		name: 'Nationella emissionsdatabasen',
		address,
		betweenMs: 1_000,
		mostMs: 120_000
	};
}

/** Gets the workbook of all municipalities and keeps the one. Throws SourceRefusal. */
export async function fetchEmissions(
	address: string,
	place: Place,
	gas: Gas,
	onRows: (rows: number) => void
): Promise<Found> {
	const path = `/api/getexcelfile/?county=0&municipality=0&sub=${SUBSTANCES[gas]}`;
	const bytes = await openSource(mannersOf(address)).bytes(path);
	return await readEmissions(bytes, place, gas, onRows);
}

/** Reads the database's workbook, as it was sent in or fetched. Throws SourceRefusal or SheetRefusal. */
export async function readEmissions(
	bytes: Buffer,
	place: Place,
	gas: Gas,
	onRows: (rows: number) => void
): Promise<Found> {
	const rows = new EmissionRows(place, gas);
	await eachRow(bytes, LIMITS, rows, onRows);
	return { kind: 'emissions', ...rows.found() };
}
