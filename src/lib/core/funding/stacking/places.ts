import type { Claim } from './claims.ts';

/** Claims are named by their places in one list. */

export function at(claims: readonly Claim[], place: number | undefined): Claim {
	const claim = claims[place ?? -1];
	if (!claim) throw new RangeError('no such claim');
	return claim;
}

export function groups(
	claims: readonly Claim[],
	places: readonly number[],
	keyOf: (claim: Claim) => string
): number[][] {
	const found = new Map<string, number[]>();
	for (const place of places) {
		const claim = claims[place];
		if (!claim) continue;
		const key = keyOf(claim);
		const own = found.get(key);
		if (own) own.push(place);
		else found.set(key, [place]);
	}
	return [...found.values()];
}
