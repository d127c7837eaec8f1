import type { PaperTable } from '../../../papers/paper.ts';
import { INK, SMALL, SOFT, bottomOf, decoration, ensureRoom, roomIn, tagged } from './pdf-sheet.ts';
import type { PdfDocument, Tag } from './pdf-sheet.ts';

const PAD = 2.8;
const SMALLEST = 6;
const MOST_WORD = 90;
/** As a share of the sheet's height. */
const SHORT = 0.4;

type Layout = {
	readonly widths: readonly number[];
	readonly size: number;
	readonly table: PaperTable;
};

type RowKind = 'head' | 'row' | 'sum';

/** A table with its caption, over as many pages as it takes; its headings are said again on each. */
export function pdfTable(document: PdfDocument, parent: Tag, table: PaperTable): void {
	const layout = laidOut(document, table);
	const tag = document.struct('Table');
	parent.add(tag);
	const heading = table.columns.map(({ name }) => name);
	const hasHeading = heading.some((name) => name !== '');
	const headHeight = hasHeading ? heightOf(document, layout, heading, 'head') : 0;
	const top = headHeight + captionHeight(document, table) + 4;
	// What a row may take of a page that says the caption and the headings first.
	const page = bottomOf(document) - document.page.margins.top;
	const room = Math.max(page / 4, page - top);
	const heights = [...table.rows, ...(table.sums ?? [])].map((cells) =>
		heightOf(document, layout, cells, 'sum')
	);
	const whole = heights.reduce((sum, height) => sum + height, top);
	const least = top + Math.min(room, heights[0] ?? 0);
	// A short table is not cut in two.
	ensureRoom(document, whole < SHORT * document.page.height ? whole : least);
	if (table.caption !== '')
		tag.add(
			tagged(document, 'Caption', () => {
				document
					.font('bold')
					.fontSize(SMALL + 0.5)
					.fillColor(INK);
				document.text(table.caption, document.page.margins.left, document.y, {
					width: roomIn(document)
				});
				document.y += 3;
			})
		);
	if (hasHeading) rowOf(document, tag, layout, heading, 'head');
	const all = [
		...table.rows.map((cells) => ({ cells, kind: 'row' as const })),
		...(table.sums ?? []).map((cells) => ({ cells, kind: 'sum' as const }))
	];
	const sums = (table.sums ?? []).map((cells) => heightOf(document, layout, cells, 'sum'));
	const sumHeight = sums.reduce((sum, height) => sum + height, 0);
	for (const [place, { cells, kind }] of all.entries())
		for (const part of inPages(document, layout, cells, kind, room)) {
			// Sums never stand alone on a page.
			const below = place === table.rows.length - 1 ? sumHeight : 0;
			const height = heightOf(document, layout, part, kind) + below;
			if (document.y + height > bottomOf(document)) {
				document.addPage();
				if (hasHeading) decoration(document, () => drawRow(document, layout, heading, 'head'));
			}
			rowOf(document, tag, layout, part, kind);
		}
	tag.end();
	document.x = document.page.margins.left;
	document.y += 12;
}

function captionHeight(document: PdfDocument, { caption }: PaperTable): number {
	document.font('bold').fontSize(SMALL + 0.5);
	return document.heightOfString(caption, { width: roomIn(document) });
}

/** Columns as wide as their longest word, and the rest by weight; smaller letters where the sheet is too narrow. */
function laidOut(document: PdfDocument, table: PaperTable): Layout {
	const room = roomIn(document);
	for (let size = SMALL; ; size -= 0.5) {
		const least = table.columns.map((_, index) => leastWidth(document, table, index, size));
		const needed = least.reduce((sum, width) => sum + width, 0);
		if (needed > room && size > SMALLEST) continue;
		if (needed > room) {
			const widths = least.map((width) => (width * room) / needed);
			return { table, size, widths };
		}
		const weights = table.columns.map(({ weight }) => weight ?? 1);
		const all = weights.reduce((sum, weight) => sum + weight, 0);
		// What a column needs more than its share is taken from the others by theirs.
		const wished = weights.map((weight, index) =>
			Math.max(least[index] ?? 0, (room * weight) / all)
		);
		const excess = wished.reduce((sum, width) => sum + width, 0) - room;
		const slack = wished.map((width, index) => width - (least[index] ?? 0));
		const loose = slack.reduce((sum, width) => sum + width, 0);
		const widths = wished.map(
			(width, index) => width - (loose > 0 ? (excess * (slack[index] ?? 0)) / loose : 0)
		);
		return { table, size, widths };
	}
}

