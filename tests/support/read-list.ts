import type { Cell, Sheet } from '../../src/lib/input/sheets/cell.ts';
import type { Choices } from '../../src/lib/input/sheets/choices.ts';
import { dryRun } from '../../src/lib/input/sheets/dry-run.ts';
import { proposedChoices } from '../../src/lib/input/sheets/headings.ts';
import { SheetPlan } from '../../src/lib/input/sheets/sheet-plan.ts';
import { catalogue } from '../../src/lib/server/catalogue/catalogue.ts';
import { readCsv } from '../../src/lib/server/files/csv.ts';
import { exampleText, planOf } from './plan-files.ts';

/** Lists as tests write them, read into the example plan. */
export const plan = new SheetPlan(planOf(exampleText), catalogue);

export const sheet = (...rows: readonly (readonly Cell[])[]): Sheet => ({ name: 'Blad1', rows });
export const csv = (text: string): Sheet => readCsv(Buffer.from(text), 'lista.csv');

export function run(table: Sheet, chosen: Partial<Choices> = {}) {
	const { kind } = chosen;
	const proposed = proposedChoices(table, 0, () => new Map(), kind ? { kind } : {});
	const choices = { ...proposed, ...chosen };
	return { choices, ...dryRun(plan, table, choices) };
}

type Item = {
	kind: string;
	amount?: string | null;
	amountPerYear?: string | null;
	years?: unknown;
};
type File = Record<string, unknown> & { costs: Item[] };
export const filesOf = ({ edits }: ReturnType<typeof run>) =>
	edits.map(({ after }) => after as File);
export const troubleOf = ({ rows }: ReturnType<typeof run>) =>
	rows.flatMap(({ issues }) => issues.map(({ cell, text }) => `${cell ?? 'rad'}: ${text.sv}`));
