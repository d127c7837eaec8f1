import type { Text } from '../../core/errors.ts';
import { fieldChanges, type FieldChange } from '../../core/plan/changes.ts';
import { isList, listParts, type ListPart, type Part } from '../../core/plan/parts.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Problem } from '../../core/plan/problem.ts';
import { readPlanFile } from '../../input/plan-file/read.ts';
import { membersOf, withEdits, type FileEdit } from '../../input/plan-file/edit-file.ts';
import { planFileOf, type PlanFileValue } from '../../input/plan-file/write.ts';
import { inTransaction } from '../db/open.ts';
import * as steps from '../store/edit-steps.ts';
import * as parts from '../store/plan-parts.ts';
import * as plans from '../store/plans.ts';
import { catalogueFor } from './catalogue.ts';
import { may, permit, record, type Context, type Member } from './context.ts';
import { EditConflictError, InvalidInputError, InvalidPlanFileError } from './errors.ts';
import { asFieldProblems } from './field-problems.ts';
import { clearsMark, isForFinance } from './part-rights.ts';
import { loadPlan } from './plan-cache.ts';

/** A change of a part, and the version that was looked at; absent for what is new. */
export type PartEdit = FileEdit & { readonly version?: number | undefined };

/** What the history and undo call a step: its kind, and the thing it was done to. */
export type StepTitle = { readonly name: string; readonly label: string };

/**
 * Changes parts of a plan as one step, which its author can undo. All or nothing: throws EditConflictError with every
 * field that differs when a part was saved since the version that was looked at, InvalidPlanFileError with every rule
 * that the plan would break, ForbiddenError for parts that the role may not change. False when there was nothing to change.
 */
export function editPlan(
	ctx: Context,
	planId: string,
	title: StepTitle,
	edits: readonly PartEdit[]
): boolean {
	const actor = permit(ctx, 'plan.edit');
	return inTransaction(ctx.db, () => {
		const work = open(ctx, actor, planId);
		refuseConflicts(ctx, work, edits);
		const changes = apply(ctx, work, title.name, edits);
		if (changes.length === 0) return false;
		steps.add(ctx.db, work.author, { ...title, at: ctx.now(), changes });
		return true;
	});
}

/** What the plan's rules would say of edits; nothing is changed. */
export function problemsOf(
	ctx: Context,
	planId: string,
	edits: readonly PartEdit[]
): readonly Problem[] {
	const { organisationId } = permit(ctx, 'plan.read');
	const file = planFileOf(loadPlan(ctx, planId).plan);
	const result = checked(ctx, organisationId, file, edits);
	return result.kind === 'problems' ? result.problems : [];
}

/**
 * Takes back the author's last step in the plan. Throws EditConflictError when somebody has changed the same since, and
 * InvalidInputError when the plan as it has become since cannot be without it.
 */
export function undo(ctx: Context, planId: string): void {
	again(ctx, planId, 'undo');
}

/** Does the step again that was undone last. */
export function redo(ctx: Context, planId: string): void {
	again(ctx, planId, 'redo');
}

function again(ctx: Context, planId: string, direction: 'undo' | 'redo'): void {
	const actor = permit(ctx, 'plan.edit');
	const outside = () => null;
	asFieldProblems(outside, () =>
		inTransaction(ctx.db, () => {
			const work = open(ctx, actor, planId);
			const { author } = work;
			const step =
				direction === 'undo' ? steps.lastDone(ctx.db, author) : steps.lastUndone(ctx.db, author);
			if (!step) throw new InvalidInputError({ form: NOTHING_LEFT });
			const turned = step.changes.map(({ before, after, ...change }) =>
				direction === 'undo'
					? { ...change, from: after, after: before }
					: { ...change, from: before, after }
			);
			const now = partsOf(work.file);
			const meanwhile = turned.flatMap(({ part, id, from }) =>
				prefixed(part, id, fieldChanges(from, now(part, id)))
			);
			if (meanwhile.length > 0) throw new EditConflictError(null, meanwhile);
			apply(ctx, work, `${step.name}.${direction}`, turned);
			steps.setState(ctx.db, author, step.id, direction === 'undo' ? 'undone' : 'done');
		})
	);
}

const NOTHING_LEFT: Text = {
	sv: 'Det finns inget kvar att ångra eller göra om.',
	en: 'There is nothing left to undo or redo.'
};

type Work = {
	readonly plan: Plan;
	readonly file: PlanFileValue;
	readonly author: { organisationId: string; planId: string; userId: string };
};

function open(ctx: Context, { organisationId, userId }: Member, planId: string): Work {
	const { plan } = loadPlan(ctx, planId);
	return { plan, file: planFileOf(plan), author: { organisationId, planId, userId } };
}

