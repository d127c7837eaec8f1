import type { Text } from '../../core/errors.ts';
import { fieldChanges, type FieldChange } from '../../core/plan/changes.ts';
import { membersOf, withEdits, type FileEdit } from '../plan-file/edit-file.ts';
import { readPlanFile } from '../plan-file/read.ts';
import { planFileOf, type PlanFileValue } from '../plan-file/write.ts';
import { MOST_COLUMNS, type Sheet } from './cell.ts';
import type { Choices } from './choices.ts';
import { neededFields, sheetField } from './fields.ts';
import { yearIn } from './headings.ts';
import { readCosts } from './read-costs.ts';
import { readFunding } from './read-funding.ts';
import { readMeasures } from './read-measures.ts';
import { TWINS, type ReadRow, type Subject } from './read-row.ts';
import { leftOut, SheetRow, tableOf, type Issue, type LeftOut, type Table } from './row.ts';
import type { SheetPlan } from './sheet-plan.ts';

export const outcomes = ['asked', 'refused', 'new', 'changed', 'same', 'leftOut'] as const;
export type Outcome = (typeof outcomes)[number];

export type RowOutcome = {
	readonly row: number;
	readonly label: string;
	readonly outcome: Outcome;
	readonly id: string | null;
	readonly leftOut: LeftOut | null;
	/** What would change in the plan, field by field; of what is new, what people would check first. */
	readonly changes: readonly FieldChange[];
	readonly issues: readonly Issue[];
	readonly remarks: readonly Text[];
};

export type DryRun = {
	readonly headings: readonly string[];
	readonly rows: readonly RowOutcome[];
	readonly counts: Readonly<Record<Outcome, number>>;
	/** What stands in the way of the whole table; nothing is read then. */
	readonly problems: readonly { readonly field: string; readonly text: Text }[];
	/** What the plan would get: only where no row is asked about or refused. */
	readonly edits: readonly FileEdit[];
	readonly mayImport: boolean;
};

/** More rows than a plan has room for, or than can be told about. */
const MOST_READ = { measures: 2_000, costs: 5_000, funding: 5_000 } as const;

const LONGEST_LABEL = 200;

const readers = { measures: readMeasures, costs: readCosts, funding: readFunding };

/** What a table would do to a plan, row by row, before anything is changed. */
export function dryRun(plan: SheetPlan, sheet: Sheet, choices: Choices): DryRun {
	const table = tableOf(sheet, choices);
	const { headings } = table;
	const problems = tableProblems(table);
	if (problems.length > 0)
		return { headings, rows: [], counts: countsOf([]), problems, edits: [], mayImport: false };
	const outside: RowOutcome[] = [];
	const rows: SheetRow[] = [];
	for (let number = choices.headerRow + 1; number <= sheet.rows.length; number++) {
		const why = leftOut(table, number);
		if (why === 'empty') continue;
		if (why === null) rows.push(new SheetRow(table, number));
		else outside.push(leftOutRow(table, number, why));
	}
	const read = readers[choices.kind](plan, table, rows);
	askOfTwins(read);
	const { edits, rest, after } = checked(plan, read);
	const before = memberOf(plan.file);
	const told = read.map((one) => outcomeOf(one, before, after));
	const all = [...told, ...outside].sort((a, b) => a.row - b.row);
	const counts = countsOf(all);
	const mayImport =
		rest.length === 0 && counts.asked + counts.refused === 0 && counts.new + counts.changed > 0;
	return {
		...{ headings, rows: all, counts, problems: rest, mayImport },
		edits: mayImport ? edits : []
	};
}

function tableProblems({ choices, columns, sheet, headings }: Table): DryRun['problems'] {
	const problems: { field: string; text: Text }[] = [];
	for (const field of neededFields[choices.kind])
		if (!columns.some((column) => field.split('|').includes(column.field)))
			problems.push({
				field: field.replace(/\|.*/, ''),
				text: {
					sv: 'ingen kolumn säger det här; välj vilken som gör det',
					en: 'no column says this; choose which does'
				}
			});
	const isUnitMissing = columns.some(
		({ field, unit }) => unit === '' && sheetField(choices.kind, field)?.value === 'amount'
	);
	if (isUnitMissing)
		problems.push({
			field: 'unit',
			text: {
				sv: 'det framgår inte om beloppen är i kronor, tkr eller mnkr; välj enhet',
				en: 'it is not said whether the amounts are in SEK, thousands or millions; choose the unit'
			}
		});
	for (const [place, field] of Object.entries(choices.columns))
		if (
			sheetField(choices.kind, field)?.isPerYear &&
			yearIn(headings[Number(place)] ?? '') === null
		)
			problems.push({
				field: `column.${place}`,
				text: {
					sv: `rubriken ”${headings[Number(place)] ?? ''}” säger inte vilket år; välj något annat för kolumnen`,
					en: `the heading “${headings[Number(place)] ?? ''}” does not say which year; choose something else for the column`
				}
			});
	const seen = new Map<string, number>();
	for (const { field, year, place } of columns) {
		const key = `${field} ${year ?? ''}`;
		if (seen.has(key))
			problems.push({
				field: `column.${place}`,
				text: {
					sv: 'två kolumner säger samma sak; välj bara en av dem',
					en: 'two columns say the same; choose only one of them'
				}
			});
		seen.set(key, place);
	}
	const most = MOST_READ[choices.kind];
	if (sheet.rows.length - choices.headerRow > most)
		problems.push({
			field: 'headerRow',
			text: {
				sv: `tabellen har fler än ${most} rader; dela den`,
				en: `the table has more than ${most} rows; split it`
			}
		});
	if (choices.headerRow > sheet.rows.length || columns.some(({ place }) => place >= MOST_COLUMNS))
		problems.push({
			field: 'headerRow',
			text: { sv: 'bladet har inte så många rader', en: 'the sheet has not so many rows' }
		});
	return problems;
}

