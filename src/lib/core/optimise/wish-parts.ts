import type { Bounds, SelectionProblem } from './selection.ts';

/** One wish that a selection has to keep, by the place of its measure or year in the problem. */
export type WishPart =
	| { readonly kind: 'must' | 'mustNot'; readonly measure: number }
	| { readonly kind: 'tonnes' }
	| { readonly kind: 'room'; readonly year: number };

/** Every wish of a problem, those one would rather drop first: budgets from the last year on, then measures, then the goal. */
export function wishParts({ bounds, rooms }: SelectionProblem): WishPart[] {
	const years = rooms.flatMap((room, year) => (room === null ? [] : [year]));
	return [
		...(bounds.mostGap === Infinity
			? []
			: years.reverse().map((year): WishPart => ({ kind: 'room', year }))),
		...bounds.mustNot.map((measure): WishPart => ({ kind: 'mustNot', measure })),
		...bounds.must.map((measure): WishPart => ({ kind: 'must', measure })),
		...(bounds.leastTonnes === null ? [] : [{ kind: 'tonnes' } as const])
	];
}

/** The problem with some of its wishes alone. */
export function withOnly(problem: SelectionProblem, parts: readonly WishPart[]): SelectionProblem {
	const isThere = (kind: WishPart['kind'], place: number) =>
		parts.some(
			(part) =>
				part.kind === kind &&
				(part.kind === 'tonnes' || (part.kind === 'room' ? part.year : part.measure) === place)
		);
	const { bounds, rooms } = problem;
	const kept: Bounds = {
		...bounds,
		must: bounds.must.filter((measure) => isThere('must', measure)),
		mustNot: bounds.mustNot.filter((measure) => isThere('mustNot', measure)),
		leastTonnes: isThere('tonnes', 0) ? bounds.leastTonnes : null
	};
	return {
		...problem,
		bounds: kept,
		rooms: rooms.map((room, year) =>
			bounds.mostGap === Infinity || isThere('room', year) ? room : null
		)
	};
}
