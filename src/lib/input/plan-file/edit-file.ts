import {
	isList,
	listParts,
	sectionsLeftOut,
	type ListPart,
	type Part
} from '../../core/plan/parts.ts';
import type { PlanFileValue } from './write.ts';

/** A part of a plan file as somebody wants it; after: null takes it away. */
export type FileEdit = {
	readonly part: Part;
	/** Of a list's member; null for a section. */
	readonly id: string | null;
	readonly after: unknown;
};

/** The file with the edits made: members replaced in place, new ones last. */
export function withEdits(file: PlanFileValue, edits: readonly FileEdit[]): object {
	const edited: Record<string, unknown> = { ...file };
	for (const { part, after } of edits) {
		if (isList(part)) continue;
		if (after === null && sectionsLeftOut.has(part)) delete edited[part];
		else edited[part] = after;
	}
	for (const list of listParts) {
		const members = membersOf(file, list);
		for (const { part, id, after } of edits) {
			if (part !== list) continue;
			if (after === null) members.delete(id);
			else members.set(id, after);
		}
		edited[list] = [...members.values()];
	}
	return edited;
}

/** The members of a list of a plan file by their ids; a list that is left out has none. */
export function membersOf(file: PlanFileValue, part: ListPart): Map<unknown, unknown> {
	const list = (file as Record<string, unknown>)[part] ?? [];
	return new Map((list as readonly { readonly id?: unknown }[]).map((one) => [one.id, one]));
}
