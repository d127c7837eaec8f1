import type { Plan } from '../../core/plan/plan.ts';
import { evaluate } from '../../core/portfolio/evaluate.ts';
import type { Evaluation } from '../../core/portfolio/evaluation.ts';
import type { Db } from '../db/open.ts';
import * as documents from '../store/plan-documents.ts';
import type { PlanKey } from '../store/plan-key.ts';
import * as plans from '../store/plans.ts';
import { catalogueFor, catalogueStamp } from './catalogue.ts';
import { permit, type Context } from './context.ts';
import { NotFoundError } from './errors.ts';

/** A plan with its head row, and the figures of its portfolios computed when first asked for. */
export type LoadedPlan = {
	readonly head: plans.PlanHead;
	readonly plan: Plan;
	/** Of the catalogue that its programmes come from. */
	readonly stamp: number;
	readonly evaluation: (portfolioId: string) => Evaluation;
	/** What a page shows of a portfolio, made once for this version of the plan. */
	readonly view: <View>(page: string, portfolioId: string, make: () => View) => View;
};

const MOST_PLANS = 100;
const caches = new WeakMap<Db, Map<string, LoadedPlan>>();

/**
 * The plan as it is now. Kept by plan, version and the stamp of the catalogue; every change of a plan changes its version,
 * so nothing old is ever served; both are read from the database each time, with the organisation.
 */
export function loadPlan(ctx: Context, planId: string): LoadedPlan {
	const { organisationId } = permit(ctx, 'plan.read');
	return planOf(ctx.db, { organisationId, planId });
}

/** The same for whoever has shown a right to it in another way, such as a shared link. Throws NotFoundError. */
export function planOf(db: Db, { organisationId, planId }: PlanKey): LoadedPlan {
	const head = plans.readHead(db, organisationId, planId);
	if (!head) throw new NotFoundError(`No plan ${planId} in this organisation.`);
	const cache = caches.get(db) ?? new Map<string, LoadedPlan>();
	caches.set(db, cache);
	const stamp = catalogueStamp(db, organisationId);
	const known = cache.get(planId);
	if (known?.head.version === head.version && known.stamp === stamp) return known;
	const catalogue = catalogueFor(db, organisationId);
	const plan = documents.read(db, organisationId, planId, catalogue);
	if (!plan) throw new NotFoundError(`No plan ${planId} in this organisation.`);
	const loaded = { head, stamp, ...figuresOf(plan) };
	cache.delete(planId);
	cache.set(planId, loaded);
	const oldest = cache.keys().next().value;
	if (cache.size > MOST_PLANS && oldest !== undefined) cache.delete(oldest);
	return loaded;
}

/** A plan with the figures of its portfolios, each computed when first asked for. */
export function figuresOf(plan: Plan): Omit<LoadedPlan, 'head' | 'stamp'> {
	return { plan, evaluation: remembered((id: string) => evaluate(plan, id)), view: views() };
}

function remembered<Value>(compute: (key: string) => Value): (key: string) => Value {
	const known = new Map<string, Value>();
	return (key) => {
		let value = known.get(key);
		if (value === undefined) known.set(key, (value = compute(key)));
		return value;
	};
}

function views(): LoadedPlan['view'] {
	const known = new Map<string, unknown>();
	return <View>(page: string, portfolioId: string, make: () => View) => {
		const key = `${page} ${portfolioId}`;
		if (!known.has(key)) known.set(key, make());
		return known.get(key) as View;
	};
}
