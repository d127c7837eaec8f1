import type { FormValues } from '../../input/forms/field-reader.ts';
import { ends, readRiskForm, readSharedRanges } from '../../input/forms/risk-form.ts';
import type { Problem } from '../../core/plan/problem.ts';
import { writePlanFile } from '../../input/plan-file/write.ts';
import type { RiskTask } from '../work/risk-worker.ts';
import { catalogueDocuments } from './catalogue.ts';
import { chosen } from './chosen-portfolio.ts';
import { permit, type Context, type Member } from './context.ts';
import { InvalidInputError } from './errors.ts';
import { BESIDE_MS, assertMayStart, longWork, stateOf, workKey } from './long-work.ts';
import { loadPlan } from './plan-cache.ts';
import type { RiskSubject } from './risks.ts';
import { saveSections } from './sections.commands.ts';

/** Begins to reckon the risk of a portfolio, in a thread of its own; the result is kept with the plan. Throws InvalidInputError by field. */
export function startRisk(
	ctx: Context,
	planId: string,
	portfolioId: string | null,
	values: FormValues
): void {
	const actor = permit(ctx, 'plan.edit');
	const loaded = loadPlan(ctx, planId);
	const portfolio = chosen(ctx, planId, portfolioId)?.portfolio;
	const { ask: how, errors } = readRiskForm(values);
	if (!portfolio) throw new InvalidInputError({ form: NO_PORTFOLIO });
	if (Object.keys(errors).length > 0) throw new InvalidInputError(errors);
	const key = riskKey(actor, planId, portfolio.id);
	assertMayStart(ctx.db, key);
	const ask = { ...how, portfolio: portfolio.id };
	const data: RiskTask = {
		...ask,
		planFile: writePlanFile(loaded.plan),
		...catalogueDocuments(ctx.db, actor.organisationId)
	};
	const at = ctx.now();
	const subject: RiskSubject = {
		organisationId: actor.organisationId,
		planId,
		portfolioId: portfolio.id,
		state: stateOf(loaded),
		...{ at, ask, values }
	};
	longWork(ctx.db).risks.start(key, subject, { data, mostMs: BESIDE_MS, at });
}

/** Ends the reckoning; what was kept before stays. */
export function cancelRisk(ctx: Context, planId: string, portfolioId: string | null): void {
	const actor = permit(ctx, 'plan.edit');
	const portfolio = chosen(ctx, planId, portfolioId)?.portfolio;
	if (portfolio) longWork(ctx.db).risks.cancel(riskKey(actor, planId, portfolio.id));
}

export function riskKey(actor: Member, planId: string, portfolioId: string): string {
	return workKey(actor, planId, 'risk', portfolioId);
}

/** Saves the ranges of shared prices and emission factors. */
export function saveSharedRanges(
	ctx: Context,
	planId: string,
	{ version, values }: { readonly version: number; readonly values: FormValues }
): void {
	permit(ctx, 'plan.edit');
	const { plan } = loadPlan(ctx, planId);
	const carriers = plan.emissionFactors.map(({ carrier }) => carrier);
	const { ranges, errors } = readSharedRanges(values, carriers);
	const fieldOf = ([row, field, place]: Problem['path']) => {
		const range = ranges[Number(row)];
		if (!range) return null;
		return [
			range.of,
			range.name,
			field === 'range' ? (ends[Number(place)] ?? ends[0]) : field
		].join('.');
	};
	saveSections(ctx, planId, errors, [{ section: 'sharedRanges', after: ranges, version, fieldOf }]);
}

const NO_PORTFOLIO = {
	sv: 'Planen har ingen portfölj att räkna på. Skapa en först.',
	en: 'The plan has no portfolio to reckon. Make one first.'
};
