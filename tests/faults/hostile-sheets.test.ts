import { afterAll, describe, expect, it } from 'vitest';
import { dryRun } from '../../src/lib/input/sheets/dry-run.ts';
import { proposedChoices } from '../../src/lib/input/sheets/headings.ts';
import { SheetPlan } from '../../src/lib/input/sheets/sheet-plan.ts';
import { SheetRefusal } from '../../src/lib/server/files/sheet-refusal.ts';
import { readTables } from '../../src/lib/server/files/tables.ts';
import { catalogue } from '../../src/lib/server/catalogue/catalogue.ts';
import { createJobs } from '../../src/lib/server/work/jobs.ts';
import type { SheetProgress, SheetResult } from '../../src/lib/server/work/sheet-worker.ts';
import { hostileWorkbooks, hugeCsv, malformedCsv } from '../support/hostile-files.ts';
import { exampleText, planOf } from '../support/plan-files.ts';

/** Files that are broken or mean harm: each is read or refused with a sentence, and nothing falls over. */
const plan = new SheetPlan(planOf(exampleText), catalogue);
const files = hostileWorkbooks();
const MB = 1024 * 1024;
/** What all of them together may add to the memory of the process. */
const MOST_MEMORY = 256 * MB;
const MOST_MS = 5_000;

/** What becomes of a file: refused with a sentence, or a dry run of each of its sheets, which is all or nothing. */
async function fateOf(bytes: Buffer, name: string): Promise<'refused' | 'read'> {
	const started = performance.now();
	try {
		const { sheets } = await readTables(bytes, name);
		for (const sheet of sheets.slice(0, 2)) {
			const choices = proposedChoices(sheet, 0, () => new Map());
			const { edits, counts } = dryRun(plan, sheet, { ...choices, unit: 'tkr' });
			if (counts.asked + counts.refused > 0) expect(edits, name).toEqual([]);
		}
		return 'read';
	} catch (thrown) {
		if (!(thrown instanceof SheetRefusal)) throw new Error(`${name} broke it`, { cause: thrown });
		expect(thrown.text.sv.length, name).toBeGreaterThan(10);
		return 'refused';
	} finally {
		expect(performance.now() - started, name).toBeLessThan(MOST_MS);
	}
}

describe('hostile files of tables', { timeout: 240_000 }, () => {
	it('300 malformed text files are read or refused, never half', async () => {
		const before = process.memoryUsage().rss;
		const fates = { read: 0, refused: 0 };
		for (const [name, bytes] of malformedCsv(300)) fates[await fateOf(bytes, name)] += 1;
		expect(fates.read).toBeGreaterThan(30);
		expect(fates.refused).toBeGreaterThan(30);
		expect(process.memoryUsage().rss - before).toBeLessThan(MOST_MEMORY);
	});

	it('text files that are too much of something are refused', async () => {
		for (const [name, bytes] of hugeCsv()) expect(await fateOf(bytes, name), name).toBe('refused');
	});

	it('60 hostile workbooks are refused or read without harm', async () => {
		expect(files.length).toBeGreaterThanOrEqual(60);
		const fates = new Map<string, string>();
		for (const [name, bytes] of files) fates.set(name, await fateOf(bytes, name));
		const harmless = /byte|a text that is not there|a style that is not there|a day far away/;
		for (const [name, fate] of fates) if (!harmless.test(name)) expect(fate, name).toBe('refused');
	});

	const failures: unknown[] = [];
	const jobs = createJobs<string, SheetProgress, SheetResult>(
		'src/lib/server/work/sheet-worker.ts',
		(error) => failures.push(error),
		undefined,
		192
	);
	afterAll(() => jobs.close());

	it.each([
		'zip bomb that lies',
		'one text of 30 MB',
		'a million cells',
		'a hundred thousand levels',
		'bomb in the texts'
	])(
		'%s ends its thread with a sentence or a plain end, while others are answered',
		async (name) => {
			const [, bytes = Buffer.alloc(0)] = files.find(([one]) => one === name) ?? [];
			jobs.start(name, name, { data: { bytes, fileName: name }, mostMs: 10_000, at: 0 });
			let longest = 0;
			for (;;) {
				const looked = performance.now();
				await new Promise((later) => setTimeout(later, 20));
				longest = Math.max(longest, performance.now() - looked);
				const kind = jobs.read(name)?.state.kind;
				if (kind === 'running') continue;
				expect(['done', 'failed', 'late']).toContain(kind);
				break;
			}
			expect(longest).toBeLessThan(2_000);
		}
	);
});
