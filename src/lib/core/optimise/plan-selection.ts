import { abatement, effectProfiles, type EffectProfiles } from '../abatement/effects.ts';
import { poolLevel } from '../abatement/credits.ts';
import { Decimal, ONE, ZERO } from '../decimal.ts';
import { factorSeries } from '../emissions/factors.ts';
import { FOREIGN_TRANSPORT, sectorReference } from '../emissions/reference.ts';
import {
	compareIds,
	isUnknown,
	ownShare,
	ownValue,
	type PlacedMeasure
} from '../plan/placement.ts';
import type { Measure, Plan, Pool } from '../plan/plan.ts';
import { frameOf, type Frame } from '../portfolio/frame.ts';
import { at, isWithin, type Series } from '../years.ts';
import { optionMoney, roomsOf, type OptionMoney } from './option-money.ts';
import { selectionFunding, type OfferedFunding } from './selection-funding.ts';
import {
	loadOf,
	type Cell,
	type Part,
	type SelectionOption,
	type SelectionProblem
} from './selection.ts';
import type { StartWindow, TonnesBasis, Wish } from './wish.ts';

/** Why a measure is not among those to choose from. */
export type LeftOut = {
	readonly measure: string;
	readonly reason: 'cancelled' | 'unknown-cost' | 'no-start';
};

/** A plan's measures and starts as a problem for the solver, with what its places stand for. */
export type PlanSelection = {
	readonly problem: SelectionProblem;
	readonly years: readonly number[];
	readonly leftOut: readonly LeftOut[];
	/** Must be there though a cost is unknown: what is known of them counts. */
	readonly partlyKnown: readonly string[];
	/** What one may apply for; null where such money does not count. */
	readonly offered: OfferedFunding | null;
};

/** Kilotonnes and millions of kronor: near one another, as a solver wants them. */
export const TONNES = 1e3;
export const KRONOR = 1e6;
/** Applications are made in whole kronor, spread in whole öre: so much of the room is kept for that, millions of kronor. */
const ROUNDING = 1e-5;

type Candidate = {
	readonly measure: number;
	readonly placed: PlacedMeasure;
	readonly money: OptionMoney;
	/** Own-share tonnes by pool. */
	readonly byPool: ReadonlyMap<string, Series>;
};

