import type { PurchaseCategory, PurchaseFactor } from '../../core/emissions/purchases.ts';
import { plainName } from '../sheets/headings.ts';

/** Shorter beginnings of a code say too little. */
const SHORTEST_PREFIX = 2;

/** What a category is reckoned with: a factor by its key, none (empty), or as is proposed (absent). */
export type FactorChoices = Readonly<Record<string, string>>;

/** The key of a factor within its set. */
export function factorKey({ code, name }: Pick<PurchaseFactor, 'code' | 'name'>): string {
	return code || name;
}

/**
 * Proposes the factor of a category: the same code, the same name, or, for a code of digits alone, the factor whose code is
 * its longest beginning (CPV and accounts go from the whole to its parts). Null: none fits, or several do; nothing is guessed
 * by likeness.
 */
export function factorProposals(
	factors: readonly PurchaseFactor[]
): (category: Pick<PurchaseCategory, 'key' | 'name'>) => PurchaseFactor | null {
	const byCode = new Map(factors.flatMap((one) => (one.code ? [[plainCode(one.code), one]] : [])));
	const byName = new Map<string, PurchaseFactor | null>();
	for (const one of factors) {
		const name = plainName(one.name);
		// Of two factors of one name nobody can say which is meant.
		byName.set(name, byName.has(name) ? null : one);
	}
	const named = (name: string) => (plainName(name) === '' ? null : byName.get(plainName(name)));
	return ({ key, name }) => {
		const same = byCode.get(plainCode(key)) ?? named(key) ?? named(name);
		if (same) return same;
		// CPV codes may have a check digit.
		const digits = /^(\d{2,})(?:-\d)?$/.exec(key.trim())?.[1] ?? '';
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

function plainCode(code: string): string {
	return code.trim().toLowerCase();
}
