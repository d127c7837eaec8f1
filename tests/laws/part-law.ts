import fc from 'fast-check';
import { expect } from 'vitest';
import { Decimal, ONE } from '../../src/lib/core/decimal.ts';

/** A law of a part of the method, tried on so many random inputs. */
export type PartLaw = { readonly name: string; readonly run: (numRuns: number) => void };

export const amount = fc.integer({ min: 0, max: 1_000_000 }).map((n) => new Decimal(n).div(100));
/** Amounts around one, where a bound at one in place of zero would show. */
export const small = fc.integer({ min: 0, max: 300 }).map((n) => new Decimal(n).div(100));
export const rate = fc.integer({ min: 1, max: 120 }).map((n) => new Decimal(n).div(1000));
export const life = fc.integer({ min: 1, max: 20 });
export const flows = fc.array(
	fc.integer({ min: -1000, max: 1000 }).map((n) => new Decimal(n)),
	{ minLength: 2, maxLength: 9 }
);
export const years = (length: number) => fc.array(amount, { minLength: length, maxLength: length });
export const TINY = new Decimal('1e-20');

export function near(a: Decimal | null | undefined, b: Decimal | null | undefined): void {
	if (!a || !b) expect(a ?? null).toBe(b ?? null);
	else
		expect(
			a.minus(b).abs().lte(a.abs().plus(1).times(TINY)),
			`${a.toString()} and ${b.toString()}`
		).toBe(true);
}

export function law<Ts extends [unknown, ...unknown[]]>(
	name: string,
	arbitraries: { [K in keyof Ts]: fc.Arbitrary<Ts[K]> },
	check: (...inputs: Ts) => void
): PartLaw {
	return { name, run: (numRuns) => fc.assert(fc.property(...arbitraries, check), { numRuns }) };
}

export const ones = (count: number) => Array.from({ length: count }, () => ONE);
