import type { Plan } from '../../core/plan/plan.ts';
import { evaluate } from '../../core/portfolio/evaluate.ts';
import type { Warning } from '../../core/portfolio/evaluation.ts';
import * as pendingImports from '../store/pending-imports.ts';
import * as plans from '../store/plans.ts';
import { permit, type Context } from './context.ts';
import { NotFoundError } from './errors.ts';
import { checkedPlan } from './plans.commands.ts';

const MOST_EVALUATED = 60_000;

/** Whether the preview can show the figures of every portfolio without keeping others waiting. */
function isQuick(plan: Plan): boolean {
	const years = plan.settings.lastYear - plan.settings.firstYear + 1;
	const placed = plan.portfolios.reduce(
		(sum, { measures }) => sum + measures.length + plan.pools.length,
		0
	);
	return placed * years <= MOST_EVALUATED;
}

/** What an uploaded file would become, before anything is created. */
export function importPreview(ctx: Context, pendingId: string) {
	const { organisationId, userId } = permit(ctx, 'plan.edit');
	const pending = pendingImports.read(ctx.db, organisationId, userId, pendingId);
	if (!pending) throw new NotFoundError(`No upload ${pendingId} of this user.`);
	const plan = checkedPlan(ctx, organisationId, pending.content);
	const evaluations = isQuick(plan) ? plan.portfolios.map(({ id }) => evaluate(plan, id)) : [];
	const sameName = plans
		.list(ctx.db, organisationId)
		.some(({ name }) => name === plan.settings.name);
	return {
		fileName: pending.fileName,
		name: plan.settings.name,
		municipality: plan.municipality.name,
		firstYear: plan.settings.firstYear,
		lastYear: plan.settings.lastYear,
		isIllustrative: plan.illustrative,
		isNameTaken: sameName,
		counts: {
			measures: plan.measures.length,
			costItems: plan.measures.reduce((sum, measure) => sum + measure.costs.length, 0),
			effects: plan.measures.reduce((sum, measure) => sum + (measure.effects?.length ?? 0), 0),
			fundingLines: plan.funding.length,
			inventoryRows: plan.inventory.length,
			targets: plan.targets.length,
			budgetYears: plan.budget.length
		},
		hasFigures: evaluations.length > 0,
		warnings: distinct(evaluations.flatMap((evaluation) => evaluation.warnings)),
		portfolios: plan.portfolios.map(({ id, name, measures }, index) => ({
			id,
			name,
			measures: measures.length,
			need: evaluations[index]?.need.total ?? null,
			securedGap: evaluations[index]?.gap.secured.total ?? null,
			warnings: evaluations[index]?.warnings.length ?? 0
		}))
	};
}

/** Warnings that several portfolios share are told once. */
function distinct(warnings: readonly Warning[]): Warning[] {
	return [...new Map(warnings.map((one) => [`${one.code} ${one.where}`, one])).values()];
}
