import { maccSteps, unitCost, type MaccCandidate } from '../abatement/macc.ts';
import { levelisedCost, type NoCostReason } from '../abatement/levelised-cost.ts';
import { ONE, ZERO, comparable, isAboveZero, settled, sum, type Decimal } from '../decimal.ts';
import { costFlows, sign } from '../finance/cost-flows.ts';
import { isSecured } from '../funding/certainty.ts';
import { countedFunding } from '../funding/counted-funding.ts';
import { fundingFlows, type FundingFlow } from '../funding/funding-flows.ts';
import type { PlacedMeasure } from '../plan/placement.ts';
import type { Plan, Range } from '../plan/plan.ts';
import { at, dotProduct, zeros, type Series } from '../years.ts';
import { evaluatedPortfolio } from './evaluate.ts';
import type { EvaluatedMeasure, Frame } from './frame.ts';

/** Whose money a curve counts (METHODS §5, 8). */
export const maccViews = ['all', 'municipal', 'socioeconomic'] as const;
export type MaccView = (typeof maccViews)[number];

/** Tonnes of the plan's years, or of one year. */
export type MaccBasis =
	{ readonly kind: 'lifetime' } | { readonly kind: 'year'; readonly year: number };

export type MaccViewStep = {
	readonly measure: string;
	/** Width: credited tonnes, own share. */
	readonly tonnes: Decimal;
	/** Height, kr/t. */
	readonly costPerTonne: Decimal;
	/** Lowest and highest height within the measure's stated uncertainty; null when none is stated. */
	readonly range: { readonly low: Decimal; readonly high: Decimal } | null;
	readonly layer: number | null;
	readonly order: number;
};

export type MaccCurve = {
	readonly steps: readonly MaccViewStep[];
	readonly unranked: readonly { readonly measure: string; readonly reason: NoCostReason }[];
};

type Candidate = MaccCandidate & Pick<MaccViewStep, 'range'> & { readonly width: Decimal };

/**
 * The cost curve of a portfolio in one view and on one basis.
 *   lifetime: height = PV(net cost) / discounted credited tonnes, width = credited tonnes of the plan's years (rule 16).
 *   year:     height = annual cost / credited tonnes of the year, width = those tonnes. The annual cost is the present
 *             net cost spread evenly over the years with an effect, PV / Σ d_y; with flat tonnes both heights agree.
 * Views: all payers before grants; the municipality's own flows less secured grants; socioeconomic, which is all payers,
 * since the plan holds no transfers between payers and no other effects in kronor to take out or put in.
 */
export function maccCurve(
	plan: Plan,
	portfolioId: string,
	view: MaccView,
	basis: MaccBasis
): MaccCurve {
	const { measures, frame } = evaluatedPortfolio(plan, portfolioId);
	const grants = securedMunicipalGrants(plan, measures, frame);
	const candidates: Candidate[] = [];
	const unranked: MaccCurve['unranked'][number][] = [];
	for (const measure of measures) {
		const { id } = measure.placed.measure;
		const { cost, effect } = maccParts(measure, view, basis, grants, frame);
		const reason = whyUnranked(measure, cost, effect.perCost, basis, frame);
		if (reason || !cost) {
			unranked.push({ measure: id, reason: reason ?? 'unknown-cost' });
			continue;
		}
		const total = comparable(cost.fixed.plus(cost.capex).plus(cost.opex).times(effect.costShare));
		candidates.push({
			id,
			cost: total,
			tonnes: comparable(effect.perCost),
			netBenefit: comparable(effect.value.minus(total)),
			width: effect.width,
			range: rangeOf(measure.placed, cost, effect)
		});
	}
	return {
		steps: maccSteps(candidates).map(({ candidate, costPerTonne, layer, order }) => ({
			measure: candidate.id,
			tonnes: candidate.width,
			costPerTonne,
			range: candidate.range,
			layer,
			order
		})),
		unranked
	};
}

export function securedMunicipalGrants(
	plan: Plan,
	measures: readonly EvaluatedMeasure[],
	frame: Frame
): readonly FundingFlow[] {
	const counted = countedFunding(
		plan,
		measures.map(({ placed }) => placed)
	);
	return fundingFlows(plan, counted, frame.horizon).filter(
		({ line, item }) => isSecured(line.status) && item.payer === 'municipality'
	);
}

/** What a measure's step is made of: its present cost in parts, null while unknown, and its tonnes. */
export function maccParts(
	measure: EvaluatedMeasure,
	view: MaccView,
	basis: MaccBasis,
	grants: readonly FundingFlow[],
	frame: Frame
): { readonly cost: PresentCost | null; readonly effect: Effect } {
	const own = grants.filter(({ line }) => line.measure === measure.placed.measure.id);
	return {
		cost: presentCost(measure, view, own, frame),
		effect: tonnesOf(measure, basis, frame)
	};
}

/** Present cost of a measure, own share, in the parts that uncertainty scales: capex less residual, opex, and the rest. */
export type PresentCost = {
	readonly capex: Decimal;
	readonly opex: Decimal;
	readonly fixed: Decimal;
};

