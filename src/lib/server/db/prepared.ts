import type { Db } from './open.ts';

/** A statement that is built once per database and kept: building costs ten times as much as running. */
export function prepared<Statement>(build: (db: Db) => Statement): (db: Db) => Statement {
	const kept = new WeakMap<Db, Statement>();
	return (db) => {
		let statement = kept.get(db);
		if (!statement) kept.set(db, (statement = build(db)));
		return statement;
	};
}
