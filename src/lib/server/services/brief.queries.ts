import { Decimal, ZERO, settled, sum } from '../../core/decimal.ts';
import { isUnknown, startOf } from '../../core/plan/placement.ts';
import type { CostItem, Plan, Portfolio } from '../../core/plan/plan.ts';
import { comparedFigures, headlineTarget, isMetAlone } from '../../core/portfolio/compare.ts';
import type { Evaluation } from '../../core/portfolio/evaluation.ts';
import { isMunicipalCapex } from '../../core/portfolio/payer-figures.ts';
import type { NullableSeries } from '../../core/funding/gap.ts';
import { chosen } from './chosen-portfolio.ts';
import type { Context } from './context.ts';
import { ownSource, type PlanSource } from './plan-source.ts';
import { betweenOf } from './risks.ts';

/** So many measures are named. */
const MOST_NAMED = 3;

/** What a page about a portfolio for a council's papers says: each sentence carries figures, and what is unknown says so. */
export function briefPage(ctx: Context, planId: string, portfolioId: string | null) {
	const found = chosen(ctx, planId, portfolioId);
	if (!found) return { portfolio: null };
	return briefOf(ownSource(ctx, planId), found.portfolio, ctx.now());
}

/** The same of a portfolio of any source. */
export function briefOf(source: PlanSource, portfolio: Portfolio, madeAt: number) {
	const { plan } = source;
	const evaluation = source.evaluation(portfolio.id);
	const target = headlineTarget(plan);
	return {
		portfolio: { id: portfolio.id, name: portfolio.name },
		municipality: plan.municipality.name,
		madeAt,
		version: source.version,
		hidden: source.hiddenOf(portfolio.id),
		years: { first: evaluation.years[0] ?? 0, last: evaluation.years.at(-1) ?? 0 },
		starts: startsOf(plan, portfolio),
		figures: comparedFigures(plan, portfolio, evaluation, target?.id ?? null),
		largest: largestOf(plan, evaluation),
		target: target && targetOf(target, evaluation),
		secured: evaluation.funding.secured.total,
		capacity: evaluation.ownCapacity.total,
		worstGap: highestOf(evaluation.years, evaluation.gap.secured.perYear),
		burden: highestOf(evaluation.years, evaluation.operating.secured.effectPerYear),
		unknown: unknownOf(plan, evaluation),
		isCapexPartial: hasUnknown(plan, portfolio, ({ kind }) => kind === 'capex'),
		isNeedPartial: hasUnknown(plan, portfolio, isMunicipalCapex),
		isRunningPartial: hasUnknown(
			plan,
			portfolio,
			({ kind, payer }) => kind !== 'capex' && payer === 'municipality'
		),
		hasJoint: measuresOf(plan, portfolio).some(({ jointWith }) => jointWith.length > 0),
		risk: riskIn(source.riskOf(portfolio.id), target?.id ?? null)
	};
}

function measuresOf({ measures }: Plan, portfolio: Portfolio) {
	return measures.filter(({ id }) => portfolio.measures.includes(id));
}

/** Whether an amount that is asked for is unknown. */
function hasUnknown(
	plan: Plan,
	portfolio: Portfolio,
	isAsked: (item: CostItem) => boolean
): boolean {
	return measuresOf(plan, portfolio).some(({ costs }) =>
		costs.some((item) => isAsked(item) && isUnknown(item))
	);
}

function startsOf(plan: Plan, portfolio: Portfolio) {
	const years = measuresOf(plan, portfolio).map((measure) => startOf(measure, portfolio));
	return years.length === 0 ? null : { first: Math.min(...years), last: Math.max(...years) };
}

/** The measures that are credited most, and their share of all; null where one adds emissions, which no share can say. */
function largestOf(plan: Plan, { measures, creditedAllPoolsPerYear }: Evaluation) {
	const all = sum(creditedAllPoolsPerYear);
	const tonnes = measures
		.map(({ id, creditedPerYear }) => ({ id, tonnes: sum(creditedPerYear ?? []) }))
		.filter((one) => one.tonnes.gt(ZERO))
		.sort((a, b) => b.tonnes.cmp(a.tonnes) || (a.id < b.id ? -1 : 1))
		.slice(0, MOST_NAMED);
	const isAdding = measures.some(({ creditedPerYear }) => sum(creditedPerYear ?? []).lt(ZERO));
	if (tonnes.length === 0 || isAdding || !all.gt(ZERO)) return null;
	return {
		names: tonnes.map(({ id }) => plan.measures.find((one) => one.id === id)?.name ?? null),
		share: sum(tonnes.map((one) => one.tonnes)).div(all)
	};
}

function targetOf(target: Plan['targets'][number], evaluation: Evaluation) {
	const own = evaluation.targets.find(({ id }) => id === target.id);
	return {
		name: target.name,
		year: target.targetYear,
		gas: target.gas,
		/** Tonnes still missing; below zero: more than enough; null: not known. */
		gap: own?.gap ? settled(own.gap) : null,
		/** Whether the reference path meets it without any measure. */
		isMetAlone: isMetAlone(evaluation, target.id)
	};
}

/** The highest value and its year; null where a year is unknown or nothing is above zero. */
function highestOf(years: readonly number[], perYear: NullableSeries) {
	let top: { readonly year: number; readonly value: Decimal } | null = null;
	for (const [index, value] of perYear.entries()) {
		if (value === null) return null;
		if (value.gt(top?.value ?? ZERO)) top = { year: years[index] ?? 0, value };
	}
	return top;
}

/** Everything that the figures lack. */
function unknownOf(
	{ measures, tax, municipality }: Plan,
	{ unknown, warnings, ...own }: Evaluation
) {
	const named = (isAsked: (id: string) => boolean) =>
		measures.filter(({ id }) => isAsked(id)).map(({ id, name }) => ({ id, name }));
	const lacksDepreciation = warnings.filter(({ code }) => code === 'no-depreciation-period');
	const lacksCost = new Set(
		own.measures.filter((one) => one.unknownCostItems.length > 0).map(({ id }) => id)
	);
	return {
		measures: named((id) => unknown.effects.includes(id) || lacksCost.has(id)),
		fundingLines: unknown.funding.length,
		capacityYears: own.years.filter((_, index) => own.ownCapacity.perYear[index] === null),
		undepreciated: named((id) => lacksDepreciation.some(({ where }) => where.startsWith(`${id}.`))),
		hasTax: tax?.oneKronaYields != null,
		hasPopulation: municipality.population.length > 0
	};
}

/** What the last reckoning of the risk says; null: nobody has reckoned it on the plan as it is. */
function riskIn(risk: ReturnType<PlanSource['riskOf']>, targetId: string | null) {
	if (!risk || risk.isOld) return null;
	const { file } = risk;
	const share = (one: { readonly share: number } | null | undefined) =>
		one ? new Decimal(one.share) : null;
	return {
		draws: file.draws,
		reached: share(file.reached.find(({ target }) => target === targetId)),
		allFunded: share(file.allFunded),
		gap: betweenOf(file, 'gap'),
		tonnes: targetId === null ? null : betweenOf(file, 'target', targetId)
	};
}
