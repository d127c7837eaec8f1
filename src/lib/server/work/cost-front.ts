import type { Grants, Outcome, SelectionProblem } from '../../core/optimise/selection.ts';
import { asGood, bestSelection, choiceOf, type Search } from './best-selection.ts';

/** One point of the front: no choice costs less and gives as much, and none gives more at this cost. */
export type FrontPoint = {
	readonly chosen: readonly number[];
	/** What is applied for with it. */
	readonly grants: Grants | null;
	readonly outcome: Outcome;
	/** Proven to be such a point; else the best that was found in time. */
	readonly isProven: boolean;
};

export type Front = {
	readonly points: readonly FrontPoint[];
	/** Every such point is there; else there may be more between them. */
	readonly isComplete: boolean;
};

/** So many options, and every point of the front is looked for. */
const SMALL = 24;
const MOST_POINTS = 300;
/** So many steps of tonnes are taken for larger problems. */
const STEPS = 16;
/** Two points differ by more than this part of the tonnes that can be had. */
const FINEST = 1e-6;

/**
 * Cost against tonnes by the ε-constraint method (METHODS §10): the cheapest choice, the most tonnes at its cost, then the
 * cheapest that gives more, and so on; so points are found that no weighting of the two would find.
 */
export function costFront(
	problem: SelectionProblem,
	search: Search,
	onPoint: (count: number) => void = () => undefined
): Front {
	const points: FrontPoint[] = [];
	/** Of the time that is left so much is for each of the steps that may be left. */
	const inStep = (): Search => {
		const now = performance.now();
		const left = Math.max(2, 2 * (STEPS + 1 - points.length));
		return { ...search, until: now + Math.max(0, search.until - now) / left };
	};
	const most = bestSelection(problem, 'tonnes', inStep());
	if (!most.outcome) return { points, isComplete: most.status === 'infeasible' };
	const isSmall = problem.options.length <= SMALL;
	let isComplete = isSmall && most.status === 'best';
	let least = problem.bounds.leastTonnes;
	let step: number | null = null;
	while (points.length < MOST_POINTS) {
		const bounds = { ...problem.bounds, leastTonnes: least };
		const cheapest = bestSelection({ ...problem, bounds }, 'cost', inStep());
		if (!cheapest.outcome) {
			if (cheapest.status !== 'infeasible') isComplete = false;
			break;
		}
		const kept = asGood(bounds, 'cost', cheapest.outcome);
		const fullest = bestSelection(
			{ ...problem, bounds: kept },
			'tonnes',
			inStep(),
			choiceOf(cheapest)
		);
		const { chosen, grants, outcome } = fullest;
		if (!chosen || !outcome) break;
		const isProven = cheapest.status === 'best' && fullest.status === 'best';
		if (!isProven) isComplete = false;
		points.push({ chosen, grants, outcome, isProven });
		onPoint(points.length);
		step ??= (most.outcome.tonnes - outcome.tonnes) * (isSmall ? FINEST : 1 / STEPS);
		const next = outcome.tonnes + Math.max(step, FINEST * Math.abs(most.outcome.tonnes));
		if (outcome.tonnes >= most.outcome.tonnes * (1 - FINEST)) break;
		// The end of the front is one of its points.
		least = Math.min(next, most.outcome.tonnes * (1 - FINEST));
	}
	return { points, isComplete: isComplete && points.length < MOST_POINTS };
}
