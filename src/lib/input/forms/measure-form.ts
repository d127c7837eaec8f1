import { Decimal } from '../../core/decimal.ts';
import type { Text } from '../../core/errors.ts';
import { nextId } from '../../core/plan/next-id.ts';
import { typedNumber } from './amount.ts';
import { fieldReader, yearsOf, type FieldReader, type FormValues } from './field-reader.ts';
import { chosen, fundingLine, optional, secrecy } from './funding-row.ts';

/**
 * The measure form. A field's name is the path of its value in the plan file (costs.0.amount); years are columns
 * (costs.0.years.2027). What is typed becomes a measure of the plan file, which the plan file's own rules then check.
 */
export type ReadMeasure = {
	readonly file: Record<string, unknown>;
	readonly funding: readonly (Record<string, unknown> & { readonly id: string })[];
	readonly errors: Record<string, Text>;
	/** What was typed, rows that were taken away left out and the others counted anew. */
	readonly values: FormValues;
};

/** The groups of rows in the form. */
export const rowGroups = ['costs', 'effects', 'jointWith', 'sources', 'funding'] as const;
export type RowGroup = (typeof rowGroups)[number];

/** What a new row shows from the start (null: whatever it is); a row with nothing else in it has not been filled in. */
const FROM_START: Readonly<Record<RowGroup, Readonly<Record<string, string | null>>>> = {
	costs: { kind: 'capex', payer: 'municipality', timing: 'one-off', growth: '0' },
	effects: { kind: 'direct', from: null, to: null, rampYears: '1' },
	jointWith: {},
	sources: {},
	funding: { costItem: null, status: 'planned', probability: '50' }
};

/** How many rows of a group the values hold. */
export function rowCount(values: FormValues, group: RowGroup): number {
	const inGroup = new RegExp(`^${group}\\.(\\d{1,3})\\.`);
	let count = 0;
	for (const name of Object.keys(values)) {
		const place = inGroup.exec(name)?.[1];
		if (place !== undefined) count = Math.max(count, Number(place) + 1);
	}
	return count;
}

export function readMeasureForm(typed: FormValues): ReadMeasure {
	const values = withCostIds(compacted(typed));
	const form = fieldReader(values);
	const { text, lines } = form;
	const rows = <Row>(group: RowGroup, read: (path: string) => Row) =>
		Array.from({ length: rowCount(values, group) }, (_, place) => read(`${group}.${place}`));
	if (text('name.sv') === '')
		form.errors['name.sv'] = {
			sv: 'Skriv vad åtgärden heter.',
			en: 'Write what the measure is called.'
		};
	const file = {
		id: text('id'),
		name: { sv: text('name.sv'), en: text('name.en') || text('name.sv') },
		description: text('description'),
		sector: text('sector') || null,
		theme: text('theme'),
		owner: text('owner'),
		status: text('status'),
		startYear: form.year('startYear'),
		...optional('earliestStart', form.year('earliestStart')),
		...optional('latestStart', form.year('latestStart')),
		lifetimeYears: form.years('lifetimeYears'),
		costs: rows('costs', (path) => costItem(path, form, values)),
		effects: values['isEffectUnknown'] ? null : rows('effects', (path) => effect(path, form)),
		uncertainty: uncertainty(form, values),
		excludes: lines('excludes'),
		requires: lines('requires'),
		jointWith: rows('jointWith', (path) => ({
			municipality: text(`${path}.municipality`),
			share: form.percent(`${path}.share`)
		})),
		commitments: lines('commitments'),
		sdg: lines('sdg'),
		coBenefits: lines('coBenefits'),
		...factsOf(values),
		...secrecy('possiblySecret', form),
		sources: rows('sources', (path) => ({
			text: text(`${path}.text`),
			url: text(`${path}.url`) || null,
			confidence: text(`${path}.confidence`)
		}))
	};
	const funding = rows('funding', (path) => fundingLine(path, form, values));
	return { file, funding, errors: form.errors, values };
}

