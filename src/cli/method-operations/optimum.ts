import { sum } from '../../lib/core/decimal.ts';
import { exactMix, mixProgram } from '../../lib/core/optimise/funding-mix.ts';
import { ProgramBuilder } from '../../lib/core/optimise/program.ts';
import { loadSolver } from '../../lib/server/work/solver.ts';
import { decimal, list, rows, type Inputs, type Operations } from './inputs.ts';
import { sourcesOn } from './stacking.ts';

const solve = await loadSolver();
const EXACTLY = { seconds: 60, gap: 0 };

/** The best use of sources, by the solver. */
export const optimumOperations: Operations = {
	stack_optimum: (inputs) => {
		const { cost, ...stack } = sourcesOn(inputs);
		const exclusions = list(inputs['incompatible'] ?? []).map((pair) => {
			const [one = 0, other = 0] = list(pair).map(Number);
			return { rule: { pattern: 'R08', evidence: null }, one, other };
		});
		const problem = {
			rules: { ...stack, exclusions, thresholds: [], deductions: [] },
			weights: stack.claims.map(() => decimal(1)),
			fixed: new Map(),
			applications: [],
			mostPerYear: null
		};
		const { values } = solve(mixProgram(problem), EXACTLY);
		const total = sum(exactMix(problem, values).awards.map(({ counted }) => counted));
		return { total, own_share: cost.minus(total) };
	},
	allocation_optimum: allocation
};

/** What a selection is sought for. */
type Wish = {
	readonly worthOf: (measure: number) => number;
	readonly worthOfMoney: number;
	readonly leastAbatement: number;
	/** Another selection than this, that needs no more support. */
	readonly instead?: { readonly chosen: readonly boolean[]; readonly support: number };
};

/**
 * Which measures to fund from pools: most abatement first, then least support. A measure needs its cost less its own part.
 * `unique`: no other selection does as well.
 */
function allocation(inputs: Inputs) {
	const measures = rows(inputs['measures']);
	const abatementOf = (chosen: readonly boolean[]) =>
		measures.reduce(
			(total, one, index) => total + (chosen[index] ? Number(one['abatement']) : 0),
			0
		);
	const first = selection(inputs, {
		worthOf: (index) => Number(measures[index]?.['abatement']),
		worthOfMoney: 0,
		leastAbatement: 0
	});
	const leastAbatement = abatementOf(first?.chosen ?? []);
	const frugal = { worthOf: () => 0, worthOfMoney: -1, leastAbatement };
	const best = selection(inputs, frugal);
	if (!best) throw new RangeError('No selection keeps the rules.');
	return {
		abatement: decimal(abatementOf(best.chosen)),
		support: decimal(best.support),
		measures: measures.flatMap(({ id }, index) => (best.chosen[index] ? [String(id)] : [])),
		unique: selection(inputs, { ...frugal, instead: best }) === null
	};
}

/** The best selection for a wish; null when there is none. */
function selection(inputs: Inputs, { worthOf, worthOfMoney, leastAbatement, instead }: Wish) {
	const measures = rows(inputs['measures']);
	const builder = new ProgramBuilder();
	const choices = measures.map((_, index) => builder.choice(worthOf(index)));
	const choiceOf = (index: number) => choices[index] ?? 0;
	const paid = rows(inputs['sources']).map(({ pool, rate, eligible }) => {
		const columns = measures.map(({ id, cost }) =>
			builder.amount(worthOfMoney, list(eligible).includes(id) ? Number(rate) * Number(cost) : 0)
		);
		builder.atMost(
			Number(pool),
			columns.map((column) => [column, 1])
		);
		return columns;
	});
	measures.forEach(({ cost, own, public_cap: cap }, index) => {
		const money = paid.map((columns) => [columns[index] ?? 0, 1] as const);
		builder.atLeast(0, [...money, [choiceOf(index), Number(own) - Number(cost)]]);
		builder.atMost(0, [...money, [choiceOf(index), -Number(cap) * Number(cost)]]);
	});
	builder.atLeast(
		leastAbatement,
		measures.map(({ abatement }, index) => [choiceOf(index), Number(abatement)])
	);
	if (instead) {
		const { chosen, support } = instead;
		builder.atMost(
			chosen.filter(Boolean).length - 1,
			chosen.map((isIn, index) => [choiceOf(index), isIn ? 1 : -1])
		);
		builder.atMost(
			support,
			paid.flat().map((column) => [column, 1])
		);
	}
	const { status, values } = solve(builder.build(), EXACTLY);
	if (status !== 'optimal') return null;
	return {
		chosen: choices.map((choice) => (values[choice] ?? 0) > 0.5),
		support: paid.flat().reduce((total, column) => total + (values[column] ?? 0), 0)
	};
}
