import type { Certainty } from '../../../core/funding/certainty.ts';
import type { FundingFlow } from '../../../core/funding/funding-flows.ts';
import type { CostItem } from '../../../core/plan/plan.ts';
import type { Assumptions } from './assumptions.ts';
import { checkYears, newSheet, say, yearHeadings, yearRow, type Book } from './book.ts';
import { at } from './cells.ts';
import { kindWord, payerWord, sectorWord } from './words.ts';
import {
	either,
	equals,
	iff,
	least,
	minus,
	most,
	sumProduct,
	times,
	type Operand
} from './formula.ts';
import {
	isListed,
	listedBefore,
	listedIn,
	listedInAll,
	type FundingInputs,
	type LineInput
} from './funding.ts';
import { line, summed, totalOf } from './lines.ts';
import type { MeasureSheet, Placement } from './measures.ts';
import type { Counted } from './rules.ts';
import { range, type CellRef, type Sheet, type Years } from './sheet.ts';

/** A funding line as placed: own share, kr per year, before or after the rules. */
type TableRow = {
	readonly about: CellRef;
	readonly sector: CellRef;
	readonly waits: CellRef;
	readonly weight: Readonly<Record<Certainty, CellRef>>;
	readonly perYear: Years;
};

/** What counts of a line. */
export type LineRow = {
	readonly flow: FundingFlow;
	readonly weight: Readonly<Record<Certainty, CellRef>>;
	readonly perYear: Years;
	readonly total: CellRef;
};

export type FundingPerYear = {
	/** Lines that close the gap. */
	readonly lines: readonly LineRow[];
	/** Loans and energy performance contracts on the municipality's investments. */
	readonly borrowed: readonly LineRow[];
	readonly listed: readonly TableRow[];
	readonly counted: readonly TableRow[];
};

/** Which money is asked for; undefined: all. */
export type AskedMoney = {
	readonly kind: CostItem['kind'];
	readonly payer: CostItem['payer'];
	readonly sector?: string | null | undefined;
	readonly waits?: boolean | undefined;
};

export const ofNeed: AskedMoney = { kind: 'capex', payer: 'municipality' };

/** Kronor of the lines asked for, or of all of them, in one year, each by its weight. */
export function weighted(
	book: Book,
	table: readonly TableRow[],
	asked: AskedMoney | null,
	{ certainty, index }: { readonly certainty: Certainty; readonly index: number }
): Operand {
	if (table.length === 0) return 0;
	const column = (of: (row: TableRow) => CellRef) => range(table.map(of));
	const masks = asked
		? [
				equals(
					column(({ about }) => about),
					aboutWord(book, asked)
				)
			]
		: [];
	if (asked?.sector !== undefined)
		masks.push(
			equals(
				column(({ sector }) => sector),
				sectorWord(book, asked.sector)
			)
		);
	if (asked?.waits !== undefined)
		masks.push(
			equals(
				column(({ waits }) => waits),
				waitsWord(book, asked.waits)
			)
		);
	const weight = column((row) => row.weight[certainty]);
	return sumProduct(
		times(weight, ...masks),
		column(({ perYear }) => at(perYear, index))
	);
}

function aboutWord(book: Book, { kind, payer }: Pick<CostItem, 'kind' | 'payer'>): string {
	return `${kindWord(book, kind)}, ${payerWord(book, payer)}`;
}

function waitsWord(book: Book, waits: boolean): string {
	return waits ? say(book, 'ja', 'yes') : say(book, 'nej', 'no');
}

/** What every line gives in each year, own share: as listed, and what of it counts (METHODS §14, rules 8, 9 and 13). */
export function fundingPerYear(
	book: Book,
	{ placements }: MeasureSheet,
	{ inputs, counted }: { readonly inputs: FundingInputs; readonly counted: Counted },
	assumed: Assumptions
): FundingPerYear {
	const sheet = newSheet(book, 'Finansiering per år', 'Funding per year', [
		'Kronor per år, egen andel, som portföljen lägger åtgärderna. Säkrat räknas fullt; sökt och planerat räknas med sannolikhet i förväntat och fullt i planerat.',
		'Kronor per year, own share, as the portfolio places the measures. Secured counts in full; applied and planned by probability in expected, in full in planned.'
	]);
	const placementOf = new Map(placements.map((one) => [one.measure.id, one]));
	const around = (flow: FundingFlow): Around => {
		const placement = placementOf.get(flow.line.measure);
		if (!placement) throw new RangeError(`${flow.line.measure} is not in the book`);
		return { flow, placement, input: inputs.of(flow.line.id), inputs, assumed };
	};
	headings(book, sheet, say(book, 'Inlagt', 'Entered'));
	const header = yearHeadings(book, sheet, columns(book));
	const listed = book.flows.map((flow) => listedRow(book, sheet, header, around(flow)));
	sheet.newRow();
	headings(book, sheet, say(book, 'Räknas efter stödreglerna', 'Counts by the rules'));
	const again = yearHeadings(book, sheet, columns(book));
	const rows = (flows: readonly FundingFlow[]) =>
		flows.map((flow) => countedRow(book, sheet, again, { ...around(flow), counted }));
	const lines = rows(book.flows);
	if (book.borrowed.length > 0) {
		sheet.newRow();
		headings(
			book,
			sheet,
			say(
				book,
				'Lån och energitjänster, som inte minskar gapet',
				'Loans and energy services, which close no gap'
			)
		);
	}
	const borrowed = rows(book.borrowed);
	return {
		listed,
		lines: lines.map(({ row }) => row),
		borrowed: borrowed.map(({ row }) => row),
		counted: lines.map(({ table }) => table)
	};
}

