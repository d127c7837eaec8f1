import { Decimal } from '../../../core/decimal.ts';
import type { FundingLine } from '../../../core/plan/plan.ts';
import { lineKey } from '../../../input/book/things.ts';
import { closesGap } from '../../../core/plan/programme.ts';
import { isForTyping, known, newSheet, say, unknown, type Book } from './book.ts';
import { everyYear } from './costs.ts';
import { range, type CellRef, type Sheet } from './sheet.ts';
import {
	below,
	either,
	equals,
	iff,
	isNumber,
	sum,
	sumIf,
	sumProduct,
	times,
	type Operand,
	type Term
} from './formula.ts';

/** A funding line as it is typed: the whole project, in the plan's own years; a row for each currency. */
export type LineInput = {
	readonly line: FundingLine;
	readonly status: CellRef;
	readonly probability: CellRef;
	/** Kronor of the cost that the programme counts; empty: all of it. */
	readonly eligible: CellRef;
	readonly amounts: readonly {
		readonly currency: 'SEK' | 'EUR';
		readonly cells: readonly CellRef[];
	}[];
};

export type FundingInputs = {
	readonly years: readonly CellRef[];
	readonly of: (line: string) => LineInput;
};

const FIRST_YEAR = 11;

/** The money that is asked for or decided, as it was typed in the plan: the sheet to change funding in. */
export function fundingInputs(book: Book): FundingInputs {
	const sheet = newSheet(book, 'Finansieringsposter', 'Funding lines', [
		'Finansiering som den är inlagd: hela projektet, i planens egna år. Sortera inte om raderna.',
		'Funding as it was entered: whole project, in the plan’s own years. Do not sort the rows.'
	]);
	const header = sheet.newRow();
	sheet.headings(header, [
		say(book, 'Nyckel', 'Key'),
		'Id',
		say(book, 'Åtgärd', 'Measure'),
		say(book, 'Kostnadspost', 'Cost item'),
		say(book, 'Program', 'Programme'),
		say(book, 'Minskar gapet', 'Closes the gap'),
		'Status',
		say(book, 'Sannolikhet', 'Probability'),
		say(book, 'Stödberättigande kostnad, kr', 'Eligible cost, kr'),
		say(book, 'Får vänta till senare år', 'May wait for a later year'),
		say(book, 'Valuta', 'Currency')
	]);
	sheet.part = 'funding';
	sheet.hiddenColumns.add(0);
	sheet.frozen = { ...sheet.frozen, columns: 3 };
	const all = book.plan.funding.flatMap(({ amounts }) => amounts.map(({ year }) => year));
	const { firstYear, lastYear } = book.frame.horizon;
	const years = everyYear([...all, firstYear, lastYear]).map((year, place) =>
		sheet.put(header, FIRST_YEAR + place, year, 'heading', 'year')
	);
	const inputs = new Map(
		book.plan.funding.map((line) => [line.id, lineRows(book, sheet, line, years)])
	);
	return {
		years,
		of: (id) => {
			const found = inputs.get(id);
			if (!found) throw new RangeError(`no funding line ${id} in the book`);
			return found;
		}
	};
}

