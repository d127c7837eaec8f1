import { roundedText } from './rational.ts';
import type { Maybe, MaybeYearly } from './oracle-time.ts';
import type { Summed } from './oracle-gap.ts';

/** Says what is different about a value that the core gives, or nothing. */
export type Leaf = (seen: unknown) => string | null;
/** What the oracle expects of the core's output, in the shape of that output. */
export type Tree = Leaf | readonly Tree[] | { readonly [name: string]: Tree };

const MONEY_DECIMALS = 2;
/** Finer than a kilogram: what the core's own output keeps, so that nothing is rounded twice. */
const TONNE_DECIMALS = 6;
const PROBABILITY_DECIMALS = 12;

/** Any other value, which must be the very same. */
export function same(wanted: string | number | null): Leaf {
	return (seen) => (seen === wanted ? null : `${JSON.stringify(seen)}, oracle ${wanted}`);
}

/** A decimal text with two decimals, as the core writes money. */
export function money(value: Maybe): Leaf {
	return same(value && roundedText(value, MONEY_DECIMALS));
}

/** The double nearest to the rounded value, which is what the core writes in JSON. */
function number(value: Maybe, decimals: number): Leaf {
	return same(value && Number(roundedText(value, decimals)));
}

export function tonnes(value: Maybe): Leaf {
	return number(value, TONNE_DECIMALS);
}

export function probability(value: Maybe): Leaf {
	return number(value, PROBABILITY_DECIMALS);
}

export function perYear(
	years: readonly number[],
	series: MaybeYearly | null,
	leaf: (value: Maybe) => Leaf
): Tree {
	if (series === null) return same(null);
	return Object.fromEntries(years.map((year, index) => [year, leaf(series[index] ?? null)]));
}

export function moneySummed(years: readonly number[], figure: Summed): Tree {
	return { total: money(figure.total), perYear: perYear(years, figure.perYear, money) };
}

/** Every place where the core's output is not what the oracle expects; other fields of the output are let be. */
export function treeDifferences(path: string, tree: Tree, seen: unknown): string[] {
	if (typeof tree === 'function') {
		const difference = tree(seen);
		return difference === null ? [] : [`${path}: core ${difference}`];
	}
	if (isList(tree)) {
		if (!Array.isArray(seen)) return [`${path}: core has no list`];
		const list: readonly unknown[] = seen;
		if (list.length !== tree.length)
			return [`${path}: core has ${list.length} entries, oracle ${tree.length}`];
		return tree.flatMap((one, index) => treeDifferences(`${path}[${index}]`, one, list[index]));
	}
	if (typeof seen !== 'object' || seen === null)
		return [`${path}: core ${JSON.stringify(seen)}, oracle has figures`];
	const fields = new Map<string, unknown>(Object.entries(seen));
	return Object.entries(tree).flatMap(([name, one]) =>
		treeDifferences(path ? `${path}.${name}` : name, one, fields.get(name))
	);
}

function isList(tree: Tree): tree is readonly Tree[] {
	return Array.isArray(tree);
}
