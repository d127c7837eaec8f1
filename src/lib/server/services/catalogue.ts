import { secretHash } from '../auth/secrets.ts';
import type { Call } from '../../core/plan/call.ts';
import type { Catalogue } from '../../core/plan/programme.ts';
import { callOf } from '../../input/catalogue/documents.ts';
import { callSeeds, catalogueOf, programmeSeeds } from '../catalogue/catalogue.ts';
import { inTransaction, type Db } from '../db/open.ts';
import * as entries from '../store/catalogue.ts';
import { may, record, signedIn, type Context } from './context.ts';
import { ForbiddenError } from './errors.ts';

/** What an organisation sees of programmes and calls, made once for every version of it. */
type Seen = {
	readonly stamp: number;
	readonly catalogue: Catalogue;
	readonly calls: readonly Call[];
};

const caches = new WeakMap<Db, Map<entries.Owner, Seen>>();

function seenBy(db: Db, organisation: entries.Owner): Seen {
	const cache = caches.get(db) ?? new Map<entries.Owner, Seen>();
	caches.set(db, cache);
	const stamp = entries.stamp(db, organisation);
	const known = cache.get(organisation);
	if (known?.stamp === stamp) return known;
	const { programmes, calls } = catalogueDocuments(db, organisation);
	const seen = { stamp, catalogue: catalogueOf(programmes), calls: calls.map(callOf) };
	cache.set(organisation, seen);
	return seen;
}

/** The programmes that the plans of an organisation may name: the shared ones and its own. */
export function catalogueFor(db: Db, organisation: entries.Owner): Catalogue {
	return seenBy(db, organisation).catalogue;
}

/** The ids of the programmes that an organisation has of its own, or in a version of its own. */
export function ownProgrammes(db: Db, organisation: entries.Owner): ReadonlySet<string> {
	const rows = [...entries.visible(db, 'programme', organisation)];
	return new Set(rows.flatMap(([id, { organisationId }]) => (organisationId === null ? [] : [id])));
}

/** The same as documents, which threads can be given. */
export function catalogueDocuments(db: Db, organisation: entries.Owner) {
	const documents = (kind: entries.EntryKind): unknown[] =>
		[...entries.visible(db, kind, organisation).values()].map(({ document }) => document);
	return { programmes: documents('programme'), calls: documents('call') };
}

export function callsFor(db: Db, organisation: entries.Owner): readonly Call[] {
	return seenBy(db, organisation).calls;
}

/** Rises with every change of what the organisation sees. */
export function catalogueStamp(db: Db, organisation: entries.Owner): number {
	return entries.stamp(db, organisation);
}

/**
 * Brings what the program carries along into the shared catalogue: adds what is new and renews what nobody has changed
 * since it was brought; what an operator has changed stays as it is.
 */
export function bringCatalogue(ctx: Context): void {
	const seeds = [
		...programmeSeeds().map((document) => ({ kind: 'programme' as const, document })),
		...callSeeds().map((document) => ({ kind: 'call' as const, document }))
	];
	inTransaction(ctx.db, () => {
		const brought: string[] = [];
		for (const { kind, document } of seeds) {
			const key = { kind, owner: null, id: document.id };
			const seedHash = documentHash(document);
			const stored = entries.read(ctx.db, key);
			const isChanged = stored && documentHash(stored.document) !== stored.seedHash;
			if (isChanged || stored?.isRemoved || stored?.seedHash === seedHash) continue;
			entries.write(ctx.db, key, document, ctx.now(), seedHash);
			brought.push(`${kind} ${document.id}`);
		}
		if (brought.length === 0) return;
		const newValue = brought.join(', ');
		record(ctx, { action: 'catalogue.bring', entity: 'catalogue', entityId: '-', newValue });
	});
}

/** The same for the same fields in whatever order. */
export function documentHash(document: unknown): string {
	return secretHash(JSON.stringify(document, inOrder));
}

function inOrder(_: string, value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whose catalogue somebody reads: that of the organisation, or of a system operator what is shared. */
export function catalogueReader(ctx: Context): entries.Owner {
	const actor = signedIn(ctx);
	if (!actor.isOperator && actor.organisationId === null)
		throw new ForbiddenError('the catalogue is for members and system operators');
	return actor.organisationId;
}

/** Whose entries somebody may change: an administrator those of the organisation, a system operator the shared ones. */
export function catalogueEditor(ctx: Context): { readonly owner: entries.Owner } | null {
	const { actor } = ctx;
	if (actor?.isOperator) return { owner: null };
	return may(actor, 'catalogue.edit') ? { owner: actor.organisationId } : null;
}

/** The same for a command. Throws ForbiddenError. */
export function permitCatalogueEdit(ctx: Context): entries.Owner {
	signedIn(ctx);
	const editor = catalogueEditor(ctx);
	if (!editor) throw new ForbiddenError('only administrators and system operators may do this');
	return editor.owner;
}

/** Which version somebody looked at, and whose it was: a shared entry may have become one's own since. */
export function versionOf({
	organisationId,
	version
}: Pick<entries.Entry, 'organisationId' | 'version'>): string {
	return `${organisationId === null ? 'shared' : 'own'} ${version}`;
}
