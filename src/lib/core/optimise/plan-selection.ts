import { abatement, effectProfiles, type EffectProfiles } from '../abatement/effects.ts';
import { ONE } from '../decimal.ts';
import { factorSeries } from '../emissions/factors.ts';
import { ownShare, ownValue, type PlacedMeasure } from '../plan/placement.ts';
import type { Measure, Plan } from '../plan/plan.ts';
import { frameOf, type Frame } from '../portfolio/frame.ts';
import type { Series } from '../years.ts';
import { choosable, type Choosable } from './choosable.ts';
import { inMillions } from './funding-mix.ts';
import { linesThatShare, optionMoney, roomsOf, type OptionMoney } from './option-money.ts';
import type { SelectionOption, SelectionProblem } from './selection.ts';
import { selectionFunding, type OfferedFunding } from './selection-funding.ts';
import { TONNES, interaction } from './selection-tonnes.ts';
import type { Wish } from './wish.ts';

/** A plan's measures and starts as a problem for the solver, with what its places stand for. */
export type PlanSelection = Omit<Choosable, 'measures'> & {
	readonly problem: SelectionProblem;
	readonly years: readonly number[];
	/** What one may apply for; null where such money does not count. */
	readonly offered: OfferedFunding | null;
	/** Lines whose money hangs on what other measures are there: the model takes all that they list. */
	readonly sharedLines: ReadonlySet<string>;
};

/** Millions of kronor. */
export const KRONOR = 1e6;

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
	const { measures: among, ...told } = choosable(plan, wish);
	const sharedLines = linesThatShare(plan, wish);
	const measures = among.map(({ measure }) => measure.id);
	const candidates = among.flatMap(({ measure, starts }, place) =>
		starts.map((start): Candidate => {
			const placed = placedAt(measure, start, wish);
			return {
				measure: place,
				placed,
				money: optionMoney(plan, placed, wish, frame, sharedLines),
				byPool: ownTonnes(placed, profiles, frame)
			};
		})
	);
	const { cells, caps, parts } = interaction(plan, candidates, wish.tonnes, frame);
	const places = new Map(measures.map((id, place) => [id, place]));
	const placesOf = (ids: readonly string[]) =>
		ids.flatMap((id) => {
			const place = places.get(id);
			return place === undefined ? [] : [place];
		});
	const pairs = (of: (measure: Measure) => readonly string[]) =>
		among.flatMap(({ measure }, one) =>
			placesOf(of(measure)).map((other) => [one, other] as const)
		);
	/** A measure that others need starts no later than they do, unless the plan itself has it so. */
	const startIn = (place: number) => among[place]?.measure.startYear ?? 0;
	const offered =
		wish.money === 'proposed' && wish.offer
			? selectionFunding(
					plan,
					candidates.map(({ placed }) => placed),
					wish.offer,
					wish,
					frame,
					sharedLines
				)
			: null;
	return {
		years: frame.years,
		...told,
		offered,
		sharedLines,
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
			rooms: roomsOf(plan, wish, frame.years).map((room) => room && inMillions(room)),
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

function placedAt(measure: Measure, startYear: number, { scale }: Wish): PlacedMeasure {
	return {
		measure,
		shift: startYear - measure.startYear,
		scale: ownValue(scale, measure.id) ?? ONE,
		ownShare: ownShare(measure),
		startYear
	};
}

function ownTonnes(
	placed: PlacedMeasure,
	profiles: EffectProfiles,
	{ horizon }: Frame
): ReadonlyMap<string, Series> {
	const { byPool } = abatement(placed, profiles, horizon);
	return new Map(
		[...byPool].map(([pool, series]) => [
			pool,
			series.map((tonnes) => tonnes.times(placed.ownShare))
		])
	);
}
