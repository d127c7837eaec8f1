import { shareCredits } from '../lib/core/abatement/interaction.ts';
import { levelisedCost } from '../lib/core/abatement/levelised-cost.ts';
import {
	byReward,
	byUnitCost,
	costToTarget,
	cumulativeTonnes,
	tonnesBelowPrice,
	unitCost
} from '../lib/core/abatement/macc.ts';
import { paretoLayers, type CostedTonnes } from '../lib/core/abatement/pareto-layers.ts';
import { Decimal, sum } from '../lib/core/decimal.ts';
import { capitalCost } from '../lib/core/finance/capital-cost.ts';
import {
	annuity,
	discountFactors,
	equivalentAnnualCost,
	npv,
	type Timing
} from '../lib/core/finance/time-value.ts';
import { awardOutlook } from '../lib/core/funding/award-outlook.ts';
import { liquidityPosition, netCash } from '../lib/core/funding/liquidity.ts';
import { largestRemainder } from '../lib/core/largest-remainder.ts';

/** A worked case: what to compute, what must come out, how near. */
export type MethodCase = {
	readonly id: string;
	readonly inputs: Readonly<Record<string, unknown>> & { readonly op: string };
	readonly expected: Readonly<Record<string, unknown>>;
	readonly tolerance: { readonly abs?: number; readonly rel?: number };
};

type Inputs = MethodCase['inputs'];

/** Which function of the core answers which operation; nothing is computed here. */
const operations: Readonly<Record<string, (inputs: Inputs) => Readonly<Record<string, unknown>>>> =
	{
		npv: ({ rate, flows, timing }) => ({
			npv: npv(decimal(rate), decimals(flows), (timing as Timing | undefined) ?? 'start')
		}),
		annuity: ({ principal, rate, n }) => ({
			payment: annuity(decimal(principal), decimal(rate), Number(n))
		}),
		equivalent_annual_cost: ({ rate, cost_flows, n }) => ({
			eac: equivalentAnnualCost(decimal(rate), decimals(cost_flows), Number(n))
		}),
		capital_cost: ({ investment, grant, life, rate, interest_base, report_years }) => {
			const cost = capitalCost(decimal(investment), Number(life), decimal(rate), {
				grant: decimal(grant ?? 0),
				base: interest_base === 'average' ? 'average' : 'opening'
			});
			return {
				depreciation: cost.depreciation,
				year_costs: (report_years as number[]).map((year) => cost.perYear[year - 1]),
				total: cost.total,
				total_interest: cost.totalInterest
			};
		},
		levelised_abatement: ({ rate, cost_flows, abatement }) => {
			const tonnes = decimals(abatement);
			const cost = levelisedCost(
				decimals(cost_flows),
				tonnes,
				discountFactors(decimal(rate), tonnes.length)
			);
			return {
				pv_cost: cost.netCost,
				pv_abatement: cost.tonnesDiscounted,
				sum_abatement: cost.tonnes,
				lcoa_discounted: cost.costPerTonne,
				lcoa_undiscounted: cost.costPerTonneUndiscounted
			};
		},
		macc: ({ measures, target, carbon_price }) => {
			const ordered = byUnitCost(points(measures));
			const reached = target === undefined ? null : costToTarget(ordered, decimal(target));
			return {
				order: ordered.map(({ id }) => id),
				unit_costs: ordered.map(unitCost),
				cumulative: cumulativeTonnes(ordered),
				total_cost: sum(ordered.map(({ cost }) => cost)),
				target_cost: reached?.cost ?? null,
				marginal_price: reached?.marginalPrice ?? null,
				abatement_below_price:
					carbon_price === undefined ? null : tonnesBelowPrice(ordered, decimal(carbon_price))
			};
		},
		pareto_layers: ({ measures }) => ({
			layers: paretoLayers(points(measures)).map((layer) => layer.map(({ id }) => id))
		}),
		reward_order: ({ carbon_value, measures }) => {
			const ranked = byReward(decimal(carbon_value), points(measures));
			return { order: ranked.map(({ id }) => id), reward: ranked.map(({ reward }) => reward) };
		},
		sequential_interaction: ({ baseline, shares }) => {
			const { claims, credits, remaining } = shareCredits(decimal(baseline), decimals(shares));
			return { contributions: credits, remaining, total: sum(credits), naive_sum: sum(claims) };
		},
		expected_shortfall_enumeration: ({ need, own, grants }) => {
			const awards = (grants as { amount: number; probability: number }[]).map((grant) => ({
				amount: decimal(grant.amount),
				probability: decimal(grant.probability)
			}));
			const outlook = awardOutlook(decimal(need), decimal(own), awards);
			return {
				expected_gap: outlook.expectedGap,
				worst_gap: outlook.worstGap,
				probability_fully_funded: outlook.probabilityFunded,
				gap_at_expected_grants: outlook.gapAtExpectedAwards
			};
		},
		liquidity: ({ opening, inflow, outflow }) => {
			const net = netCash(decimals(inflow), decimals(outflow));
			const { position, peakBridging } = liquidityPosition(net, decimal(opening));
			return { position, peak_need: peakBridging };
		},
		largest_remainder: ({ total, weights }) => {
			const parts = largestRemainder(decimal(total), decimals(weights));
			return { parts, sum: sum(parts) };
		}
	};

export const builtOperations: ReadonlySet<string> = new Set(Object.keys(operations));

/** What is wrong with the answer to a case; nothing when it passes. A missing expected field is a fault. */
export function runCase(one: MethodCase): string[] {
	const operation = operations[one.inputs.op];
	if (!operation) return [`operation ${one.inputs.op} is not built yet`];
	const answer = operation(one.inputs);
	return Object.entries(one.expected).flatMap(([field, expected]) =>
		differences(field, answer[field], expected, one.tolerance)
	);
}

function differences(
	path: string,
	seen: unknown,
	expected: unknown,
	tolerance: MethodCase['tolerance']
): string[] {
	if (seen === undefined) return [`${path} is missing`];
	if (Array.isArray(expected)) {
		if (!Array.isArray(seen) || seen.length !== expected.length)
			return [`${path} is ${JSON.stringify(seen)}, expected ${JSON.stringify(expected)}`];
		return expected.flatMap((one, index) =>
			differences(`${path}[${index}]`, seen[index], one, tolerance)
		);
	}
	const isSame =
		typeof expected === 'number' && Decimal.isDecimal(seen)
			? isNear(seen as Decimal, expected, tolerance)
			: seen === expected;
	return isSame ? [] : [`${path} is ${String(seen)}, expected ${String(expected)}`];
}

function isNear(seen: Decimal, expected: number, { abs = 0, rel = 0 }: MethodCase['tolerance']) {
	const allowed = Math.max(abs, rel * Math.abs(expected));
	return seen.minus(expected).abs().lte(allowed);
}

function decimal(value: unknown): Decimal {
	if (typeof value !== 'number' && typeof value !== 'string')
		throw new TypeError(`A case needs a number here; got ${JSON.stringify(value)}.`);
	return new Decimal(value);
}

function decimals(values: unknown): Decimal[] {
	if (!Array.isArray(values))
		throw new TypeError(`A case needs a list here; got ${JSON.stringify(values)}.`);
	return values.map(decimal);
}

function points(measures: unknown): CostedTonnes[] {
	return (measures as { id: string; cost: number; abatement: number }[]).map((measure) => ({
		id: measure.id,
		cost: decimal(measure.cost),
		tonnes: decimal(measure.abatement)
	}));
}
