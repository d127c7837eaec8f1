import { euFundingGap, aidFundingGap } from '../../lib/core/funding/eu-gap.ts';
import {
	capitalCost,
	componentCapitalCost,
	operatingBudgetEffect,
	type CapitalCostRule
} from '../../lib/core/finance/capital-cost.ts';
import { atPriceLevel, nominalFlows, nominalRate } from '../../lib/core/finance/prices.ts';
import { residualFromFlows } from '../../lib/core/finance/residual-value.ts';
import { irr, payback, profitabilityIndex } from '../../lib/core/finance/returns.ts';
import {
	annuity,
	equivalentAnnualCost,
	npv,
	type Timing
} from '../../lib/core/finance/time-value.ts';
import { decimal, decimals, rows, type Inputs, type Operations } from './inputs.ts';

function inYears(perYear: readonly unknown[], years: unknown): unknown[] {
	return (years as number[]).map((year) => perYear[year - 1]);
}

function ruleOf({ interest_base }: Inputs): CapitalCostRule {
	return {
		capitalCost: 'linear',
		interestBase: interest_base === 'average' ? 'average' : 'opening'
	};
}

/** Time value, capital cost and the EU and state-aid gaps. */
export const financeOperations: Operations = {
	npv: ({ rate, flows, timing }) => ({
		npv: npv(decimal(rate), decimals(flows), (timing as Timing | undefined) ?? 'start')
	}),
	irr: ({ flows }) => {
		const found = irr(decimals(flows));
		return { irr: found.irr, unique: found.isUnique };
	},
	annuity: ({ principal, rate, n }) => ({
		payment: annuity(decimal(principal), decimal(rate), Number(n))
	}),
	project_summary: ({ rate, flows }) => ({
		npv: npv(decimal(rate), decimals(flows)),
		irr: irr(decimals(flows)).irr,
		payback: payback(decimals(flows)),
		discounted_payback: payback(decimals(flows), decimal(rate)),
		profitability_index: profitabilityIndex(decimal(rate), decimals(flows))
	}),
	payback: ({ rate, flows }) => ({ payback: payback(decimals(flows), decimal(rate ?? 0)) }),
	equivalent_annual_cost: ({ rate, cost_flows, n }) => ({
		eac: equivalentAnnualCost(decimal(rate), decimals(cost_flows), Number(n))
	}),
	real_nominal: ({ real_rate, inflation, real_flows }) => {
		const [real, flows] = [decimal(real_rate), decimals(real_flows)];
		const nominal = nominalRate(real, decimal(inflation));
		return {
			nominal_rate: nominal,
			pv_real: npv(real, flows),
			pv_nominal: npv(nominal, nominalFlows(flows, decimal(inflation))),
			pv_mixed_wrong: npv(nominal, flows)
		};
	},
	price_rebase: ({ value, index_from, index_to }) => ({
		value: atPriceLevel(decimal(value), decimal(index_from), decimal(index_to))
	}),
	capital_cost: (inputs) => {
		const cost = capitalCost(
			decimal(inputs['investment']),
			Number(inputs['life']),
			decimal(inputs['rate']),
			{ grant: decimal(inputs['grant'] ?? 0), rule: ruleOf(inputs) }
		);
		return {
			depreciation: cost.depreciation[0],
			year_costs: inYears(cost.perYear, inputs['report_years']),
			total: cost.total,
			total_interest: cost.totalInterest
		};
	},
	component_capital_cost: (inputs) => {
		const components = rows(inputs['components']).map(({ amount, life }) => ({
			amount: decimal(amount),
			years: Number(life)
		}));
		const perYear = componentCapitalCost(components, decimal(inputs['rate']), ruleOf(inputs));
		return { year_costs: inYears(perYear, inputs['report_years']) };
	},
	operating_budget_effect: (inputs) => {
		const { perYear } = capitalCost(
			decimal(inputs['investment']),
			Number(inputs['life']),
			decimal(inputs['rate']),
			{ grant: decimal(inputs['grant'] ?? 0), rule: ruleOf(inputs) }
		);
		const effect = operatingBudgetEffect(
			perYear,
			decimal(inputs['opex_change'] ?? 0),
			decimal(inputs['saving'] ?? 0)
		);
		return { net_effect: inYears(effect, inputs['report_years']) };
	},
	eu_funding_gap: (inputs) => {
		const gap = euFundingGap({
			rate: decimal(inputs['rate']),
			investment: decimals(inputs['investment']),
			revenue: decimals(inputs['revenue']),
			opex: decimals(inputs['opex']),
			residual: decimal(inputs['residual'] ?? 0),
			eligibleCost: decimal(inputs['eligible_cost']),
			cofinancingRate: decimal(inputs['cofinancing_rate'])
		});
		return {
			dic: gap.investment,
			dnr: gap.netRevenue,
			rate: gap.rate,
			decision_amount: gap.decisionAmount,
			eu_grant: gap.grant
		};
	},
	residual_from_cashflows: ({ rate, remaining_net_flows }) => ({
		residual: residualFromFlows(decimal(rate), decimals(remaining_net_flows))
	}),
	aid_funding_gap: (inputs) => {
		const aid = aidFundingGap({
			rate: decimal(inputs['rate']),
			project: decimals(inputs['project_flows']),
			counterfactual: decimals(inputs['counterfactual_flows']),
			eligibleCost: decimal(inputs['eligible_cost']),
			intensity: decimal(inputs['intensity'])
		});
		return { funding_gap: aid.gap, intensity_cap: aid.intensityCap, max_aid: aid.maximumAid };
	}
};
