import { expect } from 'vitest';
import { Decimal, ZERO, sum } from '../../src/lib/core/decimal.ts';
import type { CostItem, Plan } from '../../src/lib/core/plan/plan.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { evaluationJson } from '../../src/lib/core/portfolio/evaluation-json.ts';

export type PlanLaw = { readonly name: string; readonly check: (plan: Plan) => void };

const TINY = new Decimal('1e-20');

function isClose(a: Decimal | null | undefined, b: Decimal | null | undefined): boolean {
	if (!a || !b) return a === b;
	return a.minus(b).abs().lte(a.abs().plus(1).times(TINY));
}

function inEveryYear(
	first: readonly (Decimal | null)[],
	second: readonly (Decimal | null)[],
	holds: (a: Decimal, b: Decimal) => boolean
): boolean {
	return first.every((value, year) => {
		const other = second[year] ?? null;
		return value === null || other === null || holds(value, other);
	});
}

const notAbove = (a: Decimal, b: Decimal) => a.lte(b.plus(TINY));

/** Everything but the order of the lists. */
function figures(plan: Plan) {
	const {
		measures,
		warnings: _,
		unknown: __,
		fundingLines: ___,
		macc,
		...rest
	} = evaluationJson(evaluate(plan, 'P'));
	return { ...rest, measures, steps: macc.steps };
}

function withCosts(plan: Plan, change: (item: CostItem) => CostItem[]): Plan {
	return {
		...plan,
		measures: plan.measures.map((one) => ({ ...one, costs: one.costs.flatMap(change) }))
	};
}

function timesAmount(item: CostItem, factor: Decimal): CostItem {
	return item.timing === 'yearly'
		? { ...item, amountPerYear: item.amountPerYear && item.amountPerYear.times(factor) }
		: {
				...item,
				amount: item.amount && item.amount.times(factor),
				years: item.years.map((one) => ({ ...one, amount: one.amount.times(factor) }))
			};
}

