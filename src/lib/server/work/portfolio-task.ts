import type { Text } from '../../core/errors.ts';
import { isAboveZero } from '../../core/decimal.ts';
import type { ExactOutcome } from '../../core/optimise/exact-outcome.ts';
import type { LeftOut } from '../../core/optimise/choosable.ts';
import { nextMeasures } from '../../core/optimise/next-measures.ts';
import type { Goal, TonnesBasis, Wish } from '../../core/optimise/wish.ts';
import { wishText } from '../../core/optimise/wish-words.ts';
import type { Plan, Portfolio } from '../../core/plan/plan.ts';
import { startOf } from '../../core/plan/placement.ts';
import { headlineTarget } from '../../core/portfolio/compare.ts';
import { evaluate } from '../../core/portfolio/evaluate.ts';
import { portfolioFileOf } from '../../input/plan-file/write.ts';
import {
	figureOf,
	findPortfolio,
	type PortfolioSearch,
	type SearchProgress
} from './find-portfolio.ts';
import { proposedFileOf, type ProposedFile } from './funding-task.ts';
import { loadSolver, type SolverLimits } from './solver.ts';

/** What a search for a portfolio came to, as text can carry it: kronor as decimal text, tonnes as numbers. */
export type OptimumFile = {
	readonly format: 'klimatportfolj-optimum';
	readonly version: 1;
	readonly plan: string;
	readonly goal: Goal;
	readonly unit: 't' | 'kr';
	readonly tonnesOf: TonnesBasis;
	readonly costOf: Wish['cost'];
	readonly money: Wish['money'];
	readonly status: 'optimal' | 'limit' | 'infeasible';
	/** In `unit`; and what none can better, as the solver reckons, and how far from it, as a part of it. */
	readonly objective: string | number | null;
	readonly bound: string | number | null;
	readonly distance: number | null;
	readonly measures: readonly string[];
	readonly startYears: Readonly<Record<string, number>>;
	readonly portfolio: ReturnType<typeof portfolioFileOf> | null;
	readonly figures: Figures | null;
	/** What is applied for with it and counted as won. */
	readonly applications: readonly ProposedFile[];
	/** The plain way, cheapest tonnes first, and what it loses against what was found, in `unit`. */
	readonly greedy:
		| (Pick<OptimumFile, 'objective' | 'measures' | 'startYears'> & {
				readonly loses: string | number;
		  })
		| null;
	/** Wishes that cannot all be kept; irreducible: dropping any one of them makes it possible. */
	readonly contradiction: {
		readonly irreducible: boolean;
		readonly wishes: readonly Text[];
		/** The most tonnes that the other wishes leave room for, where tonnes are among them. */
		readonly mostTonnes: number | null;
	} | null;
	/** What would come next towards the plan's target, one measure at a time; null: no target, or it is met. */
	readonly next: NextFile | null;
	readonly leftOut: readonly LeftOut[];
	/** Must be in it though a cost is unknown; only what is known counts. */
	readonly partlyKnown: readonly string[];
	/** Of unknown effect, which adds no tonnes. */
	readonly unknownEffects: readonly string[];
	/** How many measures there were to choose among. */
	readonly choosable: number;
	readonly yearsWithoutLimit: readonly number[];
	/** Funding lines that count what they do by which measures are there; the bound takes all that they list. */
	readonly sharedLines: readonly string[];
	readonly seconds: number;
};

type NextFile = {
	readonly target: string;
	readonly year: number;
	/** Tonnes that the portfolio leaves to the target. */
	readonly missing: number;
	readonly steps: readonly {
		readonly measure: string;
		readonly alongside: readonly string[];
		readonly startYear: number;
		readonly isWithinRoom: boolean;
		readonly tonnes: number;
		readonly cost: string;
		readonly gap: string;
	}[];
};

type Figures = {
	readonly tonnes: number;
	readonly cost: string;
	readonly gap: string;
	readonly ownMoneyPerYear: Readonly<Record<string, string>>;
	readonly limitPerYear: Readonly<Record<string, string | null>>;
};

