import { afterEach, describe, expect, it } from 'vitest';
import { SourceRefusal, type Found } from '../../src/lib/input/sources/found.ts';
import { fetchEmissions } from '../../src/lib/server/sources/emission-database.ts';
import { openSource } from '../../src/lib/server/sources/http.ts';
import { koladaEmissions, koladaPopulation } from '../../src/lib/server/sources/kolada.ts';
import { scbPopulation } from '../../src/lib/server/sources/scb.ts';
import {
	koladaAnswer,
	scbAnswer,
	sourceAnswer,
	startSources,
	type Answer
} from '../support/recorded-sources.ts';

const ALVESTA = { code: '0764', name: 'Alvesta' };
const open: { stop: () => void }[] = [];
afterEach(() => open.splice(0).forEach((one) => one.stop()));

async function sources(answer: Answer = sourceAnswer) {
	const started = await startSources(answer);
	open.push(started);
	return started;
}
async function refusal(work: Promise<unknown>): Promise<string> {
	const thrown: unknown = await work.catch((error: unknown) => error);
	expect(thrown).toBeInstanceOf(SourceRefusal);
	return (thrown as SourceRefusal).text.sv;
}
const json =
	(body: (url: URL) => unknown): Answer =>
	(url, response) =>
		response.end(JSON.stringify(body(url)));
const emissionsOf = (found: Found) => {
	if (found.kind !== 'emissions') throw new Error(found.kind);
	return found;
};
/** A time that passes only by waiting. */
function ownTime() {
	let now = 0;
	const waited: number[] = [];
	const wait = async (ms: number) => {
		if (ms > 0) waited.push(ms);
		now += ms;
		await Promise.resolve();
	};
	return { clock: { now: () => now, wait }, waited };
}
const manners = (address: string) => ({ name: 'Källan', address, betweenMs: 0, mostMs: 300 });

