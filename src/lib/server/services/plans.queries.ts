import type { WorkingCopy } from '../../input/plan-file/what-if.ts';
import { planFileOf, writePlanFile } from '../../input/plan-file/write.ts';
import * as parts from '../store/plan-parts.ts';
import * as steps from '../store/edit-steps.ts';
import * as plans from '../store/plans.ts';
import { catalogueFor, ownProgrammes } from './catalogue.ts';
import { may, permit, type Context } from './context.ts';
import { loadPlan } from './plan-cache.ts';

export function plansPage(ctx: Context) {
	const actor = permit(ctx, 'plan.read');
	const mayEdit = may(actor, 'plan.edit');
	return {
		plans: plans.list(ctx.db, actor.organisationId),
		removedPlans: mayEdit ? plans.listRemoved(ctx.db, actor.organisationId) : [],
		mayEdit
	};
}

/** What every page of a plan shows around its own content: the plan and its portfolios. */
export function planFrame(ctx: Context, planId: string) {
	const { head, plan, view } = loadPlan(ctx, planId);
	const actor = permit(ctx, 'plan.read');
	const mayEdit = may(actor, 'plan.edit');
	return {
		head,
		mayEdit,
		steps: mayEdit ? steps.names(ctx.db, { ...actor, planId }) : { undo: null, redo: null },
		...view('frame', '', () => ({
			/** The version that renaming the plan counts from. */
			settingsVersion: parts.sectionVersion(ctx.db, { ...actor, planId }, 'plan'),
			disclaimer: plan.disclaimer,
			basis: plan.settings.basis,
			portfolios: plan.portfolios.map(({ id, name }) => ({ id, name }))
		}))
	};
}

/**
 * The plan as a file to keep, and the name to keep it under. Programmes of the organisation's own go along, since the file
 * must say the same wherever it is read.
 */
export function planExport(ctx: Context, planId: string) {
	const { organisationId } = permit(ctx, 'plan.read');
	const { plan } = loadPlan(ctx, planId);
	const own = ownProgrammes(ctx.db, organisationId);
	const programmes = plan.programmes.map((one) =>
		own.has(one.id) ? { ...one, origin: 'plan' as const } : one
	);
	return {
		content: writePlanFile({ ...plan, programmes }),
		fileName: `${fileNameOf(plan.settings.name)}.json`
	};
}

/** A name as part of a file's name anywhere: letters a to z, digits and hyphens. */
export function fileNameOf(name: string): string {
	const plain = name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[^A-Za-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.toLowerCase();
	return plain || 'plan';
}

/** What a page needs to compute with the plan while one types: the plan file and the programmes that may fund it. */
export function workingCopy(ctx: Context, planId: string): WorkingCopy {
	const { organisationId } = permit(ctx, 'plan.read');
	const { plan } = loadPlan(ctx, planId);
	const catalogue = catalogueFor(ctx.db, organisationId);
	return {
		file: planFileOf(plan),
		catalogue: { ...catalogue, programmes: [...catalogue.programmes.values()] }
	};
}
