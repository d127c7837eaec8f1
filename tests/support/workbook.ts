import { crc32, deflateRawSync } from 'node:zlib';

/** Workbooks for tests, written by hand so that they can be hostile too. */

export type ZipEntry = {
	readonly name: string;
	readonly data: Buffer | string;
	/** The unpacked size that the archive claims; else the true one. */
	readonly claimed?: number;
};

export function zip(entries: readonly ZipEntry[]): Buffer {
	const locals: Buffer[] = [];
	const centrals: Buffer[] = [];
	let offset = 0;
	for (const { name, data, claimed } of entries) {
		const raw = Buffer.from(data);
		const packed = deflateRawSync(raw);
		const path = Buffer.from(name);
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		common.writeUInt16LE(0x0800, 2);
		common.writeUInt16LE(8, 4);
		common.writeUInt32LE(crc32(raw), 10);
		common.writeUInt32LE(packed.length, 14);
		common.writeUInt32LE(claimed ?? raw.length, 18);
		common.writeUInt16LE(path.length, 22);
		const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, packed]);
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(offset, 10);
		centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, path]));
		locals.push(local);
		offset += local.length;
	}
	const central = Buffer.concat(centrals);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(entries.length, 4);
	end.writeUInt16LE(entries.length, 6);
	end.writeUInt32LE(central.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...locals, central, Buffer.from('PK\x05\x06'), end]);
}

/** A cell: text, a number, a number in the style of a place, or XML as it is. */
export type TestCell =
	| string
	| number
	| null
	| { readonly n: number; readonly style: number }
	| { readonly xml: string };

export type TestSheet = { readonly name: string; readonly rows: readonly (readonly TestCell[])[] };

/** Styles by place: 0 plain, 1 day, 2 per cent, 3 shown in thousands, 4 day by a format of one's own, 5 Swedish kronor. */
const STYLES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="#,##0,"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd;@"/><numFmt numFmtId="166" formatCode="#,##0.00\\ &quot;kr&quot;;[Red]\\-#,##0.00\\ &quot;kr&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export function escapeXml(text: string): string {
	return text
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;');
}

/** The parts of a workbook by name, to change before they are zipped. */
export function workbookParts(
	sheets: readonly TestSheet[],
	{ is1904 = false }: { readonly is1904?: boolean } = {}
): Map<string, string> {
	const shared: string[] = [];
	const parts = new Map<string, string>([
		[
			'xl/workbook.xml',
			`${HEAD}<workbook xmlns:r="r"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${sheets
				.map(
					({ name }, at) =>
						`<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`
				)
				.join('')}</sheets></workbook>`
		],
		[
			'xl/_rels/workbook.xml.rels',
			`${HEAD}<Relationships>${sheets
				.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`)
				.join('')}</Relationships>`
		],
		['xl/styles.xml', HEAD + STYLES]
	]);
	sheets.forEach(({ rows }, at) => {
		const xml = rows.map((row, index) => {
			const cells = row.map((cell, column) => cellXml(cell, nameOf(column, index + 1), shared));
			return `<row r="${index + 1}">${cells.join('')}</row>`;
		});
		parts.set(
			`xl/worksheets/sheet${at + 1}.xml`,
			`${HEAD}<worksheet><sheetData>${xml.join('')}</sheetData></worksheet>`
		);
	});
	const texts = shared.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`);
	parts.set('xl/sharedStrings.xml', `${HEAD}<sst>${texts.join('')}</sst>`);
	return parts;
}

export function workbook(
	sheets: readonly TestSheet[],
	options?: { readonly is1904?: boolean }
): Buffer {
	return zipParts(workbookParts(sheets, options));
}

export function zipParts(parts: ReadonlyMap<string, string>): Buffer {
	return zip([...parts].map(([name, data]) => ({ name, data })));
}

function cellXml(cell: TestCell, name: string, shared: string[]): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`;
	if (typeof cell === 'string') return `<c r="${name}" t="s"><v>${shared.push(cell) - 1}</v></c>`;
	if ('n' in cell) return `<c r="${name}" s="${cell.style}"><v>${cell.n}</v></c>`;
	return cell.xml.replace('<c', `<c r="${name}"`);
}

function nameOf(column: number, row: number): string {
	const letter = String.fromCharCode(65 + (column % 26));
	return column < 26
		? `${letter}${row}`
		: `${nameOf(Math.floor(column / 26) - 1, row).replace(/\d+$/, '')}${letter}${row}`;
}