const MARK_STAYS: Text = {
	sv: 'Bara den som har ekonomirollen kan ta bort ett märke för möjlig sekretess, eftersom delade länkar då visar uppgiften. Inget är sparat.',
	en: 'Only those with the finance role can take away a mark of possible secrecy, since shared links then show the row. Nothing is saved.'
};

/** Finds parts of a file; null for what is not there. */
function partsOf(file: PlanFileValue) {
	const lists = new Map(listParts.map((part) => [part, membersOf(file, part)]));
	return (part: Part, id: string | null): unknown =>
		(isList(part) ? lists.get(part)?.get(id) : (file as Record<Part, unknown>)[part]) ?? null;
}

/** Members of a list as stored; each list is read once, however many of its members are asked for. */
function storedMembers(ctx: Context, author: Work['author']) {
	const lists = new Map<ListPart, ReturnType<typeof parts.versions>>();
	return (part: ListPart, id: string | null): parts.StoredPart | undefined => {
		const list = lists.get(part) ?? parts.versions(ctx.db, author, part);
		lists.set(part, list);
		return list.get(id ?? '');
	};
}

function refuseConflicts(ctx: Context, { file, author }: Work, edits: readonly PartEdit[]): void {
	const stored = storedMembers(ctx, author);
	const stale = edits.filter(({ part, id, version }) => {
		if (version === undefined) return false;
		const now = isList(part)
			? stored(part, id)?.version
			: parts.sectionVersion(ctx.db, author, part);
		return now !== version;
	});
	if (stale.length === 0) return;
	const saved = partsOf(file);
	const changes = stale.flatMap(({ part, id, after }) =>
		prefixed(part, id, fieldChanges(saved(part, id), after))
	);
	throw new EditConflictError(stale[0]?.version ?? null, changes);
}

/** The plan with the edits, or everything that its rules say against it. */
function checked(
	{ db }: Context,
	organisationId: string,
	file: PlanFileValue,
	edits: readonly PartEdit[]
) {
	return readPlanFile(JSON.stringify(withEdits(file, edits)), catalogueFor(db, organisationId));
}

function apply(
	ctx: Context,
	{ file, author }: Work,
	action: string,
	edits: readonly (PartEdit & { readonly position?: number | undefined })[]
): steps.PartChange[] {
	const result = checked(ctx, author.organisationId, file, edits);
	if (result.kind === 'problems') throw new InvalidPlanFileError(result.problems);
	const [partBefore, partNow] = [partsOf(file), partsOf(planFileOf(result.plan))];
	const stored = storedMembers(ctx, author);
	const changes = edits.flatMap(({ part, id, position }): steps.PartChange[] => {
		const [before, after] = [partBefore(part, id), partNow(part, id)];
		if (before !== null && after !== null && fieldChanges(before, after).length === 0) return [];
		if (before === after) return [];
		const stood = isList(part) ? stored(part, id)?.position : undefined;
		return [{ part, id, before, after, position: position ?? stood }];
	});
	if (changes.length === 0) return changes;
	if (changes.some(isForFinance)) permit(ctx, 'plan.finance');
	if (changes.some(clearsMark) && !may(ctx.actor, 'plan.finance'))
		throw new InvalidInputError({ form: MARK_STAYS });
	parts.writeParts(
		ctx.db,
		author,
		result.plan,
		changes.map(({ part, id, after, position }) => ({
			part,
			id,
			position,
			isThere: after !== null
		}))
	);
	plans.touch(ctx.db, author.organisationId, author.planId, ctx.now());
	for (const change of changes) note(ctx, author.planId, action, change);
	return changes;
}

/** What the log calls the members of the plan's lists. */
export const entities = {
	measures: 'measure',
	applications: 'application',
	funding: 'funding',
	portfolios: 'portfolio'
} as const;

/** One row of the log per field; of what is new or gone, one row alone. */
function note(ctx: Context, planId: string, action: string, change: steps.PartChange): void {
	const { part, id, before, after } = change;
	const thing = isList(part)
		? { entity: entities[part], entityId: `${planId}/${id}` }
		: { entity: 'plan', entityId: planId };
	if (isList(part) && (before === null || after === null)) {
		const [oldValue, newValue] = [before, after].map((value) => value && JSON.stringify(value));
		record(ctx, { action, ...thing, oldValue, newValue } as Parameters<typeof record>[1]);
		return;
	}
	for (const { field, before: oldValue, after: newValue } of fieldChanges(before, after))
		record(ctx, {
			action,
			...thing,
			field: isList(part) ? field : `${part}${field && '.'}${field}`,
			oldValue,
			newValue
		});
}

function prefixed(part: Part, id: string | null, changes: readonly FieldChange[]): FieldChange[] {
	return changes.map((change) => ({
		...change,
		field: [part, ...(id === null ? [] : [id]), ...(change.field ? [change.field] : [])].join('.')
	}));
}
