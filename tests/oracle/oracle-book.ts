import type { FundingLine, Measure, Plan } from '../../src/lib/core/plan/plan.ts';
import {
	moveOf,
	placed,
	spread,
	textOrder,
	type Move,
	type PlacedItem,
	type PlacedMeasure
} from './oracle-place.ts';
import { closesTheGap, countedAmounts } from './oracle-stack.ts';
import { at, clockOf, exact, zeros, type Clock, type Yearly } from './oracle-time.ts';
import { ONE, ZERO, add, cmp, min, mul, sign, sub, sum, type Rational } from './rational.ts';

/** A funding line that closes the gap, of an item that is known and the own share of it. Rejected lines are left out. */
export type PlacedLine = {
	readonly measure: PlacedMeasure;
	readonly item: PlacedItem;
	readonly isSecured: boolean;
	/** Lines of the same award are won or lost together. */
	readonly award: string;
	/** 1 for a secured line. */
	readonly probability: Rational;
	readonly isCarried: boolean;
	readonly amounts: Yearly;
	/** The same money in the years when it is paid. */
	readonly payments: Yearly;
};

/** Money of a loan or an energy performance contract on a municipal item, own share. */
export type PlacedLoan = {
	readonly measure: PlacedMeasure;
	readonly item: PlacedItem;
	readonly isSecured: boolean;
	readonly probability: Rational;
	/** Null: not its own. */
	readonly rate: Rational | null;
	/** Null: it is not repaid while the plan lasts. */
	readonly years: number | null;
	readonly amounts: Yearly;
	/** The same in the years in which it is drawn. */
	readonly draws: Yearly;
};

/** All that is counted on: the measures in the default order of crediting, and the funding of them. */
export type Book = {
	readonly plan: Plan;
	readonly clock: Clock;
	readonly measures: readonly PlacedMeasure[];
	readonly lines: readonly PlacedLine[];
	readonly loans: readonly PlacedLoan[];
};

export function bookOf(plan: Plan, portfolioId: string): Book {
	const portfolio = plan.portfolios.find(({ id }) => id === portfolioId);
	if (!portfolio) throw new RangeError(`no portfolio ${portfolioId}`);
	const clock = clockOf(plan.settings);
	const chosen = plan.measures.filter(({ id }) => portfolio.measures.includes(id));
	const start = (measure: Measure) => measure.startYear + moveOf(portfolio, measure.id).shift;
	const ordered = [...chosen].sort((a, b) => start(a) - start(b) || textOrder(a.id, b.id));
	const measures = ordered.map((one) => placed(plan, clock, one, moveOf(portfolio, one.id)));
	const counts = countedAmounts(plan, chosen, (id) => moveOf(portfolio, id));
	const found = (line: FundingLine): Found[] => {
		const measure = measures.find(({ id }) => id === line.measure);
		const counted = counts.get(line.id) ?? null;
		return measure ? [{ measure, counted, move: moveOf(portfolio, measure.id) }] : [];
	};
	const lines = plan.funding.flatMap((line) =>
		found(line).flatMap((one) => placedLine(plan, clock, line, one))
	);
	const loans = plan.funding.flatMap((line) =>
		found(line).flatMap((one) => placedLoan(plan, clock, line, one))
	);
	return { plan, clock, measures, lines: lines.map((line) => paid(clock, line, lines)), loans };
}

/** `counted` null: no rule counts the line. */
type Found = {
	readonly measure: PlacedMeasure;
	readonly counted: Rational | null;
	readonly move: Move;
};

/** What of a line counts, own share, by its year, the plan's years or not. */
function valuesOf(plan: Plan, line: FundingLine, { measure, counted, move }: Found) {
	const euroRate = plan.settings.euroRate && exact(plan.settings.euroRate);
	let left = counted;
	return [...line.amounts]
		.sort((a, b) => a.year - b.year)
		.flatMap(({ year, amount, currency }) => {
			const rate = currency === 'EUR' ? euroRate : ONE;
			if (amount === null || rate === null) return [];
			const asked = mul(mul(exact(amount), rate), move.scale);
			const kronor = left ? min(left, asked) : asked;
			left = left && sub(left, kronor);
			return [{ year, value: mul(kronor, measure.ownShare) }];
		});
}

type Values = ReturnType<typeof valuesOf>;

function inPlan(clock: Clock, values: Values, { move }: Found): Yearly {
	return spread(clock, { shift: move.shift, scale: ONE }, values);
}

