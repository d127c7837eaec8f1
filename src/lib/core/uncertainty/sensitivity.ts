import type { RiskFigure } from './risk-figures.ts';
import type { RiskModel } from './risk-model.ts';
import { outcomesOf } from './risk-outcome.ts';
import { swingOf, tornados, type Swing } from './tornado.ts';
import type { Uncertain } from './uncertain.ts';

/** What one uncertainty does to a figure between its ends. */
type UncertainSwing = Omit<Swing, 'name'> & { readonly uncertain: Uncertain };

export type FigureTornado = {
	readonly figure: RiskFigure;
	/** Everything at its most likely, an award won where that is as likely as not; null: not known then. */
	readonly base: number | null;
	/** The largest first; what moves the figure by nothing is left out. */
	readonly swings: readonly UncertainSwing[];
};

/** What matters most for each figure but those of single years: one uncertainty at a time from end to end, an award from lost to won. */
export function sensitivity(model: RiskModel): FigureTornado[] {
	const outcomeOf = outcomesOf(model);
	const ends = model.uncertain.map((uncertain, place) => ({
		name: String(place).padStart(PLACES, '0'),
		...endsOf(uncertain)
	}));
	const { base, swings } = tornados(model.uncertain.map(usualOf), ends, (values) =>
		Array.from(outcomeOf(Float64Array.of(1, ...values)))
	);
	return model.figures.flatMap((figure, index): FigureTornado[] =>
		figure.kind === 'gapYear'
			? []
			: [
					{
						figure,
						base: known(base[index]),
						swings: (known(base[index]) === null ? [] : (swings[index] ?? [])).flatMap(
							({ name, low, high }) => {
								const uncertain = model.uncertain[Number(name)];
								const moves = swingOf({ name, low, high }) > NO_SWING;
								return uncertain && moves ? [{ uncertain, low, high }] : [];
							}
						)
					}
				]
	);
}

/**
 * The figures with everything as it is stated, in the order of the model's: gaps as they are expected over the awards, which
 * is not the gap at expected money (METHODS §14, rule 13); costs with each award by its probability. NaN: not known.
 */
export function statedFigures(model: RiskModel): number[] {
	const stated = model.uncertain.map((one) => (one.kind === 'award' ? Number(one.probability) : 1));
	const { total, perYear } = model.evaluation.gap.expected;
	const outcome = outcomesOf(model)(Float64Array.of(1, ...stated));
	return model.figures.map((figure, index) => {
		if (figure.kind === 'gap') return Number(total ?? NaN);
		return figure.kind === 'gapYear'
			? Number(perYear[figure.place] ?? NaN)
			: (outcome[index] ?? NaN);
	});
}

const AS_LIKELY_AS_NOT = 0.5;

function known(value: number | undefined): number | null {
	return value === undefined || Number.isNaN(value) ? null : value;
}

const PLACES = 6;
/** What is left of plain numbers that should have cancelled. */
const NO_SWING = 1e-6;

function usualOf(uncertain: Uncertain): number {
	if (uncertain.kind === 'award') return uncertain.probability.gte(AS_LIKELY_AS_NOT) ? 1 : 0;
	return Number(uncertain.range[1]);
}

function endsOf(uncertain: Uncertain): { readonly low: number; readonly high: number } {
	if (uncertain.kind === 'award') return { low: 0, high: 1 };
	const [low, , high] = uncertain.range;
	return { low: Number(low), high: Number(high) };
}
