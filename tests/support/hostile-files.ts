import { Buffer } from 'node:buffer';
import { workbook, workbookParts, zip, zipParts, type TestCell } from './workbook.ts';

/** Files that are broken or meant to do harm, by name. */

type Hostile = readonly (readonly [name: string, bytes: Buffer])[];

const MB = 1024 * 1024;

/** Text files with every kind of fault, so many, made from a seed so that each run has the same. */
export function malformedCsv(count: number): Hostile {
	let seed = 20_261_127;
	const next = (below: number) => {
		seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
		return (seed >>> 8) % below;
	};
	const pieces = [
		...['"', '""', ';', ',', '\t', '|', '\r', '\n', '\r\n', '\ufeff', '\u0000', '=cmd|x', "'=1"],
		...['Åtgärd', 'Projekt', '2027', 'Summa', '1 234,5', '1,234', '−5', '#REF!', ' ', '\u202f'],
		...['💡', '\ud800', 'sep=;', '(12)', '12 tkr', '1e309', 'a'.repeat(5_000), ';'.repeat(300)]
	];
	return Array.from({ length: count }, (_, at) => {
		const text = Array.from({ length: 1 + next(120) }, () => pieces[next(pieces.length)]).join('');
		const head = at % 2 === 0 ? 'Åtgärd;Belopp (tkr);2027\n' : '';
		const whole = head + text;
		const bytes = [
			() => Buffer.from(whole),
			() => Buffer.from(whole, 'latin1'),
			() => Buffer.from(whole, 'utf16le'),
			() => Buffer.from(whole).subarray(0, next(whole.length) + 1),
			() => Buffer.from(Array.from({ length: 2_000 }, () => next(256)))
		][at % 5];
		return [`csv ${at}`, bytes?.() ?? Buffer.from(whole)] as const;
	});
}

/** Text files that are too much of something. */
export function hugeCsv(): Hostile {
	return [
		['one line of 10 MB', Buffer.from('a'.repeat(10 * MB - 1))],
		['one quote of 10 MB', Buffer.from(`"${'a'.repeat(10 * MB - 2)}`)],
		['10 000 columns', Buffer.from(`${'x;'.repeat(10_000)}\n`.repeat(20))],
		['a million lines', Buffer.from('a;1\n'.repeat(1_000_000))],
		['a million empty lines', Buffer.from('\n'.repeat(1_000_000))],
		['quotes all over', Buffer.from('"",'.repeat(3 * MB))]
	];
}

