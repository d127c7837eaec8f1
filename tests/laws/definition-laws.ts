import { expect } from 'vitest';
import { Decimal, ONE, ZERO, min, sum } from '../../src/lib/core/decimal.ts';
import { isSecured } from '../../src/lib/core/funding/certainty.ts';
import { awardOf } from '../../src/lib/core/plan/application.ts';
import type { CostItem, FundingLine, Measure, Plan } from '../../src/lib/core/plan/plan.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { near } from './part-law.ts';
import type { PlanLaw } from './plan-laws.ts';

import { avoided, itemOf, netCost, placeOf, whole, yearsOf } from './plain-figures.ts';

/** The same plan with more to fund and more funding: one-off costs are the municipality's investments, and every line pays for one. */
function aimed(plan: Plan): Plan {
	const measures = plan.measures.map((measure) => ({
		...measure,
		costs: measure.costs.map((item): CostItem =>
			item.timing === 'one-off' ? { ...item, kind: 'capex', payer: 'municipality' } : item
		)
	}));
	const assets = measures.flatMap(({ id, costs }) =>
		costs.flatMap((item) => (item.timing === 'one-off' ? { measure: id, costItem: item.id } : []))
	);
	const { firstYear, lastYear } = plan.settings;
	const inside = (year: number) => Math.min(lastYear, Math.max(firstYear, year));
	const funding = plan.funding.map((line, n) => ({
		...line,
		...assets[n % assets.length],
		programme: 'grant',
		amounts: line.amounts.map((one) => ({ ...one, year: inside(one.year) }))
	}));
	return { ...plan, measures, funding };
}

/** The same plan with each line cut to what the rules let count of it. */
function asCounted(plan: Plan): Plan {
	const rules = new Map(evaluate(plan, 'P').fundingRules.map((rule) => [rule.line, rule]));
	const funding = plan.funding.map((line): FundingLine => {
		const rule = rules.get(line.id);
		const measure = plan.measures.find(({ id }) => id === line.measure);
		if (!rule?.cut || !measure || rule.listed.isZero()) return line;
		let left = rule.counts.div(placeOf(plan, measure).scale);
		return {
			...line,
			amounts: [...line.amounts]
				.sort((a, b) => a.year - b.year)
				.map(({ year, amount, currency }) => {
					const kronor = (amount ?? ZERO).times(currency === 'EUR' ? '11.37' : 1);
					const paid = min(kronor, left);
					left = left.minus(paid);
					return { year, amount: paid, currency: 'SEK' };
				})
		};
	});
	return { ...plan, funding };
}

/** The lines of which the outcome is open, at most so many that all outcomes are quickly tried. */
function withFewOpen(plan: Plan, carryForward: boolean): Plan {
	let open = 0;
	const funding = plan.funding.map((line): FundingLine => {
		const isOpen = line.status === 'applied' || line.status === 'planned';
		return { ...line, carryForward, status: isOpen && ++open > 3 ? 'granted' : line.status };
	});
	return { ...plan, funding };
}

/** The plan with every open line granted or rejected, each way, and how likely that is. */
function decided(plan: Plan): { readonly plan: Plan; readonly weight: Decimal }[] {
	const line = plan.funding.find(({ status }) => status === 'applied' || status === 'planned');
	if (!line) return [{ plan, weight: ONE }];
	return (['granted', 'rejected'] as const).flatMap((status) => {
		const chance = status === 'granted' ? line.probability : ONE.minus(line.probability);
		const funding = plan.funding.map((one) =>
			awardOf(one) === awardOf(line) && one.status === line.status ? { ...one, status } : one
		);
		return decided({ ...plan, funding }).map((one) => ({
			...one,
			weight: one.weight.times(chance)
		}));
	});
}

function savingMore(measure: Measure): Measure {
	const costs = measure.costs.map((item): CostItem =>
		item.timing === 'yearly'
			? {
					...item,
					kind: 'saving',
					amountPerYear: item.amountPerYear && item.amountPerYear.times(9)
				}
			: item
	);
	return { ...measure, costs };
}

