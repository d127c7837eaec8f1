import { writeFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { loadMessages, messages, type Locale } from '../lib/i18n/messages.ts';
import { listKinds } from '../lib/input/sheets/fields.ts';
import { calculatingBook } from '../lib/server/files/book/calculating-book.ts';
import { bookBytes } from '../lib/server/files/book/write-book.ts';
import { csvStyles, csvText } from '../lib/server/files/csv-out.ts';
import { listTable } from '../lib/server/files/list-tables.ts';
import { today } from '../lib/server/services/context.ts';
import { Refusal, command, oneOf, planIn } from './command.ts';

/** npm run -s export -- plan.json out.xlsx|out.csv: a portfolio as a workbook that computes, or a list of the plan as text. */
const USAGE =
	'Usage: npm run -s export -- plan.json out.xlsx|out.csv [--portfolio ID] [--report measures|costs|funding] [--style excel|machine] [--language sv|en]';

await command(USAGE, async () => {
	const { values, positionals } = parseArgs({
		options: {
			portfolio: { type: 'string' },
			report: { type: 'string' },
			style: { type: 'string', default: 'excel' },
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
		default:
			throw new Refusal([`${basename(out)} must end in .xlsx or .csv.`, USAGE]);
	}
});
