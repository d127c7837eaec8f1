import { describe, expect, it } from 'vitest';
import type { Paper, PaperTable } from '../../src/lib/papers/paper.ts';
import { reportIds } from '../../src/lib/papers/templates.ts';
import { docxOf } from '../../src/lib/server/files/paper/docx.ts';
import { pdfOf } from '../../src/lib/server/files/paper/pdf.ts';
import { examplePlan } from '../support/large-plan.ts';
import {
	blocksOf,
	paper,
	pdfPages,
	plain,
	readPdf,
	tablesOf,
	wordParts
} from '../support/papers.ts';

const plan = examplePlan();
const squeezed = (text: string) => plain(text).replace(/\s+/g, '');

/** A paper with one table, or with nothing. */
function shortPaper(table: PaperTable | null, words = 'Ord'): Paper {
	return {
		locale: 'sv',
		title: words,
		about: words,
		facts: [{ label: 'Kommun', value: words }],
		notices: [words],
		sections: [{ title: words, blocks: table ? [{ kind: 'table', table }] : [] }],
		sources: [words],
		isWide: false
	};
}

const NASTY =
	'<script>alert(1)</script> & "citat" \u0000\u000b\u001b\uffff emoji 🚲 \ud800 arabiska مرحبا Sámi čŋŧ';

describe('PDF', { timeout: 120_000 }, () => {
	for (const report of reportIds)
		it(`of ${report} is tagged, with its title, language and page numbers, and all its words`, async () => {
			const { paper: made } = paper(report, plan, 'P2');
			const document = await readPdf(await pdfOf(made));
			const { info } = await document.getMetadata();
			expect(info).toMatchObject({ Title: made.title, Language: 'sv-SE' });
			expect((await document.getMarkInfo())?.Marked).toBe(true);
			const outline = await document.getOutline();
			expect(outline.map(({ title }) => title)).toEqual([
				...made.sections.map(({ title }) => title),
				'Källor'
			]);
			const pages = await pdfPages(document);
			const tags = pages.flatMap((page) => page.tags);
			const count = (role: string) => tags.filter((tag) => tag.role === role).length;
			expect(count('H1')).toBe(1);
			expect(count('H2')).toBeGreaterThanOrEqual(made.sections.length + 1);
			expect(count('TH')).toBeGreaterThan(4);
			const figures = blocksOf(made).filter(({ kind }) => kind === 'figure');
			expect(tags.filter(({ alt }) => alt?.startsWith('Diagram: '))).toHaveLength(figures.length);
			const all = squeezed(pages.map(({ text }) => text).join(' '));
			for (const [index, { text, outside }] of pages.entries()) {
				expect(squeezed(text)).toContain(`Sida${index + 1}av${pages.length}`);
				expect(squeezed(text)).toContain('Diarienummer:KS2026/123');
				expect(outside).toEqual([]);
			}
			for (const source of made.sources) expect(all).toContain(squeezed(source).slice(0, 40));
			for (const { rows } of tablesOf(made))
				for (const cell of rows.flat())
					for (const word of cell.split(/\s+/)) expect(all).toContain(squeezed(word).slice(0, 12));
		});

	it('says the headings of a table again on each page, and cuts what is taller than one without losing a word', async () => {
		const words = Array.from({ length: 4_000 }, (_, index) => `ord${index}`);
		const table: PaperTable = {
			caption: 'Lång tabell',
			columns: [{ name: 'Namn' }, { name: 'Beskrivning' }, { name: 'Tal', isNumber: true }],
			rows: [
				['Rad 1', words.join(' '), '1,0'],
				['x'.repeat(3_000), 'kort', '2,0'],
				...Array.from({ length: 80 }, (_, index) => [`Rad ${index}`, 'text', '3,0'])
			],
			sums: [['Summa', '', '243,0']]
		};
		const pages = await pdfPages(await readPdf(await pdfOf(shortPaper(table))));
		const all = pages.map(({ text }) => text).join(' ');
		for (const word of words) expect(all).toContain(word);
		expect(all.match(/x/g)?.length).toBeGreaterThanOrEqual(3_000);
		expect(pages.filter(({ text }) => text.includes('Beskrivning')).length).toBe(
			pages.filter(({ text }) => /Rad|x{9}|ord\d/.test(text)).length
		);
		expect(pages.flatMap(({ outside }) => outside)).toEqual([]);
		const last = pages.findLast(({ text }) => text.includes('Summa'));
		expect(last?.text).toContain('Rad 79');
	});

	it('ends also where the caption alone is longer than a page', async () => {
		const caption = Array.from({ length: 4_000 }, (_, index) => `rubrik${index}`).join(' ');
		const table = { caption, columns: [{ name: 'Namn' }], rows: [['y'.repeat(20_000)], ['sist']] };
		const pages = await pdfPages(await readPdf(await pdfOf(shortPaper(table))));
		const all = pages.map(({ text }) => text).join(' ');
		for (const word of ['rubrik0', 'rubrik3999', 'sist']) expect(all).toContain(word);
		expect(all.match(/y/g)?.length).toBeGreaterThanOrEqual(20_000);
	});

	it('takes whatever stands in a name', async () => {
		const table = { caption: NASTY, columns: [{ name: NASTY }], rows: [[NASTY]] };
		const pages = await pdfPages(await readPdf(await pdfOf(shortPaper(table, NASTY))));
		expect(pages[0]?.text).toContain('<script>alert(1)</script> & "citat"');
		expect(pages[0]?.text).toContain('Sámi čŋŧ');
	});
});

