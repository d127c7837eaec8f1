import type { Transport } from '@sveltejs/kit';
import { Decimal } from '$lib/core/decimal';

/** Carries the core's Decimal from load functions to pages, exact. */
export const transport: Transport = {
	Decimal: {
		encode: (value: unknown) => Decimal.isDecimal(value) && value.toString(),
		decode: (text: string) => new Decimal(text)
	}
};
