import { sum, type Decimal } from '../../core/decimal.ts';
import { countedFunding } from '../../core/funding/counted-funding.ts';
import { exactMix, greedyMix, mixProgram } from '../../core/optimise/funding-mix.ts';
import {
	proposalProblem,
	proposedApplications,
	withProposal,
	type ProposalWish,
	type ProposedApplication
} from '../../core/optimise/funding-proposal.ts';
import { placedMeasures } from '../../core/plan/placement.ts';
import type { Plan, Portfolio } from '../../core/plan/plan.ts';
import { evaluate } from '../../core/portfolio/evaluate.ts';
import type { Progress, Solver, SolverLimits } from './solver.ts';

/** How far the making of a proposal has come. */
export type ProposalProgress = Progress & { readonly phase: 'building' | 'solving' | 'checking' };

/** A proposal with how good it is: proven best, or at most so far from it. */
export type FundingProposal = {
	readonly applications: readonly ProposedApplication[];
	/**
	 * best: no mix saves more, within the gap asked for; limit: it is further from the bound, as when time ran out; plain: the
	 * solver gave nothing better than the plain way; none: there is nothing to apply for.
	 */
	readonly status: 'best' | 'limit' | 'plain' | 'none';
	/** Own money that is expected to be saved, kr, by what counts of the lines once they stand in the plan; and what no mix can save more than, as the solver reckons. */
	readonly expected: Decimal;
	readonly bound: number | null;
	/** The plan's expected gap as it is and with the proposal, exactly or with its standard error. */
	readonly gap: { readonly before: ExpectedGap; readonly after: ExpectedGap };
};
type ExpectedGap = ReturnType<typeof evaluate>['gap']['expected'];

const MILLION = 1e6;

/** The mix that leaves least own money, as far as the solver comes in its time; never worse than the plain way. */
export function proposeFunding(
	plan: Plan,
	portfolioId: string,
	wish: Omit<ProposalWish, 'netCosts'>,
	solve: Solver,
	limits: SolverLimits,
	onProgress: (progress: ProposalProgress) => void = () => undefined
): FundingProposal {
	onProgress({ phase: 'building', worth: null, bound: null });
	const portfolio = plan.portfolios.find(({ id }) => id === portfolioId);
	const before = evaluate(plan, portfolioId);
	if (!portfolio) throw new RangeError(`No portfolio ${portfolioId}.`);
	const netCosts = new Map(before.measures.map(({ id, netCost }) => [id, netCost]));
	const problem = proposalProblem(plan, portfolio, { ...wish, netCosts });
	const answer = solve(mixProgram(problem.problem), limits, (progress) =>
		onProgress({ phase: 'solving', ...inKronor(progress) })
	);
	onProgress({ phase: 'checking', ...inKronor(answer) });
	const plain = greedyMix(problem.problem);
	const found = answer.values.length > 0 ? exactMix(problem.problem, answer.values) : null;
	const isFound = found !== null && found.worth.gte(plain.worth);
	const applications = proposedApplications(plan, problem, isFound ? found : plain);
	const proposed = withProposal(plan, applications);
	const after = evaluate(proposed, portfolioId);
	const expected = savedBy(proposed, portfolio, applications);
	const { bound } = inKronor(answer);
	const isNear = bound !== null && expected.gte((1 - limits.gap) * bound - 1);
	return {
		applications,
		status:
			applications.length === 0
				? 'none'
				: !isFound
					? 'plain'
					: answer.status === 'optimal' && isNear
						? 'best'
						: 'limit',
		expected,
		bound,
		gap: { before: before.gap.expected, after: after.gap.expected }
	};
}

function inKronor({ worth, bound }: Progress): Progress {
	const kronor = (millions: number | null) => (millions === null ? null : millions * MILLION);
	return { worth: kronor(worth), bound: kronor(bound) };
}

/** Own money that the proposed lines are expected to save, by what counts of them once they stand in the plan. */
function savedBy(
	plan: Plan,
	portfolio: Portfolio,
	applications: readonly ProposedApplication[]
): Decimal {
	const { claims, awards } = countedFunding(plan, placedMeasures(plan, portfolio));
	const lines = new Map(
		applications.flatMap(({ lines: own }) => own.map((line) => [line.id, line] as const))
	);
	return sum(
		claims.flatMap(({ id, placed }, place) => {
			const line = lines.get(id);
			const counted = awards[place]?.counted;
			return line && counted ? [counted.times(line.probability).times(placed.ownShare)] : [];
		})
	);
}
