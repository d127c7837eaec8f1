import type { Plan } from '../../core/plan/plan.ts';
import type { Locale } from '../../i18n/messages.ts';
import { loadMessages, messages } from '../../i18n/messages.ts';
import { listKinds, type ListKind } from '../../input/sheets/fields.ts';
import { writePlanFile } from '../../input/plan-file/write.ts';
import { csvStyles, csvText, type CsvStyle } from '../files/csv-out.ts';
import { listTable } from '../files/list-tables.ts';
import type { BookTask } from '../work/book-worker.ts';
import { once } from '../work/once.ts';
import { catalogueDocuments } from './catalogue.ts';
import { chosen } from './chosen-portfolio.ts';
import { permit, today, type Context } from './context.ts';
import { NotFoundError } from './errors.ts';
import { loadPlan } from './plan-cache.ts';
import { fileNameOf } from './plans.queries.ts';

/** What laying out and writing a large plan may take. */
const MOST_MS = 120_000;
const WORKER = 'src/lib/server/work/book-worker.ts';

/** What there is to take out of a plan: the portfolios that a workbook may be of, and the departments that have measures. */
export function exportChoices(ctx: Context, planId: string) {
	permit(ctx, 'plan.read');
	const { plan } = loadPlan(ctx, planId);
	return {
		portfolios: plan.portfolios.map(({ id, name }) => ({ id, name })),
		departments: departmentsOf(plan),
		lists: listKinds.map((kind) => ({ kind, styles: csvStyles }))
	};
}

/** Who answers for measures, with how many, in the order of the alphabet. */
function departmentsOf({ measures }: Plan) {
	const counts = new Map<string, number>();
	for (const { owner } of measures)
		if (owner !== '') counts.set(owner, (counts.get(owner) ?? 0) + 1);
	return [...counts]
		.map(([owner, count]) => ({ owner, count }))
		.sort((a, b) => a.owner.localeCompare(b.owner, 'sv'));
}

/** Which workbook is asked for: of a portfolio, the first where none is named, or of a department. */
type AskedBook = { readonly portfolio: string | null; readonly owner: string | null };

/** A workbook, laid out in a thread of its own. Throws NotFoundError for a portfolio or a department that is not there. */
export async function planWorkbook(
	ctx: Context,
	planId: string,
	asked: AskedBook,
	locale: Locale
): Promise<{ readonly content: Uint8Array; readonly fileName: string }> {
	const { organisationId, userId } = permit(ctx, 'plan.read');
	const { plan } = loadPlan(ctx, planId);
	const { name, book } = bookFor(ctx, planId, asked);
	const task: BookTask = {
		planFile: writePlanFile(plan),
		...catalogueDocuments(ctx.db, organisationId),
		...{ book, locale, planId, day: today(ctx) }
	};
	const content = await once<Uint8Array>(userId, WORKER, task, MOST_MS);
	return { content, fileName: `${fileNameOf(`${plan.settings.name} ${name}`)}.xlsx` };
}

function bookFor(
	ctx: Context,
	planId: string,
	{ portfolio, owner }: AskedBook
): { readonly name: string; readonly book: BookTask['book'] } {
	if (owner !== null) {
		const isThere = loadPlan(ctx, planId).plan.measures.some((one) => one.owner === owner);
		if (!isThere || owner === '') throw new NotFoundError(`No department ${owner} in ${planId}.`);
		return { name: owner, book: { owner } };
	}
	const one = chosen(ctx, planId, portfolio);
	if (!one) throw new NotFoundError(`Plan ${planId} has no portfolio.`);
	const { id, name } = one.portfolio;
	return { name: name || id, book: { portfolio: id } };
}

/** A list of a plan as text. Throws NotFoundError for a list or a style that there is not. */
export async function planList(
	ctx: Context,
	planId: string,
	{ kind, style }: { readonly kind: string | null; readonly style: string | null },
	locale: Locale
): Promise<{ readonly content: string; readonly fileName: string }> {
	permit(ctx, 'plan.read');
	const { plan } = loadPlan(ctx, planId);
	const list = listKinds.find((one): one is ListKind => one === kind);
	const how = csvStyles.find((one): one is CsvStyle => one === style);
	if (!list || !how) throw new NotFoundError(`No list ${kind} for ${style}.`);
	await loadMessages(locale);
	const t = messages[locale];
	const content = csvText(listTable(plan, list, { locale, t }), how);
	return {
		content,
		fileName: `${fileNameOf(`${plan.settings.name} ${t.sheets.kinds[list]}`)}.csv`
	};
}
