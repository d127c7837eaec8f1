import { settled, type Decimal } from '../../core/decimal.ts';
import type { Ledger } from '../../input/spend/ledger-rows.ts';
import { factorKey } from '../../input/spend/matching.ts';
import * as store from '../store/spend.ts';
import { may, permit, type Context, type Member } from './context.ts';
import { NotFoundError } from './errors.ts';
import { longWork, workKey } from './long-work.ts';
import { loadPlan } from './plan-cache.ts';
import { factorsIn, reckoned } from './spend.ts';

/** The reading of a list of purchases or factors is its sender's. */
export function spendKey(actor: Member, planId: string): string {
	return workKey(actor, planId, 'spend');
}

const settledOr = (value: Decimal | null) => value && settled(value);

/** A plan's analyses of purchases, the organisation's factor sets, and what is being read. */
export function spendPage(ctx: Context, planId: string) {
	const actor = permit(ctx, 'plan.read');
	const { organisationId } = actor;
	loadPlan(ctx, planId);
	const sets = store.listFactorSets(ctx.db, organisationId);
	const job = longWork(ctx.db).spends.read(spendKey(actor, planId));
	return {
		mayEdit: may(ctx.actor, 'plan.edit'),
		job: job && {
			kind: job.subject.kind,
			fileName: job.subject.fileName,
			state: job.state.kind,
			rows: job.state.kind === 'running' ? (job.state.progress?.rows ?? 0) : 0,
			refusal:
				job.state.kind === 'done' && 'refusal' in job.state.result
					? job.state.result.refusal
					: null,
			kept: job.state.kind === 'done' && 'kept' in job.state.result ? job.state.result.kept : null
		},
		sets: sets.map((set) => ({
			...basisOf(set),
			source: set.source,
			count: factorsIn(set).length,
			uses: store.usesOf(ctx.db, organisationId, set.id)
		})),
		analyses: store.listAnalyses(ctx.db, { organisationId, planId }).map((analysis) => {
			const set = sets.find(({ id }) => id === analysis.factorSetId) ?? null;
			const { amount, amountWithout, tonnes } = reckoned(analysis, set);
			return {
				id: analysis.id,
				year: analysis.year,
				fileName: analysis.fileName,
				set: set?.name ?? null,
				amount,
				amountWithout,
				tonnes: settledOr(tonnes)
			};
		})
	};
}

function basisOf({ id, name, priceYear, vat }: store.StoredFactorSet) {
	return { id, name, priceYear, vat };
}

/** An analysis of the plan with the factor set it is reckoned with. Throws NotFoundError. */
export function openAnalysis(ctx: Context, planId: string, id: string) {
	const { organisationId } = permit(ctx, 'plan.read');
	const { plan } = loadPlan(ctx, planId);
	const key = { organisationId, planId };
	const analysis = store.readAnalysis(ctx.db, key, id);
	if (!analysis) throw new NotFoundError(`No analysis ${id} of plan ${planId}.`);
	const sets = store.listFactorSets(ctx.db, organisationId);
	const set = sets.find((one) => one.id === analysis.factorSetId) ?? null;
	return { key, plan, analysis, sets, set };
}

/** So many categories are shown and may be given a factor; the rest count, and are told of together. */
const MOST_SHOWN = 250;

/** Where the tonnes of a year's purchases are, category by category. */
export function analysisPage(ctx: Context, planId: string, id: string) {
	const { analysis, sets, set } = openAnalysis(ctx, planId, id);
	const ledger = analysis.ledger as Ledger;
	const own = reckoned(analysis, set);
	const counts = new Map(ledger.categories.map(({ key, rows }) => [key, rows]));
	const shown = own.rows.slice(0, MOST_SHOWN);
	const rest = own.rows.slice(MOST_SHOWN);
	return {
		mayEdit: may(ctx.actor, 'plan.edit'),
		id,
		version: analysis.version,
		fileName: analysis.fileName,
		year: analysis.year,
		vat: analysis.vat,
		by: ledger.by,
		rowCount: ledger.rows,
		leftOut: ledger.leftOut,
		sets: sets.map(basisOf),
		set: set && { ...basisOf(set), source: set.source },
		factors: set ? factorsIn(set).map((one) => ({ key: factorKey(one), name: one.name })) : [],
		choices: { index: own.choices.index, vatRate: own.choices.vatRate },
		missing: own.missing,
		amount: own.amount,
		amountWithout: own.amountWithout,
		covered: settledOr(own.covered),
		tonnes: settledOr(own.tonnes),
		byUncertainty: own.byUncertainty.map((one) => ({
			...one,
			tonnes: settled(one.tonnes),
			share: settledOr(one.share)
		})),
		rows: shown.map(({ key, name, amount, factor, tonnes, share, cumulative }) => ({
			key,
			name,
			amount,
			count: counts.get(key) ?? 0,
			factor: factor && {
				key: factorKey(factor),
				name: factor.name,
				kgPerKrona: factor.kgPerKrona,
				uncertainty: factor.uncertainty
			},
			isChosen: Object.hasOwn(own.choices.factors, key),
			tonnes: settledOr(tonnes),
			share: settledOr(share),
			cumulative: settledOr(cumulative)
		})),
		rest: rest.length
	};
}
