import type { Decimal } from '../decimal.ts';
import { isUnknown, type PlacedMeasure } from '../plan/placement.ts';
import { effectSize } from '../abatement/effects.ts';
import { canBeLost } from '../funding/certainty.ts';
import { awardsAmong, type FundingFlow } from '../funding/funding-flows.ts';
import {
	priceOf,
	type CostItem,
	type Effect,
	type Measure,
	type Plan,
	type Range,
	type SharedRange
} from '../plan/plan.ts';

/** Something that may come out otherwise than stated: of one measure, or shared by the whole plan. */
export type Uncertain =
	| { readonly kind: 'capex' | 'opex' | 'effect'; readonly name: string; readonly range: Range }
	/** A shared price, or the emission factor of a carrier. */
	| { readonly kind: 'price' | 'factor'; readonly name: string; readonly range: Range }
	/** Won with all its lines, or lost with all of them; named by its first line. */
	| {
			readonly kind: 'award';
			readonly name: string;
			readonly lines: readonly string[];
			readonly probability: Decimal;
	  };

/** Where the uncertainties of a portfolio stand in a draw. Place 0 is what is certain: always 1. */
export type Places = {
	readonly all: readonly Uncertain[];
	readonly ofCost: (measure: string, item: CostItem) => readonly [number, number];
	readonly ofEffect: (measure: string, effect: Effect) => readonly [number, number];
	readonly ofLine: (line: string) => number;
	/** Shared ranges that nothing hangs on. */
	readonly idle: readonly SharedRange[];
	/** Whether nothing of a measure is uncertain: neither its own ranges nor what it shares. */
	readonly isCertain: (measure: Measure) => boolean;
};

/**
 * What is uncertain in a portfolio: the stated ranges of its measures, the shared prices that its amounts follow, the
 * emission factors that its effects use, and the awards that may be lost. What nothing hangs on is left out.
 */
export function uncertaintiesOf(
	plan: Plan,
	placed: readonly PlacedMeasure[],
	flows: readonly FundingFlow[]
): Places {
	const items = placed.flatMap(({ measure }) => measure.costs.filter((one) => !isUnknown(one)));
	const prices = new Set(items.map(priceOf));
	const carriers = new Set(
		placed.flatMap(({ measure }) => (measure.effects ?? []).map((one) => carrierOf(one)))
	);
	const isUsed = ({ of, name }: SharedRange) =>
		of === 'price' ? [...prices].some((price) => price === name) : carriers.has(name);
	const shared = plan.sharedRanges
		.filter(isUsed)
		.map(({ of: kind, name, range }): Uncertain => ({ kind, name, range }));
	const own = placed.flatMap(({ measure: { id: name, costs, effects, uncertainty } }) => {
		const holds = {
			capex: costs.some((item) => item.kind === 'capex' && !isUnknown(item)),
			opex: costs.some((item) => item.kind === 'opex' && !isUnknown(item)),
			effect: (effects ?? []).some((effect) => effectSize(effect) !== null)
		};
		return (['capex', 'opex', 'effect'] as const).flatMap((kind): Uncertain[] => {
			const range = uncertainty?.[kind];
			return range && holds[kind] ? [{ kind, name, range }] : [];
		});
	});
	const awards = awardsAmong(flows.filter(({ line }) => canBeLost(line))).flatMap(
		(lines): Uncertain[] => {
			const [first] = lines;
			if (!first) return [];
			const { id: name, probability } = first.line;
			return [{ kind: 'award', name, lines: lines.map(({ line }) => line.id), probability }];
		}
	);
	const all = [...shared, ...own, ...awards];
	const places = new Map(all.map(({ kind, name }, index) => [`${kind} ${name}`, index + 1]));
	const place = (kind: string, name: string | null) => places.get(`${kind} ${name ?? ''}`) ?? 0;
	const placeOfLine = new Map(
		all.flatMap((one, index) =>
			one.kind === 'award' ? one.lines.map((line) => [line, index + 1] as const) : []
		)
	);
	const ofCost: Places['ofCost'] = (measure, item) => [
		place(item.kind, measure),
		place('price', priceOf(item))
	];
	const ofEffect: Places['ofEffect'] = (measure, effect) => [
		place('effect', measure),
		effect.kind === 'energy' ? place('factor', effect.carrier) : 0
	];
	const varies = (index: number) => {
		const one = all[index - 1];
		return one !== undefined && isOpen(one);
	};
	return {
		all,
		ofCost,
		ofEffect,
		idle: plan.sharedRanges.filter((one) => !isUsed(one)),
		isCertain: ({ id, costs, effects }) =>
			!costs.filter((item) => !isUnknown(item)).some((item) => ofCost(id, item).some(varies)) &&
			!(effects ?? []).some((effect) => ofEffect(id, effect).some(varies)),
		ofLine: (line) => placeOfLine.get(line) ?? 0
	};
}

/** Whether it may come out in more than one way: its range has a width, or its award may be won and lost. */
export function isOpen(one: Uncertain): boolean {
	return one.kind === 'award' || !one.range[0].eq(one.range[2]);
}

function carrierOf(effect: Effect): string | null {
	return effect.kind === 'energy' && effect.mwhPerYear !== null ? effect.carrier : null;
}
