/**
 * Seeded pseudo-random numbers in [0, 1), the same sequence for the same seed on every machine (mulberry32, public
 * domain algorithm by Tommy Ettinger). Good enough for sampling, never for secrets.
 */
export function randomNumbers(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
