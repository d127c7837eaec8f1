import { fieldChanges } from '../../core/plan/changes.ts';
import type { Text } from '../../core/errors.ts';
import type { FundingRule } from '../../core/plan/funding-rules.ts';
import { readCallForm } from '../../input/catalogue/call-form.ts';
import {
	callDocument,
	programmeDocument,
	type CallDocument,
	type ProgrammeDocument
} from '../../input/catalogue/documents.ts';
import { readProgrammeForm } from '../../input/catalogue/programme-form.ts';
import type { FormValues } from '../../input/forms/field-reader.ts';
import { problemsOf } from '../../input/plan-file/issues.ts';
import { inTransaction } from '../db/open.ts';
import * as entries from '../store/catalogue.ts';
import { record, type Context } from './context.ts';
import { EditConflictError, InvalidInputError, NotFoundError } from './errors.ts';
import { catalogueFor, permitCatalogueEdit, versionOf } from './catalogue.ts';

/** A document as its form sends it. */
type EntryEdit = {
	/** Of what was looked at; see versionOf. */
	readonly version: string;
	readonly document: object;
	readonly errors: Readonly<Record<string, Text>>;
};

/** Saves a programme as its form gives it. Throws InvalidInputError by field, EditConflictError when somebody was first. */
export function saveProgramme(ctx: Context, id: string, version: string, values: FormValues): void {
	const before = documentOf(ctx, 'programme', id) as ProgrammeDocument;
	const read = withOthers(ctx, readProgrammeForm(values, before));
	saveEntry(ctx, 'programme', id, { ...read, version });
}

/** Adds a programme and returns its id. */
export function createProgramme(ctx: Context, values: FormValues): string {
	return createEntry(ctx, 'programme', withOthers(ctx, readProgrammeForm(values, null)));
}

/** A programme excludes such as its owner sees. */
function withOthers(ctx: Context, read: ReturnType<typeof readProgrammeForm>) {
	const { programmes } = catalogueFor(ctx.db, permitCatalogueEdit(ctx));
	const rules = (read.document.rules ?? []) as readonly FundingRule[];
	const named = rules.flatMap((rule) => (rule.kind === 'exclusive' ? (rule.others ?? []) : []));
	const missing = named.find((id) => !programmes.has(id));
	if (missing !== undefined && read.values[`other.${missing}`] === 'on')
		read.errors['together'] = {
			sv: `Programmet ${missing} finns inte. Ta bort krysset.`,
			en: `There is no programme ${missing}. Take away the tick.`
		};
	return read;
}

/** The same for a call. */
export function saveCall(ctx: Context, id: string, version: string, values: FormValues): void {
	const before = documentOf(ctx, 'call', id) as CallDocument;
	saveEntry(ctx, 'call', id, { ...withProgramme(ctx, readCallForm(values, before)), version });
}

export function createCall(ctx: Context, values: FormValues): string {
	return createEntry(ctx, 'call', withProgramme(ctx, readCallForm(values, null)));
}

/** A call is of a programme that its owner sees. */
function withProgramme(ctx: Context, read: ReturnType<typeof readCallForm>) {
	const { programmes } = catalogueFor(ctx.db, permitCatalogueEdit(ctx));
	const { programme } = read.document;
	if (programme !== '' && !programmes.has(programme))
		read.errors['programme'] = {
			sv: `Programmet ${programme} finns inte. Välj ett i listan.`,
			en: `There is no programme ${programme}. Choose one of the list.`
		};
	return read;
}

function documentOf(ctx: Context, kind: entries.EntryKind, id: string): unknown {
	const row = entries.visible(ctx.db, kind, permitCatalogueEdit(ctx)).get(id);
	if (!row) throw new NotFoundError(`No ${kind} ${id}.`);
	return row.document;
}

const schemas = { programme: programmeDocument, call: callDocument } as const;

/**
 * Saves a programme or call for those whose catalogue the signed-in person edits: what is shared becomes a version of the
 * organisation's own. Throws InvalidInputError by field, EditConflictError when somebody was first.
 */
function saveEntry(
	ctx: Context,
	kind: entries.EntryKind,
	id: string,
	{ version, document, errors }: EntryEdit
): void {
	const owner = permitCatalogueEdit(ctx);
	const next = checked(kind, { ...document, id }, errors);
	inTransaction(ctx.db, () => {
		const key = { kind, owner, id };
		const seen = entries.visible(ctx.db, kind, owner).get(id);
		if (!seen) throw new NotFoundError(`No ${kind} ${id}.`);
		const changes = fieldChanges(seen.document, next);
		if (versionOf(seen) !== version) throw new EditConflictError(null, changes);
		if (changes.length === 0) return;
		entries.write(ctx.db, key, next, ctx.now());
		for (const { field, before: oldValue, after: newValue } of changes)
			record(ctx, {
				...whatOf(key),
				action: `${kind}.edit`,
				field,
				oldValue,
				newValue
			});
	});
}

