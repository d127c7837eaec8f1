import { afterEach, describe, expect, it } from 'vitest';
import { readRiskForm, usualRisk } from '../../src/lib/input/forms/risk-form.ts';
import type { Context } from '../../src/lib/server/services/context.ts';
import { undo } from '../../src/lib/server/services/edits.ts';
import {
	ConflictError,
	ForbiddenError,
	InvalidInputError,
	NotFoundError
} from '../../src/lib/server/services/errors.ts';
import { longWork } from '../../src/lib/server/services/long-work.ts';
import { loadPlan } from '../../src/lib/server/services/plan-cache.ts';
import { importPlan, renamePlan } from '../../src/lib/server/services/plans.commands.ts';
import {
	cancelRisk,
	saveSharedRanges,
	startRisk
} from '../../src/lib/server/services/risks.commands.ts';
import { rangesPage, riskPage } from '../../src/lib/server/services/risks.queries.ts';
import { member, newInstallation, newOrganisation } from '../support/installation.ts';
import { exampleText } from '../support/plan-files.ts';

/** The risk of a portfolio, reckoned in a thread, kept with the plan and shown to all who may read it. */
const opened: ReturnType<typeof newInstallation>[] = [];

function house() {
	const db = newInstallation();
	opened.push(db);
	const organisation = newOrganisation(db, 'Alvesta');
	const at = (ctx: Context) => ({ ...ctx, now: () => Date.parse('2026-11-27T10:00:00Z') });
	const as = (role: 'editor' | 'reader', name: string) => at(member(db, organisation, role, name));
	const editor = as('editor', 'editor');
	return {
		editor,
		reader: as('reader', 'r'),
		stranger: at(member(db, newOrganisation(db, 'Växjö'), 'editor', 's')),
		planId: importPlan(editor, exampleText)
	};
}

afterEach(() => {
	for (const db of opened.splice(0)) longWork(db).close();
});

const few = { ...usualRisk, draws: '1000' };
const many = { ...usualRisk, draws: '100000' };

async function made(ctx: Context, planId: string, portfolio = 'P2') {
	for (;;) {
		const page = riskPage(ctx, planId, portfolio);
		if (page.portfolio === null) throw new Error('no portfolio');
		if (page.job?.kind !== 'running') return page;
		await new Promise((later) => setTimeout(later, 50));
	}
}

const ranges = (three: readonly string[]) => ({
	'price.construction.low': three[0] ?? '',
	'price.construction.likely': three[1] ?? '',
	'price.construction.high': three[2] ?? '',
	'price.construction.source': 'antagande',
	'price.construction.confidence': 'assumption'
});

