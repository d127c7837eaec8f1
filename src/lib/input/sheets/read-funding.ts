import type { Text } from '../../core/errors.ts';
import { isSecured } from '../../core/funding/certainty.ts';
import type { FundingStatus } from '../../core/plan/plan.ts';
import { idsAfter } from '../../core/plan/next-id.ts';
import { fieldReader } from '../forms/field-reader.ts';
import { fundingLine } from '../forms/funding-row.ts';
import { undecided } from '../forms/undecided.ts';
import { measureFormValues } from '../forms/measure-values.ts';
import { measureOf } from './read-costs.ts';
import { noted, TWINS, type ReadRow } from './read-row.ts';
import { sumOfTyped } from './typed-sum.ts';
import type { SheetRow, Table } from './row.ts';
import type { Member, SheetPlan } from './sheet-plan.ts';
import { UNKNOWN } from './values.ts';

const PATH = 'funding.0';
/** Fields of a row that are fields of the line's form as they are. */
const PLAIN: Readonly<Record<string, string>> = {
	status: 'status',
	probability: 'probability',
	caseNumber: 'decision.caseNumber',
	date: 'decision.date',
	applied: 'applied',
	carryForward: 'carryForward',
	note: 'note',
	source: 'source'
};

/** Reads rows as funding lines, each through the form of a line. */
export function readFunding(plan: SheetPlan, table: Table, rows: readonly SheetRow[]): ReadRow[] {
	const ids = rows.map((row) => ({ id: row.typed('id', `${PATH}.id`) }));
	const newId = idsAfter([...plan.funding.values(), ...ids], 'F');
	const lines = new Map(
		[...plan.funding.values()].map((line) => [
			keyOf(line['measure'], line['programme'], line['costItem']),
			line
		])
	);
	return rows.map((row, place): ReadRow => {
		const text = row.typed('measure', 'measure');
		const programmeText = row.typed('programme', `${PATH}.programme`);
		const label = [text, programmeText].filter(Boolean).join(': ');
		const measure = measureOf(plan, row, text);
		const programme = programmeOf(plan, row, programmeText);
		const typedId = ids[place]?.id ?? '';
		const stored = typedId === '' ? undefined : plan.funding.get(typedId);
		const costItem = measure && costItemOf(row, measure, stored);
		const twin = typedId === '' ? lines.get(keyOf(measure?.id, programme, costItem)) : stored;
		const choice = twin && typedId === '' ? twinAnswer(table, row, twin) : null;
		if (choice === 'skip') return { row, label, subject: null, edits: [], leftOut: 'skipped' };
		const own = choice === 'new' ? undefined : twin;
		const id = own?.id ?? (typedId || newId());
		const values = valuesOf(table, row, own);
		if (programme) values[`${PATH}.programme`] = programme;
		if (costItem) values[`${PATH}.costItem`] = costItem;
		const form = fieldReader(values);
		const line: Member = { measure: measure?.id ?? '', ...fundingLine(PATH, form, values), id };
		for (const [path, trouble] of Object.entries(form.errors)) row.refuse(path, trouble);
		const wrong = undecided(plan.plan.funding, [line], () => `${PATH}.`);
		for (const [path, trouble] of Object.entries(wrong)) row.refuse(path, trouble);
		lines.set(keyOf(measure?.id, programme, costItem), line);
		return {
			row,
			label,
			subject: { part: 'funding', id },
			edits: [{ part: 'funding', id, after: line }]
		};
	});
}

/** Lines are alike where they are of the same cost and programme. */
function keyOf(...of: readonly unknown[]): string {
	return JSON.stringify(of);
}

function programmeOf(plan: SheetPlan, row: SheetRow, text: string): string | null {
	const programme = text === '' ? null : plan.programmeNamed(text);
	if (programme === null)
		row.refuse(
			`${PATH}.programme`,
			text === '' ? NO_NAME : NO_PROGRAMME,
			plan.programmesLike(text)
		);
	return programme;
}

const NO_NAME: Text = {
	sv: 'det framgår inte var pengarna kommer ifrån; välj ett stödprogram',
	en: 'it is not said where the money comes from; choose a programme'
};
const NO_PROGRAMME: Text = {
	sv: 'inget stödprogram heter så; välj ett, eller skriv dess id',
	en: 'no programme is called so; choose one, or write its id'
};

