import {
	writeXlsx,
	type Cell as FileCell,
	type CellStyle,
	type CellValue,
	type WriteSheet
} from 'hucre/xlsx';
import { columnName } from '../../../input/sheets/cell.ts';
import type { Book } from './book.ts';
import {
	absoluteName,
	type Cell,
	type Format,
	type Role,
	type Sheet,
	type Style
} from './sheet.ts';

/** The bytes of a workbook, each formula with the value that it comes to. */
export async function bookBytes({ plan, portfolio, sheets, names }: Book): Promise<Buffer> {
	const bytes = await writeXlsx({
		sheets: sheets.map(fileSheet),
		namedRanges: [...names].map(([name, cell]) => ({ name, range: absoluteName(cell) })),
		defaultFont: { name: 'Calibri', size: 11 },
		properties: {
			title: `${plan.settings.name}: ${portfolio.name || portfolio.id}`,
			creator: 'Klimatportfölj'
		}
	});
	return Buffer.from(bytes);
}

const NARROW = 2;
const NUMBER_WIDTH = 13;
const WIDEST = 58;
/** Points: a heading may take two lines. */
const HEADING_HEIGHT = 31;

function fileSheet(sheet: Sheet): WriteSheet {
	const written = sheet.cells.filter(isWritten);
	const places = new Map(written.map((cell) => [`${cell.row},${cell.column}`, cell]));
	const isOverNumbers = ({ row, column, style }: Cell): boolean =>
		style.role === 'heading' && typeof places.get(`${row + 1},${column}`)?.value === 'number';
	const rows: CellValue[][] = [];
	const cells = new Map<string, Partial<FileCell>>();
	for (const cell of written) {
		const row = (rows[cell.row] ??= []);
		if (cell.formula === null && cell.value !== '') row[cell.column] = cell.value;
		cells.set(`${cell.row},${cell.column}`, fileCell(cell, isOverNumbers(cell)));
	}
	const widths = widthsOf(written);
	const tall = written.filter(
		({ value, column, style }) =>
			style.role === 'heading' && String(value).length > (widths[column] ?? NARROW)
	);
	return {
		name: sheet.name,
		rows: Array.from(rows, (row) => Array.from(row ?? [], (value) => value ?? null)),
		cells,
		columns: widths.map((width, column) => ({
			width,
			hidden: sheet.hiddenColumns.has(column)
		})),
		rowDefs: new Map(tall.map(({ row }) => [row, { height: HEADING_HEIGHT }])),
		freezePane: sheet.frozen,
		pageSetup: {
			...{ paperSize: 'a3', orientation: 'landscape' },
			...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
		},
		dataValidations: sheet.choices.map(({ row, column, of }) => ({
			...{ type: 'list', range: `${columnName(column)}${row + 1}`, values: [...of] },
			...{ allowBlank: false, showErrorMessage: true, errorStyle: 'stop' }
		})),
		...(sheet.isHidden && { veryHidden: true }),
		headerFooter: { oddFooter: `&L${sheet.name}&R&P / &N` }
	};
}

/** Empty cells are left out, but for those that one may type into and those that colour a heading. */
function isWritten({ value, style }: Cell): boolean {
	return (
		value !== '' || style.role === 'heading' || style.role === 'input' || style.role === 'outside'
	);
}

/** As wide as what stands in each column; what runs over empty neighbours to its right takes no room. */
function widthsOf(cells: readonly Cell[]): number[] {
	const last = new Map<number, number>();
	for (const { row, column } of cells) last.set(row, Math.max(last.get(row) ?? 0, column));
	const widths: number[] = [];
	for (const { row, column, value, style } of cells) {
		const isText = typeof value === 'string';
		const isLast = last.get(row) === column && style.role !== 'heading' && column > 1;
		const isFree = style.role === 'title' || style.role === 'note' || value === '' || isLast;
		// A heading wraps: it needs no more than its longest word, or half of it all.
		const length = isText && style.role === 'heading' ? headingWidth(value) : String(value).length;
		const own = !isText ? NUMBER_WIDTH : isFree ? NARROW : Math.min(WIDEST, length + 2);
		widths[column] = Math.max(widths[column] ?? NARROW, own);
	}
	return Array.from(widths, (width) => width ?? NARROW);
}

function headingWidth(heading: string): number {
	const longest = Math.max(...heading.split(' ').map((word) => word.length));
	return Math.max(longest, Math.ceil(heading.length / 2)) + 1;
}

/** A heading over numbers stands to the right, as they do, and so does a word in place of a number. */
function fileCell(
	{ column, value, formula, style }: Cell,
	isOverNumbers: boolean
): Partial<FileCell> {
	const isWord = typeof value === 'string';
	const isRight = isOverNumbers || (isWord && style.format !== 'text');
	const shared = { style: styleOf(style, isWord && column > 1, isRight) };
	if (formula === null) return { ...shared, value: value === '' ? null : value };
	return { ...shared, value, formula, formulaResult: value, type: 'formula' };
}

const FORMATS: Readonly<Record<Format, string>> = {
	kr: '#,##0;-#,##0;"–"',
	tonnes: '#,##0.0;-#,##0.0;"–"',
	share: '0.0#%',
	factor: '0.0000',
	year: '0',
	number: '0.##',
	text: 'General'
};

const GREEN = '17533B';
const FONT = { name: 'Calibri', size: 11 };
const filled = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;
const coloured = (rgb: string) => ({ ...FONT, color: { rgb } });

const ROLES: Readonly<Record<Role, CellStyle>> = {
	input: { font: coloured('1F3F8F'), fill: filled('FFF6D6') },
	outside: { font: coloured('6B6B6B'), fill: filled('FBF8EC') },
	live: { font: FONT },
	program: { font: { ...coloured('5A5A5A'), italic: true }, fill: filled('ECECEC') },
	text: { font: FONT },
	heading: {
		...{ font: { ...coloured('FFFFFF'), bold: true }, fill: filled(GREEN) },
		alignment: { wrapText: true, vertical: 'top' }
	},
	title: { font: { ...coloured(GREEN), bold: true, size: 16 } },
	note: { font: coloured('5A5A5A') },
	total: { font: { ...FONT, bold: true } }
};

const made = new Map<string, CellStyle>();

/** Text after a number keeps a distance from it. */
function styleOf({ role, format }: Style, isText: boolean, isRight: boolean): CellStyle {
	const key = [role, format, isText, isRight].join();
	const known = made.get(key);
	if (known) return known;
	const base = ROLES[role];
	const place = isRight ? { horizontal: 'right' } : isText ? { horizontal: 'left', indent: 1 } : {};
	const style = {
		...base,
		...(format !== 'text' && { numFmt: FORMATS[format] }),
		alignment: { ...base.alignment, ...place }
	} as CellStyle;
	made.set(key, style);
	return style;
}
