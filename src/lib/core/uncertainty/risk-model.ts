import { abatement, effectProfiles, effectSize } from '../abatement/effects.ts';
import { poolLevel } from '../abatement/credits.ts';
import { factorSeries } from '../emissions/factors.ts';
import { FOREIGN_TRANSPORT, sectorReference } from '../emissions/reference.ts';
import { costFlows } from '../finance/cost-flows.ts';
import { canBeLost } from '../funding/certainty.ts';
import { countedFunding } from '../funding/counted-funding.ts';
import { fundingFlows, type FundingFlow } from '../funding/funding-flows.ts';
import { isUnknown, type PlacedMeasure } from '../plan/placement.ts';
import type { CostItem, FundingLine, Gas, Plan, SharedRange } from '../plan/plan.ts';
import { evaluate, evaluatedPortfolio } from '../portfolio/evaluate.ts';
import type { Evaluation } from '../portfolio/evaluation.ts';
import type { EvaluatedMeasure, Frame } from '../portfolio/frame.ts';
import { isMunicipalCapex } from '../portfolio/payer-figures.ts';
import { dotProduct, type Series } from '../years.ts';
import { riskFigures, type RiskFigure } from './risk-figures.ts';
import { uncertaintiesOf, type Places, type Uncertain } from './uncertain.ts';

/** Two places of a draw whose values are multiplied; place 0 holds 1. */
type Factors = readonly [number, number];

/** Money that rises and falls alike: what the draw's factors are multiplied with. kr. */
type CostTerm = {
	readonly factors: Factors;
	/** Present values, own share, after residual value: of all payers, of the municipality, and of the measures with a cost per tonne. */
	readonly present: { all: number; municipal: number; ranked: number };
	/** The municipality's investment in the years that have any. */
	readonly need: Float64Array;
};

/** A grant: what counts of it, less in proportion where its cost turns out lower, and lost where its award is. */
type GrantTerm = {
	readonly factors: Factors;
	readonly award: number;
	readonly mayWait: boolean;
	readonly perYear: Float64Array;
	readonly isOfNeed: boolean;
	/** Present value to the municipality where its net cost is known; else 0. */
	readonly present: number;
};

/** What one measure claims from a pool, in the order of crediting; own share, t. */
type PoolClaim = {
	/** Place of the measure in that order. */
	readonly measure: number;
	readonly isRanked: boolean;
	readonly terms: readonly { readonly factors: Factors; readonly perYear: Float64Array }[];
};
export type PoolModel = {
	/** null: unknown, so nothing interacts. */
	readonly level: Float64Array | null;
	readonly sector: string | null;
	/** The gases whose territorial emissions the pool's tonnes are taken off. */
	readonly gases: readonly Gas[];
	readonly claims: readonly PoolClaim[];
};

/** A portfolio in plain numbers, laid out so that a draw costs little: every figure is a sum or a product of what is here. */
export type RiskModel = {
	readonly evaluation: Evaluation;
	readonly uncertain: readonly Uncertain[];
	/** Shared ranges that nothing in the portfolio hangs on. */
	readonly idle: readonly SharedRange[];
	/** Measures that nothing uncertain touches. */
	readonly certain: readonly string[];
	readonly figures: readonly RiskFigure[];
	readonly years: number;
	readonly discount: Float64Array;
	readonly costs: readonly CostTerm[];
	readonly grants: readonly GrantTerm[];
	/** The municipality's own money; NaN: unknown. */
	readonly own: { readonly perYear: Float64Array; readonly isCarried: boolean };
	readonly pools: readonly PoolModel[];
	readonly isShapley: boolean;
	/** Reference emissions by sector, where credits are capped by them. */
	readonly caps: readonly { readonly sector: string; readonly emissions: Float64Array }[];
};

/**
 * The risk model of a portfolio (METHODS §12). What counts of each grant is what the rules allow at the stated costs: kronor
 * that do not grow with the cost, and shrink in proportion with it. Measures are credited in the order that the stated values
 * give. Throws DomainError `unknown-portfolio`.
 */
export function riskModel(plan: Plan, portfolioId: string): RiskModel {
	const { frame, measures: placedOrder, order } = evaluatedPortfolio(plan, portfolioId);
	const measures = order.flatMap((index) => placedOrder[index] ?? []);
	const placed = placedOrder.map((one) => one.placed);
	const flows = fundingFlows(plan, countedFunding(plan, placed), frame.horizon).filter(
		({ line, item }) => item.payer === 'municipality' && !isHopeless(line)
	);
	const places = uncertaintiesOf(plan, placed, flows);
	const { method } = plan.settings;
	const evaluation = evaluate(plan, portfolioId);
	const budget = new Map(plan.budget.map((row) => [row.year, row.ownInvestmentCapacity]));
	return {
		evaluation,
		uncertain: places.all,
		idle: places.idle,
		certain: placed
			.map(({ measure }) => measure)
			.filter(places.isCertain)
			.map(({ id }) => id),
		figures: riskFigures(evaluation),
		years: frame.years.length,
		discount: numbers(frame.discount),
		costs: costTerms(measures, places, frame),
		grants: flows.map((flow) => grantTerm(flow, measures, places, frame)),
		own: {
			perYear: Float64Array.from(frame.years, (year) => Number(budget.get(year) ?? NaN)),
			isCarried: method.carryCapacity
		},
		pools: poolModels(plan, measures, places, frame),
		isShapley: method.credit === 'shapley',
		caps: method.sectorCap ? sectorCaps(plan, frame) : []
	};
}

