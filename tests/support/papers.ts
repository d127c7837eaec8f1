import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { allProgrammes } from '../../src/lib/core/plan/programme.ts';
import type { Measure, Plan } from '../../src/lib/core/plan/plan.ts';
import { loadMessages, messages } from '../../src/lib/i18n/messages.ts';
import type { Block, Paper, PaperTable } from '../../src/lib/papers/paper.ts';
import { paperOf } from '../../src/lib/papers/reports.ts';
import type { PaperWishes } from '../../src/lib/papers/source.ts';
import type { ReportId } from '../../src/lib/papers/templates.ts';
import { catalogue } from '../../src/lib/server/catalogue/catalogue.ts';
import { openArchive } from '../../src/lib/server/files/zip.ts';
import { paperSource, publicPaperSource } from '../../src/lib/server/services/papers.ts';
import { figuresOf } from '../../src/lib/server/services/plan-cache.ts';
import type { PlanSource } from '../../src/lib/server/services/plan-source.ts';

await loadMessages('sv');
await loadMessages('en');

export const WISHES: PaperWishes = {
	locale: 'sv',
	caseNumber: 'KS 2026/123',
	day: '2026-11-28',
	decimals: 'comma',
	measure: null
};

/** A report of a portfolio of a plan; null where there is none. */
export function madePaper(
	report: ReportId,
	plan: Plan,
	portfolioId: string,
	wishes: Partial<PaperWishes> & { readonly isPublic?: boolean } = {}
) {
	const { isPublic = false, ...own } = wishes;
	const source: PlanSource = {
		...figuresOf(plan),
		version: 1,
		hiddenOf: () => ({ measures: 0, amounts: 0 }),
		riskOf: () => null
	};
	const portfolio = plan.portfolios.find(({ id }) => id === portfolioId);
	if (!portfolio) throw new Error(`no portfolio ${portfolioId}`);
	const of = { programmes: allProgrammes(plan, catalogue), now: 0, version: 1 };
	const made = (isPublic ? publicPaperSource : paperSource)(source, portfolio, of);
	const asked = { ...WISHES, ...own };
	return paperOf(report, made, asked, messages[asked.locale]);
}

/** The same where it is sure to be there. */
export function paper(...of: Parameters<typeof madePaper>) {
	const made = madePaper(...of);
	if (!made) throw new Error(`no ${of[0]}`);
	return made;
}

export function blocksOf({ sections }: Paper): Block[] {
	return sections.flatMap(({ blocks }) => blocks);
}

/** Every table of a paper, those of charts among them. */
export function tablesOf(of: Paper): PaperTable[] {
	return blocksOf(of).flatMap((block) =>
		block.kind === 'table' ? [block.table] : block.kind === 'figure' ? [block.figure.table] : []
	);
}

/** The table whose caption begins so. */
export function tableIn(of: Paper, caption: string): PaperTable {
	const found = tablesOf(of).find((table) => table.caption.startsWith(caption));
	if (!found) throw new Error(`no table ${caption}`);
	return found;
}

/** The row of a table that begins so, with plain spaces. */
export function rowIn({ rows, sums = [] }: PaperTable, name: string): string[] {
	const row = [...rows, ...sums].find(([first = '']) => first.startsWith(name));
	if (!row) throw new Error(`no row ${name}`);
	return row.map(plain);
}

/** The plan with one of its measures changed. */
export function withMeasure(plan: Plan, id: string, change: (measure: Measure) => Measure): Plan {
	return { ...plan, measures: plan.measures.map((one) => (one.id === id ? change(one) : one)) };
}

/** Everything that is said in a paper, in plain spaces. */
export function wordsOf(of: Paper): string {
	const said: string[] = [];
	JSON.stringify(of, (key, value: unknown) => {
		if (key === 'drawing') return undefined;
		if (typeof value === 'string') said.push(value);
		return value;
	});
	return plain(said.join('\n'));
}

/** Cells with plain spaces and minus signs. */
export function plain(text: string): string {
	return text.replace(/[\u00a0\u202f]/g, ' ').replace(/\u2212/g, '-');
}

export async function readPdf(content: Uint8Array): Promise<PDFDocumentProxy> {
	return await getDocument({ data: new Uint8Array(content), verbosity: 0 }).promise;
}

export type PdfPage = {
	readonly text: string;
	readonly tags: readonly { readonly role: string; readonly alt?: string }[];
	/** Text that reaches out of the sheet. */
	readonly outside: readonly string[];
};

/** What each page of a PDF says, and with which tags. */
export async function pdfPages(document: PDFDocumentProxy): Promise<PdfPage[]> {
	const pages: PdfPage[] = [];
	for (let number = 1; number <= document.numPages; number++) {
		const page = await document.getPage(number);
		const { width, height } = page.getViewport({ scale: 1 });
		const { items } = await page.getTextContent();
		const written = items.flatMap((item) => ('str' in item ? [item] : []));
		pages.push({
			text: plain(written.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join('')),
			tags: tagsIn((await page.getStructTree()) as Node | null),
			outside: written
				.filter(({ transform, ...item }) => {
					const [x, y] = [Number(transform[4]), Number(transform[5])];
					return x < 20 || y < 20 || x + item.width > width - 20 || y > height - 20;
				})
				.map(({ str }) => str)
		});
	}
	return pages;
}

type Node = { readonly role?: string; readonly alt?: string; readonly children?: readonly Node[] };

function tagsIn(tree: Node | null): PdfPage['tags'] {
	if (!tree) return [];
	const { role, alt, children = [] } = tree;
	const own = role === undefined ? [] : [{ role, ...(alt !== undefined && { alt }) }];
	return [...own, ...children.flatMap((child) => tagsIn(child))];
}

const LARGEST = 64 * 1024 * 1024;

/** The parts of a Word file by name. */
export async function wordParts(content: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
	const archive = await openArchive(Buffer.from(content), { entry: LARGEST, total: LARGEST });
	const parts = new Map<string, Buffer>();
	for (const name of archive.names) {
		const pieces: Buffer[] = [];
		for await (const piece of archive.read(name)) pieces.push(piece);
		parts.set(name, Buffer.concat(pieces));
	}
	return parts;
}
