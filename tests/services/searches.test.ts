import { afterEach, describe, expect, it } from 'vitest';
import { usualWish } from '../../src/lib/input/forms/wish-form.ts';
import type { Context } from '../../src/lib/server/services/context.ts';
import { undo } from '../../src/lib/server/services/edits.ts';
import { ForbiddenError, InvalidInputError } from '../../src/lib/server/services/errors.ts';
import { longWork } from '../../src/lib/server/services/long-work.ts';
import { loadPlan } from '../../src/lib/server/services/plan-cache.ts';
import { importPlan, renamePlan } from '../../src/lib/server/services/plans.commands.ts';
import {
	cancelSearch,
	saveFound,
	startSearch,
	stopSearch
} from '../../src/lib/server/services/searches.commands.ts';
import { searchPage } from '../../src/lib/server/services/searches.queries.ts';
import { member, newInstallation, newOrganisation } from '../support/installation.ts';
import { exampleText } from '../support/plan-files.ts';

/** The best portfolio, sought in a thread: begun, stopped with the best so far, cancelled, saved with its applications. */
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
		other: as('editor', 'o'),
		stranger: at(member(db, newOrganisation(db, 'Växjö'), 'editor', 's')),
		planId: importPlan(editor, exampleText)
	};
}

afterEach(() => {
	for (const db of opened.splice(0)) longWork(db).close();
});

const wish = { ...usualWish, year: '2030', scope: 'CO2', seconds: '10' };

async function made(ctx: Context, planId: string) {
	for (;;) {
		const { job } = searchPage(ctx, planId);
		if (job?.kind !== 'running') return job;
		await new Promise((later) => setTimeout(later, 50));
	}
}

type Job = Awaited<ReturnType<typeof made>>;

function best(job: Job) {
	return job?.result?.kind === 'best' ? job.result : null;
}

function refusedFields(work: () => unknown): string[] {
	try {
		work();
	} catch (thrown) {
		if (thrown instanceof InvalidInputError) return Object.keys(thrown.fields).sort();
		throw thrown;
	}
	return [];
}

