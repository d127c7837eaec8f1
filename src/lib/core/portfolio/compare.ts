import { climateBenefit } from '../abatement/unit-costs.ts';
import { ONE, ZERO, isAboveZero, settled, sum, type Decimal } from '../decimal.ts';
import { ownValue, startOf } from '../plan/placement.ts';
import type { Plan, Portfolio } from '../plan/plan.ts';
import { at, isWithin } from '../years.ts';
import { isListed } from '../funding/certainty.ts';
import type { NullableSeries } from '../funding/gap.ts';
import { awardOf } from '../plan/application.ts';
import { closesGap } from '../plan/programme.ts';
import type { Evaluation } from './evaluation.ts';
import { valuation, type Valuation } from './valuation.ts';

/** What sets portfolios apart, each figure on the same basis; null where something that is needed is unknown. */
export type ComparedFigures = {
	readonly measures: number;
	/** Investment, all payers, own share, kr. */
	readonly capex: Decimal;
	readonly need: Decimal;
	/** What the municipality pays itself of its need after the secured funding that can be used in each year. */
	readonly ownMoney: Decimal;
	/** The same per inhabitant, by the latest figure; null where that is unknown. */
	readonly perInhabitant: Decimal | null;
	readonly gapSecured: Decimal | null;
	readonly gapExpected: Decimal | null;
	readonly gapPlanned: Decimal | null;
	/** Present net cost of the measures whose cost is known, all payers, own share, before grants, kr. */
	readonly netCost: Decimal;
	/** Measures whose net cost is unknown and so not in it. */
	readonly withoutNetCost: number;
	/** Largest yearly burden on the operating budget at secured funding, kr. */
	readonly highestEffect: Decimal | null;
	/** The same in öre per skattekrona. */
	readonly highestTaxOre: Decimal | null;
	readonly driftgap: Decimal | null;
	/** Credited tonnes of the plan's years, all pools. */
	readonly tonnes: Decimal;
	/** Credited territorial tonnes in the year of the target; null without one. */
	readonly targetTonnes: Decimal | null;
	/** Credited tonnes in the target year over what is to be cut by then; null without a target. */
	readonly shareOfTarget: Decimal | null;
	/** Whether the target is met, by the portfolio or without it; null: not known. */
	readonly isTargetMet: boolean | null;
	/** What the measures of known cost and effect cost and are worth. */
	readonly value: Valuation;
	/** Of those measures, kr/t; null without tonnes. */
	readonly costPerTonne: Decimal | null;
	/** Measures with no cost or effect known, and so not in it. */
	readonly withoutCostPerTonne: number;
	/** Klimatnytta: credited kilograms per krona of investment, all payers (METHODS §3); null without investment. */
	readonly kilogramsPerKrona: Decimal | null;
	/** Applications, and lines without one, for money that closes the gap: ideas, rejections and loans left out. */
	readonly applications: number;
	/** Commitments that its measures keep. */
	readonly commitments: number;
	/** What is unknown: cost items, effects of measures, funding lines; and all of it. */
	readonly unknownCosts: number;
	readonly unknownEffects: number;
	readonly unknownFunding: number;
	readonly unknown: number;
};

/** The figures that a comparison shows of one portfolio, against the target with the given id. */
export function comparedFigures(
	plan: Plan,
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
	const value = valuation(plan, evaluation);
	const ownMoney =
		evaluation.payers.find(({ payer }) => payer === 'municipality')?.left.total ?? ZERO;
	const persons = latestPopulation(plan);
	return {
		measures: portfolio.measures.length,
		capex: evaluation.capex.total,
		need: evaluation.need.total,
		ownMoney,
		perInhabitant: persons ? ownMoney.div(persons) : null,
		gapSecured: gap.secured.total,
		gapExpected: gap.expected.total,
		gapPlanned: gap.planned.total,
		netCost: sum(known),
		withoutNetCost: measures.length - known.length,
		highestEffect: highest(evaluation.operating.secured.effectPerYear),
		highestTaxOre: highest(evaluation.operating.secured.taxOrePerYear),
		driftgap: evaluation.driftgap.total,
		tonnes,
		targetTonnes: target?.abatement ?? null,
		shareOfTarget: shareOf(target),
		isTargetMet: target?.gap ? settled(target.gap).lte(0) : null,
		value,
		costPerTonne: value.costPerTonne,
		withoutCostPerTonne: measures.length - value.measures.length,
		kilogramsPerKrona: climateBenefit(tonnes, evaluation.capex.total).kilogramsPerKrona,
		applications: applicationsOf(plan, portfolio),
		commitments: commitmentsOf(plan, portfolio).length,
		unknownCosts: unknown.costs.length,
		unknownEffects: unknown.effects.length,
		unknownFunding: unknown.funding.length,
		unknown: unknown.costs.length + unknown.effects.length + unknown.funding.length
	};
}