describe('Word', { timeout: 120_000 }, () => {
	const textsIn = (xml: string) =>
		[...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) =>
			text
				.replace(/&lt;/g, '<')
				.replace(/&gt;/g, '>')
				.replace(/&quot;/g, '"')
				.replace(/&apos;/g, "'")
				.replace(/&amp;/g, '&')
		);

	for (const report of reportIds)
		it(`of ${report} has all its words, its charts as pictures and headings on its tables`, async () => {
			const { paper: made } = paper(report, plan, 'P2');
			const parts = await wordParts(await docxOf(made));
			const xml = parts.get('word/document.xml')?.toString() ?? '';
			const texts = new Set(textsIn(xml));
			for (const { rows, caption } of tablesOf(made))
				if (rows.length > 0)
					for (const cell of [caption, ...rows.flat()]) expect(texts).toContain(cell);
			for (const source of made.sources) expect(texts).toContain(source);
			const figures = blocksOf(made).filter(({ kind }) => kind === 'figure');
			expect([...parts.keys()].filter((name) => name.endsWith('.png'))).toHaveLength(
				figures.length
			);
			expect(xml.match(/descr="Diagram: /g) ?? []).toHaveLength(figures.length);
			const headed = tablesOf(made).filter(({ rows }) => rows.length > 0);
			expect(xml.match(/<w:tblHeader\/>/g) ?? []).toHaveLength(headed.length);
			const foot = [...parts].find(([name]) => /word\/footer\d/.test(name))?.[1].toString() ?? '';
			expect(foot).toContain('PAGE');
			expect(foot).toContain('NUMPAGES');
			expect(foot).toContain('KS 2026/123');
			expect(parts.get('docProps/core.xml')?.toString()).toContain(made.title);
			expect(parts.get('word/styles.xml')?.toString()).toContain('sv-SE');
		});

	it('is well-formed whatever stands in a name', async () => {
		const table = { caption: NASTY, columns: [{ name: NASTY }], rows: [[NASTY]] };
		const parts = await wordParts(await docxOf(shortPaper(table, NASTY)));
		for (const name of ['word/document.xml', 'docProps/core.xml', 'word/footer1.xml']) {
			const xml = parts.get(name)?.toString() ?? '';
			expect(xml).not.toMatch(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u);
			expect(xml).not.toContain('<script>');
		}
		expect(textsIn(parts.get('word/document.xml')?.toString() ?? '').join(' ')).toContain(
			'<script>alert(1)</script> & "citat"'
		);
	});
});