/** Figures are what their definitions say. */
export const definitionLaws: readonly PlanLaw[] = [
	{
		name: 'a measure’s cost and tonnes are those of its items and effects, year by year',
		check: (plan) => {
			for (const own of evaluate(plan, 'P').measures) {
				const measure = plan.measures.find(({ id }) => id === own.id);
				if (!measure) throw new Error(`no ${own.id}`);
				near(own.netCost, netCost(plan, measure));
				const { effects } = measure;
				const tonnes = effects?.flatMap((effect) =>
					yearsOf(plan).map((year) => avoided(plan, measure, effect, year))
				);
				near(own.tonnes, tonnes ? whole(tonnes) : null);
			}
		}
	},
	{
		name: 'a funding line is what counts of its amounts in kronor, own share, in their years as placed',
		check: (given) => {
			const plan = aimed(given);
			const { fundingLines, fundingRules, measures } = evaluate(plan, 'P');
			for (const { line: id, measure: owner, perYear } of fundingLines) {
				const counts = fundingRules.find((one) => one.line === id)?.counts ?? ZERO;
				const line = plan.funding.find((one) => one.id === id);
				const measure = plan.measures.find((one) => one.id === owner);
				const share = measures.find((one) => one.id === owner)?.ownShare ?? ONE;
				if (!line || !measure) throw new Error(`no ${id}`);
				const { shift, scale } = placeOf(plan, measure);
				yearsOf(plan).forEach((year, t) => {
					const until = (last: number) =>
						sum(
							line.amounts.map((one) => {
								const rate = one.currency === 'EUR' ? new Decimal('11.37') : ONE;
								return one.year + shift <= last && one.amount ? one.amount.times(rate) : ZERO;
							})
						).times(scale);
					// What counts is used from the first year on.
					const paid = min(until(year), counts).minus(min(until(year - 1), counts));
					near(perYear[t], paid.times(share));
				});
			}
		}
	},
	{
		name: 'the expected gap is the mean over every way in which the open applications may end',
		check: (plan) => {
			for (const mayWait of [false, true]) {
				const listed = withFewOpen(aimed(plan), mayWait);
				const few = asCounted(listed);
				const { gap, allFunded } = evaluate(listed, 'P');
				const outcomes = decided(few).map(({ plan: one, weight }) => ({
					secured: evaluate(one, 'P').gap.secured,
					weight
				}));
				gap.expected.perYear.forEach((expected, year) =>
					near(
						expected,
						sum(outcomes.map(({ secured, weight }) => weight.times(secured.perYear[year] ?? ZERO)))
					)
				);
				const funded = outcomes.filter(({ secured }) => secured.total?.isZero());
				near(allFunded.probability, sum(funded.map(({ weight }) => weight)));
			}
		}
	},
	{
		name: 'secured money is cash in the year in which it is paid; unknown own money or frame leaves the cash unknown',
		check: (given) => {
			const plan = aimed(given);
			const gone = plan.settings.firstYear + 1;
			const late: Plan = {
				...plan,
				funding: plan.funding
					.filter((line) => itemOf(plan, line)?.kind === 'capex')
					.map((line, n) => ({ ...line, paidAfterYears: n % 3 })),
				budget: plan.budget.map((row, n) => ({
					...row,
					operatingFrame: n > 2 && row.year % 2 === 0 ? null : row.operatingFrame
				}))
			};
			const lacking = { ...late, budget: late.budget.filter(({ year }) => year !== gone) };
			for (const one of [late, lacking]) {
				const { liquidity, ownCapacity, fundingLines, years } = evaluate(one, 'P');
				const without = evaluate({ ...one, funding: [] }, 'P').liquidity.perYear;
				const rows = new Map(one.budget.map((row) => [row.year, row]));
				const paid = years.map((_, t) =>
					sum(
						fundingLines.flatMap((line) => {
							const delay = one.funding.find(({ id }) => id === line.line)?.paidAfterYears ?? 0;
							return isSecured(line.status) ? (line.perYear[t - delay] ?? []) : [];
						})
					)
				);
				years.forEach((year, t) => {
					const isKnown = rows.get(year)?.operatingFrame && ownCapacity.perYear[t];
					if (!isKnown) expect(liquidity.perYear[t]).toBeNull();
					else near(liquidity.perYear[t], without[t]?.plus(paid[t] ?? ZERO));
				});
			}
		}
	},
	{
		name: 'a measure stands on the curve or beside it with the reason; inside a layer the larger benefit comes first',
		check: (given) => {
			// Half of the items save money, so that several measures pay for themselves.
			const plan = { ...given, measures: given.measures.map(savingMore) };
			const { macc, measures } = evaluate(plan, 'P');
			const own = new Map(measures.map((one) => [one.id, one]));
			const factor = (t: number) => ONE.div(plan.settings.discountRate.plus(1).pow(t));
			const credited = (id: string) =>
				sum(
					(own.get(id)?.creditedPerYear ?? []).map((tonnes, t) => tonnes.times(factor(t)))
				).toDecimalPlaces(15);
			const places = [
				...macc.steps.map(({ measure }) => measure),
				...macc.unranked.map(({ measure }) => measure)
			];
			expect(places.sort()).toEqual(measures.map(({ id }) => id).sort());
			for (const { measure, reason } of macc.unranked) {
				const tonnes = credited(measure);
				const wanted = tonnes.isZero() ? 'no-abatement' : 'negative-abatement';
				expect(reason).toBe(own.get(measure)?.reason ?? wanted);
				expect(own.get(measure)?.reason !== null || tonnes.lte(0)).toBe(true);
			}
			const { growth, perTonne } = plan.settings.carbonValue;
			const benefit = (id: string) => {
				const worth = (own.get(id)?.creditedPerYear ?? []).map((tonnes, t) =>
					tonnes.times(factor(t)).times(perTonne).times(growth.plus(1).pow(t))
				);
				const { netCost: cost = null, ownShare = ONE } = own.get(id) ?? {};
				return sum(worth).minus((cost ?? ZERO).times(ownShare));
			};
			macc.steps.forEach(({ measure, layer, costPerTonne, tonnes }, index) => {
				expect(credited(measure).gt(0)).toBe(true);
				near(tonnes, sum(own.get(measure)?.creditedPerYear ?? []));
				expect(layer !== null).toBe(costPerTonne.isNegative() && !costPerTonne.isZero());
				const before = macc.steps[index - 1];
				if (before && layer !== null && before.layer === layer)
					expect(benefit(before.measure).plus('1e-9').gte(benefit(measure))).toBe(true);
			});
		}
	},
	{
		name: 'öre on the tax times what an öre yields is the effect; without a yield it is unknown',
		check: (plan) => {
			const tax = (yields: Decimal | null): Plan => ({
				...plan,
				tax: {
					municipalRate: new Decimal('21.42'),
					rateSource: '',
					rateConfidence: '',
					taxBasePerInhabitant: null,
					oneKronaYields: yields,
					note: '',
					source: '',
					confidence: ''
				}
			});
			for (const yields of [new Decimal(45_000_000), new Decimal('0.5')])
				for (const { effectPerYear, taxOrePerYear } of Object.values(
					evaluate(tax(yields), 'P').operating
				))
					effectPerYear.forEach((effect, t) =>
						near(taxOrePerYear[t]?.times(yields.div(100)), effect)
					);
			for (const none of [tax(null), tax(ZERO), plan])
				for (const ore of evaluate(none, 'P').operating.secured.taxOrePerYear)
					expect(ore).toBeNull();
		}
	},
	{
		name: 'each payer that invests has a table, each that pays or gains a balance, and no other',
		check: (plan) => {
			const { payers, whoPays } = evaluate(plan, 'P');
			const known = plan.measures.flatMap(({ costs }) =>
				costs.filter(
					(item) => (item.timing === 'yearly' ? item.amountPerYear : item.amount) !== null
				)
			);
			const of = (items: readonly CostItem[]) => new Set(items.map(({ payer }) => payer));
			expect(new Set(payers.map(({ payer }) => payer))).toEqual(
				of(known.filter(({ kind }) => kind === 'capex'))
			);
			expect(new Set(whoPays.map(({ payer }) => payer))).toEqual(of(known));
		}
	}
];
