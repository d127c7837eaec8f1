import type { Plan, Portfolio } from '../../core/plan/plan.ts';
import { hiddenIn, publicPlan, withMarks } from '../../core/plan/public.ts';
import { secretHash } from '../auth/secrets.ts';
import { linkMissed } from '../auth/throttle.ts';
import * as decisions from '../store/decisions.ts';
import * as secretMarks from '../store/secret-marks.ts';
import * as links from '../store/share-links.ts';
import { briefOf } from './brief.queries.ts';
import { comparison, MOST_COMPARED } from './compare.queries.ts';
import { may, permit, type Context } from './context.ts';
import { decisionsOf, readFrozen, type ReadDecision } from './decisions.ts';
import { NotFoundError, TooManyTriesError } from './errors.ts';
import { memberNames } from './log-rows.ts';
import { figuresOf, loadPlan, planOf } from './plan-cache.ts';
import { risksOf, type PlanSource } from './plan-source.ts';

/** The plan's shared links, and what may be shared. */
export function sharingPage(ctx: Context, planId: string, decisionId: string | null = null) {
	const { organisationId } = permit(ctx, 'plan.read');
	const { plan } = loadPlan(ctx, planId);
	const key = { organisationId, planId };
	const names = memberNames(ctx, organisationId);
	const all = decisionsOf(ctx.db, key);
	const row = decisionId === null ? null : decisions.read(ctx.db, key, decisionId);
	const shown = (row && readFrozen(ctx.db, row).plan) ?? plan;
	return {
		mayShare: may(ctx.actor, 'plan.finance'),
		/** The frozen decision that a new link would show; null: the plan as it is. */
		chosen: row?.id ?? null,
		portfolios: shown.portfolios.map(({ id, name }) => ({ id, name })),
		most: MOST_COMPARED,
		hidden: hiddenIn(
			shown,
			shown.portfolios.map(({ id }) => id)
		),
		decisions: all
			.filter(({ state }) => state !== 'declined')
			.map(({ id, caseNumber, portfolioName }) => ({ id, caseNumber, portfolioName })),
		links: links.list(ctx.db, key).map((one) => ({
			id: one.id,
			label: one.label,
			portfolios: one.portfolios,
			caseNumber: all.find(({ id }) => id === one.decisionId)?.caseNumber ?? null,
			who: names.get(one.createdBy) ?? null,
			createdAt: one.createdAt,
			expiresAt: one.expiresAt,
			state: stateOf(one, ctx.now())
		}))
	};
}

function stateOf({ revokedAt, expiresAt }: links.ShareLink, now: number) {
	if (revokedAt !== null) return 'revoked' as const;
	return expiresAt > now ? ('open' as const) : ('over' as const);
}

/** What every page at a shared link shows around its own content. */
export function sharedFrame(ctx: Context, token: string, address: string) {
	const { link, source, hidden, frozen, shown } = opened(ctx, token, address);
	const { plan } = source;
	const all = decisionsOf(ctx.db, link);
	return {
		name: plan.settings.name,
		municipality: plan.municipality.name,
		disclaimer: plan.disclaimer,
		basis: plan.settings.basis,
		expiresAt: link.expiresAt,
		hidden,
		/** The decision whose plan is shown as it was frozen; null: the plan as it is. */
		frozen: frozen && {
			caseNumber: frozen.document.caseNumber,
			day: frozen.document.day,
			state: all.find(({ id }) => id === link.decisionId)?.state ?? 'proposed',
			isOtherwise: (frozen.today()?.changes.length ?? 0) > 0
		},
		/** What bodies have decided: of a frozen link its own decision, else of any portfolio that is shown. */
		decisions: all
			.filter(
				({ id, made, portfolioId }) =>
					made && (link.decisionId ? id === link.decisionId : shown.includes(portfolioId))
			)
			.map(({ portfolioName, caseNumber, made }) => ({ portfolioName, caseNumber, made }))
	};
}

/** The comparison of the shared portfolios. */
export function sharedComparison(ctx: Context, token: string, address: string) {
	const { source, shown } = opened(ctx, token, address);
	const page = comparison(source, { with: shown, against: null });
	return {
		years: page.years,
		target: page.target,
		portfolios: page.portfolios,
		commitments: page.commitments,
		hasJoint: page.hasJoint,
		memberships: page.memberships
	};
}

