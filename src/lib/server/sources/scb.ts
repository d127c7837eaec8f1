import { z } from 'zod';
import { SourceRefusal, type Found, type Place } from '../../input/sources/found.ts';
import { openSource, unreadable } from './http.ts';

/** Ten calls in ten seconds are let in. */
const MANNERS = { name: 'SCB', betweenMs: 1_000, mostMs: 30_000 };
/** Population on 31 December by region, marital status, age and sex; the last three may be left out. */
const TABLE = 'TAB638';
const POPULATION = /^(?:folkmängd|population)$/i;

const category = z.object({
	index: z.union([z.array(z.string()), z.record(z.string(), z.number())]),
	label: z.record(z.string(), z.string()).optional()
});
/** The parts of json-stat 2 that are needed here. */
const cube = z.object({
	id: z.array(z.string()),
	size: z.array(z.number().int()),
	dimension: z.record(z.string(), z.object({ category })),
	value: z
		.union([z.array(z.number().nullable()), z.record(z.string(), z.number().nullable())])
		.optional()
});
type Cube = z.infer<typeof cube>;

/** Inhabitants on 31 December of each year by SCB (PxWebApi 2). Throws SourceRefusal. */
export async function scbPopulation(address: string, { code, name }: Place): Promise<Found> {
	const scb = openSource({ ...MANNERS, address });
	const ask = async (path: string): Promise<Cube> => {
		const read = cube.safeParse(await scb.json(path));
		if (!read.success) throw unreadable(MANNERS);
		return read.data;
	};
	const about = await ask(`/api/v2/tables/${TABLE}/metadata?lang=sv`);
	if (!codesOf(about, 'Region').includes(code))
		throw new SourceRefusal(
			`SCB:s tabell ${TABLE} har ingen kommun med koden ${code} (${name}). Inget är ändrat.`,
			`SCB’s table ${TABLE} has no municipality with the code ${code} (${name}). Nothing is changed.`
		);
	const contents = codesOf(about, 'ContentsCode').find((one) =>
		POPULATION.test(about.dimension['ContentsCode']?.category.label?.[one] ?? '')
	);
	if (!contents) throw unreadable(MANNERS);
	const wanted = new URLSearchParams({
		lang: 'sv',
		outputFormat: 'json-stat2',
		'valueCodes[Region]': code,
		'valueCodes[ContentsCode]': contents,
		'valueCodes[Tid]': '*'
	});
	const data = await ask(`/api/v2/tables/${TABLE}/data?${wanted}`);
	// What came back must be what was asked for: one municipality, one content, and the years.
	const isAsked =
		data.id.every((one) => ['Region', 'ContentsCode', 'Tid'].includes(one)) &&
		codesOf(data, 'Region').join() === code &&
		codesOf(data, 'ContentsCode').join() === contents;
	if (!isAsked) throw unreadable(MANNERS);
	const rows = codesOf(data, 'Tid')
		.flatMap((tid, place) => {
			const persons = Array.isArray(data.value) ? data.value[place] : data.value?.[place];
			const year = Number(tid);
			return persons != null && persons > 0 && Number.isInteger(persons) && Number.isInteger(year)
				? [{ year, persons }]
				: [];
		})
		.sort((a, b) => a.year - b.year);
	if (rows.length === 0) throw unreadable(MANNERS);
	const source = `SCB, ${TABLE} Folkmängd 31 december`;
	return { kind: 'population', rows, source, remarks: [] };
}

/** The codes of a dimension in the order of its values. */
function codesOf({ dimension }: Cube, name: string): string[] {
	const index = dimension[name]?.category.index ?? [];
	return Array.isArray(index)
		? index
		: Object.entries(index)
				.sort(([, a], [, b]) => a - b)
				.map(([code]) => code);
}
