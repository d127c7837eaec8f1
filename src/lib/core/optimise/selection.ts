import type { MixProblem } from './funding-mix.ts';

/**
 * Which measures, and when, as plain numbers for a solver. The units are the caller's (a plan's are kilotonnes and millions
 * of kronor); what comes of a choice is always reckoned anew from the plan, never read off here.
 */
export type SelectionProblem = {
	/** Ids, in the order in which ties are broken. */
	readonly measures: readonly string[];
	readonly options: readonly SelectionOption[];
	readonly cells: readonly Cell[];
	/** The most that cells and options of one sector and year are credited with together. */
	readonly caps: readonly number[];
	/** Room for own money by year (or by any other limit); null: as much as one likes. */
	readonly rooms: readonly (number | null)[];
	/** Whether room that a year leaves may be used in a later one. */
	readonly isRoomCarried: boolean;
	/** Pairs of measures of which at most one is chosen. */
	readonly excludes: readonly (readonly [measure: number, other: number])[];
	readonly requires: readonly Requirement[];
	readonly bounds: Bounds;
	/** What may be applied for beside what the options count on; absent: nothing. */
	readonly funding?: SelectionFunding | undefined;
};

/** Grants that may be asked for, with the rules between them, in the same program as the measures. */
export type SelectionFunding = {
	readonly mix: MixProblem;
	/** Options under which a claim may be asked, by claim; one of them is chosen, or the claim is not there. */
	readonly asks: readonly (readonly number[])[];
	readonly items: readonly FundedItem[];
	/** By so much own money may pass its room, since grants are asked for in whole kronor. */
	readonly rounding: number;
};

/** A cost item with the claims on it; grants are spread over its years as its cost is. */
export type FundedItem = {
	readonly claims: readonly number[];
	/** The whole cost. */
	readonly most: number;
	/** What one of a grant takes off own money by year, and off the cost, by option. */
	readonly gives: ReadonlyMap<number, Pick<Grants, 'uses' | 'cost'>>;
};

/** What is asked for with a choice, by claim, and what it takes off own money by year and off the cost. */
export type Grants = {
	readonly amounts: readonly number[];
	readonly uses: readonly number[];
	readonly cost: number;
};

/** A measure is chosen only with another, which starts at most `lag` years after it. */
export type Requirement = {
	readonly measure: number;
	readonly needs: number;
	readonly lag: number;
};

/** One measure with one start. */
export type SelectionOption = {
	/** Its place in `measures`. */
	readonly measure: number;
	readonly startYear: number;
	/** What it cuts that no other measure interacts with. */
	readonly tonnes: readonly Part[];
	/** −ln(1 − s) by cell, each cell once; s is the share of the cell that it takes. */
	readonly loads: readonly (readonly [cell: number, load: number])[];
	readonly cost: number;
	/** Own money by year after money that is used in its year; and money that may wait for a later one. */
	readonly uses: readonly number[];
	readonly waits: readonly number[];
};

/** Tonnes, and which cap they count under. */
export type Part = { readonly amount: number; readonly cap: number | null };

/** What several measures take from in one year: together size × (1 − Π(1 − s)) (METHODS §7). */
export type Cell = { readonly size: number; readonly cap: number | null };

/** What a choice has to keep; null: nothing. */
export type Bounds = {
	readonly must: readonly number[];
	readonly mustNot: readonly number[];
	readonly leastTonnes: number | null;
	readonly mostCost: number | null;
	/** By how much own money may exceed its room, all years together; Infinity: by any amount. */
	readonly mostGap: number;
};

/** What is made as good as can be; `order` settles ties: the fewest measures, the first by id, the earliest starts. */
export type Aim = 'tonnes' | 'cost' | 'gap' | 'order';

/** What a choice of options comes to. */
export type Outcome = {
	readonly tonnes: number;
	readonly cost: number;
	readonly gap: number;
	readonly order: number;
};

/** −ln(1 − share); a share of all is as good as this. */
export function loadOf(share: number): number {
	return share >= 1 ? MOST_LOAD : Math.min(MOST_LOAD, -Math.log1p(-share));
}
const MOST_LOAD = 30;

/** What amounts asked for, by claim, come to under a choice. */
export function grantsOf(
	{ rooms, funding }: SelectionProblem,
	chosen: readonly number[],
	amounts: readonly number[]
): Grants {
	const isChosen = new Set(chosen);
	const uses = rooms.map(() => 0);
	let cost = 0;
	for (const { claims, gives } of funding?.items ?? []) {
		const asked = claims.reduce((sum, claim) => sum + (amounts[claim] ?? 0), 0);
		for (const [place, one] of gives) {
			if (!isChosen.has(place)) continue;
			one.uses.forEach((share, year) => (uses[year] = (uses[year] ?? 0) + share * asked));
			cost += one.cost * asked;
		}
	}
	return { amounts, uses, cost };
}