describe('the risk of a portfolio', { timeout: 60_000 }, () => {
	it('is reckoned in a thread, kept with the plan, and shown to those who may read it', async () => {
		const { editor, reader, stranger, planId } = house();
		expect(riskPage(reader, planId, 'P2')).toMatchObject({ job: null, result: null });
		startRisk(editor, planId, 'P2', few);
		const { result, job } = await made(editor, planId);
		expect(job).toBeNull();
		expect(result).toMatchObject({ draws: 1000, seed: 2030, distribution: 'pert', isOld: false });
		const gap = result?.figures.find(({ kind }) => kind === 'gap');
		expect(gap?.p10?.value.lt(gap.p90?.value ?? 0)).toBe(true);
		expect(gap?.p50?.standardError.gt(0)).toBe(true);
		expect(result?.reached.map(({ target }) => target.id)).toEqual(['T1', 'T2']);
		const read = riskPage(reader, planId, 'P2');
		expect(read).toMatchObject({ mayEdit: false, result: { draws: 1000 } });
		expect(riskPage(reader, planId, 'P3')).toMatchObject({ result: null });
		expect(() => riskPage(stranger, planId, 'P2')).toThrow(NotFoundError);
	});

	it('gives the same for the same seed, and another for another', async () => {
		const { editor, planId } = house();
		const p50 = async (seed: string) => {
			startRisk(editor, planId, 'P2', { ...few, seed });
			const { result } = await made(editor, planId);
			return result?.figures.map((one) => one.p50?.value.toString());
		};
		const first = await p50('7');
		expect(await p50('7')).toEqual(first);
		expect(await p50('8')).not.toEqual(first);
	});

	it('is marked as old when the plan has changed, and stands', async () => {
		const { editor, planId } = house();
		startRisk(editor, planId, 'P2', few);
		await made(editor, planId);
		const version = loadPlan(editor, planId).head.version;
		renamePlan(editor, planId, { name: 'Annat namn', version: 1 });
		expect(loadPlan(editor, planId).head.version).toBeGreaterThan(version);
		expect(riskPage(editor, planId, 'P2')).toMatchObject({ result: { isOld: true, draws: 1000 } });
	});

	it('is cancelled at once, and what was kept before stands', async () => {
		const { editor, planId } = house();
		startRisk(editor, planId, 'P2', few);
		await made(editor, planId);
		startRisk(editor, planId, 'P2', many);
		expect(riskPage(editor, planId, 'P2')).toMatchObject({ job: { kind: 'running' } });
		cancelRisk(editor, planId);
		expect(riskPage(editor, planId, 'P2')).toMatchObject({
			job: { kind: 'cancelled' },
			result: { draws: 1000 }
		});
	});

	it('is not for readers, nor for a form that says nothing', () => {
		const { editor, reader, stranger, planId } = house();
		expect(() => startRisk(reader, planId, 'P2', few)).toThrow(ForbiddenError);
		expect(() => startRisk(stranger, planId, 'P2', few)).toThrow(NotFoundError);
		expect(() => startRisk(editor, planId, 'P9', few)).toThrow(NotFoundError);
		expect(() => startRisk(editor, planId, 'P2', {})).toThrow(InvalidInputError);
		const fields = (values: object) => Object.keys(readRiskForm({ ...few, ...values }).errors);
		expect(fields({ draws: '999999999' })).toEqual(['draws']);
		expect(fields({ seed: '1,5' })).toEqual(['seed']);
		expect(fields({ seed: '' })).toEqual(['seed']);
		expect(fields({ seed: '4294967296' })).toEqual(['seed']);
		expect(fields({ distribution: 'normal' })).toEqual(['distribution']);
	});
});

describe('ranges that measures share', () => {
	it('are saved as one step, which undo takes back', () => {
		const { editor, reader, planId } = house();
		const { version } = rangesPage(reader, planId);
		saveSharedRanges(editor, planId, { version, values: ranges(['0,9', '1', '1,3']) });
		expect(rangesPage(reader, planId).shared).toEqual([
			{
				of: 'price',
				name: 'construction',
				range: [0.9, 1, 1.3],
				source: 'antagande',
				confidence: 'assumption'
			}
		]);
		expect(() => saveSharedRanges(editor, planId, { version, values: {} })).toThrow(ConflictError);
		undo(editor, planId);
		expect(rangesPage(reader, planId).shared).toEqual([]);
	});

	it('tell what is wrong by field, and change nothing', () => {
		const { editor, reader, planId } = house();
		const { version } = rangesPage(editor, planId);
		const fields = (three: readonly string[]) => {
			try {
				saveSharedRanges(editor, planId, { version, values: ranges(three) });
			} catch (thrown) {
				return thrown instanceof InvalidInputError ? Object.keys(thrown.fields) : thrown;
			}
			return 'saved';
		};
		expect(fields(['0,9', '', '1,3'])).toEqual(['price.construction.likely']);
		expect(fields(['1,1', '1', '1,3'])).toEqual(['price.construction.low']);
		expect(fields(['mycket', '1', '1,3'])).toEqual(['price.construction.low']);
		expect(fields(['-1', '1', '1,3'])).toEqual(['price.construction.low']);
		expect(() => saveSharedRanges(reader, planId, { version, values: {} })).toThrow(ForbiddenError);
		expect(rangesPage(editor, planId).shared).toEqual([]);
	});
});