/** Adds a programme or call and returns its id. */
function createEntry(
	ctx: Context,
	kind: entries.EntryKind,
	{ document, errors }: Omit<EntryEdit, 'version'>
): string {
	const owner = permitCatalogueEdit(ctx);
	const name = (document as { name: Text }).name.sv;
	return inTransaction(ctx.db, () => {
		const id = freeId(ctx, kind, owner, name);
		const next = checked(kind, { ...document, id }, errors);
		const key = { kind, owner, id };
		entries.write(ctx.db, key, next, ctx.now());
		const newValue = JSON.stringify(next);
		record(ctx, { ...whatOf(key), action: `${kind}.create`, newValue });
		return id;
	});
}

/**
 * Takes away a programme or call of one's own catalogue; of a version of something shared the shared one stands again.
 * Throws InvalidInputError while plans still name a programme that would then be gone.
 */
export function removeEntry(
	ctx: Context,
	kind: entries.EntryKind,
	id: string,
	version: string
): void {
	const owner = permitCatalogueEdit(ctx);
	inTransaction(ctx.db, () => {
		const key = { kind, owner, id };
		const stored = entries.read(ctx.db, key);
		if (!stored || stored.isRemoved) throw new NotFoundError(`No ${kind} ${id} of one’s own.`);
		if (versionOf(stored) !== version) throw new EditConflictError(null, []);
		const shared = owner !== null && entries.visible(ctx.db, kind, null).has(id);
		if (kind === 'programme' && !shared) refuseWhereUsed(ctx, owner, id);
		entries.remove(ctx.db, key, ctx.now());
		const oldValue = JSON.stringify(stored.document);
		record(ctx, { ...whatOf(key), action: `${kind}.remove`, oldValue });
	});
}

function refuseWhereUsed(ctx: Context, owner: entries.Owner, id: string): void {
	const count =
		entries.linesThatName(ctx.db, owner, id) +
		entries.applicationsThatName(ctx.db, owner, id) +
		entries.callsThatName(ctx.db, owner, id);
	if (count === 0) return;
	throw new InvalidInputError({
		form: {
			sv: `Programmet nämns av finansieringsrader, ansökningar eller utlysningar (${count} st, även i planer som är borttagna men kan återställas). Ta bort dem först, eller sätt programmets läge till Upphört.`,
			en: `Funding lines, applications or calls name the programme (${count}, also in plans that are removed but can be restored). Remove those first, or set the programme’s status to Ended.`
		}
	});
}

function whatOf({ kind, owner, id }: entries.EntryKey) {
	return { entity: kind, entityId: id, organisationId: owner };
}

/** What is wrong with a document, by the fields of its form. */
function checked(
	kind: entries.EntryKind,
	document: object,
	errors: Readonly<Record<string, Text>>
): unknown {
	const { error } = schemas[kind].safeParse(document);
	const problems: Record<string, Text> = {};
	for (const { path, expected } of problemsOf(error?.issues ?? [], document))
		problems[formField(path.map(String))] ??= expected;
	const all = { ...problems, ...errors };
	if (Object.keys(all).length > 0) throw new InvalidInputError(all);
	return document;
}

/** The form's field of a place in a document; what no field has is told for the form. */
function formField([first = 'form', second = '']: readonly string[]): string {
	if (first === 'name') return second === 'en' ? 'nameEn' : 'nameSv';
	if (first === 'about') return second;
	return first === 'rules' || first === 'geography' || first === 'id' ? 'form' : first;
}

/** What tells an organisation's own ids from all that is shared, now or later. */
const OWN = 'egen-';

/** An id of the name's letters that its owner has not had. */
function freeId(ctx: Context, kind: entries.EntryKind, owner: entries.Owner, name: string): string {
	const plain = name
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.replace(/^egen(?=-|$)/, 'eget')
		.slice(0, 48);
	const base = (owner === null ? '' : OWN) + (plain === '' ? kind : plain);
	for (let number = 1; ; number++) {
		const id = number === 1 ? base : `${base}-${number}`;
		if (!entries.read(ctx.db, { kind, owner, id })) return id;
	}
}
