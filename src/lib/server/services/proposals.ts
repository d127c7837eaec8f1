import type { FundingAsk, ProposalFile } from '../work/funding-task.ts';
import type { Jobs } from '../work/jobs.ts';
import type { ProposalProgress } from '../work/propose-funding.ts';
import type { LoadedPlan } from './plan-cache.ts';

/** What a proposal was made of, and what of it has been entered. */
export type ProposalSubject = {
	readonly ask: FundingAsk;
	/** Of the plan and its catalogue when it was made; entering from the proposal moves it along. */
	version: string;
	/** What was entered: the application's id in the plan, by its place in the proposal. */
	readonly entered: Map<number, string>;
};

export type ProposalJobs = Jobs<ProposalSubject, ProposalProgress, ProposalFile>;

/** Whether an application that was entered stands in the plan still. */
export function isEntered(
	{ applications }: LoadedPlan['plan'],
	entered: string | undefined,
	programme: string
): boolean {
	return (
		entered !== undefined &&
		applications.some((one) => one.id === entered && one.programme === programme)
	);
}
