import type { MixProblem } from '../../src/lib/core/optimise/funding-mix.ts';

/**
 * The best mix of a small problem by trying everything: every choice of which claims get money, and for each the corner of
 * its ceilings that is worth most. Plain numbers, kronor.
 */
export function bruteBest({
	rules,
	weights,
	fixed,
	applications,
	mostPerYear
}: MixProblem): number {
	const count = rules.claims.length;
	const open = rules.claims.map((_, place) => place).filter((place) => !fixed.has(place));
	const given = (place: number) => fixed.get(place)?.toNumber() ?? 0;
	let best = 0;
	for (let choice = 0; choice < 2 ** open.length; choice++) {
		const chosen = open.filter((_, index) => (choice >> index) % 2 === 1);
		const isUsed = (place: number) => chosen.includes(place) || given(place) > 0;
		if (rules.exclusions.some(({ one, other }) => isUsed(one) && isUsed(other))) continue;
		const perYear = new Map<number, number>();
		for (const { claims, year } of applications)
			if (claims.some((place) => chosen.includes(place)))
				perYear.set(year, (perYear.get(year) ?? 0) + 1);
		if (mostPerYear !== null && [...perYear.values()].some((made) => made > mostPerYear)) continue;
		const limits: Limit[] = [];
		const atMost = (places: readonly number[], most: number, factor = 1) =>
			limits.push({
				factors: chosen.map((place) => (places.includes(place) ? factor : 0)),
				most: most - factor * places.reduce((sum, place) => sum + given(place), 0)
			});
		for (const place of chosen) {
			atMost([place], rules.claims[place]?.asked.toNumber() ?? 0);
			atMost([place], 0, -1);
		}
		for (const { owner, claims, capacity } of rules.rooms)
			if (
				owner === null ||
				claims.some((place) => rules.claims[place]?.programme.id === owner && isUsed(place))
			)
				atMost(claims, capacity.toNumber());
		for (const { claims, least } of rules.thresholds)
			if (claims.some((place) => chosen.includes(place)) && !claims.some((one) => fixed.has(one)))
				atMost(claims, -least.toNumber(), -1);
		best = Math.max(
			best,
			bestCorner(
				chosen.map((place) => weights[place]?.toNumber() ?? 0),
				limits
			)
		);
	}
	return count === 0 ? 0 : best;
}

type Limit = { readonly factors: readonly number[]; readonly most: number };

/** The largest Σ worth × x over a polytope, by its corners; −∞ where it has none. */
function bestCorner(worth: readonly number[], limits: readonly Limit[]): number {
	const size = worth.length;
	if (size === 0) return limits.every(({ most }) => most >= -1e-6) ? 0 : -Infinity;
	let best = -Infinity;
	for (const some of combinations(limits.length, size)) {
		const x = solved(some.map((at) => limits[at] as Limit));
		if (!x) continue;
		const isInside = limits.every(
			({ factors, most }) =>
				factors.reduce((sum, f, at) => sum + f * (x[at] ?? 0), 0) <= most + 1e-6
		);
		if (isInside)
			best = Math.max(
				best,
				worth.reduce((sum, w, at) => sum + w * (x[at] ?? 0), 0)
			);
	}
	return best;
}

function* combinations(count: number, size: number, from = 0): Generator<number[]> {
	if (size === 0) yield [];
	else
		for (let first = from; first <= count - size; first++)
			for (const rest of combinations(count, size - 1, first + 1)) yield [first, ...rest];
}

/** Where all limits hold with equality; null when that is no single point. */
function solved(limits: readonly Limit[]): number[] | null {
	const rows = limits.map(({ factors, most }) => [...factors, most]);
	const size = rows.length;
	for (let at = 0; at < size; at++) {
		const pivot = rows.findIndex((row, index) => index >= at && Math.abs(row[at] ?? 0) > 1e-9);
		if (pivot < 0) return null;
		[rows[at], rows[pivot]] = [rows[pivot] as number[], rows[at] as number[]];
		const own = rows[at] as number[];
		const scale = own[at] as number;
		for (let column = 0; column <= size; column++) own[column] = (own[column] as number) / scale;
		rows.forEach((row, index) => {
			const factor = row[at] as number;
			if (index !== at && factor !== 0)
				for (let column = 0; column <= size; column++)
					row[column] = (row[column] as number) - factor * (own[column] as number);
		});
	}
	return rows.map((row) => row[size] as number);
}
