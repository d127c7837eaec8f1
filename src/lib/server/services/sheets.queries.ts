import { createHash } from 'node:crypto';
import { isEmptyCell, columnName, shownCell, type Sheet } from '../../input/sheets/cell.ts';
import { readChoices, type Choices } from '../../input/sheets/choices.ts';
import { dryRun, type Outcome, type RowOutcome } from '../../input/sheets/dry-run.ts';
import { fieldsOf, type ListKind } from '../../input/sheets/fields.ts';
import { headingsOf, proposedChoices, proposedHeader } from '../../input/sheets/headings.ts';
import { SheetPlan } from '../../input/sheets/sheet-plan.ts';
import * as columnChoices from '../store/column-choices.ts';
import * as uploads from '../store/sheet-uploads.ts';
import { catalogueFor } from './catalogue.ts';
import { permit, type Context, type Member } from './context.ts';
import { longWork, stateOf, workKey } from './long-work.ts';
import { loadPlan } from './plan-cache.ts';
import { openUpload } from './sheets.ts';

type Opened = ReturnType<typeof openUpload>;

/** The work of reading a file into a plan is its sender's. */
export function sheetKey(actor: Member, planId: string): string {
	return workKey(actor, planId, 'sheet');
}

/** What has become of a file that was sent in, and the one that waits to be read into the plan. */
export function sheetStart(ctx: Context, planId: string) {
	const actor = permit(ctx, 'plan.edit');
	loadPlan(ctx, planId);
	const { organisationId, userId } = actor;
	const job = longWork(ctx.db).sheets.read(sheetKey(actor, planId));
	const state = job?.state;
	return {
		waiting: uploads.latest(ctx.db, { organisationId, planId, userId }),
		fileName: job?.subject.fileName ?? null,
		state: state?.kind ?? null,
		sheet: state?.kind === 'running' ? (state.progress?.sheet ?? null) : null,
		refusal: state?.kind === 'done' && 'refusal' in state.result ? state.result.refusal : null
	};
}

/** How the table is to be read: as was chosen, or as seems right. */
export function choicesOf(
	ctx: Context,
	{ key, upload, workbook }: Opened,
	chosen: { readonly sheet?: number; readonly headerRow?: number; readonly kind?: ListKind } = {}
): Choices {
	if (upload.choices && Object.keys(chosen).length === 0) return readChoices(upload.choices);
	const remembered = (kind: ListKind) => columnChoices.list(ctx.db, key.organisationId, kind);
	const { best } = workbook;
	const place = chosen.sheet ?? best.sheet;
	const sheet = workbook.sheets[place] ?? { name: '', rows: [] };
	const headerRow = place === best.sheet ? best.headerRow : proposedHeader(sheet);
	return proposedChoices(sheet, place, remembered, { headerRow, ...chosen });
}

export function sheetOf({ workbook }: Opened, { sheet }: Choices): Sheet {
	return workbook.sheets[sheet] ?? { name: '', rows: [] };
}

export function planFor({ db }: Context, { key, loaded }: Opened): SheetPlan {
	return new SheetPlan(loaded.plan, catalogueFor(db, key.organisationId));
}

/** Tells one state of the plan, the catalogue and the choices from another. */
export function seenOf({ loaded }: Opened, choices: Choices): string {
	return createHash('sha256')
		.update(JSON.stringify([stateOf(loaded), choices]))
		.digest('hex');
}

const MOST_SAMPLES = 3;

/** The table with its headings, some of what stands below them, and what each column is taken to say. */
export function sheetColumns(ctx: Context, planId: string, uploadId: string) {
	const opened = openUpload(ctx, planId, uploadId);
	const choices = choicesOf(ctx, opened);
	const sheet = sheetOf(opened, choices);
	const headings = headingsOf(sheet, choices.headerRow);
	const below = sheet.rows.slice(choices.headerRow);
	return {
		id: uploadId,
		fileName: opened.upload.fileName,
		sheets: opened.workbook.sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
		tooLarge: opened.workbook.tooLarge,
		choices: { ...choices, answers: {} },
		columns: headings.flatMap((heading, place) => {
			const samples = below
				.map((row) => row[place])
				.filter((cell) => !isEmptyCell(cell))
				.slice(0, MOST_SAMPLES)
				.map((cell) => shownCell(cell).slice(0, 60));
			if (heading === '' && samples.length === 0) return [];
			const field = choices.columns[place] ?? '';
			return [{ place, name: columnName(place), heading, samples, field }];
		}),
		fields: Object.keys(fieldsOf[choices.kind]),
		/** Rows near the top, from which the one of the headings is chosen. */
		topRows: sheet.rows.slice(0, 12).map((row, index) => ({
			row: index + 1,
			text: row
				.filter((cell) => !isEmptyCell(cell))
				.slice(0, 6)
				.map((cell) => shownCell(cell).slice(0, 24))
				.join(' | ')
		})),
		pools: opened.loaded.plan.pools.map(({ id, sector, gas }) => ({ id, sector, gas }))
	};
}

const MOST_SHOWN = 200;
const LISTED: Readonly<Record<'open' | 'ready' | 'leftOut', readonly Outcome[]>> = {
	open: ['asked', 'refused'],
	ready: ['new', 'changed', 'same'],
	leftOut: ['leftOut']
};

/** What each row would do to the plan. */
export function sheetRows(ctx: Context, planId: string, uploadId: string) {
	const opened = openUpload(ctx, planId, uploadId);
	const choices = choicesOf(ctx, opened);
	const run = dryRun(planFor(ctx, opened), sheetOf(opened, choices), choices);
	const rowsOf = (of: keyof typeof LISTED): readonly RowOutcome[] =>
		run.rows.filter(({ outcome }) => LISTED[of].includes(outcome)).slice(0, MOST_SHOWN);
	return {
		id: uploadId,
		fileName: opened.upload.fileName,
		sheetName: sheetOf(opened, choices).name,
		/** Of what state these rows are told. */
		seen: seenOf(opened, choices),
		kind: choices.kind,
		twins: choices.twins,
		hasAnswers: Object.keys(choices.answers).length > 0 || choices.twins !== 'ask',
		counts: run.counts,
		/** Columns with a heading that say nothing here. */
		unread: run.headings.flatMap((heading, place) =>
			heading !== '' && !choices.columns[place] ? [`${columnName(place)} ${heading}`] : []
		),
		problems: run.problems,
		mayImport: run.mayImport,
		open: rowsOf('open'),
		ready: rowsOf('ready'),
		leftOut: rowsOf('leftOut')
	};
}
