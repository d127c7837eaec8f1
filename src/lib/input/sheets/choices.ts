import { z } from 'zod';
import { payers } from '../../core/plan/plan.ts';
import { MOST_COLUMNS, MOST_ROWS } from './cell.ts';
import { listKinds, sheetField } from './fields.ts';

/** How a table is to be read, as its reader has chosen. */

const sheetUnits = ['kr', 'tkr', 'mnkr'] as const;
export type SheetUnit = (typeof sheetUnits)[number] | '';

/** What to do with a row that seems to be in the plan already. */
export const twinChoices = ['ask', 'update', 'skip', 'new'] as const;
/** What an empty cell in a column of amounts or tonnes says. */
const blankChoices = ['unknown', 'none'] as const;
/** Statuses that a measure without one may get. */
export const measureStatuses = [
	'idea',
	'planned',
	'approved',
	'ongoing',
	'done',
	'cancelled'
] as const;

const short = z.string().max(200);

const choicesSchema = z.strictObject({
	/** The place of the sheet, from 0. */
	sheet: z.int().min(0).max(100).default(0),
	/** The row of the headings, from 1. */
	headerRow: z.int().min(1).max(MOST_ROWS),
	kind: z.enum(listKinds),
	/** Of amounts without a unit; empty: not said. */
	unit: z.enum([...sheetUnits, '']).default(''),
	/** The field of each column, by the column's place from 0. */
	columns: z.record(z.string().regex(/^\d{1,3}$/), short),
	/** For rows that do not say. */
	startYear: short.default(''),
	status: z.enum(measureStatuses).default('planned'),
	payer: z.enum(payers).default('municipality'),
	pool: short.default(''),
	/** Of funding, in per cent. */
	probability: short.default(''),
	blank: z.enum(blankChoices).default('unknown'),
	twins: z.enum(twinChoices).default('ask'),
	/** Costs stand with a minus. */
	isMinus: z.boolean().default(false),
	/** What was answered to questions and mended in cells, by `row.column` or `row.field`; `row.row` is of the row as a whole. */
	answers: z.record(z.string().max(120), z.string().max(2_000)).default({})
});

/** Checked choices; a column of a field that the list does not have, or that no table can have, says nothing. */
export type Choices = z.infer<typeof choicesSchema>;

/** Choices as JSON, such as of a mapping file. Throws z.ZodError. */
export function readChoices(value: unknown): Choices {
	const choices = choicesSchema.parse(value);
	const columns = Object.entries(choices.columns).filter(
		([column, field]) => Number(column) < MOST_COLUMNS && sheetField(choices.kind, field)
	);
	return { ...choices, columns: Object.fromEntries(columns) };
}