describe('Kolada', () => {
	it('gives emissions by sector over all pages, with the sum of each year', async () => {
		const { url, asked } = await sources();
		const { release, remarks, source } = emissionsOf(await koladaEmissions(url, ALVESTA));
		const of = (sector: string, year: number) =>
			release.rows.find((row) => row.sector === sector && row.year === year)?.tonnes.toString();
		expect(of('total', 2024)).toBe('105666');
		expect(of('transport', 2023)).toBe('37719.6');
		expect(of('waste', 2022)).toBe('3335.93');
		expect(of('products', 2024)).toBe('2141.3');
		// Kolada has null there: no row, and not zero.
		expect(of('power-and-district-heat', 2023)).toBeUndefined();
		expect(source).toMatch(/^Källa: Kolada \(N07702, /);
		expect(remarks).toEqual([]);
		expect(asked.filter(({ path }) => path.includes('/municipality/0764'))).toHaveLength(2);
	});
	it('does not take a key figure whose title says something else', async () => {
		const renamed = (url: URL) => {
			const text = JSON.stringify(koladaAnswer(url));
			return JSON.parse(
				text.replace('jordbruk, ton CO2-ekv', 'jordbruk, ton CO2-ekv/inv')
			) as unknown;
		};
		const { url } = await sources(json(renamed));
		const { release, remarks } = emissionsOf(await koladaEmissions(url, ALVESTA));
		expect(release.rows.filter(({ sector }) => sector === 'agriculture')).toEqual([]);
		expect(remarks.map(({ sv }) => sv).join()).toContain('N85538');
	});
	it('says which sector it cannot find, and never makes it zero', async () => {
		const without = (url: URL) => {
			const text = JSON.stringify(koladaAnswer(url));
			return JSON.parse(text.replace('avfall (inkl. avlopp)', 'annat')) as unknown;
		};
		const { url } = await sources(json(without));
		const { release, remarks } = emissionsOf(await koladaEmissions(url, ALVESTA));
		expect(release.rows.filter(({ sector }) => sector === 'waste')).toEqual([]);
		expect(remarks.map(({ sv }) => sv).join()).toContain('sektorn waste');
	});
	it('gives the population', async () => {
		const { url } = await sources();
		const found = await koladaPopulation(url, ALVESTA);
		expect(found).toMatchObject({
			kind: 'population',
			rows: [
				{ year: 2022, persons: 20_205 },
				{ year: 2023, persons: 20_078 },
				{ year: 2024, persons: 20_027 }
			]
		});
	});
	it('does not follow pages to another host', async () => {
		const elsewhere = (url: URL) => ({
			...(koladaAnswer(url) as object),
			next_url: 'http://example.invalid/v3/more'
		});
		const { url } = await sources(json(elsewhere));
		expect(await refusal(koladaPopulation(url, ALVESTA))).toContain('går inte att läsa');
	});
});

describe('SCB', () => {
	it('gives the population of 31 December, and no row for what it does not have', async () => {
		const { url, asked } = await sources();
		const found = await scbPopulation(url, ALVESTA);
		expect(found).toMatchObject({
			kind: 'population',
			rows: [
				{ year: 2021, persons: 20_224 },
				{ year: 2022, persons: 20_205 },
				{ year: 2023, persons: 20_078 },
				{ year: 2024, persons: 20_027 }
			]
		});
		const wanted = new URL(asked[1]?.path ?? '', url).searchParams;
		expect(wanted.get('valueCodes[Region]')).toBe('0764');
		expect(wanted.get('valueCodes[ContentsCode]')).toBe('BE0101N1');
	});
	it('reads sparse values', async () => {
		const sparse = (url: URL) => {
			const body = scbAnswer(url) as { value?: unknown };
			return body.value ? { ...body, value: { '1': 20_205, '3': 20_027 } } : body;
		};
		const { url } = await sources(json(sparse));
		const found = await scbPopulation(url, ALVESTA);
		expect(found).toMatchObject({ rows: [{ year: 2022 }, { year: 2024, persons: 20_027 }] });
	});
	it('knows that a municipality is not there', async () => {
		const { url } = await sources();
		const text = await refusal(scbPopulation(url, { code: '9999', name: 'Ingenstans' }));
		expect(text).toContain('ingen kommun med koden 9999');
	});
});

describe('the emission database', () => {
	it('gives its workbook over the net', async () => {
		const { url, asked } = await sources();
		const found = emissionsOf(await fetchEmissions(url, ALVESTA, 'CO2', () => undefined));
		expect(found.release.gas).toBe('CO2');
		expect(found.release.rows).toHaveLength(36);
		expect(asked[0]?.path).toBe('/api/getexcelfile/?county=0&municipality=0&sub=CO2');
	});
});

describe('a source that does not behave', () => {
	it('is asked three times, with more time between', async () => {
		const { url, asked } = await sources((_, response, count) => {
			response.statusCode = count < 3 ? 503 : 200;
			response.end('{"fine":true}');
		});
		const { clock, waited } = ownTime();
		expect(await openSource(manners(url), clock).json('/x')).toEqual({ fine: true });
		expect(asked).toHaveLength(3);
		expect(waited).toEqual([500, 1_000]);
	});
	it('is given up after three tries, in words', async () => {
		const { url, asked } = await sources((_, response) => {
			response.statusCode = 500;
			response.end();
		});
		const text = await refusal(openSource(manners(url)).json('/x'));
		expect(text).toContain('Källan har fel hos sig (svar 500, 3 försök)');
		expect(asked).toHaveLength(3);
	});
	it('is left alone as long as it asks for', async () => {
		const { url, asked } = await sources((_, response, count) => {
			if (count === 1) response.writeHead(429, { 'retry-after': '7' });
			response.end('{}');
		});
		const { clock, waited } = ownTime();
		await openSource(manners(url), clock).json('/x');
		expect(asked).toHaveLength(2);
		expect(waited).toEqual([7_000]);
	});
	it('is asked no more often than it lets in', async () => {
		const { url } = await sources((_, response) => response.end('{}'));
		const { clock, waited } = ownTime();
		const source = openSource({ ...manners(url), betweenMs: 250 }, clock);
		for (const path of ['/a', '/b', '/c']) await source.json(path);
		expect(waited).toEqual([250, 250]);
	});
	it('is not asked again for what it does not know', async () => {
		const { url, asked } = await sources((_, response) => {
			response.statusCode = 404;
			response.end();
		});
		expect(await refusal(openSource(manners(url)).json('/x'))).toContain('känner inte igen frågan');
		expect(asked).toHaveLength(1);
	});
	it('that never answers has an end', async () => {
		const { url, asked } = await sources(() => undefined);
		expect(await refusal(openSource(manners(url)).json('/x'))).toContain('svarar inte (3 försök)');
		expect(asked).toHaveLength(3);
	});
	it('that stops in the middle has an end', async () => {
		const { url } = await sources((_, response) => response.write('{"values": ['));
		expect(await refusal(openSource(manners(url)).json('/x'))).toContain('svarar inte');
	});
	it('that cannot be reached is said to be away', async () => {
		const { url, stop } = await sources();
		stop();
		expect(await refusal(openSource(manners(url)).json('/x'))).toContain(
			'Servern kanske saknar väg ut på nätet'
		);
	});
	it('that sends us to another host is not followed; within its own it is', async () => {
		const { url } = await sources((asked, response) => {
			if (asked.pathname === '/there') response.end('{}');
			else
				response
					.writeHead(302, {
						location: asked.pathname === '/near' ? '/there' : 'http://127.0.0.2:9/x'
					})
					.end();
		});
		expect(await openSource(manners(url)).json('/near')).toEqual({});
		expect(await refusal(openSource(manners(url)).json('/far'))).toContain('går inte att läsa');
	});
	it('that answers for somebody else is not read', async () => {
		const swapped = (change: (text: string) => string, answer: (url: URL) => unknown) =>
			json((url) => JSON.parse(change(JSON.stringify(answer(url)))) as unknown);
		const kolada = await sources(
			swapped((text) => text.replaceAll('"0764"', '"0780"'), koladaAnswer)
		);
		expect(await refusal(koladaEmissions(kolada.url, ALVESTA))).toContain('går inte att läsa');
		expect(await refusal(koladaPopulation(kolada.url, ALVESTA))).toContain('går inte att läsa');
		const country = (text: string) => text.replace('"index":{"0764":0}', '"index":{"00":0}');
		const scb = await sources(swapped(country, scbAnswer));
		expect(await refusal(scbPopulation(scb.url, ALVESTA))).toContain('går inte att läsa');
	});
	it('that answers with something else is not read', async () => {
		const { url } = await sources((_, response) => response.end('<html>Underhåll</html>'));
		expect(await refusal(koladaPopulation(url, ALVESTA))).toContain('går inte att läsa');
		expect(await refusal(scbPopulation(url, ALVESTA))).toContain('går inte att läsa');
	});
	it('that answers with figures of another shape is not read', async () => {
		const { url } = await sources(json(() => ({ values: [{ kpi: 1 }], value: 'x' })));
		expect(await refusal(koladaEmissions(url, ALVESTA))).toContain('går inte att läsa');
		expect(await refusal(scbPopulation(url, ALVESTA))).toContain('går inte att läsa');
	});
	it('that sends without end is cut off', async () => {
		const { url } = await sources((_, response) => {
			const piece = Buffer.alloc(4 * 1024 * 1024, 32);
			const more = () => response.writable && response.write(piece, more);
			more();
		});
		const slow = { ...manners(url), mostMs: 20_000 };
		expect(await refusal(openSource(slow).bytes('/x'))).toContain('går inte att läsa');
	});
});
