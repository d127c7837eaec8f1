import { greedyMix, inMillions } from './funding-mix.ts';
import {
	cellLoads,
	grantsOf,
	isKept,
	outcomeOf,
	takenAt,
	type Aim,
	type SelectionOption,
	type SelectionProblem
} from './selection.ts';

/**
 * What one gets by taking the cheapest tonnes first: whole measures in order of cost per tonne, each at its earliest start that
 * keeps the budgets, until the tonnes asked for are there. A rule of thumb without any guarantee (METHODS §10), shown beside
 * the best. Places of options; null where it keeps the bounds no longer.
 */
export function greedySelection(problem: SelectionProblem, aim: Aim): readonly number[] | null {
	const { bounds, measures } = problem;
	const needs = bounds.leastTonnes;
	// While it is being filled it need not be full.
	const filling = { ...problem, bounds: { ...bounds, must: [], leastTonnes: null } };
	const inOrder = measures
		.map((_, measure) => measure)
		.sort((a, b) => unitCost(problem, a) - unitCost(problem, b) || a - b);
	const wanted = inOrder.filter((measure) => bounds.must.includes(measure));
	let chosen: readonly number[] = [];
	for (const measure of wanted) chosen = withMeasure(filling, chosen, measure) ?? chosen;
	for (const measure of inOrder) {
		const { tonnes } = outcomeOf(problem, chosen);
		if (needs !== null && tonnes >= needs) break;
		if (needs === null && aim !== 'tonnes' && unitCost(problem, measure) > 0) break;
		const more = withMeasure(filling, chosen, measure);
		if (more && outcomeOf(problem, more).tonnes > tonnes) chosen = more;
	}
	return isKept(problem, chosen, SLACK) ? chosen : null;
}

const SLACK = 1e-9;

/** Cost per tonne as if alone, at the earliest start; what gives no tonnes comes last. */
function unitCost(problem: SelectionProblem, measure: number): number {
	const option = problem.options.find((one) => one.measure === measure);
	const tonnes = option ? tonnesAlone(problem, option) : 0;
	return option && tonnes > 0 ? option.cost / tonnes : Infinity;
}

function tonnesAlone({ cells }: SelectionProblem, option: SelectionOption): number {
	const free = option.tonnes.reduce((sum, { amount }) => sum + amount, 0);
	return option.loads.reduce((sum, [cell, load]) => {
		const from = cells[cell];
		return from ? sum + takenAt(from, load) : sum;
	}, free);
}

/** The choice with one more measure and all that it requires, each at its earliest start that keeps the bounds; null where none does. */
export function withMeasure(
	problem: SelectionProblem,
	chosen: readonly number[],
	measure: number,
	asked: readonly number[] = []
): readonly number[] | null {
	if (chosen.some((place) => problem.options[place]?.measure === measure)) return chosen;
	if (asked.includes(measure)) return null;
	let before: readonly number[] | null = chosen;
	for (const one of problem.requires)
		if (one.measure === measure && before)
			before = withMeasure(problem, before, one.needs, [...asked, measure]);
	if (!before) return null;
	for (const [place, option] of problem.options.entries()) {
		if (option.measure !== measure) continue;
		const more = [...before, place];
		if (isKept(problem, more, SLACK)) return more;
	}
	return null;
}

/**
 * The same problem where every measure asks for all that it could, the largest claims first: what the plain way counts on
 * where money that may be applied for counts.
 */
export function withPlainGrants(problem: SelectionProblem): SelectionProblem {
	const { funding, options } = problem;
	if (!funding) return problem;
	const amounts = greedyMix(funding.mix).awards.map(({ counted }, claim) =>
		funding.mix.fixed.has(claim) ? 0 : inMillions(counted)
	);
	const granted = options.map((option, place) => {
		const { uses, cost } = grantsOf(problem, [place], amounts);
		return {
			...option,
			cost: option.cost - cost,
			uses: option.uses.map((used, year) => used - (uses[year] ?? 0))
		};
	});
	return { ...problem, options: granted, funding: undefined };
}

/** What a choice takes from each cell. */
export function takenOf(problem: SelectionProblem, chosen: readonly number[]): number[] {
	const loads = cellLoads(problem, chosen);
	return problem.cells.map((cell, index) => takenAt(cell, loads[index] ?? 0));
}
