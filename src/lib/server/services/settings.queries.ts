import { planFileOf } from '../../input/plan-file/write.ts';
import { allProgrammes } from '../../core/plan/programme.ts';
import * as audit from '../store/audit.ts';
import * as parts from '../store/plan-parts.ts';
import { catalogueFor } from './catalogue.ts';
import { may, permit, type Context } from './context.ts';
import { municipalityQuestions } from './fact-questions.ts';
import { logRows } from './log-rows.ts';
import { loadPlan } from './plan-cache.ts';
import { sectionVersions } from './sections.commands.ts';

/** The plan's settings as their form shows them. */
export function settingsPage(ctx: Context, planId: string) {
	const { organisationId } = permit(ctx, 'plan.read');
	const { plan } = loadPlan(ctx, planId);
	const file = planFileOf(plan);
	const key = { organisationId, planId };
	return {
		mayEdit: may(ctx.actor, 'plan.finance'),
		mayUpdate: may(ctx.actor, 'plan.edit'),
		version: sectionVersions(
			(['plan', 'tax'] as const).map((section) => parts.sectionVersion(ctx.db, key, section))
		),
		plan: file.plan as Readonly<Record<string, unknown>>,
		tax: file.tax as Readonly<Record<string, unknown>> | null
	};
}

/** What the plan says of the municipality: inhabitants, facts that funding rules ask for, and de minimis aid received. */
export function municipalityPage(ctx: Context, planId: string) {
	const { organisationId } = permit(ctx, 'plan.read');
	const { plan } = loadPlan(ctx, planId);
	return {
		mayEdit: may(ctx.actor, 'plan.edit'),
		version: parts.sectionVersion(ctx.db, { organisationId, planId }, 'municipality'),
		name: plan.municipality.name,
		file: planFileOf(plan).municipality as Readonly<Record<string, unknown>>,
		questions: municipalityQuestions(
			plan,
			allProgrammes(plan, catalogueFor(ctx.db, organisationId))
		)
	};
}

export const MOST_CHANGES = 500;

/** Who changed which field of the plan when, the latest first. */
export function historyPage(ctx: Context, planId: string) {
	const { organisationId } = permit(ctx, 'plan.read');
	loadPlan(ctx, planId);
	const rows = audit.listOfPlan(ctx.db, organisationId, planId, MOST_CHANGES);
	return logRows(ctx, organisationId, rows).map((row) => ({
		...row,
		thing: row.entityId === planId ? '' : row.entityId.slice(planId.length + 1)
	}));
}
