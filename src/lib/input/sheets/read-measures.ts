import type { Text } from '../../core/errors.ts';
import { idsAfter } from '../../core/plan/next-id.ts';
import { typedNumber } from '../forms/amount.ts';
import { readMeasureForm, rowCount } from '../forms/measure-form.ts';
import { measureFormValues } from '../forms/measure-values.ts';
import { yearsOf } from '../forms/field-reader.ts';
import { sumOfTyped } from './typed-sum.ts';
import type { SheetRow, Table } from './row.ts';
import type { Member, SheetPlan } from './sheet-plan.ts';
import { plainName } from './headings.ts';
import { TWINS, noted, type ReadRow } from './read-row.ts';
import { period, putEffect, type Filling } from './read-effect.ts';
import { UNKNOWN } from './values.ts';

/** Fields of a row that are fields of the measure's form as they are. */
const PLAIN: Readonly<Record<string, string>> = {
	name: 'name.sv',
	nameEn: 'name.en',
	description: 'description',
	owner: 'owner',
	theme: 'theme',
	sector: 'sector',
	startYear: 'startYear',
	status: 'status',
	lifetimeYears: 'lifetimeYears'
};

const YEARLY = ['saving', 'revenue'] as const;

/** Reads rows as measures, each through the form that people fill in, so that the same rules hold and say the same. */
export function readMeasures(plan: SheetPlan, table: Table, rows: readonly SheetRow[]): ReadRow[] {
	const ids = rows.map((row) => ({ id: row.typed('id') }));
	const newId = idsAfter([...plan.measures.values(), ...ids], 'A');
	const seen = new Map<string, number>();
	return rows.map((row, place) => {
		const id = ids[place]?.id ?? '';
		const name = row.typed('name', 'name.sv');
		const twin = twinOf(plan, table, row, { id, name, seen });
		if (twin === 'skip') return { row, label: name, subject: null, edits: [], leftOut: 'skipped' };
		const own = twin ? twin.id : id || newId();
		const values = valuesOf(plan, table, row, { twin, id: own });
		const { file, errors } = readMeasureForm(values);
		for (const [path, text] of Object.entries(errors)) row.refuse(path, text, sumOf(path, values));
		return {
			row,
			label: name || id,
			subject: { part: 'measures', id: own },
			edits: [{ part: 'measures', id: own, after: file }]
		};
	});
}

type Seen = { readonly id: string; readonly name: string; readonly seen: Map<string, number> };

/** The measure of the plan that the row is about; null: a new one. Asks where that is not said. */
function twinOf(
	plan: SheetPlan,
	{ choices }: Table,
	row: SheetRow,
	{ id, name, seen }: Seen
): Member | 'skip' | null {
	const plain = plainName(name);
	const known = id === '' ? undefined : plan.measures.get(id);
	const sameId = id === '' ? undefined : seen.get(`id ${id}`);
	const sameName = plain === '' ? undefined : seen.get(`name ${plain}`);
	if (id !== '') seen.set(`id ${id}`, row.number);
	if (plain !== '') seen.set(`name ${plain}`, row.number);
	if (sameId !== undefined) {
		row.ask({ sv: `samma id som rad ${sameId}`, en: `the same id as row ${sameId}` }, [TWINS.skip]);
		return known ?? null;
	}
	if (known) {
		const isSame = plain === '' || plan.measuresNamed(name).includes(known);
		if (!isSame && row.answer !== 'update')
			row.ask(
				{
					sv: `id ${id} är i planen åtgärden ${nameOf(known)}; ska den heta som raden?`,
					en: `id ${id} is the measure ${nameOf(known)} in the plan; is it to be called as the row says?`
				},
				[TWINS.update, TWINS.skip]
			);
		return known;
	}
	if (sameName !== undefined && row.answer !== 'new') {
		const text = { sv: `samma namn som rad ${sameName}`, en: `the same name as row ${sameName}` };
		row.ask(text, [TWINS.new, TWINS.skip]);
		return null;
	}
	const [first, ...others] = plain === '' || sameName !== undefined ? [] : plan.measuresNamed(name);
	if (!first) return null;
	const answer = row.answer || choices.twins;
	if (answer === 'skip') return 'skip';
	if (answer === 'new') return null;
	if (answer === 'update' && others.length === 0) return first;
	row.ask(
		{
			sv: `finns redan i planen som ${first.id}`,
			en: `is in the plan already as ${first.id}`
		},
		others.length === 0 ? [TWINS.update, TWINS.new, TWINS.skip] : [TWINS.new, TWINS.skip]
	);
	return first;
}

function nameOf({ id, name }: Member): string {
	return (name as { sv?: string } | undefined)?.sv ?? id;
}

type Whose = { readonly twin: Member | null; readonly id: string };

/** The measure's form as it is, with what the row says put in. */
function valuesOf(plan: SheetPlan, table: Table, row: SheetRow, { twin, id }: Whose) {
	const { choices } = table;
	const values: Record<string, string> = twin ? { ...measureFormValues(twin, []) } : {};
	const put = (path: string, typed: string) => {
		if (typed !== '') values[path] = typed;
	};
	values['id'] = id;
	for (const [field, path] of Object.entries(PLAIN)) put(path, row.typed(field, path));
	values['status'] ??= choices.status;
	const capexYears = row.typedYears('capexOfYear', (year) => `capex.${year}`);
	const spent = capexYears.filter(({ typed }) => typed !== '' && typed !== '0');
	const first = Math.min(...spent.map(({ year }) => year));
	values['startYear'] ??= spent.length === 0 ? choices.startYear : String(first);
	if (values['startYear'] === '') row.refuse('startYear', NO_START);
	const costs = { plan, table, row, values, put };
	putOneOff(costs, 'capex', 'capexOfYear');
	if (row.hasColumn('opexOfYear')) putOneOff(costs, 'opex', 'opexOfYear');
	else putYearly(costs, 'opex');
	for (const kind of YEARLY) putYearly(costs, kind);
	putEffect(costs, twin);
	return values;
}