function placedLine(plan: Plan, clock: Clock, line: FundingLine, found: Found): Unpaid[] {
	const item = found.measure.items.find(({ id }) => id === line.costItem);
	const isCounted = closesTheGap(plan.programmes.find(({ id }) => id === line.programme));
	if (!item || item.flow === null || !isCounted || !found.counted || isOut(line)) return [];
	const isSecured = line.status !== 'applied' && line.status !== 'planned';
	const values = valuesOf(plan, line, found);
	return [
		{
			line,
			measure: found.measure,
			item,
			isSecured,
			award: line.application === undefined ? `line ${line.id}` : `award ${line.application}`,
			probability: isSecured ? ONE : exact(line.probability),
			isCarried: line.carryForward === true,
			amounts: inPlan(clock, values, found),
			busy: values.flatMap(({ year, value }) =>
				sign(value) === 0 ? [] : [year + found.move.shift]
			)
		}
	];
}

type Unpaid = Omit<PlacedLine, 'payments'> & {
	readonly line: FundingLine;
	/** The years that it counts money for. */
	readonly busy: readonly number[];
};

function isOut({ status }: FundingLine): boolean {
	return status === 'rejected' || status === 'idea';
}

/** When a line's money comes: by its application where that says, else so many years after its year. */
function paid(clock: Clock, one: Unpaid, all: readonly Unpaid[]): PlacedLine {
	const { amounts, line } = one;
	const { payout, paidAfterYears = 0 } = line;
	if (!payout) return { ...one, payments: delayed(amounts, paidAfterYears) };
	const together = all.filter(({ award }) => award === one.award);
	const years = together.flatMap(({ busy }) => busy);
	const [begins, ends] = [Math.min(...years), Math.max(...years)];
	const [ahead, held] = [exact(payout.advanceShare), exact(payout.lastShare)];
	const rest = sub(sub(ONE, ahead), held);
	const whole = sum(amounts);
	const payments = delayed(amounts, payout.afterYears).map((amount, index) => {
		const year = clock.years[index] ?? 0;
		const atStart = year === begins ? mul(whole, ahead) : ZERO;
		const atEnd = year === ends + payout.lastAfterYears ? mul(whole, held) : ZERO;
		return sum([mul(amount, rest), atStart, atEnd]);
	});
	return { ...one, payments };
}

/** A line that is paid back; loans are under no rule. */
function placedLoan(plan: Plan, clock: Clock, line: FundingLine, found: Found): PlacedLoan[] {
	const { instrument } = plan.programmes.find(({ id }) => id === line.programme) ?? {};
	const item = found.measure.items.find(({ id }) => id === line.costItem);
	if (instrument !== 'loan' && instrument !== 'epc') return [];
	if (!item || item.flow === null || isOut(line)) return [];
	if (item.payer !== 'municipality' || item.kind !== 'capex') return [];
	const isSecured = line.status !== 'applied' && line.status !== 'planned';
	const amounts = inPlan(clock, valuesOf(plan, line, found), found);
	return [
		{
			measure: found.measure,
			item,
			isSecured,
			probability: isSecured ? ONE : exact(line.probability),
			rate: line.loanRate ? exact(line.loanRate) : null,
			years: line.loanYears ?? (item.isLand ? null : item.life),
			amounts,
			draws: delayed(amounts, line.payout?.afterYears ?? line.paidAfterYears ?? 0)
		}
	];
}

/** The same values so many years later. What is for a year outside the plan stays out, whenever it is paid (rule 1). */
function delayed(values: Yearly, years: number): Rational[] {
	return values.map((_, index) => at(values, index - years));
}

/** Flow of the own share of all known items that fit, added up by year. */
export function ownFlow(
	book: Pick<Book, 'clock' | 'measures'>,
	fits: (item: PlacedItem) => boolean,
	measures: readonly PlacedMeasure[] = book.measures
): Rational[] {
	const result = zeros(book.clock);
	for (const measure of measures)
		for (const item of measure.items)
			if (item.flow && fits(item))
				item.flow.forEach((value, index) => {
					const before = result[index];
					if (before) result[index] = add(before, mul(value, measure.ownShare));
				});
	return result;
}

/** Capex that the municipality pays (rule 14). */
export function isNeed(item: PlacedItem): boolean {
	return item.kind === 'capex' && item.payer === 'municipality';
}

export function isCertain(line: PlacedLine): boolean {
	return cmp(line.probability, ONE) >= 0;
}
