import type { Plan } from '../../../core/plan/plan.ts';
import { loadMessages, messages } from '../../../i18n/messages.ts';
import { assumptions } from './assumptions.ts';
import { newBook, newSheet, say, type Book, type BookOf } from './book.ts';
import { checkSheet } from './check.ts';
import { costsPerYear } from './costs-per-year.ts';
import { costInputs } from './costs.ts';
import { creditSheet } from './credits.ts';
import { effectSheet } from './effects.ts';
import { emissionSheet } from './emissions.ts';
import { fundingInputs } from './funding.ts';
import { fundingPerYear } from './funding-per-year.ts';
import { gapSheet } from './gap.ts';
import { liquiditySheet } from './liquidity.ts';
import { maccSheet } from './macc.ts';
import { measureResults } from './measure-results.ts';
import { measureSheet } from './measures.ts';
import { operatingSheet } from './operating.ts';
import { overview, type Headline } from './overview.ts';
import { payerSheet } from './payers.ts';
import { ruleSheet } from './rules.ts';
import { traceSheet } from './trace.ts';

/**
 * A portfolio as a workbook that computes: from what was typed, by formulas, to every figure of the method, and the
 * program's own figures beside them. Throws DomainError `unknown-portfolio`.
 */
export async function calculatingBook(plan: Plan, portfolioId: string, of: BookOf): Promise<Book> {
	await loadMessages(of.locale);
	const book = newBook(plan, portfolioId, of, messages[of.locale]);
	const first = newSheet(book, 'Översikt', 'Overview', [
		'En klimatinvesteringsplan som går att räkna om: ändra indata och se vad gapet, driften och ton blir.',
		'A climate investment plan that can be computed anew: change the input and see what becomes of gap, running costs and tonnes.'
	]);
	const assumed = assumptions(book);
	const measures = measureSheet(book);
	const inputs = { costs: costInputs(book, measures), funding: fundingInputs(book) };
	const costs = costsPerYear(book, measures, inputs.costs, assumed);
	const effects = effectSheet(book, measures, assumed);
	const credits = creditSheet(book, measures, effects.measures, assumed);
	const emissions = emissionSheet(book, credits, assumed);
	const counted = ruleSheet(book, measures, inputs, assumed);
	const funding = fundingPerYear(book, measures, { inputs: inputs.funding, counted }, assumed);
	const gap = gapSheet(book, costs, funding, assumed);
	payerSheet(book, { costs, funding }, assumed);
	const driftgap = operatingSheet(book, { costs, funding }, assumed);
	const peak = liquiditySheet(book, { costs, funding }, assumed);
	const cells = measureResults(book, measures, costs.measures, credits.measures, assumed);
	maccSheet(book, measures, { cells, tonnes: credits.measures }, assumed);
	const kronor = { unit: 'kr', format: 'kr' } as const;
	const headline: Headline = [
		{
			label: say(book, 'Behov: kommunens investeringar', 'Need: investments of the municipality'),
			cell: gap.need.total,
			...kronor
		},
		{ label: say(book, 'Gap, säkrat', 'Gap, secured'), cell: gap.gap.secured, ...kronor },
		{
			label: say(
				book,
				'Gap, förväntat (beräknat i programmet)',
				'Gap, expected (computed in the program)'
			),
			cell: gap.gap.expected,
			role: 'program',
			...kronor
		},
		{ label: say(book, 'Gap, planerat', 'Gap, planned'), cell: gap.gap.planned, ...kronor },
		{ label: say(book, 'Driftgap', 'Operating gap'), cell: driftgap, ...kronor },
		{ label: say(book, 'Högsta bryggfinansiering', 'Peak bridging'), cell: peak, ...kronor },
		...emissions.targets.map(({ name, gap: cell }): Headline[number] => ({
			label: `${name}: ${say(book, 'saknas till målet', 'missing to the target')}`,
			...{ cell, unit: 'ton', format: 'tonnes' }
		}))
	];
	const checked = checkSheet(book);
	overview(book, first, headline, checked);
	traceSheet(book);
	return book;
}
