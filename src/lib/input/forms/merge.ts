import { nextId } from '../../core/plan/next-id.ts';
import type { FormValues } from './field-reader.ts';

/** A field in which the form, when it is saved, changes what is stored. */
export type FieldDifference = {
	readonly name: string;
	readonly theirs: string;
	readonly mine: string;
};

export type MergedForm = {
	readonly values: FormValues;
	readonly differences: readonly FieldDifference[];
};

/**
 * A form that somebody else's save overtook: what I changed since I opened it (base) stands as I typed it, all else as it
 * is stored now, so that saving again never puts back what I had not touched. Rows are told apart by their id or, of
 * redirected frames, their budget, of a dated path, their year; rows without one go together, as mine where I changed any.
 */
export function mergeForm(base: FormValues, mine: FormValues, theirs: FormValues): MergedForm {
	const [b, t] = [split(base), split(theirs)];
	const m = split(withFreshIds(mine, theirs));
	const merged = new Map(mergeFields(b.fields, m.fields, t.fields));
	for (const group of new Set([...t.groups.keys(), ...m.groups.keys(), ...b.groups.keys()])) {
		const rowsOf = (form: Split) => form.groups.get(group) ?? [];
		mergeRows(rowsOf(b), rowsOf(m), rowsOf(t)).forEach((row, place) => {
			for (const [name, value] of row) merged.set(`${group}.${place}.${name}`, value);
		});
	}
	const values = Object.fromEntries(merged);
	return { values, differences: differencesOf(theirs, values) };
}

type Fields = ReadonlyMap<string, string>;
type Split = { readonly fields: Fields; readonly groups: ReadonlyMap<string, readonly Fields[]> };

const ROW = /^([A-Za-z]+|plan\.carbonValue\.points)\.(\d{1,3})\.(.+)$/s;
/** What a form carries about itself. */
const OF_THE_FORM: ReadonlySet<string> = new Set(['base', 'version', 'more']);

function split(values: FormValues): Split {
	const fields = new Map<string, string>();
	const rows = new Map<string, Map<number, Map<string, string>>>();
	for (const [name, value] of Object.entries(values)) {
		if (OF_THE_FORM.has(name)) continue;
		const [, group, place, field] = ROW.exec(name) ?? [];
		if (group === undefined || field === undefined) fields.set(name, value);
		else {
			const inGroup = rows.get(group) ?? new Map<number, Map<string, string>>();
			const row = inGroup.get(Number(place)) ?? new Map<string, string>();
			rows.set(group, inGroup.set(Number(place), row.set(field, value)));
		}
	}
	const inOrder = (group: ReadonlyMap<number, Fields>) =>
		[...group]
			.sort(([one], [other]) => one - other)
			.flatMap(([, row]) => (isSame(row, undefined) ? [] : [row]));
	return { fields, groups: new Map([...rows].map(([name, group]) => [name, inOrder(group)])) };
}

/** What was typed counts by its content: a field that is not there is empty, and lines end alike. */
function content(fields: Fields | undefined, name: string): string {
	return (fields?.get(name) ?? '').replace(/\r\n?/g, '\n').trim();
}

/** What the form did not send was not in it, unless it was a tick, of which only a set one is sent. */
function isTouched(base: Fields | undefined, mine: Fields, name: string): boolean {
	const wasShown = mine.has(name) || content(base, name) === 'on';
	return wasShown && content(mine, name) !== content(base, name);
}

function isUntouched(base: Fields, mine: Fields): boolean {
	return [...base.keys(), ...mine.keys()].every((name) => !isTouched(base, mine, name));
}

function mergeFields(base: Fields | undefined, mine: Fields, theirs: Fields): Fields {
	const merged = new Map<string, string>();
	for (const name of new Set([...theirs.keys(), ...mine.keys(), ...(base?.keys() ?? [])])) {
		const source = isTouched(base, mine, name) ? mine : theirs;
		const value = source.get(name);
		if (value !== undefined) merged.set(name, value);
	}
	return merged;
}

function isSame(one: Fields | undefined, other: Fields | undefined): boolean {
	const names = new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])]);
	return [...names].every((name) => content(one, name) === content(other, name));
}

function keyOf(row: Fields): string {
	const recipient = content(row, 'recipient');
	if (recipient !== '') return `${recipient} ${content(row, 'year')}`;
	return content(row, 'id') || content(row, 'fromBudget') || content(row, 'year');
}

