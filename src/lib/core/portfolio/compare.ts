import { climateBenefit } from '../abatement/unit-costs.ts';
import { ZERO, isAboveZero, sum, type Decimal } from '../decimal.ts';
import { ownValue, startOf } from '../plan/placement.ts';
import type { Plan, Portfolio } from '../plan/plan.ts';
import { at } from '../years.ts';
import type { Evaluation } from './evaluation.ts';

/** What sets portfolios apart, each figure on the same basis; null where something that is needed is unknown. */
export type ComparedFigures = {
	readonly measures: number;
	/** Investment, all payers, own share, kr. */
	readonly capex: Decimal;
	readonly need: Decimal;
	readonly gapSecured: Decimal | null;
	readonly gapExpected: Decimal | null;
	readonly gapPlanned: Decimal | null;
	/** Present net cost of the measures whose cost is known, all payers, own share, before grants, kr. */
	readonly netCost: Decimal;
	/** Measures whose net cost is unknown and so not in it. */
	readonly withoutNetCost: number;
	/** Largest yearly burden on the operating budget at secured funding, kr. */
	readonly highestEffect: Decimal | null;
	readonly driftgap: Decimal | null;
	/** Credited tonnes of the plan's years, all pools. */
	readonly tonnes: Decimal;
	/** Credited territorial tonnes in the year of the target; null without one. */
	readonly targetTonnes: Decimal | null;
	/** Credited tonnes in the target year over what is to be cut by then; null without a target. */
	readonly shareOfTarget: Decimal | null;
	/** Klimatnytta: credited kilograms per krona of investment, all payers (METHODS §3); null without investment. */
	readonly kilogramsPerKrona: Decimal | null;
	readonly unknown: number;
};

/** The figures that a comparison shows of one portfolio, against the target with the given id. */
export function comparedFigures(
	portfolio: Portfolio,
	evaluation: Evaluation,
	targetId: string | null
): ComparedFigures {
	const { gap, measures, unknown } = evaluation;
	const tonnes = sum(evaluation.creditedAllPoolsPerYear);
	const target = evaluation.targets.find(({ id }) => id === targetId);
	const known = measures.flatMap(({ netCost, ownShare }) =>
		netCost ? [netCost.times(ownShare)] : []
	);
	return {
		measures: portfolio.measures.length,
		capex: evaluation.capex.total,
		need: evaluation.need.total,
		gapSecured: gap.secured.total,
		gapExpected: gap.expected.total,
		gapPlanned: gap.planned.total,
		netCost: sum(known),
		withoutNetCost: measures.length - known.length,
		highestEffect: highest(evaluation.operating.secured.effectPerYear),
		driftgap: evaluation.driftgap.total,
		tonnes,
		targetTonnes: target?.abatement ?? null,
		shareOfTarget: shareOf(target),
		kilogramsPerKrona: climateBenefit(tonnes, evaluation.capex.total).kilogramsPerKrona,
		unknown: unknown.costs.length + unknown.effects.length + unknown.funding.length
	};
}

function highest(perYear: readonly Decimal[]): Decimal | null {
	return perYear.reduce<Decimal | null>((top, value) => (top?.gte(value) ? top : value), null);
}

function shareOf(target: Evaluation['targets'][number] | undefined): Decimal | null {
	if (!target?.reference || !target.abatement || !target.target) return null;
	const toCut = target.reference.minus(target.target);
	return isAboveZero(toCut) ? target.abatement.div(toCut) : null;
}

/** The target that portfolios are held against: the first territorial one in tonnes. */
export function headlineTarget(plan: Plan): Plan['targets'][number] | null {
	return (
		plan.targets.find(({ scope, targetTonnes }) => scope === 'territorial' && targetTonnes) ?? null
	);
}

/** How a portfolio places a measure; null: not in it. */
export type Membership = { readonly startYear: number; readonly scale: Decimal | null } | null;

/** Every measure that any of the portfolios holds, with how each holds it; those that all hold alike come last. */
export function memberships(plan: Plan, portfolios: readonly Portfolio[]) {
	const rows = plan.measures.flatMap((measure) => {
		const places = portfolios.map((one): Membership => {
			if (!one.measures.includes(measure.id)) return null;
			return {
				startYear: startOf(measure, one),
				scale: ownValue(one.scale, measure.id) ?? null
			};
		});
		if (places.every((place) => place === null)) return [];
		const [first] = places;
		const isAlike = places.every(
			(place) =>
				place?.startYear === first?.startYear &&
				(place?.scale ?? ZERO).eq(first?.scale ?? ZERO) &&
				(place === null) === (first === null)
		);
		return [{ measure: measure.id, places, isAlike }];
	});
	return [...rows.filter(({ isAlike }) => !isAlike), ...rows.filter(({ isAlike }) => isAlike)];
}

/** Credited tonnes up to and with each year, all pools. */
export function cumulativeCredits(evaluation: Evaluation): Decimal[] {
	let total = ZERO;
	return evaluation.years.map(
		(_, index) => (total = total.plus(at(evaluation.creditedAllPoolsPerYear, index)))
	);
}
