import { Decimal } from '../../core/decimal.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { allProgrammes } from '../../core/plan/programme.ts';
import type { ProposalFile, ProposedFile } from '../work/funding-task.ts';
import { whenOf } from './call-rows.ts';
import { callsFor, catalogueFor } from './catalogue.ts';
import { may, permit, today, type Context } from './context.ts';
import { chosen } from './chosen-portfolio.ts';
import { loadPlan } from './plan-cache.ts';
import { longWork, secondsChoices, stateOf, workKey } from './long-work.ts';
import { isEntered, type ProposalSubject } from './proposals.ts';

/** The best mix of funding for a portfolio: what was asked, how far it has come, and what it proposes. */
export function proposalPage(ctx: Context, planId: string, portfolioId: string | null) {
	const actor = permit(ctx, 'plan.read');
	const found = chosen(ctx, planId, portfolioId);
	if (!found) return { portfolio: null };
	const { portfolio, plan } = found;
	const job = longWork(ctx.db).proposals.read(workKey(actor, planId, portfolio.id));
	return {
		portfolio: { id: portfolio.id, name: portfolio.name },
		mayEdit: may(ctx.actor, 'plan.edit'),
		secondsChoices,
		job: job && {
			ask: job.subject.ask,
			kind: job.state.kind,
			progress: job.state.kind === 'running' ? job.state.progress : null,
			elapsedSeconds: Math.max(0, Math.round((ctx.now() - job.startedAt) / 1000)),
			/** The plan or the catalogue has changed since. */
			isOld: job.subject.version !== stateOf(loadPlan(ctx, planId)),
			result: job.state.kind === 'done' ? shown(ctx, plan, job.subject, job.state.result) : null
		}
	};
}

function shown(ctx: Context, plan: Plan, subject: ProposalSubject, file: ProposalFile) {
	const { organisationId } = permit(ctx, 'plan.read');
	const programmes = new Map(
		allProgrammes(plan, catalogueFor(ctx.db, organisationId)).map((one) => [one.id, one])
	);
	const calls = new Map(callsFor(ctx.db, organisationId).map((one) => [one.id, one]));
	const day = today(ctx);
	const money = (amount: string | null) => (amount === null ? null : new Decimal(amount));
	const rowOf = (one: ProposedFile, place: number) => {
		const programme = programmes.get(one.programme);
		const call = one.call === null ? undefined : calls.get(one.call);
		const measure = plan.measures.find(({ id }) => id === one.measure);
		return {
			place,
			isEntered: isEntered(plan, subject.entered.get(place), one.programme),
			programme: {
				id: one.programme,
				name: programme?.name ?? { sv: one.programme, en: one.programme },
				funder: programme?.funder ?? ''
			},
			call: call
				? {
						id: call.id,
						name: call.name,
						...whenOf(call, day)
					}
				: null,
			measure: { id: one.measure, name: measure?.name ?? null },
			amount: new Decimal(one.amount),
			probability: new Decimal(one.probability),
			items: one.items.map((item) => ({
				id: item.costItem,
				basis: measure?.costs.find(({ id }) => id === item.costItem)?.basis ?? '',
				cost: new Decimal(item.cost),
				amount: new Decimal(item.amount),
				limits: item.full
			})),
			open: one.open
		};
	};
	return {
		status: file.status,
		seconds: file.seconds,
		expected: new Decimal(file.objective),
		bound: money(file.bound),
		gap: {
			before: money(file.expectedGap.before),
			after: money(file.expectedGap.after),
			standardError: money(file.expectedGap.standardError)
		},
		applications: file.proposal.map(rowOf)
	};
}
