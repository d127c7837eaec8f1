import { carbonPrices } from '../../core/abatement/carbon-value.ts';
import type { Plan } from '../../core/plan/plan.ts';
import {
	comparedFigures,
	headlineTarget,
	placeOf,
	type Membership
} from '../../core/portfolio/compare.ts';
import { keptFigures } from '../../core/portfolio/kept-figures.ts';
import { withoutPeople } from '../../core/plan/public.ts';
import { planFileOf, programmeFileOf } from '../../input/plan-file/write.ts';
import { frozenTarget, type DecisionDocument } from '../files/decision-file.ts';
import * as decisions from '../store/decisions.ts';
import { chosen } from './chosen-portfolio.ts';
import { may, permit, type Context } from './context.ts';
import {
	decisionsOf,
	isWhole,
	madeIn,
	madeOf,
	readFrozen,
	stateOf,
	type ListedDecision,
	type ReadDecision
} from './decisions.ts';
import { NotFoundError } from './errors.ts';
import { memberNames } from './log-rows.ts';
import { stateOf as planStateOf } from './long-work.ts';
import { loadPlan } from './plan-cache.ts';
import { storedRisk } from './risks.ts';
import { planChanges } from './updates.ts';

/** The plan's decisions, the latest first. */
export function decisionsPage(ctx: Context, planId: string) {
	const { organisationId } = permit(ctx, 'plan.read');
	const { plan } = loadPlan(ctx, planId);
	const names = memberNames(ctx, organisationId);
	return {
		mayPropose: may(ctx.actor, 'plan.finance'),
		hasPortfolios: plan.portfolios.length > 0,
		decisions: decisionsOf(ctx.db, { organisationId, planId }).map((one) => ({
			...headOf(one),
			proposedBy: names.get(one.proposedBy) ?? null,
			isOwn: one.proposedBy === ctx.actor?.userId
		}))
	};
}

/** What is told of a decision without naming anybody. */
function headOf({
	id,
	portfolioId,
	portfolioName,
	caseNumber,
	proposedAt,
	...own
}: ListedDecision) {
	const { state, made } = own;
	return { id, portfolioId, portfolioName, caseNumber, proposedAt, state, made };
}

/** What would be frozen if the portfolio were proposed now. */
export function newDecisionPage(ctx: Context, planId: string, portfolioId: string | null) {
	const { organisationId } = permit(ctx, 'plan.finance');
	const key = { organisationId, planId };
	const found = chosen(ctx, planId, portfolioId);
	if (!found) return { portfolio: null };
	const { plan, portfolio, evaluation } = found;
	const loaded = loadPlan(ctx, planId);
	const target = headlineTarget(plan);
	const risk = storedRisk(ctx.db, key, portfolio.id);
	return {
		portfolio: { id: portfolio.id, name: portfolio.name },
		version: loaded.head.version,
		planState: planStateOf(loaded),
		target: target && { name: target.name, year: target.targetYear },
		figures: keptFigures(comparedFigures(plan, portfolio, evaluation, target?.id ?? null)),
		measures: portfolio.measures.length,
		unknown:
			evaluation.unknown.costs.length +
			evaluation.unknown.effects.length +
			evaluation.unknown.funding.length,
		warnings: evaluation.warnings.length,
		hasRisk: risk?.state === planStateOf(loaded)
	};
}

/** A decision: what was frozen, what has happened since, and what is otherwise now. */
export function decisionPage(ctx: Context, planId: string, id: string) {
	const { organisationId, userId } = permit(ctx, 'plan.read');
	const { plan } = loadPlan(ctx, planId);
	const { row, steps } = rowOf(ctx, planId, id);
	const frozen = readFrozen(ctx.db, row);
	const names = memberNames(ctx, organisationId);
	const state = stateOf(steps);
	const today = frozen.today();
	return {
		id,
		...frozenPart(frozen.document),
		state,
		made: madeOf(steps),
		mayAct: may(ctx.actor, 'plan.finance'),
		isOwn: row.proposedBy === userId,
		hash: row.hash,
		/** Covers the text, who proposed it and every step since; null: nothing has happened since. */
		seal: steps.at(-1)?.hash ?? null,
		isWhole: isWhole(ctx.db, row, steps),
		proposed: { at: row.proposedAt, who: names.get(row.proposedBy) ?? null },
		steps: steps.map(({ kind, at, by, details }) => ({
			kind,
			at,
			who: names.get(by) ?? null,
			reason: details['reason'] ?? '',
			made: kind === 'recorded' ? madeIn(details) : null
		})),
		assumed: frozen.plan && assumedIn(frozen.plan),
		method: today && {
			figures: today.figures,
			total: today.changes.length,
			changes: today.changes.slice(0, MOST_CHANGES)
		},
		now: nowOf(ctx, planId, frozen),
		places: placesOf(frozen, plan),
		since: sinceThen(frozen, plan)
	};
}

const MOST_CHANGES = 100;

function rowOf(ctx: Context, planId: string, id: string) {
	const { organisationId } = permit(ctx, 'plan.read');
	loadPlan(ctx, planId);
	const row = decisions.read(ctx.db, { organisationId, planId }, id);
	if (!row) throw new NotFoundError(`No decision ${id} of plan ${planId}.`);
	return { row, steps: decisions.steps(ctx.db, { organisationId }, [id]) };
}

