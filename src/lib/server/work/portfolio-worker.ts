import { allProgrammes } from '../../core/plan/programme.ts';
import { wishOf, type WishFile } from '../../input/forms/wish-form.ts';
import type { SearchProgress } from './find-portfolio.ts';
import { frontFor, type FrontFile } from './front-task.ts';
import { planOf, type PlanTask } from './plan-task.ts';
import { optimumFor, type OptimumFile } from './portfolio-task.ts';
import { inThread } from './thread.ts';

/** What is asked of a search. */
export type SearchAsk = {
	/** The best portfolio for the wish, or the front of cost against tonnes. */
	readonly kind: 'best' | 'front';
	readonly wish: WishFile;
	/** The day on which it is asked: which calls are open. */
	readonly today: string;
	readonly seconds: number;
};
export type SearchTask = SearchAsk & PlanTask;

/** The thread in which a portfolio is sought. */
await inThread<SearchTask, SearchProgress, OptimumFile | FrontFile>((task, thread) => {
	const { onProgress, isStopped } = thread;
	const { plan, catalogue, calls } = planOf(task);
	const offer = { programmes: allProgrammes(plan, catalogue), calls, today: task.today };
	const wish = wishOf(plan, task.wish, offer);
	const look = task.kind === 'front' ? frontFor : optimumFor;
	return look(plan, wish, { seconds: task.seconds, isStopped }, onProgress);
});
