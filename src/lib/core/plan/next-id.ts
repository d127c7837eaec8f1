/**
 * The next free id of the form A23: one above the highest number in use with the prefix, as many digits as they have; the
 * width given where there is none yet.
 */
export function nextId(
	used: readonly { readonly id: string }[],
	prefix: string,
	widthOfFirst = 2
): string {
	return idsAfter(used, prefix, widthOfFirst)();
}

/** The same again and again: each call gives the next. */
export function idsAfter(
	used: readonly { readonly id: string }[],
	prefix: string,
	widthOfFirst = 2
): () => string {
	const numbers = used.flatMap(({ id }) => {
		const digits = id.startsWith(prefix) ? id.slice(prefix.length) : '';
		return /^\d{1,9}$/.test(digits) ? [digits] : [];
	});
	let last = numbers.reduce((most, digits) => Math.max(most, Number(digits)), 0);
	const width =
		numbers.length > 0
			? numbers.reduce((most, { length }) => Math.max(most, length), 0)
			: widthOfFirst;
	return () => prefix + String(++last).padStart(width, '0');
}
