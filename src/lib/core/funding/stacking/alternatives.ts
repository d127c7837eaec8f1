import { Decimal, ONE, min } from '../../decimal.ts';
import type { When } from '../../plan/funding-rules.ts';
import { holds, type KnownFacts } from './claims.ts';

/** A share that holds in some circumstances. */
export type Alternative = { readonly share: number; readonly when?: When | undefined };

/**
 * The highest share that may hold of some alternatives, and of add-ons to it; at most 1. Where facts are missing what may hold
 * is taken as holding: so a ceiling is never set too low. Null when none of the alternatives can hold.
 */
export function highestShare<Ceiling extends Alternative>(
	ceilings: readonly Ceiling[],
	addOns: readonly Alternative[],
	facts: KnownFacts
): {
	readonly ceiling: Ceiling;
	readonly share: Decimal;
	readonly missing: readonly string[];
} | null {
	const open = possible(ceilings, facts);
	const [highest] = [...open].sort((a, b) => b.one.share - a.one.share);
	if (!highest) return null;
	const missing = new Set(open.length === 1 ? highest.missing : open.flatMap((one) => one.missing));
	let share = new Decimal(highest.one.share);
	for (const group of groupedByFact(possible(addOns, facts))) {
		for (const { missing: keys } of group) for (const key of keys) missing.add(key);
		share = share.plus(group.reduce((most, { one }) => Math.max(most, one.share), 0));
	}
	return { ceiling: highest.one, share: min(ONE, share), missing: [...missing] };
}

type Possible<One> = { readonly one: One; readonly missing: readonly string[] };

function possible<One extends Alternative>(
	all: readonly One[],
	facts: KnownFacts
): Possible<One>[] {
	return all.flatMap((one) => {
		const { isTrue, missing } = holds(one.when, facts);
		return isTrue === false ? [] : [{ one, missing }];
	});
}

/** Add-ons that hang on the same facts: one of a group holds at most. */
function groupedByFact(addOns: readonly Possible<Alternative>[]): Possible<Alternative>[][] {
	const groups = new Map<string, Possible<Alternative>[]>();
	for (const one of addOns) {
		const key = Object.keys(one.one.when ?? {}).join();
		groups.set(key, [...(groups.get(key) ?? []), one]);
	}
	return [...groups.values()];
}
