import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Text } from '../lib/core/errors.ts';
import type { Plan } from '../lib/core/plan/plan.ts';
import { problemLine } from '../lib/core/plan/problem.ts';
import { withEdits } from '../lib/input/plan-file/edit-file.ts';
import { readPlanFile } from '../lib/input/plan-file/read.ts';
import { planFileOf } from '../lib/input/plan-file/write.ts';
import { columnName, type Sheet } from '../lib/input/sheets/cell.ts';
import type { Choices } from '../lib/input/sheets/choices.ts';
import { dryRun, type Outcome, type RowOutcome } from '../lib/input/sheets/dry-run.ts';
import { choicesFrom, readMapping, type Mapping } from '../lib/input/sheets/mapping-file.ts';
import { SheetPlan } from '../lib/input/sheets/sheet-plan.ts';
import { catalogue } from '../lib/server/catalogue/catalogue.ts';
import { SheetRefusal } from '../lib/server/files/sheet-refusal.ts';
import { readTables } from '../lib/server/files/tables.ts';
import { Refusal, command, planIn } from './command.ts';

/**
 * npm run -s import -- list.xlsx: what the rows of a list would do to a plan, as JSON; without --dry-run also the plan with
 * them, where every row can be read. No file is written.
 */
const USAGE =
	'Usage: npm run -s import -- list.xlsx|list.csv [--plan plan.json] [--mapping FILE] [--dry-run]';

/** How many years the plan has that holds nothing. */
const YEARS = 20;

await command(USAGE, async () => {
	const { values, positionals } = parseArgs({
		options: {
			plan: { type: 'string' },
			mapping: { type: 'string' },
			'dry-run': { type: 'boolean', default: false }
		},
		allowPositionals: true
	});
	const [path] = positionals;
	if (path === undefined || positionals.length > 1) throw new Refusal([USAGE]);
	const mapping = values.mapping === undefined ? {} : mappingIn(values.mapping);
	const planPath = values.plan ?? mapping.plan;
	const isDry = values['dry-run'];
	if (planPath === undefined && !isDry)
		throw new Refusal([
			'Name the plan that the rows go into (--plan), or ask what they would do (--dry-run).',
			USAGE
		]);
	const plan = planPath === undefined ? planOfNothing() : planIn(planPath);
	const { sheet, place } = await sheetIn(path, mapping);
	const choices = chosenFor(sheet, place, mapping);
	const against = new SheetPlan(plan, catalogue);
	const run = dryRun(against, sheet, choices);
	const rows = (outcome: Outcome) => run.rows.filter((row) => row.outcome === outcome);
	const isImported = !isDry && run.mayImport;
	if (!isDry && !isImported) process.exitCode = 1;
	const { new: accepted, ...counts } = run.counts;
	return {
		format: 'klimatportfolj-import',
		version: 1,
		file: basename(path),
		plan: planPath === undefined ? null : plan.settings.name,
		sheet: sheet.name,
		headerRow: choices.headerRow,
		kind: choices.kind,
		unit: choices.unit || null,
		columns: run.headings.map((heading, column) => ({
			...{ column: columnName(column), heading },
			field: choices.columns[column] ?? null
		})),
		counts: { accepted, ...counts },
		problems: run.problems,
		accepted: rows('new').map(changed),
		changed: rows('changed').map(changed),
		same: rows('same').map(named),
		asked: rows('asked').map(open),
		refused: rows('refused').map(open),
		leftOut: rows('leftOut').map(({ leftOut, ...row }) => ({ ...named(row), why: leftOut })),
		isImported,
		...(isImported && { planFile: edited(against, run.edits) })
	};
});

type Named = Pick<RowOutcome, 'row' | 'label' | 'id'>;

function named({ row, id, label }: Named) {
	return { row, id, name: label };
}

function changed({ changes, remarks, ...row }: RowOutcome) {
	return { ...named(row), changes, remarks };
}

function open({ issues, ...row }: RowOutcome) {
	return {
		...named(row),
		issues: issues.map(({ cell, field, seen, text, options }) => ({
			...{ cell, field, seen, text },
			options: options.map(({ value }) => value)
		}))
	};
}

function edited({ file }: SheetPlan, edits: Parameters<typeof withEdits>[1]) {
	const result = readPlanFile(JSON.stringify(withEdits(file, edits)), catalogue);
	if (result.kind === 'problems') throw new Refusal(['The plan would break its own rules.']);
	return planFileOf(result.plan);
}

function mappingIn(path: string): Mapping {
	const { mapping, faults } = readMapping(jsonIn(path));
	if (!mapping) throw new Refusal(faults.map((fault) => `${path}: ${fault}`));
	return mapping;
}

function jsonIn(path: string): unknown {
	try {
		return JSON.parse(readFileSync(path, 'utf8'));
	} catch (error) {
		if (error instanceof SyntaxError) throw new Refusal([`${path} must be JSON: ${error.message}`]);
		throw error;
	}
}

async function sheetIn(
	path: string,
	{ sheet: wanted }: Mapping
): Promise<{ sheet: Sheet; place: number }> {
	try {
		const { sheets, best } = await readTables(readFileSync(path), basename(path));
		const place =
			typeof wanted === 'string'
				? sheets.findIndex(({ name }) => name === wanted)
				: (wanted ?? best.sheet);
		const sheet = sheets[place];
		if (!sheet)
			throw new Refusal([
				`There is no sheet ${wanted}; there are ${sheets.map(({ name }) => name).join(', ')}.`
			]);
		return { sheet, place };
	} catch (error) {
		if (error instanceof SheetRefusal) throw new Refusal([inBoth(error.text)]);
		throw error;
	}
}

function chosenFor(sheet: Sheet, place: number, mapping: Mapping): Choices {
	const { choices, faults } = choicesFrom(sheet, place, mapping);
	if (!choices) throw new Refusal(faults);
	return choices;
}

function inBoth({ sv, en }: Text): string {
	return `${sv} / ${en}`;
}

/** A plan that holds nothing yet, to ask what a list would be read as; what it has to say of rates is asked for by nothing. */
function planOfNothing(): Plan {
	const firstYear = new Date().getFullYear();
	const result = readPlanFile(
		JSON.stringify({
			format: 'climate-investment-plan',
			version: 1,
			municipality: { code: '0000', name: '–' },
			plan: {
				name: '–',
				basis: { currency: 'SEK', priceYear: firstYear, vat: 'excluded' },
				...{ firstYear, lastYear: firstYear + YEARS, discountRate: 0, internalRate: 0 },
				carbonValue: { perTonne: '0' },
				euroRate: null
			},
			...{ tax: null, measures: [] }
		}),
		catalogue
	);
	if (result.kind === 'problems')
		throw new Refusal(result.problems.map((problem) => problemLine(problem, 'en')));
	return result.plan;
}
