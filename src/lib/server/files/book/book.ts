import type { Messages, Locale } from '../../../i18n/messages.ts';
import type { CountedFunding } from '../../../core/funding/counted-funding.ts';
import { borrowedFlows, type BorrowedFlow } from '../../../core/funding/borrowing.ts';
import { countedFunding } from '../../../core/funding/counted-funding.ts';
import { fundingFlows, type FundingFlow } from '../../../core/funding/funding-flows.ts';
import type { Plan, Portfolio } from '../../../core/plan/plan.ts';
import { evaluate, evaluatedPortfolio } from '../../../core/portfolio/evaluate.ts';
import type { Evaluation } from '../../../core/portfolio/evaluation.ts';
import type { EvaluatedMeasure, Frame } from '../../../core/portfolio/frame.ts';
import type { Decimal } from '../../../core/decimal.ts';
import { named, type Operand, type Term } from './formula.ts';
import { Sheet, type CellRef, type Format, type Role, type Years } from './sheet.ts';

/** What a calculating workbook is made of: one portfolio of a plan with all that the method makes of it, and the sheets so far. */
export type Book = {
	readonly plan: Plan;
	readonly portfolio: Portfolio;
	readonly evaluation: Evaluation;
	readonly frame: Frame;
	/** In the order of start years; `order` has their places as they are credited. */
	readonly measures: readonly EvaluatedMeasure[];
	readonly order: readonly number[];
	readonly stack: CountedFunding;
	readonly flows: readonly FundingFlow[];
	readonly borrowed: readonly BorrowedFlow[];
	readonly t: Messages;
	readonly planId: string | null;
	readonly day: string;
	readonly locale: Locale;
	readonly sheets: Sheet[];
	/** Names of the workbook, and the cells they stand for. */
	readonly names: Map<string, CellRef>;
	/** What the program says of each headline figure, beside what the book makes of it. */
	readonly checks: Check[];
};

export type Check = {
	readonly figure: string;
	readonly year: number | null;
	readonly format: Format;
	readonly inProgram: Decimal | null;
	readonly inBook: CellRef;
};

/** The first column of the years, the same on every sheet that computes. */
export const YEAR_COLUMN = 13;
/** The column before it, for the sum of the years. */
export const TOTAL_COLUMN = YEAR_COLUMN - 1;

/** In what language a book is, of which stored plan it is, and on what day it was taken out; null: the plan is not stored. */
export type BookOf = {
	readonly locale: Locale;
	readonly planId: string | null;
	readonly day: string;
};

export function newBook(
	plan: Plan,
	portfolioId: string,
	{ locale, planId, day }: BookOf,
	t: Messages
): Book {
	const { portfolio, frame, measures, order } = evaluatedPortfolio(plan, portfolioId);
	const placed = measures.map((one) => one.placed);
	const stack = countedFunding(plan, placed);
	return {
		...{ plan, portfolio, frame, measures, order, stack, locale, t, planId, day },
		evaluation: evaluate(plan, portfolioId),
		flows: fundingFlows(plan, stack, frame.horizon),
		borrowed: borrowedFlows(plan, placed, stack, frame.horizon),
		...{ sheets: [], names: new Map(), checks: [] }
	};
}

/** A book without a portfolio computes nothing: it is for typing alone. */
export function isForTyping({ portfolio }: Book): boolean {
	return portfolio.measures.length === 0;
}

/** What a cell of a measure is that one may type into: whether anything in the book follows it. */
export function roleOf(book: Book, measure: string): Role {
	return isForTyping(book) || book.portfolio.measures.includes(measure) ? 'input' : 'outside';
}

/** Words of the book's language. */
export function say({ locale }: Book, sv: string, en: string): string {
	return locale === 'sv' ? sv : en;
}

/** The sheet that is next in the book, with its title and what it holds. */
export function newSheet(book: Book, sv: string, en: string, about: [string, string]): Sheet {
	const sheet = new Sheet(say(book, sv, en), say(book, ...about));
	sheet.text(sheet.newRow(), 1, sheet.name, 'title');
	sheet.text(sheet.newRow(), 1, sheet.about, 'note');
	sheet.newRow();
	book.sheets.push(sheet);
	return sheet;
}

/** Headings of a sheet with years: those before them, then the years. */
export function yearHeadings(book: Book, sheet: Sheet, before: readonly string[]): Years {
	const row = sheet.newRow();
	sheet.frozen = { ...sheet.frozen, columns: before[2] ? 3 : 2 };
	sheet.headings(row, before);
	for (let column = before.length; column < YEAR_COLUMN; column++)
		sheet.text(row, column, '', 'heading');
	return book.frame.years.map((year, place) =>
		sheet.put(row, YEAR_COLUMN + place, year, 'heading', 'year')
	);
}

/** A row of values or formulas, one per year of the plan. */
export function yearRow(
	sheet: Sheet,
	row: number,
	years: Years,
	of: (place: number, year: CellRef) => Operand,
	format: Format,
	role: Role = 'live'
): Years {
	return years.map((year, place) =>
		sheet.put(row, YEAR_COLUMN + place, of(place, year), role, format)
	);
}

/** Gives a cell a name of the workbook, and the term that formulas write for it. */
export function name(book: Book, called: string, cell: CellRef): Term {
	book.names.set(called, cell);
	return named(called, cell);
}

/** A value that may be unknown, as it stands in a cell. */
export function known(book: Book, value: Decimal | null | undefined): Operand {
	return value === null || value === undefined ? unknown(book) : value.toNumber();
}

export function unknown(book: Book): string {
	return say(book, 'saknas', 'missing');
}

/** The program's figures per year beside the book's. */
export function checkYears(
	book: Book,
	figure: string,
	inProgram: readonly (Decimal | null)[],
	inBook: Years,
	format: Format = 'kr'
): void {
	inBook.forEach((cell, place) =>
		book.checks.push({
			figure,
			year: book.frame.years[place] ?? null,
			format,
			inProgram: inProgram[place] ?? null,
			inBook: cell
		})
	);
}

export function checkOne(
	book: Book,
	figure: string,
	inProgram: Decimal | null,
	inBook: CellRef,
	format: Format = 'kr'
): void {
	book.checks.push({ figure, year: null, format, inProgram, inBook });
}
