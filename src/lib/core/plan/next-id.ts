/**
 * The next free id of the form A23: one above the highest number in use with the prefix, as many digits as they have; the
 * width given where there is none yet.
 */
export function nextId(
	used: readonly { readonly id: string }[],
	prefix: string,
	widthOfFirst = 2
): string {
	const numbers = used.flatMap(({ id }) => {
		const digits = id.startsWith(prefix) ? id.slice(prefix.length) : '';
		return /^\d{1,9}$/.test(digits) ? [digits] : [];
	});
	const next = 1 + Math.max(0, ...numbers.map(Number));
	const width =
		numbers.length > 0 ? Math.max(...numbers.map(({ length }) => length)) : widthOfFirst;
	return prefix + String(next).padStart(width, '0');
}