/** Laws that hold for every plan. */
export const planLaws: readonly PlanLaw[] = [
	{
		name: 'the gap never grows with more certain money: secured ≥ expected ≥ planned, year by year',
		check: (plan) => {
			const { gap } = evaluate(plan, 'P');
			expect(inEveryYear(gap.expected.perYear, gap.secured.perYear, notAbove)).toBe(true);
			expect(inEveryYear(gap.planned.perYear, gap.expected.perYear, notAbove)).toBe(true);
		}
	},

	{
		name: 'the expected gap is never below the gap at expected funding',
		check: (plan) => {
			const { gap } = evaluate(plan, 'P');
			expect(inEveryYear(gap.atExpectedFunding.perYear, gap.expected.perYear, notAbove)).toBe(true);
		}
	},

	{
		name: 'need is own money used, funding used and gap, with nothing left over or lost',
		check: (plan) => {
			const { need, ownCapacity, funding, gap } = evaluate(plan, 'P');
			need.perYear.forEach((needed, year) => {
				const money = (ownCapacity.perYear[year] ?? ZERO).plus(
					funding.secured.perYear[year] ?? ZERO
				);
				const missing = gap.secured.perYear[year] ?? ZERO;
				const used = needed.minus(missing);
				expect(used.lte(money) && missing.gte(0)).toBe(true);
				if (missing.gt(0)) expect(isClose(used, money)).toBe(true);
			});
		}
	},

	{
		name: 'grants never move the curve or any measure’s own figures',
		check: (plan) => {
			const without = { ...plan, funding: [] };
			const [a, b] = [evaluate(plan, 'P'), evaluate(without, 'P')];
			expect(a.macc).toEqual(b.macc);
			expect(a.measures).toEqual(b.measures);
		}
	},

	{
		name: 'credited tonnes of the measures sum to the portfolio’s, and no pool gives more than it holds',
		check: (plan) => {
			const positive = {
				...plan,
				measures: plan.measures.map((one) => ({
					...one,
					effects:
						one.effects?.map((effect) =>
							effect.kind === 'direct'
								? { ...effect, tonnesPerYear: effect.tonnesPerYear && effect.tonnesPerYear.abs() }
								: { ...effect, mwhPerYear: effect.mwhPerYear && effect.mwhPerYear.abs() }
						) ?? null
				}))
			};
			const { creditedAllPoolsPerYear, measures, emissions, standAloneAllPoolsPerYear } = evaluate(
				positive,
				'P'
			);
			const known = measures.every(({ creditedPerYear }) => creditedPerYear !== null);
			creditedAllPoolsPerYear.forEach((total, year) => {
				const credits = measures.map(({ creditedPerYear }) => creditedPerYear?.[year] ?? ZERO);
				if (known) expect(isClose(sum(credits), total)).toBe(true);
				expect(notAbove(total, standAloneAllPoolsPerYear[year] ?? ZERO)).toBe(true);
			});
			const pool = positive.pools[0];
			const change = positive.reference[0]?.yearlyChange.plus(1) ?? ZERO;
			emissions.CO2e.credited.forEach((credited, year) => {
				const level = pool?.tonnes?.times(change.pow(2026 + year - 2024)) ?? ZERO;
				expect(notAbove(credited, level)).toBe(true);
			});
		}
	},

	{
		name: 'the order of measures, cost items and funding lines in the file changes no figure',
		check: (plan) => {
			const reversed = {
				...plan,
				measures: [...plan.measures]
					.reverse()
					.map((one) => ({ ...one, costs: [...one.costs].reverse() })),
				funding: [...plan.funding].reverse(),
				portfolios: plan.portfolios.map((one) => ({
					...one,
					measures: [...one.measures].reverse()
				}))
			};
			const strip = ({ measures, ...rest }: ReturnType<typeof figures>) => ({
				...rest,
				measures: measures.map(({ unknownCostItems: _, ...one }) => one)
			});
			expect(strip(figures(reversed))).toEqual(strip(figures(plan)));
		}
	},

	{
		name: 'splitting a cost item in two changes no figure of the plan without funding',
		check: (plan) => {
			const bare = { ...plan, funding: [] };
			const split = withCosts(bare, (item) => [
				timesAmount(item, new Decimal('0.25')),
				{ ...timesAmount(item, new Decimal('0.75')), id: `${item.id}-b` }
			]);
			const strip = ({ measures, ...rest }: ReturnType<typeof figures>) => ({
				...rest,
				measures: measures.map(({ unknownCostItems: _, ...one }) => one)
			});
			expect(strip(figures(split))).toEqual(strip(figures(bare)));
		}
	},

	{
		name: 'all money times three is all results times three',
		check: (plan) => {
			const three = new Decimal(3);
			const larger: Plan = {
				...withCosts(plan, (item) => [timesAmount(item, three)]),
				programmes: plan.programmes.map((one) => ({
					...one,
					rules: one.rules?.map((rule) =>
						rule.kind === 'amount-range'
							? { ...rule, min: String(3 * Number(rule.min)), max: String(3 * Number(rule.max)) }
							: rule
					)
				})),
				budget: plan.budget.map((row) => ({
					...row,
					ownInvestmentCapacity:
						row.ownInvestmentCapacity && row.ownInvestmentCapacity.times(three),
					operatingFrame: row.operatingFrame && row.operatingFrame.times(three)
				})),
				funding: plan.funding.map((line) => ({
					...line,
					eligibleCost: line.eligibleCost?.times(three),
					amounts: line.amounts.map((one) => ({
						...one,
						amount: one.amount && one.amount.times(three)
					}))
				}))
			};
			const [a, b] = [evaluate(plan, 'P'), evaluate(larger, 'P')];
			for (const variant of ['secured', 'expected', 'planned'] as const)
				expect(isClose(a.gap[variant].total?.times(three), b.gap[variant].total)).toBe(true);
			a.measures.forEach((one, index) => {
				expect(isClose(one.netCost?.times(three) ?? null, b.measures[index]?.netCost)).toBe(true);
				expect(
					isClose(one.costPerTonne?.times(three) ?? null, b.measures[index]?.costPerTonne)
				).toBe(true);
			});
			a.operating.secured.effectPerYear.forEach((effect, year) =>
				expect(isClose(effect.times(three), b.operating.secured.effectPerYear[year])).toBe(true)
			);
		}
	},

	{
		name: 'moving the whole plan by ten years moves every figure and changes none',
		check: (plan) => {
			const by = 10;
			const moved: Plan = {
				...plan,
				settings: {
					...plan.settings,
					firstYear: plan.settings.firstYear + by,
					lastYear: plan.settings.lastYear + by
				},
				inventory: plan.inventory.map((row) => ({ ...row, year: row.year + by })),
				reference: plan.reference.map((row) => ({ ...row, baseYear: row.baseYear + by })),
				pools: plan.pools.map((row) => ({ ...row, baseYear: row.baseYear + by })),
				budget: plan.budget.map((row) => ({ ...row, year: row.year + by })),
				emissionFactors: plan.emissionFactors.map((row) => ({
					...row,
					points: row.points.map((point) => ({ ...point, year: point.year + by }))
				})),
				measures: plan.measures.map((one) => ({
					...one,
					startYear: one.startYear + by,
					costs: one.costs.map((item) =>
						item.timing === 'yearly'
							? { ...item, from: item.from + by, to: item.to + by }
							: { ...item, years: item.years.map((row) => ({ ...row, year: row.year + by })) }
					),
					effects:
						one.effects?.map((row) => ({ ...row, from: row.from + by, to: row.to + by })) ?? null
				})),
				funding: plan.funding.map((line) => ({
					...line,
					amounts: line.amounts.map((row) => ({ ...row, year: row.year + by }))
				}))
			};
			const [a, b] = [evaluate(plan, 'P'), evaluate(moved, 'P')];
			const { years: _, warnings: __, ...rest } = a;
			const { years: ___, warnings: ____, ...restMoved } = b;
			expect(JSON.stringify(restMoved)).toBe(JSON.stringify(rest));
		}
	},

	{
		name: 'a rejected line and an idea count nowhere',
		check: (plan) => {
			const without = {
				...plan,
				funding: plan.funding.filter(({ status }) => status !== 'rejected' && status !== 'idea')
			};
			expect(figures(plan)).toEqual(figures(without));
		}
	},

	{
		name: 'each payer’s table is its own: they sum to the whole, and the municipality’s is the need',
		check: (plan) => {
			const { payers, capex, need, funding } = evaluate(plan, 'P');
			expect(isClose(sum(payers.map((one) => one.capex.total)), capex.total)).toBe(true);
			const own = payers.find(({ payer }) => payer === 'municipality');
			expect(isClose(own?.capex.total ?? ZERO, need.total)).toBe(true);
			expect(isClose(own?.funding.secured.total ?? ZERO, own ? funding.secured.total : ZERO)).toBe(
				true
			);
			for (const { capex: invested, funding: funded, left } of payers)
				invested.perYear.forEach((amount, year) => {
					const secured = funded.secured.perYear[year] ?? ZERO;
					const rest = Decimal.max(0, amount.minus(secured));
					expect(isClose(left.perYear[year], rest)).toBe(true);
				});
		}
	}
];