function headings(_: Book, sheet: Sheet, title: string): void {
	sheet.text(sheet.newRow(), 1, title, 'total');
}

function columns(book: Book): string[] {
	return [
		'',
		'Id',
		say(book, 'Åtgärd', 'Measure'),
		say(book, 'Kostnadspost', 'Cost item'),
		say(book, 'Program', 'Programme'),
		say(book, 'Sektor', 'Sector'),
		say(book, 'Vikt, säkrat', 'Weight, secured'),
		say(book, 'Vikt, förväntat', 'Weight, expected'),
		say(book, 'Vikt, planerat', 'Weight, planned'),
		say(book, 'Räknas i allt, kr', 'Counts in all, kr'),
		say(book, 'Avser', 'Pays for'),
		say(book, 'Får vänta', 'May wait'),
		say(book, 'Summa, kr', 'Sum, kr')
	];
}

type Around = {
	readonly flow: FundingFlow;
	readonly placement: Placement;
	readonly input: LineInput;
	readonly inputs: FundingInputs;
	readonly assumed: Assumptions;
};

/** What a row of a line says of it before its money. */
function aboutLine(book: Book, sheet: Sheet, { flow, placement, input }: Around) {
	const { line: one, item } = flow;
	const programme = book.plan.programmes.find(({ id }) => id === one.programme);
	const name = programme?.name[book.locale] ?? one.programme;
	const row = line(sheet, [one.id, one.measure, one.costItem, name]);
	return {
		row,
		sector: sheet.text(row, 5, sectorWord(book, placement.measure.sector)),
		about: sheet.text(row, 10, aboutWord(book, item)),
		waits: sheet.text(row, 11, waitsWord(book, one.carryForward === true)),
		weight: weights(book, sheet, row, input)
	};
}

function listedRow(book: Book, sheet: Sheet, header: Years, around: Around): TableRow {
	const { placement, input, inputs, assumed } = around;
	const { row, ...about } = aboutLine(book, sheet, around);
	const { perYear } = summed(
		book,
		sheet,
		row,
		header,
		(_, year) =>
			times(
				listedIn(input, inputs, minus(year, placement.shift), assumed.euroRate),
				placement.scale,
				placement.ownShare
			),
		'kr'
	);
	return { ...about, perYear };
}

/** What counts is paid out from the line's first year on, until it is used up. */
function countedRow(
	book: Book,
	sheet: Sheet,
	header: Years,
	{ counted, ...around }: Around & { readonly counted: Counted }
): { readonly row: LineRow; readonly table: TableRow } {
	const { flow, input, inputs, assumed } = around;
	const { shift, scale, ownShare } = around.placement;
	const { euroRate } = assumed;
	const { row, ...about } = aboutLine(book, sheet, around);
	const inAll = sheet.put(
		row,
		9,
		counted.get(flow.line.id) ?? times(listedInAll(input, euroRate), scale),
		'live',
		'kr'
	);
	const perYear = yearRow(
		sheet,
		row,
		header,
		(_, year) => {
			const own = minus(year, shift);
			const before = times(listedBefore(input, inputs, own, euroRate), scale);
			const whole = times(listedIn(input, inputs, own, euroRate), scale);
			return times(most(0, least(whole, minus(inAll, before))), ownShare);
		},
		'kr'
	);
	const total = totalOf(book, sheet, perYear, 'kr');
	checkYears(book, `${flow.line.id}: ${say(book, 'räknas', 'counts')}`, flow.perYear, perYear);
	return { row: { flow, weight: about.weight, perYear, total }, table: { ...about, perYear } };
}

/** What a line weighs in each variant (rule 13). */
function weights(book: Book, sheet: Sheet, row: number, input: LineInput) {
	const { status, probability } = input;
	const { status: words } = book.t.financing;
	const decided = (['granted', 'contracted', 'paid'] as const).map((one) =>
		equals(status, words[one] ?? one)
	);
	const put = (column: number, content: Operand) =>
		sheet.put(row, column, content, 'live', 'share');
	const secured = put(6, iff(either(...decided), 1, 0));
	return {
		secured,
		expected: put(7, iff(equals(secured, 1), 1, iff(isListed(book, input), probability, 0))),
		planned: put(8, iff(isListed(book, input), 1, 0))
	};
}
