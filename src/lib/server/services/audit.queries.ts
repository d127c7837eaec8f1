import * as audit from '../store/audit.ts';
import type { Context } from './context.ts';

/** Number of the first row of the log that does not fit the one before it; null when the log is whole. */
export function brokenLogRow(ctx: Context): number | null {
	return audit.firstBrokenLink(ctx.db);
}