/** The cost item that a row names, or the only investment of its measure. */
function costItemOf(row: SheetRow, measure: Member, stored: Member | undefined): string | null {
	const costs = (measure['costs'] ?? []) as readonly Member[];
	const text = row.typed('costItem', `${PATH}.costItem`);
	if (text !== '' && costs.some(({ id }) => id === text)) return text;
	if (text === '' && stored) return String(stored['costItem']);
	const capex = costs.filter(({ kind }) => kind === 'capex');
	if (text === '' && capex.length === 1) return capex[0]?.id ?? null;
	row.refuse(
		`${PATH}.costItem`,
		costs.length === 0 ? NO_COSTS : WHICH_COST,
		costs.map(({ id, kind, basis }) => {
			const words = [id, kind, basis].filter(Boolean).join(' ');
			return { value: id, text: { sv: words, en: words } };
		})
	);
	return null;
}

const NO_COSTS: Text = {
	sv: 'åtgärden har ingen kostnadspost att finansiera; läs in kostnaderna först',
	en: 'the measure has no cost item to fund; read the costs first'
};
const WHICH_COST: Text = {
	sv: 'det framgår inte vilken kostnadspost pengarna går till',
	en: 'it is not said which cost item the money is for'
};

function twinAnswer(
	{ choices }: Table,
	row: SheetRow,
	twin: Member
): 'skip' | 'new' | 'update' | null {
	const answer = row.answer || choices.twins;
	if (answer === 'skip' || answer === 'new' || answer === 'update') return answer;
	row.ask(
		{
			sv: `planen har redan raden ${twin.id} om samma kostnad och program`,
			en: `the plan has the line ${twin.id} of the same cost and programme already`
		},
		[TWINS.update, TWINS.new, TWINS.skip]
	);
	return null;
}

/** The line's form as it is, with what the row says put in. */
function valuesOf(table: Table, row: SheetRow, stored: Member | undefined): Record<string, string> {
	const before = stored ? measureFormValues({ id: '', costs: [] }, [stored]) : {};
	const values: Record<string, string> = { ...before };
	for (const [field, name] of Object.entries(PLAIN)) {
		const typed = row.typed(field, `${PATH}.${name}`);
		if (typed !== '') values[`${PATH}.${name}`] = typed;
	}
	values[`${PATH}.status`] ??= 'planned';
	putProbability(table, row, values);
	values[`${PATH}.source`] ??= noted(table, row);
	const put = (year: number | string, typed: string) => {
		values[`${PATH}.SEK.${year}`] = typed === UNKNOWN ? 'okänt' : typed;
	};
	const years = row
		.typedYears('ofYear', (year) => `${PATH}.SEK.${year}`)
		.filter(({ typed }) => typed !== '');
	for (const { year, typed } of years) put(year, typed);
	const year = row.typed('year', 'year');
	const amount = row.typed('amount', /^\d{4}$/.test(year) ? `${PATH}.SEK.${year}` : 'amount');
	if (amount === '') return values;
	if (years.length > 0) {
		const [whole, sum] = [[amount], years.map(({ typed }) => typed)].map(sumOfTyped);
		if (whole && sum && !whole.eq(sum)) row.refuse('amount', NOT_THE_SUM);
		return values;
	}
	if (/^\d{4}$/.test(year)) put(year, amount);
	else row.refuse('year', WHICH_YEAR);
	return values;
}

/** What is not said of a line that counts is asked; what is decided is sure, what was refused is nothing. */
function putProbability({ choices }: Table, row: SheetRow, values: Record<string, string>): void {
	const name = `${PATH}.probability`;
	if (values[name] !== undefined || values[`${PATH}.application`] !== undefined) return;
	const status = values[`${PATH}.status`] ?? '';
	if (isSecured(status as FundingStatus)) values[name] = '100';
	else if (status === 'rejected') values[name] = '0';
	else if (choices.probability !== '') values[name] = choices.probability;
	else
		row.refuse(
			name,
			HOW_LIKELY,
			['25 %', '50 %', '75 %'].map((value) => ({ value, text: { sv: value, en: value } }))
		);
}

const HOW_LIKELY: Text = {
	sv: 'det framgår inte hur sannolikt det är att pengarna kommer',
	en: 'it is not said how likely the money is'
};

const NOT_THE_SUM: Text = {
	sv: 'åren blir tillsammans något annat; rätta beloppet eller åren',
	en: 'the years add up to something else; mend the amount or the years'
};

const WHICH_YEAR: Text = {
	sv: 'det framgår inte vilket år pengarna gäller; skriv ett årtal',
	en: 'it is not said which year the money is for; write a year'
};
