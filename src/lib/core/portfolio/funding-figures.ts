import type { Decimal } from '../decimal.ts';
import { ZERO, max, sum } from '../decimal.ts';
import { sign } from '../finance/cost-flows.ts';
import {
	byCertainty,
	certainWeight,
	fundingFlows,
	fundingWeight,
	type Certainty,
	type FundingFlow
} from '../funding/funding-flows.ts';
import { fundingGap, totalOf, type NullableSeries } from '../funding/gap.ts';
import { liquidityPosition } from '../funding/liquidity.ts';
import {
	operatingEffect,
	operatingParts,
	type OperatingParts
} from '../funding/operating-budget.ts';
import { payers, type FundingLine, type Payer, type Plan } from '../plan/plan.ts';
import { addSeries, at, zeros, type Horizon, type Series } from '../years.ts';
import { awardFigures } from './award-figures.ts';
import type { EvaluatedMeasure, Frame } from './frame.ts';
import type { Evaluation, KnownTotalled, OperatingFigures, Totalled } from './evaluation.ts';

type FundingFigures = Pick<
	Evaluation,
	| 'need'
	| 'ownCapacity'
	| 'funding'
	| 'fundingLines'
	| 'fundingAllPayers'
	| 'payers'
	| 'gap'
	| 'allFunded'
	| 'operating'
	| 'driftgap'
	| 'liquidity'
>;

/** Need, capacity, funding, gaps, operating budget and liquidity of a portfolio (METHODS §14, rules 13 to 17). */
export function fundingFigures(
	plan: Plan,
	measures: readonly EvaluatedMeasure[],
	frame: Frame
): FundingFigures {
	const { horizon, years } = frame;
	const budget = new Map(plan.budget.map((row) => [row.year, row]));
	const capacity = years.map((year) => budget.get(year)?.ownInvestmentCapacity ?? null);
	const frames = years.map((year) => budget.get(year)?.operatingFrame ?? null);
	const all = fundingFlows(
		plan,
		measures.map(({ placed }) => placed),
		horizon
	);
	const municipal = all.filter(({ item }) => item.payer === 'municipality');
	const ofNeed = municipal.filter(({ item }) => item.kind === 'capex');
	const need = known(flowOf(measures, 'municipality', 'capex', horizon));
	const funding = byCertainty((certainty) => known(weighted(ofNeed, weightIn(certainty), horizon)));
	const operating = byCertainty((certainty) =>
		operatingFigures(
			plan,
			operatingParts(measures, municipal, certainty, plan.settings.internalRate, horizon),
			frames
		)
	);
	const gapAt = (certainty: Certainty) =>
		totalled(fundingGap(need.perYear, capacity, funding[certainty].perYear));
	const certain = weighted(ofNeed, certainWeight, horizon);
	const awards = awardFigures(fundingGap(need.perYear, capacity, certain), ofNeed);
	const driftgap = operating.secured.headroomPerYear.map((left, index) => {
		if (left) return max(ZERO, left.neg());
		return at(operating.secured.effectPerYear, index).lte(0) ? ZERO : null;
	});
	return {
		need,
		ownCapacity: totalled(capacity),
		funding,
		fundingLines: ofNeed.map(({ line, perYear }) => ({
			line: line.id,
			measure: line.measure,
			programme: line.programme,
			status: line.status,
			probability: line.probability,
			...known(perYear)
		})),
		fundingAllPayers: byCertainty((certainty) => sum(weighted(all, weightIn(certainty), horizon))),
		payers: payerFigures(measures, all, horizon),
		gap: {
			secured: gapAt('secured'),
			expected: awards.expectedGap,
			planned: gapAt('planned'),
			atExpectedFunding: gapAt('expected')
		},
		allFunded: awards.allFunded,
		operating,
		driftgap: totalled(driftgap),
		liquidity: liquidity(
			measures,
			capacity,
			frames,
			weighted(municipal, weightIn('secured'), horizon),
			horizon
		)
	};
}

const weightIn = (certainty: Certainty) => (line: FundingLine) => fundingWeight(line, certainty);

function known(perYear: Series): KnownTotalled {
	return { perYear, total: sum(perYear) };
}

function totalled(perYear: NullableSeries): Totalled {
	return { perYear, total: totalOf(perYear) };
}

/** Own-share kronor that a payer pays (or, for savings and revenues, gets) of one kind of cost item. */
function flowOf(
	measures: readonly EvaluatedMeasure[],
	payer: Payer,
	kind: 'capex' | 'running',
	horizon: Horizon
): Decimal[] {
	const flow = zeros(horizon);
	for (const { placed, flows } of measures)
		for (const { item, perYear } of flows.items)
			if (perYear && item.payer === payer && (item.kind === 'capex') === (kind === 'capex'))
				addSeries(flow, perYear, sign(item).times(placed.ownShare));
	return flow;
}

/** The table of need and funding for each payer that invests, never netted across payers (METHODS §8). */
function payerFigures(
	measures: readonly EvaluatedMeasure[],
	all: readonly FundingFlow[],
	horizon: Horizon
): Evaluation['payers'] {
	return payers.flatMap((payer) => {
		if (!invests(measures, payer)) return [];
		const capex = known(flowOf(measures, payer, 'capex', horizon));
		const flows = all.filter(({ item }) => item.payer === payer && item.kind === 'capex');
		const funding = byCertainty((certainty) =>
			known(weighted(flows, weightIn(certainty), horizon))
		);
		const left = fundingGap(capex.perYear, zeros(horizon), funding.secured.perYear);
		return [{ payer, capex, funding, left: totalled(left) }];
	});
}

function invests(measures: readonly EvaluatedMeasure[], payer: Payer): boolean {
	return measures.some(({ flows }) =>
		flows.items.some(
			({ item, perYear }) => perYear && item.payer === payer && item.kind === 'capex'
		)
	);
}

function weighted(
	flows: readonly FundingFlow[],
	weightOf: (line: FundingLine) => Decimal,
	horizon: Horizon
): Decimal[] {
	const total = zeros(horizon);
	for (const { line, perYear } of flows) {
		const weight = weightOf(line);
		if (!weight.isZero()) addSeries(total, perYear, weight);
	}
	return total;
}

function operatingFigures(
	plan: Plan,
	parts: OperatingParts,
	frames: NullableSeries
): OperatingFigures {
	const effect = operatingEffect(parts);
	const perOre = plan.tax?.oneKronaYields?.div(100) ?? null;
	return {
		parts,
		effectPerYear: effect,
		headroomPerYear: effect.map((burden, index) => frames[index]?.minus(burden) ?? null),
		taxOrePerYear: effect.map((burden) => (perOre?.gt(0) ? burden.div(perOre) : null))
	};
}

/** Net cash per year: capacity + operating frame + secured funding − municipal costs; loans are left out (rule 17). */
function liquidity(
	measures: readonly EvaluatedMeasure[],
	capacity: NullableSeries,
	frames: NullableSeries,
	secured: Series,
	horizon: Horizon
): Evaluation['liquidity'] {
	const capex = flowOf(measures, 'municipality', 'capex', horizon);
	const running = flowOf(measures, 'municipality', 'running', horizon);
	const perYear = capacity.map((own, index) => {
		const operatingFrame = frames[index] ?? null;
		if (own === null || operatingFrame === null) return null;
		const cash = own.plus(operatingFrame).plus(at(secured, index));
		return cash.minus(at(capex, index)).minus(at(running, index));
	});
	return { perYear, peakBridging: liquidityPosition(perYear).peakBridging };
}
