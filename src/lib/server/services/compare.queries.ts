import { carbonPrices } from '../../core/abatement/carbon-value.ts';
import { Decimal, ZERO, settled } from '../../core/decimal.ts';
import { payers, type Plan, type Portfolio } from '../../core/plan/plan.ts';
import {
	coBenefitsOf,
	comparedFigures,
	cumulativeCredits,
	headlineTarget,
	isMetAlone,
	memberships
} from '../../core/portfolio/compare.ts';
import { followers } from '../../core/portfolio/assumptions.ts';
import { differences } from '../../core/portfolio/differences.ts';
import type { Context } from './context.ts';
import { NotFoundError } from './errors.ts';
import { ownSource, type PlanSource } from './plan-source.ts';
import { betweenOf } from './risks.ts';

export const MOST_COMPARED = 6;

/** What is compared: the portfolios, and which of them is held against the first, change by change. */
type Compared = { readonly with: readonly string[]; readonly against: string | null };

/** Two to six portfolios side by side: the figures, the years on the same axes, and what differs in them. */
export function comparePage(ctx: Context, planId: string, wanted: Compared) {
	return comparison(ownSource(ctx, planId), wanted);
}

/** The same of any source. */
export function comparison(source: PlanSource, wanted: Compared) {
	const { plan } = source;
	const ids = wanted.with.length > 0 ? wanted.with : plan.portfolios.map(({ id }) => id);
	const chosen = [...new Set(ids)].slice(0, MOST_COMPARED).map((id) => portfolioOf(plan, id));
	const target = headlineTarget(plan);
	const [first, ...others] = chosen;
	const other = others.find(({ id }) => id === wanted.against);
	return {
		years: plan.portfolios[0] ? source.evaluation(plan.portfolios[0].id).years : [],
		target: target && {
			id: target.id,
			name: target.name,
			year: target.targetYear,
			isMetAlone: chosen.some((one) => isMetAlone(source.evaluation(one.id), target.id))
		},
		all: plan.portfolios.map(({ id, name }) => ({ id, name })),
		portfolios: chosen.map((one) => compared(source, one)),
		commitments: allCommitments(plan),
		hasJoint: plan.measures.some(
			({ id, jointWith }) =>
				jointWith.length > 0 && chosen.some(({ measures }) => measures.includes(id))
		),
		assumed: {
			discountRate: plan.settings.discountRate,
			carbonValue: carbonPrices(plan.settings.carbonValue, plan.settings)[0] ?? ZERO,
			followElectricity: followers(plan, 'electricity')
		},
		memberships: memberships(plan, chosen).map((row) => ({
			...row,
			name: nameOf(plan, row.measure)
		})),
		difference: first && other ? differenceOf(source, first, other) : null
	};
}

function portfolioOf({ portfolios }: Plan, id: string): Portfolio {
	const found = portfolios.find((one) => one.id === id);
	if (!found) throw new NotFoundError(`No portfolio ${id} in the plan.`);
	return found;
}

function nameOf({ measures }: Plan, id: string) {
	return measures.find((one) => one.id === id)?.name ?? { sv: '', en: '' };
}

function allCommitments({ measures }: Plan): number {
	return new Set(measures.flatMap(({ commitments }) => commitments)).size;
}

function compared(source: PlanSource, portfolio: Portfolio) {
	const { plan, evaluation } = source;
	const own = evaluation(portfolio.id);
	const hidden = source.hiddenOf(portfolio.id);
	const target = headlineTarget(plan);
	return {
		id: portfolio.id,
		name: portfolio.name,
		figures: comparedFigures(plan, portfolio, own, target?.id ?? null),
		isPartlyHidden: hidden.measures + hidden.amounts > 0,
		chance: chanceOf(source, portfolio.id, target?.id ?? null),
		gapPerYear: own.gap.secured.perYear,
		tonnesCumulative: cumulativeCredits(own).map(settled),
		/** What each payer pays (above zero) or gains over the plan's years after secured grants. */
		balances: payers.map((payer) => ({
			payer,
			net: own.whoPays.find((one) => one.payer === payer)?.net ?? null
		})),
		coBenefits: [...coBenefitsOf(plan, portfolio)].map(([name, measures]) => ({ name, measures })),
		curve: own.macc.steps.map(({ measure, tonnes, costPerTonne }) => ({
			measure,
			name: nameOf(plan, measure),
			tonnes,
			costPerTonne
		}))
	};
}

/** How likely it is that the target is reached, as its risk was reckoned last; null: nobody has. */
function chanceOf({ riskOf }: PlanSource, portfolioId: string, targetId: string | null) {
	const risk = riskOf(portfolioId);
	const found = risk?.file.reached.find(({ target }) => target === targetId);
	if (!risk || !found) return null;
	return {
		share: new Decimal(found.share),
		standardError: found.standardError,
		tonnes: betweenOf(risk.file, 'target', found.target),
		draws: risk.file.draws,
		isOld: risk.isOld
	};
}

function differenceOf({ plan, view }: PlanSource, first: Portfolio, second: Portfolio) {
	return view('difference', JSON.stringify([first.id, second.id]), () => {
		const target = headlineTarget(plan);
		const found = differences(plan, first, second, target?.id ?? null);
		return {
			...found,
			first: { id: first.id, name: first.name },
			second: { id: second.id, name: second.name },
			rows: found.rows.map((row) => ({ ...row, name: nameOf(plan, row.measure) }))
		};
	});
}
