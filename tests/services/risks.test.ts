import { afterEach, describe, expect, it } from 'vitest';
import type { FormValues } from '../../src/lib/input/forms/field-reader.ts';
import { readRiskForm, sharedRangeValues, usualRisk } from '../../src/lib/input/forms/risk-form.ts';
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
import { createPortfolio } from '../../src/lib/server/services/portfolios.commands.ts';
import { importPlan, renamePlan } from '../../src/lib/server/services/plans.commands.ts';
import {
	cancelRisk,
	saveSharedRanges,
	startRisk
} from '../../src/lib/server/services/risks.commands.ts';
import { rangesPage, riskPage } from '../../src/lib/server/services/risks.queries.ts';
import * as riskResults from '../../src/lib/server/store/risk-results.ts';
import { riskFor } from '../../src/lib/server/work/risk-task.ts';
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
		expect(gap?.p50?.standardError?.gt(0)).toBe(true);
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
		cancelRisk(editor, planId, 'P2');
		expect(riskPage(editor, planId, 'P2')).toMatchObject({
			job: { kind: 'cancelled' },
			result: { draws: 1000 }
		});
	});

	it('goes with its portfolio: another of the same id has none', async () => {
		const { editor, planId } = house();
		const file = (name: string, measures: string[]) => ({
			file: { name, measures, shift: {}, scale: {} },
			errors: {}
		});
		const id = createPortfolio(editor, planId, file('Först', ['A03', 'A12']));
		startRisk(editor, planId, id, few);
		expect((await made(editor, planId, id)).result).not.toBeNull();
		undo(editor, planId);
		expect(createPortfolio(editor, planId, file('Sedan', ['A22']))).toBe(id);
		expect(riskPage(editor, planId, id)).toMatchObject({ result: null });
	});

	it('is refused while another of the same person is under way, and tells of none on its page', () => {
		const { editor, planId } = house();
		startRisk(editor, planId, 'P2', many);
		expect(() => startRisk(editor, planId, 'P3', few)).toThrow(InvalidInputError);
		expect(riskPage(editor, planId, 'P2')).toMatchObject({ job: { kind: 'running' } });
		expect(riskPage(editor, planId, 'P3')).toMatchObject({ job: null });
		cancelRisk(editor, planId, 'P2');
	});

	it('that was begun earlier does not take the place of a later one', () => {
		const { editor, planId } = house();
		const { organisationId } = editor.actor as { organisationId: string };
		const key = { organisationId, planId };
		const result = (at: number) => ({ ...key, portfolioId: 'P2', state: 's', at, result: { at } });
		riskResults.save(editor.db, result(2));
		riskResults.save(editor.db, result(1));
		expect(riskResults.read(editor.db, key, 'P2')?.at).toBe(2);
		riskResults.save(editor.db, result(3));
		expect(riskResults.read(editor.db, key, 'P2')?.at).toBe(3);
	});

	it('is shown where the cost of a tonne is missing in some draws, at whatever place', () => {
		const { editor, planId } = house();
		const { organisationId } = editor.actor as { organisationId: string };
		const file = riskFor(loadPlan(editor, planId).plan, {
			portfolio: 'P2',
			draws: 200,
			seed: 1,
			distribution: 'pert'
		});
		const figures = file.figures.map((one) => ({
			...one,
			p90: one.p90 && { ...one.p90, standardError: null }
		}));
		riskResults.save(editor.db, {
			...{ organisationId, planId, portfolioId: 'P2', state: '', at: 1 },
			result: { ...file, figures }
		});
		expect(riskPage(editor, planId, 'P2')).toMatchObject({ result: { draws: 200 } });
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
		const [saved] = rangesPage(reader, planId).shared;
		expect(saved).toMatchObject({ of: 'price', name: 'construction', source: 'antagande' });
		expect(saved?.range.map(Number)).toEqual([0.9, 1, 1.3]);
		expect(() => saveSharedRanges(editor, planId, { version, values: {} })).toThrow(ConflictError);
		undo(editor, planId);
		expect(rangesPage(reader, planId).shared).toEqual([]);
	});

	it('with three decimals are shown as they can be sent again', () => {
		const { editor, planId } = house();
		const save = (values: object) => {
			const { version } = rangesPage(editor, planId);
			saveSharedRanges(editor, planId, { version, values: values as FormValues });
		};
		save(ranges(['1', '1,1250', '1,25']));
		const shown = sharedRangeValues(rangesPage(editor, planId).shared);
		save({ ...shown, 'price.fuel.low': '0,9', 'price.fuel.likely': '1', 'price.fuel.high': '1,2' });
		const three = rangesPage(editor, planId).shared.map(({ range }) => range.map(Number));
		expect(three).toEqual([
			[0.9, 1, 1.2],
			[1, 1.125, 1.25]
		]);
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
		expect(fields(['', '', ''])).toEqual([
			'price.construction.low',
			'price.construction.likely',
			'price.construction.high'
		]);
		expect(fields(['mycket', '1', '1,3'])).toEqual(['price.construction.low']);
		expect(fields(['-1', '1', '1,3'])).toEqual(['price.construction.low']);
		expect(() => saveSharedRanges(reader, planId, { version, values: {} })).toThrow(ForbiddenError);
		expect(rangesPage(editor, planId).shared).toEqual([]);
	});
});