function leftOutRow({ sheet }: Table, row: number, why: LeftOut): RowOutcome {
	const label = (sheet.rows[row - 1] ?? []).find((cell) => typeof cell === 'string');
	return {
		...{
			row,
			label: typeof label === 'string' ? label.trim().slice(0, LONGEST_LABEL) : '',
			outcome: 'leftOut',
			id: null
		},
		...{ leftOut: why, changes: [], issues: [], remarks: [] }
	};
}

/** Two rows about the same thing cannot both hold: the later is asked about. */
function askOfTwins(read: readonly ReadRow[]): void {
	const first = new Map<string, number>();
	for (const { row, subject } of read) {
		if (!subject) continue;
		const key = JSON.stringify(subject);
		const before = first.get(key);
		if (before === undefined) first.set(key, row.number);
		else
			row.ask(
				{
					sv: `gäller samma sak (${nameOf(subject)}) som rad ${before}; hoppa över en av dem`,
					en: `is about the same thing (${nameOf(subject)}) as row ${before}; skip one of them`
				},
				[TWINS.skip]
			);
	}
}

function nameOf({ id, item }: Subject): string {
	return [id, item].filter(Boolean).join('/');
}

type Find = (subject: Subject) => unknown;

/**
 * The edits of the rows that nothing stands in the way of, and what the plan's own rules say against them: at the rows they
 * came from, or as what no row answers for. With them the plan as it would be.
 */
function checked(
	plan: SheetPlan,
	read: readonly ReadRow[]
): { edits: readonly FileEdit[]; rest: DryRun['problems']; after: Find } {
	const refused = new Set(
		read.flatMap(({ row, subject }) => (row.issues.length > 0 && subject ? [subject.id] : []))
	);
	const edits = read.flatMap(({ row, subject, edits: own }) =>
		row.issues.length > 0 || (subject && refused.has(subject.id)) ? [] : own
	);
	const edited = withEdits(plan.file, edits);
	const result = readPlanFile(JSON.stringify(edited), plan.catalogue);
	if (result.kind === 'plan') return { edits, rest: [], after: memberOf(planFileOf(result.plan)) };
	const owners = new Map<string, ReadRow>(
		read.flatMap((one) => one.edits.map(({ part, id }) => [`${part} ${id}`, one] as const))
	);
	let isRefused = false;
	const rest = result.problems.flatMap(({ path, expected }) => {
		const [list, place, ...inside] = path;
		const members = (edited as Record<string, readonly { id?: unknown }[]>)[String(list)];
		const id = typeof place === 'number' ? members?.[place]?.id : undefined;
		const owner = owners.get(`${list} ${String(id)}`);
		if (!owner) return [{ field: path.join('.'), text: expected }];
		isRefused = true;
		const where = (list === 'funding' ? ['funding', 0, ...inside] : inside).join('.');
		ownerOf(owner, read, where).refuse(where, expected);
		return [];
	});
	// The rest is looked at once more without what the rules refuse, so that it can be told what it would change.
	return isRefused ? { ...checked(plan, read), rest } : { edits, rest, after: () => null };
}

/** The row that a field came from: of cost items that stand in one measure, each has its own. */
function ownerOf(owner: ReadRow, read: readonly ReadRow[], path: string): SheetRow {
	const { subject } = owner;
	const alike = read.find(
		(one) =>
			one.subject?.id === subject?.id && one.subject?.item !== undefined && one.row.isOriginOf(path)
	);
	return (alike ?? owner).row;
}

function memberOf(file: PlanFileValue): Find {
	const lists = { measures: membersOf(file, 'measures'), funding: membersOf(file, 'funding') };
	return ({ part, id, item }) => {
		const member = lists[part].get(id) ?? null;
		if (item === undefined || member === null) return member;
		const { costs } = member as { costs: readonly { id: string }[] };
		return costs.find((cost) => cost.id === item) ?? null;
	};
}

function outcomeOf(
	{ row, label, subject, leftOut: why }: ReadRow,
	before: Find,
	after: Find
): RowOutcome {
	const { number, issues, remarks } = row;
	const id = subject && nameOf(subject);
	const base = {
		row: number,
		label: label.slice(0, LONGEST_LABEL),
		id,
		leftOut: why ?? null,
		issues,
		remarks,
		changes: []
	};
	if (why) return { ...base, outcome: 'leftOut' };
	if (issues.length > 0) {
		const isAsked = issues.every(({ isQuestion }) => isQuestion);
		return { ...base, outcome: isAsked ? 'asked' : 'refused' };
	}
	const was = subject && before(subject);
	if (!subject || !was)
		return { ...base, outcome: 'new', changes: subject ? ofNew(after(subject)) : [] };
	const changes = fieldChanges(was, after(subject));
	return { ...base, outcome: changes.length > 0 ? 'changed' : 'same', changes };
}

/** Fields of a new thing that tell whether it was read as it was meant. */
const TELLING =
	/(?:^|\.)(?:startYear|status|kind|programme|costItem|amount|amountPerYear|tonnesPerYear)$/;

function ofNew(thing: unknown): FieldChange[] {
	return fieldChanges(null, thing).filter(({ field }) => TELLING.test(field));
}

function countsOf(rows: readonly RowOutcome[]): Record<Outcome, number> {
	const counts = Object.fromEntries(outcomes.map((one) => [one, 0])) as Record<Outcome, number>;
	for (const { outcome } of rows) counts[outcome] += 1;
	return counts;
}
