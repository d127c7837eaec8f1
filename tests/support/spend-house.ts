import { expect } from 'vitest';
import type { Context } from '../../src/lib/server/services/context.ts';
import { readFactors, readLedger } from '../../src/lib/server/services/spend.commands.ts';
import { spendPage } from '../../src/lib/server/services/spend.queries.ts';
import { FACTORS, LEDGER } from './purchases.ts';

/** Ledgers and factor lists sent in, and waited for. */

export const ledgerForm = { year: '2024', vat: 'excluded', unit: 'kr', by: 'category' };
export const setForm = {
	name: 'Provfaktorer 2022 v1',
	source: 'påhittade för prov',
	priceYear: '2022',
	vat: 'included',
	unit: 'kg/kr'
};

export async function ended(ctx: Context, planId: string) {
	for (;;) {
		const { job } = spendPage(ctx, planId);
		if (job?.state !== 'running') return job;
		await new Promise((later) => setTimeout(later, 20));
	}
}
export async function withLedger(
	ctx: Context,
	planId: string,
	bytes: Uint8Array = LEDGER,
	form = {}
) {
	readLedger(ctx, planId, { name: 'reskontra.xlsx', bytes }, { ...ledgerForm, ...form });
	const job = await ended(ctx, planId);
	expect(job).toMatchObject({ state: 'done', refusal: null });
	return job?.kept ?? '';
}
export async function withSet(
	ctx: Context,
	planId: string,
	form = {},
	bytes: Uint8Array = FACTORS
) {
	readFactors(ctx, planId, { name: 'faktorer.csv', bytes }, { ...setForm, ...form });
	const job = await ended(ctx, planId);
	expect(job).toMatchObject({ state: 'done', refusal: null });
	return job?.kept ?? '';
}
