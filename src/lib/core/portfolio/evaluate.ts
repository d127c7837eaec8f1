import { abatement, effectProfiles } from '../abatement/effects.ts';
import type { PoolUse } from '../abatement/credits.ts';
import { sum } from '../decimal.ts';
import { DomainError } from '../errors.ts';
import { factorSeries } from '../emissions/factors.ts';
import { FOREIGN_TRANSPORT, referenceTrajectory } from '../emissions/reference.ts';
import { targetGaps } from '../emissions/targets.ts';
import { countedFunding } from '../funding/counted-funding.ts';
import { costFlows } from '../finance/cost-flows.ts';
import { placedMeasures } from '../plan/placement.ts';
import type { Gas, Plan, Portfolio } from '../plan/plan.ts';
import { addSeries, at, zeros, type Horizon, type Series } from '../years.ts';
import { creditedIn } from './crediting.ts';
import type { EmissionFigures, Evaluation } from './evaluation.ts';
import { frameOf, type EvaluatedMeasure, type Frame } from './frame.ts';
import { fundingFigures } from './funding-figures.ts';
import { maccFigures } from './macc-figures.ts';
import { measureFigures } from './measure-figures.ts';
import { unknowns } from './unknowns.ts';
import { orderUnsettled, warnings } from './warnings.ts';

/**
 * Every figure of one portfolio of a plan, by the rules of METHODS §14. Pure: the same plan gives the same figures.
 * Throws DomainError `unknown-portfolio` for an id that the plan lacks.
 */
export function evaluate(plan: Plan, portfolioId: string): Evaluation {
	const { portfolio, frame, measures, pools, isSettled } = evaluatedPortfolio(plan, portfolioId);
	const emissions = emissionFigures(plan, pools, frame.horizon);
	const figures = measures.map((measure) => measureFigures(measure, frame));
	const stack = countedFunding(
		plan,
		measures.map(({ placed }) => placed)
	);
	return {
		plan: plan.settings.name,
		portfolio: portfolio.id,
		method: plan.settings.method,
		years: frame.years,
		capex: capexFigures(measures, frame.horizon),
		...fundingFigures(plan, measures, stack, frame),
		emissions,
		creditedAllPoolsPerYear: totalOver(measures, frame.horizon, ({ credits }) => credits.credited),
		standAloneAllPoolsPerYear: totalOver(
			measures,
			frame.horizon,
			({ credits }) => credits.standAlone
		),
		targets: targetGaps(plan, emissions, frame.horizon),
		measures: figures,
		macc: maccFigures(measures, figures, frame),
		unknown: unknowns(plan, measures),
		warnings: [
			...(isSettled ? [] : [orderUnsettled(portfolio)]),
			...warnings(plan, portfolio, { measures, pools, frame, stack })
		]
	};
}

/** The measures of a portfolio with their flows, abatement and credits: what every figure is made of. */
export function evaluatedPortfolio(plan: Plan, portfolioId: string) {
	const portfolio = findPortfolio(plan, portfolioId);
	const frame = frameOf(plan);
	return { portfolio, frame, ...evaluatedMeasures(plan, portfolio, frame) };
}

export function findPortfolio(plan: Plan, id: string): Portfolio {
	const portfolio = plan.portfolios.find((candidate) => candidate.id === id);
	if (portfolio) return portfolio;
	const known = plan.portfolios.map((candidate) => candidate.id).join(', ') || 'none';
	throw new DomainError('unknown-portfolio', `No portfolio "${id}" in the plan; it has: ${known}.`);
}

function evaluatedMeasures(
	plan: Plan,
	portfolio: Portfolio,
	frame: Frame
): {
	measures: EvaluatedMeasure[];
	pools: PoolUse[];
	order: readonly number[];
	isSettled: boolean;
} {
	const profiles = effectProfiles(factorSeries(plan, frame.horizon), frame.horizon);
	const measures = placedMeasures(plan, portfolio).map((placed) => ({
		placed,
		flows: costFlows(placed, frame.horizon, frame.settings),
		abatement: abatement(placed, profiles, frame.horizon)
	}));
	const credited = creditedIn(plan, measures, frame);
	const none = {
		standAlone: zeros(frame.horizon),
		credited: zeros(frame.horizon),
		creditedByPool: new Map()
	};
	return {
		measures: measures.map((measure, index) => ({
			...measure,
			credits: credited.measures[index] ?? none
		})),
		pools: credited.pools,
		order: credited.order,
		isSettled: credited.isSettled
	};
}

function totalOver(
	measures: readonly EvaluatedMeasure[],
	horizon: Horizon,
	seriesOf: (measure: EvaluatedMeasure) => Series
): Series {
	const total = zeros(horizon);
	for (const measure of measures) addSeries(total, seriesOf(measure));
	return total;
}

/** Investment per year, own share, all payers. */
function capexFigures(
	measures: readonly EvaluatedMeasure[],
	horizon: Horizon
): Evaluation['capex'] {
	const perYear = zeros(horizon);
	for (const { placed, flows } of measures)
		for (const { item, perYear: amounts } of flows.items)
			if (item.kind === 'capex' && amounts) addSeries(perYear, amounts, placed.ownShare);
	return { perYear, total: sum(perYear) };
}

/** Territorial emissions: pools with a sector other than foreign transport; CO2e is all of them, CO2 those in CO2 (rule 11). */
export function emissionFigures(
	plan: Plan,
	pools: readonly PoolUse[],
	horizon: Horizon
): Record<Gas, EmissionFigures> {
	const reference = referenceTrajectory(plan, horizon);
	const credited = { CO2: zeros(horizon), CO2e: zeros(horizon) };
	for (const { pool, credited: tonnes } of pools) {
		if (pool.sector === null || pool.sector === FOREIGN_TRANSPORT) continue;
		addSeries(credited.CO2e, tonnes);
		if (pool.gas === 'CO2') addSeries(credited.CO2, tonnes);
	}
	const figures = (gas: Gas): EmissionFigures => {
		const path = reference[gas];
		const residual = path && path.map((tonnes, index) => tonnes.minus(at(credited[gas], index)));
		return { reference: path, credited: credited[gas], residual };
	};
	return { CO2: figures('CO2'), CO2e: figures('CO2e') };
}
