import { Decimal } from '../../core/decimal.ts';
import type { Text } from '../../core/errors.ts';
import { awardOf } from '../../core/plan/application.ts';
import { sharedPrices, type Plan, type Range } from '../../core/plan/plan.ts';
import { followers } from '../../core/portfolio/assumptions.ts';
import { usualRisk } from '../../input/forms/risk-form.ts';
import * as parts from '../store/plan-parts.ts';
import type { FileQuantile, FileSpread, FigureName, RiskFile } from '../work/risk-task.ts';
import { chosen } from './chosen-portfolio.ts';
import { may, permit, type Context } from './context.ts';
import { longWork, stateOf } from './long-work.ts';
import { loadPlan } from './plan-cache.ts';
import { riskKey } from './risks.commands.ts';
import { storedRisk } from './risks.ts';

/** The risk of a portfolio: what it came to the last time, and how far a reckoning under way has come. */
export function riskPage(ctx: Context, planId: string, portfolioId: string | null) {
	const actor = permit(ctx, 'plan.read');
	const found = chosen(ctx, planId, portfolioId);
	if (!found) return { portfolio: null };
	const loaded = loadPlan(ctx, planId);
	const { plan, portfolio } = found;
	const { organisationId } = actor;
	const stored = storedRisk(ctx.db, { organisationId, planId }, portfolio.id);
	const job = longWork(ctx.db).risks.read(riskKey(actor, planId, portfolio.id));
	return {
		portfolio: { id: portfolio.id, name: portfolio.name },
		mayEdit: may(ctx.actor, 'plan.edit'),
		values: job?.subject.values ?? valuesOf(stored?.file) ?? usualRisk,
		job:
			job && job.state.kind !== 'done'
				? {
						kind: job.state.kind,
						drawn: job.state.kind === 'running' ? (job.state.progress?.drawn ?? 0) : 0,
						draws: job.subject.ask.draws,
						elapsedSeconds: Math.max(0, Math.round((ctx.now() - job.startedAt) / 1000))
					}
				: null,
		result: stored && {
			at: stored.at,
			/** The plan or the catalogue has changed since. */
			isOld: stored.state !== stateOf(loaded),
			...resultOf(plan, stored.file)
		}
	};
}

function valuesOf(file: RiskFile | undefined) {
	return file
		? { draws: String(file.draws), seed: String(file.seed), distribution: file.distribution }
		: null;
}

function resultOf(plan: Plan, file: RiskFile) {
	const chance = ({ times, share, standardError }: NonNullable<RiskFile['allFunded']>) => ({
		times,
		share: new Decimal(share),
		standardError: new Decimal(standardError)
	});
	const [years, headline] = [
		file.figures.filter(({ figure }) => figure.kind === 'gapYear'),
		file.figures.filter(({ figure }) => figure.kind !== 'gapYear')
	];
	return {
		draws: file.draws,
		seed: file.seed,
		distribution: file.distribution,
		seconds: file.seconds,
		figures: headline.map((one) => spreadOf(plan, one)),
		gapPerYear: years.map((one) => ({ year: one.figure.year ?? 0, ...spreadOf(plan, one) })),
		allFunded: file.allFunded && chance(file.allFunded),
		reached: file.reached.map((one) => ({ ...chance(one), target: targetOf(plan, one.target) })),
		tornados: file.tornados.map(({ figure, base, swings }) => ({
			id: figureId(figure),
			...figureOf(plan, figure),
			base: decimal(base),
			swings: swings.map(({ kind, name, low, high }) => ({
				kind,
				name,
				of: nameOf(plan, kind, name),
				low: decimal(low),
				high: decimal(high)
			}))
		})),
		uncertainties: file.uncertain.length,
		certain: named(plan, file.certain),
		idle: file.idle,
		unknownCosts: named(
			plan,
			plan.measures
				.map(({ id }) => id)
				.filter((id) => file.unknown.costs.some((item) => item.startsWith(`${id}.`)))
		),
		unknownEffects: named(plan, file.unknown.effects)
	};
}

function spreadOf(plan: Plan, { figure, bad, stated, missing, ...own }: FileSpread) {
	const quantile = (one: FileQuantile | null) =>
		one && { value: new Decimal(one.value), standardError: decimal(one.standardError) };
	return {
		id: figureId(figure),
		...figureOf(plan, figure),
		...{ bad, missing },
		stated: decimal(stated),
		mean: quantile(own.mean),
		p10: quantile(own.p10),
		p50: quantile(own.p50),
		p90: quantile(own.p90)
	};
}

function decimal(value: number | null): Decimal | null {
	return value === null ? null : new Decimal(value);
}

/** A figure's name in an address. */
function figureId({ kind, target }: FigureName): string {
	return target === undefined ? kind : `${kind}-${target}`;
}

function figureOf(plan: Plan, { kind, target }: FigureName) {
	return { kind, target: target === undefined ? null : targetOf(plan, target) };
}

function targetOf({ targets }: Plan, id: string) {
	const target = targets.find((one) => one.id === id);
	return {
		id,
		name: target?.name ?? id,
		year: target?.targetYear ?? null,
		gas: target?.gas ?? null
	};
}

function named({ measures }: Plan, ids: readonly string[]) {
	return ids.map((id) => ({ id, name: measures.find((one) => one.id === id)?.name ?? null }));
}

/** What an uncertainty is of, in words of the plan: a measure, or what is applied for; null for what is shared. */
function nameOf(plan: Plan, kind: string, name: string): Text | null {
	if (kind === 'price' || kind === 'factor') return null;
	if (kind !== 'award') return plan.measures.find(({ id }) => id === name)?.name ?? null;
	const line = plan.funding.find(({ id }) => id === name);
	const application =
		line && plan.applications.find((one) => awardOf(line) === `application ${one.id}`);
	if (application) return { sv: application.name, en: application.name };
	return plan.programmes.find(({ id }) => id === line?.programme)?.name ?? null;
}

/** What is said of how far things may lie from what is stated: shared, and by measure. */
export function rangesPage(ctx: Context, planId: string) {
	const { organisationId } = permit(ctx, 'plan.read');
	const { plan } = loadPlan(ctx, planId);
	const carriers = plan.emissionFactors.map(({ carrier }) => carrier);
	return {
		mayEdit: may(ctx.actor, 'plan.edit'),
		version: parts.sectionVersion(ctx.db, { organisationId, planId }, 'sharedRanges'),
		prices: sharedPrices,
		carriers,
		shared: plan.sharedRanges.map((one) => ({ ...one, range: [...one.range] })),
		/** How many amounts follow each price. */
		followers: Object.fromEntries(
			sharedPrices.map((one) => [one, followers(plan, one)])
		) as Readonly<Record<string, number>>,
		measures: plan.measures
			.filter(({ status }) => status !== 'cancelled')
			.map(({ id, name, uncertainty }) => ({
				...{ id, name },
				capex: threeOf(uncertainty?.capex),
				opex: threeOf(uncertainty?.opex),
				effect: threeOf(uncertainty?.effect)
			}))
	};
}

function threeOf(range: Range | undefined): readonly Decimal[] | null {
	return range ? [...range] : null;
}
