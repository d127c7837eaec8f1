import type { Hidden } from '../../core/plan/public.ts';
import type { Db } from '../db/open.ts';
import type { PlanKey } from '../store/plan-key.ts';
import type { RiskFile } from '../work/risk-task.ts';
import { permit, type Context } from './context.ts';
import { stateOf } from './long-work.ts';
import { loadPlan, type LoadedPlan } from './plan-cache.ts';
import { storedRisk } from './risks.ts';

/** What a comparison and a brief are made of: a plan as its members see it, or what is shared of one. */
export type PlanSource = Pick<LoadedPlan, 'plan' | 'evaluation' | 'view'> & {
	/** Of the plan, which rises with every change. */
	readonly version: number;
	/** What of a portfolio is left out of what is shown. */
	readonly hiddenOf: (portfolioId: string) => Hidden;
	/** The risk of a portfolio as it was reckoned last; old: of another state of the plan. */
	readonly riskOf: (portfolioId: string) => { file: RiskFile; isOld: boolean } | null;
};

const NOTHING_HIDDEN: Hidden = { measures: 0, amounts: 0 };

/** The plan as its members see it. */
export function ownSource(ctx: Context, planId: string): PlanSource {
	const { organisationId } = permit(ctx, 'plan.read');
	const loaded = loadPlan(ctx, planId);
	return {
		...loaded,
		version: loaded.head.version,
		hiddenOf: () => NOTHING_HIDDEN,
		riskOf: risksOf(ctx.db, { organisationId, planId }, loaded)
	};
}

/** Reads the risks that are kept of a plan. */
export function risksOf(db: Db, key: PlanKey, loaded: LoadedPlan): PlanSource['riskOf'] {
	return (portfolioId) => {
		const stored = storedRisk(db, key, portfolioId);
		return stored && { file: stored.file, isOld: stored.state !== stateOf(loaded) };
	};
}