/** The page about one of the shared portfolios, the first when none is named. Throws NotFoundError for any other. */
export function sharedBrief(
	ctx: Context,
	token: string,
	address: string,
	portfolioId: string | null
) {
	const { source } = opened(ctx, token, address);
	const { portfolios } = source.plan;
	const portfolio =
		portfolioId === null ? portfolios[0] : portfolios.find(({ id }) => id === portfolioId);
	if (!portfolio && portfolioId !== null)
		throw new NotFoundError(`No portfolio ${portfolioId} at this link.`);
	return {
		portfolios: portfolios.map(({ id, name }) => ({ id, name })),
		brief: portfolio ? briefOf(source, portfolio, ctx.now()) : null
	};
}

/**
 * What the holder of a token may see. Unknown, revoked and ended links answer alike; whoever tries many gets
 * TooManyTriesError, which never keeps a link that holds from its reader.
 */
function opened(ctx: Context, token: string, address: string) {
	const link = links.readOpen(ctx.db, secretHash(token), ctx.now());
	if (!link) {
		const secondsLeft = linkMissed(ctx.db, address, ctx.now());
		if (secondsLeft > 0) throw new TooManyTriesError(secondsLeft);
		throw new NotFoundError('no such shared link');
	}
	const loaded = planOf(ctx.db, link);
	const frozen = link.decisionId === null ? null : frozenOf(ctx, link, link.decisionId);
	const { whole, ...figures } = frozen?.plan
		? publicFigures(frozen.plan, secretMarks.all(ctx.db, link))
		: publicFigures(loaded.plan, NO_MARKS);
	const portfolios = figures.plan.portfolios.filter(({ id }) => link.portfolios.includes(id));
	const shown = portfolios.map(({ id }) => id);
	const source: PlanSource = {
		...figures,
		plan: onlyOf(figures.plan, portfolios),
		version: frozen?.document.plan.version ?? loaded.head.version,
		hiddenOf: (id) => hiddenIn(whole, [id]),
		riskOf: riskOf(whole, frozen, risksOf(ctx.db, link, loaded))
	};
	return { link, source, hidden: hiddenIn(whole, shown), frozen, shown };
}

const NO_MARKS: ReadonlySet<string> = new Set();

/** The plan with no more in it than these portfolios hold. */
function onlyOf(plan: Plan, portfolios: readonly Portfolio[]): Plan {
	const held = new Set(portfolios.flatMap(({ measures }) => measures));
	const funding = plan.funding.filter(({ measure }) => held.has(measure));
	const named = new Set(funding.map(({ application }) => application));
	return {
		...plan,
		portfolios,
		measures: plan.measures.filter(({ id }) => held.has(id)),
		funding,
		applications: plan.applications.filter(({ id }) => named.has(id))
	};
}

function frozenOf(ctx: Context, link: links.ShareLink, decisionId: string) {
	const row = decisions.read(ctx.db, link, decisionId);
	const frozen = row && readFrozen(ctx.db, row);
	if (!frozen?.plan) throw new NotFoundError('the shared decision cannot be shown');
	return frozen;
}

/** A risk is of the whole portfolio: it is shown only where nothing of it is left out, and of a decision only its own. */
function riskOf(
	plan: Plan,
	frozen: ReadDecision | null,
	kept: PlanSource['riskOf']
): PlanSource['riskOf'] {
	return (id) => {
		const { measures, amounts } = hiddenIn(plan, [id]);
		if (measures + amounts > 0) return null;
		if (!frozen) {
			// An older one may be of a state in which more was there than may be seen.
			const risk = kept(id);
			return risk && !risk.isOld ? risk : null;
		}
		const { risk, portfolio } = frozen.document;
		return risk && id === portfolio.id ? { file: risk, isOld: false } : null;
	};
}

type Shown = ReturnType<typeof figuresOf> & { readonly whole: Plan };
const known = new WeakMap<Plan, { readonly marks: string; readonly shown: Shown }>();

/** The public part of a plan by its own and these marks, with its figures; made once for each state and set of marks. */
function publicFigures(plan: Plan, marks: ReadonlySet<string>): Shown {
	const key = [...marks].sort().join();
	const found = known.get(plan);
	if (found?.marks === key) return found.shown;
	const whole = marks.size > 0 ? withMarks(plan, marks) : plan;
	const shown = { ...figuresOf(publicPlan(whole)), whole };
	known.set(plan, { marks: key, shown });
	return shown;
}
