import {
	AlignmentType,
	BorderStyle,
	Document,
	Footer,
	HeadingLevel,
	ImageRun,
	PageNumber,
	PageOrientation,
	Packer,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TabStopType,
	TextRun,
	WidthType,
	type IRunOptions
} from 'docx';
import { paperWords } from '../../../i18n/paper-words.ts';
import type { Block, Entry, Paper, PaperFigure, PaperTable } from '../../../papers/paper.ts';
import { printable } from './printable.ts';
import { pngOf } from './raster.ts';

const FONT = 'Calibri';
/** A4 in twentieths of a point, and its margins. */
const SHEET = { width: 11_906, height: 16_838, margin: 1_080 };

/** A paper as a Word file to go on writing in: headings, tables with headings, charts as pictures with a text. */
export async function docxOf(made: Paper): Promise<Uint8Array> {
	const paper = printable(made);
	const w = paperWords[paper.locale];
	const { title, about, facts, notices, isWide } = paper;
	const room = (isWide ? SHEET.height : SHEET.width) - 2 * SHEET.margin;
	const content: (Paragraph | Table)[] = [
		new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
		new Paragraph({ children: [new TextRun({ text: about, size: 24, color: '4c5a56' })] }),
		...entries('', facts, room),
		...notices.map((notice) => said(notice, { isItalic: true }))
	];
	for (const section of paper.sections) {
		content.push(
			new Paragraph({ text: section.title, heading: HeadingLevel.HEADING_1, keepNext: true })
		);
		for (const block of section.blocks) content.push(...(await written(block, room)));
	}
	content.push(
		new Paragraph({ text: w.sources, heading: HeadingLevel.HEADING_1, keepNext: true }),
		...paper.sources.map((source) => bullet(source))
	);
	const caseNumber = facts.find(({ label }) => label === w.caseNumber)?.value ?? '';
	const [before = '', between = '', after = ''] = pageParts(w.page);
	const document = new Document({
		title,
		subject: about,
		description: notices.join(' '),
		creator: facts[0]?.value ?? '',
		styles: {
			default: {
				document: {
					run: {
						font: FONT,
						size: 21,
						language: { value: paper.locale === 'sv' ? 'sv-SE' : 'en-GB' }
					},
					paragraph: { spacing: { after: 120 } }
				},
				title: { run: { size: 44, bold: true } },
				heading1: {
					run: { size: 30, bold: true, color: '17543f' },
					paragraph: { spacing: { before: 320, after: 120 } }
				},
				heading2: {
					run: { size: 24, bold: true },
					paragraph: { spacing: { before: 200, after: 80 } }
				}
			}
		},
		sections: [
			{
				properties: {
					page: {
						size: {
							width: SHEET.width,
							height: SHEET.height,
							orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
						},
						margin: {
							top: SHEET.margin,
							bottom: SHEET.margin,
							left: SHEET.margin,
							right: SHEET.margin
						}
					}
				},
				footers: {
					default: new Footer({
						children: [
							new Paragraph({
								tabStops: [{ type: TabStopType.RIGHT, position: room }],
								children: [
									new TextRun({
										size: 17,
										children: [
											`${title} · ${w.caseNumber}: ${caseNumber}\t${before}`,
											PageNumber.CURRENT,
											between,
											PageNumber.TOTAL_PAGES,
											after
										]
									})
								]
							})
						]
					})
				},
				children: content
			}
		]
	});
	return await Packer.toBuffer(document);
}

/** The words around the two numbers of a page: "Sida ", " av " and what follows. */
function pageParts(page: (page: number, of: number) => string): string[] {
	return page(1, 2).split(/[12]/);
}

