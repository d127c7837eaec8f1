import { z } from 'zod';
import type { ReleaseRow } from '../../core/emissions/release.ts';
import { Decimal, sum } from '../../core/decimal.ts';
import { FOREIGN_TRANSPORT } from '../../core/emissions/reference.ts';
import type { Text } from '../../core/errors.ts';
import { SourceRefusal, type Found, type Place } from '../../input/sources/found.ts';
import { bare, sectorOf } from '../../input/sources/sectors.ts';
import { openSource, unreadable, type Source } from './http.ts';

/** Five calls a second at most. */
const MANNERS = { name: 'Kolada', betweenMs: 250, mostMs: 20_000 };
/** Pages of one answer; a key figure of one municipality fills one. */
const MOST_PAGES = 10;

/** Key figures of emissions by main sector; what each says is read in its title, which is checked. */
const EMISSIONS: Readonly<Record<string, string>> = {
	N07702: 'total',
	N85532: 'heating',
	N85533: 'transport',
	N85534: 'foreign-transport',
	N85535: 'machinery',
	N85536: 'power-and-district-heat',
	N85537: 'industry',
	N85538: 'agriculture'
};
/** Sectors whose key figures have no known id: they are looked for by their titles. */
const SEARCHED = ['waste', 'products'] as const;
const INHABITANTS = 'N01951';
/** How far sectors and their sum may lie apart, tonnes. */
const ROUNDING = 2;

const kpi = z.object({ id: z.string(), title: z.string() });
const figure = z.object({
	kpi: z.string(),
	municipality: z.string(),
	period: z.coerce.number().int(),
	values: z.array(z.object({ gender: z.string(), value: z.number().nullable() }))
});
type Kpi = z.infer<typeof kpi>;
type Figure = z.infer<typeof figure>;

/** Emissions of greenhouse gases by Kolada (v3), tonnes. Throws SourceRefusal. */
export async function koladaEmissions(address: string, { code, name }: Place): Promise<Found> {
	const kolada = openSource({ ...MANNERS, address });
	const named = await list(kolada, `/v3/kpi/${Object.keys(EMISSIONS).join(',')}`, kpi);
	const remarks: Text[] = [];
	const used = new Map<string, { sector: string; kilo: number; title: string }>();
	for (const { id, title } of named) {
		const sector = EMISSIONS[id];
		if (sector) use(id, sector, title);
	}
	const others = await list(
		kolada,
		`/v3/kpi?title=${encodeURIComponent('växthusgaser')}&per_page=5000`,
		kpi
	);
	for (const sector of SEARCHED) {
		const [only, ...more] = others.filter(({ title }) => isOfSector(title, sector));
		if (only && more.length === 0) use(only.id, sector, only.title);
		else
			remarks.push({
				sv: `Kolada har inte ett entydigt nyckeltal för sektorn ${sector}: den saknas i utgåvan, men räknas med i summan.`,
				en: `Kolada has no single key figure for the sector ${sector}: it is missing in the release, but counts in the sum.`
			});
	}

	/** Takes up a key figure whose title says tonnes of the sector; leaves out another, and says so. */
	function use(id: string, sector: string, title: string): void {
		const kilo = kiloIn(title);
		const isRight =
			/växthusgas/i.test(title) &&
			(sector === 'total' ? /tota/i.test(title) : isAbout(title, sector));
		if (kilo && isRight) used.set(id, { sector, kilo, title });
		else
			remarks.push({
				sv: `Koladas nyckeltal ${id} heter ”${title}” och är inte läst: det är inte ton för sektorn ${sector}.`,
				en: `Kolada’s key figure ${id} is called “${title}” and is not read: it is not tonnes of the sector ${sector}.`
			});
	}

	if (![...used.values()].some(({ sector }) => sector === 'total')) throw unreadable(MANNERS);
	const figures = await list(
		kolada,
		`/v3/data/kpi/${[...used.keys()].join(',')}/municipality/${code}?per_page=5000`,
		figure
	);
	assertOf(figures, code);
	const rows = figures.flatMap((one): ReleaseRow[] => {
		const own = used.get(one.kpi);
		const value = totalOf(one);
		if (!own || value === null || value < 0) return [];
		const tonnes = new Decimal(String(value)).times(own.kilo).toDecimalPlaces(3);
		return [{ year: one.period, sector: own.sector, tonnes }];
	});
	// Sectors without a sum beside them would make one that is too low.
	const years = new Set(rows.flatMap(({ sector, year }) => (sector === 'total' ? [year] : [])));
	const whole = rows.filter(({ year }) => years.has(year));
	if (whole.length === 0) throw nothing(name, code);
	if (whole.length < rows.length)
		remarks.push({
			sv: 'År där Kolada har sektorer men ingen summa är inte lästa.',
			en: 'Years of which Kolada has sectors but no sum are not read.'
		});
	const own = withoutForeign(whole, remarks);
	const release = {
		gas: 'CO2e' as const,
		rows: own.sort((a, b) => a.year - b.year || (a.sector < b.sector ? -1 : 1))
	};
	const ids = [...used.keys()].join(', ');
	return { kind: 'emissions', release, edition: '', source: `Källa: Kolada (${ids})`, remarks };
}

