/** A field that differs between two versions of a thing: its path, and its value before and after; null: not there. */
export type FieldChange = {
	readonly field: string;
	readonly before: string | null;
	readonly after: string | null;
};

/**
 * What differs between two versions of a part of a plan file, field by field, in the order of the later version. Rows are
 * told apart by their id or year, so that a row put in between does not make every later one look changed.
 */
export function fieldChanges(before: unknown, after: unknown): FieldChange[] {
	const [old, now] = [fieldsOf(before), fieldsOf(after)];
	return [...new Set([...now.keys(), ...old.keys()])].flatMap((field) => {
		const [was, is] = [old.get(field) ?? null, now.get(field) ?? null];
		return was === is ? [] : [{ field, before: was, after: is }];
	});
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
			if (value.length > 0) into.set(path, value.map(String).join('; '));
		} else value.forEach((entry, index) => collect(entry, join(path, keyOf(entry, index)), into));
		return;
	}
	if (typeof value === 'object') {
		for (const [name, inner] of Object.entries(value)) collect(inner, join(path, name), into);
		return;
	}
	into.set(path, String(value));
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
