import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../src/lib/server/db/open.ts';
import { newInstallation, newOrganisation } from '../support/installation.ts';

/** Every commit reaches the disk: the calls to fsync and fdatasync are counted from outside the program. */
const COMMITS = 200;
const folder = mkdtempSync(join(tmpdir(), 'klimatportfolj-sync-'));
const counter = join(folder, 'sync-counter.so');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
	const { status, stderr } = spawnSync(
		'g++',
		['-O1', '-shared', '-fPIC', '-o', counter, 'tests/faults/sync-counter.cpp', '-ldl'],
		{ encoding: 'utf8' }
	);
	if (status !== 0) throw new Error(`g++ could not build the counter: ${stderr}`);
});

function syncsDuring(commits: number, synchronous: 'FULL' | 'NORMAL'): number {
	const path = join(folder, `${synchronous}-${commits}.db`);
	const db = newInstallation(path);
	const organisation = newOrganisation(db, 'Alvesta');
	closeDatabase(db);
	const countFile = join(folder, 'count');
	const { status, stderr } = spawnSync(
		process.execPath,
		['--import', 'tsx', 'tests/faults/writer.ts', path, organisation, String(commits), synchronous],
		{ encoding: 'utf8', env: { ...process.env, LD_PRELOAD: counter, SYNC_COUNT_FILE: countFile } }
	);
	if (status !== 0) throw new Error(stderr);
	return Number(readFileSync(countFile, 'utf8'));
}

describe.runIf(process.platform === 'linux')('a commit', () => {
	it('asks the disk to keep it, each one', () => {
		const extra = syncsDuring(COMMITS, 'FULL') - syncsDuring(1, 'FULL');
		process.stdout.write(`${extra} syncs for ${COMMITS - 1} commits more\n`);
		expect(extra).toBeGreaterThanOrEqual(COMMITS - 1);
	});

	it('would not with synchronous=NORMAL, so the count can fail', () => {
		const extra = syncsDuring(COMMITS, 'NORMAL') - syncsDuring(1, 'NORMAL');
		expect(extra).toBeLessThan(COMMITS - 1);
	});
});
