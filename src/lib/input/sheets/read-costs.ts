import type { Text } from '../../core/errors.ts';
import { rowCount, readMeasureForm } from '../forms/measure-form.ts';
import { measureFormValues } from '../forms/measure-values.ts';
import { noted, TWINS, type ReadRow } from './read-row.ts';
import type { SheetRow, Table } from './row.ts';
import type { Member, SheetPlan } from './sheet-plan.ts';
import { UNKNOWN } from './values.ts';

type Group = {
	readonly measure: Member;
	readonly values: Record<string, string>;
	readonly rows: ReadRow[];
};

/** Reads rows as cost items, all of a measure together in the measure's form. */
export function readCosts(plan: SheetPlan, table: Table, rows: readonly SheetRow[]): ReadRow[] {
	const groups = new Map<string, Group>();
	const read = rows.map((row): ReadRow => {
		const text = row.typed('measure', 'measure');
		const measure = measureOf(plan, row, text);
		const item = row.typed('id', 'id');
		const label = [text, item || row.typed('basis', 'basis')].filter(Boolean).join(': ');
		if (!measure) return { row, label, subject: null, edits: [] };
		const group = groups.get(measure.id) ?? {
			measure,
			values: { ...measureFormValues(measure, []) },
			rows: []
		};
		groups.set(measure.id, group);
		const place = placeOf(group.values, item);
		const isSkipped = putItem(table, row, group, { place, item }) === 'skip';
		if (isSkipped) return { row, label, subject: null, edits: [], leftOut: 'skipped' };
		const subject = {
			part: 'measures' as const,
			id: measure.id,
			item: group.values[`costs.${place}.id`] ?? ''
		};
		const own: ReadRow = { row, label, subject, edits: [] };
		group.rows.push(own);
		return own;
	});
	for (const group of groups.values()) finish(group, read);
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

/** The place of the item with an id; else of a new one. */
function placeOf(values: Record<string, string>, item: string): number {
	const count = rowCount(values, 'costs');
	const places = Array.from({ length: count }, (_, place) => place);
	return places.find((place) => item !== '' && values[`costs.${place}.id`] === item) ?? count;
}

/** Puts what a row says in its place in the form; asks where the measure has the same cost already. */
function putItem(
	table: Table,
	row: SheetRow,
	{ values, measure }: Group,
	{ place, item }: { readonly place: number; readonly item: string }
): 'skip' | null {
	const path = `costs.${place}`;
	const isNew = values[`${path}.kind`] === undefined;
	const put = (field: string, name: string) => {
		const typed = row.typed(field, `${path}.${name}`);
		if (typed !== '') values[`${path}.${name}`] = typed;
		return typed;
	};
	const years = row
		.typedYears('ofYear', (year) => `${path}.years.${year}`)
		.filter(({ typed }) => typed !== '');
	const perYear = row.typed('amountPerYear', `${path}.amountPerYear`);
	const whole = row.typed('amount', `${path}.amount`);
	const kind = row.typed('kind', `${path}.kind`) || (isNew ? 'capex' : '');
	const figures = [kind, perYear, whole, ...years.map(({ year, typed }) => `${year} ${typed}`)];
	if (isNew && twinIn(values, place, figures)) {
		const answer = row.answer || table.choices.twins;
		if (answer === 'skip' || answer === 'update') return 'skip';
		if (answer !== 'new') row.ask(same(measure.id), [TWINS.new, TWINS.skip]);
	}
	const timing = perYear !== '' ? 'yearly' : (values[`${path}.timing`] ?? 'one-off');
	if (kind !== '') values[`${path}.kind`] = kind;
	values[`${path}.timing`] = timing;
	if (item !== '') values[`${path}.id`] = item;
	else values[`${path}.id`] ??= freeId(values, place);
	if (isNew) values[`${path}.isNew`] = 'on';
	put('payer', 'payer');
	values[`${path}.payer`] ??= table.choices.payer;
	put('costKind', 'costKind');
	put('depreciationYears', 'depreciationYears');
	put('basis', 'basis');
	if (put('source', 'source') === '') values[`${path}.source`] ??= noted(table, row);
	if (timing === 'yearly') {
		put('from', 'from');
		put('to', 'to');
		values[`${path}.from`] ??= values['startYear'] ?? '';
		values[`${path}.to`] ??= values[`${path}.from`] ?? '';
		values[`${path}.growth`] ??= '0';
		putAmount(values, path, 'amountPerYear', perYear, isNew);
		return null;
	}
	for (const { year, typed } of years) values[`${path}.years.${year}`] = typed;
	const isUnknown = years.some(({ typed }) => typed === UNKNOWN);
	putAmount(values, path, 'amount', isUnknown ? UNKNOWN : whole, isNew && years.length === 0);
	return null;
}

/** An amount; of a new item one that is not said is unknown. */
function putAmount(
	values: Record<string, string>,
	path: string,
	name: string,
	typed: string,
	isUnknownIfEmpty: boolean
): void {
	if (typed === UNKNOWN || (typed === '' && isUnknownIfEmpty)) {
		for (const key of Object.keys(values))
			if (key.startsWith(`${path}.years.`) || key === `${path}.${name}`) delete values[key];
		values[`${path}.isUnknown`] = 'on';
		return;
	}
	delete values[`${path}.isUnknown`];
	if (typed !== '') values[`${path}.${name}`] = typed;
}

function freeId(values: Record<string, string>, place: number): string {
	const taken = new Set(
		Array.from({ length: place }, (_, other) => values[`costs.${other}.id`] ?? '')
	);
	let number = place + 1;
	while (taken.has(`c${number}`)) number++;
	return `c${number}`;
}

/** Whether a cost of the form says the same of kind and money. */
function twinIn(
	values: Record<string, string>,
	before: number,
	figures: readonly string[]
): boolean {
	const of = (place: number) => {
		const path = `costs.${place}`;
		const years = Object.entries(values).flatMap(([name, typed]) =>
			name.startsWith(`${path}.years.`) ? [`${name.slice(path.length + 7)} ${typed}`] : []
		);
		return [
			values[`${path}.kind`] ?? '',
			values[`${path}.amountPerYear`] ?? '',
			values[`${path}.amount`] ?? '',
			...years
		];
	};
	const wanted = [...figures].sort().join('|');
	return Array.from({ length: before }, (_, place) => of(place).sort().join('|')).includes(wanted);
}

function same(id: string): Text {
	return {
		sv: `${id} har redan en post med samma slag och belopp`,
		en: `${id} has an item of the same kind and amounts already`
	};
}

/** Reads the measure's form; what is wrong goes to the row that it came from. */
function finish({ measure, values, rows }: Group, all: ReadRow[]): void {
	const { file, errors } = readMeasureForm(values);
	for (const [path, text] of Object.entries(errors)) {
		const owner = rows.find(({ row }) => row.isOriginOf(path)) ?? rows[0];
		owner?.row.refuse(path, text);
	}
	const [first] = rows;
	const place = first ? all.indexOf(first) : -1;
	// One edit for the measure, at the first of its rows.
	if (first && place >= 0)
		all[place] = { ...first, edits: [{ part: 'measures', id: measure.id, after: file }] };
}
