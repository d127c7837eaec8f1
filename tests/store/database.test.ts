import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import {
	closeDatabase,
	inTransaction,
	openDatabase,
	schemaVersion
} from '../../src/lib/server/db/open.ts';
import * as audit from '../../src/lib/server/store/audit.ts';
import { newInstallation } from '../support/installation.ts';

const folder = mkdtempSync(join(tmpdir(), 'klimatportfolj-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('opening the database', () => {
	it('sets what durability depends on', () => {
		const db = openDatabase(join(folder, 'a', 'plan.db'));
		const pragma = (name: string): unknown => db.$client.pragma(name, { simple: true });
		expect(
			['busy_timeout', 'journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema'].map(pragma)
		).toEqual([5000, 'wal', 2, 1, 0]);
		closeDatabase(db);
	});

	it('twice keeps everything and migrates once', () => {
		const path = join(folder, 'twice.db');
		const first = openDatabase(path);
		first.$client.exec("insert into organisation(id, name, created_at) values('o', 'O', 1)");
		const version = schemaVersion(first);
		closeDatabase(first);
		const second = openDatabase(path);
		expect(schemaVersion(second)).toBe(version);
		expect(second.$client.prepare('select name from organisation').get()).toEqual({ name: 'O' });
		closeDatabase(second);
	});

	it('refuses a damaged file with a sentence, and leaves it as it was', () => {
		const path = join(folder, 'damaged.db');
		closeDatabase(openDatabase(path));
		const bytes = readFileSync(path);
		bytes.fill(0xff, 4096, 12_288);
		writeFileSync(path, bytes);
		expect(() => openDatabase(path)).toThrow(/damaged|malformed/);
		writeFileSync(path, 'not a database at all, just some text that is long enough to be read');
		expect(() => openDatabase(path)).toThrow(/not a database/);
	});

	it('refuses a file whose settings do not take', () => {
		const path = join(folder, 'stubborn.db');
		const holder = openDatabase(path);
		holder.$client.pragma('wal_checkpoint(TRUNCATE)');
		closeDatabase(holder);
		const stubborn = new Database(path);
		stubborn.pragma('journal_mode = DELETE');
		stubborn.exec('begin; select * from organisation;');
		try {
			expect(() => openDatabase(path)).toThrow(/did not accept journal_mode=WAL|locked/);
		} finally {
			stubborn.close();
		}
	});
});

describe('a write transaction', () => {
	it('takes back everything when anything in it fails', () => {
		const db = newInstallation();
		const work = () =>
			inTransaction(db, () => {
				db.$client.exec("insert into organisation(id, name, created_at) values('o', 'O', 1)");
				throw new Error('halfway');
			});
		expect(work).toThrow('halfway');
		expect(db.$client.prepare('select count(*) as n from organisation').get()).toEqual({ n: 0 });
	});
});

describe('the audit log', () => {
	const event = {
		at: 1,
		organisationId: 'o',
		actorId: 'u',
		actorRole: 'admin',
		action: 'plan.rename',
		entity: 'plan',
		entityId: 'p',
		field: 'name',
		oldValue: 'A',
		newValue: 'B',
		requestId: 'r'
	};

	it('lets nobody change or remove a row', () => {
		const db = newInstallation();
		audit.append(db, event);
		expect(() => db.$client.exec("update audit_event set new_value = 'C'")).toThrow('append-only');
		expect(() => db.$client.exec('delete from audit_event')).toThrow('append-only');
		expect(audit.firstBrokenLink(db)).toBeNull();
	});

	it('shows any row that was tampered with past the triggers', () => {
		const db = newInstallation();
		for (let at = 1; at <= 30; at++) audit.append(db, { ...event, at });
		db.$client.exec('drop trigger audit_event_no_update');
		db.$client.exec("update audit_event set new_value = 'C' where sequence = 17");
		expect(audit.firstBrokenLink(db)).toBe(17);
	});

	it('shows a row that was taken away', () => {
		const db = newInstallation();
		for (let at = 1; at <= 5; at++) audit.append(db, { ...event, at });
		db.$client.exec('drop trigger audit_event_no_delete');
		db.$client.exec('delete from audit_event where sequence = 3');
		expect(audit.firstBrokenLink(db)).toBe(4);
	});
});
