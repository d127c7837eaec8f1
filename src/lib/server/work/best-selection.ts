import { greedySelection, takenOf, withPlainGrants } from '../../core/optimise/greedy-selection.ts';
import {
	firstAmount,
	selectionProgram,
	type Tangent
} from '../../core/optimise/selection-program.ts';
import {
	cellLoads,
	grantsOf,
	isKept,
	outcomeOf,
	scoreOf,
	type Aim,
	type Bounds,
	type Grants,
	type Outcome,
	type SelectionProblem
} from '../../core/optimise/selection.ts';
import type { Progress, Solver, SolverAnswer } from './solver.ts';

/** The best choice that was found, by places of options, and how good it is. */
export type Selection = {
	/** best: none is better; limit: time ran out; infeasible: none keeps the bounds. */
	readonly status: 'best' | 'limit' | 'infeasible';
	readonly chosen: readonly number[] | null;
	/** What is applied for with it. */
	readonly grants: Grants | null;
	readonly outcome: Outcome | null;
	/** No choice scores more than this; null: not known. */
	readonly bound: number | null;
};

export type Exact = (
	problem: SelectionProblem,
	chosen: readonly number[],
	grants: Grants | null
) => Outcome;

export type Search = {
	readonly solve: Solver;
	/** When it must end, in milliseconds of `performance.now()`. */
	readonly until: number;
	/** Ends with the best so far as soon as this is so. */
	readonly isStopped?: (() => boolean) | undefined;
	/** Whether any choice that keeps the bounds will do, however good. */
	readonly isAnyEnough?: boolean | undefined;
	/** Worth and bound of what is sought, not of what settles ties. */
	readonly onProgress?: ((progress: Progress) => void) | undefined;
	/** What a choice comes to by the method itself, in the units of the problem, against its rooms; else by the problem's numbers. */
	readonly exact?: Exact | undefined;
};

/** What is known of a choice before the search: a floor for the best. */
type Known = Choice | null;
type Choice = { readonly chosen: readonly number[]; readonly grants: Grants | null };

/** Figures of a choice agree with its bounds within this. */
const SLACK = 1e-9;
/** The promise of the model and what a choice comes to agree within this. */
const AGREED = 1e-7;
/** A gap within which every answer is. */
const ANY = 1e9;
/** So many times the model is tightened. */
const MOST_ROUNDS = 400;

/**
 * The best choice for an aim. The model promises at least what a choice gives. Where it promises more, lines are added at that
 * choice, which make it exact there; where rules that the model does not have are the reason, the choice is remembered and left
 * out. Then it is solved anew, until no promise is above the best that was found (METHODS §10).
 */
export function bestSelection(
	problem: SelectionProblem,
	aim: Aim,
	{ solve, until, isStopped, isAnyEnough, onProgress, exact = outcomeOf }: Search,
	known: Known = null
): Selection {
	const tangents: Tangent[] = [];
	const barred: (readonly number[])[] = [];
	let best: (Choice & { readonly outcome: Outcome; readonly score: number }) | null = null;
	/** What none of the choices that are left can pass. */
	let rest: number | null = null;
	const consider = (choice: Choice): void => {
		const outcome = exact(problem, choice.chosen, choice.grants);
		const score = scoreOf(aim, outcome);
		if (isKept(problem, choice.chosen, SLACK, outcome) && score > (best?.score ?? -Infinity))
			best = { ...choice, outcome, score };
	};
	const boundOf = () => (rest === null ? null : Math.max(rest, best?.score ?? -Infinity));
	const end = (status: Selection['status']): Selection => ({
		status,
		chosen: best?.chosen ?? null,
		grants: best?.grants ?? null,
		outcome: best?.outcome ?? null,
		bound: status === 'infeasible' ? null : boundOf()
	});
	if (known) consider(known);
	if (problem.options.length === 0) {
		consider({ chosen: [], grants: null });
		rest = -Infinity;
		return end(best ? 'best' : 'infeasible');
	}
	for (let round = 0; round < MOST_ROUNDS; round++) {
		const seconds = (until - performance.now()) / 1000;
		if (seconds <= 0 || isStopped?.()) break;
		const answer = solve(
			selectionProgram(problem, aim, { tangents, barred }),
			{ seconds, gap: isAnyEnough ? ANY : 0, isStopped },
			(one) => onProgress?.({ worth: best?.score ?? one.worth, bound: lower(rest, one.bound) })
		);
		/** What has been left out might be better, or be kept, with other applications. */
		const isSure = !problem.funding || barred.length === 0;
		if (answer.status === 'infeasible') {
			if (!isSure) break;
			if (!best) return end('infeasible');
			// All that keeps the bounds has been seen.
			if (barred.length > 0) rest = -Infinity;
			return end(barred.length > 0 ? 'best' : 'limit');
		}
		if (isSure) rest = lower(rest, answer.bound);
		if (answer.values.length === 0) break;
		const choice = choiceIn(problem, answer);
		consider(choice);
		if (best && isAnyEnough) return end('limit');
		if (isSure && isAsGood(best, rest)) return end('best');
		const missing = missingTangents(problem, choice.chosen, answer);
		if (missing.length > 0) tangents.push(...missing);
		else barred.push(choice.chosen);
	}
	return end('limit');
}

