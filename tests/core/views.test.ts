import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, settled } from '../../src/lib/core/decimal.ts';
import { inventoryTable } from '../../src/lib/core/emissions/inventory.ts';
import { pace } from '../../src/lib/core/emissions/pace.ts';
import { investmentRoom, selfFinancing } from '../../src/lib/core/plan/room.ts';
import type { Plan } from '../../src/lib/core/plan/plan.ts';
import {
	comparedFigures,
	headlineTarget,
	memberships
} from '../../src/lib/core/portfolio/compare.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { maccCurve } from '../../src/lib/core/portfolio/macc-view.ts';
import { wedges } from '../../src/lib/core/portfolio/wedges.ts';
import { readPlanFile } from '../../src/lib/input/plan-file/read.ts';
import { catalogue } from '../../src/lib/server/catalogue/catalogue.ts';
import { arbitraryPlan } from '../support/plan-arbitrary.ts';
import { changed, exampleText } from '../support/plan-files.ts';

function read(text: string): Plan {
	const result = readPlanFile(text, catalogue);
	if (result.kind !== 'plan') throw new Error('not a plan');
	return result.plan;
}
const example = read(exampleText);
const ids = example.portfolios.map(({ id }) => id);
const sumOf = (values: readonly Decimal[]) => values.reduce((a, b) => a.plus(b), new Decimal(0));

describe('the cost curve in views', () => {
	it('over the plan’s years for all payers is the curve of the evaluation, for any plan', () => {
		const same = (plan: Plan, id: string) => {
			const { macc } = evaluate(plan, id);
			const curve = maccCurve(plan, id, 'all', { kind: 'lifetime' });
			expect(curve.unranked).toEqual(macc.unranked);
			expect(curve.steps.map(({ range: _, ...step }) => JSON.stringify(rounded(step)))).toEqual(
				macc.steps.map((step) => JSON.stringify(rounded(step)))
			);
		};
		for (const id of ids) same(example, id);
		fc.assert(
			fc.property(arbitraryPlan, (plan) => same(plan, 'P')),
			{ numRuns: 60 }
		);
	});

	it('by year costs the same per tonne as over the years when the tonnes are flat', () => {
		const flat = changed(
			['measures.2.effects', [{ ...EFFECT, from: 2026, to: 2045 }]],
			['portfolios', [{ id: 'X', name: 'X', measures: ['A03'], shift: {}, scale: {} }]]
		);
		const plan = read(flat);
		const [lifetime] = maccCurve(plan, 'X', 'all', { kind: 'lifetime' }).steps;
		const [year] = maccCurve(plan, 'X', 'all', { kind: 'year', year: 2030 }).steps;
		expect(year?.costPerTonne.toFixed(6)).toBe(lifetime?.costPerTonne.toFixed(6));
		expect(year?.tonnes.toString()).toBe('100');
	});

	it('for the municipality counts its own flows less secured grants alone', () => {
		// A06: the municipal company pays for everything, so the municipality's own cost of it is nothing.
		const curve = maccCurve(example, 'P2', 'municipal', { kind: 'lifetime' });
		const boiler = curve.steps.find(({ measure }) => measure === 'A06');
		expect(boiler?.costPerTonne.toString()).toBe('0');
		// A11: all is paid by the municipality; a granted line of 2.5 + 3.75 million comes off.
		const bikes = (view: 'all' | 'municipal') =>
			maccCurve(example, 'P2', view, { kind: 'lifetime' }).steps.find(
				({ measure }) => measure === 'A11'
			)?.costPerTonne;
		const { measures } = evaluate(example, 'P2');
		const tonnes = sumOf(
			(measures.find(({ id }) => id === 'A11')?.creditedPerYear ?? []).map((value, t) =>
				value.div(new Decimal('1.035').pow(t))
			)
		);
		const granted = new Decimal(2_500_000)
			.div('1.035')
			.plus(new Decimal(3_750_000).div('1.071225'));
		expect(
			bikes('all')
				?.minus(bikes('municipal') ?? 0)
				.toFixed(4)
		).toBe(granted.div(tonnes).toFixed(4));
	});

	it('puts every stated height inside its whiskers, and none where no range is stated', () => {
		for (const id of ids)
			for (const { measure, costPerTonne, range } of maccCurve(example, id, 'all', {
				kind: 'lifetime'
			}).steps) {
				const stated = example.measures.find((one) => one.id === measure)?.uncertainty;
				expect(range === null).toBe(stated === null);
				if (!range) continue;
				expect(range.low.lte(costPerTonne)).toBe(true);
				expect(range.high.gte(costPerTonne)).toBe(true);
			}
	});
});

const EFFECT = {
	kind: 'direct',
	pool: 'transport',
	tonnesPerYear: 100,
	rampYears: 1,
	basis: '',
	source: '',
	confidence: ''
};

const rounded = (step: object) =>
	Object.fromEntries(
		Object.entries(step).map(([name, value]) => [
			name,
			Decimal.isDecimal(value) ? (value as Decimal).toFixed(8) : value
		])
	);

