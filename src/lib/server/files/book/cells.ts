/** The item of a list at a place that is known to be there. */
export function at<Item>(items: readonly Item[], place: number): Item {
	const item = items[place];
	if (item === undefined) throw new RangeError(`nothing at place ${place} of ${items.length}`);
	return item;
}
