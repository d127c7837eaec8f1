import { effectSize } from '../../core/abatement/effects.ts';
import type { Text } from '../../core/errors.ts';
import { ZERO, type Decimal } from '../../core/decimal.ts';
import type { CostItem, Effect, FundingLine, Measure, Plan } from '../../core/plan/plan.ts';
import { UNKNOWN } from '../sheets/values.ts';
import type { BookPart } from './trace.ts';

/** What the rows of a workbook are of, by their keys, and what a plan says of them. */

export type Thing =
	| { readonly part: 'measures'; readonly measure: Measure }
	| { readonly part: 'costs'; readonly measure: Measure; readonly item: CostItem }
	| {
			readonly part: 'effects';
			readonly measure: Measure;
			readonly place: number;
			readonly effect: Effect;
	  }
	| { readonly part: 'funding'; readonly line: FundingLine; readonly currency: 'SEK' | 'EUR' };

/** Ids hold no spaces, so that no two things have one key. */
export const costKey = (measure: string, item: string) => `${measure} ${item}`;
export const effectKey = (measure: string, place: number) => `${measure} ${place + 1}`;
export const lineKey = (line: string, currency: string) => `${line} ${currency}`;

/** Everything of a plan that a row may be of, by part and key. */
export function thingsOf(plan: Plan): ReadonlyMap<string, Thing> {
	const things = new Map<string, Thing>();
	const put = (key: string, thing: Thing) => things.set(placeOf(thing.part, key), thing);
	for (const measure of plan.measures) {
		put(measure.id, { part: 'measures', measure });
		for (const item of measure.costs)
			put(costKey(measure.id, item.id), { part: 'costs', measure, item });
		measure.effects?.forEach((effect, place) =>
			put(effectKey(measure.id, place), { part: 'effects', measure, place, effect })
		);
	}
	for (const line of plan.funding)
		for (const currency of ['SEK', 'EUR'] as const)
			put(lineKey(line.id, currency), { part: 'funding', line, currency });
	return things;
}

export function placeOf(part: BookPart, key: string): string {
	return `${part} ${key}`;
}

/** What a thing is, to a reader. */
export function labelOf(thing: Thing): Text {
	if (thing.part === 'funding') {
		const { id, measure, costItem } = thing.line;
		return both(() => `${id} (${measure}.${costItem})`);
	}
	const { id, name } = thing.measure;
	if (thing.part === 'measures') return both((locale) => `${id} ${name[locale]}`);
	if (thing.part === 'costs') return both((locale) => `${id} ${name[locale]}, ${thing.item.id}`);
	const words = { sv: 'effekt', en: 'effect' };
	return both((locale) => `${id} ${name[locale]}, ${words[locale]} ${thing.place + 1}`);
}

function both(of: (locale: 'sv' | 'en') => string): Text {
	return { sv: of('sv'), en: of('en') };
}

/** Why a field of a thing is not changed from a workbook though it could be read; null: it is. */
export function whyNot(thing: Thing, field: string): Text | null {
	if (
		thing.part === 'costs' &&
		thing.item.timing === 'one-off' &&
		yearOf(field, 'years') !== null
	) {
		const { amount, years } = thing.item;
		const total = years.reduce((sum, one) => sum.plus(one.amount), ZERO);
		return (amount === null ? years.length === 0 : amount.eq(total)) ? null : NOT_THE_SUM;
	}
	if (thing.part !== 'funding') return null;
	if (field === 'probability') return thing.line.application === undefined ? null : OF_APPLICATION;
	const year = yearOf(field, 'amounts');
	const own = thing.line.amounts.filter(
		(one) => one.year === year && one.currency === thing.currency
	);
	return own.length > 1 && own.some(({ amount }) => amount === null) ? SEVERAL : null;
}

const NOT_THE_SUM: Text = {
	sv: 'postens belopp är inte summan av dess år; rätta posten i programmet först',
	en: 'the amount of the item is not the sum of its years; mend the item in the program first'
};
const OF_APPLICATION: Text = {
	sv: 'ansökan säger hur sannolika pengarna är; ändra den i programmet',
	en: 'the application says how likely the money is; change it in the program'
};
const SEVERAL: Text = {
	sv: 'året har flera belopp, varav något är okänt; ändra dem i programmet',
	en: 'the year has several amounts, some of them unknown; change them in the program'
};

/** What a plan says of a field as text: a number with a point, `?` for what is unknown, empty for nothing. Undefined: there is no such field. */
export function saidOf(thing: Thing, field: string): string | undefined {
	switch (thing.part) {
		case 'measures':
			if (field === 'startYear') return String(thing.measure.startYear);
			if (field === 'lifetimeYears') return orUnknown(thing.measure.lifetimeYears);
			return undefined;
		case 'costs':
			return saidOfCost(thing.item, field);
		case 'effects':
			if (field === 'size') return orUnknown(effectSize(thing.effect));
			if (field === 'from' || field === 'to' || field === 'rampYears')
				return String(thing.effect[field]);
			return undefined;
		case 'funding':
			return saidOfLine(thing, field);
	}
}

function saidOfCost(item: CostItem, field: string): string | undefined {
	if (field === 'depreciationYears') return orNothing(item.depreciationYears);
	if (item.timing === 'yearly') {
		if (field === 'amountPerYear') return orUnknown(item.amountPerYear);
		if (field === 'from' || field === 'to') return String(item[field]);
		return field === 'growth' ? item.growth.toString() : undefined;
	}
	const year = yearOf(field, 'years');
	if (year === null) return undefined;
	return totalOf(item.years.filter((one) => one.year === year).map(({ amount }) => amount));
}

function saidOfLine(
	{ line, currency }: Extract<Thing, { part: 'funding' }>,
	field: string
): string | undefined {
	if (field === 'probability') return line.probability.toString();
	if (field === 'eligibleCost') return orNothing(line.eligibleCost ?? null);
	const year = yearOf(field, 'amounts');
	if (year === null) return undefined;
	const own = line.amounts.filter((one) => one.year === year && one.currency === currency);
	const known = own.flatMap(({ amount }) => amount ?? []);
	return known.length < own.length ? UNKNOWN : totalOf(known);
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/** The year of a field such as years.2027; null for another. */
export function yearOf(field: string, list: 'years' | 'amounts'): number | null {
	const found = new RegExp(`^${list}\\.(\\d{4})$`).exec(field);
	const year = Number(found?.[1] ?? 0);
	return year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

function totalOf(amounts: readonly Decimal[]): string {
	const [first, ...others] = amounts;
	return first ? others.reduce((total, one) => total.plus(one), first).toString() : '';
}

function orUnknown(value: Decimal | number | null): string {
	return value === null ? UNKNOWN : value.toString();
}

function orNothing(value: Decimal | number | null): string {
	return value === null ? '' : value.toString();
}
