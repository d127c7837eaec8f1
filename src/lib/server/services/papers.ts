import { hiddenIn, publicPlan } from '../../core/plan/public.ts';
import type { Plan, Portfolio } from '../../core/plan/plan.ts';
import type { Programme } from '../../core/plan/programme.ts';
import { comparedFigures, headlineTarget } from '../../core/portfolio/compare.ts';
import type { PaperSource } from '../../papers/source.ts';
import { briefOf } from './brief.queries.ts';
import { figuresOf } from './plan-cache.ts';
import type { PlanSource } from './plan-source.ts';

type Of = {
	readonly programmes: readonly Programme[];
	readonly now: number;
	/** null: read from a file. */
	readonly version: number | null;
};

/** What papers of a portfolio are made of, from a plan as its members see it. */
export function paperSource(source: PlanSource, portfolio: Portfolio, of: Of): PaperSource {
	return sourceOf(source, portfolio, hiddenInAll(source.plan), { ...of, isPublic: false });
}

/** The same without what may be secret: in no list and in no sum. Who answers for a measure stays. */
export function publicPaperSource(source: PlanSource, portfolio: Portfolio, of: Of): PaperSource {
	const hidden = hiddenInAll(source.plan);
	const plan = withOwners(publicPlan(source.plan), source.plan);
	const isSame = hidden.measures + hidden.amounts === 0;
	const shown = plan.portfolios.find(({ id }) => id === portfolio.id) ?? portfolio;
	return sourceOf(
		{
			...source,
			...figuresOf(plan),
			hiddenOf: (id) => hiddenIn(source.plan, [id]),
			// What was reckoned of all of it would tell of what is left out.
			riskOf: isSame ? source.riskOf : () => null
		},
		shown,
		hidden,
		{ ...of, isPublic: true }
	);
}

function hiddenInAll(plan: Plan) {
	return hiddenIn(
		plan,
		plan.portfolios.map(({ id }) => id)
	);
}

function withOwners(plan: Plan, { measures }: Plan): Plan {
	const owners = new Map(measures.map(({ id, owner }) => [id, owner]));
	return {
		...plan,
		measures: plan.measures.map((one) => ({ ...one, owner: owners.get(one.id) ?? '' }))
	};
}

function sourceOf(
	source: PlanSource,
	portfolio: Portfolio,
	hidden: PaperSource['hidden'],
	{ programmes, now, version, isPublic }: Of & { readonly isPublic: boolean }
): PaperSource {
	const { plan, evaluation } = source;
	const target = headlineTarget(plan)?.id ?? null;
	return {
		plan,
		portfolio,
		evaluation: evaluation(portfolio.id),
		others: plan.portfolios.map((one) => ({
			id: one.id,
			name: one.name,
			figures: comparedFigures(plan, one, evaluation(one.id), target)
		})),
		brief: briefOf(source, portfolio, now),
		programmes,
		hidden,
		isPublic,
		version
	};
}
