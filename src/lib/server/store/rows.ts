import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '../db/open.ts';

/** SQLite takes at most 32 766 values in one statement. */
const ROWS_AT_A_TIME = 400;

/** Inserts any number of rows, also none. */
export function insertRows<Table extends SQLiteTable>(
	db: Db,
	table: Table,
	rows: readonly Table['$inferInsert'][]
): void {
	for (let start = 0; start < rows.length; start += ROWS_AT_A_TIME)
		db.insert(table)
			.values(rows.slice(start, start + ROWS_AT_A_TIME))
			.run();
}

/** Rows by the row they belong to, each list in its stored order. */
export function grouped<Row>(
	rows: readonly Row[],
	ownerOf: (row: Row) => string
): Map<string, Row[]> {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const group = groups.get(ownerOf(row));
		if (group) group.push(row);
		else groups.set(ownerOf(row), [row]);
	}
	return groups;
}
