import { ZERO, settled } from '../../core/decimal.ts';
import { headlineTarget } from '../../core/portfolio/compare.ts';
import {
	maccCurve,
	maccViews,
	type MaccBasis,
	type MaccView
} from '../../core/portfolio/macc-view.ts';
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
		carbonValue: plan.settings.carbonValue.perTonne,
		carbonValueSource: plan.settings.carbonValue.source,
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
