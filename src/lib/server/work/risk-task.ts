import type { Plan, SharedRange } from '../../core/plan/plan.ts';
import type { Distribution } from '../../core/uncertainty/distributions.ts';
import { isHighBad, type RiskFigure } from '../../core/uncertainty/risk-figures.ts';
import { riskModel } from '../../core/uncertainty/risk-model.ts';
import {
	sensitivity,
	statedFigures,
	type FigureTornado
} from '../../core/uncertainty/sensitivity.ts';
import { simulate, type Quantile, type Spread } from '../../core/uncertainty/simulate.ts';
import { isOpen, type Uncertain } from '../../core/uncertainty/uncertain.ts';
import { samplers } from './sampling.ts';

/** How a risk is reckoned. */
export type RiskAsk = {
	readonly portfolio: string;
	readonly draws: number;
	readonly seed: number;
	readonly distribution: Distribution;
};

/** A figure and its standard error: kronor to the öre, tonnes to the kilogram. */
export type FileQuantile = { readonly value: number; readonly standardError: number | null };

export type FileSpread = {
	readonly figure: FigureName;
	/** Which way is bad: a high gap or cost, low tonnes. null: a cost per tonne that may be below zero ranks nothing (METHODS §6). */
	readonly bad: 'high' | 'low' | null;
	/** With everything as it is stated, awards weighed by their probability; null: not known. */
	readonly stated: number | null;
	readonly mean: FileQuantile | null;
	readonly p10: FileQuantile | null;
	readonly p50: FileQuantile | null;
	readonly p90: FileQuantile | null;
	/** Draws in which the figure is not there. */
	readonly missing: number;
};

/** A figure by name: the kind, and the target or the year that it is of. */
export type FigureName = {
	readonly kind: RiskFigure['kind'];
	readonly target?: string;
	readonly year?: number;
};

/** What is uncertain: of one measure, shared, or an award by its first line. */
type FileUncertain = { readonly kind: Uncertain['kind']; readonly name: string } & (
	| { readonly range: readonly [number, number, number] }
	| { readonly probability: number; readonly lines: readonly string[] }
);

type FileChance = {
	readonly times: number;
	readonly share: number;
	readonly standardError: number;
};

/** The risk of a portfolio, as text can carry it. */
export type RiskFile = {
	readonly format: 'klimatportfolj-risk';
	readonly version: 1;
	readonly plan: string;
	readonly portfolio: string;
	readonly draws: number;
	readonly seed: number;
	readonly distribution: Distribution;
	readonly figures: readonly FileSpread[];
	readonly reached: readonly (FileChance & { readonly target: string })[];
	/** How often nothing is missing; null: own money is unknown in some year. */
	readonly allFunded: FileChance | null;
	readonly tornados: readonly {
		readonly figure: FigureName;
		readonly base: number | null;
		readonly swings: readonly {
			readonly kind: Uncertain['kind'];
			readonly name: string;
			readonly low: number | null;
			readonly high: number | null;
		}[];
	}[];
	readonly uncertain: readonly FileUncertain[];
	/** Measures that nothing uncertain touches, and shared ranges that nothing in the portfolio hangs on. */
	readonly certain: readonly string[];
	readonly idle: readonly Pick<SharedRange, 'of' | 'name'>[];
	/** What is unknown and so in no figure: cost items, and measures by effect. */
	readonly unknown: { readonly costs: readonly string[]; readonly effects: readonly string[] };
	readonly seconds: number;
};

/** Reckons the risk of a portfolio. Throws DomainError `unknown-portfolio`. */
export function riskFor(
	plan: Plan,
	{ portfolio, draws, seed, distribution }: RiskAsk,
	onProgress: (progress: { readonly drawn: number }) => void = () => undefined
): RiskFile {
	const started = performance.now();
	const model = riskModel(plan, portfolio);
	const { spreads, reached, allFunded } = simulate(
		model,
		samplers(distribution, seed),
		draws,
		(drawn) => onProgress({ drawn })
	);
	const nameOf = named(plan);
	const stated = statedFigures(model);
	return {
		format: 'klimatportfolj-risk',
		version: 1,
		plan: plan.settings.name,
		...{ portfolio, draws, seed, distribution },
		figures: spreads.map((spread, index) =>
			spreadFile(spread, nameOf(spread.figure), stated[index] ?? NaN)
		),
		reached,
		allFunded,
		tornados: sensitivity(model).map((one) => tornadoFile(one, nameOf(one.figure))),
		uncertain: model.uncertain.filter(isOpen).map(uncertainFile),
		certain: model.certain,
		idle: model.idle.map(({ of, name }) => ({ of, name })),
		unknown: { costs: model.evaluation.unknown.costs, effects: model.evaluation.unknown.effects },
		seconds: Number(((performance.now() - started) / 1000).toFixed(2))
	};
}

function named(plan: Plan): (figure: RiskFigure) => FigureName {
	return (figure) => {
		if (figure.kind === 'target') return { kind: figure.kind, target: figure.target };
		return figure.kind === 'gapYear'
			? { kind: figure.kind, year: plan.settings.firstYear + figure.place }
			: { kind: figure.kind };
	};
}

function spreadFile(
	{ figure, mean, p10, p50, p90, missing }: Spread,
	name: FigureName,
	stated: number
): FileSpread {
	const decimals = decimalsOf(figure);
	const rounded = (one: Quantile | null) =>
		one && {
			value: round(one.value, decimals),
			standardError: one.standardError === null ? null : round(one.standardError, decimals)
		};
	return {
		figure: name,
		bad: badEnd(figure, p10),
		stated: finite(stated, decimals),
		mean: rounded(mean),
		p10: rounded(p10),
		p50: rounded(p50),
		p90: rounded(p90),
		missing
	};
}

/** Kronor per tonne below zero rank fewer tonnes as better, so then no end is the bad one. */
function badEnd(figure: RiskFigure, p10: Quantile | null): FileSpread['bad'] {
	if (figure.kind === 'costPerTonne' && p10 !== null && p10.value < 0) return null;
	return isHighBad(figure) ? 'high' : 'low';
}

function tornadoFile({ figure, base, swings }: FigureTornado, name: FigureName) {
	const rounded = (value: number) => finite(value, decimalsOf(figure));
	return {
		figure: name,
		base: base === null ? null : rounded(base),
		swings: swings.slice(0, MOST_SWINGS).map(({ uncertain, low, high }) => ({
			kind: uncertain.kind,
			name: uncertain.name,
			low: rounded(low),
			high: rounded(high)
		}))
	};
}

/** So many of what matters most are kept. */
const MOST_SWINGS = 15;

function decimalsOf({ kind }: RiskFigure): number {
	return kind === 'tonnes' || kind === 'target' ? 3 : 2;
}

function finite(value: number, decimals: number): number | null {
	return Number.isFinite(value) ? round(value, decimals) : null;
}

function round(value: number, decimals: number): number {
	return Number(value.toFixed(decimals));
}

function uncertainFile(one: Uncertain): FileUncertain {
	const { kind, name } = one;
	if (one.kind === 'award')
		return { kind, name, probability: Number(one.probability), lines: one.lines };
	const [low, mode, high] = one.range;
	return { kind, name, range: [Number(low), Number(mode), Number(high)] };
}
