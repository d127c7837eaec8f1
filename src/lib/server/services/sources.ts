import { Decimal } from '../../core/decimal.ts';
import type { Gas } from '../../core/plan/plan.ts';
import type { Found } from '../../input/sources/found.ts';
import { inTransaction, type Db } from '../db/open.ts';
import type { SourceAddresses } from '../sources/addresses.ts';
import * as releases from '../store/source-releases.ts';
import type { Jobs } from '../work/jobs.ts';
import type { SourceProgress, SourceResult } from '../work/source-worker.ts';
import { permitStill, record, type Context } from './context.ts';

export type { SourceName } from '../store/source-releases.ts';

/** Who asked what, of which municipality. */
export type SourceSubject = {
	readonly ctx: Context;
	readonly source: releases.SourceName;
	readonly code: string;
	readonly gas: Gas | '';
	readonly origin: string;
	readonly at: number;
};
export type SourceJobs = Jobs<SourceSubject, SourceProgress, SourceResult>;

export const sourceNames = [
	'emission-database',
	'kolada-emissions',
	'scb-population',
	'kolada-population'
] as const satisfies readonly releases.SourceName[];

export const addressOf: Readonly<Record<releases.SourceName, keyof SourceAddresses>> = {
	'emission-database': 'emissions',
	'kolada-emissions': 'kolada',
	'kolada-population': 'kolada',
	'scb-population': 'scb'
};

/** Stores what a thread has found; in memory it need not stay. */
export function keepRelease(db: Db, subject: SourceSubject, result: SourceResult): SourceResult {
	if ('refusal' in result) return result;
	const { ctx, source, code, gas, origin, at } = subject;
	const { organisationId } = permitStill(ctx, 'plan.edit');
	inTransaction(db, () => {
		releases.save(db, {
			organisationId,
			source,
			municipalityCode: code,
			gas,
			origin,
			fetchedAt: at,
			found: JSON.parse(result.found) as unknown
		});
		const entityId = `${source} ${code} ${gas}`.trim();
		record(ctx, { action: 'source.fetch', entity: 'source', entityId, newValue: origin });
	});
	return { found: '' };
}

/** What a release holds, with its tonnes as decimals again. */
export function foundIn(stored: releases.StoredRelease): Found {
	const found = stored.found as Found;
	if (found.kind === 'population') return found;
	const rows = found.release.rows.map((row) => ({ ...row, tonnes: new Decimal(row.tonnes) }));
	return { ...found, release: { ...found.release, rows } };
}
