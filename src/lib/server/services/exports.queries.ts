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

/** What there is to take out of a plan: the portfolios that a workbook may be of, and the departments that have measures. */
export function exportChoices(ctx: Context, planId: string) {
	permit(ctx, 'plan.read');
	const { plan } = loadPlan(ctx, planId);
	return {
		portfolios: plan.portfolios.map(({ id, name }) => ({ id, name })),
		lists: listKinds.map((kind) => ({ kind, styles: csvStyles }))
	};
}

/** A portfolio as a workbook that computes, laid out in a thread of its own. Throws NotFoundError for a portfolio that is not there. */
export async function planWorkbook(
	ctx: Context,
	planId: string,
	portfolioId: string | null,
	locale: Locale
): Promise<{ readonly content: Uint8Array; readonly fileName: string }> {
	const { organisationId } = permit(ctx, 'plan.read');
	const { plan } = loadPlan(ctx, planId);
	const one = chosen(ctx, planId, portfolioId);
	if (!one) throw new NotFoundError(`Plan ${planId} has no portfolio.`);
	const task: BookTask = {
		planFile: writePlanFile(plan),
		...catalogueDocuments(ctx.db, organisationId),
		...{ portfolio: one.portfolio.id, locale, planId, day: today(ctx) }
	};
	const content = await once<Uint8Array>('src/lib/server/work/book-worker.ts', task, MOST_MS);
	const name = fileNameOf(`${plan.settings.name} ${one.portfolio.name || one.portfolio.id}`);
	return { content, fileName: `${name}.xlsx` };
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
