import type { Aim, SelectionProblem } from '../../src/lib/core/optimise/selection.ts';

/** Tonnes, cost and gap of a choice, reckoned from the shares that each option takes of a cell, one after the other. */
export type Tried = {
	readonly chosen: readonly number[];
	readonly tonnes: number;
	readonly cost: number;
	readonly gap: number;
};

/** Every choice that keeps the bounds: by trying all of them. */
export function everySelection(problem: SelectionProblem): Tried[] {
	const { measures, options, bounds, excludes, requires } = problem;
	const byMeasure = measures.map((_, measure) => [
		null,
		...options.flatMap((option, place) => (option.measure === measure ? [place] : []))
	]);
	const all = byMeasure.reduce<readonly number[][]>(
		(some, own) =>
			some.flatMap((one) => own.map((place) => (place === null ? one : [...one, place]))),
		[[]]
	);
	return all
		.filter((chosen) => {
			const isIn = (measure: number) => chosen.some((place) => options[place]?.measure === measure);
			return (
				bounds.must.every(isIn) &&
				!bounds.mustNot.some(isIn) &&
				!excludes.some(([one, other]) => isIn(one) && isIn(other)) &&
				requires.every(({ measure, needs, lag }) => {
					const start = (of: number) =>
						chosen.map((place) => options[place]).find((one) => one?.measure === of)?.startYear;
					const [own, other] = [start(measure), start(needs)];
					return own === undefined || (other !== undefined && other - own <= lag);
				})
			);
		})
		.map((chosen) => tried(problem, chosen))
		.filter(
			({ tonnes, cost, gap }) =>
				(bounds.leastTonnes === null || tonnes >= bounds.leastTonnes - 1e-7) &&
				(bounds.mostCost === null || cost <= bounds.mostCost + 1e-7) &&
				gap <= bounds.mostGap + 1e-7
		);
}

function tried(problem: SelectionProblem, chosen: readonly number[]): Tried {
	const own = chosen.flatMap((place) => problem.options[place] ?? []);
	let tonnes = 0;
	const under = new Map<number, number>();
	const count = (amount: number, cap: number | null) => {
		if (cap === null) tonnes += amount;
		else under.set(cap, (under.get(cap) ?? 0) + amount);
	};
	for (const option of own) for (const { amount, cap } of option.tonnes) count(amount, cap);
	problem.cells.forEach(({ size, cap }, cell) => {
		let left = size;
		for (const { loads } of own)
			for (const [at, load] of loads) if (at === cell) left -= (1 - Math.exp(-load)) * left;
		count(size - left, cap);
	});
	for (const [cap, amount] of under) tonnes += Math.min(amount, problem.caps[cap] ?? 0);
	let purse = 0;
	let gap = 0;
	problem.rooms.forEach((room, year) => {
		purse += own.reduce((sum, { waits }) => sum + (waits[year] ?? 0), 0);
		if (room === null) return;
		let bill = own.reduce((sum, { uses }) => sum + (uses[year] ?? 0), 0);
		if (problem.isRoomCarried) purse += room;
		else bill -= room;
		if (bill <= 0) return;
		const paid = Math.min(bill, purse);
		purse -= paid;
		gap += bill - paid;
	});
	return { chosen, tonnes, cost: own.reduce((sum, { cost }) => sum + cost, 0), gap };
}

export function scoreOfTried(aim: Exclude<Aim, 'order'>, one: Tried): number {
	return aim === 'tonnes' ? one.tonnes : -one[aim];
}
