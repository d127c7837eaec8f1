import type { Context } from './context.ts';
import { NotFoundError } from './errors.ts';
import { loadPlan } from './plan-cache.ts';

export type Chosen = NonNullable<ReturnType<typeof chosen>>;

/** The portfolio that the address names, else the first; null when the plan has none. */
export function chosen(ctx: Context, planId: string, portfolioId: string | null) {
	const { plan, evaluation, view } = loadPlan(ctx, planId);
	const portfolio =
		portfolioId === null
			? plan.portfolios[0]
			: plan.portfolios.find((candidate) => candidate.id === portfolioId);
	if (!portfolio && portfolioId !== null)
		throw new NotFoundError(`No portfolio ${portfolioId} in plan ${planId}.`);
	if (!portfolio) return null;
	return { plan, portfolio, evaluation: evaluation(portfolio.id), view };
}
