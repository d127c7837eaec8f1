import type { Aim, SelectionOption, SelectionProblem } from '../../lib/core/optimise/selection.ts';
import { bestSelection, settledSelection } from '../../lib/server/work/best-selection.ts';
import { costFront } from '../../lib/server/work/cost-front.ts';
import { loadSolver } from '../../lib/server/work/solver.ts';
import { decimal, list, rows, type Inputs, type Operations } from './inputs.ts';

const solve = await loadSolver();
const search = () => ({ solve, until: performance.now() + 60_000 });

/** Which measures, and when, by the solver. */
export const selectionOperations: Operations = {
	knapsack: (inputs) => {
		const values = list(inputs['values']).map(Number);
		const weights = list(inputs['weights']).map((row) => list(row).map(Number));
		const base = problemOf(
			values.map((value, item) => ({
				...optionOf(item),
				tonnes: [{ amount: value, cap: null }],
				uses: weights.map((row) => row[item] ?? 0)
			})),
			list(inputs['capacities']).map(Number)
		);
		const problem = rows(inputs['constraints'] ?? []).reduce(withConstraint, base);
		const { outcome, ...choice } = chosenOf(problem, 'tonnes');
		return { ...choice, optimum: decimal(outcome.tonnes) };
	},
	min_cost_target: (inputs) => {
		const problem = costed(inputs);
		const target = { ...problem.bounds, leastTonnes: Number(inputs['target']) };
		const reaching = { ...problem, bounds: target };
		const { outcome, greedy, ...choice } = chosenOf(reaching, 'cost');
		return {
			...choice,
			cost: decimal(outcome.cost),
			macc_greedy_cost: decimal(
				(greedy ?? []).reduce((sum, place) => sum + (reaching.options[place]?.cost ?? 0), 0)
			)
		};
	},
	pareto_front: (inputs) => {
		const problem = rows(inputs['constraints'] ?? []).reduce(withConstraint, costed(inputs));
		const { points } = costFront(problem, search());
		return { front: points.map(({ outcome }) => [decimal(outcome.cost), decimal(outcome.tonnes)]) };
	},
	schedule_portfolio: (inputs) => {
		const budgets = list(inputs['budgets']).map(Number);
		const options = rows(inputs['measures']).flatMap(({ capex, t_per_year: tonnes }, measure) => {
			const spent = list(capex).map(Number);
			return budgets.flatMap((_, start): SelectionOption[] => {
				const inService = budgets.length - start - spent.length;
				if (inService < 0) return [];
				return [
					{
						...optionOf(measure, start),
						tonnes: [{ amount: Number(tonnes) * inService, cap: null }],
						uses: budgets.map((_, year) => spent[year - start] ?? 0)
					}
				];
			});
		});
		const problem = problemOf(options, budgets);
		const { outcome, unique } = chosenOf(problem, 'tonnes');
		return { cumulative_abatement: decimal(outcome.tonnes), unique };
	}
};

function optionOf(measure: number, startYear = 0): SelectionOption {
	return { measure, startYear, tonnes: [], loads: [], cost: 0, uses: [], waits: [] };
}

function problemOf(
	options: readonly SelectionOption[],
	rooms: readonly number[]
): SelectionProblem {
	const count = Math.max(-1, ...options.map(({ measure }) => measure)) + 1;
	return {
		measures: Array.from({ length: count }, (_, measure) => String(measure)),
		options,
		cells: [],
		caps: [],
		rooms,
		isRoomCarried: false,
		excludes: [],
		requires: [],
		bounds: { must: [], mustNot: [], leastTonnes: null, mostCost: null, mostGap: 0 }
	};
}

function costed(inputs: Inputs): SelectionProblem {
	const costs = list(inputs['cost']).map(Number);
	return problemOf(
		list(inputs['abatement']).map((tonnes, measure) => ({
			...optionOf(measure),
			tonnes: [{ amount: Number(tonnes), cap: null }],
			cost: costs[measure] ?? 0
		})),
		[]
	);
}

/** At most or at least so many of some items, one that needs another, two that exclude each other. */
function withConstraint(
	problem: SelectionProblem,
	{ type, items, value, item, needs }: Readonly<Record<string, unknown>>
): SelectionProblem {
	const among = list(items ?? []).map(Number);
	const counted = (sign: number): SelectionProblem => ({
		...problem,
		rooms: [...problem.rooms, sign * Number(value)],
		options: problem.options.map((option) => ({
			...option,
			uses: [...option.uses, among.includes(option.measure) ? sign : 0]
		}))
	});
	if (type === 'max_count') return counted(1);
	if (type === 'min_count') return counted(-1);
	const [one = 0, other = 0] = among;
	if (type === 'exclusive') return { ...problem, excludes: [...problem.excludes, [one, other]] };
	return {
		...problem,
		requires: [...problem.requires, { measure: Number(item), needs: Number(needs), lag: 0 }]
	};
}

/** What is chosen, and whether nothing else is as good: no measure can be turned about without a loss. */
function chosenOf(problem: SelectionProblem, aim: Aim) {
	const { status, outcome, chosen, greedy } = settledSelection(problem, aim, search());
	if (status !== 'best' || !outcome || !chosen) throw new RangeError(`The search ended ${status}.`);
	const isIn = problem.measures.map((_, measure) =>
		chosen.some((place) => problem.options[place]?.measure === measure)
	);
	const unique = isIn.every((is, measure) => {
		const { must, mustNot } = problem.bounds;
		const bounds = is
			? { ...problem.bounds, mustNot: [...mustNot, measure] }
			: { ...problem.bounds, must: [...must, measure] };
		const other = bestSelection({ ...problem, bounds }, aim, search());
		return !other.outcome || Math.abs(other.outcome[aim] - outcome[aim]) > 1e-6;
	});
	return { selection: isIn.map((is) => decimal(is ? 1 : 0)), unique, outcome, greedy };
}