function leastWidth(document: PdfDocument, table: PaperTable, index: number, size: number): number {
	const { isNumber } = table.columns[index] ?? {};
	const cells = [...table.rows, ...(table.sums ?? [])].map((row) => row[index] ?? '');
	document.font('regular').fontSize(size);
	const words = isNumber ? cells : cells.flatMap((cell) => cell.split(/[\s/]+/));
	const inCells = Math.max(0, ...words.map((word) => document.widthOfString(word)));
	document.font('bold');
	const heading = (table.columns[index]?.name ?? '').split(/\s+/);
	const inHead = Math.max(0, ...heading.map((word) => document.widthOfString(word)));
	return Math.min(Math.max(inCells, inHead), MOST_WORD) + 2 * PAD + 1;
}

/** A row that is taller than a page, as parts that are not. */
function inPages(
	document: PdfDocument,
	layout: Layout,
	cells: readonly string[],
	kind: RowKind,
	room: number
): (readonly string[])[] {
	const parts: (readonly string[])[] = [];
	let left = cells;
	while (heightOf(document, layout, left, kind) > room) {
		const fits = left.map((cell, index) => headThatFits(document, layout, index, cell, room));
		parts.push(fits);
		left = left.map((cell, index) => cell.slice(fits[index]?.length ?? 0).trimStart());
	}
	return [...parts, left];
}

/** As much of a cell's beginning as has room; at least a word. */
function headThatFits(
	document: PdfDocument,
	layout: Layout,
	index: number,
	cell: string,
	room: number
): string {
	const ends = [...cell.matchAll(/\s+|$/g)].map((match) => match.index);
	const isFitting = (end: number) =>
		cellHeight(document, layout, index, cell.slice(0, end)) <= room - 2 * PAD;
	let [low, high] = [0, ends.length - 1];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (isFitting(ends[middle] ?? 0)) low = middle;
		else high = middle - 1;
	}
	const end = ends[low] ?? cell.length;
	return cell.slice(0, isFitting(end) ? end : Math.min(cell.length, MOST_LETTERS));
}

/** Of a word that has no room on a page. */
const MOST_LETTERS = 500;

function cellHeight(
	document: PdfDocument,
	{ widths }: Layout,
	index: number,
	cell: string
): number {
	return document.heightOfString(cell === '' ? ' ' : cell, {
		width: Math.max(1, (widths[index] ?? 0) - 2 * PAD)
	});
}

function heightOf(
	document: PdfDocument,
	layout: Layout,
	cells: readonly string[],
	kind: RowKind
): number {
	style(document, layout, kind);
	return (
		Math.max(...cells.map((cell, index) => cellHeight(document, layout, index, cell))) + 2 * PAD
	);
}

function style(document: PdfDocument, { size }: Layout, kind: RowKind): void {
	document.font(kind === 'row' ? 'regular' : 'bold').fontSize(size);
	document.fillColor(kind === 'head' ? SOFT : INK);
}

/** A row with a tag for each cell. */
function rowOf(
	document: PdfDocument,
	table: Tag,
	layout: Layout,
	cells: readonly string[],
	kind: RowKind
): void {
	const height = heightOf(document, layout, cells, kind);
	const top = document.y;
	decoration(document, () => rule(document, top + height, kind));
	const row = document.struct('TR');
	table.add(row);
	cells.forEach((cell, index) => {
		const isHeading = kind === 'head' || index === 0;
		const scope = kind === 'head' ? 'Column' : 'Row';
		row.add(
			tagged(
				document,
				isHeading ? 'TH' : 'TD',
				() => drawCell(document, layout, index, cell, top, kind),
				isHeading ? { scope } : {}
			)
		);
	});
	row.end();
	document.y = top + height;
}

/** The same as a picture, for headings that are said again. */
function drawRow(
	document: PdfDocument,
	layout: Layout,
	cells: readonly string[],
	kind: RowKind
): void {
	const height = heightOf(document, layout, cells, kind);
	const top = document.y;
	rule(document, top + height, kind);
	cells.forEach((cell, index) => drawCell(document, layout, index, cell, top, kind));
	document.y = top + height;
}

function rule(document: PdfDocument, y: number, kind: RowKind): void {
	const { left } = document.page.margins;
	document
		.moveTo(left, y)
		.lineTo(left + roomIn(document), y)
		.lineWidth(kind === 'row' ? 0.4 : 0.9)
		.strokeColor(kind === 'row' ? '#d5d9d6' : '#6b7280')
		.stroke();
}

function drawCell(
	document: PdfDocument,
	layout: Layout,
	index: number,
	cell: string,
	top: number,
	kind: RowKind
): void {
	const { widths, table } = layout;
	const x = widths.slice(0, index).reduce((sum, width) => sum + width, document.page.margins.left);
	style(document, layout, kind);
	document.text(cell, x + PAD, top + PAD, {
		width: Math.max(1, (widths[index] ?? 0) - 2 * PAD),
		align: table.columns[index]?.isNumber ? 'right' : 'left'
	});
}
