import { ZERO, settled, type Decimal } from '../../core/decimal.ts';
import { totalOf, type NullableSeries } from '../../core/funding/gap.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Evaluation } from '../../core/portfolio/evaluation.ts';
import { permit, today, type Context } from './context.ts';
import { callRows } from './call-rows.ts';
import { callsFor } from './catalogue.ts';
import { loadPlan } from './plan-cache.ts';
import { chosen, type Chosen } from './chosen-portfolio.ts';

/** Need, what is secured, what is missing, and the path against the targets. */
export function overviewPage(ctx: Context, planId: string, portfolioId: string | null) {
	const found = chosen(ctx, planId, portfolioId);
	if (!found) return { portfolio: null };
	return found.view('overview', found.portfolio.id, () => overview(found));
}

function overview({ plan, portfolio, evaluation }: Chosen) {
	const { gap, operating } = evaluation;
	return {
		portfolio: { id: portfolio.id, name: portfolio.name },
		years: evaluation.years,
		need: evaluation.need.total,
		capacity: evaluation.ownCapacity.total,
		secured: evaluation.funding.secured.total,
		gap: {
			secured: gap.secured.total,
			expected: gap.expected.total,
			planned: gap.planned.total,
			method: gap.expected.method.kind
		},
		worstYear: worstYear(evaluation),
		allFunded: evaluation.allFunded.probability,
		operating: {
			effect: summed(operating.secured.effectPerYear),
			headroom: summed(operating.secured.headroomPerYear),
			driftgap: summed(evaluation.driftgap.perYear),
			liquidity: summed(evaluation.liquidity.perYear)
		},
		peakBridging: evaluation.liquidity.peakBridging,
		path: pathFigures(plan, evaluation),
		targets: evaluation.targets.map((target) => ({
			...target,
			reference: target.reference && settled(target.reference),
			abatement: target.abatement && settled(target.abatement),
			residual: target.residual && settled(target.residual),
			gap: target.gap && settled(target.gap),
			name: plan.targets.find(({ id }) => id === target.id)?.name ?? target.id
		})),
		unknown: evaluation.unknown,
		warnings: evaluation.warnings.map(({ code, where, text }) => ({ code, where, text }))
	};
}

/** Calls of the programmes that the plan's lines name, which are not over. */
export function planDeadlines(ctx: Context, planId: string) {
	const { organisationId } = permit(ctx, 'plan.read');
	const { plan } = loadPlan(ctx, planId);
	const named = new Set(plan.funding.map(({ programme }) => programme));
	const calls = callsFor(ctx.db, organisationId).filter(({ programme }) => named.has(programme));
	return callRows(ctx, organisationId, calls, today(ctx))
		.filter(({ state }) => state !== 'closed')
		.map(({ id, name, programmeName, state, opens, closes, daysLeft }) => ({
			id,
			name,
			programmeName,
			state,
			opens,
			closes,
			daysLeft
		}));
}

/** A row of a table: what cut divisions leave does not travel. */
function summed(perYear: NullableSeries) {
	return { perYear: perYear.map((value) => value && settled(value)), total: totalOf(perYear) };
}

function worstYear(evaluation: Evaluation): { year: number; gap: Decimal } | null {
	let worst: { year: number; gap: Decimal } | null = null;
	evaluation.gap.secured.perYear.forEach((gap, index) => {
		const year = evaluation.years[index];
		if (gap && year !== undefined && gap.gt(worst?.gap ?? ZERO)) worst = { year, gap };
	});
	return worst;
}

/** Emissions without and with the portfolio, in the gas of the plan's first territorial target. */
function pathFigures(plan: Plan, evaluation: Evaluation) {
	const gas = plan.targets.find(({ scope }) => scope === 'territorial')?.gas ?? 'CO2e';
	const { reference, residual } = evaluation.emissions[gas];
	const targets = plan.targets.flatMap((target) => {
		const isShown = target.scope === 'territorial' && target.gas === gas && target.targetTonnes;
		return isShown ? [{ year: target.targetYear, tonnes: isShown, name: target.name }] : [];
	});
	return {
		gas,
		reference: reference && reference.map(settled),
		residual: residual && residual.map(settled),
		targets
	};
}