/** What is taken from a cell at a load. */
export function takenAt({ size }: Cell, load: number): number {
	return -size * Math.expm1(-load);
}

/** Load of each cell under a choice, given as places of options. */
export function cellLoads({ cells, options }: SelectionProblem, chosen: readonly number[]) {
	const loads = cells.map(() => 0);
	for (const place of chosen)
		for (const [cell, load] of options[place]?.loads ?? []) loads[cell] = (loads[cell] ?? 0) + load;
	return loads;
}

export function outcomeOf(
	problem: SelectionProblem,
	chosen: readonly number[],
	grants: Grants | null = null
): Outcome {
	const options = chosen.flatMap((place) => problem.options[place] ?? []);
	return {
		tonnes: tonnesOf(problem, chosen),
		cost: options.reduce((total, { cost }) => total + cost, 0) - (grants?.cost ?? 0),
		gap: gapOf(problem, options, grants),
		order: chosen.reduce((total, place) => total + orderOf(problem, place), 0)
	};
}

/** What an option weighs when ties are settled. */
export function orderOf({ options }: SelectionProblem, place: number): number {
	return 1 + place / options.length;
}

function tonnesOf(problem: SelectionProblem, chosen: readonly number[]): number {
	const { cells, caps, options } = problem;
	const under = caps.map(() => 0);
	let total = 0;
	const add = ({ amount, cap }: Part) => {
		if (cap === null) total += amount;
		else under[cap] = (under[cap] ?? 0) + amount;
	};
	for (const place of chosen) options[place]?.tonnes.forEach(add);
	const loads = cellLoads(problem, chosen);
	cells.forEach((cell, index) => add({ amount: takenAt(cell, loads[index] ?? 0), cap: cell.cap }));
	return under.reduce((sum, tonnes, cap) => sum + Math.min(tonnes, caps[cap] ?? 0), total);
}

/** Own money above its room, as the funding gap is reckoned: money that may wait is used last (METHODS §8). */
export function gapOf(
	{ rooms, isRoomCarried }: SelectionProblem,
	options: readonly Pick<SelectionOption, 'uses' | 'waits'>[],
	grants: Pick<Grants, 'uses'> | null = null
): number {
	let stock = 0;
	let gap = 0;
	rooms.forEach((room, year) => {
		const waiting = options.reduce((total, { waits }) => total + (waits[year] ?? 0), stock);
		if (room === null) {
			stock = waiting;
			return;
		}
		const granted = grants?.uses[year] ?? 0;
		const needed = options.reduce((total, { uses }) => total + (uses[year] ?? 0), -granted);
		const uncovered = Math.max(0, needed - (isRoomCarried ? 0 : room));
		const mayWait = waiting + (isRoomCarried ? room : 0);
		stock = Math.max(0, mayWait - uncovered);
		gap += Math.max(0, uncovered - mayWait);
	});
	return gap;
}

/** Whether a choice that comes to this keeps every bound and the plan's exclusions and requirements; within `slack` of each figure. */
export function isKept(
	problem: SelectionProblem,
	chosen: readonly number[],
	slack: number,
	{ tonnes, cost, gap }: Outcome = outcomeOf(problem, chosen)
): boolean {
	const { bounds, excludes, requires, options } = problem;
	const starts = new Map(
		chosen.flatMap((place) => {
			const option = options[place];
			return option ? [[option.measure, option.startYear] as const] : [];
		})
	);
	const inIt = new Set(starts.keys());
	const within = (figure: number) => slack * Math.max(1, Math.abs(figure));
	return (
		inIt.size === chosen.length &&
		bounds.must.every((measure) => inIt.has(measure)) &&
		!bounds.mustNot.some((measure) => inIt.has(measure)) &&
		excludes.every(([one, other]) => !inIt.has(one) || !inIt.has(other)) &&
		requires.every((one) => isMet(one, starts)) &&
		(bounds.leastTonnes === null || tonnes >= bounds.leastTonnes - within(bounds.leastTonnes)) &&
		(bounds.mostCost === null || cost <= bounds.mostCost + within(bounds.mostCost)) &&
		gap <= bounds.mostGap + within(0) + (problem.funding?.rounding ?? 0)
	);
}

function isMet({ measure, needs, lag }: Requirement, starts: ReadonlyMap<number, number>): boolean {
	const [start, needed] = [starts.get(measure), starts.get(needs)];
	return start === undefined || (needed !== undefined && needed <= start + lag);
}

/** How good an outcome is for an aim: more is better. */
export function scoreOf(aim: Aim, outcome: Outcome): number {
	return aim === 'tonnes' ? outcome.tonnes : -outcome[aim];
}
