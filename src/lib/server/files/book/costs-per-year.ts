import { depreciationYears } from '../../../core/plan/placement.ts';
import { costKey } from '../../../input/book/things.ts';
import type { CostItem } from '../../../core/plan/plan.ts';
import type { Assumptions } from './assumptions.ts';
import { newSheet, say, unknown, yearHeadings, yearRow, TOTAL_COLUMN, type Book } from './book.ts';
import { at } from './cells.ts';
import type { CostInput, CostInputs } from './costs.ts';
import { kindWord, payerWord, sectorWord } from './words.ts';
import {
	above,
	atLeast,
	atMost,
	both,
	equals,
	iff,
	isNumber,
	minus,
	over,
	plus,
	power,
	sum,
	sumIf,
	sumProduct,
	times,
	type Operand,
	type Term
} from './formula.ts';
import type { CostRow } from './cost-table.ts';
import { isAllKnown } from './lines.ts';
import type { MeasureSheet, Placement } from './measures.ts';
import { range, type CellRef, type Sheet, type Years } from './sheet.ts';

/** A cost item's kronor per year as placed, whole project, with what it is. */
export type ItemRow = {
	readonly measure: string;
	readonly item: CostItem;
	readonly input: CostInput;
	readonly placement: Placement;
	readonly ownShare: CellRef;
	readonly perYear: Years;
	/** Years that it is written off over; null: unknown. */
	readonly life: CellRef | null;
};

/** What a measure costs as placed. */
export type MeasureCosts = {
	readonly items: readonly ItemRow[];
	readonly capexTotal: Operand;
	readonly residual: Operand;
	readonly net: Years;
};

export type CostsPerYear = {
	readonly measures: readonly MeasureCosts[];
	readonly items: readonly ItemRow[];
	/** Every row of the sheet, also those of net costs. */
	readonly rows: readonly CostRow[];
};

/** The flows of every cost item of the portfolio, and the net cost of every measure (METHODS §14, rules 2 to 5 and 9). */
export function costsPerYear(
	book: Book,
	{ placements }: MeasureSheet,
	inputs: CostInputs,
	assumed: Assumptions
): CostsPerYear {
	const sheet = newSheet(book, 'Kostnader per år', 'Costs per year', [
		'Kronor per år som portföljen lägger åtgärderna, hela projektet. Netto = investering + drift − besparing − intäkt − restvärde.',
		'Kronor per year as the portfolio places the measures, whole project. Net = investment + running − saving − revenue − residual value.'
	]);
	const header = yearHeadings(book, sheet, [
		say(book, 'Nyckel', 'Key'),
		'Id',
		say(book, 'Åtgärd', 'Measure'),
		say(book, 'Post', 'Item'),
		say(book, 'Slag', 'Kind'),
		say(book, 'Betalare', 'Payer'),
		say(book, 'Tecken', 'Sign'),
		say(book, 'Egen andel', 'Own share'),
		say(book, 'Avskrivning, år', 'Depreciation, years'),
		say(book, 'Restvärde, kr', 'Residual value, kr'),
		say(book, 'Sektor', 'Sector'),
		'',
		say(book, 'Summa, kr', 'Sum, kr')
	]);
	sheet.hiddenColumns.add(0);
	const rows: CostRow[] = [];
	const measures = placements.map((placement) =>
		measureRows(book, sheet, placement, { inputs, header, assumed, rows })
	);
	return { measures, items: measures.flatMap(({ items }) => items), rows };
}

type Around = {
	readonly inputs: CostInputs;
	readonly header: Years;
	readonly assumed: Assumptions;
	readonly rows: CostRow[];
};

