import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { workbook } from './workbook.ts';
import type { TestCell, TestSheet } from './workbook.ts';

/**
 * A server on this machine that answers as the sources do, in the forms that their descriptions and public programs show.
 * The emissions of Alvesta are those of a public copy of the national database (t CO2e); other municipalities are made up.
 */

const YEARS = [2020, 2022, 2023, 2024];
const ALVESTA: Readonly<Record<string, readonly number[]>> = {
	Jordbruk: [43_825.04, 45_071.23, 43_383.31, 43_431.12],
	Transporter: [42_524.36, 38_345.74, 37_719.6, 45_658.8],
	Arbetsmaskiner: [6_646.95, 5_722.28, 5_992.94, 7_832.4],
	'Avfall (inkl.avlopp)': [3_476.36, 3_335.93, 3_425.71, 3_740.2],
	'Produktanvändning (inkl. lösningsmedel)': [2_492.78, 1_967.38, 1_834.9, 2_141.3],
	'Egen uppvärmning av bostäder och lokaler': [1_862.92, 2_058.82, 1_649.73, 1_650.4],
	'El och fjärrvärme': [755.14, 584.92, 666.8, 608.9],
	'Industri (energi + processer)': [1_800.65, 503.23, 608.2, 600.3],
	'Utrikes transporter': [0, 0, 0, 0]
};

type DatabaseFile = {
	readonly gas?: 'CO2e' | 'CO2';
	readonly years?: readonly number[];
	readonly values?: Readonly<Record<string, readonly (number | string | null)[]>>;
	readonly title?: string;
};

/** The workbook of the database: title rows, a heading over two rows, sums marked „Alla”, several municipalities. */
export function emissionWorkbook(file: DatabaseFile = {}): Buffer {
	return workbook([databaseSheet(file)]);
}

export function databaseSheet({
	gas = 'CO2e',
	years = YEARS,
	values = ALVESTA,
	title = gas === 'CO2e'
		? 'Utsläpp av växthusgaser (GGT), ton CO2-ekv.'
		: 'Utsläpp av koldioxid (CO2), ton'
}: DatabaseFile): TestSheet {
	const sums = years.map((_, place) =>
		Object.values(values).reduce((sum, own) => sum + (Number(own[place]) || 0), 0)
	);
	const rowsOf = (county: string, municipality: string, scale: number): TestCell[][] => [
		['Alla', 'Alla', county, municipality, ...sums.map((sum) => sum * scale)],
		...Object.entries(values).flatMap(([sector, own]): TestCell[][] => [
			[sector, 'Alla', county, municipality, ...own.map((n) => scaled(n, scale))],
			[sector, 'Del av sektorn', county, municipality, ...own.map((n) => scaled(n, scale / 2))]
		])
	];
	return {
		name: 'Utsläpp',
		rows: [
			['Nationella emissionsdatabasen'],
			[title],
			[],
			['Huvudsektor', 'Undersektor', 'Län', 'Kommun', 'År'],
			[null, null, null, null, ...years],
			...rowsOf('Alla', 'Alla', 290),
			...rowsOf('Kronobergs län', 'Alla', 8),
			...rowsOf('Kronobergs län', 'Växjö', 3),
			...rowsOf('Kronobergs län', 'Alvesta', 1)
		]
	};
}

function scaled(value: number | string | null, scale: number): number | string | null {
	return typeof value === 'number' ? value * scale : value;
}

