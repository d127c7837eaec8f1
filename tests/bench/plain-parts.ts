/** Parts of the bench's reference in plain numbers. */

export function interpolated(
	points: readonly { year: number; value: number }[],
	year: number
): number {
	const after = points.find((point) => point.year >= year);
	const before = points.findLast((point) => point.year <= year);
	if (!before || !after) return (before ?? after)?.value ?? 0;
	if (after.year === before.year) return before.value;
	return (
		before.value +
		((after.value - before.value) * (year - before.year)) / (after.year - before.year)
	);
}

type Candidate = { id: string; cost: number; tonnes: number; discounted: number; benefit: number };

export function curve(candidates: readonly Candidate[]) {
	const step = (one: Candidate, layer: number | null) => ({
		...one,
		layer,
		costPerTonne: one.cost / one.discounted
	});
	let left = candidates.filter(({ cost }) => cost < 0);
	const layered: ReturnType<typeof step>[] = [];
	for (let layer = 1; left.length > 0; layer++) {
		const front = left.filter(
			(b) =>
				!left.some(
					(a) =>
						a.discounted >= b.discounted &&
						a.cost <= b.cost &&
						(a.discounted > b.discounted || a.cost < b.cost)
				)
		);
		layered.push(
			...[...front]
				.sort((a, b) => b.benefit - a.benefit || (a.id < b.id ? -1 : 1))
				.map((one) => step(one, layer))
		);
		left = left.filter((one) => !front.includes(one));
	}
	const costly = candidates
		.filter(({ cost }) => cost >= 0)
		.map((one) => step(one, null))
		.sort(
			(a, b) =>
				a.costPerTonne - b.costPerTonne || b.discounted - a.discounted || (a.id < b.id ? -1 : 1)
		);
	return [...layered, ...costly];
}

export function expectedShortfall(
	shortfall: number,
	awards: readonly { amount: number; probability: number }[]
): number {
	let outcomes = [{ left: shortfall, probability: 1 }];
	for (const { amount, probability } of awards)
		outcomes = outcomes.flatMap((one) => [
			{ left: one.left, probability: one.probability * (1 - probability) },
			{ left: Math.max(0, one.left - amount), probability: one.probability * probability }
		]);
	return outcomes.reduce((mean, { left, probability }) => mean + left * probability, 0);
}
