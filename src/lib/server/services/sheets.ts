import type { Workbook } from '../../input/sheets/cell.ts';
import type { Db } from '../db/open.ts';
import * as uploads from '../store/sheet-uploads.ts';
import type { Jobs } from '../work/jobs.ts';
import type { SheetProgress, SheetResult } from '../work/sheet-worker.ts';
import { permit, type Context } from './context.ts';
import { NotFoundError } from './errors.ts';
import { loadPlan } from './plan-cache.ts';

export type SheetSubject = uploads.UploadKey & { readonly fileName: string; readonly at: number };
export type SheetJobs = Jobs<SheetSubject, SheetProgress, SheetResult>;

const DAY_MS = 24 * 60 * 60_000;

/** Stores what a thread has read; in memory it need not stay. */
export function keepTables(db: Db, subject: SheetSubject, result: SheetResult): SheetResult {
	if ('refusal' in result) return result;
	const { fileName, at, ...key } = subject;
	uploads.create(db, key, { fileName, workbook: result.workbook }, at);
	return { workbook: '' };
}

/** Forgets what nobody came back to. */
export function sweepUploads(db: Db, now: number): void {
	uploads.removeOlderThan(db, now - DAY_MS);
}

/** One's own upload to a plan with its tables; somebody else's is not there. */
export function openUpload(ctx: Context, planId: string, uploadId: string) {
	const { organisationId, userId } = permit(ctx, 'plan.edit');
	const loaded = loadPlan(ctx, planId);
	const key = { organisationId, planId, userId };
	const upload = uploads.read(ctx.db, key, uploadId);
	if (!upload) throw new NotFoundError(`No upload ${uploadId} of this user.`);
	const workbook = JSON.parse(upload.workbook) as Workbook;
	return { key, loaded, upload, workbook };
}