/** Totals without foreign transport: where the sectors show that it is in a total, it is taken out, and that is said. */
function withoutForeign(rows: readonly ReleaseRow[], remarks: Text[]): ReleaseRow[] {
	const of = (year: number, sector: string) =>
		rows.find((row) => row.year === year && row.sector === sector)?.tonnes;
	const isIn = (year: number, total: Decimal): boolean => {
		const sectors = rows.filter((row) => row.year === year && row.sector !== 'total');
		const all = sum(sectors.map(({ tonnes }) => tonnes));
		const foreign = of(year, FOREIGN_TRANSPORT);
		return Boolean(foreign?.gt(ROUNDING)) && all.minus(total).abs().lte(ROUNDING);
	};
	return rows.map((row) => {
		if (row.sector !== 'total' || !isIn(row.year, row.tonnes)) return row;
		remarks.push({
			sv: `Koladas summa ${row.year} räknar in utrikes transporter. De är avdragna, som i planens summor.`,
			en: `Kolada’s sum of ${row.year} counts foreign transport in. It is taken out, as in the plan’s sums.`
		});
		return { ...row, tonnes: row.tonnes.minus(of(row.year, FOREIGN_TRANSPORT) ?? 0) };
	});
}

/** Inhabitants on 31 December by Kolada (v3). Throws SourceRefusal. */
export async function koladaPopulation(address: string, { code, name }: Place): Promise<Found> {
	const kolada = openSource({ ...MANNERS, address });
	const [named] = await list(kolada, `/v3/kpi/${INHABITANTS}`, kpi);
	if (!named || !/^(?=.*invånare)(?=.*(?:totalt|antal))/i.test(named.title))
		throw new SourceRefusal(
			`Koladas nyckeltal ${INHABITANTS} heter ”${named?.title ?? ''}” och är inte antalet invånare. Hämta folkmängden från SCB. Inget är ändrat.`,
			`Kolada’s key figure ${INHABITANTS} is called “${named?.title ?? ''}” and is not the number of inhabitants. Get the population from SCB. Nothing is changed.`
		);
	const path = `/v3/data/kpi/${INHABITANTS}/municipality/${code}?per_page=5000`;
	const figures = await list(kolada, path, figure);
	assertOf(figures, code);
	const rows = figures
		.flatMap((one) => {
			const value = totalOf(one);
			return value !== null && Number.isInteger(value) && value > 0
				? [{ year: one.period, persons: value }]
				: [];
		})
		.sort((a, b) => a.year - b.year);
	if (rows.length === 0) throw nothing(name, code);
	const source = `Källa: Kolada (${INHABITANTS} ${named.title})`;
	return { kind: 'population', rows, source, remarks: [] };
}

/** All pages of a list. */
async function list<Row>(source: Source, first: string, row: z.ZodType<Row>): Promise<Row[]> {
	const page = z.object({ values: z.array(row), next_url: z.string().nullish() });
	const all: Row[] = [];
	let path: string | null | undefined = first;
	for (let count = 0; path && count < MOST_PAGES; count++) {
		const read = page.safeParse(await source.json(path));
		if (!read.success) throw unreadable(MANNERS);
		all.push(...read.data.values);
		path = read.data.next_url;
	}
	return all;
}

/** What came back must be of the municipality that was asked for. */
function assertOf(figures: readonly Figure[], code: string): void {
	if (figures.some(({ municipality }) => municipality !== code)) throw unreadable(MANNERS);
}

/** The value of all, not of women or men; null: Kolada has none. */
function totalOf({ values }: Figure): number | null {
	return values.find(({ gender }) => gender === 'T')?.value ?? null;
}

/** Tonnes in one of what a title counts; null: it does not count tonnes of all the municipality. */
function kiloIn(title: string): number | null {
	if (/\/\s?inv|per inv|invånare|procent|\(%\)|andel/i.test(title)) return null;
	if (/kton|1\s?000 ton|tusen ton/i.test(title)) return 1000;
	return /\bton\b/i.test(title) ? 1 : null;
}

function isOfSector(title: Kpi['title'], sector: string): boolean {
	return /växthusgas/i.test(title) && kiloIn(title) !== null && isAbout(title, sector);
}

/** Whether one of the parts of a title between its commas names the sector. */
function isAbout(title: string, sector: string): boolean {
	return title.split(/[,;:(]| från | av /).some((part) => sectorOf(bare(part)) === sector);
}

function nothing(name: string, code: string): SourceRefusal {
	return new SourceRefusal(
		`Kolada har inga sådana tal för ${name} (${code}). Inget är ändrat.`,
		`Kolada has no such figures for ${name} (${code}). Nothing is changed.`
	);
}
