import { Decimal } from '../../core/decimal.ts';
import type { FormValues } from '../../input/forms/field-reader.ts';
import type { Db } from '../db/open.ts';
import type { PlanKey } from '../store/plan-key.ts';
import * as riskResults from '../store/risk-results.ts';
import type { StoredRisk } from '../store/risk-results.ts';
import type { Jobs } from '../work/jobs.ts';
import type { FigureName, RiskAsk, RiskFile } from '../work/risk-task.ts';
import type { RiskProgress } from '../work/risk-worker.ts';

/** What a risk is reckoned of, and where its result is kept. */
export type RiskSubject = Omit<StoredRisk, 'result'> & {
	readonly ask: RiskAsk;
	/** The form as it was sent. */
	readonly values: FormValues;
};

export type RiskJobs = Jobs<RiskSubject, RiskProgress, RiskFile>;

/** The last result of a portfolio, whose form this program knows; null: none. */
export function storedRisk(db: Db, key: PlanKey, portfolioId: string) {
	const row = riskResults.read(db, key, portfolioId);
	const file = row?.result as RiskFile | undefined;
	return row && file?.format === 'klimatportfolj-risk' && file.version === 1
		? { at: row.at, state: row.state, file }
		: null;
}

/** P10 and P90 of a figure; null: not known. */
export function betweenOf({ figures }: RiskFile, kind: FigureName['kind'], target?: string) {
	const own = figures.find(({ figure }) => figure.kind === kind && figure.target === target);
	if (!own?.p10 || !own.p90) return null;
	return { low: new Decimal(own.p10.value), high: new Decimal(own.p90.value) };
}
