import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Decimal } from '../../src/lib/core/decimal.ts';
import type { Plan } from '../../src/lib/core/plan/plan.ts';
import { loadMessages, messages, type Locale } from '../../src/lib/i18n/messages.ts';
import type { Sheet } from '../../src/lib/input/sheets/cell.ts';
import { dryRun } from '../../src/lib/input/sheets/dry-run.ts';
import { listKinds, type ListKind } from '../../src/lib/input/sheets/fields.ts';
import { likeliestTable, proposedChoices } from '../../src/lib/input/sheets/headings.ts';
import { SheetPlan } from '../../src/lib/input/sheets/sheet-plan.ts';
import { choiceOf } from '../../src/lib/input/sheets/words.ts';
import { catalogue } from '../../src/lib/server/catalogue/catalogue.ts';
import { csvStyles, csvText, type CsvStyle } from '../../src/lib/server/files/csv-out.ts';
import { readCsv } from '../../src/lib/server/files/csv.ts';
import { listTable } from '../../src/lib/server/files/list-tables.ts';
import { examplePlan } from '../support/large-plan.ts';
import { arbitraryPlan } from '../support/plan-arbitrary.ts';

/** Lists of a plan as text: what is written is read as the same. */

beforeAll(async () => {
	await loadMessages('sv');
	await loadMessages('en');
});

type Written = { readonly kind: ListKind; readonly style: CsvStyle; readonly locale: Locale };

function readAgain(plan: Plan, { kind, style, locale }: Written) {
	const table = listTable(plan, kind, { locale, t: messages[locale] });
	const sheet = readCsv(Buffer.from(csvText(table, style)), 'lista.csv');
	return { count: table.rows.length, ...readSheet(plan, sheet) };
}

/** As the page proposes to read it, without a question asked. */
function readSheet(plan: Plan, sheet: Sheet) {
	const { headerRow } = likeliestTable([sheet]);
	const choices = proposedChoices(sheet, 0, () => new Map(), { headerRow });
	return { choices, run: dryRun(new SheetPlan(plan, catalogue), sheet, choices) };
}

const written: fc.Arbitrary<Written> = fc.record({
	kind: fc.constantFrom(...listKinds),
	style: fc.constantFrom(...csvStyles),
	locale: fc.constantFrom<Locale>('sv', 'en')
});

/** A form has one amount for each year: what a plan lists twice of a year is one amount. */
function onceAYear(plan: Plan): Plan {
	const merged = <One extends { year: number; amount: Decimal | null; currency?: string }>(
		all: readonly One[]
	): One[] => [...new Map(all.map((one) => [`${one.year} ${one.currency ?? ''}`, one])).values()];
	return {
		...plan,
		measures: plan.measures.map((measure) => ({
			...measure,
			costs: measure.costs.map((item) => {
				if (item.timing === 'yearly') return item;
				// A form has no years of an amount that nobody knows.
				const years = item.amount === null ? [] : merged(item.years);
				const total = years.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
				return { ...item, years, amount: item.amount && total };
			})
		})),
		funding: plan.funding.map((line) => ({
			...line,
			// And has kronor before euro of the same year.
			amounts: merged(line.amounts).sort((a, b) => b.currency.localeCompare(a.currency))
		}))
	};
}

describe('a list that is written and read again', () => {
	it.each(listKinds)('of %s changes nothing in the example', (kind) => {
		for (const style of csvStyles) {
			const { count, choices, run } = readAgain(examplePlan(), { kind, style, locale: 'sv' });
			expect(choices.kind).toBe(kind);
			expect(run.problems).toEqual([]);
			expect(run.counts).toEqual({
				same: count,
				asked: 0,
				refused: 0,
				new: 0,
				changed: 0,
				leftOut: 0
			});
		}
	});

	it('changes nothing in random plans', () => {
		fc.assert(
			fc.property(arbitraryPlan.map(onceAYear), written, (plan, how) => {
				const { count, run } = readAgain(plan, how);
				if (count === 0) return;
				expect(run.rows.filter(({ outcome }) => outcome !== 'same')).toEqual([]);
				expect(run.counts.same).toBe(count);
			}),
			{ numRuns: 60 }
		);
	});

	it('understands every word that the pages have for a choice, in both languages', () => {
		for (const t of [messages.sv, messages.en]) {
			const lists: Record<string, Readonly<Record<string, string>>> = {
				status: t.measures.statuses,
				fundingStatus: t.financing.status,
				kind: t.measureForm.kinds,
				payer: t.financing.payerNames,
				costKind: t.measureForm.costKinds
			};
			for (const [list, words] of Object.entries(lists))
				for (const [choice, word] of Object.entries(words))
					expect([word, choiceOf(list, word)]).toEqual([word, choice]);
		}
	});
});

describe('text in a list', () => {
	const nasty = [
		'=1+1',
		'+46 470',
		'-5',
		'@sum',
		'\t=1',
		'＝1',
		'  =1',
		"'=1",
		"''-5",
		'"quoted"; x',
		'rad 1\nrad 2',
		"'ord"
	];

	it.each(csvStyles)('never runs as a formula and is read as it was, for %s', (style) => {
		const table = {
			headings: ['text', 'tal'],
			rows: nasty.map((text) => [text, new Decimal('-5.25')])
		};
		const text = csvText(table, style);
		const cells = readCsv(Buffer.from(text), 'x.csv').rows.slice(1);
		expect(cells.map(([first]) => first)).toEqual(nasty);
		expect(text).not.toMatch(/(?:^|[;,])"?\s*[=+@＝]/m);
		expect(cells.map(([, number]) => number)).toEqual(
			nasty.map(() => (style === 'excel' ? '-5,25' : '-5.25'))
		);
		expect(text.startsWith('\uFEFF')).toBe(style === 'excel');
		expect(text.endsWith('\r\n')).toBe(true);
	});
});