function costItem(path: string, form: FieldReader, values: FormValues) {
	const { text } = form;
	const isUnknown = Boolean(values[`${path}.isUnknown`]);
	const start = {
		id: text(`${path}.id`),
		kind: text(`${path}.kind`),
		costKind: text(`${path}.costKind`) || null,
		payer: text(`${path}.payer`)
	};
	const end = {
		depreciationYears: form.years(`${path}.depreciationYears`),
		...optional('follows', text(`${path}.follows`) || null),
		...optional('referenceCost', form.amount(`${path}.referenceCost`)),
		...units(path, form),
		...secrecy(`${path}.possiblySecret`, form),
		basis: text(`${path}.basis`),
		source: text(`${path}.source`),
		confidence: text(`${path}.confidence`)
	};
	if (text(`${path}.timing`) === 'yearly')
		return {
			...start,
			amountPerYear: isUnknown ? null : needed(`${path}.amountPerYear`, form),
			from: form.year(`${path}.from`) ?? undefined,
			to: form.year(`${path}.to`) ?? undefined,
			growth: form.percent(`${path}.growth`, -100),
			...end
		};
	return { ...start, ...oneOff(path, isUnknown, form, values), ...end };
}

/** How many of what, for programmes that pay a sum per unit. */
function units(path: string, form: FieldReader) {
	const [count, of] = [form.number(`${path}.units.count`), form.text(`${path}.units.of`)];
	if (count === null && of === '') return {};
	return { units: { count: count ?? undefined, of } };
}

const FACT = 'facts.';

/** Answers to what funding rules ask; an empty one is unknown. */
export function factsOf(values: FormValues) {
	const told = Object.entries(values).flatMap(([name, value]) => {
		const answer = value.trim();
		if (!name.startsWith(FACT) || answer === '') return [];
		const isYesNo = answer === 'true' || answer === 'false';
		return [[name.slice(FACT.length), isYesNo ? answer === 'true' : answer] as const];
	});
	return told.length > 0 ? { facts: Object.fromEntries(told) } : {};
}

const BOTH: Text = {
	sv: 'Beloppet är både okänt och ifyllt. Töm åren, eller ta bort krysset.',
	en: 'The amount is both unknown and filled in. Empty the years, or remove the tick.'
};

/** The years that are typed and their sum; of a new item whose years are all empty, the amount falls in the start year. */
function oneOff(path: string, isUnknown: boolean, form: FieldReader, values: FormValues) {
	const years = yearsOf(values, `${path}.years`);
	const typed = years.flatMap((year) => {
		const amount = form.amount(`${path}.years.${year}`);
		return amount === null ? [] : [{ year, amount }];
	});
	const hasYears = years.some((year) => form.text(`${path}.years.${year}`) !== '');
	if (isUnknown) {
		if (hasYears) form.errors[`${path}.isUnknown`] = BOTH;
		return { amount: null, years: typed };
	}
	const sum = typed.reduce((total, { amount }) => total.plus(amount), new Decimal(0));
	const amount =
		hasYears && form.text(`${path}.amount`) === ''
			? sum.toFixed(2)
			: needed(`${path}.amount`, form);
	if (hasYears && amount !== null && !sum.eq(amount))
		form.errors[`${path}.amount`] = {
			sv: `Åren är tillsammans ${typedNumber(sum)} kr. Rätta åren eller beloppet, eller lämna beloppet tomt: då räknas det ut.`,
			en: `The years add up to SEK ${typedNumber(sum)}. Mend the years or the amount, or leave the amount empty: then it is worked out.`
		};
	const startYear = values[`${path}.isNew`] ? form.year('startYear') : null;
	const isInStartYear = !hasYears && amount !== null && startYear !== null;
	return { amount, years: isInStartYear ? [{ year: startYear, amount }] : typed };
}

