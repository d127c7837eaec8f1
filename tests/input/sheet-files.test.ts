import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/lib/input/sheets/cell.ts';
import { decoded, readCsv } from '../../src/lib/server/files/csv.ts';
import { readTables } from '../../src/lib/server/files/tables.ts';
import { inWindows1252, messyList } from '../support/messy-list.ts';
import { workbook, workbookParts, zipParts } from '../support/workbook.ts';

/** What files of tables are read as. */
const csv = (text: string | Buffer) => readCsv(Buffer.from(text as string), 'lista.csv').rows;

describe('a text file with a table', () => {
	const table = 'Åtgärd;Belopp\r\nCykelväg;1 234,50\r\nRöd;2,5\r\n';
	const rows: Cell[][] = [
		['Åtgärd', 'Belopp'],
		['Cykelväg', '1 234,50'],
		['Röd', '2,5']
	];
	const utf16 = Buffer.from(table, 'utf16le');

	it.each([
		['UTF-8', Buffer.from(table)],
		['UTF-8 with its mark', Buffer.from(`\ufeff${table}`)],
		['UTF-8 with its mark twice', Buffer.from(`\ufeff\ufeff${table}`)],
		['Windows-1252', Buffer.from(table, 'latin1')],
		['UTF-16 with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
		['UTF-16 without', utf16],
		[
			'UTF-16 the other way',
			Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])
		],
		['UTF-16 the other way, without', Buffer.from(utf16).swap16()]
	])('is read in %s', (_, bytes) => {
		expect(readCsv(bytes, 'lista.csv').rows).toEqual(rows);
	});

	it.each([
		['semicolons and decimal commas', 'a;1,5\nb;2,5\nc;3'],
		['tabs', 'a\t1,5\nb\t2,5\nc\t3'],
		['commas and quotes', 'a,"1,5"\nb,"2,5"\nc,3'],
		['bars', 'a|1,5\nb|2,5\nc|3'],
		['old line ends', 'a;1,5\rb;2,5\rc;3']
	])('is split at %s', (_, text) => {
		expect(csv(text)).toEqual([
			['a', '1,5'],
			['b', '2,5'],
			['c', '3']
		]);
	});

	it('is split where its first line says, which stays a row of the file', () => {
		expect(csv('sep=,\r\na,1\r\nb,2')).toEqual([[], ['a', '1'], ['b', '2']]);
	});

	it('keeps what a cell quotes, and what ragged rows have', () => {
		expect(csv('a;"b; ""c""\nd"\ne\nf;g;h')).toEqual([['a', 'b; "c"\nd'], ['e'], ['f', 'g', 'h']]);
	});

	it('takes the sign away that kept text from running as a formula, and no other', () => {
		expect(csv("'=SUM(A1);'-12;'t Lam;=1+1")).toEqual([['=SUM(A1)', '-12', "'t Lam", '=1+1']]);
	});

	it.each([
		['a quote that never ends', 'a;b\nc;"d\ne;f', /rad 2/],
		['a quote inside a cell', 'a;b\nc;"d"e\n', /rad 2/],
		['too many columns', `a;b\n${'x;'.repeat(300)}y`, /Rad 2 .*200 kolumner/],
		['too many rows', 'a;b\n'.repeat(20_001), /20000 rader/],
		['too many cells', ';'.repeat(1_000_001), /mer text/],
		['a very long cell', `a;${'b'.repeat(50_000)}`, /mer text/],
		['something else', Buffer.from([0x89, 0x50, 0, 0x47, 0, 0, 0, 1, 2, 3]), /inte ett kalkylark/],
		['nothing', '', /tom/],
		['blanks', ' \n ; \n', /tom/]
	])('with %s is refused with where', async (_, text, expected) => {
		await expect(readTables(Buffer.from(text as string), 'x.csv')).rejects.toMatchObject({
			text: { sv: expect.stringMatching(expected) as string }
		});
	});

	it('of any text is text again, in any of the encodings', () => {
		fc.assert(
			fc.property(
				fc.string({ minLength: 1, unit: fc.constantFrom(...'aåÄö;,"\n 1€é') }),
				(text) => {
					expect(decoded(Buffer.from(text))).toBe(text);
					const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
					expect(decoded(marked)).toBe(text);
				}
			)
		);
	});

	it('of forty messy rows is read the same from Windows-1252 as from UTF-8', () => {
		const plain = messyList()
			.replaceAll('–', '-')
			.replace(/[\u202f\u2009]/g, '\u00a0');
		expect(readCsv(inWindows1252(messyList()), 'x').rows).toEqual(csv(plain));
	});
});

