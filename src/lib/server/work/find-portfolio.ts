import { DomainError } from '../../core/errors.ts';
import type { NullableSeries } from '../../core/funding/gap.ts';
import type { Choosable } from '../../core/optimise/choosable.ts';
import type { ExactOutcome } from '../../core/optimise/exact-outcome.ts';
import { roomsOf } from '../../core/optimise/option-money.ts';
import { KRONOR, planSelection, type PlanSelection } from '../../core/optimise/plan-selection.ts';
import { isKept, type Aim } from '../../core/optimise/selection.ts';
import { TONNES } from '../../core/optimise/selection-tonnes.ts';
import type { Goal, Wish } from '../../core/optimise/wish.ts';
import type { WishPart } from '../../core/optimise/wish-parts.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { bestSelection, settledSelection, type Search } from './best-selection.ts';
import { contradiction } from './contradiction.ts';
import { exactSearch, type FoundPortfolio } from './exact-search.ts';
import type { Progress, Solver, SolverLimits } from './solver.ts';

/** How far the search for a portfolio has come: tonnes or kronor, as its goal has it. */
export type SearchProgress = Progress & {
	readonly phase: 'building' | 'solving' | 'contradiction' | 'checking' | 'front';
	/** Points of a front that have been found. */
	readonly points?: number | undefined;
};

export type PortfolioSearch = Omit<Choosable, 'measures'> & {
	/** best: none is better; limit: it may be that one is, but none passes the bound; infeasible: none keeps the wish. */
	readonly status: 'best' | 'limit' | 'infeasible';
	readonly found: FoundPortfolio | null;
	/** Tonnes, or kronor of cost or gap, that no portfolio can better, as the solver reckons; null: not known. */
	readonly bound: number | null;
	/** How far what was found is from the bound, as a part of it. */
	readonly distance: number | null;
	/** What one gets by taking the cheapest tonnes first. */
	readonly greedy: FoundPortfolio | null;
	/** What of the wish contradicts itself, where it is infeasible. */
	readonly contradiction: {
		readonly parts: readonly WishPart[];
		readonly isIrreducible: boolean;
		/** Tonnes that the other wishes leave room for at most, where tonnes are among them. */
		readonly mostTonnes: number | null;
	} | null;
	readonly measures: readonly string[];
	readonly years: readonly number[];
	/** Own money by year, kr; null: no limit. */
	readonly rooms: NullableSeries;
	/** Lines that count what they do by the measures that are there, which the model only bounds. */
	readonly sharedLines: readonly string[];
};

const AIM: Readonly<Record<Goal, Aim>> = {
	'most-tonnes': 'tonnes',
	'least-cost': 'cost',
	'smallest-gap': 'gap'
};
/** Promise and exact figure agree within this (METHODS §10). */
const AGREED = 0.001;
/** Figures of a choice agree with its bounds within this. */
const SLACK = 1e-9;

/**
 * The best portfolio for a wish, as far as the solver comes in its time, reckoned exactly.
 * Throws DomainError `unknown-capacity` where a gap is asked for and own money of a year is not known.
 */
export function findPortfolio(
	plan: Plan,
	wish: Wish,
	solve: Solver,
	{ seconds, isStopped }: Pick<SolverLimits, 'seconds' | 'isStopped'>,
	onProgress: (progress: SearchProgress) => void = () => undefined
): PortfolioSearch {
	onProgress({ phase: 'building', worth: null, bound: null });
	const selection = planSelection(plan, wish);
	const { problem, years, offered: _, sharedLines, ...told } = selection;
	assertRooms(selection, wish);
	const aim = AIM[wish.goal];
	const inUnits = (score: number | null) =>
		score === null ? null : aim === 'tonnes' ? score * TONNES : -score * KRONOR;
	const tell = (phase: SearchProgress['phase']) => (progress: Progress) =>
		onProgress({ phase, worth: inUnits(progress.worth), bound: inUnits(progress.bound) });
	const { exactly, exact } = exactSearch(plan, wish, selection);
	const until = performance.now() + seconds * 1000;
	const search = { solve, until, isStopped, onProgress: tell('solving'), exact };
	const { status, chosen, grants, bound, greedy } = settledSelection(problem, aim, search);
	onProgress({ phase: 'checking', worth: null, bound: inUnits(bound) });
	const found = chosen && exactly(chosen, grants);
	const distance = found && distanceOf(wish.goal, found.outcome, inUnits(bound));
	const isProven = status === 'best' && distance !== null && distance <= AGREED;
	const plain = greedy && exactly(greedy, null);
	const isPlainKept =
		greedy !== null && isKept(problem, greedy, SLACK, exact(problem, greedy, null));
	if (status === 'infeasible') onProgress({ phase: 'contradiction', worth: null, bound: null });
	return {
		status: status === 'infeasible' ? status : isProven ? 'best' : 'limit',
		found,
		bound: inUnits(bound),
		distance,
		greedy: isPlainKept ? plain : null,
		contradiction:
			status === 'infeasible'
				? contradicting(selection, {
						...search,
						onProgress: undefined,
						until: performance.now() + seconds * 1000
					})
				: null,
		measures: problem.measures,
		years,
		rooms: roomsOf(plan, wish, years),
		...told,
		sharedLines: [...sharedLines]
	};
}

function contradicting({ problem }: PlanSelection, search: Search) {
	const found = contradiction(problem, search);
	if (!found.parts.some(({ kind }) => kind === 'tonnes')) return { ...found, mostTonnes: null };
	const bounds = { ...problem.bounds, leastTonnes: null };
	const { outcome, status } = bestSelection({ ...problem, bounds }, 'tonnes', search);
	return { ...found, mostTonnes: status === 'best' && outcome ? outcome.tonnes * TONNES : null };
}

function assertRooms({ problem, years }: PlanSelection, { goal }: Wish): void {
	const unknown = years.filter((_, index) => problem.rooms[index] === null);
	if (goal !== 'smallest-gap' || unknown.length === 0) return;
	throw new DomainError(
		'unknown-capacity',
		`A gap needs own money of every year; it is not known for ${unknown.join(', ')}.`
	);
}

/** The part of the bound that is missing; what is all but nothing of tonnes or of a million kronor is nothing. */
function distanceOf(goal: Goal, outcome: ExactOutcome, bound: number | null): number | null {
	if (bound === null) return null;
	const figure = figureOf(goal, outcome).toNumber();
	const missing = goal === 'most-tonnes' ? bound - figure : figure - bound;
	const least = goal === 'most-tonnes' ? 1 : KRONOR;
	return Math.max(0, missing) / Math.max(least, Math.abs(bound));
}

/** What a goal makes as large or as small as can be. */
export function figureOf(goal: Goal, { tonnes, cost, gap }: ExactOutcome) {
	return { 'most-tonnes': tonnes, 'least-cost': cost, 'smallest-gap': gap }[goal];
}
