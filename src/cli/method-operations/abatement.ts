import { shareCredits } from '../../lib/core/abatement/interaction.ts';
import { levelisedCost } from '../../lib/core/abatement/levelised-cost.ts';
import {
	byReward,
	byUnitCost,
	costToTarget,
	cumulativeTonnes,
	tonnesBelowPrice,
	unitCost
} from '../../lib/core/abatement/macc.ts';
import { paretoLayers } from '../../lib/core/abatement/pareto-layers.ts';
import { shapleyCredits } from '../../lib/core/abatement/shapley.ts';
import {
	annualisedCost,
	climateBenefit,
	energyTonnes,
	socialNpv
} from '../../lib/core/abatement/unit-costs.ts';
import { incrementalHull } from '../../lib/core/abatement/variants.ts';
import { sum } from '../../lib/core/decimal.ts';
import { cappedInSector } from '../../lib/core/emissions/trajectories.ts';
import { discountFactors } from '../../lib/core/finance/time-value.ts';
import { decimal, decimals, perYear, points, rows, type Operations } from './inputs.ts';

/** Cost per tonne, the cost curve, and interaction between measures. */
export const abatementOperations: Operations = {
	annualised_abatement_cost: (inputs) => {
		const cost = annualisedCost({
			capex: decimal(inputs['capex']),
			opex: decimal(inputs['opex'] ?? 0),
			saving: decimal(inputs['saving'] ?? 0),
			years: Number(inputs['life']),
			rate: decimal(inputs['rate']),
			tonnesPerYear: decimal(inputs['abatement_per_year'])
		});
		return { annual_cost: cost.perYear, cost_per_t: cost.perTonne };
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
	emission_factor_path: ({ mwh_per_year, factors_kg_per_mwh }) => {
		const { tonnes, atFirstFactor } = energyTonnes(
			decimal(mwh_per_year),
			decimals(factors_kg_per_mwh)
		);
		return { tonnes, sum: sum(tonnes), naive_first_year: atFirstFactor };
	},
	climate_benefit_per_krona: ({ t_per_year, life, investment }) => {
		const benefit = climateBenefit(decimal(t_per_year).times(decimal(life)), decimal(investment));
		return {
			lifetime_kg: benefit.kilograms,
			kg_per_kr: benefit.kilogramsPerKrona,
			kr_per_kg: benefit.kronorPerKilogram
		};
	},
	social_npv: ({ rate, cost_flows, abatement, carbon_value }) => {
		const tonnes = decimals(abatement);
		const value = socialNpv(
			decimal(rate),
			decimals(cost_flows),
			tonnes,
			perYear(carbon_value, tonnes.length)
		);
		return {
			financial_npv: value.financial,
			carbon_pv: value.carbon,
			social_npv: value.social
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
	shapley_attribution: ({ baseline, shares }) => {
		const credits = shapleyCredits(decimal(baseline), decimals(shares));
		return { contributions: credits, total: sum(credits) };
	},
	sector_cap: ({ sector_baseline, measures }) => {
		const claims = rows(measures).map(({ sector, abatement }) => ({
			sector: String(sector),
			tonnes: decimal(abatement)
		}));
		const baselines = sector_baseline as Readonly<Record<string, unknown>>;
		const credited = claims.map(({ tonnes }) => tonnes);
		for (const [sector, emissions] of Object.entries(baselines)) {
			const places = claims.flatMap((claim, place) => (claim.sector === sector ? [place] : []));
			const capped = cappedInSector(
				decimal(emissions),
				places.map((place) => credited[place] ?? decimal(0))
			);
			places.forEach((place, index) => (credited[place] = capped[index] ?? decimal(0)));
		}
		return {
			credited,
			total: sum(credited),
			uncapped: sum(claims.map(({ tonnes }) => tonnes))
		};
	},
	incremental_hull: ({ variants }) => {
		const steps = incrementalHull(points(variants));
		return {
			kept: steps.map(({ variant }) => variant.id),
			incremental_cost: steps.map(({ incrementalCost }) => incrementalCost),
			incremental_abatement: steps.map(({ extraTonnes }) => extraTonnes)
		};
	}
};