async function written(block: Block, room: number): Promise<(Paragraph | Table)[]> {
	switch (block.kind) {
		case 'heading':
			return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_2, keepNext: true })];
		case 'text':
			return [said(block.text)];
		case 'blank':
			return [said(`[${block.text}]`, { colour: 'a8402a' })];
		case 'list':
			return block.items.map((item) => bullet(item));
		case 'entries':
			return entries(block.caption, block.entries, room);
		case 'table':
			return table(block.table, room);
		case 'figure':
			return await figure(block.figure, room);
	}
}

function said(
	text: string,
	{ isItalic = false, colour }: { readonly isItalic?: boolean; readonly colour?: string } = {}
): Paragraph {
	return new Paragraph({
		children: runs(text, { italics: isItalic, ...(colour && { color: colour }) })
	});
}

/** A text with its line breaks. */
function runs(text: string, style: IRunOptions): TextRun[] {
	return text
		.split(/\r\n|\r|\n/)
		.map((line, index) => new TextRun({ ...style, text: line, break: index === 0 ? 0 : 1 }));
}

function bullet(text: string): Paragraph {
	return new Paragraph({ children: runs(text, {}), bullet: { level: 0 }, spacing: { after: 60 } });
}

function entries(caption: string, rows: readonly Entry[], room: number): (Paragraph | Table)[] {
	return table(
		{
			caption,
			columns: [{ name: '' }, { name: '', weight: 2.6 }],
			rows: rows.map(({ label, value }) => [label, value])
		},
		room
	);
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'd5d9d6' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

function table({ caption, columns, rows, sums }: PaperTable, room: number): (Paragraph | Table)[] {
	const title =
		caption === ''
			? []
			: [
					new Paragraph({
						keepNext: true,
						spacing: { before: 160, after: 60 },
						children: [new TextRun({ text: caption, bold: true, size: 19 })]
					})
				];
	const all = [...rows, ...(sums ?? [])];
	if (all.length === 0) return title;
	const weights = columns.map(({ weight }) => weight ?? 1);
	const whole = weights.reduce((sum, weight) => sum + weight, 0);
	const widths = weights.map((weight) => Math.round((room * weight) / whole));
	const cell = (text: string, index: number, isBold: boolean) =>
		new TableCell({
			width: { size: widths[index] ?? 0, type: WidthType.DXA },
			margins: { left: 60, right: 60, top: 30, bottom: 30 },
			children: [
				new Paragraph({
					spacing: { after: 0 },
					alignment: columns[index]?.isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
					children: runs(text, { bold: isBold, size: 17 })
				})
			]
		});
	const isHeaded = columns.some(({ name }) => name !== '');
	return [
		...title,
		new Table({
			columnWidths: widths,
			width: { size: room, type: WidthType.DXA },
			borders: {
				top: NONE,
				left: NONE,
				right: NONE,
				bottom: LINE,
				insideHorizontal: LINE,
				insideVertical: NONE
			},
			rows: [
				...(isHeaded
					? [
							new TableRow({
								tableHeader: true,
								cantSplit: true,
								children: columns.map(({ name }, index) => cell(name, index, true))
							})
						]
					: []),
				...all.map(
					(cells, place) =>
						new TableRow({
							children: cells.map((text, index) =>
								cell(text, index, place >= rows.length || (!isHeaded && index === 0))
							)
						})
				)
			]
		}),
		new Paragraph({ text: '', spacing: { after: 120 } })
	];
}

/** Pixels of a picture for each point on paper. */
const PIXELS = 96 / 72;

async function figure(
	{ title, drawing, alt, table: twin }: PaperFigure,
	room: number
): Promise<(Paragraph | Table)[]> {
	const width = Math.min(drawing.width, room / 20);
	const height = (drawing.height * width) / drawing.width;
	return [
		new Paragraph({ text: title, heading: HeadingLevel.HEADING_2, keepNext: true }),
		new Paragraph({
			children: [
				new ImageRun({
					type: 'png',
					data: await pngOf(drawing),
					transformation: { width: width * PIXELS, height: height * PIXELS },
					altText: { title, name: title, description: alt }
				})
			]
		}),
		...table(twin, room)
	];
}
