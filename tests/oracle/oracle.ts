import type { Payer, Plan } from '../../src/lib/core/plan/plan.ts';
import { creditedOf, creditsOf, type Credits } from './oracle-credit.ts';
import { emissions, type EmissionsOracle } from './oracle-emissions.ts';
import { gaps, summed, type GapOracle, type Summed } from './oracle-gap.ts';
import { macc, type MaccOracle } from './oracle-macc.ts';
import { measureFigures, type MeasureOracle } from './oracle-measures.ts';
import { budgetFigures, type BudgetOracle } from './oracle-operating.ts';
import {
	capexByPayer,
	sectors,
	whoPays,
	type PayerOracle,
	type SectorOracle
} from './oracle-payers.ts';
import { bookOf, ownFlow, type Book } from './oracle-book.ts';
import type { PlacedMeasure } from './oracle-place.ts';
import { times, together, type Yearly } from './oracle-time.ts';
import type { Rational } from './rational.ts';

/** Every figure of a portfolio as an exact fraction; series run over `years`; null is unknown. */
export type OracleFigures = {
	readonly years: readonly number[];
	readonly capex: Summed & { readonly byPayer: ReadonlyMap<Payer, Rational> };
	readonly gaps: GapOracle;
	readonly budget: BudgetOracle;
	readonly emissions: EmissionsOracle;
	/** In the default order of crediting. */
	readonly measures: readonly MeasureWithCredit[];
	readonly macc: MaccOracle;
	readonly sectors: readonly SectorOracle[];
	readonly whoPays: readonly PayerOracle[];
};

export type MeasureWithCredit = MeasureOracle & {
	readonly standAlone: Yearly | null;
	readonly credited: Yearly | null;
};

/** The method of METHODS section 14, and the settings beside its defaults, in exact fractions. */
export function oracle(plan: Plan, portfolioId: string): OracleFigures {
	const book = bookOf(plan, portfolioId);
	const figures = book.measures.map((measure) => measureFigures(book, measure));
	const credits = creditsOf(book, figures);
	return {
		years: book.clock.years,
		capex: {
			...summed(ownFlow(book, ({ kind }) => kind === 'capex')),
			byPayer: capexByPayer(book)
		},
		gaps: gaps(book),
		budget: budgetFigures(book),
		emissions: emissions(book, credits),
		measures: figures.flatMap((own, index) => {
			const measure = book.measures[index];
			return measure ? [{ ...own, ...tonnesPerYear(book, credits, measure) }] : [];
		}),
		macc: macc(book, figures, credits),
		sectors: sectors(book),
		whoPays: whoPays(book)
	};
}

/** Own share; nothing is said of a measure of whose effect a part is unknown. */
function tonnesPerYear(
	book: Book,
	credits: Credits,
	measure: PlacedMeasure
): Pick<MeasureWithCredit, 'standAlone' | 'credited'> {
	if (!measure.isEffectKnown) return { standAlone: null, credited: null };
	const effect = together(book.clock, [...measure.effects.values()]);
	return {
		standAlone: times(effect, measure.ownShare),
		credited: creditedOf(book, credits, measure)
	};
}
