import { settled } from '../../core/decimal.ts';
import {
	comparedFigures,
	cumulativeCredits,
	headlineTarget,
	memberships
} from '../../core/portfolio/compare.ts';
import type { Portfolio } from '../../core/plan/plan.ts';
import { portfolioFileOf } from '../../input/plan-file/write.ts';
import * as parts from '../store/plan-parts.ts';
import { may, permit, type Context } from './context.ts';
import { NotFoundError } from './errors.ts';
import { loadPlan, type LoadedPlan } from './plan-cache.ts';

export const MOST_COMPARED = 4;

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

/** Two to four portfolios side by side: the figures, the years on the same axes, and what differs in them. */
export function comparePage(ctx: Context, planId: string, wanted: readonly string[]) {
	const loaded = loadPlan(ctx, planId);
	const { plan } = loaded;
	const ids = wanted.length > 0 ? wanted : plan.portfolios.map(({ id }) => id);
	const chosen = [...new Set(ids)].slice(0, MOST_COMPARED).map((id) => {
		const found = plan.portfolios.find((one) => one.id === id);
		if (!found) throw new NotFoundError(`No portfolio ${id} in plan ${planId}.`);
		return found;
	});
	const target = headlineTarget(plan);
	const names = new Map(plan.measures.map(({ id, name }) => [id, name]));
	return {
		years: plan.portfolios[0] ? loaded.evaluation(plan.portfolios[0].id).years : [],
		target: target && { id: target.id, name: target.name, year: target.targetYear },
		all: plan.portfolios.map(({ id, name }) => ({ id, name })),
		portfolios: chosen.map((one) => compared(loaded, one, target?.id ?? null)),
		memberships: memberships(plan, chosen).map((row) => ({
			...row,
			name: names.get(row.measure) ?? { sv: '', en: '' }
		}))
	};
}

function compared({ plan, evaluation }: LoadedPlan, portfolio: Portfolio, targetId: string | null) {
	const own = evaluation(portfolio.id);
	return {
		id: portfolio.id,
		name: portfolio.name,
		figures: comparedFigures(plan, portfolio, own, targetId),
		gapPerYear: own.gap.secured.perYear,
		tonnesCumulative: cumulativeCredits(own).map(settled)
	};
}
