import { writeFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { loadMessages, messages, type Locale } from '../lib/i18n/messages.ts';
import type { Plan } from '../lib/core/plan/plan.ts';
import { allProgrammes } from '../lib/core/plan/programme.ts';
import { listKinds } from '../lib/input/sheets/fields.ts';
import { completeness } from '../lib/papers/asked.ts';
import { paperOf } from '../lib/papers/reports.ts';
import { decimalStyles, type PaperWishes } from '../lib/papers/source.ts';
import { reportIds, type ReportId } from '../lib/papers/templates.ts';
import { catalogue } from '../lib/server/catalogue/catalogue.ts';
import { calculatingBook } from '../lib/server/files/book/calculating-book.ts';
import { bookBytes } from '../lib/server/files/book/write-book.ts';
import { csvStyles, csvText } from '../lib/server/files/csv-out.ts';
import { listTable } from '../lib/server/files/list-tables.ts';
import { docxOf } from '../lib/server/files/paper/docx.ts';
import { pdfOf } from '../lib/server/files/paper/pdf.ts';
import { today } from '../lib/server/services/context.ts';
import { paperSource, publicPaperSource } from '../lib/server/services/papers.ts';
import { figuresOf } from '../lib/server/services/plan-cache.ts';
import type { PlanSource } from '../lib/server/services/plan-source.ts';
import { Refusal, command, oneOf, planIn } from './command.ts';

/** npm run -s export -- plan.json out.xlsx|out.csv|out.pdf|out.docx: a portfolio as a workbook that computes, a list of the plan as text, or a paper. */
const USAGE = `Usage: npm run -s export -- plan.json out.xlsx|out.csv|out.pdf|out.docx [--portfolio ID] [--report NAME] [--language sv|en]
  .csv: --report ${listKinds.join('|')} --style excel|machine
  .pdf, .docx: --report ${reportIds.join('|')} --case NUMBER --measure ID --decimals ${decimalStyles.join('|')} --content all|public`;

await command(USAGE, async () => {
	const { values, positionals } = parseArgs({
		options: {
			portfolio: { type: 'string' },
			report: { type: 'string' },
			style: { type: 'string', default: 'excel' },
			case: { type: 'string', default: '' },
			measure: { type: 'string' },
			decimals: { type: 'string', default: 'comma' },
			content: { type: 'string', default: 'all' },
			language: { type: 'string', default: 'sv' }
		},
		allowPositionals: true
	});
	const [path, out] = positionals;
	if (path === undefined || out === undefined || positionals.length > 2) throw new Refusal([USAGE]);
	const locale = oneOf<Locale>('language', values.language, ['sv', 'en']);
	const plan = planIn(path);
	const written = { format: 'klimatportfolj-export', version: 1, file: basename(out) };
	switch (extname(out).toLowerCase()) {
		case '.xlsx': {
			if (values.report !== undefined)
				throw new Refusal(['A workbook has no --report; it holds them all.', USAGE]);
			const portfolio = values.portfolio ?? plan.portfolios[0]?.id;
			if (portfolio === undefined)
				throw new Refusal(['The plan has no portfolio: a workbook computes one.']);
			const book = await calculatingBook(plan, portfolio, {
				locale,
				planId: null,
				day: today({ now: Date.now })
			});
			writeFileSync(out, await bookBytes(book));
			return {
				...written,
				portfolio,
				sheets: book.sheets.map(({ name }) => name),
				formulas: book.sheets
					.flatMap(({ cells }) => cells)
					.filter(({ formula }) => formula !== null).length,
				figures: book.checks.length
			};
		}
		case '.csv': {
			if (values.portfolio !== undefined)
				throw new Refusal(['A list is of the whole plan; --portfolio is for workbooks.', USAGE]);
			const report = oneOf('report', values.report ?? 'costs', listKinds);
			const style = oneOf('style', values.style, csvStyles);
			await loadMessages(locale);
			const table = listTable(plan, report, { locale, t: messages[locale] });
			writeFileSync(out, csvText(table, style));
			return { ...written, report, style, rows: table.rows.length };
		}
		case '.pdf':
		case '.docx': {
			const report = oneOf('report', values.report ?? 'investment-plan', reportIds);
			const made = await paperIn(plan, report, values.portfolio, {
				locale,
				caseNumber: values.case,
				day: today({ now: Date.now }),
				decimals: oneOf('decimals', values.decimals, decimalStyles),
				measure: values.measure ?? null,
				isPublic: oneOf('content', values.content, ['all', 'public']) === 'public'
			});
			const isPdf = extname(out).toLowerCase() === '.pdf';
			writeFileSync(out, await (isPdf ? pdfOf(made.paper) : docxOf(made.paper)));
			return {
				...written,
				report,
				portfolio: made.portfolio,
				filled: completeness(made.asked),
				missing: made.asked.flatMap(({ what, lacks }) =>
					lacks.map(({ name }) => (name === what ? what : `${what}: ${name}`))
				)
			};
		}
		default:
			throw new Refusal([`${basename(out)} must end in .xlsx, .csv, .pdf or .docx.`, USAGE]);
	}
});

type Wishes = PaperWishes & { readonly isPublic: boolean };

/** A report of a portfolio of a plan file. Throws Refusal for a portfolio or a measure that is not there. */
async function paperIn(
	plan: Plan,
	report: ReportId,
	wanted: string | undefined,
	{ isPublic, ...wishes }: Wishes
) {
	await loadMessages(wishes.locale);
	const portfolio =
		wanted === undefined ? plan.portfolios[0] : plan.portfolios.find(({ id }) => id === wanted);
	if (!portfolio) throw new Refusal([`The plan has no portfolio ${wanted ?? 'at all'}.`]);
	const source: PlanSource = {
		...figuresOf(plan),
		version: 0,
		hiddenOf: () => ({ measures: 0, amounts: 0 }),
		riskOf: () => null
	};
	const sourceOf = isPublic ? publicPaperSource : paperSource;
	const programmes = allProgrammes(plan, catalogue);
	const of = { programmes, now: Date.now(), version: null };
	const made = paperOf(report, sourceOf(source, portfolio, of), wishes, messages[wishes.locale]);
	if (!made)
		throw new Refusal([
			wishes.measure === null
				? `The portfolio ${portfolio.id} has no measure that ${report} can be about.`
				: `The portfolio ${portfolio.id} has no measure ${wishes.measure} that ${report} can be about.`
		]);
	return { ...made, portfolio: portfolio.id };
}