const NO_START: Text = {
	sv: 'startår saknas; skriv ett årtal, eller välj ett för alla rader som inte säger något',
	en: 'the start year is missing; write a year, or choose one for all rows that do not say'
};

/** The place of the one cost item of a kind; -1: there are several, which the row cannot tell apart. */
function placeOf({ values, row }: Filling, kind: string, timing: string, field: string): number {
	const count = rowCount(values, 'costs');
	const places = Array.from({ length: count }, (_, place) => place).filter(
		(place) => values[`costs.${place}.kind`] === kind && values[`costs.${place}.timing`] === timing
	);
	if (places.length <= 1) return places[0] ?? count;
	row.refuse(field, {
		sv: 'åtgärden har flera poster av det här slaget; läs in dem som en lista av kostnader',
		en: 'the measure has several items of this kind; read them as a list of costs'
	});
	return -1;
}

/** What the rest of the row says of a cost item that is new. */
function putNew(
	{ table, row, put, values }: Filling,
	path: string,
	kind: string,
	timing: string
): void {
	if (values[`${path}.kind`] !== undefined) return;
	values[`${path}.kind`] = kind;
	values[`${path}.timing`] = timing;
	values[`${path}.isNew`] = 'on';
	put(`${path}.payer`, row.typed('payer', `${path}.payer`) || table.choices.payer);
	if (kind === 'capex') {
		put(`${path}.costKind`, row.typed('costKind', `${path}.costKind`));
		put(`${path}.depreciationYears`, row.typed('depreciationYears', `${path}.depreciationYears`));
	}
	put(`${path}.source`, row.typed('source', `${path}.source`) || noted(table, row));
}

/** An outlay, whole or by year. */
function putOneOff(costs: Filling, kind: 'capex' | 'opex', ofYear: string): void {
	const { row, values, table } = costs;
	if (!row.hasColumn(kind) && !row.hasColumn(ofYear)) return;
	const place = placeOf(costs, kind, 'one-off', row.hasColumn(kind) ? kind : ofYear);
	const path = `costs.${place}`;
	const typed = row.typed(kind, `${path}.amount`);
	const years = row
		.typedYears(ofYear, (year) => `${path}.years.${year}`)
		.filter((one) => one.typed !== '');
	if (place < 0) return;
	const isNew = values[`${path}.kind`] === undefined;
	const isSilent = years.length === 0 && typed === '';
	if (isSilent && (!isNew || table.choices.blank === 'none')) return;
	putNew(costs, path, kind, 'one-off');
	if (isSilent || typed === UNKNOWN || years.some((one) => one.typed === UNKNOWN)) {
		for (const name of Object.keys(values))
			if (name.startsWith(`${path}.years.`) || name === `${path}.amount`) delete values[name];
		values[`${path}.isUnknown`] = 'on';
		return;
	}
	delete values[`${path}.isUnknown`];
	for (const one of years) values[`${path}.years.${one.year}`] = one.typed;
	const split = yearsOf({ ...values }, `${path}.years`);
	if (typed === '') return;
	values[`${path}.amount`] = typed;
	if (years.length === 0 && split.length === 1) values[`${path}.years.${split[0] ?? 0}`] = typed;
}

/** What it costs or gives a year, from its start as long as it lives or the plan lasts. */
function putYearly(costs: Filling, kind: string): void {
	const { row, values, table } = costs;
	if (!row.hasColumn(kind)) return;
	const place = placeOf(costs, kind, 'yearly', kind);
	const path = `costs.${place}`;
	const typed = row.typed(kind, `${path}.amountPerYear`);
	if (place < 0) return;
	const isNew = values[`${path}.kind`] === undefined;
	if (typed === '' && (!isNew || table.choices.blank === 'none')) return;
	if (isNew) Object.assign(values, period(costs, path), { [`${path}.growth`]: '0' });
	putNew(costs, path, kind, 'yearly');
	if (typed === '' || typed === UNKNOWN) {
		delete values[`${path}.amountPerYear`];
		values[`${path}.isUnknown`] = 'on';
		return;
	}
	delete values[`${path}.isUnknown`];
	values[`${path}.amountPerYear`] = typed;
}

/** Of an amount that its years do not add up to: what they add up to. */
function sumOf(path: string, values: Record<string, string>) {
	const item = /^(costs\.\d+)\.amount$/.exec(path)?.[1];
	const years = item ? yearsOf({ ...values }, `${item}.years`) : [];
	if (years.length === 0) return [];
	const sum = sumOfTyped(years.map((year) => values[`${item}.years.${year}`] ?? ''));
	if (!sum) return [];
	const text = `${typedNumber(sum)} kr`;
	return [
		{
			value: text,
			text: { sv: `använd årens summa, ${text}`, en: `use the sum of the years, ${text}` }
		}
	];
}