describe('a search for a portfolio', { timeout: 60_000 }, () => {
	it('is made in a thread and saved with its applications as one step', async () => {
		const { editor, planId } = house();
		startSearch(editor, planId, {
			...wish,
			goal: 'smallest-gap',
			money: 'proposed',
			leastTonnes: '2000'
		});
		const job = await made(editor, planId);
		const result = best(job);
		expect(result?.status).toBe('optimal');
		expect(result?.figures?.tonnes.gte(2000)).toBe(true);
		expect(result?.applications.length).toBeGreaterThan(0);
		const before = loadPlan(editor, planId).plan;
		expect(
			refusedFields(() =>
				saveFound(editor, planId, { name: ' ', withApplications: true, place: 0 })
			)
		).toEqual(['name']);
		const id = saveFound(editor, planId, { name: 'Framräknad', withApplications: true, place: 0 });
		const { plan } = loadPlan(editor, planId);
		const saved = plan.portfolios.find((one) => one.id === id);
		expect(saved?.name).toBe('Framräknad');
		expect([...(saved?.measures ?? [])].sort()).toEqual(
			result?.measures.map((one) => one.id).sort()
		);
		expect(plan.applications.length - before.applications.length).toBe(result?.applications.length);
		expect(searchPage(editor, planId).job).toMatchObject({
			saved: [{ place: 0, id }],
			isOld: false
		});
		const again = () =>
			saveFound(editor, planId, { name: 'En till', withApplications: true, place: 0 });
		expect(refusedFields(again)).toEqual(['form']);
		undo(editor, planId);
		expect(loadPlan(editor, planId).plan).toEqual(before);
		expect(searchPage(editor, planId).job).toMatchObject({ saved: [], isOld: true });
	});

	it('shows the trade-off of cost and tonnes, from which each point can be saved once', async () => {
		const { editor, planId } = house();
		const { plan } = loadPlan(editor, planId);
		const others = plan.measures.map(({ id }) => id).slice(0, 12);
		startSearch(editor, planId, {
			...wish,
			...Object.fromEntries(others.map((id) => [`measure.${id}`, 'must-not'])),
			starts: 'fixed',
			kind: 'front',
			scope: 'all',
			budget: 'none'
		});
		const job = await made(editor, planId);
		const front = job?.result?.kind === 'front' ? job.result : null;
		const points = front?.points ?? [];
		expect(front?.complete).toBe(true);
		expect(points.length).toBeGreaterThan(3);
		points.slice(1).forEach((point, index) => {
			expect(point.tonnes.gt(points[index]?.tonnes ?? 0)).toBe(true);
			expect(point.cost.gt(points[index]?.cost ?? 0)).toBe(true);
		});
		const save = (place: number) =>
			saveFound(editor, planId, { name: `Punkt ${place}`, withApplications: false, place });
		const [first, second] = [save(1), save(2)];
		const after = loadPlan(editor, planId).plan;
		for (const [id, place] of [
			[first, 1],
			[second, 2]
		] as const)
			expect(after.portfolios.find((one) => one.id === id)?.measures).toEqual(
				points[place]?.measures.map((one) => one.id)
			);
		expect(refusedFields(() => save(1))).toEqual(['form']);
		expect(refusedFields(() => save(99))).toEqual(['form']);
		expect(searchPage(editor, planId).job?.saved).toEqual([
			{ place: 1, id: first },
			{ place: 2, id: second }
		]);
	});

	it('keeps a portfolio as it is and fills it up', async () => {
		const { editor, planId } = house();
		startSearch(editor, planId, {
			...wish,
			keep: 'P3',
			goal: 'least-cost',
			budget: 'none',
			leastTonnes: '2000'
		});
		const job = await made(editor, planId);
		const { plan } = loadPlan(editor, planId);
		const kept = plan.portfolios.find(({ id }) => id === 'P3');
		const id = saveFound(editor, planId, { name: 'Mer', withApplications: false, place: 0 });
		const more = loadPlan(editor, planId).plan.portfolios.find((one) => one.id === id);
		expect(best(job)?.figures?.tonnes.gte(2000)).toBe(true);
		for (const measure of kept?.measures ?? []) {
			expect(more?.measures).toContain(measure);
			expect(more?.shift[measure]).toBe(kept?.shift[measure]);
			expect(more?.scale[measure]?.toString()).toBe(kept?.scale[measure]?.toString());
		}
		expect(more?.measures.length).toBeGreaterThan(kept?.measures.length ?? 0);
	});

	it('ends with the best so far when it is told to, and at once when cancelled', async () => {
		const { editor, planId } = house();
		startSearch(editor, planId, { ...usualWish, money: 'proposed', seconds: '60' });
		await new Promise((later) => setTimeout(later, 1500));
		stopSearch(editor, planId);
		const started = Date.now();
		const job = await made(editor, planId);
		expect(Date.now() - started).toBeLessThan(15_000);
		expect(job?.kind).toBe('done');
		expect(best(job)?.figures).not.toBeNull();
		startSearch(editor, planId, wish);
		cancelSearch(editor, planId);
		expect(searchPage(editor, planId).job?.kind).toBe('cancelled');
		expect(
			refusedFields(() =>
				saveFound(editor, planId, { name: 'x', withApplications: false, place: 0 })
			)
		).toEqual(['form']);
	});

	it('is its maker’s alone; one for each person; and says when the plan has changed since', async () => {
		const { editor, other, reader, stranger, planId } = house();
		startSearch(editor, planId, wish);
		expect(searchPage(other, planId).job).toBeNull();
		stopSearch(other, planId);
		cancelSearch(other, planId);
		expect(searchPage(editor, planId).job?.kind).toBe('running');
		expect(() => startSearch(reader, planId, wish)).toThrow(ForbiddenError);
		expect(() => stopSearch(reader, planId)).toThrow(ForbiddenError);
		expect(() => searchPage(stranger, planId)).toThrow();
		expect(() => startSearch(stranger, planId, wish)).toThrow();
		await made(editor, planId);
		expect(
			refusedFields(() =>
				saveFound(other, planId, { name: 'x', withApplications: false, place: 0 })
			)
		).toEqual(['form']);
		renamePlan(editor, planId, { name: 'Ny', version: loadPlan(editor, planId).head.version });
		expect(searchPage(editor, planId).job?.isOld).toBe(true);
	});

	it('names every field of the wish that is wrong', () => {
		const { editor, planId } = house();
		const start = (changes: Readonly<Record<string, string>>) =>
			refusedFields(() => startSearch(editor, planId, { ...wish, ...changes }));
		expect(start({ goal: 'best', scope: '', cost: 'x', money: 'y', starts: 'z' })).toEqual([
			'cost',
			'goal',
			'money',
			'scope',
			'starts'
		]);
		expect(start({ year: '1999', leastTonnes: '-1', keep: 'P9' })).toEqual([
			'keep',
			'leastTonnes',
			'year'
		]);
		expect(start({ budget: 'amount', perYear: '' })).toEqual(['perYear']);
		expect(start({ budget: 'amount', perYear: '1,000' })).toEqual(['perYear']);
		expect(start({ goal: 'smallest-gap', budget: 'none' })).toEqual(['budget']);
		expect(start({ seconds: '1e9' })).toEqual(['seconds']);
		expect(start({ leastTonnes: '1 000 000 000 000' })).toEqual(['leastTonnes']);
		expect(searchPage(editor, planId).job).toBeNull();
	});
});
