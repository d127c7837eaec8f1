import type { Transport } from '@sveltejs/kit';
import { Decimal } from '$lib/core/decimal';

/** The text of a Decimal, kept while it lives: the server sends the same figures to everybody who looks at a plan. */
const texts = new WeakMap<Decimal, string>();

function textOf(value: Decimal): string {
	let text = texts.get(value);
	if (text === undefined) texts.set(value, (text = value.toString()));
	return text;
}

/** Carries the core's Decimal from load functions to pages, exact. */
export const transport: Transport = {
	Decimal: {
		encode: (value: unknown) => Decimal.isDecimal(value) && textOf(value as Decimal),
		decode: (text: string) => new Decimal(text)
	}
};
