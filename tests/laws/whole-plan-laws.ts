import { expect } from 'vitest';
import { effectSize } from '../../src/lib/core/abatement/effects.ts';
import { Decimal, ZERO, sum } from '../../src/lib/core/decimal.ts';
import type { Effect, Plan } from '../../src/lib/core/plan/plan.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import type { PlanLaw } from './plan-laws.ts';

/** Laws of the settings, and of what must never happen. */
const TINY = new Decimal('1e-20');

function isNear(a: Decimal | null | undefined, b: Decimal | null | undefined): boolean {
	if (!a || !b) return (a ?? null) === (b ?? null);
	return a.minus(b).abs().lte(a.abs().plus(1).times(TINY));
}

function withMethod(plan: Plan, method: Partial<Plan['settings']['method']>): Plan {
	return {
		...plan,
		settings: { ...plan.settings, method: { ...plan.settings.method, ...method } }
	};
}

function positive(effect: Effect): Effect {
	return effect.kind === 'direct'
		? { ...effect, tonnesPerYear: effect.tonnesPerYear && effect.tonnesPerYear.abs() }
		: { ...effect, mwhPerYear: effect.mwhPerYear && effect.mwhPerYear.abs() };
}

/** The same plan with measures that only cut emissions. */
function cutting(plan: Plan): Plan {
	return {
		...plan,
		measures: plan.measures.map((one) => ({
			...one,
			effects: one.effects?.map(positive) ?? null
		}))
	};
}

const totalCredit = (plan: Plan) => sum(evaluate(plan, 'P').creditedAllPoolsPerYear);