/** Whether rows can be told apart by what they say. */
function haveKeys(rows: readonly Fields[]): boolean {
	const keys = new Set(rows.map(keyOf));
	return keys.size === rows.length && !keys.has('');
}

function mergeRows(
	base: readonly Fields[],
	mine: readonly Fields[],
	theirs: readonly Fields[]
): readonly Fields[] {
	const old = mine.filter((row) => !row.has('isNew'));
	const added = mine.filter((row) => row.has('isNew'));
	if ([base, old, theirs].every(haveKeys)) return [...byKey(base, old, theirs), ...added];
	const isAsOpened =
		base.length === old.length &&
		base.every((row, place) => isUntouched(row, old[place] ?? new Map()));
	return [...(isAsOpened ? theirs : old), ...added];
}

/** A cost item of mine that is new gets another id where somebody has taken it meanwhile, and my lines follow it. */
function withFreshIds(mine: FormValues, theirs: FormValues): FormValues {
	const idsIn = (form: FormValues) =>
		Object.entries(form).flatMap(([name, id]) => (COST_ID.test(name) ? [{ id: id.trim() }] : []));
	const taken = new Set(idsIn(theirs).map(({ id }) => id));
	const fresh: Record<string, string> = { ...mine };
	const renamed = new Map<string, string>();
	for (const [name, id] of Object.entries(mine)) {
		const isNew = COST_ID.test(name) && Object.hasOwn(mine, name.replace(/id$/, 'isNew'));
		if (!isNew || !taken.has(id.trim())) continue;
		fresh[name] = nextId([...idsIn(theirs), ...idsIn(fresh)], 'c', 1);
		renamed.set(id.trim(), fresh[name]);
	}
	for (const [name, item] of Object.entries(mine))
		if (LINE_ITEM.test(name)) fresh[name] = renamed.get(item.trim()) ?? item;
	return fresh;
}

const COST_ID = /^costs\.\d{1,3}\.id$/;
const LINE_ITEM = /^funding\.\d{1,3}\.costItem$/;

function byKey(
	base: readonly Fields[],
	mine: readonly Fields[],
	theirs: readonly Fields[]
): Fields[] {
	const [b, m, t] = [base, mine, theirs].map(
		(rows) => new Map(rows.map((row) => [keyOf(row), row]))
	);
	const kept = theirs.flatMap((row) => {
		const [was, own] = [b?.get(keyOf(row)), m?.get(keyOf(row))];
		if (own) return [mergeFields(was, own, row)];
		const isRemovedByMe = was !== undefined && isSame(was, row);
		return isRemovedByMe ? [] : [row];
	});
	const onlyMine = mine.filter((row) => {
		const was = b?.get(keyOf(row));
		return !t?.has(keyOf(row)) && !(was && isUntouched(was, row));
	});
	return [...kept, ...onlyMine];
}

function differencesOf(theirs: FormValues, merged: FormValues): FieldDifference[] {
	const [stored, shown] = [new Map(Object.entries(theirs)), new Map(Object.entries(merged))];
	return [...new Set([...shown.keys(), ...stored.keys()])].flatMap((name) => {
		const [was, is] = [content(stored, name), content(shown, name)];
		const isMark = OF_THE_FORM.has(name) || /\.(?:isNew|isRemoved)$/.test(name);
		return was === is || isMark ? [] : [{ name, theirs: was, mine: is }];
	});
}

/** What the last try to save left behind. */
export type FormResult = {
	readonly values?: FormValues | undefined;
	readonly conflict?: unknown;
};

/** What a form shows: what is stored, what was typed, or after a conflict the two merged. */
export function shownForm(stored: FormValues, result: FormResult | null | undefined): MergedForm {
	const typed = result?.values;
	if (!typed) return { values: stored, differences: [] };
	if (!result.conflict) return { values: typed, differences: [] };
	return mergeForm(baseOf(typed) ?? {}, typed, stored);
}

/** The values that the form was opened with, as it carried them along. */
function baseOf({ base = '' }: FormValues): FormValues | null {
	try {
		const read: unknown = JSON.parse(base);
		const isForm = typeof read === 'object' && read !== null && !Array.isArray(read);
		if (!isForm) return null;
		return Object.fromEntries(
			Object.entries(read).filter(
				(entry): entry is [string, string] => typeof entry[1] === 'string'
			)
		);
	} catch {
		return null;
	}
}
