import type { FileEdit } from '../plan-file/edit-file.ts';
import type { LeftOut, SheetRow, Table } from './row.ts';
import type { Option } from './values.ts';

export type Subject = {
	readonly part: 'measures' | 'funding';
	readonly id: string;
	readonly item?: string;
};

/** A row as it came out: what it would change in the plan, which holds only where nothing stands in its way. */
export type ReadRow = {
	readonly row: SheetRow;
	/** What people know it by. */
	readonly label: string;
	/** The thing that it is about: of a cost item, its measure and the item. null: not settled. */
	readonly subject: Subject | null;
	readonly edits: readonly FileEdit[];
	readonly leftOut?: LeftOut;
};

/** Answers to what a row that seems to be there already is. */
export const TWINS = {
	update: { value: 'update', text: { sv: 'uppdatera den', en: 'update it' } },
	new: { value: 'new', text: { sv: 'lägg till som ny', en: 'add as a new one' } },
	skip: { value: 'skip', text: { sv: 'hoppa över raden', en: 'skip the row' } }
} as const satisfies Record<string, Option>;

/** Where a figure of a row comes from, when the row does not say. */
export function noted({ sheet }: Table, row: SheetRow): string {
	return `${sheet.name}, rad ${row.number}`.slice(0, 500);
}