/** What may be chosen for a wish, and what it has to keep. Throws RangeError for a measure that the plan lacks. */
export function planSelection(plan: Plan, wish: Wish): PlanSelection {
	const frame = frameOf(plan);
	const profiles = effectProfiles(factorSeries(plan, frame.horizon), frame.horizon);
	const leftOut: LeftOut[] = [];
	const partlyKnown: string[] = [];
	const chosenFrom = [...plan.measures].sort((a, b) => compareIds(a.id, b.id));
	const measures: string[] = [];
	const candidates: Candidate[] = [];
	for (const measure of chosenFrom) {
		const isMust = wish.must.includes(measure.id);
		const reason = isMust ? null : whyLeftOut(measure, wish);
		const starts = reason ? [] : startsOf(measure, windowOf(plan, measure, wish), frame);
		if (reason || (starts.length === 0 && !isMust)) {
			leftOut.push({ measure: measure.id, reason: reason ?? 'no-start' });
			continue;
		}
		const place = measures.push(measure.id) - 1;
		if (costsOf(measure, wish).some(isUnknown)) partlyKnown.push(measure.id);
		for (const start of starts)
			candidates.push(candidateOf(plan, measure, place, start, wish, frame, profiles));
	}
	const { cells, caps, parts } = interaction(plan, candidates, wish.tonnes, frame);
	const places = new Map(measures.map((id, place) => [id, place]));
	const placesOf = (ids: readonly string[]) =>
		ids.flatMap((id) => {
			const place = places.get(id);
			return place === undefined ? [] : [place];
		});
	const pairs = (of: (measure: Measure) => readonly string[]) =>
		plan.measures.flatMap(({ id, ...measure }) =>
			placesOf([id]).flatMap((one) =>
				placesOf(of({ id, ...measure })).map((other) => [one, other] as const)
			)
		);
	/** A measure that others need starts no later than they do, unless the plan itself has it so. */
	const startIn = (place: number) =>
		plan.measures.find(({ id }) => id === measures[place])?.startYear ?? 0;
	const isOffered = wish.money === 'proposed' && wish.offer !== null;
	const offered =
		isOffered && wish.offer
			? selectionFunding(
					plan,
					candidates.map(({ placed }) => placed),
					wish.offer,
					wish,
					frame
				)
			: null;
	return {
		years: frame.years,
		leftOut,
		partlyKnown,
		offered,
		problem: {
			...(offered && { funding: offered.funding }),
			measures,
			cells,
			caps,
			options: candidates.map(({ measure, placed, money }, index): SelectionOption => ({
				measure,
				startYear: placed.startYear,
				cost: inMillions(money.cost),
				uses: money.uses.map(inMillions),
				waits: money.waits.map(inMillions),
				tonnes: parts[index]?.tonnes ?? [],
				loads: parts[index]?.loads ?? []
			})),
			rooms: roomsOf(plan, wish, frame.years).map(
				(room) => room && Math.max(0, inMillions(room) - (offered ? ROUNDING : 0))
			),
			isRoomCarried: plan.settings.method.carryCapacity,
			excludes: pairs(({ excludes }) => excludes),
			requires: pairs(({ requires }) => requires).map(([measure, needs]) => ({
				measure,
				needs,
				lag: Math.max(0, startIn(needs) - startIn(measure))
			})),
			bounds: {
				must: placesOf(wish.must),
				mustNot: placesOf(wish.mustNot),
				leastTonnes: wish.leastTonnes === null ? null : wish.leastTonnes.div(TONNES).toNumber(),
				mostCost: null,
				mostGap: wish.goal === 'smallest-gap' ? Infinity : 0
			}
		}
	};
}

function inMillions(amount: Decimal): number {
	return amount.div(KRONOR).toNumber();
}

function whyLeftOut(measure: Measure, wish: Wish): LeftOut['reason'] | null {
	if (measure.status === 'cancelled') return 'cancelled';
	return costsOf(measure, wish).some(isUnknown) ? 'unknown-cost' : null;
}

/** The costs that the wish hangs on: the municipality's, and everybody's where those count. */
function costsOf({ costs }: Measure, { cost }: Wish) {
	return costs.filter(({ payer }) => cost === 'socioeconomic' || payer === 'municipality');
}

/** The years that the measure says; else what has begun stays, and what has not may start in its own year or later. */
export function usualWindow({ settings }: Plan, measure: Measure): StartWindow {
	const { startYear, status, earliestStart, latestStart } = measure;
	const hasBegun = status === 'ongoing' || status === 'done';
	return {
		earliest: earliestStart ?? startYear,
		latest: latestStart ?? (hasBegun ? startYear : Math.max(startYear, settings.lastYear))
	};
}

function windowOf(plan: Plan, measure: Measure, { starts }: Wish): StartWindow {
	return starts.get(measure.id) ?? usualWindow(plan, measure);
}

/** The start years of a window in which every single cost of the plan's years stays inside them. */
function startsOf(
	measure: Measure,
	{ earliest, latest }: StartWindow,
	{ horizon }: Frame
): number[] {
	const once = measure.costs.flatMap((item) =>
		item.timing === 'one-off' ? item.years.filter(({ year }) => isWithin(year, horizon)) : []
	);
	const starts: number[] = [];
	for (let start = earliest; start <= latest; start++) {
		const shift = start - measure.startYear;
		const isInside = once.every(({ year }) => isWithin(year + shift, horizon));
		if (shift === 0 || isInside) starts.push(start);
	}
	return starts;
}

