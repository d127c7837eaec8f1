import { awardsAmong, type FundingFlow } from '../../../core/funding/funding-flows.ts';
import { finalPlace, paidShares, yearsUntilPaid } from '../../../core/plan/payout.ts';
import type { Assumptions } from './assumptions.ts';
import {
	checkOne,
	checkYears,
	newSheet,
	say,
	unknown,
	yearHeadings,
	yearRow,
	type Book
} from './book.ts';
import { at } from './cells.ts';
import { ownShareOf } from './cost-table.ts';
import type { CostsPerYear } from './costs-per-year.ts';
import {
	both,
	equals,
	iff,
	isNumber,
	least,
	minus,
	most,
	plus,
	times,
	type Operand
} from './formula.ts';
import type { FundingPerYear, LineRow } from './funding-per-year.ts';
import { line, sumOf, summed, totalOf } from './lines.ts';
import { loanRows } from './loans.ts';
import { range, type CellRef, type Sheet, type Years } from './sheet.ts';

/** The municipality's cash, with grants in the years in which they are paid (METHODS §14, rule 17). Gives the peak to bridge. */
export function liquiditySheet(
	book: Book,
	{ costs, funding }: { readonly costs: CostsPerYear; readonly funding: FundingPerYear },
	assumed: Assumptions
): CellRef {
	const sheet = newSheet(book, 'Likviditet', 'Liquidity', [
		'Kronor per år, egen andel: egen kapacitet + driftram + säkrade bidrag när de betalas ut − investeringar − drift. Lån står för sig.',
		'Kronor per year, own share: own capacity + operating frame + secured grants as they are paid − investments − running costs. Loans stand apart.'
	]);
	const header = yearHeadings(book, sheet, [
		'',
		say(book, 'Vad', 'What'),
		say(book, 'Förskott, andel', 'Advance, share'),
		say(book, 'Under tiden, andel', 'Meanwhile, share'),
		say(book, 'Slutbetalning, andel', 'Final, share'),
		say(book, 'Förskott år', 'Advance in'),
		say(book, 'Slutbetalning år', 'Final in'),
		say(book, 'År till utbetalning', 'Years until paid'),
		say(book, 'Återbetalas på, år', 'Repaid over, years'),
		say(book, 'Ränta', 'Rate'),
		...['', ''],
		say(book, 'Summa, kr', 'Sum, kr')
	]);
	const put = (words: string, of: (index: number) => Operand) =>
		summed(book, sheet, line(sheet, [words]), header, of, 'kr').perYear;
	const figures = book.evaluation.liquidity;
	const rows = funding.lines.filter(({ flow }) => flow.item.payer === 'municipality');
	const paid = payments(book).flatMap((one) => {
		const row = rows.find(({ flow }) => flow === one.flow);
		return row ? [paidRow(book, sheet, header, row, one)] : [];
	});
	const paidOut = put(
		say(book, 'Säkrade bidrag som betalas ut', 'Secured grants paid out'),
		(index) => sumOf(paid.map((row) => at(row, index)))
	);
	checkYears(book, say(book, 'Utbetalda bidrag', 'Grants paid out'), figures.paidOut, paidOut);
	const capex = put(
		say(book, 'Kommunens investeringar', 'Investments of the municipality'),
		(index) => ownShareOf(book, costs, { kind: 'capex', payer: 'municipality' }, index)
	);
	const running = put(
		say(book, 'Drift efter besparingar och intäkter', 'Running costs after savings and revenues'),
		(index) => {
			const of = (kind: 'opex' | 'saving' | 'revenue') =>
				ownShareOf(book, costs, { kind, payer: 'municipality' }, index);
			return minus(minus(of('opex'), of('saving')), of('revenue'));
		}
	);
	checkYears(book, say(book, 'Drift', 'Running costs'), figures.running, running);
	const netLabel = say(book, 'Årets likviditet', 'Cash of the year');
	const net = put(netLabel, (index) => {
		const [capacity, frame] = [at(assumed.capacity, index), at(assumed.frames, index)];
		const cash = minus(
			minus(plus(capacity, frame, at(paidOut, index)), at(capex, index)),
			at(running, index)
		);
		return iff(both(isNumber(capacity), isNumber(frame)), cash, unknown(book));
	});
	checkYears(book, netLabel, figures.perYear, net);
	const { position, peak } = positions(book, sheet, header, net, '');
	checkYears(book, say(book, 'Ställning', 'Position'), figures.position, position);
	checkOne(
		book,
		say(book, 'Högsta bryggfinansiering', 'Peak bridging'),
		figures.peakBridging,
		peak
	);
	bridging(book, sheet, header, position, assumed);
	const loans = funding.borrowed.map((row) =>
		loanRows(book, sheet, header, row, { assumed, life: lifeOf(costs, row) })
	);
	const withLoans = put(
		say(book, 'Årets likviditet med beslutade lån', 'Cash of the year with decided loans'),
		(index) => {
			const own = at(net, index);
			const moved = loans.map(({ drawn, repaid, interest }) =>
				minus(minus(at(drawn, index), at(repaid, index)), at(interest, index))
			);
			return iff(
				isNumber(own),
				moved.reduce<Operand>((total, one) => plus(total, one), own),
				unknown(book)
			);
		}
	);
	checkYears(
		book,
		say(book, 'Likviditet med lån', 'Cash with loans'),
		figures.afterLoans.perYear,
		withLoans
	);
	const after = positions(book, sheet, header, withLoans, say(book, ' med lån', ' with loans'));
	checkOne(
		book,
		say(book, 'Högsta bryggfinansiering med lån', 'Peak bridging with loans'),
		figures.afterLoans.peakBridging,
		after.peak
	);
	return peak;
}

