import { z } from 'zod';
import { columnName, type Sheet } from './cell.ts';
import { readChoices, type Choices } from './choices.ts';
import { listKinds } from './fields.ts';
import { headingsOf, proposedChoices } from './headings.ts';

/** What a mapping file may say; the rest is proposed from the headings. */
const mappingSchema = z.strictObject({
	plan: z.string().optional(),
	sheet: z.union([z.string(), z.int().min(0)]).optional(),
	headerRow: z.int().min(1).optional(),
	kind: z.enum(listKinds).optional(),
	/** Fields by heading, or by the letter of the column; empty: not read. */
	columns: z.record(z.string(), z.string()).optional(),
	/** By cell (E7), or by row (7): "skip", "new", "update", "take". */
	answers: z.record(z.string(), z.string()).optional(),
	...{ unit: z.string().optional(), startYear: z.string().optional() },
	...{ status: z.string().optional(), payer: z.string().optional(), pool: z.string().optional() },
	...{
		probability: z.string().optional(),
		blank: z.string().optional(),
		twins: z.string().optional()
	},
	isMinus: z.boolean().optional()
});
export type Mapping = z.infer<typeof mappingSchema>;

/** A mapping file's value; null with what is wrong. */
export function readMapping(value: unknown): {
	mapping: Mapping | null;
	faults: readonly string[];
} {
	const parsed = mappingSchema.safeParse(value);
	return parsed.success
		? { mapping: parsed.data, faults: [] }
		: { mapping: null, faults: faultsOf(parsed.error) };
}

const CELL = /^([A-Z]{1,2})(\d+)$/;

/** How a table is to be read: as the mapping says, else as its headings seem to. Null with what is wrong. */
export function choicesFrom(
	sheet: Sheet,
	place: number,
	mapping: Mapping
): { choices: Choices | null; faults: readonly string[] } {
	const { columns = {}, answers = {}, headerRow, kind } = mapping;
	const proposed = proposedChoices(sheet, place, () => new Map(), {
		...(headerRow !== undefined && { headerRow }),
		...(kind !== undefined && { kind })
	});
	const headings = headingsOf(sheet, proposed.headerRow);
	const placeOf = (name: string) => {
		const byHeading = headings.indexOf(name);
		return byHeading >= 0
			? byHeading
			: headings.findIndex((_, column) => columnName(column) === name);
	};
	const chosen = Object.entries(columns).map(([name, field]) => [placeOf(name), field] as const);
	const lost = Object.keys(columns).filter((name) => placeOf(name) < 0);
	if (lost.length > 0)
		return { choices: null, faults: [`The table has no column ${lost.join(', ')}.`] };
	const own = [...Object.keys(answers)].map((of) => {
		const [, letters, row] = CELL.exec(of) ?? [];
		return [letters ? `${row}.${placeOfLetters(letters)}` : `${of}.row`, answers[of]] as const;
	});
	const { unit, startYear, status, payer, pool, probability, blank, twins, isMinus } = mapping;
	const said = { unit, startYear, status, payer, pool, probability, blank, twins, isMinus };
	try {
		const choices = readChoices({
			...proposed,
			...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
			columns: Object.fromEntries(
				Object.entries({ ...proposed.columns, ...Object.fromEntries(chosen) }).filter(
					([, field]) => field !== ''
				)
			),
			answers: Object.fromEntries(own)
		});
		return { choices, faults: [] };
	} catch (error) {
		if (!(error instanceof z.ZodError)) throw error;
		return { choices: null, faults: faultsOf(error) };
	}
}

function faultsOf(error: z.ZodError): string[] {
	return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

function placeOfLetters(letters: string): number {
	return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
