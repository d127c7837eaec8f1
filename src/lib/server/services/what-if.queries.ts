import { ZERO, type Decimal } from '../../core/decimal.ts';
import { imaginedOutcomes, withOutcomes, type ImaginedOutcome } from '../../core/plan/outcomes.ts';
import type { Application, Plan } from '../../core/plan/plan.ts';
import { evaluate } from '../../core/portfolio/evaluate.ts';
import type { Evaluation } from '../../core/portfolio/evaluation.ts';
import { fallenMeasures } from '../../core/portfolio/fallen-measures.ts';
import { gapSpread } from '../../core/portfolio/gap-spread.ts';
import { chosen, type Chosen } from './chosen-portfolio.ts';
import type { Context } from './context.ts';

/** So many applications are lost one by one, those that ask most. */
const MOST_STRESSED = 20;

/** What if: applications imagined won, lost or late; each lost alone; and how the gap spreads over all outcomes. */
export function whatIfPage(
	ctx: Context,
	planId: string,
	portfolioId: string | null,
	wanted: ReadonlyMap<string, string>
) {
	const found = chosen(ctx, planId, portfolioId);
	if (!found) return { portfolio: null };
	const { plan, portfolio, evaluation } = found;
	const own = ofPortfolio(found);
	const imagined = new Map(
		own.flatMap(({ id }) => {
			const outcome = imaginedOutcomes.find((one) => one === wanted.get(id));
			return outcome ? [[id, outcome] as const] : [];
		})
	);
	const after = imagined.size === 0 ? null : evaluate(withOutcomes(plan, imagined), portfolio.id);
	return {
		portfolio: { id: portfolio.id, name: portfolio.name },
		years: evaluation.years,
		applications: own.map((one) => ({
			...shortOf(one),
			status: one.status,
			imagined: imagined.get(one.id) ?? null
		})),
		before: figuresOf(evaluation),
		after: after && figuresOf(after),
		fallen: after ? namedFalls(found, imagined, after) : [],
		...found.view('what-if', portfolio.id, () => ({
			spread: gapSpread(plan, portfolio, evaluation),
			stress: stressOf(found, own)
		})),
		allFunded: evaluation.allFunded
	};
}

/** Applications that pay for the portfolio's measures and are listed. */
function ofPortfolio({ plan, portfolio }: Chosen): Application[] {
	const inPortfolio = new Set(portfolio.measures);
	const paying = new Set(
		plan.funding.flatMap(({ application, measure }) =>
			application !== undefined && inPortfolio.has(measure) ? [application] : []
		)
	);
	return plan.applications.filter(({ id }) => paying.has(id));
}

function shortOf({ id, name, probability }: Application) {
	return { id, name, probability };
}

function figuresOf({ gap, liquidity }: Evaluation) {
	return {
		gap: {
			secured: gap.secured,
			expected: { perYear: gap.expected.perYear, total: gap.expected.total },
			planned: gap.planned
		},
		liquidity: liquidity.perYear
	};
}

function namedFalls(
	{ plan, portfolio, evaluation }: Chosen,
	imagined: ReadonlyMap<string, ImaginedOutcome>,
	after: Evaluation
) {
	const names = new Map(plan.measures.map(({ id, name }) => [id, name]));
	return fallenMeasures(plan, portfolio, imagined, evaluation, after).map((one) => ({
		...one,
		name: names.get(one.id) ?? { sv: '', en: '' }
	}));
}

/** Each open application lost alone: how much the gap then grows if all else is won, the worst first. */
function stressOf(found: Chosen, own: readonly Application[]) {
	const { plan, portfolio, evaluation } = found;
	const open = own.filter(({ status }) => status === 'planned' || status === 'applied');
	const asks = new Map(open.map(({ id }) => [id, askedBy(plan, id)]));
	const stressed = [...open]
		.sort((a, b) => (asks.get(b.id) ?? ZERO).cmp(asks.get(a.id) ?? ZERO))
		.slice(0, MOST_STRESSED);
	const rows = stressed.map((one) => {
		const imagined = new Map([[one.id, 'lost' as const]]);
		const after = evaluate(withOutcomes(plan, imagined), portfolio.id);
		return {
			...shortOf(one),
			gap: after.gap.planned.total,
			more: difference(after.gap.planned.total, evaluation.gap.planned.total),
			expectedMore: difference(after.gap.expected.total, evaluation.gap.expected.total),
			fallen: fallenMeasures(plan, portfolio, imagined, evaluation, after).map(({ id }) => id)
		};
	});
	return {
		rows: rows.sort((a, b) => (b.more ?? ZERO).cmp(a.more ?? ZERO)),
		open: open.length
	};
}

function difference(a: Decimal | null, b: Decimal | null): Decimal | null {
	return a && b ? a.minus(b) : null;
}

/** Kronor or euro that an application's lines ask, to tell large from small. */
function askedBy({ funding }: Plan, id: string): Decimal {
	return funding
		.filter(({ application }) => application === id)
		.flatMap(({ amounts }) => amounts)
		.reduce((sum, { amount }) => sum.plus(amount ?? ZERO), ZERO);
}