/** Grants count in the municipal view alone; null while a cost that counts is unknown. */
export function presentCost(
	{ placed, flows }: Pick<EvaluatedMeasure, 'placed' | 'flows'>,
	view: MaccView,
	grants: readonly FundingFlow[],
	frame: Frame
): PresentCost | null {
	const isCounted = (payer: string) => view !== 'municipal' || payer === 'municipality';
	const parts = { capex: ZERO, opex: ZERO, fixed: ZERO };
	for (const { item, perYear } of flows.items) {
		if (!isCounted(item.payer)) continue;
		if (!perYear) return null;
		const value = dotProduct(perYear, frame.discount).times(sign(item)).times(placed.ownShare);
		const part = item.kind === 'capex' || item.kind === 'opex' ? item.kind : 'fixed';
		parts[part] = parts[part].plus(value);
	}
	const residual = residualOf(placed, isCounted, frame);
	if (residual === null) return null;
	const last = at(frame.discount, frame.discount.length - 1);
	parts.capex = parts.capex.minus(residual.times(last).times(placed.ownShare));
	if (view === 'municipal')
		for (const { perYear } of grants)
			parts.fixed = parts.fixed.minus(dotProduct(perYear, frame.discount));
	return parts;
}

/** Residual value of the counted payers' capex, whole project, at the horizon's end. */
function residualOf(
	placed: PlacedMeasure,
	isCounted: (payer: string) => boolean,
	frame: Frame
): Decimal | null {
	const costs = placed.measure.costs.filter(({ payer }) => isCounted(payer));
	const counted = { ...placed, measure: { ...placed.measure, costs } };
	return costFlows(counted, frame.horizon, frame.settings).residualValue;
}

export type Effect = {
	/** Tonnes that the cost is divided by. */
	readonly perCost: Decimal;
	readonly width: Decimal;
	/** What the present cost is multiplied with before it is divided: 1, or 1 / Σ d_y. */
	readonly costShare: Decimal;
	/** Carbon value of the tonnes on the same basis, kr. */
	readonly value: Decimal;
};

function tonnesOf(
	{ credits, abatement }: EvaluatedMeasure,
	basis: MaccBasis,
	frame: Frame
): Effect {
	if (basis.kind === 'lifetime')
		return {
			perCost: dotProduct(credits.credited, frame.discount),
			width: sum(credits.credited),
			costShare: ONE,
			value: dotProduct(credits.credited, frame.discountedCarbonValue)
		};
	const index = basis.year - frame.horizon.firstYear;
	const tonnes = at(credits.credited, index);
	const annuity = inService(abatement.total, frame.discount);
	const discount = at(frame.discount, index);
	const price = discount.isZero() ? ZERO : at(frame.discountedCarbonValue, index).div(discount);
	return {
		perCost: tonnes,
		width: tonnes,
		costShare: annuity.isZero() ? ZERO : ONE.div(annuity),
		value: price.times(tonnes)
	};
}

/** Σ d_y over the years in which the measure has an effect. */
function inService(tonnes: Series, discount: Series): Decimal {
	return sum(discount.filter((_, index) => !at(tonnes, index).isZero()));
}

function whyUnranked(
	{ abatement }: EvaluatedMeasure,
	cost: PresentCost | null,
	tonnes: Decimal,
	basis: MaccBasis,
	frame: Frame
): NoCostReason | null {
	if (cost === null) return 'unknown-cost';
	if (!abatement.isKnown) return 'unknown-effect';
	// Over the plan's years the measure must also be one that cuts emissions when it stands alone (rule 7).
	const alone =
		basis.kind === 'lifetime'
			? levelisedCost(zeros(frame.horizon), abatement.total, frame.discount).reason
			: null;
	if (alone) return alone;
	if (isAboveZero(tonnes)) return null;
	return settled(tonnes).isZero() ? 'no-abatement' : 'negative-abatement';
}

const AS_STATED: Range = [ONE, ONE, ONE];

/** A corner of the stated ranges: a factor of capex, of opex and of the effect, and the height there. */
export type Corner = {
	readonly capex: Decimal;
	readonly opex: Decimal;
	readonly effect: Decimal;
	readonly height: Decimal;
};

/** The lowest and the highest corner of the stated ranges; null when no range is stated. */
export function rangeCorners(
	placed: PlacedMeasure,
	cost: PresentCost,
	{ perCost, costShare }: Effect
): { readonly low: Corner; readonly high: Corner } | null {
	const { uncertainty } = placed.measure;
	if (!uncertainty) return null;
	const ends = (range: Range | undefined) => {
		const [low, , high] = range ?? AS_STATED;
		return low.eq(high) ? [low] : [low, high];
	};
	const corners = ends(uncertainty.capex).flatMap((capex) =>
		ends(uncertainty.opex).flatMap((opex) =>
			ends(uncertainty.effect)
				.filter((factor) => factor.gt(0))
				.map((effect): Corner => {
					const money = cost.capex.times(capex).plus(cost.opex.times(opex)).plus(cost.fixed);
					const tonnes = comparable(perCost.times(effect));
					const height = unitCost({ id: '', cost: comparable(money.times(costShare)), tonnes });
					return { capex, opex, effect, height };
				})
		)
	);
	const [first] = corners;
	if (!first || corners.length < 2) return null;
	return {
		low: corners.reduce((a, b) => (b.height.lt(a.height) ? b : a), first),
		high: corners.reduce((a, b) => (b.height.gt(a.height) ? b : a), first)
	};
}

function rangeOf(placed: PlacedMeasure, cost: PresentCost, effect: Effect): MaccViewStep['range'] {
	const corners = rangeCorners(placed, cost, effect);
	return corners && { low: corners.low.height, high: corners.high.height };
}
