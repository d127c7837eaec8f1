import { and, asc, desc, eq, lt } from 'drizzle-orm';
import type { Part } from '../../core/plan/parts.ts';
import type { Db } from '../db/open.ts';
import { editStep } from '../db/schema/edit.ts';
import type { PlanKey } from './plan-key.ts';

/** A part of a plan file before and after a step; null: not there. */
export type PartChange = {
	readonly part: Part;
	readonly id: string | null;
	readonly before: unknown;
	readonly after: unknown;
	/** Where a removed member stood, so that it comes back there. */
	readonly position?: number | undefined;
};

export type EditStep = {
	readonly id: number;
	readonly name: string;
	readonly label: string;
	readonly changes: readonly PartChange[];
};

type Author = PlanKey & { readonly userId: string };

/** So many steps back one can go; older ones stay in the log. */
const MOST_KEPT = 100;

/** Adds a step; what its author had undone before can no longer be done again. */
export function add(
	db: Db,
	author: Author,
	step: Omit<EditStep, 'id'> & { readonly at: number }
): void {
	db.update(editStep)
		.set({ state: 'final' })
		.where(and(byAuthor(author), eq(editStep.state, 'undone')))
		.run();
	const { id } = db
		.insert(editStep)
		.values({ ...keyOf(author), ...step, changes: JSON.stringify(step.changes) })
		.returning({ id: editStep.id })
		.get();
	forgetOld(db, author, id);
}

function forgetOld(db: Db, author: Author, latest: number): void {
	const oldest = db
		.select({ id: editStep.id })
		.from(editStep)
		.where(byAuthor(author))
		.orderBy(desc(editStep.id))
		.limit(1)
		.offset(MOST_KEPT - 1)
		.get();
	if (oldest && oldest.id < latest)
		db.delete(editStep)
			.where(and(byAuthor(author), lt(editStep.id, oldest.id)))
			.run();
}

/** The author's last step that stands: what "undo" takes back. */
export function lastDone(db: Db, author: Author): EditStep | null {
	return one(db, author, 'done');
}

/** The step that was undone last: what "redo" does again. */
export function lastUndone(db: Db, author: Author): EditStep | null {
	return one(db, author, 'undone');
}

/** The names of the two, without what they changed. */
export function names(db: Db, author: Author) {
	const nameOf = (state: 'done' | 'undone') => {
		const row = db
			.select({ name: editStep.name, label: editStep.label })
			.from(editStep)
			.where(and(byAuthor(author), eq(editStep.state, state)))
			.orderBy(orderOf(state))
			.limit(1)
			.get();
		return row ?? null;
	};
	return { undo: nameOf('done'), redo: nameOf('undone') };
}

export function setState(db: Db, author: Author, id: number, state: 'done' | 'undone'): void {
	db.update(editStep)
		.set({ state })
		.where(and(byAuthor(author), eq(editStep.id, id)))
		.run();
}

function one(db: Db, author: Author, state: 'done' | 'undone'): EditStep | null {
	const row = db
		.select()
		.from(editStep)
		.where(and(byAuthor(author), eq(editStep.state, state)))
		.orderBy(orderOf(state))
		.limit(1)
		.get();
	if (!row) return null;
	const { id, name, label, changes } = row;
	return { id, name, label, changes: JSON.parse(changes) as PartChange[] };
}

/** The latest of what stands; the first of what is undone, since steps are undone from the last one back. */
function orderOf(state: 'done' | 'undone') {
	return state === 'done' ? desc(editStep.id) : asc(editStep.id);
}

function keyOf({ organisationId, planId, userId }: Author) {
	return { organisationId, planId, userId };
}

function byAuthor({ organisationId, planId, userId }: Author) {
	return and(
		eq(editStep.organisationId, organisationId),
		eq(editStep.planId, planId),
		eq(editStep.userId, userId)
	);
}
