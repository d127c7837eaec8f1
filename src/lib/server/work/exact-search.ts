import { exactOutcome, type ExactOutcome } from '../../core/optimise/exact-outcome.ts';
import { inMillions } from '../../core/optimise/funding-mix.ts';
import { withProposal, type ProposedApplication } from '../../core/optimise/funding-proposal.ts';
import type { PlanSelection } from '../../core/optimise/plan-selection.ts';
import { gapOf, outcomeOf, type Grants } from '../../core/optimise/selection.ts';
import { applicationsFor } from '../../core/optimise/selection-funding.ts';
import { TONNES } from '../../core/optimise/selection-tonnes.ts';
import type { Wish } from '../../core/optimise/wish.ts';
import type { Plan, Portfolio } from '../../core/plan/plan.ts';
import type { Exact } from './best-selection.ts';

/** A portfolio with what it comes to, reckoned exactly. */
export type FoundPortfolio = {
	readonly portfolio: Portfolio;
	readonly outcome: ExactOutcome;
	/** What is applied for with it, where such money counts. */
	readonly applications: readonly ProposedApplication[];
};

/** How choices of a plan's selection are reckoned: as portfolios, by the method itself. */
export function exactSearch(plan: Plan, wish: Wish, selection: PlanSelection) {
	/** A choice comes back when ties are settled and in the end. */
	const known = new Map<string, FoundPortfolio>();
	const exactly = (chosen: readonly number[], grants: Grants | null): FoundPortfolio => {
		const key = `${chosen.join()} ${grants?.amounts.join()}`;
		const found = known.get(key) ?? reckoned(chosen, grants);
		known.set(key, found);
		return found;
	};
	function reckoned(chosen: readonly number[], grants: Grants | null): FoundPortfolio {
		const portfolio = portfolioOf(plan, selection, chosen, wish);
		const { offered } = selection;
		const applications = offered ? applicationsFor(plan, portfolio, offered, grants) : [];
		const asked = applications.length > 0 ? withProposal(plan, applications) : plan;
		return { portfolio, outcome: exactOutcome(asked, portfolio, wish), applications };
	}
	const exact: Exact = (problem, chosen, grants) => {
		const { tonnes, cost, ownMoney, waiting } = exactly(chosen, grants).outcome;
		const money = { uses: ownMoney.map(inMillions), waits: waiting.map(inMillions) };
		return {
			...outcomeOf(problem, chosen),
			tonnes: tonnes.div(TONNES).toNumber(),
			cost: inMillions(cost),
			gap: gapOf(problem, [money])
		};
	};
	return { exactly, exact };
}

/** A choice as a portfolio of the plan, its measures in the plan's order. */
function portfolioOf(
	plan: Plan,
	{ problem }: PlanSelection,
	chosen: readonly number[],
	{ scale, goal }: Wish
): Portfolio {
	const starts = new Map(
		chosen.flatMap((place) => {
			const option = problem.options[place];
			return option ? [[problem.measures[option.measure] ?? '', option.startYear] as const] : [];
		})
	);
	const measures = plan.measures.filter(({ id }) => starts.has(id));
	const shifts = measures.flatMap(({ id, startYear }) => {
		const shift = (starts.get(id) ?? startYear) - startYear;
		return shift === 0 ? [] : [[id, shift] as const];
	});
	return {
		id: goal,
		name: goal,
		measures: measures.map(({ id }) => id),
		shift: Object.fromEntries(shifts),
		scale: Object.fromEntries(Object.entries(scale).filter(([id]) => starts.has(id)))
	};
}