/** An amount that was left empty without being said to be unknown: nobody can tell which is meant. */
function needed(name: string, form: FieldReader): string | null {
	const amount = form.amount(name);
	if (amount === null)
		form.errors[name] ??= {
			sv: 'Skriv ett belopp, eller kryssa i att beloppet är okänt.',
			en: 'Write an amount, or tick that the amount is unknown.'
		};
	return amount;
}

function effect(path: string, form: FieldReader) {
	const { text, number } = form;
	const isEnergy = text(`${path}.kind`) === 'energy';
	return {
		kind: text(`${path}.kind`),
		pool: chosen(`${path}.pool`, form),
		...(isEnergy
			? { carrier: text(`${path}.carrier`), mwhPerYear: number(`${path}.mwhPerYear`) }
			: { tonnesPerYear: number(`${path}.tonnesPerYear`) }),
		from: form.year(`${path}.from`) ?? undefined,
		to: form.year(`${path}.to`) ?? undefined,
		rampYears: form.years(`${path}.rampYears`) ?? 1,
		basis: text(`${path}.basis`),
		source: text(`${path}.source`),
		confidence: text(`${path}.confidence`)
	};
}

export const uncertain = ['capex', 'opex', 'effect'] as const;

function uncertainty(form: FieldReader, values: FormValues) {
	const ranges = uncertain.flatMap((what) => {
		const names = [0, 1, 2].map((place) => `uncertainty.${what}.${place}`);
		if (names.every((name) => form.text(name) === '')) return [];
		return [[what, names.map((name) => form.number(name))] as const];
	});
	return ranges.length === 0 && !values['hasUncertainty'] ? null : Object.fromEntries(ranges);
}

/** Rows that are taken away or were never filled in are left out; the others move up. */
function compacted(typed: FormValues): FormValues {
	const entries = Object.entries(typed).filter(([name]) => !isRow(name));
	for (const group of rowGroups) {
		let place = 0;
		for (const fields of rowsIn(typed, group)) {
			if (isBlank(fields, group) || fields.get('isRemoved')) continue;
			for (const [name, value] of fields) entries.push([`${group}.${place}.${name}`, value]);
			place++;
		}
	}
	return Object.fromEntries(entries);
}

function isBlank(fields: ReadonlyMap<string, string>, group: RowGroup): boolean {
	if (!fields.has('isNew')) return false;
	const shown = FROM_START[group];
	return [...fields].every(([name, value]) => {
		if (name === 'isNew' || value.trim() === '') return true;
		return Object.hasOwn(shown, name) && (shown[name] === null || shown[name] === value.trim());
	});
}

/** New cost items without an id get the next free one: c3 after c2. */
function withCostIds(values: FormValues): FormValues {
	const named: Record<string, string> = { ...values };
	const fields = Array.from({ length: rowCount(values, 'costs') }, (_, row) => `costs.${row}.id`);
	const idOf = (field: string) => ({ id: (named[field] ?? '').trim() });
	for (const field of fields)
		if (idOf(field).id === '') named[field] = nextId(fields.map(idOf), 'c', 1);
	return named;
}

/** The rows of a group that have any field, in order, each by the names of its fields. */
function rowsIn(typed: FormValues, group: RowGroup): Map<string, string>[] {
	const rows = new Map<number, Map<string, string>>();
	for (const [name, value] of Object.entries(typed)) {
		const [, row, field] =
			ROW.exec(name.startsWith(`${group}.`) ? name.slice(group.length) : '') ?? [];
		if (row === undefined || field === undefined) continue;
		const fields = rows.get(Number(row)) ?? new Map<string, string>();
		rows.set(Number(row), fields.set(field, value));
	}
	return [...rows].sort(([a], [b]) => a - b).map(([, fields]) => fields);
}

const ROW = /^\.(\d{1,3})\.(.+)$/s;

function isRow(name: string): boolean {
	return rowGroups.some((group) => name.startsWith(`${group}.`));
}