export const wholePlanLaws: readonly PlanLaw[] = [
	{
		name: 'what is left of a sector’s emissions is never below zero when credits are capped by it',
		check: (plan) => {
			const { emissions } = evaluate(withMethod(cutting(plan), { sectorCap: true }), 'P');
			for (const left of emissions.CO2e.residual ?? []) expect(left.gte(TINY.neg())).toBe(true);
		}
	},
	{
		name: 'a cap never raises a credit, and changes none where the sector holds all',
		check: (plan) => {
			const [free, capped] = [cutting(plan), withMethod(cutting(plan), { sectorCap: true })];
			expect(totalCredit(capped).lte(totalCredit(free).plus(TINY))).toBe(true);
			const roomy = {
				...capped,
				inventory: capped.inventory.map((row) => ({ ...row, tonnes: new Decimal('1e12') }))
			};
			expect(isNear(totalCredit(roomy), totalCredit(free))).toBe(true);
		}
	},
	{
		name: 'who is credited first, or alike over all orders, changes nothing in the total',
		check: (plan) => {
			const whole = totalCredit(plan);
			expect(isNear(totalCredit(withMethod(plan, { credit: 'shapley' })), whole)).toBe(true);
			expect(isNear(totalCredit(withMethod(plan, { creditOrder: 'unit-cost' })), whole)).toBe(true);
		}
	},
	{
		name: 'money at the year’s end is worth 1/(1 + r) of money at its start, and costs the same per tonne',
		check: (plan) => {
			const growth = plan.settings.discountRate.plus(1);
			const [start, mid, end] = (['start', 'mid', 'end'] as const).map((timing) =>
				evaluate(withMethod(plan, { timing }), 'P')
			);
			start?.measures.forEach((one, index) => {
				const [half, late] = [mid?.measures[index], end?.measures[index]];
				expect(isNear(late?.netCost?.times(growth), one.netCost)).toBe(true);
				expect(isNear(half?.netCost?.times(growth.sqrt()), one.netCost)).toBe(true);
				expect(isNear(late?.costPerTonne, one.costPerTonne)).toBe(true);
				expect(isNear(late?.netBenefit?.times(growth), one.netBenefit)).toBe(true);
			});
		}
	},
	{
		name: 'money that may wait never makes the gap larger, and all of need is money used and gap',
		check: (plan) => {
			const waiting = {
				...plan,
				funding: plan.funding.map((line) => ({ ...line, carryForward: true }))
			};
			const [plain, carried] = [
				evaluate(plan, 'P'),
				evaluate(withMethod(waiting, { carryCapacity: true }), 'P')
			];
			for (const variant of ['secured', 'expected', 'planned'] as const) {
				const [a, b] = [plain.gap[variant].total, carried.gap[variant].total];
				if (a && b) expect(b.lte(a.plus(TINY))).toBe(true);
			}
			const used = carried.need.total.minus(carried.gap.secured.total ?? ZERO);
			const money = sum(carried.ownCapacity.perYear.flatMap((own) => own ?? [])).plus(
				carried.funding.secured.total
			);
			if (carried.gap.secured.total) expect(used.lte(money.plus(TINY))).toBe(true);
		}
	},
	{
		name: 'later payment moves cash and nothing else, and never adds any',
		check: (plan) => {
			const late = {
				...plan,
				funding: plan.funding.map((line) => ({ ...line, paidAfterYears: 2 }))
			};
			const [a, b] = [evaluate(plan, 'P'), evaluate(late, 'P')];
			expect(b.gap.secured).toEqual(a.gap.secured);
			expect(b.operating).toEqual(a.operating);
			const cash = (one: typeof a) => sum(one.liquidity.perYear.flatMap((value) => value ?? []));
			expect(cash(b).lte(cash(a).plus(TINY))).toBe(true);
			if (a.liquidity.peakBridging && b.liquidity.peakBridging)
				expect(b.liquidity.peakBridging.gte(a.liquidity.peakBridging.minus(TINY))).toBe(true);
		}
	},
	{
		name: 'who pays: the payers’ nets sum to all costs less all secured grants',
		check: (plan) => {
			const { whoPays, capex, fundingAllPayers } = evaluate(plan, 'P');
			expect(isNear(sum(whoPays.map((one) => one.capex)), capex.total)).toBe(true);
			expect(isNear(sum(whoPays.map(({ grants }) => grants)), fundingAllPayers.secured)).toBe(true);
			for (const { net, opex, saving, revenue, grants, capex: invested } of whoPays)
				expect(isNear(net, invested.plus(opex).minus(saving).minus(revenue).minus(grants))).toBe(
					true
				);
			const rate = { ...plan, settings: { ...plan.settings, discountRate: ZERO } };
			for (const { net, netPresent } of evaluate(rate, 'P').whoPays)
				expect(isNear(net, netPresent)).toBe(true);
		}
	},
	{
		name: 'the sectors’ needs sum to the need, and what is left of each is never below zero',
		check: (plan) => {
			const spread = {
				...plan,
				measures: plan.measures.map((one, index) => ({
					...one,
					sector: index % 2 ? 'transport' : null
				}))
			};
			const { sectors, need, funding } = evaluate(spread, 'P');
			expect(isNear(sum(sectors.map((one) => one.need.total)), need.total)).toBe(true);
			if (sectors.length > 0)
				expect(
					isNear(sum(sectors.map((one) => one.funding.secured.total)), funding.secured.total)
				).toBe(true);
			for (const { need: of, funding: by, left } of sectors)
				left.perYear.forEach((rest, year) => {
					const missing = of.perYear[year]?.minus(by.secured.perYear[year] ?? ZERO) ?? ZERO;
					expect(isNear(rest, Decimal.max(0, missing))).toBe(true);
				});
		}
	},
	{
		name: 'a nominal annuity has the same present value as linear depreciation, and the effect the same total at rate zero',
		check: (plan) => {
			const free = { ...plan, settings: { ...plan.settings, internalRate: ZERO } };
			const [a, b] = [
				evaluate(free, 'P'),
				evaluate(withMethod(free, { capitalCost: 'annuity' }), 'P')
			];
			a.operating.secured.effectPerYear.forEach((effect, year) =>
				expect(isNear(effect, b.operating.secured.effectPerYear[year])).toBe(true)
			);
			const [opening, average] = [
				evaluate(plan, 'P'),
				evaluate(withMethod(plan, { interestBase: 'average' }), 'P')
			];
			opening.operating.planned.parts.interest.forEach((interest, year) =>
				expect(average.operating.planned.parts.interest[year]?.lte(interest.plus(TINY))).toBe(true)
			);
		}
	},
	{
		name: 'a flat carbon path is the plain value without growth',
		check: (plan) => {
			const { carbonValue, firstYear } = plan.settings;
			const flat = { ...carbonValue, growth: ZERO };
			const points = [
				{ year: firstYear + 1, perTonne: carbonValue.perTonne, source: '' },
				{ year: firstYear + 3, perTonne: carbonValue.perTonne, source: '' }
			];
			const of = (value: typeof carbonValue) =>
				evaluate({ ...plan, settings: { ...plan.settings, carbonValue: value } }, 'P').measures.map(
					({ netBenefit }) => netBenefit
				);
			const [plain, path] = [of(flat), of({ ...flat, points })];
			plain.forEach((benefit, index) => expect(isNear(benefit, path[index])).toBe(true));
		}
	},
	{
		name: 'exactly what has years outside the plan is warned of',
		check: (plan) => {
			const { firstYear, lastYear } = plan.settings;
			const leaves = (from: number, to: number) => from < firstYear || to > lastYear;
			const wanted = plan.measures.flatMap((one) => {
				const shift = plan.portfolios[0]?.shift[one.id] ?? 0;
				const spans = [
					...one.costs.map((item) => {
						const own =
							item.timing === 'yearly' ? [item.from, item.to] : item.years.map(({ year }) => year);
						return { where: `${one.id}.${item.id}`, years: own };
					}),
					...(one.effects ?? [])
						.filter((effect) => effectSize(effect)?.isZero() === false)
						.map(({ from, to }) => ({ where: `${one.id}.effects`, years: [from, to] }))
				];
				return spans.flatMap(({ where, years }) =>
					years.length > 0 && leaves(Math.min(...years) + shift, Math.max(...years) + shift)
						? [where]
						: []
				);
			});
			const warned = evaluate(plan, 'P').warnings.filter(
				({ code, where }) => code === 'outside-horizon' && /^M/.test(where)
			);
			expect(new Set(warned.map(({ where }) => where))).toEqual(new Set(wanted));
		}
	}
];
