import { certainties, type Certainty } from '../../../core/funding/certainty.ts';
import { mayMoneyWait } from '../../../core/funding/gap.ts';
import type { Totalled } from '../../../core/portfolio/evaluation.ts';
import type { Assumptions } from './assumptions.ts';
import {
	checkOne,
	checkYears,
	known,
	newSheet,
	say,
	unknown,
	yearHeadings,
	yearRow,
	TOTAL_COLUMN,
	type Book
} from './book.ts';
import { at } from './cells.ts';
import { ownShareOf, type Asked } from './cost-table.ts';
import type { CostsPerYear } from './costs-per-year.ts';
import {
	absolute,
	atMost,
	below,
	iff,
	isNumber,
	minus,
	most,
	plus,
	sum,
	type Operand
} from './formula.ts';
import { ofNeed, weighted, type AskedMoney, type FundingPerYear } from './funding-per-year.ts';
import { line, summed, totalOf, type Summed } from './lines.ts';
import { range, type CellRef, type Sheet, type Years } from './sheet.ts';

type GapRows = {
	readonly need: Summed;
	/** What is missing in all, by variant. */
	readonly gap: Readonly<Record<Certainty, CellRef>>;
};

/** Need, own capacity, funding and the gap in its variants (METHODS §14, rules 13 and 14). */
export function gapSheet(
	book: Book,
	costs: CostsPerYear,
	funding: FundingPerYear,
	{ capacity }: Assumptions
): GapRows {
	const sheet = newSheet(book, 'Gap', 'Gap', [
		'Kronor per år, egen andel. Gap = behov − egen kapacitet − finansiering, aldrig under noll och aldrig kvittat mellan år.',
		'Kronor per year, own share. Gap = need − own capacity − funding, never below zero and never netted between years.'
	]);
	const { evaluation } = book;
	const header = kronorHeadings(book, sheet);
	const costRow = (label: string, asked: Asked, figures: Totalled): Summed => {
		const row = summed(
			book,
			sheet,
			line(sheet, [label]),
			header,
			(index) => ownShareOf(book, costs, asked, index),
			'kr'
		);
		checkTotalled(book, label, figures, row);
		return row;
	};
	costRow(
		say(book, 'Investeringar, alla betalare', 'Investments, all payers'),
		{ kind: 'capex' },
		evaluation.capex
	);
	const need = costRow(
		say(book, 'Behov: kommunens investeringar', 'Need: investments of the municipality'),
		ofNeed,
		evaluation.need
	);
	const label = say(book, 'Egen investeringskapacitet', 'Own investment capacity');
	const own = summed(
		book,
		sheet,
		line(sheet, [label]),
		header,
		(index) => at(capacity, index),
		'kr'
	);
	checkTotalled(book, label, evaluation.ownCapacity, own);
	for (const certainty of certainties)
		moneyRow(book, sheet, header, funding.counted, ofNeed, {
			certainty,
			label: say(book, 'Finansiering', 'Funding'),
			figures: evaluation.funding[certainty]
		});
	for (const certainty of certainties)
		moneyRow(book, sheet, header, funding.listed, ofNeed, {
			certainty,
			label: say(book, 'Inlagt före reglerna', 'Entered, before the rules'),
			figures: evaluation.fundingListed[certainty]
		});
	const gapOf = (
		certainty: Certainty,
		variant: 'secured' | 'planned' | 'atExpectedFunding',
		words: string
	) => {
		const path = gapPath(book, sheet, {
			header,
			need: need.perYear,
			own: own.perYear,
			funding,
			asked: ofNeed,
			certainty,
			label: words
		});
		checkTotalled(book, words, evaluation.gap[variant], path);
		return path.total;
	};
	const secured = gapOf('secured', 'secured', say(book, 'Gap, säkrat', 'Gap, secured'));
	const expected = expectedGap(book, sheet, header);
	const planned = gapOf('planned', 'planned', say(book, 'Gap, planerat', 'Gap, planned'));
	gapOf(
		'expected',
		'atExpectedFunding',
		say(book, 'Gap vid förväntad finansiering', 'Gap at expected funding')
	);
	return { need, gap: { secured, expected, planned } };
}

/** Headings of a sheet of kronor per year. */
export function kronorHeadings(book: Book, sheet: Sheet): Years {
	return yearHeadings(book, sheet, [
		'',
		say(book, 'Vad', 'What'),
		...['', '', '', '', '', '', '', '', '', ''],
		say(book, 'Summa, kr', 'Sum, kr')
	]);
}

function expectedGap(book: Book, sheet: Sheet, header: Years): CellRef {
	const { perYear, total } = book.evaluation.gap.expected;
	const row = line(sheet, [
		say(
			book,
			'Gap, förväntat: medelvärdet över ansökningarnas utfall (beräknat i programmet)',
			'Gap, expected: the mean over the outcomes of the applications (computed in the program)'
		)
	]);
	yearRow(sheet, row, header, (index) => known(book, perYear[index]), 'kr', 'program');
	return sheet.put(row, TOTAL_COLUMN, known(book, total), 'program', 'kr');
}

