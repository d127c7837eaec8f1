import { carbonPrices } from '../../core/abatement/carbon-value.ts';
import { ZERO, settled } from '../../core/decimal.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { headlineTarget } from '../../core/portfolio/compare.ts';
import {
	maccCurve,
	maccViews,
	type MaccBasis,
	type MaccView
} from '../../core/portfolio/macc-view.ts';
import { at } from '../../core/years.ts';
import { chosen, type Chosen } from './chosen-portfolio.ts';
import type { Context } from './context.ts';

export type MaccWishes = {
	readonly portfolio: string | null;
	readonly view: string | null;
	/** A year, or null for the plan's years together. */
	readonly year: string | null;
};

/** The abatement cost curve of a portfolio in a view, with the measures that have no place on it. */
export function maccPage(ctx: Context, planId: string, wishes: MaccWishes) {
	const found = chosen(ctx, planId, wishes.portfolio);
	if (!found) return { portfolio: null };
	const view = maccViews.find((one) => one === wishes.view) ?? 'all';
	const year = found.evaluation.years.find((one) => String(one) === wishes.year);
	const basis: MaccBasis = year === undefined ? { kind: 'lifetime' } : { kind: 'year', year };
	return found.view(`macc ${view} ${year ?? ''}`, found.portfolio.id, () =>
		macc(found, view, basis)
	);
}

/** The carbon value that the curve's line shows: of its year, or of the plan's first, with the source of the point before. */
function carbonValueIn({ settings }: Plan, year: number) {
	const { carbonValue, firstYear, lastYear } = settings;
	const prices = carbonPrices(carbonValue, { firstYear, lastYear });
	const point = carbonValue.points?.findLast((one) => one.year <= year) ?? carbonValue.points?.[0];
	return {
		carbonValue: settled(at(prices, year - firstYear)),
		carbonValueYear: year,
		carbonValueSource: point?.source || carbonValue.source
	};
}

function macc({ plan, portfolio, evaluation }: Chosen, view: MaccView, basis: MaccBasis) {
	const names = new Map(plan.measures.map(({ id, name }) => [id, name]));
	const figures = new Map(evaluation.measures.map((measure) => [measure.id, measure]));
	const curve = maccCurve(plan, portfolio.id, view, basis);
	const target = headlineTarget(plan);
	const own = evaluation.targets.find(({ id }) => id === target?.id);
	let cumulative = ZERO;
	return {
		portfolio: { id: portfolio.id, name: portfolio.name },
		view,
		year: basis.kind === 'year' ? basis.year : null,
		years: evaluation.years,
		targetYear: target?.targetYear ?? null,
		...carbonValueIn(plan, basis.kind === 'year' ? basis.year : plan.settings.firstYear),
		/** Tonnes that must go in the target year for the target to be met; only where that year is shown. */
		needed:
			target && own?.reference && own.target && basis.kind === 'year' && basis.year === own.year
				? { name: target.name, tonnes: settled(own.reference.minus(own.target)) }
				: null,
		steps: curve.steps.map((step) => ({
			...step,
			costPerTonne: settled(step.costPerTonne),
			cumulative: (cumulative = cumulative.plus(step.tonnes)),
			name: names.get(step.measure) ?? null,
			costPerTonneUndiscounted: figures.get(step.measure)?.costPerTonneUndiscounted ?? null
		})),
		unranked: curve.unranked.map((entry) => ({
			...entry,
			name: names.get(entry.measure) ?? null,
			netCost: figures.get(entry.measure)?.netCost ?? null
		}))
	};
}
