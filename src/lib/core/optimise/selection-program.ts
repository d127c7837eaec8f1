import { ProgramBuilder, type Program, type Row } from './program.ts';
import { addMix } from './funding-mix.ts';
import { orderOf, takenAt, type Aim, type Grants, type SelectionProblem } from './selection.ts';

/** A line that lies above what is taken from a cell: it touches at this load. */
export type Tangent = { readonly cell: number; readonly load: number };

/** What has been learnt of a problem while it was solved: lines, and choices (places of options) that do not keep the bounds. */
export type Learnt = {
	readonly tangents: readonly Tangent[];
	readonly barred: readonly (readonly number[])[];
};

type Terms = Row['terms'][number][];

/**
 * A selection as a mixed-integer program (METHODS §10). What measures take together from a cell is size × (1 − e^−load), load
 * being the sum of theirs: concave, so tangents bound it from above, and each makes the bound exact at its load. The columns
 * of the options come first, in their order, then those of the cells.
 */
export function selectionProgram(
	problem: SelectionProblem,
	aim: Aim,
	{ tangents, barred }: Learnt
): Program {
	const { options, cells, bounds } = problem;
	const builder = new ProgramBuilder();
	options.forEach((_, place) => builder.choice(worthOf(problem, aim, place)));
	const reach = loadRange(problem);
	const cellColumns = cells.map((cell, index) => {
		const { least, most } = reach[index] ?? { least: 0, most: 0 };
		return builder.amount(
			aim === 'tonnes' && cell.cap === null ? 1 : 0,
			takenAt(cell, most),
			takenAt(cell, least)
		);
	});
	const capColumns = problem.caps.map((cap, index) =>
		builder.amount(aim === 'tonnes' ? 1 : 0, cap, leastUnder(problem, reach, index))
	);
	const grants = fundingRows(builder, problem, aim);
	tangentRows(builder, problem, cellColumns, [...tangents, ...firstTangents(reach)]);
	capRows(builder, problem, cellColumns, capColumns);
	choiceRows(builder, problem);
	for (const choice of barred) {
		const isIn = new Set(choice);
		builder.atMost(
			choice.length - 1,
			options.map((_, place) => [place, isIn.has(place) ? 1 : -1])
		);
	}
	const gaps = moneyRows(builder, problem, aim, grants);
	if (bounds.leastTonnes !== null)
		builder.atLeast(bounds.leastTonnes, tonnesTerms(problem, cellColumns, capColumns));
	if (bounds.mostCost !== null)
		builder.atMost(bounds.mostCost, [
			...options.map(({ cost }, column): Terms[number] => [column, cost]),
			...grants.map(({ column, cost }): Terms[number] => [column, -cost])
		]);
	if (bounds.mostGap > 0 && bounds.mostGap < Infinity)
		builder.atMost(
			bounds.mostGap,
			gaps.map((column) => [column, 1])
		);
	return builder.build();
}

/** What an option is worth by itself, beside its part in cells and caps. */
function worthOf(problem: SelectionProblem, aim: Aim, place: number): number {
	const option = problem.options[place];
	if (!option || aim === 'gap') return 0;
	if (aim === 'cost') return -option.cost;
	if (aim === 'order') return -orderOf(problem, place);
	return option.tonnes.reduce((sum, { amount, cap }) => sum + (cap === null ? amount : 0), 0);
}

function tonnesTerms(
	{ options, cells }: SelectionProblem,
	cellColumns: readonly number[],
	capColumns: readonly number[]
): Terms {
	return [
		...options.flatMap(({ tonnes }, column): Terms =>
			tonnes.flatMap(({ amount, cap }): Terms => (cap === null ? [[column, amount]] : []))
		),
		...cells.flatMap(({ cap }, index): Terms =>
			cap === null ? [[cellColumns[index] ?? 0, 1]] : []
		),
		...capColumns.map((column): Terms[number] => [column, 1])
	];
}