export function certaintyWord(book: Book, certainty: Certainty): string {
	if (certainty === 'secured') return say(book, 'säkrat', 'secured');
	return certainty === 'expected'
		? say(book, 'förväntat', 'expected')
		: say(book, 'planerat', 'planned');
}

type Money = {
	readonly certainty: Certainty;
	readonly label: string;
	/** null: the program has no such years. */
	readonly figures: Totalled | null;
};

/** Funding of the costs asked for, in one variant. */
export function moneyRow(
	book: Book,
	sheet: Sheet,
	header: Years,
	table: FundingPerYear['counted'],
	asked: AskedMoney | null,
	{ certainty, label, figures }: Money
): Summed {
	const words = `${label}, ${certaintyWord(book, certainty)}`;
	const row = summed(
		book,
		sheet,
		line(sheet, [words]),
		header,
		(index) => weighted(book, table, asked, { certainty, index }),
		'kr'
	);
	if (figures) checkTotalled(book, words, figures, row);
	return row;
}

/** The program's years and their sum beside the book's. */
export function checkTotalled(book: Book, figure: string, figures: Totalled, row: Summed): void {
	checkYears(book, figure, figures.perYear, row.perYear);
	checkOne(book, figure, figures.total, row.total);
}

type GapOf = {
	readonly header: Years;
	readonly need: Years;
	/** null: nobody's own money is counted. */
	readonly own: Years | null;
	readonly funding: FundingPerYear;
	readonly asked: AskedMoney;
	readonly certainty: Certainty;
	readonly label: string;
};

/** The gap per year; where money may wait, the years are tied together and each has a row for what waits. */
export function gapPath(book: Book, sheet: Sheet, of: GapOf): Summed {
	const { header, need, own, funding, asked, certainty, label } = of;
	const isCarried = own !== null && book.plan.settings.method.carryCapacity;
	const missing = unknown(book);
	const put = (content: (index: number) => Operand): Summed => {
		const row = line(sheet, [label]);
		const perYear = yearRow(sheet, row, header, content, 'kr', 'total');
		return { perYear, total: totalOf(book, sheet, perYear, 'kr', 'total') };
	};
	const lines = funding.lines.map(({ flow }) => flow.line);
	if (!mayMoneyWait(isCarried, lines))
		return put((index) => {
			const money = weighted(book, funding.counted, asked, { certainty, index });
			const uncovered = minus(at(need, index), money);
			if (!own) return most(0, uncovered);
			const capacity = at(own, index);
			const covered = iff(atMost(uncovered, 0), 0, missing);
			return iff(isNumber(capacity), most(0, minus(uncovered, capacity)), covered);
		});
	const without = waitingPath(book, sheet, of, 0);
	if (own === null || own.every(({ value }) => typeof value === 'number'))
		return put((index) => at(without, index));
	const plenty = waitingPath(book, sheet, of, sum(range(need)));
	return put((index) => {
		const [one, other] = [at(without, index), at(plenty, index)];
		return iff(below(absolute(minus(one, other)), LEAST_KRONOR), one, missing);
	});
}

const LEAST_KRONOR = 0.001;

/** Money that may wait is used last, and what is left of it is there the year after (METHODS §8). */
function waitingPath(
	book: Book,
	sheet: Sheet,
	{ header, need, own, funding, asked, certainty, label }: GapOf,
	assumed: Operand
): Years {
	const isCarried = own !== null && book.plan.settings.method.carryCapacity;
	const money = (waits: boolean, index: number) =>
		weighted(book, funding.counted, { ...asked, waits }, { certainty, index });
	const capacity = (index: number): Operand => {
		const cell = own && at(own, index);
		return cell ? iff(isNumber(cell), cell, assumed) : 0;
	};
	const named = (sv: string, en: string) => line(sheet, [`${label}: ${say(book, sv, en)}`]);
	const uncovered = yearRow(
		sheet,
		named('behov efter pengar för samma år', 'need after money for the same year'),
		header,
		(index) => {
			const inYear = money(false, index);
			return minus(at(need, index), isCarried ? inYear : plus(inYear, capacity(index)));
		},
		'kr'
	);
	const waitingRow = named('pengar som får vänta', 'money that may wait');
	const waiting: CellRef[] = [];
	header.forEach(({ column }, index) => {
		const fresh = money(true, index);
		const added = isCarried ? plus(fresh, capacity(index)) : fresh;
		const last = waiting[index - 1];
		const left = last && most(0, minus(last, most(0, at(uncovered, index - 1))));
		waiting.push(sheet.put(waitingRow, column, left ? plus(left, added) : added, 'live', 'kr'));
	});
	return yearRow(
		sheet,
		named('det som då saknas', 'what is then missing'),
		header,
		(index) => most(0, minus(at(uncovered, index), at(waiting, index))),
		'kr'
	);
}