/** Archives and workbooks that lie, burst, nest or point elsewhere. */
export function hostileWorkbooks(): Hostile {
	const rows: TestCell[][] = [
		['Åtgärd', 'Belopp (tkr)'],
		['Cykelväg', 100]
	];
	const good = workbookParts([{ name: 'Blad1', rows }]);
	const sheet = 'xl/worksheets/sheet1.xml';
	const withPart = (name: string, data: string) => zipParts(new Map([...good, [name, data]]));
	const inSheet = (xml: string) =>
		withPart(sheet, `<worksheet><sheetData>${xml}</sheetData></worksheet>`);
	const entries = [...good].map(([name, data]) => ({ name, data }));
	const bytes = workbook([{ name: 'Blad1', rows }]);
	const zeros = Buffer.alloc(40 * MB);
	const entity =
		'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
	const outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
	const cuts = [10, 40, 100, 200, 400, 600, 800, 1000].map((at): Hostile[number] => [
		`cut at ${at}`,
		bytes.subarray(0, at)
	]);
	const flips = Array.from({ length: 14 }, (_, at): Hostile[number] => {
		const flipped = Buffer.from(bytes);
		const place = Math.floor(((at + 1) * bytes.length) / 15);
		flipped[place] = (flipped[place] ?? 0) ^ 0xff;
		return [`byte ${place} flipped`, flipped];
	});
	return [
		...cuts,
		...flips,
		['zip bomb', zip([...entries.slice(0, 3), { name: sheet, data: zeros }])],
		[
			'zip bomb that lies',
			zip([...entries.slice(0, 3), { name: sheet, data: zeros, claimed: 10 }])
		],
		[
			'zip that claims 4 GB',
			zip(entries.map((one, at) => (at === 0 ? { ...one, claimed: 0xfffffffe } : one)))
		],
		[
			'bomb in the texts',
			withPart('xl/sharedStrings.xml', `<sst>${'<si><t>a</t></si>'.repeat(2_000_000)}</sst>`)
		],
		[
			'one text of 30 MB',
			withPart('xl/sharedStrings.xml', `<sst><si><t>${'åäö'.repeat(10 * MB)}</t></si></sst>`)
		],
		[
			'a long text that all cells share',
			zipParts(
				new Map([
					...good,
					['xl/sharedStrings.xml', `<sst><si><t>${'a'.repeat(30_000)}</t></si></sst>`],
					[
						sheet,
						`<worksheet><sheetData>${'<row><c t="s"><v>0</v></c></row>'.repeat(20_000)}</sheetData></worksheet>`
					]
				])
			)
		],
		[
			'50 000 entries',
			zip(Array.from({ length: 50_000 }, (_, at) => ({ name: `x${at}`, data: '' })))
		],
		['nested zip', zip([{ name: 'inner.zip', data: zip([{ name: 'inner.zip', data: bytes }]) }])],
		['path outside', zip([{ name: '../../etc/passwd', data: 'x' }, ...entries])],
		['absolute path', zip([{ name: '/etc/passwd', data: 'x' }, ...entries])],
		['backslash path', zip([{ name: '..\\..\\x', data: 'x' }, ...entries])],
		['the same name twice', zip([...entries, { name: sheet, data: 'x' }])],
		['macros', withPart('xl/vbaProject.bin', 'x')],
		['entities', withPart('xl/sharedStrings.xml', `${entity}<sst><si><t>&b;</t></si></sst>`)],
		['outer entity', withPart(sheet, `${outside}<worksheet>&a;</worksheet>`)],
		['entity in the workbook', withPart('xl/workbook.xml', `${entity}<workbook/>`)],
		['unknown entity', inSheet('<row><c t="str"><v>&nosuch;</v></c></row>')],
		['never closed', withPart(sheet, '<worksheet><sheetData><row><c><v>1')],
		['closed wrongly', inSheet('<row><c><v>1</c></v></row>')],
		['a hundred thousand levels', withPart(sheet, '<a>'.repeat(100_000))],
		['a huge attribute', inSheet(`<row r="${'1'.repeat(MB)}"><c/></row>`)],
		['a far cell', inSheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')],
		['row of no number', inSheet('<row r="NaN"><c r="A1"><v>1</v></c></row>')],
		['row below one', inSheet('<row r="-5"><c r="A1"><v>1</v></c></row>')],
		['row 1e9', inSheet('<row r="1e9"><c><v>1</v></c></row>')],
		['row 1.5', inSheet('<row r="1.5"><c><v>1</v></c></row>')],
		['cell of no name', inSheet('<row r="1"><c r="?!"><v>1</v></c></row>')],
		['cell that is no number', inSheet('<row r="1"><c r="A1"><v>hej</v></c></row>')],
		['endless number', inSheet('<row r="1"><c r="A1"><v>1e999</v></c></row>')],
		['a text that is not there', inSheet('<row r="1"><c r="A1" t="s"><v>99</v></c></row>')],
		['a style that is not there', inSheet('<row r="1"><c r="A1" s="99"><v>1</v></c></row>')],
		['a day far away', inSheet('<row r="1"><c r="A1" s="1"><v>99999999</v></c></row>')],
		['a million cells', inSheet(`<row>${'<c><v>1</v></c>'.repeat(150)}</row>`.repeat(7_000))],
		['no sheets', withPart('xl/workbook.xml', '<workbook/>')],
		[
			'sheets elsewhere',
			withPart(
				'xl/_rels/workbook.xml.rels',
				'<Relationships><Relationship Id="rId1" Target="https://example.org/worksheets/x.xml" TargetMode="External"/></Relationships>'
			)
		],
		['no workbook', zip([{ name: 'hello.txt', data: 'x' }])],
		['an empty archive', zip([])],
		['old .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
		['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex')]
	];
}
