import { certainties, type Certainty } from '../../../core/funding/certainty.ts';
import type { Assumptions } from './assumptions.ts';
import { known, say, yearRow, type Book } from './book.ts';
import { at } from './cells.ts';
import type { CostsPerYear, ItemRow } from './costs-per-year.ts';
import {
	atMost,
	below,
	equals,
	iff,
	isNumber,
	least,
	minus,
	over,
	plus,
	power,
	sum,
	sumProduct,
	times,
	type Operand,
	type Term
} from './formula.ts';
import type { FundingPerYear, LineRow } from './funding-per-year.ts';
import { line, summed } from './lines.ts';
import { range, type CellRef, type Sheet, type Years } from './sheet.ts';

/** Depreciation or interest of one investment at one rate, had nothing been granted; and the share of it that is. */
export type CapitalRow = {
	readonly is: 'spent' | 'depreciation' | 'interest';
	readonly what: CellRef;
	readonly share: Readonly<Record<Certainty, CellRef>>;
	readonly perYear: Years;
};

type Around = {
	readonly costs: CostsPerYear;
	readonly funding: FundingPerYear;
	readonly assumed: Assumptions;
};

/** Capital cost of every investment that the municipality pays, by what it is paid with (METHODS §14, rule 15). */
export function capitalRows(book: Book, sheet: Sheet, header: Years, around: Around): CapitalRow[] {
	return around.costs.items.flatMap((row) => {
		const { item } = row;
		if (item.kind !== 'capex' || item.payer !== 'municipality') return [];
		if (item.costKind !== 'land' && row.life === null) return [];
		return assetRows(book, sheet, header, row, around);
	});
}

type Asset = {
	readonly row: ItemRow;
	readonly spent: Years;
	readonly total: CellRef;
};

function assetRows(
	book: Book,
	sheet: Sheet,
	header: Years,
	row: ItemRow,
	{ funding, assumed }: Around
): CapitalRow[] {
	const { measure } = row.placement;
	const words = [measure.id, measure.name[book.locale], row.item.id];
	const isOf = ({ flow: { line: one } }: LineRow) =>
		one.measure === row.measure && one.costItem === row.item.id;
	const own = line(sheet, words);
	const what = sheet.text(own, 4, say(book, 'utgift', 'spending'));
	const { perYear: spent, total } = summed(
		book,
		sheet,
		own,
		header,
		(index) => {
			const cell = at(row.perYear, index);
			return iff(isNumber(cell), times(cell, row.ownShare), 0);
		},
		'kr'
	);
	const asset = { row, spent, total };
	const nothing = shares(sheet, own, () => 0);
	const grants = funding.lines.filter(isOf);
	const loans = funding.borrowed.filter(isOf);
	const left = Object.fromEntries(
		certainties.map((certainty) => {
			const granted = sumOfLines(grants, certainty);
			return [certainty, iff(equals(total, 0), 1, minus(1, least(1, over(granted, total))))];
		})
	) as Record<Certainty, Operand>;
	const lent = loans.map((loan) => ({ loan, share: {} as Record<Certainty, Operand> }));
	for (const certainty of certainties)
		for (const one of lent) {
			const amount = times(one.loan.total, one.loan.weight[certainty]);
			const share = iff(equals(total, 0), 0, least(left[certainty], over(amount, total)));
			one.share[certainty] = share;
			left[certainty] = minus(left[certainty], share);
		}
	return [
		{ is: 'spent', what, share: nothing, perYear: spent },
		...paidBy(book, sheet, header, asset, {
			words,
			rate: assumed.internalRate,
			share: left,
			by: say(book, 'egna pengar', 'own money')
		}),
		...lent.flatMap(({ loan, share }) =>
			paidBy(book, sheet, header, asset, {
				words,
				rate: loan.flow.line.loanRate ? known(book, loan.flow.line.loanRate) : assumed.internalRate,
				share,
				by: `${say(book, 'lån', 'loan')} ${loan.flow.line.id}`
			})
		)
	];
}