/** The lowest and the highest load that each cell can come to: every measure with its lowest or highest. */
function loadRange({ options, cells }: SelectionProblem) {
	const byMeasure = cells.map(() => new Map<number, { least: number; most: number }>());
	for (const { measure, loads } of options)
		for (const [cell, load] of loads) {
			const seen = byMeasure[cell]?.get(measure) ?? { least: 0, most: 0 };
			byMeasure[cell]?.set(measure, {
				least: Math.min(seen.least, load),
				most: Math.max(seen.most, load)
			});
		}
	return byMeasure.map((ranges) => {
		const all = [...ranges.values()];
		return {
			least: all.reduce((sum, { least }) => sum + least, 0),
			most: all.reduce((sum, { most }) => sum + most, 0)
		};
	});
}

const FIRST_LOADS = [0, 0.1, 0.25, 0.5, 1];

/** A few tangents over the range of each cell to begin with. */
function firstTangents(ranges: ReturnType<typeof loadRange>): Tangent[] {
	return ranges.flatMap(({ least, most }, cell) =>
		FIRST_LOADS.map((share) => ({ cell, load: least + share * (most - least) }))
	);
}

function tangentRows(
	builder: ProgramBuilder,
	{ options, cells }: SelectionProblem,
	columns: readonly number[],
	tangents: readonly Tangent[]
): void {
	const loads: Terms[] = cells.map(() => []);
	options.forEach((option, place) => {
		for (const [cell, load] of option.loads) loads[cell]?.push([place, load]);
	});
	for (const { cell: index, load } of tangents) {
		const [cell, column] = [cells[index], columns[index]];
		if (!cell || column === undefined) continue;
		const slope = cell.size * Math.exp(-load);
		builder.atMost(takenAt(cell, load) - slope * load, [
			[column, 1],
			...(loads[index] ?? []).map(([place, own]): Terms[number] => [place, -slope * own])
		]);
	}
}

/** A grant to one cost item under one option, with what one of it takes off own money by year and off the cost. */
type GrantColumn = Pick<Grants, 'uses' | 'cost'> & { readonly column: number };

/** Where the amounts of the claims begin among the columns. */
export function firstAmount({ options, cells, caps }: SelectionProblem): number {
	return options.length + cells.length + caps.length;
}

/** What is asked for, with the rules between the claims, and what it gives under the start that is chosen. */
function fundingRows(
	builder: ProgramBuilder,
	{ funding }: SelectionProblem,
	aim: Aim
): GrantColumn[] {
	if (!funding) return [];
	const { mix, asks, items } = funding;
	const amounts = addMix(builder, mix, {
		worthOf: () => 0,
		presenceOf: (claim) => asks[claim] ?? []
	});
	return items.flatMap(({ claims, most, gives }) => {
		const columns = [...gives].map(([option, given]) => {
			const column = builder.amount(aim === 'cost' ? given.cost : 0, most);
			builder.atMost(0, [
				[column, 1],
				[option, -most]
			]);
			return { ...given, column };
		});
		builder.atMost(0, [
			...columns.map(({ column }): Terms[number] => [column, 1]),
			...claims.map((claim): Terms[number] => [amounts[claim] ?? 0, -1])
		]);
		return columns;
	});
}

/** A capped sum is no more than what it is the sum of. */
function capRows(
	builder: ProgramBuilder,
	{ options, cells, caps }: SelectionProblem,
	cellColumns: readonly number[],
	capColumns: readonly number[]
): void {
	const under: Terms[] = caps.map(() => []);
	options.forEach(({ tonnes }, place) => {
		for (const { amount, cap } of tonnes) if (cap !== null) under[cap]?.push([place, -amount]);
	});
	cells.forEach(({ cap }, index) => {
		if (cap !== null) under[cap]?.push([cellColumns[index] ?? 0, -1]);
	});
	under.forEach((terms, cap) => builder.atMost(0, [[capColumns[cap] ?? 0, 1], ...terms]));
}

