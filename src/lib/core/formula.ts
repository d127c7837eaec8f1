import { ONE, ZERO, Decimal, sum } from './decimal.ts';
import type { Text } from './errors.ts';

/**
 * A formula of the method, for people: in words and in symbols, with its source and a worked example. The explanations of
 * figures and the page about the method are made of these; `compute` is written from the words, apart from the code that
 * evaluates plans, so that a test can hold the two against each other.
 */
export type Formula = {
	readonly id: string;
	readonly name: Text;
	readonly symbols: string;
	readonly words: Text;
	readonly source: Text;
	/** Inputs in the order in which `compute` takes them. */
	readonly example: readonly { readonly symbol: string; readonly value: string }[];
	readonly unit: Unit;
	/** From the inputs' values; a null is unknown. Null: it cannot be computed from single values, and says why in its words. */
	readonly compute: Compute | null;
};

export type Compute = (inputs: readonly (Decimal | null)[]) => Decimal | null;

/** What a value is in; `share` is a fraction shown in per cent. */
export type Unit =
	| 'kr'
	| 't'
	| 'kr/t'
	| 't/MWh'
	| 'MWh'
	| 'share'
	| 'factor'
	| 'years'
	| 'öre'
	| 'kr/person'
	| 'kg/kr'
	| 't/year'
	| 'persons'
	| 'count'
	| 'year'
	| 'kr/EUR'
	| 'EUR';

/** Unknown as soon as one input is. */
export function known(compute: (inputs: readonly Decimal[]) => Decimal | null): Compute {
	return (inputs) => {
		const values = inputs.flatMap((value) => (value === null ? [] : [value]));
		return values.length < inputs.length ? null : compute(values);
	};
}

/** The n-th input; a formula is always given all of its inputs. */
export function nth(inputs: readonly Decimal[], index: number): Decimal {
	return inputs[index] ?? ZERO;
}

export const added: Compute = known((inputs) => sum(inputs));

/** What is unknown adds nothing, and is named beside the sum. */
export const addedWhereKnown: Compute = (inputs) => sum(inputs.flatMap((value) => value ?? []));

export const multiplied: Compute = known((inputs) =>
	inputs.reduce((product, value) => product.times(value), ONE)
);

export const divided: Compute = known((inputs) => {
	const divisor = nth(inputs, 1);
	return divisor.isZero() ? null : nth(inputs, 0).div(divisor);
});

/** The first less the others. */
export const subtracted: Compute = known((inputs) =>
	inputs.slice(1).reduce((left, value) => left.minus(value), nth(inputs, 0))
);

/** The value of a formula's worked example. */
export function exampleValue(formula: Formula): Decimal | null {
	return formula.compute?.(formula.example.map(({ value }) => new Decimal(value))) ?? null;
}

type Parts = {
	readonly id: string;
	readonly name: readonly [sv: string, en: string];
	readonly symbols: string;
	readonly words: readonly [sv: string, en: string];
	readonly source?: readonly [sv: string, en: string];
	/** "symbol=value", in the order of the inputs. */
	readonly example: string;
	readonly unit: Unit;
	readonly compute: Compute | null;
};

const OWN_RULE = ['Egen regel, beslutad för verktyget', 'Own rule, decided for the tool'] as const;

export function formula({ name, words, source = OWN_RULE, example, ...parts }: Parts): Formula {
	const text = ([sv, en]: readonly [string, string]): Text => ({ sv, en });
	return {
		...parts,
		name: text(name),
		words: text(words),
		source: text(source),
		example: example
			.split(/\s+/)
			.filter((pair) => pair !== '')
			.map((pair) => {
				const [symbol = '', value = ''] = pair.split('=');
				return { symbol, value };
			})
	};
}
