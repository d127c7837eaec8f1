import { allProgrammes } from '../../core/plan/programme.ts';
import { loadMessages, messages, type Locale } from '../../i18n/messages.ts';
import { completeness } from '../../papers/asked.ts';
import type { FileKind } from '../../papers/paper.ts';
import { hasDecimalStyle, measuresFor, paperOf, titles } from '../../papers/reports.ts';
import type { DecimalStyle, PaperWishes } from '../../papers/source.ts';
import { reportIds, templates, type ReportId } from '../../papers/templates.ts';
import { once } from '../work/once.ts';
import type { PaperTask } from '../work/paper-worker.ts';
import { catalogueFor } from './catalogue.ts';
import { chosen } from './chosen-portfolio.ts';
import { permit, today, type Context } from './context.ts';
import { NotFoundError } from './errors.ts';
import { paperSource, publicPaperSource } from './papers.ts';
import { ownSource } from './plan-source.ts';
import { fileNameOf } from './plans.queries.ts';

const WORKER = 'src/lib/server/work/paper-worker.ts';
/** What laying out a paper of a large plan may take. */
const MOST_MS = 60_000;
const LONGEST_CASE = 60;
const LONGEST_NAME = 120;

/** What is asked for in the address of a paper. */
export type AskedPaper = {
	readonly portfolio: string | null;
	readonly locale: Locale;
	readonly caseNumber: string;
	readonly decimals: DecimalStyle;
	readonly measure: string | null;
	readonly isPublic: boolean;
};

/** Every report that there is, and how much of it the plan can fill. */
export async function papersPage(
	ctx: Context,
	planId: string,
	portfolioId: string | null,
	locale: Locale
) {
	const sources = sourcesFor(ctx, planId, portfolioId);
	if (!sources) return { portfolio: null };
	await loadMessages(locale);
	const wishes = wishesOf(ctx, { ...NOTHING_ASKED, locale });
	return {
		portfolio: sources.portfolio,
		reports: reportIds.map((id) => {
			const made = paperOf(id, sources.all, wishes, messages[locale]);
			return {
				id,
				title: titles[id],
				template: templates[id],
				filled: made && completeness(made.asked)
			};
		})
	};
}

const NOTHING_ASKED: AskedPaper = {
	portfolio: null,
	locale: 'sv',
	caseNumber: '',
	decimals: 'comma',
	measure: null,
	isPublic: false
};

/** A report as a page, with what it lacks. Throws NotFoundError for a report or a measure that is not there. */
export async function paperPage(ctx: Context, planId: string, report: string, asked: AskedPaper) {
	const id = reportOf(report);
	const sources = sourcesFor(ctx, planId, asked.portfolio);
	const about = { id, title: titles[id], template: templates[id] };
	if (!sources) return { portfolio: null, report: about };
	await loadMessages(asked.locale);
	const t = messages[asked.locale];
	const wishes = wishesOf(ctx, asked);
	const all = paperOf(id, sources.all, wishes, t);
	const measures = measuresFor(id, sources.all);
	const isThere = measures?.some((one) => one.id === asked.measure) ?? true;
	if (asked.measure !== null && !isThere)
		throw new NotFoundError(`No measure ${asked.measure} for ${id}.`);
	const shown = asked.isPublic ? paperOf(id, sources.public(), wishes, t) : all;
	return {
		portfolio: sources.portfolio,
		report: about,
		paper: shown?.paper ?? null,
		lacks: (all?.asked ?? []).filter(({ lacks }) => lacks.length > 0),
		filled: completeness(all?.asked ?? []),
		measures,
		hasDecimals: hasDecimalStyle(id),
		hasSecrets: sources.all.hidden.measures + sources.all.hidden.amounts > 0,
		asked: { ...asked, caseNumber: wishes.caseNumber }
	};
}

/** A report as a file, laid out in a thread of its own. Throws NotFoundError where there is no such paper. */
export async function paperFile(
	ctx: Context,
	planId: string,
	report: string,
	asked: AskedPaper,
	kind: FileKind
): Promise<{ readonly content: Uint8Array; readonly fileName: string }> {
	const { userId } = permit(ctx, 'plan.read');
	const page = await paperPage(ctx, planId, report, asked);
	if (!page.portfolio || !page.paper) throw new NotFoundError(`No paper ${report} of ${planId}.`);
	const task: PaperTask = { paper: page.paper, kind };
	const content = await once<Uint8Array>(userId, WORKER, task, MOST_MS);
	const name = fileNameOf(`${page.paper.title} ${page.paper.about}`).slice(0, LONGEST_NAME);
	return { content, fileName: `${name}.${kind}` };
}

function reportOf(report: string): ReportId {
	const id = reportIds.find((one) => one === report);
	if (!id) throw new NotFoundError(`No report ${report}.`);
	return id;
}

function wishesOf(ctx: Context, asked: AskedPaper): PaperWishes {
	const { locale, decimals, measure } = asked;
	return {
		...{ locale, decimals, measure, day: today(ctx) },
		caseNumber: asked.caseNumber.replace(/\s+/g, ' ').trim().slice(0, LONGEST_CASE)
	};
}

function sourcesFor(ctx: Context, planId: string, portfolioId: string | null) {
	const { organisationId } = permit(ctx, 'plan.read');
	const found = chosen(ctx, planId, portfolioId);
	if (!found) return null;
	const { portfolio } = found;
	const source = ownSource(ctx, planId);
	const programmes = allProgrammes(source.plan, catalogueFor(ctx.db, organisationId));
	const of = { programmes, now: ctx.now(), version: source.version };
	const all = paperSource(source, portfolio, of);
	return {
		portfolio: { id: portfolio.id, name: portfolio.name },
		all,
		public: () => publicPaperSource(source, portfolio, of)
	};
}