function lineRows(
	book: Book,
	sheet: Sheet,
	line: FundingLine,
	years: readonly CellRef[]
): LineInput {
	const programme = book.plan.programmes.find(({ id }) => id === line.programme);
	const role = isComputed(book, line) ? 'input' : 'outside';
	const currencies = (['SEK', 'EUR'] as const).filter((one) =>
		line.amounts.some(({ currency }) => currency === one)
	);
	const rows = (currencies.length > 0 ? currencies : (['SEK'] as const)).map((currency) => {
		const row = sheet.newRow();
		sheet.text(row, 0, lineKey(line.id, currency), 'note');
		sheet.text(row, 1, line.id);
		sheet.text(row, 2, line.measure);
		sheet.text(row, 3, line.costItem);
		sheet.text(row, 4, programme?.name[book.locale] ?? line.programme);
		const closes = programme !== undefined && closesGap(programme);
		sheet.text(row, 5, closes ? say(book, 'ja', 'yes') : say(book, 'nej', 'no'));
		sheet.text(row, 9, line.carryForward ? say(book, 'ja', 'yes') : say(book, 'nej', 'no'));
		sheet.text(row, 10, currency);
		const cells = years.map((year, index) =>
			sheet.put(
				row,
				FIRST_YEAR + index,
				typed(book, line, currency, year),
				role,
				'kr',
				`amounts.${String(year.value)}`
			)
		);
		return { row, currency, cells };
	});
	const [first] = rows;
	if (!first) throw new RangeError('a line has a row');
	const { row } = first;
	sheet.choices.push({ row, column: 6, of: Object.values(book.t.financing.status) });
	return {
		line,
		status: sheet.put(row, 6, book.t.financing.status[line.status] ?? line.status, role, 'text'),
		probability: sheet.put(
			row,
			7,
			line.probability.toNumber(),
			role,
			'share',
			// An application says how likely its money is.
			line.application === undefined ? 'probability' : undefined
		),
		eligible: sheet.put(row, 8, line.eligibleCost?.toNumber() ?? '', role, 'kr', 'eligibleCost'),
		amounts: rows
	};
}

/** Whether anything in the book follows a line: it is of the portfolio, and neither an idea nor rejected. */
function isComputed(book: Book, { id }: FundingLine): boolean {
	const { flows, borrowed, stack } = book;
	return (
		isForTyping(book) ||
		[...flows, ...borrowed].some(({ line }) => line.id === id) ||
		stack.claims.some((claim) => claim.id === id)
	);
}

/** Whether a line's status counts anywhere: neither an idea nor rejected. */
export function isListed({ t }: Book, { status }: LineInput): Term {
	const words = (['planned', 'applied', 'granted', 'contracted', 'paid'] as const).map(
		(one) => t.financing.status[one] ?? one
	);
	return either(...words.map((word) => equals(status, word)));
}

/** What a line says of one year in one currency; of an amount that nobody knows, that it is missing. */
function typed(book: Book, { amounts }: FundingLine, currency: string, year: CellRef): Operand {
	const own = amounts.filter((one) => one.currency === currency && one.year === year.value);
	const amount = own.flatMap((one) => one.amount ?? []);
	if (own.length === 0) return '';
	if (amount.length === 0) return unknown(book);
	return known(
		book,
		amount.reduce((total, one) => total.plus(one), new Decimal(0))
	);
}

/** Kronor of some of a line's amounts, whole project, unscaled. Without a rate, euro are unknown and count nothing. */
function kronor(
	{ amounts }: LineInput,
	euroRate: Term,
	of: (cells: readonly CellRef[]) => Term
): Operand {
	const parts = amounts.flatMap(({ currency, cells }) => {
		if (cells.length === 0) return [];
		return currency === 'SEK' ? of(cells) : iff(isNumber(euroRate), times(of(cells), euroRate), 0);
	});
	const [only] = parts;
	if (!only) return 0;
	return parts.length === 1 ? only : sum(...parts);
}

/** All that a line lists. */
export function listedInAll(input: LineInput, euroRate: Term): Operand {
	return kronor(input, euroRate, (cells) => sum(range(cells)));
}

/** What it lists for one of the plan's own years. */
export function listedIn(
	input: LineInput,
	{ years }: FundingInputs,
	year: Operand,
	euroRate: Term
): Operand {
	return kronor(input, euroRate, (cells) => sumIf(range(years), year, range(cells)));
}

/** What it lists for the years before one. */
export function listedBefore(
	input: LineInput,
	{ years }: FundingInputs,
	year: Operand,
	euroRate: Term
): Operand {
	return kronor(input, euroRate, (cells) =>
		sumProduct(times(below(range(years), year), 1), range(cells))
	);
}
