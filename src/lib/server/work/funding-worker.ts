import { proposalFor, type FundingAsk, type ProposalFile } from './funding-task.ts';
import { planOf, type PlanTask } from './plan-task.ts';
import type { ProposalProgress } from './propose-funding.ts';
import { inThread } from './thread.ts';

export type FundingTask = FundingAsk & PlanTask;

/** The thread in which a proposal is made. */
await inThread<FundingTask, ProposalProgress, ProposalFile>((task, { onProgress }) => {
	const { plan, catalogue, calls } = planOf(task);
	return proposalFor(plan, catalogue, calls, task, onProgress);
});
