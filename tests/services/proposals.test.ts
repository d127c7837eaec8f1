import { afterEach, describe, expect, it } from 'vitest';
import { undo } from '../../src/lib/server/services/edits.ts';
import type { Context } from '../../src/lib/server/services/context.ts';
import { ForbiddenError, InvalidInputError } from '../../src/lib/server/services/errors.ts';
import { loadPlan } from '../../src/lib/server/services/plan-cache.ts';
import { importPlan, renamePlan } from '../../src/lib/server/services/plans.commands.ts';
import {
	acceptProposal,
	cancelProposal,
	startProposal
} from '../../src/lib/server/services/proposals.commands.ts';
import { proposalPage } from '../../src/lib/server/services/proposals.queries.ts';
import { longWork } from '../../src/lib/server/services/long-work.ts';
import { createJobs } from '../../src/lib/server/work/jobs.ts';
import { member, newInstallation, newOrganisation } from '../support/installation.ts';
import { exampleText } from '../support/plan-files.ts';

/** The best mix, made in a thread: begun, followed, cancelled, entered application by application. */

const WISHES = { seconds: '10', mostPerYear: '3' };
const opened: ReturnType<typeof newInstallation>[] = [];

function house() {
	const db = newInstallation();
	opened.push(db);
	const organisation = newOrganisation(db, 'Alvesta');
	const at = (ctx: Context) => ({ ...ctx, now: () => Date.parse('2026-11-26T10:00:00Z') });
	const as = (role: 'editor' | 'reader', name: string) => at(member(db, organisation, role, name));
	const editor = as('editor', 'editor');
	const [reader, other, third] = [as('reader', 'r'), as('editor', 'o'), as('editor', 't')];
	return { db, editor, reader, other, third, planId: importPlan(editor, exampleText) };
}

afterEach(() => {
	for (const db of opened.splice(0)) longWork(db).close();
});

function jobOf(ctx: Context, planId: string) {
	const found = proposalPage(ctx, planId, 'P2');
	return ('job' in found ? found.job : null) ?? null;
}

async function made(ctx: Context, planId: string) {
	for (;;) {
		const job = jobOf(ctx, planId);
		if (job?.kind !== 'running') return job;
		await new Promise((later) => setTimeout(later, 100));
	}
}

function formOf(work: () => unknown): string {
	try {
		work();
	} catch (thrown) {
		if (thrown instanceof InvalidInputError) return Object.values(thrown.fields)[0]?.sv ?? '';
		throw thrown;
	}
	return 'nothing wrong';
}

describe('a proposal of the best mix', { timeout: 60_000 }, () => {
	it('is made in a thread, entered as one step, and shown as entered until that is undone', async () => {
		const { editor, planId } = house();
		const lines = () => loadPlan(editor, planId).plan.funding.length;
		const before = lines();
		startProposal(editor, planId, 'P2', WISHES);
		expect(jobOf(editor, planId)?.kind).toBe('running');
		const job = await made(editor, planId);
		const applications = job?.result?.applications ?? [];
		expect(job?.kind).toBe('done');
		expect(job?.result?.status).toBe('best');
		expect(applications.length).toBeGreaterThan(1);
		expect(job?.result?.gap.after?.lt(job.result.gap.before ?? 0)).toBe(true);
		expect(lines()).toBe(before);

		expect(acceptProposal(editor, planId, 'P2', ['1', '1', '999', '-1', 'x'])).toBe(1);
		expect(lines()).toBe(before + (applications[1]?.items.length ?? 0));
		const after = jobOf(editor, planId);
		expect(after?.result?.applications.map((one) => one.isEntered)).toEqual(
			applications.map((_, place) => place === 1)
		);
		expect(after?.isOld).toBe(false);
		expect(formOf(() => acceptProposal(editor, planId, 'P2', ['1']))).toContain('Kryssa');
		undo(editor, planId);
		expect(lines()).toBe(before);
		expect(jobOf(editor, planId)?.result?.applications[1]?.isEntered).toBe(false);
		expect(jobOf(editor, planId)?.isOld).toBe(true);
		// The next one entered gets the id that was undone.
		expect(acceptProposal(editor, planId, 'P2', ['0'])).toBe(1);
		expect(jobOf(editor, planId)?.result?.applications.map((one) => one.isEntered)).toEqual(
			applications.map((_, place) => place === 0)
		);
	});

	it('is its maker’s alone, and says when the plan has changed since', async () => {
		const { editor, other, reader, planId } = house();
		startProposal(editor, planId, 'P2', WISHES);
		await made(editor, planId);
		expect(jobOf(other, planId)).toBeNull();
		expect(formOf(() => acceptProposal(other, planId, 'P2', ['0']))).toContain('finns inte kvar');
		expect(() => startProposal(reader, planId, 'P2', WISHES)).toThrow(ForbiddenError);
		expect(() => acceptProposal(reader, planId, 'P2', ['0'])).toThrow(ForbiddenError);
		expect(() => cancelProposal(reader, planId, 'P2')).toThrow(ForbiddenError);
		expect(jobOf(editor, planId)?.isOld).toBe(false);
		const { head } = loadPlan(editor, planId);
		renamePlan(editor, planId, { name: 'Ny', version: head.version });
		expect(jobOf(editor, planId)?.isOld).toBe(true);
	});

	it('is cancelled at once; one for each person and two in all are made at a time', () => {
		const { editor, other, third, planId } = house();
		startProposal(editor, planId, 'P2', WISHES);
		startProposal(editor, planId, 'P2', WISHES);
		expect(formOf(() => startProposal(editor, planId, 'P1', WISHES))).toContain(
			'Något annat av dig'
		);
		startProposal(other, planId, 'P2', WISHES);
		expect(formOf(() => startProposal(third, planId, 'P2', WISHES))).toContain('Andra räknar');
		cancelProposal(other, planId, 'P2');
		expect(jobOf(other, planId)?.kind).toBe('cancelled');
		startProposal(third, planId, 'P2', WISHES);
		expect(jobOf(third, planId)?.kind).toBe('running');
	});

	it.each([
		[{ seconds: '10', mostPerYear: '0' }, 'Antalet ansökningar är ”0”'],
		[{ seconds: '10', mostPerYear: '1,5' }, 'Antalet ansökningar är ”1,5”'],
		[{ seconds: '10', mostPerYear: '1000' }, 'Antalet ansökningar är ”1000”'],
		[{ seconds: '3600', mostPerYear: '' }, 'Välj en av tiderna']
	])('refuses %j', (wishes, text) => {
		const { editor, planId } = house();
		expect(formOf(() => startProposal(editor, planId, 'P2', wishes))).toContain(text);
		expect(jobOf(editor, planId)).toBeNull();
	});
});

describe('jobs', () => {
	const until = async (isSo: () => boolean) => {
		for (let tries = 0; tries < 200 && !isSo(); tries++)
			await new Promise((later) => setTimeout(later, 25));
	};

	it('end late when their time is over, and failed, with a word to the log, when their thread fails', async () => {
		const failures: unknown[] = [];
		const jobs = createJobs<null, never, never>('tests/support/endless-thread.ts', (error) =>
			failures.push(error)
		);
		jobs.start('long', null, { data: { mode: 'endless' }, mostMs: 1500, at: 0 });
		jobs.start('bad', null, { data: { mode: 'fail' }, mostMs: 60_000, at: 0 });
		await until(() => jobs.running().length === 0);
		expect(jobs.read('long')?.state.kind).toBe('late');
		expect(jobs.read('bad')?.state.kind).toBe('failed');
		expect(failures.map(String)).toEqual(['Error: on purpose']);
	});
});