/** Looks for the best portfolio of a plan. */
export async function optimumFor(
	plan: Plan,
	wish: Wish,
	limits: Pick<SolverLimits, 'seconds' | 'isStopped'>,
	onProgress?: (progress: SearchProgress) => void
): Promise<OptimumFile> {
	const started = performance.now();
	const search = findPortfolio(plan, wish, await loadSolver(), limits, onProgress);
	const { found, status, greedy, years, bound, rooms } = search;
	const { goal } = wish;
	const inUnit = (figure: number) => (goal === 'most-tonnes' ? figure : figure.toFixed(2));
	return {
		format: 'klimatportfolj-optimum',
		version: 1,
		plan: plan.settings.name,
		goal,
		unit: goal === 'most-tonnes' ? 't' : 'kr',
		tonnesOf: wish.tonnes,
		costOf: wish.cost,
		money: wish.money,
		status: status === 'best' ? 'optimal' : status,
		objective: found && objectiveOf(goal, found.outcome),
		bound: bound === null ? null : inUnit(bound),
		distance: search.distance,
		...choiceFileOf(plan, found && found.portfolio),
		portfolio: found && portfolioFileOf(found.portfolio),
		figures: found && figuresOf(found.outcome, years),
		applications: (found?.applications ?? []).map(proposedFileOf),
		greedy: greedy && {
			objective: objectiveOf(goal, greedy.outcome),
			...choiceFileOf(plan, greedy.portfolio),
			loses: lossOf(goal, search)
		},
		contradiction: search.contradiction && {
			irreducible: search.contradiction.isIrreducible,
			wishes: search.contradiction.parts.map((part) => wishText(part, wish, search)),
			mostTonnes: search.contradiction.mostTonnes
		},
		next: found && nextFor(plan, found.portfolio, wish),
		leftOut: search.leftOut,
		partlyKnown: search.partlyKnown,
		unknownEffects: search.unknownEffects,
		choosable: search.measures.length,
		yearsWithoutLimit: years.filter((_, index) => rooms[index] === null),
		sharedLines: search.sharedLines,
		seconds: Number(((performance.now() - started) / 1000).toFixed(2))
	};
}

/** The next measures towards the target that portfolios are held against. */
function nextFor(plan: Plan, portfolio: Portfolio, wish: Wish): NextFile | null {
	const target = headlineTarget(plan);
	const { targets } = evaluate({ ...plan, portfolios: [portfolio] }, portfolio.id);
	const missing = targets.find(({ id }) => id === target?.id)?.gap;
	if (!target || !missing || !isAboveZero(missing)) return null;
	const basis = { year: target.targetYear, scope: target.gas };
	const steps = nextMeasures(plan, portfolio, wish, { basis, needed: missing });
	return {
		target: target.id,
		year: target.targetYear,
		missing: Number(missing.toFixed(6)),
		steps: steps.map(({ tonnes, cost, gap, ...step }) => ({
			...step,
			tonnes: Number(tonnes.toFixed(6)),
			cost: cost.toFixed(2),
			gap: gap.toFixed(2)
		}))
	};
}

function objectiveOf(goal: Goal, outcome: ExactOutcome): string | number {
	const figure = figureOf(goal, outcome);
	return goal === 'most-tonnes' ? Number(figure.toFixed(6)) : figure.toFixed(2);
}

/** How much worse the plain way is. */
function lossOf(goal: Goal, { found, greedy }: PortfolioSearch): string | number {
	if (!found || !greedy) return 0;
	const [best, plain] = [figureOf(goal, found.outcome), figureOf(goal, greedy.outcome)];
	return goal === 'most-tonnes'
		? Number(best.minus(plain).toFixed(6))
		: plain.minus(best).toFixed(2);
}

/** What a portfolio holds and when it starts. */
export function choiceFileOf(
	plan: Plan,
	portfolio: Portfolio | null
): Pick<OptimumFile, 'measures' | 'startYears'> {
	const measures = portfolio?.measures ?? [];
	return {
		measures,
		startYears: Object.fromEntries(
			plan.measures.flatMap((measure) =>
				portfolio && measures.includes(measure.id)
					? [[measure.id, startOf(measure, portfolio)] as const]
					: []
			)
		)
	};
}

function figuresOf(
	{ tonnes, cost, gap, ownMoney, rooms }: ExactOutcome,
	years: readonly number[]
): Figures {
	const perYear = <Value>(valueOf: (index: number) => Value) =>
		Object.fromEntries(years.map((year, index) => [String(year), valueOf(index)]));
	return {
		tonnes: Number(tonnes.toFixed(6)),
		cost: cost.toFixed(2),
		gap: gap.toFixed(2),
		ownMoneyPerYear: perYear((index) => ownMoney[index]?.toFixed(2) ?? '0.00'),
		limitPerYear: perYear((index) => rooms[index]?.toFixed(2) ?? null)
	};
}
