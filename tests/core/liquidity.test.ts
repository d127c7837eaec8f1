import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/lib/core/decimal.ts';
import type { Application, FundingLine, Payout, Plan } from '../../src/lib/core/plan/plan.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { explain } from '../../src/lib/core/portfolio/explain/explain.ts';
import { shareInTime } from '../../src/lib/core/plan/payout.ts';
import { drifted } from '../support/drift.ts';
import { item, line, planOf, programme } from '../support/funded-plan.ts';
import { applicationsOf } from '../support/random-applications.ts';

/** Cash worked by hand: one investment of a million kronor in 2027, and a frame and a capacity of nothing. */

const LOAN = programme([], { id: 'lån', instrument: 'loan' });

function planWith(lines: readonly FundingLine[]): Plan {
	const plan = planOf({ programmes: [programme([]), LOAN], lines: [], item });
	return {
		...plan,
		budget: plan.budget.map((year) => ({
			...year,
			ownInvestmentCapacity: new Decimal(0),
			operatingFrame: new Decimal(0)
		})),
		measures: plan.measures.map((one) => ({ ...one, costs: [item], effects: [] })),
		applications: applicationsOf(lines),
		funding: lines
	};
}

function figuresOf(plan: Plan) {
	const evaluation = evaluate(plan, plan.portfolios[0]?.id ?? '');
	const inYears = (series: readonly (Decimal | null)[], from: number, to: number) =>
		series
			.slice(evaluation.years.indexOf(from), evaluation.years.indexOf(to) + 1)
			.map((value) => value && Number(value));
	return { evaluation, inYears };
}

const granted = (year: number, amount: number, payout: Payout, id = 'F1'): FundingLine =>
	line(0, {
		id,
		application: 'AN01',
		status: 'granted',
		amounts: [{ year, amount: new Decimal(amount), currency: 'SEK' }],
		payout
	});

const PAYOUT: Payout = {
	advanceShare: new Decimal('0.3'),
	afterYears: 1,
	lastShare: new Decimal('0.2'),
	lastAfterYears: 2
};

describe('the money of an application', () => {
	// 600 000 for 2027 and 400 000 for 2028: 30 % of all of it in 2027, half of each year the year after,
	// and 20 % of all of it two years after 2028.
	const plan = planWith([
		granted(2027, 600_000, PAYOUT, 'F1'),
		granted(2028, 400_000, PAYOUT, 'F2')
	]);

	it('comes in advance, in arrears and after the final report, over its lines as one', () => {
		const { evaluation, inYears } = figuresOf(plan);
		const { paidOut, perYear, position, bridge, peakBridging, bridgeInterest } =
			evaluation.liquidity;
		expect(inYears(paidOut, 2027, 2031)).toEqual([300_000, 300_000, 200_000, 200_000, 0]);
		expect(inYears(perYear, 2027, 2031)).toEqual([-700_000, 300_000, 200_000, 200_000, 0]);
		expect(inYears(position, 2026, 2031)).toEqual([0, -700_000, -400_000, -200_000, 0, 0]);
		expect(inYears(bridge, 2026, 2031)).toEqual([0, 700_000, 400_000, 200_000, 0, 0]);
		expect(Number(peakBridging)).toBe(700_000);
		const rate = plan.settings.internalRate;
		expect(bridgeInterest.total?.eq(rate.times(1_300_000))).toBe(true);
	});

	it('leaves gap and operating budget as they are when it comes late', () => {
		const without = plan.applications.map(({ payout: _, ...one }): Application => one);
		const early = { ...plan, applications: without, funding: plan.funding.map(unsaid) };
		const [a, b] = [figuresOf(early).evaluation, figuresOf(plan).evaluation];
		expect(b.gap).toEqual(a.gap);
		expect(b.operating).toEqual(a.operating);
		expect(Number(a.liquidity.peakBridging)).toBe(400_000);
	});

	it('says of each payment what it is a part of', () => {
		const node = explain(plan, plan.portfolios[0]?.id ?? '', 'paidLine/F2/2030');
		expect(Number(node.value)).toBe(80_000);
		const [last] = node.inputs;
		expect(last?.label.sv).toBe('F2, slutbetalning');
		expect(last?.inputs.map(({ value }) => Number(value))).toEqual([400_000, 0.2]);
		expect(last?.inputs[1]?.stated).toMatchObject({ part: 'applications', id: 'AN01' });
	});

	it('is ahead and last by the years of the whole award, also those outside the plan', () => {
		const halves: Payout = {
			advanceShare: new Decimal('0.5'),
			afterYears: 0,
			lastShare: new Decimal('0.3'),
			lastAfterYears: 0
		};
		const { firstYear, lastYear } = plan.settings;
		const before = planWith([
			granted(firstYear - 2, 500_000, halves, 'F1'),
			granted(firstYear, 500_000, halves, 'F2')
		]);
		// The advance of 2024 is history; of what is for 2026 a fifth comes then, and the last three tenths.
		expect(Number(figuresOf(before).evaluation.liquidity.paidOut[0])).toBe(250_000);
		const after = planWith([
			granted(lastYear, 500_000, halves, 'F1'),
			granted(lastYear + 3, 500_000, halves, 'F2')
		]);
		expect(Number(figuresOf(after).evaluation.liquidity.paidOut.at(-1))).toBe(350_000);
	});

	it('that comes when the plan is over is told of every line of the award', () => {
		const last = planWith([]).settings.lastYear;
		const late = { ...PAYOUT, afterYears: 0, lastAfterYears: 1 };
		const { warnings } = figuresOf(
			planWith([granted(2027, 600_000, late, 'F1'), granted(last, 1_000, late, 'F2')])
		).evaluation;
		const told = warnings.filter(({ code }) => code === 'paid-after-plan');
		expect(told.map(({ where, value }) => [where, value])).toEqual([
			['F1', String(last + 1)],
			['F2', String(last + 1)]
		]);
	});

	it('keeps the terms of a programme that pays in arrears, when no more comes in time than it pays ahead', () => {
		const inTime = (payout: Partial<Payout>) =>
			shareInTime(granted(2027, 1, { ...PAYOUT, ...payout }))?.toNumber();
		expect(inTime({})).toBe(0.3);
		expect(inTime({ afterYears: 0 })).toBe(0.8);
		expect(inTime({ afterYears: 0, lastAfterYears: 0 })).toBe(1);
		expect(inTime({ advanceShare: new Decimal(0), lastShare: new Decimal(1) })).toBe(0);
		expect(shareInTime(line(1))).toBeUndefined();
	});
});

