/** A field that differs between two versions of a thing: its path, and its value before and after; null: not there. */
export type FieldChange = {
	readonly field: string;
	readonly before: string | null;
	readonly after: string | null;
};

/**
 * What differs between two versions of a part of a plan file, field by field, in the order of the later version. Rows are
 * told apart by their id or year, so that a row put in between does not make every later one look changed. Empty only
 * when the two are the same: what decides what is written and what conflicts rests on it.
 */
export function fieldChanges(before: unknown, after: unknown): FieldChange[] {
	const [old, now] = [fieldsOf(before), fieldsOf(after)];
	return [...new Set([...now.keys(), ...old.keys()])].flatMap((field) => {
		const [was, is] = [old.get(field) ?? null, now.get(field) ?? null];
		if (was === is || isOnlyEmptiness(field, was, now) || isOnlyEmptiness(field, is, old))
			return [];
		return [{ field, before: was, after: is }];
	});
}

const NO_ROWS = '[]';
const NO_FIELDS = '{}';

/** An empty list or object on one side, where the other side's rows or fields tell all that there is. */
function isOnlyEmptiness(
	field: string,
	value: string | null,
	other: ReadonlyMap<string, string>
): boolean {
	if (value !== NO_ROWS && value !== NO_FIELDS) return false;
	return [...other.keys()].some((name) => name.startsWith(`${field}.`));
}

function fieldsOf(value: unknown): Map<string, string> {
	const fields = new Map<string, string>();
	collect(value, '', fields);
	return fields;
}

function collect(value: unknown, path: string, into: Map<string, string>): void {
	if (value === null || value === undefined) return;
	if (Array.isArray(value)) {
		const isPlain = value.every((entry) => typeof entry !== 'object' || entry === null);
		if (isPlain) {
			into.set(path, value.length > 0 ? value.map(listed).join('; ') : NO_ROWS);
			return;
		}
		const seen = new Map<string, number>();
		value.forEach((entry, index) => {
			const key = keyOf(entry, index);
			const count = (seen.get(key) ?? 0) + 1;
			seen.set(key, count);
			collect(entry, join(path, count > 1 ? `${key} (${count})` : key), into);
		});
		return;
	}
	if (typeof value === 'object') {
		const fields = Object.entries(value);
		if (fields.length === 0) into.set(path, NO_FIELDS);
		for (const [name, inner] of fields) collect(inner, join(path, name), into);
		return;
	}
	into.set(path, String(value));
}

/** An entry of a list, in quotes where it could be taken for two. */
function listed(entry: unknown): string {
	const text = String(entry);
	return /; |^"/.test(text) ? JSON.stringify(text) : text;
}

function join(path: string, name: string): string {
	return path === '' ? name : `${path}.${name}`;
}

/** The id or year by which people know a row; else its place, counted from one. */
function keyOf(entry: unknown, index: number): string {
	if (typeof entry === 'object' && entry !== null)
		for (const name of ['id', 'year'] as const) {
			const key = (entry as Record<string, unknown>)[name];
			if (Object.hasOwn(entry, name) && (typeof key === 'string' || typeof key === 'number'))
				return String(key);
		}
	return String(index + 1);
}
