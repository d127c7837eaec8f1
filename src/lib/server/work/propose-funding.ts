import type { Decimal } from '../../core/decimal.ts';
import { exactMix, greedyMix, mixProgram } from '../../core/optimise/funding-mix.ts';
import {
	proposalProblem,
	proposedApplications,
	withProposal,
	type ProposalWish,
	type ProposedApplication
} from '../../core/optimise/funding-proposal.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { evaluate } from '../../core/portfolio/evaluate.ts';
import type { Progress, Solver, SolverLimits } from './solver.ts';

/** A proposal with how good it is: proven best, or at most so far from it. */
export type FundingProposal = {
	readonly applications: readonly ProposedApplication[];
	/** best: no mix expects more, within the gap asked for; limit: time ran out; plain: the solver gave nothing better. */
	readonly status: 'best' | 'limit' | 'plain';
	/** Own money that is expected to be saved, kr, exactly; and what no mix can save more than, as the solver reckons. */
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
	wish: ProposalWish,
	solve: Solver,
	limits: SolverLimits,
	onProgress?: (progress: Progress) => void
): FundingProposal {
	const portfolio = plan.portfolios.find(({ id }) => id === portfolioId);
	const before = evaluate(plan, portfolioId);
	if (!portfolio) throw new RangeError(`No portfolio ${portfolioId}.`);
	const problem = proposalProblem(plan, portfolio, wish);
	const answer = solve(mixProgram(problem.problem), limits, onProgress);
	const plain = greedyMix(problem.problem);
	const found = answer.values.length > 0 ? exactMix(problem.problem, answer.values) : null;
	const isFound = found !== null && found.worth.gte(plain.worth);
	const applications = proposedApplications(plan, problem, isFound ? found : plain);
	const after = evaluate(withProposal(plan, applications), portfolioId);
	return {
		applications,
		status: isFound ? (answer.status === 'optimal' ? 'best' : 'limit') : 'plain',
		expected: (isFound ? found : plain).worth,
		bound: answer.bound === null ? null : answer.bound * MILLION,
		gap: { before: before.gap.expected, after: after.gap.expected }
	};
}