function lower(a: number | null, b: number | null): number | null {
	return a === null ? b : b === null ? a : Math.min(a, b);
}

function isAsGood(best: { readonly score: number } | null, bound: number | null): boolean {
	if (!best || bound === null) return false;
	return best.score >= bound - AGREED * Math.max(1, Math.abs(bound));
}

function choiceIn(problem: SelectionProblem, { values }: SolverAnswer): Choice {
	const chosen = problem.options.flatMap((_, place) => ((values[place] ?? 0) > 0.5 ? [place] : []));
	if (!problem.funding) return { chosen, grants: null };
	const first = firstAmount(problem);
	const amounts = values.slice(first, first + problem.funding.asks.length);
	return { chosen, grants: grantsOf(problem, chosen, amounts) };
}

/** Lines at a choice, for the cells that the model thinks give more than they do. */
function missingTangents(
	problem: SelectionProblem,
	chosen: readonly number[],
	{ values }: SolverAnswer
): Tangent[] {
	const loads = cellLoads(problem, chosen);
	return takenOf(problem, chosen).flatMap((taken, cell) => {
		const promised = values[problem.options.length + cell] ?? 0;
		const isMore = promised > taken + AGREED * Math.max(AGREED, Math.abs(taken));
		return isMore ? [{ cell, load: loads[cell] ?? 0 }] : [];
	});
}

/** What decides between choices that are as good for an aim. */
const TIES: Readonly<Record<Aim, readonly Aim[]>> = {
	tonnes: ['cost', 'order'],
	cost: ['tonnes', 'order'],
	gap: ['tonnes', 'cost', 'order'],
	order: []
};

/**
 * The best choice, and of equally good ones always the same: by tonnes or cost, then the fewest measures, the first by id and
 * the earliest starts. Beside it the plain way, which is never better.
 */
export function settledSelection(
	problem: SelectionProblem,
	aim: Aim,
	search: Search
): Selection & { readonly greedy: readonly number[] | null } {
	const greedy = greedySelection(withPlainGrants(problem), aim);
	const first = bestSelection(problem, aim, search, greedy && { chosen: greedy, grants: null });
	const quiet = { ...search, onProgress: undefined };
	let settled = first;
	let bounds: Bounds = problem.bounds;
	let last = aim;
	if (first.status === 'best')
		for (const next of TIES[aim]) {
			if (!settled.outcome) break;
			bounds = asGood(bounds, last, settled.outcome);
			const found = bestSelection({ ...problem, bounds }, next, quiet, choiceOf(settled));
			if (found.chosen) settled = found;
			last = next;
		}
	const { chosen, grants, outcome } = settled;
	return { ...first, chosen, grants, outcome, greedy };
}

/** What a search found, as what a next one begins with. */
export function choiceOf({ chosen, grants }: Selection): Known {
	return chosen && { chosen, grants };
}

const TIE = 1e-9;

/** The bounds that also keep what one aim has come to. */
export function asGood(bounds: Bounds, aim: Aim, { tonnes, cost, gap }: Outcome): Bounds {
	const slack = (figure: number) => TIE * Math.max(1, Math.abs(figure));
	if (aim === 'tonnes') return { ...bounds, leastTonnes: tonnes - slack(tonnes) };
	if (aim === 'cost') return { ...bounds, mostCost: cost + slack(cost) };
	if (aim === 'gap') return { ...bounds, mostGap: gap };
	return bounds;
}
