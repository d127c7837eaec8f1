import type { SearchProgress } from '../work/find-portfolio.ts';
import type { FrontFile } from '../work/front-task.ts';
import type { Jobs } from '../work/jobs.ts';
import type { OptimumFile } from '../work/portfolio-task.ts';
import type { SearchAsk } from '../work/portfolio-worker.ts';
import type { FormValues } from '../../input/forms/field-reader.ts';

/** What a search was made of, and what has become of what it found. */
export type SearchSubject = {
	readonly ask: SearchAsk;
	/** The form as it was sent. */
	readonly values: FormValues;
	/** Of the plan and its catalogue when it was made; saving what was found moves it along. */
	version: string;
	/** The portfolios that were made of it: ids by the place of the point of a front; 0 for the best. */
	readonly saved: Map<number, string>;
};

export type SearchJobs = Jobs<SearchSubject, SearchProgress, OptimumFile | FrontFile>;
