import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { closeDatabase, openDatabase } from '../../src/lib/server/db/open.ts';
import * as audit from '../../src/lib/server/store/audit.ts';
import { newInstallation, newOrganisation } from '../support/installation.ts';
import { randomNumbers } from '../../src/lib/core/random.ts';

/** SIGKILL in the middle of writes through the services: nothing acknowledged is lost, and nothing is half there. */
const KILLS = Number(process.env['KILLS'] ?? 25);
const folder = mkdtempSync(join(tmpdir(), 'klimatportfolj-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a writer, kills it some time after its first acknowledgement, and returns what it acknowledged. */
function writeAndKill(path: string, organisation: string, afterMs: number): Promise<string[]> {
	return new Promise((done, fail) => {
		const writer = spawn(
			process.execPath,
			['--import', 'tsx', 'tests/faults/writer.ts', path, organisation],
			{
				stdio: ['ignore', 'pipe', 'inherit']
			}
		);
		let text = '';
		writer.stdout.on('data', (chunk: Buffer) => {
			if (text === '') setTimeout(() => writer.kill('SIGKILL'), afterMs);
			text += chunk.toString();
		});
		writer.on('error', fail);
		// Only whole lines were acknowledged.
		writer.on('close', () => done(text.split('\n').slice(0, -1)));
	});
}

describe('a process that is killed while it writes', () => {
	it(
		`loses no acknowledged change in ${KILLS} kills, and its audit rows are its changes`,
		async () => {
			const path = join(folder, 'plan.db');
			const first = newInstallation(path);
			const organisation = newOrganisation(first, 'Alvesta');
			closeDatabase(first);
			const random = randomNumbers(7);
			const acknowledged = new Map<string, number>();
			let count = 0;
			for (let kill = 0; kill < KILLS; kill++) {
				const lines = await writeAndKill(path, organisation, 50 + random() * 450);
				count += lines.length;
				for (const line of lines) {
					const [planId = '', version = '0'] = line.split(' ');
					acknowledged.set(planId, Number(version));
				}
			}
			const db = openDatabase(path);
			const plans = db.$client.prepare('select id, version from plan').all() as {
				id: string;
				version: number;
			}[];
			const versions = new Map(plans.map(({ id, version }) => [id, version]));
			const lost = [...acknowledged].filter(([id, version]) => (versions.get(id) ?? 0) < version);
			const events = audit.list(db);
			const changes = plans.reduce((sum, { version }) => sum + version, 0);
			const measures = db.$client.prepare('select count(*) as n from measure').get() as {
				n: number;
			};
			process.stdout.write(
				`${KILLS} kills, ${count} acknowledged changes, ${changes} stored, ${lost.length} lost\n`
			);
			expect(count).toBeGreaterThan(KILLS);
			expect(lost).toEqual([]);
			expect(events.filter(({ entity }) => entity === 'plan')).toHaveLength(changes);
			expect(
				new Set(events.filter(({ entity }) => entity === 'plan').map(({ entityId }) => entityId))
			).toEqual(new Set(versions.keys()));
			expect(audit.firstBrokenLink(db)).toBeNull();
			expect(measures.n).toBe(plans.length * 22);
			expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok');
			expect(db.$client.pragma('foreign_key_check')).toEqual([]);
			closeDatabase(db);
		},
		KILLS * 8_000
	);
});
