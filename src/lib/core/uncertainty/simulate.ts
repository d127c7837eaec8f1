import type { RiskFigure } from './risk-figures.ts';
import type { RiskModel } from './risk-model.ts';
import { HALF_AN_ORE, outcomesOf } from './risk-outcome.ts';
import type { Uncertain } from './uncertain.ts';

/** A value that a share of the draws stays at or below, and its standard error; null: too few draws around it have the figure. */
export type Quantile = { readonly value: number; readonly standardError: number | null };

/** How a figure spreads over the draws. */
export type Spread = {
	readonly figure: RiskFigure;
	/** null where it is not known in every draw; a ratio has none (METHODS §12). */
	readonly mean: Quantile | null;
	/** Values that 10, 50 and 90 per cent of the draws stay at or below; null where they fall among draws without the figure. */
	readonly p10: Quantile | null;
	readonly p50: Quantile | null;
	readonly p90: Quantile | null;
	/** Draws without the figure: a cost per tonne without tonnes, a gap that hangs on unknown own money. */
	readonly missing: number;
};

/** How often something held. */
type Frequency = {
	readonly times: number;
	readonly share: number;
	readonly standardError: number;
};

type Simulation = {
	readonly draws: number;
	readonly spreads: readonly Spread[];
	/** Each target with a tonne level: how often it is reached. */
	readonly reached: readonly (Frequency & { readonly target: string })[];
	/** How often nothing is missing; null: not known, since own money is not. */
	readonly allFunded: Frequency | null;
};

/** Gives the next value of an uncertainty: a factor, or 1 and 0 for an award. */
export type Sampler = () => number;

/** So many draws between two looks at how it goes. */
const BATCH = 500;
/** Tonnes that plain numbers may be off by where a target is just reached: a gram. */
const A_GRAM = 1e-6;

/** Draws of the model, each uncertainty by its sampler, and what they come to. The samplers are asked in order, draw by draw. */
export function simulate(
	model: RiskModel,
	samplerOf: (uncertain: Uncertain) => Sampler,
	draws: number,
	onDrawn: (drawn: number) => void = () => undefined
): Simulation {
	const samplers = model.uncertain.map(samplerOf);
	const outcomeOf = outcomesOf(model);
	const draw = new Float64Array(samplers.length + 1).fill(1);
	const values = model.figures.map(() => new Float64Array(draws));
	for (let n = 0; n < draws; n++) {
		samplers.forEach((sample, index) => (draw[index + 1] = sample()));
		outcomeOf(draw).forEach((value, figure) => {
			const own = values[figure];
			if (own) own[n] = value;
		});
		if ((n + 1) % BATCH === 0) onDrawn(n + 1);
	}
	const reached = model.figures.flatMap((figure, index) =>
		figure.kind === 'target'
			? [
					{
						target: figure.target,
						...frequency(values[index], (tonnes) => tonnes >= figure.needed - A_GRAM)
					}
				]
			: []
	);
	const gaps = values[model.figures.findIndex(({ kind }) => kind === 'gap')];
	return {
		draws,
		reached,
		allFunded: gaps?.some(Number.isNaN) ? null : frequency(gaps, (gap) => gap < HALF_AN_ORE),
		spreads: model.figures.map((figure, index) => spreadOf(figure, values[index]))
	};
}

function frequency(
	values: Float64Array = new Float64Array(),
	holds: (value: number) => boolean
): Frequency {
	const times = values.reduce((count, value) => count + (holds(value) ? 1 : 0), 0);
	const share = times / values.length;
	return { times, share, standardError: Math.sqrt((share * (1 - share)) / values.length) };
}

/** Draws without the figure are sorted as the worst of a cost per tonne; a gap that is not always known is not known. */
function spreadOf(figure: RiskFigure, values: Float64Array = new Float64Array()): Spread {
	const missing = values.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
	const isRatio = figure.kind === 'costPerTonne';
	if (missing > 0 && !isRatio)
		return { figure, mean: null, p10: null, p50: null, p90: null, missing };
	// NaN sorts last.
	const sorted = values.slice().sort();
	const quantile = (percent: number) => quantileOf(sorted, percent / 100);
	return {
		figure,
		mean: isRatio ? null : meanOf(values),
		p10: quantile(10),
		p50: quantile(50),
		p90: quantile(90),
		missing
	};
}

function meanOf(values: Float64Array): Quantile {
	const count = values.length;
	const value = values.reduce((sum, one) => sum + one, 0) / count;
	const squares = values.reduce((sum, one) => sum + (one - value) ** 2, 0);
	return { value, standardError: count > 1 ? Math.sqrt(squares / (count - 1) / count) : null };
}

/**
 * The least value that a share of the draws stays at or below. Its standard error is half the distance between the values a
 * binomial standard error of the rank away on either side.
 */
function quantileOf(sorted: Float64Array, share: number): Quantile | null {
	const count = sorted.length;
	const at = (rank: number) => sorted[Math.min(count - 1, Math.max(0, Math.ceil(rank) - 1))] ?? NaN;
	const rank = share * count;
	const off = Math.sqrt(count * share * (1 - share));
	const value = at(rank);
	if (Number.isNaN(value)) return null;
	const standardError = (at(rank + off) - at(rank - off)) / 2;
	return { value, standardError: count > 1 && !Number.isNaN(standardError) ? standardError : null };
}