function candidateOf(
	plan: Plan,
	measure: Measure,
	place: number,
	startYear: number,
	wish: Wish,
	frame: Frame,
	profiles: EffectProfiles
): Candidate {
	const placed: PlacedMeasure = {
		measure,
		shift: startYear - measure.startYear,
		scale: ownValue(wish.scale, measure.id) ?? ONE,
		ownShare: ownShare(measure),
		startYear
	};
	const { byPool } = abatement(placed, profiles, frame.horizon);
	const own = [...byPool].map(
		([pool, series]) => [pool, series.map((tonnes) => tonnes.times(placed.ownShare))] as const
	);
	return {
		measure: place,
		placed,
		money: optionMoney(plan, placed, wish, frame),
		byPool: new Map(own)
	};
}

/** The pools whose tonnes count. */
export function poolsIn(plan: Plan, { scope }: TonnesBasis): Pool[] {
	if (scope === 'all') return [...plan.pools];
	return plan.pools.filter(
		({ sector, gas }) =>
			sector !== null && sector !== FOREIGN_TRANSPORT && (scope === 'CO2e' || gas === 'CO2')
	);
}

/**
 * The tonnes of each candidate: by itself where no other measure takes from the same pool and year, else as a load of a cell
 * that they share (METHODS §14, rule 10); under a cap where the plan caps sectors.
 */
function interaction(
	plan: Plan,
	candidates: readonly Candidate[],
	basis: TonnesBasis,
	frame: Frame
) {
	const cells: Cell[] = [];
	const caps: number[] = [];
	const parts = candidates.map(() => ({
		tonnes: [] as Part[],
		loads: [] as [number, number][]
	}));
	const capOf = sectorCaps(plan, caps, frame);
	for (const pool of poolsIn(plan, basis)) {
		const level = poolLevel(plan, pool, frame.horizon);
		const users = candidates.flatMap(({ byPool, measure }, index) => {
			const series = byPool.get(pool.id);
			return series ? [{ index, measure, series }] : [];
		});
		frame.years.forEach((year, t) => {
			if (basis.year !== null && basis.year !== year) return;
			const takers = users.filter(({ series }) => !at(series, t).isZero());
			if (takers.length === 0 || level?.[t]?.lte(0)) return;
			const size = level && at(level, t).div(TONNES).toNumber();
			const cap = capOf(pool, t);
			const isAlone = new Set(takers.map(({ measure }) => measure)).size === 1;
			const cell = size === null || isAlone ? null : cells.push({ size, cap }) - 1;
			for (const { index, series } of takers) {
				const amount = at(series, t).div(TONNES).toNumber();
				if (cell === null || size === null)
					parts[index]?.tonnes.push({ amount: Math.min(amount, size ?? amount), cap });
				else parts[index]?.loads.push([cell, loadOf(amount / size)]);
			}
		});
	}
	return { cells, caps, parts: parts.map((part) => ({ ...part, tonnes: summed(part.tonnes) })) };
}

/** One part for each cap, and one for none. */
function summed(parts: readonly Part[]): Part[] {
	const byCap = new Map<number | null, number>();
	for (const { amount, cap } of parts) byCap.set(cap, (byCap.get(cap) ?? 0) + amount);
	return [...byCap].map(([cap, amount]) => ({ amount, cap }));
}

/** The cap of a pool's sector in a year, where the plan caps sectors and knows their emissions; made when it is asked for. */
function sectorCaps(plan: Plan, caps: number[], { horizon }: Frame) {
	const made = new Map<string, number>();
	const isCapped = plan.settings.method.sectorCap;
	return ({ sector }: Pool, t: number): number | null => {
		const path = plan.reference.find((one) => one.sector === sector);
		if (!isCapped || !path || sector === FOREIGN_TRANSPORT) return null;
		const emissions = sectorReference(plan, path, horizon);
		if (!emissions) return null;
		const key = `${sector} ${t}`;
		const cap = made.get(key);
		if (cap !== undefined) return cap;
		const most = Decimal.max(ZERO, at(emissions, t)).div(TONNES).toNumber();
		const place = caps.push(most) - 1;
		made.set(key, place);
		return place;
	};
}
