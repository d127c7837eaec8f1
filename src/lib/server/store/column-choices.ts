import { and, eq } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { columnChoice } from '../db/schema/sheet.ts';

type Kind = (typeof columnChoice.$inferInsert)['kind'];

/** What an organisation's headings meant the last time, for lists of one kind. */
export function list(db: Db, organisationId: string, kind: Kind): Map<string, string> {
	const rows = db
		.select({ heading: columnChoice.heading, field: columnChoice.field })
		.from(columnChoice)
		.where(and(eq(columnChoice.organisationId, organisationId), eq(columnChoice.kind, kind)))
		.all();
	return new Map(rows.map(({ heading, field }) => [heading, field]));
}

/** Remembers what headings mean, in the place of what they meant before. */
export function save(
	db: Db,
	organisationId: string,
	kind: Kind,
	meanings: ReadonlyMap<string, string>,
	chosenAt: number
): void {
	for (const [heading, field] of meanings)
		db.insert(columnChoice)
			.values({ organisationId, kind, heading, field, chosenAt })
			.onConflictDoUpdate({
				target: [columnChoice.organisationId, columnChoice.kind, columnChoice.heading],
				set: { field, chosenAt }
			})
			.run();
}