/** The lowest that a capped sum can come to. */
function leastUnder(
	{ options, cells }: SelectionProblem,
	ranges: ReturnType<typeof loadRange>,
	cap: number
): number {
	const taken = cells.reduce(
		(sum, cell, index) =>
			sum + (cell.cap === cap ? Math.min(0, takenAt(cell, ranges[index]?.least ?? 0)) : 0),
		0
	);
	const own = options.flatMap(({ tonnes }) => tonnes.filter((part) => part.cap === cap));
	return own.reduce((sum, { amount }) => sum + Math.min(0, amount), taken);
}

/** At most one start of a measure; what must be there and what must not; exclusions and requirements. */
function choiceRows(builder: ProgramBuilder, problem: SelectionProblem): void {
	const { measures, options, bounds, excludes, requires } = problem;
	const starts: Terms[] = measures.map(() => []);
	options.forEach(({ measure }, place) => starts[measure]?.push([place, 1]));
	const of = (measure: number): Terms => starts[measure] ?? [];
	for (const own of starts) if (own.length > 1) builder.atMost(1, own);
	for (const measure of bounds.must) {
		// A measure that cannot start at all cannot be had.
		if (of(measure).length === 0) builder.atMost(-1, [[0, 0]]);
		else builder.atLeast(1, of(measure));
	}
	for (const measure of bounds.mustNot) if (of(measure).length > 0) builder.atMost(0, of(measure));
	for (const [one, other] of excludes)
		if (of(one).length > 0 && of(other).length > 0) builder.atMost(1, [...of(one), ...of(other)]);
	for (const { measure, needs, lag } of requires)
		for (const [place] of of(measure)) {
			const latest = (options[place]?.startYear ?? 0) + lag;
			const inTime = of(needs).filter(([other]) => (options[other]?.startYear ?? 0) <= latest);
			builder.atMost(0, [[place, 1], ...inTime.map(([other]): Terms[number] => [other, -1])]);
		}
}

/**
 * Own money of each year within its room, or above it by the gap of the year. Money that may wait lies in a stock, which is at
 * most what was there and what came. Returns the columns of the gaps.
 */
function moneyRows(
	builder: ProgramBuilder,
	{ options, rooms, isRoomCarried, bounds }: SelectionProblem,
	aim: Aim,
	grants: readonly GrantColumn[]
): number[] {
	const mayWait = isRoomCarried || options.some(({ waits }) => waits.some((money) => money !== 0));
	const isGapAllowed = bounds.mostGap > 0;
	const gaps: number[] = [];
	let stock: number | null = null;
	rooms.forEach((room, year) => {
		const uses = options.flatMap(({ uses: own }, place): Terms =>
			own[year] ? [[place, own[year]]] : []
		);
		const waits = options.flatMap(({ waits: own }, place): Terms =>
			own[year] ? [[place, -own[year]]] : []
		);
		const carried = isRoomCarried ? (room ?? 0) : 0;
		const before: Terms = stock === null ? [] : [[stock, -1]];
		if (mayWait) {
			stock = builder.amount(0, MOST_STOCK);
			builder.atMost(carried, [[stock, 1], ...before, ...waits]);
		}
		if (room === null) return;
		for (const { column, uses: given } of grants)
			if (given[year]) uses.push([column, -given[year]]);
		const terms: Terms = [...uses, ...before, ...(stock === null ? [] : waits)];
		if (stock !== null) terms.push([stock, 1]);
		if (isGapAllowed) {
			const most = options.reduce((sum, { uses: own }) => sum + Math.max(0, own[year] ?? 0), 0);
			const gap = builder.amount(aim === 'gap' ? -1 : 0, most);
			gaps.push(gap);
			terms.push([gap, -1]);
		}
		if (terms.length > 0) builder.atMost(room, terms);
	});
	return gaps;
}

const MOST_STOCK = 1e7;
