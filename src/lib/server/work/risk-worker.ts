import { planOf, type PlanTask } from './plan-task.ts';
import { riskFor, type RiskAsk, type RiskFile } from './risk-task.ts';
import { inThread } from './thread.ts';

export type RiskTask = RiskAsk & PlanTask;

/** How many draws are done. */
export type RiskProgress = { readonly drawn: number };

/** The thread in which a risk is reckoned. */
await inThread<RiskTask, RiskProgress, RiskFile>((task, { onProgress }) =>
	Promise.resolve(riskFor(planOf(task).plan, task, onProgress))
);
