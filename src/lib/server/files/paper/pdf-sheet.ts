import PDFDocument from 'pdfkit';
import type { Paper } from '../../../papers/paper.ts';
import { FONT_FILES } from './fonts.ts';

export type PdfDocument = InstanceType<typeof PDFDocument>;
export type Tag = ReturnType<PdfDocument['struct']>;

export const BODY = 10;
export const SMALL = 8.5;
export const INK = '#1c2a27';
export const SOFT = '#4c5a56';
const MARGIN = 54;
const FOOT = 44;

/** An empty document with its typeface, language, title and tags, as PDF/UA asks. */
export function emptyPdf(
	{ title, about, locale, isWide, facts }: Paper,
	author: string
): PdfDocument {
	// An object: the library takes PDF/UA, which its types do not know of.
	const options: object = {
		size: 'A4',
		layout: isWide ? 'landscape' : 'portrait',
		margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT / 2 },
		pdfVersion: '1.7',
		subset: 'PDF/UA',
		tagged: true,
		displayTitle: true,
		lang: locale === 'sv' ? 'sv-SE' : 'en-GB',
		bufferPages: true,
		// None by itself: a font that is opened by its path is opened anew each time it is named.
		font: null,
		info: {
			Title: title,
			Subject: about,
			Author: author,
			Keywords: facts.map(({ label, value }) => `${label}: ${value}`).join('; ')
		}
	};
	const document = new PDFDocument(options);
	document.registerFont('regular', FONT_FILES.regular);
	document.registerFont('bold', FONT_FILES.bold);
	return document;
}

/** What a tag says besides its type: a text for a picture and where that is, or which cells a heading is of. */
type TagOptions = {
	readonly alt?: string;
	readonly bbox?: readonly [left: number, top: number, right: number, bottom: number];
	readonly scope?: 'Row' | 'Column';
};

/** A tag whose content is what is drawn. */
export function tagged(
	document: PdfDocument,
	type: string,
	draw: () => void,
	options: TagOptions = {}
): Tag {
	// The library's types know neither where a picture is nor what a heading is of.
	return document.struct(type, options as Parameters<PdfDocument['struct']>[1], draw);
}

/** The width between the margins. */
export function roomIn({ page }: PdfDocument): number {
	return page.width - page.margins.left - page.margins.right;
}

/** Where the text of a page ends. */
export function bottomOf({ page }: PdfDocument): number {
	return page.height - page.margins.bottom;
}

/** Begins a new page unless so much has room on this one. */
export function ensureRoom(document: PdfDocument, height: number): void {
	if (document.y + height > bottomOf(document)) document.addPage();
}

/** Draws what is no content: lines, and headings that are said again. */
export function decoration(document: PdfDocument, draw: () => void): void {
	document.markContent('Artifact', { type: 'Layout' });
	draw();
	document.endMarkedContent();
}

/** Writes the foot of every page: what the paper is, and which page of how many. */
export function footers(
	document: PdfDocument,
	left: string,
	right: (page: number, of: number) => string
): void {
	const { start, count } = document.bufferedPageRange();
	for (let index = 0; index < count; index++) {
		document.switchToPage(start + index);
		const { page } = document;
		const { bottom } = page.margins;
		// Text below the margin would begin a new page.
		page.margins.bottom = 0;
		const y = page.height - FOOT;
		const half = roomIn(document) * 0.75;
		document.markContent('Artifact', { type: 'Pagination' });
		document.font('regular').fontSize(SMALL).fillColor(SOFT);
		document.text(left, page.margins.left, y, { width: half, lineBreak: false, ellipsis: true });
		document.text(right(index + 1, count), page.margins.left + half, y, {
			width: roomIn(document) - half,
			align: 'right',
			lineBreak: false
		});
		document.endMarkedContent();
		page.margins.bottom = bottom;
	}
}
