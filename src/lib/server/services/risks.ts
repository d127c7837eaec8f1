import type { FormValues } from '../../input/forms/field-reader.ts';
import type { StoredRisk } from '../store/risk-results.ts';
import type { Jobs } from '../work/jobs.ts';
import type { RiskAsk, RiskFile } from '../work/risk-task.ts';
import type { RiskProgress } from '../work/risk-worker.ts';

/** What a risk is reckoned of, and where its result is kept. */
export type RiskSubject = Omit<StoredRisk, 'result'> & {
	readonly ask: RiskAsk;
	/** The form as it was sent. */
	readonly values: FormValues;
};

export type RiskJobs = Jobs<RiskSubject, RiskProgress, RiskFile>;