describe('a workbook', () => {
	const read = async (bytes: Buffer) => (await readTables(bytes, 'lista.xlsx')).sheets;

	it('is read as it is shown: days, per cents, thousands, texts, yes and no, errors, formulas', async () => {
		const [sheet] = await read(
			workbook([
				{
					name: 'Blad & <1>',
					rows: [
						[
							'text',
							12.5,
							{ n: 46_014, style: 1 },
							{ n: 0.075, style: 2 },
							{ n: 1_234_000, style: 3 }
						],
						[{ n: 46_014.75, style: 4 }, { n: -99.5, style: 5 }, { xml: '<c t="b"><v>1</v></c>' }],
						[
							{ xml: '<c t="e"><v>#REF!</v></c>' },
							{ xml: '<c><f>A1*2</f><v>25</v></c>' },
							{ xml: '<c><f>A1*2</f></c>' },
							{ xml: '<c t="str"><f>A1</f><v>från formel</v></c>' },
							{ xml: '<c t="inlineStr"><is><r><t>rik </t></r><r><t>text</t></r></is></c>' }
						],
						[null, null, 'C4', { xml: '<c><v>0.1</v></c>' }]
					]
				}
			])
		);
		expect(sheet).toEqual({
			name: 'Blad & <1>',
			rows: [
				['text', { n: 12.5 }, { day: '2025-12-23' }, { n: 0.075, isPercent: true }, { n: 1234 }],
				[{ day: '2025-12-23' }, { n: -99.5 }, { yes: true }],
				[{ error: '#REF!' }, { n: 25 }, { uncomputed: true }, 'från formel', 'rik text'],
				[null, null, 'C4', { n: 0.1 }]
			]
		});
	});

	it('counts its days from 1900 with the leap day that never was, or from 1904', async () => {
		const days = [1, 59, 61, 366].map((n) => ({ n, style: 1 }));
		const [from1900] = await read(workbook([{ name: 'a', rows: [days] }]));
		expect(from1900?.rows[0]).toEqual(
			['1900-01-01', '1900-02-28', '1900-03-01', '1900-12-31'].map((day) => ({ day }))
		);
		const [from1904] = await read(workbook([{ name: 'a', rows: [days] }], { is1904: true }));
		expect(from1904?.rows[0]?.[0]).toEqual({ day: '1904-01-02' });
	});

	it('leaves a sheet out that is too large, by name, and reads the others', async () => {
		const parts = workbookParts([
			{ name: 'Lista', rows: [['a', 'b']] },
			{ name: 'Rådata', rows: [['c']] }
		]);
		parts.set(
			'xl/worksheets/sheet2.xml',
			'<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
		);
		const { sheets, tooLarge } = await readTables(zipParts(parts), 'x.xlsx');
		expect(sheets.map(({ name }) => name)).toEqual(['Lista']);
		expect(tooLarge).toEqual(['Rådata']);
	});

	it('counts what lies empty before a cell', async () => {
		const far = '<row><c r="GR1"><v>1</v></c></row>'.repeat(20_000);
		const parts = workbookParts([{ name: 'Gles', rows: [['a']] }]);
		parts.set('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${far}</sheetData></worksheet>`);
		await expect(readTables(zipParts(parts), 'x.xlsx')).rejects.toMatchObject({
			text: { sv: expect.stringMatching(/^Bladet Gles är för stort/) as string }
		});
	});

	it('reads a workbook that has all its texts in its cells', async () => {
		const inline = '<row r="1"><c r="A1" t="inlineStr"><is><t>Åtgärd</t></is></c></row>';
		const parts = workbookParts([{ name: 'Blad1', rows: [['a']] }]);
		parts.delete('xl/sharedStrings.xml');
		parts.set(
			'xl/worksheets/sheet1.xml',
			`<worksheet><sheetData>${inline}</sheetData></worksheet>`
		);
		expect((await read(zipParts(parts)))[0]?.rows).toEqual([['Åtgärd']]);
	});

	it('reads an empty cell as empty, whatever it says to be', async () => {
		const odd =
			'<row r="1"><c r="A1" t="s"/><c r="B1" t="s"><v></v></c><c r="C1" t="s"><v>0</v></c></row>';
		const parts = workbookParts([{ name: 'Blad1', rows: [['först']] }]);
		parts.set('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${odd}</sheetData></worksheet>`);
		expect((await read(zipParts(parts)))[0]?.rows).toEqual([[null, null, 'först']]);
	});

	it('does not mind cells far out that are only coloured', async () => {
		const parts = workbookParts([{ name: 'Lista', rows: [['a', 'b']] }]);
		const own = parts.get('xl/worksheets/sheet1.xml') ?? '';
		parts.set(
			'xl/worksheets/sheet1.xml',
			own.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>')
		);
		expect((await read(zipParts(parts)))[0]?.rows).toEqual([['a', 'b']]);
	});
});
