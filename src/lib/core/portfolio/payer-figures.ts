import type { Decimal } from '../decimal.ts';
import { sum } from '../decimal.ts';
import { sign } from '../finance/cost-flows.ts';
import { byCertainty, fundingWeight, isSecured, type ByCertainty } from '../funding/certainty.ts';
import { type FundingFlow } from '../funding/funding-flows.ts';
import { fundingGap, totalOf } from '../funding/gap.ts';
import { payers, type CostItem, type FundingLine, type Payer } from '../plan/plan.ts';
import { addSeries, dotProduct, zeros, type Horizon, type Series } from '../years.ts';
import type { Evaluation, KnownTotalled } from './evaluation.ts';
import type { EvaluatedMeasure, Frame } from './frame.ts';
import { usableMoney } from './usable-money.ts';

export function known(perYear: Series): KnownTotalled {
	return { perYear, total: sum(perYear) };
}

/** Own-share kronor per year of the cost items that are asked for; what is unknown adds nothing. */
export function flowOf(
	measures: readonly EvaluatedMeasure[],
	isAsked: (item: CostItem) => boolean,
	horizon: Horizon
): Decimal[] {
	const flow = zeros(horizon);
	for (const { placed, flows } of measures)
		for (const { item, perYear } of flows.items)
			if (perYear && isAsked(item)) addSeries(flow, perYear, placed.ownShare);
	return flow;
}

export function weighted(
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

export function weightedByCertainty(
	flows: readonly FundingFlow[],
	horizon: Horizon
): ByCertainty<KnownTotalled> {
	return byCertainty((certainty) =>
		known(weighted(flows, (line) => fundingWeight(line, certainty), horizon))
	);
}

function hasKnown(
	measures: readonly EvaluatedMeasure[],
	isAsked: (item: CostItem) => boolean
): boolean {
	return measures.some(({ flows }) =>
		flows.items.some(({ item, perYear }) => perYear !== null && isAsked(item))
	);
}

/** The table of need and funding for each payer that invests, never netted across payers (METHODS §8). */
export function payerFigures(
	measures: readonly EvaluatedMeasure[],
	all: readonly FundingFlow[],
	horizon: Horizon
): Evaluation['payers'] {
	return payers.flatMap((payer) => {
		const invests = (item: CostItem) => item.payer === payer && item.kind === 'capex';
		if (!hasKnown(measures, invests)) return [];
		const capex = known(flowOf(measures, invests, horizon));
		const flows = all.filter(({ item }) => invests(item));
		return [
			{
				payer,
				capex,
				funding: weightedByCertainty(flows, horizon),
				left: leftOf(capex, flows, horizon)
			}
		];
	});
}

/** What secured money leaves, per year; the sector or payer has no money of its own here. */
function leftOf(need: KnownTotalled, flows: readonly FundingFlow[], horizon: Horizon) {
	const none = { perYear: zeros(horizon), isCarried: false };
	const secured = usableMoney(flows, (line) => fundingWeight(line, 'secured'), horizon);
	const { perYear } = fundingGap(need.perYear, none, secured);
	return { perYear, total: totalOf(perYear) };
}

/** The municipality's need by the sector of the measure, never netted across sectors; own money is not split (METHODS §8). */
export function sectorFigures(
	measures: readonly EvaluatedMeasure[],
	ofNeed: readonly FundingFlow[],
	horizon: Horizon
): Evaluation['sectors'] {
	const investing = measures.filter((one) => hasKnown([one], isMunicipalCapex));
	const sectors = [...new Set(investing.map(({ placed }) => placed.measure.sector))];
	return sectors.map((sector) => {
		const own = investing.filter(({ placed }) => placed.measure.sector === sector);
		const ids = new Set(own.map(({ placed }) => placed.measure.id));
		const flows = ofNeed.filter(({ line }) => ids.has(line.measure));
		const need = known(flowOf(own, isMunicipalCapex, horizon));
		return {
			sector,
			need,
			funding: weightedByCertainty(flows, horizon),
			left: leftOf(need, flows, horizon)
		};
	});
}

export function isMunicipalCapex(item: CostItem): boolean {
	return item.payer === 'municipality' && item.kind === 'capex';
}

/**
 * Who pays and who gains: what each payer pays and gets over the plan's years, own share, and its secured grants. Net
 * positive: pays. The residual value is left out; what is unknown adds nothing. kr.
 */
export function whoPays(
	measures: readonly EvaluatedMeasure[],
	all: readonly FundingFlow[],
	{ horizon, discount }: Frame
): Evaluation['whoPays'] {
	return payers.flatMap((payer) => {
		if (!hasKnown(measures, (item) => item.payer === payer)) return [];
		const grants = weighted(
			all.filter(({ line, item }) => item.payer === payer && isSecured(line.status)),
			(line) => fundingWeight(line, 'secured'),
			horizon
		);
		const parts = {
			capex: zeros(horizon),
			opex: zeros(horizon),
			saving: zeros(horizon),
			revenue: zeros(horizon)
		};
		const net = grants.map((grant) => grant.neg());
		for (const { placed, flows } of measures)
			for (const { item, perYear } of flows.items) {
				if (!perYear || item.payer !== payer) continue;
				addSeries(parts[item.kind], perYear, placed.ownShare);
				addSeries(net, perYear, sign(item).times(placed.ownShare));
			}
		return [
			{
				payer,
				capex: sum(parts.capex),
				opex: sum(parts.opex),
				saving: sum(parts.saving),
				revenue: sum(parts.revenue),
				grants: sum(grants),
				net: sum(net),
				netPresent: dotProduct(net, discount)
			}
		];
	});
}

/** Running costs of a payer, savings and revenues taken off. */
export function runningCosts(
	measures: readonly EvaluatedMeasure[],
	payer: Payer,
	horizon: Horizon
): Decimal[] {
	const flow = zeros(horizon);
	for (const { placed, flows } of measures)
		for (const { item, perYear } of flows.items)
			if (perYear && item.payer === payer && item.kind !== 'capex')
				addSeries(flow, perYear, sign(item).times(placed.ownShare));
	return flow;
}
