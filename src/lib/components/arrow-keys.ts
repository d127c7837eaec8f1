/**
 * Lets the arrow keys go from figure to figure of a table, so that Tab passes a table of hundreds in one step. Home and
 * End go to the ends of the row. Without scripts every figure is reached with Tab.
 */
export function arrowKeys(region: HTMLElement): () => void {
	const figures = () => [...region.querySelectorAll<HTMLAnchorElement>('td a.how')];
	let current: HTMLAnchorElement | null = null;

	const settle = () => {
		const all = figures();
		if (!current || !all.includes(current)) current = all[0] ?? null;
		for (const one of all) one.tabIndex = one === current ? 0 : -1;
	};
	const go = (to: HTMLAnchorElement | undefined) => {
		if (!to) return;
		current = to;
		settle();
		to.focus();
	};
	const onKey = (event: KeyboardEvent) => {
		const from = event.target;
		if (!(from instanceof HTMLAnchorElement) || !from.matches('td a.how')) return;
		const to = neighbour(from, event.key, figures());
		if (to === null) return;
		event.preventDefault();
		go(to);
	};
	const onFocus = (event: FocusEvent) => {
		const to = event.target;
		if (to instanceof HTMLAnchorElement && to.matches('td a.how') && to !== current) {
			current = to;
			settle();
		}
	};
	settle();
	const watcher = new MutationObserver(settle);
	watcher.observe(region, { childList: true, subtree: true });
	region.addEventListener('keydown', onKey);
	region.addEventListener('focusin', onFocus);
	return () => {
		watcher.disconnect();
		region.removeEventListener('keydown', onKey);
		region.removeEventListener('focusin', onFocus);
	};
}

/** The figure that a key leads to; undefined at the table's edge, null for a key that leads nowhere. */
function neighbour(
	from: HTMLAnchorElement,
	key: string,
	all: readonly HTMLAnchorElement[]
): HTMLAnchorElement | undefined | null {
	const row = from.closest('tr');
	const inRow = all.filter((one) => one.closest('tr') === row);
	const place = inRow.indexOf(from);
	if (key === 'ArrowRight') return inRow[place + 1];
	if (key === 'ArrowLeft') return inRow[place - 1];
	if (key === 'Home') return inRow[0];
	if (key === 'End') return inRow.at(-1);
	if (key !== 'ArrowDown' && key !== 'ArrowUp') return null;
	const column = (one: HTMLAnchorElement) => one.closest('td')?.cellIndex ?? -1;
	const same = all.filter((one) => column(one) === column(from));
	return same[same.indexOf(from) + (key === 'ArrowDown' ? 1 : -1)];
}