describe('a loan', () => {
	const loan = (changes: Partial<FundingLine>) =>
		planWith([line(400_000, { programme: 'lån', status: 'granted', ...changes })]);

	it('closes cash and not the gap: drawn, repaid in equal parts, with interest on what is owed', () => {
		const { evaluation, inYears } = figuresOf(
			loan({ loanRate: new Decimal('0.03'), loanYears: 4 })
		);
		const { loans, afterLoans, peakBridging } = evaluation.liquidity;
		expect(Number(evaluation.gap.secured.total)).toBe(1_000_000);
		expect(inYears(loans.drawn, 2027, 2029)).toEqual([400_000, 0, 0]);
		expect(inYears(loans.repaid, 2027, 2032)).toEqual([0, 100_000, 100_000, 100_000, 100_000, 0]);
		expect(inYears(loans.interest, 2027, 2032)).toEqual([0, 12_000, 9_000, 6_000, 3_000, 0]);
		expect(Number(peakBridging)).toBe(1_000_000);
		// 600 000 in 2027, then 400 000 repaid and 30 000 in interest.
		expect(Number(afterLoans.peakBridging)).toBe(1_030_000);
	});

	it('enters the operating budget as depreciation and as interest at its own rate', () => {
		const own = planWith([]).settings.internalRate;
		const { evaluation, inYears } = figuresOf(loan({ loanRate: new Decimal('0.03') }));
		const { parts } = evaluation.operating.secured;
		// Ten years: 40 000 of 100 000 a year is on the loan; in 2029 nine tenths are left to carry interest.
		expect(inYears(parts.loans.depreciation, 2027, 2029)).toEqual([0, 40_000, 40_000]);
		expect(inYears(parts.loans.interest, 2027, 2029)).toEqual([0, 12_000, 10_800]);
		expect(inYears(parts.depreciation, 2027, 2029)).toEqual([0, 100_000, 100_000]);
		const rest = own.times(600_000);
		expect(inYears(parts.interest, 2028, 2029)).toEqual([
			Number(rest.plus(12_000)),
			Number(rest.times('0.9').plus(10_800))
		]);
	});

	it('comes when it is paid, pays nothing of a cost that is unknown or no investment, and of two the second pays what is left', () => {
		const late = figuresOf(loan({ paidAfterYears: 2, loanYears: 4 }));
		expect(late.inYears(late.evaluation.liquidity.loans.drawn, 2027, 2029)).toEqual([
			0, 0, 400_000
		]);
		const one = loan({});
		for (const other of [{ amount: null, years: [] }, { kind: 'opex' as const }]) {
			const measures = one.measures.map((measure) => ({
				...measure,
				costs: [{ ...item, ...other }]
			}));
			const { liquidity } = figuresOf({ ...one, measures }).evaluation;
			expect(liquidity.loanLines).toEqual([]);
			expect(liquidity.loans.drawn.every((drawn) => drawn.isZero())).toBe(true);
		}
		const big = { programme: 'lån', status: 'granted' } as const;
		const two = planWith([
			line(800_000, { ...big, id: 'L1', loanRate: new Decimal('0.03') }),
			line(800_000, { ...big, id: 'L2', loanRate: new Decimal('0.05') })
		]);
		const { evaluation, inYears } = figuresOf(two);
		expect(inYears(evaluation.operating.secured.parts.interest, 2028, 2028)).toEqual([34_000]);
		const node = explain(two, two.portfolios[0]?.id ?? '', 'operating/secured/loanInterest/2028');
		expect(drifted([node]).faults).toEqual([]);
	});

	it('at no rate of its own carries the internal rate, and one that is not decided only counts as planned', () => {
		const none = figuresOf(planWith([])).evaluation;
		const same = figuresOf(loan({})).evaluation;
		expect(same.operating.secured.effectPerYear.map(Number)).toEqual(
			none.operating.secured.effectPerYear.map(Number)
		);
		const open = figuresOf(loan({ status: 'planned', loanRate: new Decimal('0.03') })).evaluation;
		expect(open.operating.secured).toEqual(none.operating.secured);
		expect(open.operating.planned).not.toEqual(none.operating.planned);
		expect(open.liquidity.loans.drawn.every((drawn) => drawn.isZero())).toBe(true);
	});
});

function unsaid({ payout: _, ...one }: FundingLine): FundingLine {
	return one;
}
