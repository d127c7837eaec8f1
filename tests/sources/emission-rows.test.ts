import { describe, expect, it } from 'vitest';
import { FOREIGN_TRANSPORT } from '../../src/lib/core/emissions/reference.ts';
import { sum } from '../../src/lib/core/decimal.ts';
import type { FoundEmissions } from '../../src/lib/input/sources/found.ts';
import { SourceRefusal } from '../../src/lib/input/sources/found.ts';
import { gasIn, unitIn } from '../../src/lib/input/sources/title.ts';
import { readEmissions } from '../../src/lib/server/sources/emission-database.ts';
import { databaseSheet, emissionWorkbook } from '../support/recorded-sources.ts';
import { workbook } from '../support/workbook.ts';

const ALVESTA = { code: '0764', name: 'Alvesta' };
const nobody = () => undefined;

async function read(bytes: Buffer, place = ALVESTA, gas: 'CO2' | 'CO2e' = 'CO2e') {
	return (await readEmissions(bytes, place, gas, nobody)) as FoundEmissions;
}
const totalIn = ({ release }: FoundEmissions, year: number) =>
	sum(
		release.rows
			.filter((row) => row.year === year && row.sector !== FOREIGN_TRANSPORT)
			.map(({ tonnes }) => tonnes)
	).toNumber();
async function refusal(work: Promise<unknown>): Promise<string> {
	const thrown: unknown = await work.catch((error: unknown) => error);
	expect(thrown).toBeInstanceOf(SourceRefusal);
	return (thrown as SourceRefusal).text.sv;
}

