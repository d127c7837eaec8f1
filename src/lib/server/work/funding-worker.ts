import { parentPort, workerData } from 'node:worker_threads';
import { callOf } from '../../input/catalogue/documents.ts';
import { readPlanFile } from '../../input/plan-file/read.ts';
import { catalogueOf } from '../catalogue/catalogue.ts';
import { proposalFor, type FundingAsk, type ProposalFile } from './funding-task.ts';
import type { FromWorker } from './jobs.ts';
import type { ProposalProgress } from './propose-funding.ts';

/** What a thread is given: texts and documents, since the plan's numbers do not cross threads. */
export type FundingTask = FundingAsk & {
	readonly planFile: string;
	readonly programmes: readonly unknown[];
	readonly calls: readonly unknown[];
};

/** The thread in which a proposal is made. */
const { planFile, programmes, calls, ...ask } = workerData as FundingTask;
const tell = (message: FromWorker<ProposalProgress, ProposalFile>) =>
	parentPort?.postMessage(message);
const catalogue = catalogueOf(programmes);
const read = readPlanFile(planFile, catalogue);
if (read.kind === 'problems') throw new Error('The stored plan breaks the rules of a plan file.');
const result = await proposalFor(read.plan, catalogue, calls.map(callOf), ask, (progress) =>
	tell({ progress })
);
tell({ result });
