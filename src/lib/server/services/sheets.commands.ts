import type { Text } from '../../core/errors.ts';
import type { FormValues } from '../../input/forms/field-reader.ts';
import { readAnswers, readChoicesForm } from '../../input/sheets/choices-form.ts';
import { dryRun } from '../../input/sheets/dry-run.ts';
import { memoryKey } from '../../input/sheets/headings.ts';
import { inTransaction } from '../db/open.ts';
import * as columnChoices from '../store/column-choices.ts';
import * as uploads from '../store/sheet-uploads.ts';
import { permit, type Context } from './context.ts';
import { editPlan } from './edits.ts';
import { ConflictError, InvalidInputError } from './errors.ts';
import { assertMayStart, longWork } from './long-work.ts';
import { loadPlan } from './plan-cache.ts';
import { openUpload } from './sheets.ts';
import { choicesOf, planFor, seenOf, sheetKey, sheetOf } from './sheets.queries.ts';

/** What reading a file may take: a hostile one is not waited for. */
const MOST_MS = 10_000;

/** Begins to read a file of tables, in a thread of its own with little memory. Throws InvalidInputError when other work is under way. */
export function readSheetFile(
	ctx: Context,
	planId: string,
	file: { readonly name: string; readonly bytes: Uint8Array }
): void {
	const actor = permit(ctx, 'plan.edit');
	const { organisationId, userId } = actor;
	loadPlan(ctx, planId);
	const key = sheetKey(actor, planId);
	assertMayStart(ctx.db, key);
	const at = ctx.now();
	const fileName = file.name.slice(0, 200);
	longWork(ctx.db).sheets.start(
		key,
		{ organisationId, planId, userId, fileName, at },
		{ data: { bytes: file.bytes, fileName }, mostMs: MOST_MS, at }
	);
}

/** Ends the reading of a file. */
export function cancelReading(ctx: Context, planId: string): void {
	const actor = permit(ctx, 'plan.edit');
	loadPlan(ctx, planId);
	longWork(ctx.db).sheets.cancel(sheetKey(actor, planId));
}

/** Saves how a table is to be read; true when another table was chosen, whose columns are to be looked at first. */
export function chooseColumns(
	ctx: Context,
	planId: string,
	uploadId: string,
	values: FormValues
): boolean {
	const opened = openUpload(ctx, planId, uploadId);
	const before = choicesOf(ctx, opened);
	const { choices, errors, isOtherTable } = readChoicesForm(values, before);
	if (Object.keys(errors).length > 0) throw new InvalidInputError(errors);
	const { sheets } = opened.workbook;
	if (!sheets[choices.sheet]) throw new InvalidInputError({ sheet: NO_SHEET });
	if (choices.headerRow > (sheets[choices.sheet]?.rows.length ?? 0))
		throw new InvalidInputError({ headerRow: NO_ROW });
	const wanted = isOtherTable
		? choicesOf(ctx, opened, {
				sheet: choices.sheet,
				kind: choices.kind,
				// Another sheet has its headings elsewhere.
				...(choices.sheet === before.sheet && { headerRow: choices.headerRow })
			})
		: choices;
	uploads.setChoices(ctx.db, opened.key, uploadId, wanted);
	return isOtherTable;
}

const NO_SHEET: Text = { sv: 'välj ett av bladen', en: 'choose one of the sheets' };
const NO_ROW: Text = { sv: 'bladet har inte så många rader', en: 'the sheet has not so many rows' };

/** Saves answers to questions about rows. */
export function answerRows(
	ctx: Context,
	planId: string,
	uploadId: string,
	values: FormValues
): void {
	const opened = openUpload(ctx, planId, uploadId);
	const before = choicesOf(ctx, opened);
	const choices = readAnswers(values, before, sheetOf(opened, before).rows.length);
	uploads.setChoices(ctx.db, opened.key, uploadId, choices);
}

/** Forgets all answers. */
export function forgetAnswers(ctx: Context, planId: string, uploadId: string): void {
	const opened = openUpload(ctx, planId, uploadId);
	uploads.setChoices(ctx.db, opened.key, uploadId, {
		...choicesOf(ctx, opened),
		twins: 'ask',
		answers: {}
	});
}

/** Forgets the file. */
export function dropSheet(ctx: Context, planId: string, uploadId: string): void {
	const { key } = openUpload(ctx, planId, uploadId);
	uploads.remove(ctx.db, key, uploadId);
}

/**
 * Puts every row in the plan as one step, or none. Returns how many. Throws InvalidInputError while a row is asked about or
 * refused, ConflictError when the plan, the catalogue or the choices have changed since they were looked at.
 */
export function importSheet(ctx: Context, planId: string, uploadId: string, seen: string): number {
	permit(ctx, 'plan.edit');
	return inTransaction(ctx.db, () => {
		const opened = openUpload(ctx, planId, uploadId);
		const { key, upload } = opened;
		const choices = choicesOf(ctx, opened);
		if (seenOf(opened, choices) !== seen)
			throw new ConflictError(
				`plan ${planId} or how the list is read has changed since it was seen`
			);
		const sheet = sheetOf(opened, choices);
		const run = dryRun(planFor(ctx, opened), sheet, choices);
		if (!run.mayImport) throw new InvalidInputError({ form: NOT_YET });
		editPlan(ctx, planId, { name: 'sheet.import', label: upload.fileName }, run.edits);
		const meanings = new Map(
			run.headings.map((heading, place) => [memoryKey(heading), choices.columns[place] ?? ''])
		);
		meanings.delete('');
		columnChoices.save(ctx.db, key.organisationId, choices.kind, meanings, ctx.now());
		uploads.remove(ctx.db, key, uploadId);
		return run.counts.new + run.counts.changed;
	});
}

const NOT_YET: Text = {
	sv: 'Några rader behöver svar eller rättas först. Inget är inläst.',
	en: 'Some rows need an answer or a correction first. Nothing has been read in.'
};
