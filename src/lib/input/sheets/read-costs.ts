import type { Text } from '../../core/errors.ts';
import type { FileEdit } from '../plan-file/edit-file.ts';
import { readAmount } from '../forms/amount.ts';
import { yearsOf } from '../forms/field-reader.ts';
import { readMeasureForm } from '../forms/measure-form.ts';
import { measureFormValues } from '../forms/measure-values.ts';
import { noted, TWINS, type ReadRow } from './read-row.ts';
import type { SheetRow, Table } from './row.ts';
import type { Member, SheetPlan } from './sheet-plan.ts';
import { UNKNOWN } from './values.ts';

/** A measure whose form the rows fill in, with what is in it already. */
type Group = {
	readonly measure: Member;
	readonly values: Record<string, string>;
	readonly rows: ReadRow[];
	/** The places of its items by their ids. */
	readonly places: Map<string, number>;
	/** What its items say of kind and money. */
	readonly figures: Set<string>;
};

function groupOf(measure: Member): Group {
	const costs = (measure['costs'] ?? []) as readonly StoredCost[];
	return {
		measure,
		values: { ...measureFormValues(measure, []) },
		rows: [],
		places: new Map(costs.map(({ id }, place) => [id, place])),
		figures: new Set(costs.map(figuresOf))
	};
}

type StoredCost = {
	readonly id: string;
	readonly kind: string;
	readonly amount?: string | null;
	readonly amountPerYear?: string | null;
	readonly years?: readonly { readonly year: number; readonly amount: string }[];
};

function figuresOf({ kind, amount, amountPerYear, years = [] }: Omit<StoredCost, 'id'>): string {
	const split = years.map((one) => `${one.year} ${one.amount}`).sort();
	return JSON.stringify([kind, amountPerYear ?? null, split.length > 0 ? split : (amount ?? null)]);
}

/** Reads rows as cost items, all of a measure together in the measure's form. */
export function readCosts(plan: SheetPlan, table: Table, rows: readonly SheetRow[]): ReadRow[] {
	const groups = new Map<string, Group>();
	const read = rows.map((row): ReadRow => {
		const text = row.typed('measure', 'measure');
		const measure = measureOf(plan, row, text);
		const item = row.typed('id', 'id');
		const label = [text, item || row.typed('basis', 'basis')].filter(Boolean).join(': ');
		if (!measure) return { row, label, subject: null, edits: [] };
		const group = groups.get(measure.id) ?? groupOf(measure);
		groups.set(measure.id, group);
		const id = putItem(table, row, group, item);
		if (id === null) return { row, label, subject: null, edits: [], leftOut: 'skipped' };
		const own: ReadRow = {
			...{ row, label, edits: [] },
			subject: { part: 'measures', id: measure.id, item: id }
		};
		group.rows.push(own);
		return own;
	});
	const places = new Map(read.map((one, place) => [one.row, place]));
	for (const group of groups.values()) {
		const [first] = group.rows;
		const place = first && places.get(first.row);
		// One edit for the measure, at the first of its rows.
		if (first && place !== undefined) read[place] = { ...first, edits: [finished(group)] };
	}
	return read;
}

/** The measure that a text names. Asks, or says that there is none. */
export function measureOf(plan: SheetPlan, row: SheetRow, text: string): Member | null {
	if (text === '') {
		row.refuse('measure', {
			sv: 'det framgår inte vilken åtgärd raden gäller',
			en: 'it is not said which measure the row is about'
		});
		return null;
	}
	const found = plan.measuresNamed(text);
	if (found.length === 1) return found[0] ?? null;
	const options =
		found.length > 1
			? found.map(({ id }) => ({ value: id, text: { sv: id, en: id } }))
			: plan.measuresLike(text);
	row.refuse('measure', found.length > 1 ? SEVERAL : NO_MEASURE, options);
	return null;
}

const SEVERAL: Text = {
	sv: 'flera åtgärder heter så; välj vilken',
	en: 'several measures are called so; choose which'
};
const NO_MEASURE: Text = {
	sv: 'planen har ingen åtgärd med det namnet eller id:t; välj en, eller läs in åtgärderna först',
	en: 'the plan has no measure of that name or id; choose one, or read the measures first'
};

