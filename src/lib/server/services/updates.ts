import type { Text } from '../../core/errors.ts';
import { fieldChanges } from '../../core/plan/changes.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { listParts, sectionParts, type Part } from '../../core/plan/parts.ts';
import { undecided, type FundingEdit } from '../../input/forms/undecided.ts';
import { membersOf } from '../../input/plan-file/edit-file.ts';
import { planFileOf, type PlanFileValue } from '../../input/plan-file/write.ts';
import { inTransaction } from '../db/open.ts';
import * as pendingImports from '../store/pending-imports.ts';
import { may, permit, type Context } from './context.ts';
import { editPlan, type PartEdit } from './edits.ts';
import { ConflictError, InvalidInputError, NotFoundError } from './errors.ts';
import { isForFinance } from './part-rights.ts';
import { loadPlan } from './plan-cache.ts';
import { checkedPlan } from './plans.commands.ts';

type Difference = PartEdit & { readonly before: unknown };

const MOST_SHOWN = 400;

/** What a plan as uploaded would change in a plan as stored, field by field, before anything is changed. */
export function updatePreview(ctx: Context, planId: string, pendingId: string) {
	const { plan, head } = loadPlan(ctx, planId);
	const { file, fileName } = uploaded(ctx, pendingId);
	const differences = differencesOf(planFileOf(plan), file);
	const changes = differences.flatMap(changesOf);
	return {
		fileName,
		/** Funding lines that the file makes granted without a decision. */
		undecided: undecidedLines(plan, differences),
		mayApply: may(ctx.actor, 'plan.finance') || !differences.some(isForFinance),
		planVersion: head.version,
		counts: {
			changed: differences.filter(({ before, after }) => before && after).length,
			added: differences.filter(({ before }) => before === null).length,
			removed: differences.filter(({ after }) => after === null).length
		},
		total: changes.length,
		changes: changes.slice(0, MOST_SHOWN)
	};
}

/** Makes the plan what the uploaded file says, as one step. Throws ConflictError when the plan changed since the preview. */
export function confirmUpdate(
	ctx: Context,
	planId: string,
	pendingId: string,
	planVersion: number
): void {
	const { organisationId } = permit(ctx, 'plan.edit');
	inTransaction(ctx.db, () => {
		const { plan, head } = loadPlan(ctx, planId);
		const { file, fileName } = uploaded(ctx, pendingId);
		if (head.version !== planVersion)
			throw new ConflictError(`plan ${planId} is at version ${head.version}, not ${planVersion}`);
		const edits = differencesOf(planFileOf(plan), file);
		const lines = undecidedLines(plan, edits);
		if (lines.length > 0) throw new InvalidInputError({ file: withoutDecision(lines) });
		editPlan(ctx, planId, { name: 'plan.update', label: fileName }, edits);
		pendingImports.remove(ctx.db, organisationId, pendingId);
	});
}

/** What differs between two states of a plan, field by field: how many, and so many as a page shows. */
export function planChanges(before: PlanFileValue, after: PlanFileValue) {
	const changes = differencesOf(before, after).flatMap(changesOf);
	return { total: changes.length, changes: changes.slice(0, MOST_SHOWN) };
}

function changesOf({ part, id, before, after }: Difference) {
	return before === null || after === null
		? [{ part, id, field: '', before: isThere(before), after: isThere(after), isWhole: true }]
		: fieldChanges(before, after).map((change) => ({ part, id, ...change, isWhole: false }));
}

function uploaded(ctx: Context, pendingId: string): { file: PlanFileValue; fileName: string } {
	const { organisationId, userId } = permit(ctx, 'plan.edit');
	const pending = pendingImports.read(ctx.db, organisationId, userId, pendingId);
	if (!pending) throw new NotFoundError(`No upload ${pendingId} of this user.`);
	const plan = checkedPlan(ctx, organisationId, pending.content);
	return { file: planFileOf(plan), fileName: pending.fileName };
}

function undecidedLines(plan: Plan, differences: readonly Difference[]): string[] {
	return differences.flatMap(({ part, after }) => {
		if ((part !== 'funding' && part !== 'applications') || !after) return [];
		const line = after as FundingEdit;
		return Object.keys(undecided(plan[part], [line], () => '')).length > 0 ? [line.id] : [];
	});
}

function withoutDecision(lines: readonly string[]): Text {
	return {
		sv: `${lines.join(', ')} blir beviljade utan diarienummer eller datum.`,
		en: `${lines.join(', ')} become granted without a case number or a date.`
	};
}

/** Every part that differs; the order of lists is not a difference. */
function differencesOf(now: PlanFileValue, then: PlanFileValue): Difference[] {
	const sections = sectionParts.map((part) => {
		const [before, after] = [now, then].map(
			(file) => (file as Record<Part, unknown>)[part] ?? null
		);
		return { part, id: null, before, after };
	});
	const members = listParts.flatMap((part) => {
		const [before, after] = [membersOf(now, part), membersOf(then, part)];
		return [...new Set([...after.keys(), ...before.keys()])].map((id) => ({
			part,
			id: String(id),
			before: before.get(id) ?? null,
			after: after.get(id) ?? null
		}));
	});
	return [...sections, ...members].filter(
		({ before, after }) =>
			(before === null) !== (after === null) || fieldChanges(before, after).length > 0
	);
}

/** Of a part that comes or goes as a whole, only that it is there; its content is in the file. */
function isThere(part: unknown): '' | null {
	return part === null ? null : '';
}