const KPIS: Readonly<Record<string, string>> = {
	N07702: 'Utsläpp till luft av växthusgaser totalt, ton CO2-ekv',
	N85532: 'Utsläpp till luft av växthusgaser, egen uppvärmning, ton CO2-ekv',
	N85533: 'Utsläpp till luft av växthusgaser, transporter, ton CO2-ekv',
	N85534: 'Utsläpp till luft av växthusgaser, utrikes transporter, ton CO2-ekv',
	N85535: 'Utsläpp till luft av växthusgaser, arbetsmaskiner, ton CO2-ekv',
	N85536: 'Utsläpp till luft av växthusgaser, el och fjärrvärme, ton CO2-ekv',
	N85537: 'Utsläpp till luft av växthusgaser, industri, ton CO2-ekv',
	N85538: 'Utsläpp till luft av växthusgaser, jordbruk, ton CO2-ekv',
	X00001: 'Utsläpp till luft av växthusgaser, avfall (inkl. avlopp), ton CO2-ekv',
	X00002: 'Utsläpp till luft av växthusgaser, avfall, ton CO2-ekv/inv',
	X00003: 'Utsläpp till luft av växthusgaser, produktanvändning, ton CO2-ekv',
	N01951: 'Invånare totalt, antal'
};
export const koladaValues: Readonly<Record<string, readonly (number | null)[]>> = {
	N07702: [97_590, 95_286, 105_666],
	N85532: [2_058.82, 1_649.73, 1_650.4],
	N85533: [38_345.74, 37_719.6, 45_658.8],
	N85534: [0, 0, 0],
	N85535: [5_722.28, 5_992.94, 7_832.4],
	N85536: [584.92, null, 608.9],
	N85537: [503.23, 608.2, 600.3],
	N85538: [45_071.23, 43_383.31, 43_431.12],
	X00001: [3_335.93, 3_425.71, 3_740.2],
	X00003: [1_967.38, 1_834.9, 2_141.3],
	N01951: [20_205, 20_078, 20_027]
};
const KOLADA_YEARS = [2022, 2023, 2024];

export function koladaAnswer(url: URL): unknown {
	const [, , kind, ...rest] = url.pathname.split('/');
	if (kind === 'kpi') {
		const ids = rest[0]?.split(',');
		const word = url.searchParams.get('title')?.toLowerCase();
		const values = Object.entries(KPIS)
			.filter(([id, title]) => (ids ? ids.includes(id) : title.toLowerCase().includes(word ?? '')))
			.map(([id, title]) => ({ id, title, municipality_type: 'K' }));
		return { values, count: values.length, next_url: null };
	}
	// Two pages, so that the second has to be asked for.
	const ids = (rest[1] ?? '').split(',');
	const all = ids.flatMap((kpi) =>
		KOLADA_YEARS.map((period, place) => ({
			kpi,
			municipality: rest[3],
			period,
			values: [{ gender: 'T', count: 1, status: '', value: koladaValues[kpi]?.[place] ?? null }]
		}))
	);
	const isSecond = url.searchParams.get('page') === '2';
	const half = Math.ceil(all.length / 2);
	const values = isSecond ? all.slice(half) : all.slice(0, half);
	const next = `${url.origin}${url.pathname}?page=2&per_page=5000`;
	return { values, count: values.length, next_url: isSecond ? null : next };
}

export function scbAnswer(url: URL): unknown {
	const years = ['2021', '2022', '2023', '2024', '2025'];
	const isMetadata = url.pathname.endsWith('/metadata');
	const indexed = (codes: readonly string[]) =>
		Object.fromEntries(codes.map((code, place) => [code, place]));
	return {
		version: '2.0',
		class: 'dataset',
		id: ['Region', 'ContentsCode', 'Tid'],
		size: [isMetadata ? 3 : 1, isMetadata ? 2 : 1, years.length],
		dimension: {
			Region: { category: { index: indexed(isMetadata ? ['00', '0764', '0780'] : ['0764']) } },
			ContentsCode: {
				category: isMetadata
					? {
							index: indexed(['BE0101N1', 'BE0101N2']),
							label: { BE0101N1: 'Folkmängd', BE0101N2: 'Folkökning' }
						}
					: { index: indexed(['BE0101N1']), label: { BE0101N1: 'Folkmängd' } }
			},
			Tid: { category: { index: indexed(years) } }
		},
		...(!isMetadata && { value: [20_224, 20_205, 20_078, 20_027, null] })
	};
}

export type Answer = (url: URL, response: ServerResponse, asked: number) => void;

/** Answers as all three sources do. */
export function sourceAnswer(url: URL, response: ServerResponse): void {
	if (url.pathname === '/api/getexcelfile/') {
		const gas = url.searchParams.get('sub') === 'CO2' ? 'CO2' : 'CO2e';
		response.end(emissionWorkbook({ gas }));
	} else {
		const body = url.pathname.startsWith('/v3/') ? koladaAnswer(url) : scbAnswer(url);
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify(body));
	}
}

/** Starts the server; `asked` gathers what was asked for. */
export async function startSources(answer: Answer = sourceAnswer) {
	const asked: { readonly path: string }[] = [];
	const server = createServer((request: IncomingMessage, response) => {
		const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
		asked.push({ path: url.pathname + url.search });
		answer(url, response, asked.length);
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		asked,
		stop: () => {
			server.closeAllConnections();
			server.close();
		}
	};
}