describe('the workbook of the emission database', () => {
	it('gives all years and main sectors of one municipality', async () => {
		const found = await read(emissionWorkbook());
		expect(found.release.rows).toHaveLength(9 * 4);
		// The totals that the public copy prints.
		expect([2020, 2022, 2023, 2024].map((year) => Math.round(totalIn(found, year)))).toEqual([
			103_384, 97_590, 95_281, 105_663
		]);
		const transport = found.release.rows.find(
			({ sector, year }) => sector === 'transport' && year === 2024
		);
		expect(transport?.tonnes.toString()).toBe('45658.8');
		expect(found.remarks).toEqual([]);
	});
	it('finds the municipality by code, and however its name is written', async () => {
		const place = { code: '0764', name: 'Alvesta kommun' };
		expect((await read(emissionWorkbook(), place)).release.rows).toHaveLength(36);
	});
	it('says so when the municipality is not there', async () => {
		const text = await refusal(read(emissionWorkbook(), { code: '2584', name: 'Kiruna' }));
		expect(text).toContain('ingen med huvudsektorer för Kiruna (2584)');
	});
	it('refuses a file of another gas', async () => {
		const text = await refusal(read(emissionWorkbook({ gas: 'CO2' })));
		expect(text).toContain('rubrik säger koldioxid');
		expect((await read(emissionWorkbook({ gas: 'CO2' }), ALVESTA, 'CO2')).release.gas).toBe('CO2');
	});
	it.each([
		['Utsläpp av växthusgaser (GGT), ton CO2-ekv.', 'CO2e', 1],
		['Växthusgaser (koldioxid, metan, lustgas), kton', 'CO2e', 1000],
		['Utsläpp, ton CO₂-ekv', 'CO2e', 1],
		['Utsläpp i ton koldioxid-ekvivalenter', 'CO2e', 1],
		['Fossil CO₂, ton', 'CO2', 1],
		['Ämnesgrupp: Växthusgaser. Ämne: Koldioxid (CO2), 1000-tals ton', 'CO2', 1000],
		['CO2 emissions, tonnes', 'CO2', 1],
		['Kväveoxider (NOx), ton', 'other', 1],
		['Utsläpp av metan (CH4), ton CO2-ekv', 'other', 1],
		['Växthusgaser per invånare, ton CO2-ekv', 'other', 1],
		['Växthusgaser, Mton', 'CO2e', null],
		['Utsläpp', null, null]
	])('knows gas and unit of the title %j', (title, gas, unit) => {
		expect([gasIn(title), unitIn(title)]).toEqual([gas, unit]);
	});
	it('does not take Håbo for Habo', async () => {
		const text = (...places: string[]) =>
			Buffer.from(
				[
					'Växthusgaser, ton',
					'Huvudsektor;Undersektor;Län;Kommun;2022',
					...places.map((place, n) => `Transporter;Alla;X;${place};${n + 1}`)
				].join('\n')
			);
		const habo = { code: '0643', name: 'Habo' };
		const found = await read(text('Håbo', 'Habo'), habo);
		expect(found.release.rows.map(({ tonnes }) => tonnes.toString())).toEqual(['2']);
		expect(await refusal(read(text('Håbo'), habo))).toContain('ingen med huvudsektorer');
	});
	it('takes no year out of a title, and not one of two columns', async () => {
		const text = (title: string, heads: string) =>
			Buffer.from(
				`${title}\nHuvudsektor;Undersektor;Län;Kommun;${heads}\nTransporter;Alla;X;Alvesta;1;2;3\n`
			);
		const found = await read(text('Växthusgaser, ton;;;;Submission;2025', '2022;2023;2024*'));
		expect(found.release.rows.map(({ year }) => year)).toEqual([2022, 2023]);
		expect(found.remarks.map(({ sv }) => sv).join()).toContain('”2024*” är inte lästa');
		const twice = read(text('Växthusgaser, ton', '2022;2023;2022'));
		expect(await refusal(twice)).toContain('två kolumner för 2022');
	});
	it('leaves out a year in which a sector has no figure, and says which', async () => {
		const values = { Jordbruk: [10, null, 30], Transporter: [1, 2, 3], Industri: [1, '..', 0] };
		const found = await read(emissionWorkbook({ years: [2020, 2021, 2022], values }));
		expect(found.release.rows.map(({ year }) => year)).toEqual([
			2020, 2020, 2020, 2022, 2022, 2022
		]);
		expect(found.remarks.map(({ sv }) => sv).join(' ')).toContain(
			'2021 är inte läst: filen saknar tal för agriculture, industry'
		);
	});
	it('keeps zero as zero', async () => {
		const found = await read(emissionWorkbook());
		const foreign = found.release.rows.filter(({ sector }) => sector === FOREIGN_TRANSPORT);
		expect(foreign.map(({ tonnes }) => tonnes.toString())).toEqual(['0', '0', '0', '0']);
	});
	it('reads thousands of tonnes as such, and says when no unit is stated', async () => {
		const values = { Jordbruk: [1.5], Transporter: [2] };
		const kilo = { years: [2020], values, title: 'Växthusgaser, 1000 ton' };
		expect(totalIn(await read(emissionWorkbook(kilo)), 2020)).toBe(3_500);
		const bare = await read(emissionWorkbook({ ...kilo, title: 'Växthusgaser' }));
		expect(totalIn(bare, 2020)).toBe(3.5);
		expect(bare.remarks.map(({ sv }) => sv).join(' ')).toContain('anger ingen enhet');
	});
	it('counts a sector that it does not know, under its own name', async () => {
		const values = { Transporter: [1], 'Flytande hem': [5] };
		const found = await read(emissionWorkbook({ years: [2020], values }));
		expect(found.release.rows.map(({ sector }) => sector)).toEqual(['transport', 'flytandehem']);
		expect(totalIn(found, 2020)).toBe(6);
	});
	it('is found on a sheet behind others', async () => {
		const info = { name: 'Om statistiken', rows: [['Officiell statistik, utgåva 2026']] };
		const bytes = workbook([info, databaseSheet({}), info]);
		expect((await read(bytes)).release.rows).toHaveLength(36);
	});
	it('refuses what is not the database’s', async () => {
		const other = Buffer.from('Åtgärd;Kostnad\nA;1\nB;2\n');
		expect(await refusal(read(other))).toContain('rubriker: Huvudsektor');
	});
	it('reads it as text too', async () => {
		const text =
			'Utsläpp, ton växthusgaser\nHuvudsektor;Undersektor;Län;Kommun;2022;2023\nTransporter;Alla;Kronobergs län;Alvesta;1 234,5;38,25\n';
		const found = await read(Buffer.from(text));
		expect(found.release.rows.map(({ tonnes }) => tonnes.toString())).toEqual(['1234.5', '38.25']);
	});
});
