import { sum } from '../decimal.ts';
import { byCertainty, fundingWeight, type Certainty } from '../funding/certainty.ts';
import { borrowedFlows } from '../funding/borrowing.ts';
import { fundingFlows, type FundingFlow } from '../funding/funding-flows.ts';
import type { CountedFunding } from '../funding/counted-funding.ts';
import { fundingGap, type NullableSeries } from '../funding/gap.ts';
import {
	operatingEffect,
	operatingGap,
	operatingParts,
	type OperatingParts
} from '../funding/operating-budget.ts';
import type { FundingLine, Plan } from '../plan/plan.ts';
import { awardFigures } from './award-figures.ts';
import type { Evaluation, OperatingFigures } from './evaluation.ts';
import type { EvaluatedMeasure, Frame } from './frame.ts';
import {
	flowOf,
	isMunicipalCapex,
	known,
	payerFigures,
	sectorFigures,
	weighted,
	weightedByCertainty,
	whoPays
} from './payer-figures.ts';
import { liquidityFigures } from './liquidity-figures.ts';
import { lineRules } from './line-rules.ts';
import { totalled } from './totalled.ts';
import { usableMoney } from './usable-money.ts';

type FundingFigures = Pick<
	Evaluation,
	| 'need'
	| 'ownCapacity'
	| 'funding'
	| 'fundingListed'
	| 'fundingLines'
	| 'fundingRules'
	| 'fundingAllPayers'
	| 'payers'
	| 'sectors'
	| 'whoPays'
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
	stack: CountedFunding,
	frame: Frame
): FundingFigures {
	const { horizon, years } = frame;
	const budget = new Map(plan.budget.map((row) => [row.year, row]));
	const capacity = years.map((year) => budget.get(year)?.ownInvestmentCapacity ?? null);
	const frames = years.map((year) => budget.get(year)?.operatingFrame ?? null);
	const all = fundingFlows(plan, stack, horizon);
	const municipal = all.filter(({ item }) => item.payer === 'municipality');
	const ofNeed = municipal.filter(({ item }) => item.kind === 'capex');
	const need = known(flowOf(measures, isMunicipalCapex, horizon));
	const own = { perYear: capacity, isCarried: plan.settings.method.carryCapacity };
	const borrowed = borrowedFlows(
		plan,
		measures.map(({ placed }) => placed),
		stack,
		horizon
	);
	const fundedBy = { funding: municipal, borrowed };
	const operating = byCertainty((certainty) =>
		operatingFigures(
			plan,
			operatingParts(measures, fundedBy, certainty, plan.settings, horizon),
			frames
		)
	);
	const gapAt = (certainty: Certainty) =>
		totalled(
			fundingGap(need.perYear, own, usableMoney(ofNeed, weightIn(certainty), horizon)).perYear
		);
	const awards = awardFigures(need.perYear, own, ofNeed, horizon);
	return {
		need,
		ownCapacity: totalled(capacity),
		funding: weightedByCertainty(ofNeed, horizon),
		fundingListed: weightedByCertainty(ofNeed.map(asListed), horizon),
		fundingRules: lineRules(stack),
		fundingLines: ofNeed.map(({ line, perYear, listed }) => ({
			line: line.id,
			measure: line.measure,
			programme: line.programme,
			status: line.status,
			probability: line.probability,
			listed: sum(listed),
			...known(perYear)
		})),
		fundingAllPayers: byCertainty((certainty) => sum(weighted(all, weightIn(certainty), horizon))),
		payers: payerFigures(measures, all, horizon),
		sectors: sectorFigures(measures, ofNeed, horizon),
		whoPays: whoPays(measures, all, frame),
		gap: {
			secured: gapAt('secured'),
			expected: awards.expectedGap,
			planned: gapAt('planned'),
			atExpectedFunding: gapAt('expected')
		},
		allFunded: awards.allFunded,
		operating,
		driftgap: totalled(
			operatingGap(operating.secured.effectPerYear, operating.secured.headroomPerYear)
		),
		liquidity: liquidityFigures(measures, { capacity, frames }, { funding: all, borrowed }, frame)
	};
}

/** The same flow before the rules. */
function asListed(flow: FundingFlow): FundingFlow {
	return { ...flow, perYear: flow.listed };
}

const weightIn = (certainty: Certainty) => (line: FundingLine) => fundingWeight(line, certainty);

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
