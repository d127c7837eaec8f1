/** What one uncertainty does to a figure when all others stay as they are: the figure at its low and at its high end. */
export type Swing = { readonly name: string; readonly low: number; readonly high: number };

/** The ends of an uncertainty between which it is swung. */
export type Ends = { readonly name: string; readonly low: number; readonly high: number };

/**
 * One-at-a-time sensitivity (tornado; METHODS §12) of several figures at once: each uncertainty goes from its low to its
 * high end while the others stay at the base. By figure, the largest swing first; equal ones by name.
 */
export function tornados(
	base: readonly number[],
	ends: readonly Ends[],
	figuresOf: (values: readonly number[]) => ArrayLike<number>
): { readonly base: readonly number[]; readonly swings: readonly (readonly Swing[])[] } {
	const figures = (place: number, value: number) =>
		Array.from(figuresOf(base.map((usual, index) => (index === place ? value : usual))));
	const atBase = Array.from(figuresOf(base));
	const at = ends.map(({ name, low, high }, place) => ({
		name,
		low: figures(place, low),
		high: figures(place, high)
	}));
	return {
		base: atBase,
		swings: atBase.map((_, figure) =>
			at
				.map(({ name, low, high }) => ({
					name,
					low: low[figure] ?? NaN,
					high: high[figure] ?? NaN
				}))
				.sort((a, b) => swingOf(b) - swingOf(a) || (a.name < b.name ? -1 : 1))
		)
	};
}

/** How far a figure goes; what is no figure at one end goes farthest, and at both nowhere. */
export function swingOf({ low, high }: Swing): number {
	if (Number.isNaN(low) && Number.isNaN(high)) return 0;
	const swing = Math.abs(high - low);
	return Number.isNaN(swing) ? Infinity : swing;
}
