import type { PurchaseCategory, PurchaseFactor } from '../../core/emissions/purchases.ts';
import { bare } from '../sources/sectors.ts';

/** Shorter beginnings of a code say too little. */
const SHORTEST_PREFIX = 2;

/** What a category is reckoned with: a factor by its key, none (empty), or as is proposed (absent). */
export type FactorChoices = Readonly<Record<string, string>>;

/** The key of a factor within its set. */
export function factorKey({ code, name }: Pick<PurchaseFactor, 'code' | 'name'>): string {
	return code || name;
}

/**
 * Proposes the factor of a category: the same code, the same name, or the factor whose code is the longest beginning of the
 * category's (CPV and accounts go from the whole to its parts). Null: none fits; nothing is guessed by likeness.
 */
export function factorProposals(
	factors: readonly PurchaseFactor[]
): (category: Pick<PurchaseCategory, 'key' | 'name'>) => PurchaseFactor | null {
	const byCode = new Map(factors.flatMap((one) => (one.code ? [[bare(one.code), one]] : [])));
	const byName = new Map(factors.map((one) => [bare(one.name), one]));
	return ({ key, name }) => {
		const own = bare(key);
		if (own === '') return null;
		const same = byCode.get(own) ?? byName.get(own) ?? (name ? byName.get(bare(name)) : undefined);
		if (same) return same;
		const digits = /^\d{2,}/.exec(key.trim())?.[0] ?? '';
		for (let length = digits.length; length >= SHORTEST_PREFIX; length--) {
			const beginning = digits.slice(0, length);
			// A division of CPV is written with zeros: 45 is 45000000.
			const division = digits.length === 8 ? beginning.padEnd(8, '0') : beginning;
			const found = byCode.get(beginning) ?? byCode.get(division);
			if (found) return found;
		}
		return null;
	};
}