function sumOfLines(lines: readonly LineRow[], certainty: Certainty): Operand {
	const parts = lines.map(({ total, weight }) => times(total, weight[certainty]));
	return parts.length === 0 ? 0 : sum(...parts);
}

function shares(sheet: Sheet, row: number, of: (certainty: Certainty) => Operand) {
	return Object.fromEntries(
		certainties.map((certainty, place) => [
			certainty,
			sheet.put(row, 7 + place, of(certainty), 'live', 'share')
		])
	) as Record<Certainty, CellRef>;
}

type Paid = {
	readonly words: readonly string[];
	readonly rate: Operand;
	readonly share: Readonly<Record<Certainty, Operand>>;
	readonly by: string;
};

/** Depreciation and interest at one rate; land carries interest alone. */
function paidBy(
	book: Book,
	sheet: Sheet,
	header: Years,
	{ row, spent }: Asset,
	{ words, rate: typed, share, by }: Paid
): CapitalRow[] {
	const { capitalCost, interestBase } = book.plan.settings.method;
	const begin = (
		is: 'depreciation' | 'interest',
		shareOf: Readonly<Record<Certainty, Operand>>
	) => {
		const label =
			is === 'interest' ? say(book, 'ränta', 'interest') : say(book, 'avskrivning', 'depreciation');
		const own = line(sheet, words);
		const what = sheet.text(own, 4, label);
		const rate = sheet.put(own, 6, typed, typeof typed === 'object' ? 'live' : 'input', 'share');
		sheet.text(own, 11, by);
		return { is, what, rate, own, share: shares(sheet, own, (certainty) => shareOf[certainty]) };
	};
	const interest = begin('interest', share);
	const finish = (
		one: ReturnType<typeof begin>,
		of: (year: CellRef, index: number) => Operand
	): CapitalRow => ({
		...{ is: one.is, what: one.what, share: one.share },
		perYear: yearRow(sheet, one.own, header, (index, year) => of(year, index), 'kr')
	});
	if (row.life === null)
		return [
			finish(interest, (year) =>
				times(interest.rate, sumProduct(times(below(range(header), year), 1), range(spent)))
			)
		];
	const life = sheet.put(interest.own, 5, row.life, 'live', 'number');
	const whenKnown = (then: Operand): Operand => iff(isNumber(life), then, 0);
	const passed = (year: CellRef) => minus(year, range(header));
	const mask = (year: CellRef): Term =>
		times(below(range(header), year), atMost(passed(year), life));
	const depreciation = begin('depreciation', interest.share);
	if (capitalCost === 'linear') {
		const elapsed = interestBase === 'opening' ? 1 : 0.5;
		return [
			finish(interest, (year) => {
				const left = minus(1, over(minus(passed(year), elapsed), life));
				return whenKnown(times(interest.rate, sumProduct(times(mask(year), left), range(spent))));
			}),
			finish(depreciation, (year) => whenKnown(over(sumProduct(mask(year), range(spent)), life)))
		];
	}
	const { rate } = interest;
	const spread = over(minus(1, power(plus(1, rate), minus(0, life))), rate);
	const factor = sheet.put(
		interest.own,
		10,
		whenKnown(iff(equals(rate, 0), life, spread)),
		'live',
		'factor'
	);
	const interestRow = finish(interest, (year) => {
		const left = plus(minus(life, passed(year)), 1);
		const owed = minus(1, power(plus(1, rate), minus(0, left)));
		return whenKnown(over(sumProduct(times(mask(year), owed), range(spent)), factor));
	});
	return [
		interestRow,
		finish(depreciation, (year, index) =>
			whenKnown(
				minus(over(sumProduct(mask(year), range(spent)), factor), at(interestRow.perYear, index))
			)
		)
	];
}