/** What was frozen, as the text that its hash is of, and the name to keep it under. */
export function decisionFile(ctx: Context, planId: string, id: string) {
	const { row } = rowOf(ctx, planId, id);
	const name = row.caseNumber.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
	return { content: row.document, fileName: `beslut-${name.toLowerCase()}.json` };
}

function frozenPart({ caseNumber, body, day, plan, portfolio, target, figures }: DecisionDocument) {
	return { caseNumber, body, day, planName: plan.name, portfolio, target, figures };
}

function assumedIn({ settings, programmes, tax }: Plan) {
	const { discountRate, internalRate, carbonValue, basis, rateSources } = settings;
	return {
		years: { first: settings.firstYear, last: settings.lastYear },
		basis,
		discountRate,
		discountRateSource: rateSources.discountRate.source,
		internalRate,
		internalRateSource: rateSources.internalRate.source,
		carbonValue: carbonPrices(carbonValue, settings)[0] ?? null,
		carbonValueSource: carbonValue.source,
		oneKronaYields: tax?.oneKronaYields ?? null,
		taxSource: tax?.source ?? '',
		programmes: programmes.map(({ id, name, asOf, source, maxSupportShare }) => ({
			id,
			name,
			asOf,
			source,
			maxSupportShare
		}))
	};
}

/** The same figures of the portfolio as it is in the plan now; null: the plan has none of that id any more. */
function nowOf(ctx: Context, planId: string, { document, plan: frozen }: ReadDecision) {
	const { plan, evaluation } = loadPlan(ctx, planId);
	const portfolio = plan.portfolios.find(({ id }) => id === document.portfolio.id);
	if (!portfolio) return null;
	const target = plan.targets.find(({ id }) => id === document.target?.id);
	const termsOf = ({ settings }: Plan) =>
		JSON.stringify([settings.basis, settings.firstYear, settings.lastYear]);
	return {
		name: portfolio.name,
		/** Whether the target is the same still: its year, gas and level. */
		isSameTarget:
			JSON.stringify(target && frozenTarget({ ...target, name: '' })) ===
			JSON.stringify(document.target && { ...document.target, name: '' }),
		/** Whether kronor of the same price year and the same years are summed. */
		isSameBasis: frozen !== null && termsOf(frozen) === termsOf(plan),
		figures: keptFigures(
			comparedFigures(plan, portfolio, evaluation(portfolio.id), document.target?.id ?? null)
		)
	};
}

type Place = {
	readonly measure: string;
	readonly name: Plan['measures'][number]['name'];
	readonly then: Membership;
	readonly now: Membership;
};

/** Every measure of the frozen portfolio and of the one that is now, and how each holds it. */
function placesOf({ document, plan: frozen }: ReadDecision, now: Plan): readonly Place[] {
	const inThen = frozen?.portfolios.find(({ id }) => id === document.portfolio.id);
	const inNow = now.portfolios.find(({ id }) => id === document.portfolio.id);
	const measures = [...(frozen?.measures ?? []), ...now.measures];
	const ids = [...new Set([...(inThen?.measures ?? []), ...(inNow?.measures ?? [])])];
	return ids.flatMap((id) => {
		const measure = measures.find((one) => one.id === id);
		if (!measure) return [];
		return [
			{
				measure: id,
				name: measure.name,
				then: frozen && inThen ? placeOf(frozen, inThen, id) : null,
				now: inNow ? placeOf(now, inNow, id) : null
			}
		];
	});
}

/** What has changed in the plan and in the terms of its programmes since; null: the frozen plan can no longer be read. */
function sinceThen({ document, plan: frozen }: ReadDecision, now: Plan) {
	if (!frozen) return null;
	const terms = (of: Plan) =>
		new Map(of.programmes.map((one) => [one.id, JSON.stringify(programmeFileOf(one))]));
	const [then, current] = [terms(frozen), terms(now)];
	return {
		...planChanges(planFileOf(frozen), planFileOf(withoutPeople(now))),
		programmes: frozen.programmes
			.filter(({ id }) => current.get(id) !== then.get(id))
			.map(({ id, name }) => ({ id, name })),
		/** Whether the articles on state aid are others. */
		hasOtherAidRules: JSON.stringify(document.aidRules) !== JSON.stringify(now.aidRules ?? [])
	};
}

/** The last decision that a body has taken, and what it comes to now; null: none has. */
export function decidedNow(ctx: Context, planId: string) {
	const { organisationId } = permit(ctx, 'plan.read');
	const key = { organisationId, planId };
	const taken = decisionsOf(ctx.db, key)
		.filter(({ state }) => state === 'approved')
		.sort(
			(a, b) =>
				(b.made?.date ?? '').localeCompare(a.made?.date ?? '') || b.proposedAt - a.proposedAt
		)[0];
	const row = taken && decisions.read(ctx.db, key, taken.id);
	if (!taken || !row) return null;
	const frozen = readFrozen(ctx.db, row);
	const { day, target, figures } = frozen.document;
	const whole = isWhole(ctx.db, row, taken.steps);
	return {
		...headOf(taken),
		day,
		target,
		figures,
		isWhole: whole,
		now: nowOf(ctx, planId, frozen)
	};
}
