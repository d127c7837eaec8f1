import type { Goal, TonnesBasis, Wish } from '../../core/optimise/wish.ts';
import type { LeftOut } from '../../core/optimise/choosable.ts';
import { planSelection } from '../../core/optimise/plan-selection.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { portfolioFileOf } from '../../input/plan-file/write.ts';
import { costFront } from './cost-front.ts';
import { exactSearch } from './exact-search.ts';
import type { SearchProgress } from './find-portfolio.ts';
import { proposedFileOf, type ProposedFile } from './funding-task.ts';
import { choiceFileOf } from './portfolio-task.ts';
import { loadSolver, type SolverLimits } from './solver.ts';

/** The front of cost against tonnes, as text can carry it; the cheapest point first. */
export type FrontFile = {
	readonly format: 'klimatportfolj-front';
	readonly plan: string;
	readonly goal: Goal;
	readonly tonnesOf: TonnesBasis;
	readonly costOf: Wish['cost'];
	readonly money: Wish['money'];
	/** Every point of the front is there, each proven; else there may be others between them. */
	readonly complete: boolean;
	readonly points: readonly FrontPointFile[];
	readonly leftOut: readonly LeftOut[];
	readonly partlyKnown: readonly string[];
	readonly unknownEffects: readonly string[];
	readonly choosable: number;
	readonly seconds: number;
};

export type FrontPointFile = {
	readonly tonnes: number;
	readonly cost: string;
	/** No portfolio costs less and gives as much. */
	readonly proven: boolean;
	readonly measures: readonly string[];
	readonly startYears: Readonly<Record<string, number>>;
	readonly portfolio: ReturnType<typeof portfolioFileOf>;
	readonly applications: readonly ProposedFile[];
};

/** Looks for the front of a plan under the bounds of a wish; its goal does not matter. */
export async function frontFor(
	plan: Plan,
	wish: Wish,
	{ seconds, isStopped }: Pick<SolverLimits, 'seconds' | 'isStopped'>,
	onProgress: (progress: SearchProgress) => void = () => undefined
): Promise<FrontFile> {
	const started = performance.now();
	const tell = (points: number) => onProgress({ phase: 'front', worth: null, bound: null, points });
	onProgress({ phase: 'building', worth: null, bound: null });
	const selection = planSelection(plan, wish);
	const { exact, exactly } = exactSearch(plan, wish, selection);
	const search = { solve: await loadSolver(), until: started + seconds * 1000, isStopped, exact };
	tell(0);
	const { points, isComplete } = costFront(selection.problem, search, tell);
	return {
		format: 'klimatportfolj-front',
		plan: plan.settings.name,
		goal: wish.goal,
		tonnesOf: wish.tonnes,
		costOf: wish.cost,
		money: wish.money,
		complete: isComplete,
		points: points.map(({ chosen, grants, isProven }) => {
			const { portfolio, outcome, applications } = exactly(chosen, grants);
			return {
				tonnes: Number(outcome.tonnes.toFixed(6)),
				cost: outcome.cost.toFixed(2),
				proven: isProven,
				...choiceFileOf(plan, portfolio),
				portfolio: portfolioFileOf(portfolio),
				applications: applications.map(proposedFileOf)
			};
		}),
		leftOut: selection.leftOut,
		partlyKnown: selection.partlyKnown,
		unknownEffects: selection.unknownEffects,
		choosable: selection.problem.measures.length,
		seconds: Number(((performance.now() - started) / 1000).toFixed(2))
	};
}
