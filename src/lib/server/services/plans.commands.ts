import { createHash } from 'node:crypto';
import type { Plan } from '../../core/plan/plan.ts';
import { isPrintable } from '../../input/plan-file/fields.ts';
import { planFileOf } from '../../input/plan-file/write.ts';
import { readPlanFile } from '../../input/plan-file/read.ts';
import { inTransaction } from '../db/open.ts';
import * as pendingImports from '../store/pending-imports.ts';
import * as documents from '../store/plan-documents.ts';
import * as plans from '../store/plans.ts';
import { catalogueFor } from './catalogue.ts';
import { permit, record, type Context } from './context.ts';
import { editPlan } from './edits.ts';
import { InvalidInputError, InvalidPlanFileError, NotFoundError } from './errors.ts';
import { loadPlan } from './plan-cache.ts';

const HOUR = 3_600_000;
const LONGEST_NAME = 200;

/** Stores a plan file as a new plan and returns its id. Throws InvalidPlanFileError and changes nothing when it is wrong. */
export function importPlan(ctx: Context, text: string): string {
	const { organisationId } = permit(ctx, 'plan.edit');
	return storePlan(ctx, checkedPlan(ctx, organisationId, text), text);
}

/** The plan of a file, with the programmes that an organisation's plans may name. Throws InvalidPlanFileError. */
export function checkedPlan({ db }: Context, organisationId: string, text: string): Plan {
	const result = readPlanFile(text, catalogueFor(db, organisationId));
	if (result.kind === 'problems') throw new InvalidPlanFileError(result.problems);
	return result.plan;
}

function storePlan(ctx: Context, plan: Plan, text: string, pendingId?: string): string {
	const { organisationId } = permit(ctx, 'plan.edit');
	return inTransaction(ctx.db, () => {
		const planId = documents.create(ctx.db, organisationId, plan, ctx.now());
		if (pendingId) pendingImports.remove(ctx.db, organisationId, pendingId);
		record(ctx, {
			action: 'plan.import',
			entity: 'plan',
			entityId: planId,
			field: 'file',
			newValue: `sha256:${createHash('sha256').update(text).digest('hex')}`
		});
		return planId;
	});
}

/** Keeps an uploaded file until its sender has looked at what it holds. Throws InvalidPlanFileError when it is wrong. */
export function uploadPlanFile(
	ctx: Context,
	file: { readonly name: string; readonly text: string }
): string {
	const { organisationId, userId } = permit(ctx, 'plan.edit');
	checkedPlan(ctx, organisationId, file.text);
	return inTransaction(ctx.db, () => {
		pendingImports.removeOfUserAndOlderThan(ctx.db, organisationId, userId, ctx.now() - 24 * HOUR);
		return pendingImports.create(
			ctx.db,
			{ organisationId, userId, fileName: file.name, content: file.text },
			ctx.now()
		);
	});
}

/** Makes a plan of an uploaded file and returns the plan's id. */
export function confirmImport(ctx: Context, pendingId: string): string {
	const { organisationId, userId } = permit(ctx, 'plan.edit');
	const pending = pendingImports.read(ctx.db, organisationId, userId, pendingId);
	if (!pending) throw new NotFoundError(`No upload ${pendingId} of this user.`);
	const plan = checkedPlan(ctx, organisationId, pending.content);
	return storePlan(ctx, plan, pending.content, pendingId);
}

export function cancelImport(ctx: Context, pendingId: string): void {
	const { organisationId, userId } = permit(ctx, 'plan.edit');
	if (!pendingImports.read(ctx.db, organisationId, userId, pendingId))
		throw new NotFoundError(`No upload ${pendingId} of this user.`);
	pendingImports.remove(ctx.db, organisationId, pendingId);
}

export type Renaming = { readonly name: string; readonly version: number };

/** Throws EditConflictError when somebody has changed the plan's settings since `version`. */
export function renamePlan(ctx: Context, planId: string, { name, version }: Renaming): void {
	permit(ctx, 'plan.edit');
	const { plan } = loadPlan(ctx, planId);
	const next = name.trim();
	if (next === '' || next.length > LONGEST_NAME || !isPrintable(next))
		throw new InvalidInputError({
			name: {
				sv: `Skriv ett namn med högst ${LONGEST_NAME} tecken.`,
				en: `Write a name of at most ${LONGEST_NAME} characters.`
			}
		});
	const after = { ...planFileOf(plan).plan, name: next };
	const title = { name: 'plan.rename', label: next };
	editPlan(ctx, planId, title, [{ part: 'plan', id: null, after, version }]);
}

/** Takes a plan away; restorePlan brings it back. */
export function removePlan(ctx: Context, planId: string): void {
	const { organisationId } = permit(ctx, 'plan.edit');
	inTransaction(ctx.db, () => {
		if (!plans.remove(ctx.db, organisationId, planId, ctx.now()))
			throw new NotFoundError(`No plan ${planId} in this organisation.`);
		record(ctx, { action: 'plan.remove', entity: 'plan', entityId: planId });
	});
}

export function restorePlan(ctx: Context, planId: string): void {
	const { organisationId } = permit(ctx, 'plan.edit');
	inTransaction(ctx.db, () => {
		if (!plans.restore(ctx.db, organisationId, planId))
			throw new NotFoundError(`No removed plan ${planId} in this organisation.`);
		record(ctx, { action: 'plan.restore', entity: 'plan', entityId: planId });
	});
}