function measureRows(
	book: Book,
	sheet: Sheet,
	placement: Placement,
	{ inputs, header, assumed, rows: table }: Around
): MeasureCosts {
	const { measure } = placement;
	const missing = unknown(book);
	const rows = measure.costs.map((item) => {
		const input = inputs.of(measure.id, item.id);
		const row = sheet.newRow();
		const isCost = item.kind === 'capex' || item.kind === 'opex';
		sheet.text(row, 0, costKey(measure.id, item.id), 'note');
		sheet.text(row, 1, measure.id);
		sheet.text(row, 2, measure.name[book.locale]);
		sheet.text(row, 3, item.id);
		const kind = sheet.text(row, 4, kindWord(book, item.kind));
		const payer = sheet.text(row, 5, payerWord(book, item.payer));
		const sector = sheet.text(row, 10, sectorWord(book, measure.sector));
		const sign = sheet.put(row, 6, isCost ? 1 : -1, 'live', 'number');
		const ownShare = sheet.put(row, 7, placement.ownShare, 'live', 'share');
		const perYear = yearRow(
			sheet,
			row,
			header,
			(_, year) => flow(input, placement, minus(year, placement.shift), inputs.years, missing),
			'kr'
		);
		table.push({ kind, payer, sector, ownShare, perYear });
		const life = lifeOf(sheet, row, item, input, placement, missing);
		const left =
			item.kind === 'capex' ? residual(item, perYear, header, life, book, assumed) : null;
		const residualCell =
			left === null
				? null
				: sheet.put(row, 9, iff(isNumber(input.amount), left, missing), 'live', 'kr');
		const total = sheet.put(
			row,
			TOTAL_COLUMN,
			iff(isNumber(input.amount), sum(range(perYear)), missing),
			'live',
			'kr'
		);
		return {
			...{ measure: measure.id, item, input, placement },
			...{ sign, ownShare, perYear, life, residualCell, total }
		};
	});
	const netRow = sheet.newRow();
	sheet.text(netRow, 1, measure.id, 'total');
	sheet.text(netRow, 2, measure.name[book.locale], 'total');
	const netKind = sheet.text(netRow, 4, say(book, 'netto', 'net'), 'total');
	const capex = rows.filter(({ item }) => item.kind === 'capex');
	const orMissing = (cells: readonly CellRef[], then: Term): Operand =>
		cells.length === 0 ? 0 : iff(both(...cells.map(isNumber)), then, missing);
	const residualCells = capex.flatMap(({ residualCell }) => residualCell ?? []);
	const residualTotal = orMissing(residualCells, sum(...residualCells));
	const leftAtEnd = sheet.put(netRow, 9, residualTotal, 'total', 'kr');
	const amounts = rows.map(({ input }) => input.amount);
	const net = yearRow(
		sheet,
		netRow,
		header,
		(place) => {
			if (rows.length === 0) return 0;
			const paid = sumProduct(
				range(rows.map(({ sign }) => sign)),
				range(rows.map(({ perYear }) => at(perYear, place)))
			);
			const isLast = place === header.length - 1;
			return orMissing(amounts, isLast ? minus(paid, leftAtEnd) : paid);
		},
		'kr',
		'total'
	);
	sheet.put(netRow, TOTAL_COLUMN, iff(isAllKnown(net), sum(range(net)), missing), 'total', 'kr');
	table.push({
		kind: netKind,
		payer: sheet.text(netRow, 5, ''),
		sector: sheet.text(netRow, 10, ''),
		ownShare: sheet.put(netRow, 7, placement.ownShare, 'live', 'share'),
		perYear: net
	});
	const capexTotals = capex.map(({ total }) => total);
	return {
		items: rows,
		capexTotal: orMissing(capexTotals, sum(...capexTotals)),
		residual: leftAtEnd,
		net
	};
}

/** Kronor of one year, `year` counted in the plan's own years. */
function flow(
	{ item, amount, perYear, from, to, growth }: CostInput,
	{ scale }: Placement,
	year: Term,
	years: readonly CellRef[],
	missing: string
): Operand {
	if (item.timing === 'one-off')
		return perYear.length === 0
			? iff(isNumber(amount), 0, missing)
			: iff(isNumber(amount), times(sumIf(range(years), year, range(perYear)), scale), missing);
	if (!from || !to || !growth) return missing;
	return iff(
		isNumber(amount),
		iff(
			both(atLeast(year, from), atMost(year, to)),
			times(amount, power(plus(1, growth), minus(year, from)), scale),
			0
		),
		missing
	);
}

/** Years that an investment is written off over: the item's, else the measure's lifetime (rule 4). */
function lifeOf(
	sheet: Sheet,
	row: number,
	item: CostItem,
	{ depreciation }: CostInput,
	{ measure, lifetime }: Placement,
	missing: string
): CellRef | null {
	if (item.kind !== 'capex' || item.costKind === 'land') return null;
	if (depreciationYears(item, measure) === null) return null;
	return sheet.put(row, 8, lifeIn(depreciation, lifetime, missing), 'live', 'number');
}

/** A number of years above zero. */
function lifeIn(depreciation: CellRef, lifetime: CellRef, missing: string): Operand {
	const years = (cell: CellRef, otherwise: Operand) =>
		iff(isNumber(cell), iff(above(cell, 0), cell, missing), otherwise);
	return years(depreciation, years(lifetime, missing));
}

/** What is left of an investment when the plan ends (rule 4). */
function residual(
	item: CostItem,
	perYear: Years,
	header: Years,
	life: CellRef | null,
	book: Book,
	{ lastYear, discountRate }: Assumptions
): Operand {
	if (item.costKind === 'land') return sum(range(perYear));
	if (!life) return 0;
	const left = minus(life, minus(lastYear, range(header)));
	const isLeft = above(left, 0);
	const linear = over(sumProduct(times(isLeft, left), range(perYear)), life);
	if (book.plan.settings.method.residualValue === 'linear') return iff(isNumber(life), linear, 0);
	const annuities = (years: Operand) => minus(1, power(plus(1, discountRate), minus(0, years)));
	const annuity = over(sumProduct(times(isLeft, annuities(left)), range(perYear)), annuities(life));
	return iff(isNumber(life), iff(equals(discountRate, 0), linear, annuity), 0);
}
