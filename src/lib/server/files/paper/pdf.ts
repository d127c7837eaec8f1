import { paperWords } from '../../../i18n/paper-words.ts';
import type { Block, Entry, Paper, PaperFigure, PaperTable } from '../../../papers/paper.ts';
import { breakable, printable } from './printable.ts';
import { pdfDrawing } from './pdf-drawing.ts';
import {
	BODY,
	INK,
	SMALL,
	SOFT,
	emptyPdf,
	ensureRoom,
	footers,
	roomIn,
	tagged,
	type PdfDocument,
	type Tag
} from './pdf-sheet.ts';
import { pdfTable } from './pdf-table.ts';

type Style = {
	readonly size: number;
	readonly isBold?: boolean;
	readonly colour?: string;
	readonly after?: number;
	readonly indent?: number;
};

/** A paper as a tagged PDF: real text, headings, tables with headings, charts with a text, bookmarks, and a foot on each page. */
export async function pdfOf(made: Paper): Promise<Uint8Array> {
	const paper = breakable(printable(made));
	const document = emptyPdf(paper, paper.facts[0]?.value ?? '');
	const chunks: Buffer[] = [];
	const done = new Promise<void>((resolve, reject) => {
		document.on('data', (chunk: Buffer) => chunks.push(chunk));
		document.on('end', () => resolve());
		document.on('error', reject);
	});
	const root = document.struct('Document');
	document.addStructure(root);
	head(document, root, paper);
	for (const { title, blocks } of paper.sections) {
		section(document, root, title, blocks[0]);
		for (const block of blocks) write(document, root, block);
	}
	const w = paperWords[paper.locale];
	section(document, root, w.sources);
	list(document, root, paper.sources, SMALL);
	root.end();
	const caseNumber = paper.facts.find(({ label }) => label === w.caseNumber)?.value ?? '';
	footers(document, `${paper.title} · ${w.caseNumber}: ${caseNumber}`, w.page);
	document.end();
	await done;
	return Buffer.concat(chunks);
}

function head(document: PdfDocument, root: Tag, { title, about, facts, notices }: Paper): void {
	say(document, root, 'H1', title, { size: 22, isBold: true, after: 2 });
	say(document, root, 'P', about, { size: 12, colour: SOFT, after: 8 });
	pdfTable(document, root, entryTable('', facts));
	for (const notice of notices) say(document, root, 'P', notice, { size: SMALL + 0.5, after: 5 });
}

/** A section's heading, with a bookmark to it. */
function section(document: PdfDocument, root: Tag, title: string, first?: Block): void {
	document.y += 8;
	ensureRoom(document, first?.kind === 'figure' ? 70 + heightOn(document, first.figure) : 90);
	document.outline.addItem(title);
	say(document, root, 'H2', title, { size: 14.5, isBold: true, after: 5 });
}

function write(document: PdfDocument, root: Tag, block: Block): void {
	switch (block.kind) {
		case 'heading':
			document.y += 4;
			ensureRoom(document, 60);
			return say(document, root, 'H3', block.text, { size: 11, isBold: true, after: 3 });
		case 'text':
			return say(document, root, 'P', block.text, { size: BODY });
		case 'blank':
			return say(document, root, 'P', `[${block.text}]`, { size: BODY, colour: '#a8402a' });
		case 'list':
			return list(document, root, block.items, BODY);
		case 'entries':
			return pdfTable(document, root, entryTable(block.caption, block.entries));
		case 'table':
			return block.table.rows.length === 0
				? say(document, root, 'P', block.table.caption, { size: BODY })
				: pdfTable(document, root, block.table);
		case 'figure':
			return figure(document, root, block.figure);
	}
}

/** Named values: the names are the headings of their rows. */
function entryTable(caption: string, entries: readonly Entry[]): PaperTable {
	return {
		caption,
		columns: [{ name: '' }, { name: '', weight: 2.6 }],
		rows: entries.map(({ label, value }) => [label, value])
	};
}

function say(
	document: PdfDocument,
	parent: Tag,
	type: string,
	text: string,
	{ size, isBold = false, colour = INK, after = 7, indent = 0 }: Style
): void {
	parent.add(
		tagged(document, type, () => {
			document
				.font(isBold ? 'bold' : 'regular')
				.fontSize(size)
				.fillColor(colour);
			document.text(text, document.page.margins.left + indent, document.y, {
				width: roomIn(document) - indent,
				lineGap: 1.5
			});
			document.y += after;
		})
	);
}

function list(document: PdfDocument, root: Tag, items: readonly string[], size: number): void {
	const tag = document.struct('L');
	root.add(tag);
	for (const item of items) {
		const entry = document.struct('LI');
		tag.add(entry);
		ensureRoom(document, 2 * size);
		const { x, y } = { x: document.page.margins.left, y: document.y };
		entry.add(
			tagged(document, 'Lbl', () => {
				document
					.font('regular')
					.fontSize(size)
					.fillColor(INK)
					.text('•', x, y, { lineBreak: false });
			})
		);
		document.y = y;
		say(document, entry, 'LBody', item, { size, after: 3, indent: 12 });
		entry.end();
	}
	tag.end();
	document.y += 5;
}

/** A chart under its title, then its figures as a table. */
function figure(
	document: PdfDocument,
	root: Tag,
	{ title, drawing, alt, table }: PaperFigure
): void {
	const scale = scaleOn(document, drawing);
	const height = drawing.height * scale;
	ensureRoom(document, height + 40);
	say(document, root, 'H3', title, { size: 11, isBold: true, after: 4 });
	const { x, y } = { x: document.page.margins.left, y: document.y };
	const bbox = [x, y, x + drawing.width * scale, y + height] as const;
	root.add(
		tagged(document, 'Figure', () => pdfDrawing(document, drawing, x, y, scale), { alt, bbox })
	);
	document.x = x;
	document.y = y + height + 10;
	pdfTable(document, root, table);
}

/** As wide as it was drawn, or as the sheet is. */
function scaleOn(document: PdfDocument, { width }: PaperFigure['drawing']): number {
	return Math.min(1, roomIn(document) / width);
}

function heightOn(document: PdfDocument, { drawing }: PaperFigure): number {
	return drawing.height * scaleOn(document, drawing);
}
