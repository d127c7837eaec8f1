import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';

export type Db = BetterSQLite3Database & { $client: Database.Database };

/** What each pragma is set to, and what reading it back must give. busy_timeout first, so that the rest may wait. */
const PRAGMAS = [
	['busy_timeout', '5000', 5000],
	['journal_mode', 'WAL', 'wal'],
	['synchronous', 'FULL', 2],
	['foreign_keys', 'ON', 1],
	['trusted_schema', 'OFF', 0],
	// So that a row that is replaced counts as removed to the triggers that refuse it.
	['recursive_triggers', 'ON', 1]
] as const;

const IN_MEMORY = ':memory:';

export type OpenOptions = { readonly migrationsFolder?: string };

/**
 * Opens the database, creates it when it is not there, and brings its schema up to date. Refuses to go on when a setting
 * that durability depends on did not take.
 */
export function openDatabase(path: string, { migrationsFolder = 'drizzle' }: OpenOptions = {}): Db {
	if (path !== IN_MEMORY) mkdirSync(dirname(path), { recursive: true });
	const client = new Database(path);
	try {
		setPragmas(client, path);
		refuseDamage(client, path);
		const db = drizzle(client);
		migrate(db, { migrationsFolder });
		return db;
	} catch (error) {
		client.close();
		throw error;
	}
}

function setPragmas(client: Database.Database, path: string): void {
	for (const [name, value, expected] of PRAGMAS) {
		client.pragma(`${name} = ${value}`);
		const seen: unknown = client.pragma(name, { simple: true });
		const wanted = name === 'journal_mode' && path === IN_MEMORY ? 'memory' : expected;
		if (seen !== wanted)
			throw new Error(
				`The database ${path} did not accept ${name}=${value}: it says ${String(seen)}. ` +
					'Keep it on a local disk that this user may write to.'
			);
	}
}

function refuseDamage(client: Database.Database, path: string): void {
	const verdict: unknown = client.pragma('quick_check(1)', { simple: true });
	if (verdict !== 'ok')
		throw new Error(
			`The database ${path} is damaged (${String(verdict)}). Restore the latest backup.`
		);
}

/** Ends cleanly: what is in the write-ahead log goes into the database file. */
export function closeDatabase(db: Db): void {
	db.$client.pragma('wal_checkpoint(TRUNCATE)');
	db.$client.close();
}

/** One write transaction: takes the write lock at once, so that it waits its turn instead of failing half-way. */
export function inTransaction<Result>(db: Db, work: () => Result): Result {
	return db.$client.transaction(work).immediate();
}

/** The number of migrations that the database has seen. */
export function schemaVersion(db: Db): number {
	const row = db.$client.prepare('select count(*) as n from __drizzle_migrations').get();
	return (row as { n: number }).n;
}