describe('wedges', () => {
	it('sum to the credited tonnes of the gas, by sector as by measure, for any plan', () => {
		const sums = (plan: Plan, id: string) => {
			const evaluation = evaluate(plan, id);
			for (const gas of ['CO2', 'CO2e'] as const)
				for (const by of ['sector', 'measure'] as const) {
					const bands = wedges(plan, evaluation, gas, by);
					evaluation.emissions[gas].credited.forEach((credited, year) => {
						const sum = sumOf(bands.flatMap(({ perYear }) => perYear[year] ?? []));
						expect(settled(sum.minus(credited)).abs().lt('1e-9')).toBe(true);
					});
				}
		};
		for (const id of ids) sums(example, id);
		fc.assert(
			fc.property(arbitraryPlan, (plan) => sums(plan, 'P')),
			{ numRuns: 40 }
		);
	});
});

describe('the operating budget', () => {
	it('is the sum of its parts', () => {
		for (const id of ids)
			for (const { parts, effectPerYear } of Object.values(evaluate(example, id).operating))
				effectPerYear.forEach((effect, year) => {
					const of = (name: Exclude<keyof typeof parts, 'loans'>) =>
						parts[name][year] ?? new Decimal(0);
					const burden = of('depreciation').plus(of('interest')).plus(of('opex'));
					const relief = of('saving').plus(of('revenue')).plus(of('grants'));
					expect(burden.minus(relief).toString()).toBe(effect.toString());
				});
	});
});

describe('the pace towards a target', () => {
	const [target] = example.targets;
	const found = target && pace(example, target);

	it('of the contract: 23 % of the cut done after 4 of 11 years, 1.93 times the pace needed', () => {
		expect(found?.base).toEqual({ year: 2019, tonnes: new Decimal(57215) });
		expect(found?.latest.year).toBe(2023);
		expect(found?.done?.toFixed(3)).toBe('0.228');
		expect(found?.ratio?.toFixed(2)).toBe('1.93');
		expect(found?.achieved.toFixed(2)).toBe('2611.25');
	});

	it('computes the percentage that the contract prints wrong: −11.48 % and not −11.6 %', () => {
		const all = { ...target, id: 'X', gas: 'CO2e', baseTonnes: null, targetTonnes: new Decimal(0) };
		expect(
			pace(example, all as never)
				?.change.times(100)
				.toFixed(2)
		).toBe('-11.48');
	});

	it('stands under each total of the inventory, since the base of its own release', () => {
		const { columns } = inventoryTable(example, 'CO2e');
		const change = (vintage: RegExp, year: number) =>
			columns
				.find((column) => vintage.test(column.vintage) && column.year === year)
				?.sinceBase?.change.times(100)
				.toFixed(2);
		expect(change(/^contract/, 2019)).toBeUndefined();
		expect(change(/^contract/, 2023)).toBe('-11.48');
		// 105 662 / 103 384 of the later release, whose first year is 2020.
		expect(change(/^garbo/, 2024)).toBe('2.20');
		expect(change(/^garbo/, 2020)).toBeUndefined();
	});

	it('does not exist without a level in tonnes or a later total', () => {
		expect(example.targets.slice(2).map((one) => pace(example, one))).toEqual([null]);
		const none = { ...example, inventory: [] };
		expect(target && pace(none, target)).toBeNull();
	});
});

describe('portfolios compared', () => {
	const target = headlineTarget(example);
	const figures = example.portfolios.map((one) =>
		comparedFigures(example, one, evaluate(example, one.id), target?.id ?? null)
	);

	it('per krona: credited kilograms over all investment', () => {
		// P3: 81 762 t of 139 107 500 kr.
		expect(figures[2]?.kilogramsPerKrona?.toFixed(3)).toBe('0.588');
		expect(
			figures[2]?.tonnes
				.times(1000)
				.div(figures[2].capex)
				.eq(figures[2].kilogramsPerKrona ?? 0)
		).toBe(true);
	});

	it('say who holds what, moved and scaled', () => {
		const rows = memberships(example, example.portfolios);
		const row = (id: string) => rows.find(({ measure }) => measure === id)?.places;
		expect(row('A16')).toEqual([
			null,
			{ startYear: 2026, scale: null },
			{ startYear: 2027, scale: new Decimal('0.8') }
		]);
		expect(rows.filter(({ isAlike }) => isAlike).map(({ measure }) => measure)).toEqual([
			'A03',
			'A07',
			'A08',
			'A17'
		]);
		expect(row('A01')).toBeUndefined();
	});
});

describe('the investment room', () => {
	const figure = (amount: number) =>
		({ amount: new Decimal(amount), status: 'decided', source: '' }) as const;
	const room = {
		result: figure(30),
		depreciation: figure(50),
		newBorrowing: figure(20),
		otherInvestments: figure(70),
		loanDebt: null,
		redirected: [{ ...figure(5), fromBudget: 'Gator' }]
	};

	it('is result + depreciation + borrowing − other investments + redirected frames, never below zero', () => {
		expect(investmentRoom(room)?.toString()).toBe('35');
		expect(investmentRoom({ ...room, otherInvestments: figure(200) })?.toString()).toBe('0');
		expect(investmentRoom({ ...room, newBorrowing: null })).toBeNull();
	});

	it('has the self-financing rate of all investments beside it', () => {
		expect(selfFinancing(room, new Decimal(30))?.toString()).toBe('0.8');
		expect(selfFinancing({ ...room, result: null }, new Decimal(30))).toBeNull();
		expect(selfFinancing({ ...room, otherInvestments: figure(0) }, new Decimal(0))).toBeNull();
	});
});
