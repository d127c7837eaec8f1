import type { Decimal } from '../decimal.ts';
import { startOf } from '../plan/placement.ts';
import type { Plan, Portfolio } from '../plan/plan.ts';
import { exactOutcome, type ExactOutcome } from './exact-outcome.ts';
import { withMeasure } from './greedy-selection.ts';
import { planSelection } from './plan-selection.ts';
import { outcomeOf, type SelectionProblem } from './selection.ts';
import type { TonnesBasis, Wish } from './wish.ts';

/** A measure put on top of a portfolio, with all that it requires. */
export type NextMeasure = {
	readonly measure: string;
	/** What it requires and was not there either. */
	readonly alongside: readonly string[];
	readonly startYear: number;
	/** Whether it takes no more own money above its room than there was before. */
	readonly isWithinRoom: boolean;
	/** What it adds by itself to what stands before it: tonnes, net cost and own money above its room. */
	readonly tonnes: Decimal;
	readonly cost: Decimal;
	readonly gap: Decimal;
};

const MOST = 10;
const ALL_BUT_NOTHING = 1e-9;

/**
 * What would come next on top of a portfolio: one measure after another, each time the one whose tonne costs least where it
 * stands, first those that own money has room for, until so many tonnes more are there. An order, not a proven best
 * combination; each step is reckoned exactly. Money that could be applied for anew does not count.
 */
export function nextMeasures(
	plan: Plan,
	portfolio: Portfolio,
	asked: Wish,
	{ basis, needed }: { readonly basis: TonnesBasis; readonly needed: Decimal }
): readonly NextMeasure[] {
	const wish = around(plan, portfolio, asked, basis);
	const { problem } = planSelection(plan, wish);
	const free = withGap(problem, Infinity);
	const held = new Set(portfolio.measures);
	let chosen: readonly number[] = problem.options.flatMap(({ measure }, place) =>
		held.has(problem.measures[measure] ?? '') ? [place] : []
	);
	let [together, before] = [portfolio, exactOutcome(plan, portfolio, wish)];
	const until = before.tonnes.plus(needed);
	const steps: NextMeasure[] = [];
	while (steps.length < MOST && before.tonnes.lt(until)) {
		const next = cheapest(free, chosen);
		if (!next) break;
		const added = placesIn(problem, next.chosen).filter(
			({ id }) => !together.measures.includes(id)
		);
		together = withAll(plan, together, added);
		const after = exactOutcome(plan, together, wish);
		steps.push({
			measure: problem.measures[next.measure] ?? '',
			alongside: added.map(({ id }) => id).filter((id) => id !== problem.measures[next.measure]),
			startYear: added.find(({ id }) => id === problem.measures[next.measure])?.startYear ?? 0,
			isWithinRoom: next.isWithinRoom,
			...difference(before, after)
		});
		[chosen, before] = [next.chosen, after];
	}
	return steps;
}

/** The same terms, for tonnes of the basis, with the portfolio as it is. */
function around(plan: Plan, portfolio: Portfolio, wish: Wish, basis: TonnesBasis): Wish {
	const fixed = plan.measures
		.filter(({ id }) => portfolio.measures.includes(id))
		.map((measure) => {
			const start = startOf(measure, portfolio);
			return [measure.id, { earliest: start, latest: start }] as const;
		});
	return {
		...wish,
		goal: 'smallest-gap',
		tonnes: basis,
		leastTonnes: null,
		money: wish.money === 'proposed' ? 'listed' : wish.money,
		offer: null,
		must: portfolio.measures,
		starts: new Map([...wish.starts, ...fixed]),
		scale: portfolio.scale
	};
}

function withGap(problem: SelectionProblem, mostGap: number): SelectionProblem {
	const { mustNot } = problem.bounds;
	return { ...problem, bounds: { must: [], mustNot, leastTonnes: null, mostCost: null, mostGap } };
}

/** The measure whose tonne costs least on top of a choice; null where none adds any. */
function cheapest(free: SelectionProblem, chosen: readonly number[]) {
	const now = outcomeOf(free, chosen);
	const within = withGap(free, now.gap);
	const isIn = new Set(chosen.map((place) => free.options[place]?.measure));
	const found = free.measures.flatMap((_, measure) => {
		if (isIn.has(measure)) return [];
		const kept = withMeasure(within, chosen, measure);
		const more = kept ?? withMeasure(free, chosen, measure);
		if (!more) return [];
		const { tonnes, cost } = outcomeOf(free, more);
		if (tonnes - now.tonnes <= ALL_BUT_NOTHING) return [];
		const perTonne = (cost - now.cost) / (tonnes - now.tonnes);
		return [{ measure, chosen: more, isWithinRoom: kept !== null, perTonne }];
	});
	return found.sort(
		(a, b) =>
			Number(b.isWithinRoom) - Number(a.isWithinRoom) ||
			a.perTonne - b.perTonne ||
			a.measure - b.measure
	)[0];
}

function placesIn({ options, measures }: SelectionProblem, chosen: readonly number[]) {
	return chosen.flatMap((place) => {
		const option = options[place];
		return option ? [{ id: measures[option.measure] ?? '', startYear: option.startYear }] : [];
	});
}

function withAll(
	plan: Plan,
	portfolio: Portfolio,
	added: readonly { readonly id: string; readonly startYear: number }[]
): Portfolio {
	const starts = new Map(added.map(({ id, startYear }) => [id, startYear]));
	const shifts = plan.measures.flatMap(({ id, startYear }) => {
		const start = starts.get(id);
		return start === undefined || start === startYear ? [] : [[id, start - startYear] as const];
	});
	return {
		...portfolio,
		measures: [...portfolio.measures, ...starts.keys()],
		shift: { ...portfolio.shift, ...Object.fromEntries(shifts) }
	};
}

function difference(before: ExactOutcome, after: ExactOutcome) {
	return {
		tonnes: after.tonnes.minus(before.tonnes),
		cost: after.cost.minus(before.cost),
		gap: after.gap.minus(before.gap)
	};
}
