import { settled } from '../../core/decimal.ts';
import { checkedShares, inventoryTable } from '../../core/emissions/inventory.ts';
import { pace } from '../../core/emissions/pace.ts';
import type { Gas } from '../../core/plan/plan.ts';
import { wedges } from '../../core/portfolio/wedges.ts';
import { chosen } from './chosen-portfolio.ts';
import { may, permit, type Context } from './context.ts';
import { loadPlan } from './plan-cache.ts';
import { newerEmissions } from './sources.queries.ts';

export type EmissionWishes = {
	readonly portfolio: string | null;
	readonly gas: Gas;
	readonly by: 'sector' | 'measure';
};

/** The inventory with its releases side by side, the targets with their pace, and the path with the portfolio's wedges. */
export function emissionsPage(ctx: Context, planId: string, wishes: EmissionWishes) {
	const { plan } = loadPlan(ctx, planId);
	const found = chosen(ctx, planId, wishes.portfolio);
	const paces = plan.targets.map((target) => ({ target, own: pace(plan, target) }));
	return {
		mayEdit: may(ctx.actor, 'plan.edit'),
		news: newerEmissions(ctx, permit(ctx, 'plan.read').organisationId, plan),
		gas: wishes.gas,
		by: wishes.by,
		inventory: inventoryTable(plan, wishes.gas),
		shares: checkedShares(plan)
			.map((share, place) => ({ ...share, place }))
			.filter(({ gas }) => gas === wishes.gas),
		paces: paces.flatMap(({ target, own }) =>
			own ? [{ ...own, name: target.name, year: target.targetYear }] : []
		),
		withoutPace: paces.flatMap(({ target, own }) => (own ? [] : [target.name])),
		targets: found
			? found.evaluation.targets.map((target) => ({
					...target,
					reference: target.reference && settled(target.reference),
					abatement: target.abatement && settled(target.abatement),
					residual: target.residual && settled(target.residual),
					gap: target.gap && settled(target.gap),
					name: plan.targets.find(({ id }) => id === target.id)?.name ?? target.id
				}))
			: [],
		references: plan.reference.map(({ sector, yearlyChange, baseYear, vintage, source, note }) => ({
			sector,
			yearlyChange,
			baseYear,
			vintage,
			source,
			note
		})),
		path: found && pathOf(found, wishes)
	};
}

function pathOf(
	{ plan, portfolio, evaluation }: NonNullable<ReturnType<typeof chosen>>,
	{ gas, by }: EmissionWishes
) {
	const { reference, residual } = evaluation.emissions[gas];
	const names = new Map(plan.measures.map(({ id, name }) => [id, name]));
	return {
		portfolio: portfolio.name,
		years: evaluation.years,
		reference: reference && reference.map(settled),
		residual: residual && residual.map(settled),
		wedges: wedges(plan, evaluation, gas, by).map((wedge) => ({
			...wedge,
			name: by === 'measure' ? (names.get(wedge.id) ?? null) : null
		})),
		targets: plan.targets.flatMap((target) =>
			target.scope === 'territorial' && target.gas === gas && target.targetTonnes
				? [{ year: target.targetYear, tonnes: target.targetTonnes, name: target.name }]
				: []
		)
	};
}
