import type { Db } from '../db/open.ts';
import type { FundingAsk, ProposalFile } from '../work/funding-task.ts';
import { createJobs, type Jobs } from '../work/jobs.ts';
import type { ProposalProgress } from '../work/propose-funding.ts';
import type { Member } from './context.ts';
import type { LoadedPlan } from './plan-cache.ts';

/** Seconds that the solver may take. */
export const secondsChoices = [5, 10, 30, 60] as const;

/** What a proposal was made of, and what of it has been entered. */
export type ProposalSubject = {
	readonly ask: FundingAsk;
	/** Of the plan and its catalogue when it was made; entering from the proposal moves it along. */
	version: string;
	/** What was entered: the application's id in the plan, by its place in the proposal. */
	readonly entered: Map<number, string>;
};

export type ProposalJobs = Jobs<ProposalSubject, ProposalProgress, ProposalFile>;

const THREAD = 'src/lib/server/work/funding-worker.ts';
const registries = new WeakMap<Db, ProposalJobs>();

/** The proposals that are made and kept in this process. */
export function proposalJobs(db: Db): ProposalJobs {
	const known = registries.get(db) ?? openProposals(db, () => undefined);
	return known;
}

/** Opens the registry; what fails unforeseen in a thread goes to `onFailure`. */
export function openProposals(db: Db, onFailure: (error: unknown) => void): ProposalJobs {
	const jobs: ProposalJobs = createJobs(THREAD, onFailure);
	registries.set(db, jobs);
	return jobs;
}

/** A proposal is its maker's: one for each portfolio. */
export function proposalKey({ userId }: Member, planId: string, portfolioId: string): string {
	return JSON.stringify([userId, planId, portfolioId]);
}

/** Whose the work under a key is. */
export function makerOf(key: string): string {
	return (JSON.parse(key) as [string])[0];
}

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

/** What tells one state of a plan and its catalogue from another. */
export function stateOf({ head, stamp }: LoadedPlan): string {
	return `${head.version} ${stamp}`;
}