/** Unknown as soon as one year is. */
function highest(perYear: NullableSeries): Decimal | null {
	const known = perYear.flatMap((value) => value ?? []);
	if (known.length < perYear.length) return null;
	return known.reduce<Decimal | null>((top, value) => (top?.gte(value) ? top : value), null);
}

/** Inhabitants by the latest figure; null without one. */
export function latestPopulation({ municipality }: Plan): number | null {
	const latest = [...municipality.population].sort((a, b) => b.year - a.year)[0];
	return latest && latest.persons > 0 ? latest.persons : null;
}

function applicationsOf({ funding, programmes }: Plan, { measures }: Portfolio): number {
	const closing = new Set(programmes.filter(closesGap).map(({ id }) => id));
	const own = funding.filter(
		({ measure, status, programme }) =>
			measures.includes(measure) && isListed(status) && closing.has(programme)
	);
	return new Set(own.map(awardOf)).size;
}

/** The commitments that any measure of the portfolio keeps, in the order of the plan's measures. */
function commitmentsOf(plan: Plan, { measures }: Portfolio): string[] {
	const own = plan.measures.filter(({ id }) => measures.includes(id));
	return [...new Set(own.flatMap(({ commitments }) => commitments))];
}

/** What else the measures of the portfolio give, and how many of them give it. */
export function coBenefitsOf(plan: Plan, { measures }: Portfolio): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { id, coBenefits } of plan.measures)
		if (measures.includes(id))
			for (const one of new Set(coBenefits)) counts.set(one, (counts.get(one) ?? 0) + 1);
	return counts;
}

function shareOf(target: Evaluation['targets'][number] | undefined): Decimal | null {
	if (!target?.reference || !target.abatement || !target.target) return null;
	const toCut = target.reference.minus(target.target);
	return isAboveZero(toCut) ? target.abatement.div(toCut) : null;
}

/** Whether a target is met by the reference path, without any measure. */
export function isMetAlone({ targets }: Evaluation, id: string): boolean {
	const own = targets.find((one) => one.id === id);
	return own?.reference && own.target ? own.reference.lte(own.target) : false;
}

/** The target that portfolios are held against: the first territorial one in tonnes of a year of the plan, else of any. */
export function headlineTarget(plan: Plan): Plan['targets'][number] | null {
	const inTonnes = plan.targets.filter(
		({ scope, targetTonnes }) => scope === 'territorial' && targetTonnes
	);
	const inPlan = inTonnes.find(({ targetYear }) => isWithin(targetYear, plan.settings));
	return inPlan ?? inTonnes[0] ?? null;
}

/** How a portfolio places a measure; null: not in it. */
export type Membership = { readonly startYear: number; readonly scale: Decimal | null } | null;

/** How a portfolio of the plan places one of its measures. */
export function placeOf({ measures }: Plan, portfolio: Portfolio, id: string): Membership {
	const measure = measures.find((one) => one.id === id);
	if (!measure || !portfolio.measures.includes(id)) return null;
	return { startYear: startOf(measure, portfolio), scale: ownValue(portfolio.scale, id) ?? null };
}

/** Every measure that any of the portfolios holds, with how each holds it; those that all hold alike come last. */
export function memberships(plan: Plan, portfolios: readonly Portfolio[]) {
	const rows = plan.measures.flatMap((measure) => {
		const places = portfolios.map((one) => placeOf(plan, one, measure.id));
		if (places.every((place) => place === null)) return [];
		const [first] = places;
		const isAlike = places.every(
			(place) =>
				place?.startYear === first?.startYear &&
				(place?.scale ?? ONE).eq(first?.scale ?? ONE) &&
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