/** Puts what a row says in its place in the form, and returns the item's id. Asks where the measure has the same cost already; null: it is skipped. */
function putItem(table: Table, row: SheetRow, group: Group, item: string): string | null {
	const { values, measure, places, figures } = group;
	const known = places.get(item);
	const isNew = known === undefined;
	const place = known ?? places.size;
	const path = `costs.${place}`;
	const years = row
		.typedYears('ofYear', (year) => `${path}.years.${year}`)
		.filter(({ typed }) => typed !== '');
	const perYear = row.typed('amountPerYear', `${path}.amountPerYear`);
	const whole = row.typed('amount', `${path}.amount`);
	const kind = row.typed('kind', `${path}.kind`) || (isNew ? 'capex' : '');
	const timing = perYear !== '' ? 'yearly' : (values[`${path}.timing`] ?? 'one-off');
	if (timing === 'yearly' && (whole !== '' || years.length > 0))
		row.refuse(`${path}.${whole !== '' ? 'amount' : `years.${years[0]?.year}`}`, TWO_KINDS);
	if (isNew) {
		const said = figuresOf({
			kind,
			...(perYear !== '' ? { amountPerYear: kronor(perYear) } : { amount: kronor(whole) }),
			years: years.map(({ year, typed }) => ({ year, amount: kronor(typed) ?? '' }))
		});
		const answer = row.answer || table.choices.twins;
		const isTwin = figures.has(said);
		if (isTwin && (answer === 'skip' || answer === 'update')) return null;
		if (isTwin && answer !== 'new') row.ask(same(measure.id), [TWINS.new, TWINS.skip]);
		figures.add(said);
	}
	const id = item || freeId(places);
	places.set(id, place);
	const put = (field: string, name: string) => {
		const typed = row.typed(field, `${path}.${name}`);
		if (typed !== '') values[`${path}.${name}`] = typed;
		return typed;
	};
	if (kind !== '') values[`${path}.kind`] = kind;
	values[`${path}.timing`] = timing;
	values[`${path}.id`] = id;
	if (isNew) values[`${path}.isNew`] = 'on';
	put('payer', 'payer');
	values[`${path}.payer`] ??= table.choices.payer;
	for (const field of ['costKind', 'depreciationYears', 'basis']) put(field, field);
	if (put('source', 'source') === '') values[`${path}.source`] ??= noted(table, row);
	if (timing === 'yearly') {
		put('from', 'from');
		put('to', 'to');
		values[`${path}.from`] ??= values['startYear'] ?? '';
		values[`${path}.to`] ??= values[`${path}.from`] ?? '';
		values[`${path}.growth`] ??= '0';
		putAmount(group, path, 'amountPerYear', perYear, isNew);
		return id;
	}
	for (const { year, typed } of years) values[`${path}.years.${year}`] = typed;
	if (years.length > 0) delete values[`${path}.isUnknown`];
	const isUnknown = years.some(({ typed }) => typed === UNKNOWN);
	putAmount(group, path, 'amount', isUnknown ? UNKNOWN : whole, isNew && years.length === 0);
	return id;
}

const TWO_KINDS: Text = {
	sv: 'posten har ett belopp per år; ett helt belopp eller belopp för enskilda år får inte plats i den',
	en: 'the item has an amount a year; a whole amount or amounts of single years have no room in it'
};

/** An amount as typed, as the plan file has it; null: none, or not known. */
function kronor(typed: string): string | null {
	const read = readAmount(typed);
	return read.kind === 'value' ? read.value.toFixed(2) : null;
}

/** An amount; of a new item one that is not said is unknown. */
function putAmount(
	{ values }: Group,
	path: string,
	name: string,
	typed: string,
	isUnknownIfEmpty: boolean
): void {
	if (typed === UNKNOWN || (typed === '' && isUnknownIfEmpty)) {
		for (const year of yearsOf({ ...values }, `${path}.years`))
			delete values[`${path}.years.${year}`];
		delete values[`${path}.${name}`];
		values[`${path}.isUnknown`] = 'on';
		return;
	}
	if (typed === '') return;
	delete values[`${path}.isUnknown`];
	values[`${path}.${name}`] = typed;
}

function freeId(places: ReadonlyMap<string, number>): string {
	let number = places.size + 1;
	while (places.has(`c${number}`)) number++;
	return `c${number}`;
}

function same(id: string): Text {
	return {
		sv: `${id} har redan en post med samma slag och belopp`,
		en: `${id} has an item of the same kind and amounts already`
	};
}

/** The measure as its form reads; what is wrong goes to the row that it came from. */
function finished({ measure, values, rows }: Group): FileEdit {
	const { file, errors } = readMeasureForm(values);
	for (const [path, text] of Object.entries(errors)) {
		const owner = rows.find(({ row }) => row.isOriginOf(path)) ?? rows[0];
		owner?.row.refuse(path, text);
	}
	return { part: 'measures', id: measure.id, after: file };
}
