import { comparedFigures, headlineTarget } from '../../core/portfolio/compare.ts';
import { portfolioFileOf } from '../../input/plan-file/write.ts';
import * as parts from '../store/plan-parts.ts';
import { may, permit, type Context } from './context.ts';
import { NotFoundError } from './errors.ts';
import { loadPlan } from './plan-cache.ts';

/** The plan's portfolios with the figures that set them apart. */
export function portfoliosPage(ctx: Context, planId: string) {
	const { plan, evaluation } = loadPlan(ctx, planId);
	const target = headlineTarget(plan);
	return {
		mayEdit: may(ctx.actor, 'plan.edit'),
		target: target && { name: target.name, year: target.targetYear },
		portfolios: plan.portfolios.map((one) => ({
			id: one.id,
			name: one.name,
			figures: comparedFigures(plan, one, evaluation(one.id), target?.id ?? null),
			warnings: evaluation(one.id).warnings.length
		}))
	};
}

/** A portfolio as its form shows it; null: a new one. */
export function portfolioPage(ctx: Context, planId: string, id: string | null) {
	const { organisationId } = permit(ctx, 'plan.read');
	const { plan, evaluation } = loadPlan(ctx, planId);
	const stored = plan.portfolios.find((one) => one.id === id);
	if (id !== null && !stored) throw new NotFoundError(`No portfolio ${id} in plan ${planId}.`);
	const key = { organisationId, planId };
	const figures = id === null ? null : evaluation(id);
	return {
		mayEdit: may(ctx.actor, 'plan.edit'),
		id,
		version: parts.versions(ctx.db, key, 'portfolios').get(id ?? '')?.version ?? 0,
		name: stored?.name ?? '',
		file: stored ? portfolioFileOf(stored) : null,
		measures: plan.measures.map((one) => ({
			id: one.id,
			name: one.name,
			status: one.status,
			startYear: one.startYear,
			excludes: one.excludes,
			requires: one.requires,
			capex: figures?.measures.find((row) => row.id === one.id)?.capexTotal ?? null
		})),
		warnings: (figures?.warnings ?? [])
			.filter(({ code }) => code === 'excluded-together' || code === 'required-missing')
			.map(({ code, where, text }) => ({ code, where, text }))
	};
}
