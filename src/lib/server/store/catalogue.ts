import { and, asc, count, eq, isNull, or, sql } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import { catalogueEntry, type entryKinds } from '../db/schema/catalogue.ts';
import { application, fundingLine } from '../db/schema/funding.ts';

/** Programmes or calls. An owner is an organisation; null owns what is shared by all. */
export type EntryKind = (typeof entryKinds)[number];
export type Owner = string | null;

export type EntryKey = { readonly kind: EntryKind; readonly owner: Owner; readonly id: string };
export type Entry = Pick<
	typeof catalogueEntry.$inferSelect,
	'organisationId' | 'id' | 'document' | 'seedHash' | 'isRemoved' | 'version' | 'updatedAt'
>;

const columns = {
	organisationId: catalogueEntry.organisationId,
	id: catalogueEntry.id,
	document: catalogueEntry.document,
	seedHash: catalogueEntry.seedHash,
	isRemoved: catalogueEntry.isRemoved,
	version: catalogueEntry.version,
	updatedAt: catalogueEntry.updatedAt
};

function isOf({ kind, owner, id }: EntryKey) {
	return and(
		eq(catalogueEntry.kind, kind),
		owner === null
			? isNull(catalogueEntry.organisationId)
			: eq(catalogueEntry.organisationId, owner),
		eq(catalogueEntry.id, id)
	);
}

/** What an organisation sees, or null what is shared: by id, of two with the same id the organisation's own. */
export function visible(db: Db, kind: EntryKind, organisation: Owner): Map<string, Entry> {
	const rows = db
		.select(columns)
		.from(catalogueEntry)
		.where(
			and(
				eq(catalogueEntry.kind, kind),
				eq(catalogueEntry.isRemoved, false),
				or(
					isNull(catalogueEntry.organisationId),
					organisation === null ? undefined : eq(catalogueEntry.organisationId, organisation)
				)
			)
		)
		.orderBy(sql`${catalogueEntry.organisationId} is not null`, asc(catalogueEntry.rowId))
		.all();
	return new Map(rows.map((row) => [row.id, row]));
}

/** An entry with its version, also one that was taken away. */
export function read(db: Db, key: EntryKey): Entry | null {
	return db.select(columns).from(catalogueEntry).where(isOf(key)).get() ?? null;
}

/** Adds an entry or writes it over, a version further. */
export function write(
	db: Db,
	key: EntryKey,
	document: unknown,
	at: number,
	seedHash?: string
): void {
	const stored = read(db, key);
	const seed = seedHash === undefined ? {} : { seedHash };
	if (stored)
		db.update(catalogueEntry)
			.set({ document, version: stored.version + 1, updatedAt: at, isRemoved: false, ...seed })
			.where(isOf(key))
			.run();
	else
		db.insert(catalogueEntry)
			.values({
				organisationId: key.owner,
				kind: key.kind,
				id: key.id,
				document,
				updatedAt: at,
				...seed
			})
			.run();
}

export function remove(db: Db, key: EntryKey, at: number): void {
	db.update(catalogueEntry)
		.set({ isRemoved: true, version: sql`${catalogueEntry.version} + 1`, updatedAt: at })
		.where(isOf(key))
		.run();
}

const sumOfVersions = prepared((db) =>
	db
		.select({ stamp: sql<number>`coalesce(sum(${catalogueEntry.version}), 0)` })
		.from(catalogueEntry)
		.where(
			or(
				isNull(catalogueEntry.organisationId),
				eq(catalogueEntry.organisationId, sql.placeholder('organisation'))
			)
		)
		.prepare()
);

/** A number that rises with every change of what an organisation sees. */
export function stamp(db: Db, organisation: Owner): number {
	return sumOfVersions(db).get({ organisation: organisation ?? '' })?.stamp ?? 0;
}

/** How many calls, of an organisation or of all, are of a programme. */
export function callsThatName(db: Db, organisation: Owner, programme: string): number {
	const row = db
		.select({ calls: count() })
		.from(catalogueEntry)
		.where(
			and(
				eq(catalogueEntry.kind, 'call'),
				eq(catalogueEntry.isRemoved, false),
				sql`json_extract(${catalogueEntry.document}, '$.programme') = ${programme}`,
				organisation === null ? undefined : eq(catalogueEntry.organisationId, organisation)
			)
		)
		.get();
	return row?.calls ?? 0;
}

/** How many applications of an organisation's plans, or of all, name a programme. */
export function applicationsThatName(db: Db, organisation: Owner, programme: string): number {
	const row = db
		.select({ applications: count() })
		.from(application)
		.where(
			and(
				eq(application.programme, programme),
				organisation === null ? undefined : eq(application.organisationId, organisation)
			)
		)
		.get();
	return row?.applications ?? 0;
}

/** How many funding lines of an organisation's plans, or of all, name a programme. */
export function linesThatName(db: Db, organisation: Owner, programme: string): number {
	const row = db
		.select({ lines: count() })
		.from(fundingLine)
		.where(
			and(
				eq(fundingLine.programme, programme),
				organisation === null ? undefined : eq(fundingLine.organisationId, organisation)
			)
		)
		.get();
	return row?.lines ?? 0;
}
