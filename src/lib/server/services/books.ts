import { createHash } from 'node:crypto';
import type { Text } from '../../core/errors.ts';
import { problemLine } from '../../core/plan/problem.ts';
import { cellChanges, type CellChange } from '../../input/book/changes.ts';
import { bookEdits } from '../../input/book/edits.ts';
import { bookCopyIn, type BookCopy, type BookFault } from '../../input/book/trace.ts';
import * as uploads from '../store/sheet-uploads.ts';
import { inTransaction } from '../db/open.ts';
import { permit, type Context } from './context.ts';
import { editPlan, problemsOf } from './edits.ts';
import { ConflictError, InvalidInputError, NotFoundError } from './errors.ts';
import { stateOf } from './long-work.ts';
import { openUpload } from './sheets.ts';

/** Which of the two holds where both the book and the plan were changed. */
export type Taken = 'book' | 'plan';

type Opened = ReturnType<typeof openUpload> & { readonly copy: BookCopy };

/** Whether an upload is a workbook that the program wrote. */
export function isBook(ctx: Context, planId: string, uploadId: string): boolean {
	return bookCopyIn(openUpload(ctx, planId, uploadId).workbook) !== null;
}

function openBook(ctx: Context, planId: string, uploadId: string): Opened {
	const opened = openUpload(ctx, planId, uploadId);
	const copy = bookCopyIn(opened.workbook);
	if (!copy) throw new NotFoundError(`Upload ${uploadId} is no workbook of the program's.`);
	return { ...opened, copy };
}

/** Tells one state of the plan from another. */
function seenOf({ loaded }: Opened): string {
	return createHash('sha256')
		.update(JSON.stringify(stateOf(loaded)))
		.digest('hex');
}

function isOfOther(planId: string, { copy }: Opened): boolean {
	return copy.planId !== '' && copy.planId !== planId;
}

/** What a workbook that comes back would change in the plan, cell by cell. */
export function bookView(ctx: Context, planId: string, uploadId: string) {
	const opened = openBook(ctx, planId, uploadId);
	const { copy, loaded, upload } = opened;
	const changes = isOfOther(planId, opened) ? [] : cellChanges(loaded.plan, copy);
	const of = (kind: CellChange['kind']) => changes.filter((change) => change.kind === kind);
	const [updates, conflicts] = [of('update'), of('conflict')];
	return {
		id: uploadId,
		fileName: upload.fileName,
		day: copy.day,
		/** Of what state of the plan this is told. */
		seen: seenOf(opened),
		isOfOther: isOfOther(planId, opened),
		updates,
		conflicts,
		same: of('same'),
		left: [...of('refused'), ...of('unread')],
		faults: copy.faults as readonly BookFault[],
		problems: problemsOf(ctx, planId, bookEdits(loaded.plan, updates)).map((problem) => ({
			sv: problemLine(problem, 'sv'),
			en: problemLine(problem, 'en')
		}))
	};
}

/** What somebody decides of a workbook: of each conflict, by its cell, which side holds; and to read it without what cannot be read. */
type BookAnswers = {
	readonly seen: string;
	readonly taken: ReadonlyMap<string, Taken>;
	readonly withoutRest: boolean;
};

/** A cell by which a conflict is answered. */
function conflictKey({ sheet, cell }: Pick<CellChange, 'sheet' | 'cell'>): string {
	return `${sheet}!${cell}`;
}

/**
 * Puts the changes of a workbook in the plan as one step, or none; returns how many. Throws ConflictError when the plan has
 * changed since it was looked at, InvalidInputError while a conflict is unanswered, something is left out that nobody has
 * agreed to, or a rule of the plan would be broken.
 */
export function readBook(
	ctx: Context,
	planId: string,
	uploadId: string,
	{ seen, taken, withoutRest }: BookAnswers
): number {
	permit(ctx, 'plan.edit');
	return inTransaction(ctx.db, () => {
		const opened = openBook(ctx, planId, uploadId);
		const { copy, loaded, key, upload } = opened;
		if (isOfOther(planId, opened)) throw new InvalidInputError({ form: OTHER_PLAN });
		if (seenOf(opened) !== seen)
			throw new ConflictError(`plan ${planId} has changed since the workbook was looked at`);
		const changes = cellChanges(loaded.plan, copy);
		const conflicts = changes.filter(({ kind }) => kind === 'conflict');
		if (conflicts.some((one) => !taken.has(conflictKey(one))))
			throw new InvalidInputError({ form: UNANSWERED });
		const isLeft = changes.some(({ kind }) => kind === 'refused' || kind === 'unread');
		if ((isLeft || copy.faults.length > 0) && !withoutRest)
			throw new InvalidInputError({ form: REST });
		const wanted = changes.filter(
			(one) =>
				one.kind === 'update' || (one.kind === 'conflict' && taken.get(conflictKey(one)) === 'book')
		);
		const edits = bookEdits(loaded.plan, wanted);
		const [problem] = problemsOf(ctx, planId, edits);
		if (problem)
			throw new InvalidInputError({
				form: { sv: problemLine(problem, 'sv'), en: problemLine(problem, 'en') }
			});
		editPlan(ctx, planId, { name: 'book.import', label: upload.fileName }, edits);
		uploads.remove(ctx.db, key, uploadId);
		return wanted.length;
	});
}

const OTHER_PLAN: Text = {
	sv: 'Arbetsboken är uttagen ur en annan plan och kan bara läsas in där.',
	en: 'The workbook was taken out of another plan and can only be read in there.'
};
const UNANSWERED: Text = {
	sv: 'Välj för varje krock om bokens eller planens värde ska gälla. Inget är inläst.',
	en: 'Choose for each conflict whether the book’s or the plan’s value holds. Nothing has been read in.'
};
const REST: Text = {
	sv: 'Kryssa för att läsa in utan det som inte läses, eller rätta filen. Inget är inläst.',
	en: 'Tick to read in without what is not read, or mend the file. Nothing has been read in.'
};