/** Years that the asset behind a loan is written off over; null: it is land, or nobody knows. */
function lifeOf({ items }: CostsPerYear, { flow: { line: one } }: LineRow): CellRef | null {
	return (
		items.find((row) => row.measure === one.measure && row.item.id === one.costItem)?.life ?? null
	);
}

type Payment = { readonly flow: FundingFlow; readonly first: number; readonly last: number };

/** Every line with the first and last year of its award. */
function payments({ flows, frame }: Book): Payment[] {
	return awardsAmong(flows).flatMap((award) => {
		const spans = award.flatMap(({ span }) => span ?? []);
		if (spans.length === 0) return [];
		const first = Math.min(...spans.map((span) => span.first)) - frame.horizon.firstYear;
		const last = Math.max(...spans.map((span) => span.last)) - frame.horizon.firstYear;
		return award.map((flow) => ({ flow, first, last }));
	});
}

/** A line in the years in which it is paid, if it is secured. */
function paidRow(
	book: Book,
	sheet: Sheet,
	header: Years,
	{ weight, perYear, total }: LineRow,
	{ flow: { line: one }, first, last }: Payment
): Years {
	const row = line(sheet, [`${one.id} ${one.measure}.${one.costItem}`]);
	const shares = paidShares(one);
	const delay = yearsUntilPaid(one) ?? 0;
	const firstYear = book.frame.horizon.firstYear;
	const typed = (column: number, value: number, format: 'share' | 'year' | 'number') =>
		sheet.put(row, column, value, format === 'share' ? 'input' : 'program', format);
	const advance = typed(2, shares.advance.toNumber(), 'share');
	const final = typed(4, shares.final.toNumber(), 'share');
	const during = sheet.put(row, 3, minus(minus(1, advance), final), 'live', 'share');
	const ahead = typed(5, first + firstYear, 'year');
	const end = typed(6, finalPlace(one, last) + firstYear, 'year');
	typed(7, delay, 'number');
	return summed(
		book,
		sheet,
		row,
		header,
		(index, year) => {
			const earlier = perYear[index - delay];
			const meanwhile = earlier ? times(during, earlier) : 0;
			const whole = plus(times(equals(year, ahead), advance), times(equals(year, end), final));
			return times(plus(meanwhile, times(whole, total)), weight.secured);
		},
		'kr'
	).perYear;
}

/** Where the cash stands after each year, and the most that must be bridged. */
function positions(book: Book, sheet: Sheet, header: Years, net: Years, suffix: string) {
	const row = line(sheet, [
		`${say(book, 'Ställning efter året', 'Position after the year')}${suffix}`
	]);
	const position: CellRef[] = [];
	net.forEach((cell, index) => {
		const before = position[index - 1];
		const content = before
			? iff(both(isNumber(before), isNumber(cell)), plus(before, cell), unknown(book))
			: iff(isNumber(cell), cell, unknown(book));
		position.push(sheet.put(row, at(header, index).column, content, 'live', 'kr'));
	});
	const last = at(position, position.length - 1);
	const peakRow = line(sheet, [
		`${say(book, 'Högsta bryggfinansiering', 'Peak bridging')}${suffix}`
	]);
	const lowest = least(0, range(position));
	const peak = sheet.put(
		peakRow,
		at(header, 0).column - 1,
		iff(isNumber(last), minus(0, lowest), unknown(book)),
		'total',
		'kr'
	);
	return { position, peak };
}

function bridging(
	book: Book,
	sheet: Sheet,
	header: Years,
	position: Years,
	assumed: Assumptions
): void {
	const row = line(sheet, [say(book, 'Att brygga', 'To bridge')]);
	const bridge = yearRow(
		sheet,
		row,
		header,
		(index) => {
			const cell = at(position, index);
			return iff(isNumber(cell), most(0, minus(0, cell)), unknown(book));
		},
		'kr'
	);
	const label = say(book, 'Ränta på det som bryggas', 'Interest on what is bridged');
	const own = line(sheet, [label]);
	const interest = yearRow(
		sheet,
		own,
		header,
		(index) => {
			const cell = at(bridge, index);
			return iff(isNumber(cell), times(cell, assumed.internalRate), unknown(book));
		},
		'kr'
	);
	checkOne(
		book,
		label,
		book.evaluation.liquidity.bridgeInterest.total,
		totalOf(book, sheet, interest, 'kr')
	);
}