/** What may be lost and never is won: it pays nothing in any draw. */
function isHopeless(line: FundingLine): boolean {
	return canBeLost(line) && line.probability.isZero();
}

function numbers(series: Series): Float64Array {
	return Float64Array.from(series, Number);
}

/** Whether the measure has a cost per tonne: its costs and effects are all known. */
function isRanked({ flows, abatement }: EvaluatedMeasure): boolean {
	return flows.net !== null && abatement.isKnown;
}

function isMunicipalKnown({ placed }: EvaluatedMeasure): boolean {
	return !placed.measure.costs.some((item) => item.payer === 'municipality' && isUnknown(item));
}

/** The cost items, those with the same factors together. */
function costTerms(
	measures: readonly EvaluatedMeasure[],
	places: Places,
	frame: Frame
): CostTerm[] {
	const terms = new Map<string, CostTerm>();
	for (const measure of measures) {
		const { placed, flows } = measure;
		for (const { item, perYear } of flows.items) {
			if (!perYear) continue;
			const factors = places.ofCost(placed.measure.id, item);
			const term = terms.get(factors.join()) ?? {
				factors,
				present: { all: 0, municipal: 0, ranked: 0 },
				need: new Float64Array(frame.years.length)
			};
			terms.set(factors.join(), term);
			const share = Number(placed.ownShare);
			const present = presentOf(placed, item, frame) * share;
			if (flows.net) term.present.all += present;
			if (isRanked(measure)) term.present.ranked += present;
			if (item.payer === 'municipality' && isMunicipalKnown(measure))
				term.present.municipal += present;
			if (isMunicipalCapex(item))
				perYear.forEach((amount, year) => addTo(term.need, year, Number(amount) * share));
		}
	}
	return [...terms.values()];
}

/** Present value of one item of a measure after its residual value, whole project; costs are positive. */
function presentOf(placed: PlacedMeasure, item: CostItem, frame: Frame): number {
	const alone = { ...placed, measure: { ...placed.measure, costs: [item] } };
	const { net } = costFlows(alone, frame.horizon, frame.settings);
	return net ? Number(dotProduct(net, frame.discount)) : 0;
}

function grantTerm(
	{ line, item, perYear }: FundingFlow,
	measures: readonly EvaluatedMeasure[],
	places: Places,
	frame: Frame
): GrantTerm {
	const measure = measures.find(({ placed }) => placed.measure.id === line.measure);
	const isCounted = measure !== undefined && isMunicipalKnown(measure);
	return {
		factors: places.ofCost(line.measure, item),
		award: places.ofLine(line.id),
		mayWait: line.carryForward === true,
		perYear: numbers(perYear),
		isOfNeed: isMunicipalCapex(item),
		present: isCounted ? Number(dotProduct(perYear, frame.discount)) : 0
	};
}

function poolModels(
	plan: Plan,
	measures: readonly EvaluatedMeasure[],
	places: Places,
	frame: Frame
): PoolModel[] {
	const profiles = effectProfiles(factorSeries(plan, frame.horizon), frame.horizon);
	return plan.pools.map((pool) => {
		const level = poolLevel(plan, pool, frame.horizon);
		const isTerritorial = pool.sector !== null && pool.sector !== FOREIGN_TRANSPORT;
		const claims = measures.flatMap((measure, index): PoolClaim[] => {
			const { placed } = measure;
			const share = Number(placed.ownShare);
			const effects = (placed.measure.effects ?? []).filter(
				(effect) => effect.pool === pool.id && effectSize(effect) !== null
			);
			if (effects.length === 0) return [];
			const terms = effects.map((effect) => {
				const alone = { ...placed, measure: { ...placed.measure, effects: [effect] } };
				const { total } = abatement(alone, profiles, frame.horizon);
				return {
					factors: places.ofEffect(placed.measure.id, effect),
					perYear: numbers(total).map((tonnes) => tonnes * share)
				};
			});
			return [{ measure: index, isRanked: isRanked(measure), terms }];
		});
		return {
			level: level && numbers(level),
			sector: pool.sector,
			gases: isTerritorial ? (pool.gas === 'CO2' ? ['CO2', 'CO2e'] : ['CO2e']) : [],
			claims
		};
	});
}

function sectorCaps(plan: Plan, frame: Frame): RiskModel['caps'] {
	return plan.reference.flatMap((path) => {
		if (path.sector === FOREIGN_TRANSPORT) return [];
		const emissions = sectorReference(plan, path, frame.horizon);
		return emissions ? [{ sector: path.sector, emissions: numbers(emissions) }] : [];
	});
}

/** Adds to one cell of an array under construction. */
export function addTo(array: Float64Array, index: number, value: number): void {
	array[index] = (array[index] ?? 0) + value;
}
