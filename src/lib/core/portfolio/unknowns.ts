import { isListed } from '../funding/certainty.ts';
import { isUnknown } from '../plan/placement.ts';
import type { Plan } from '../plan/plan.ts';
import type { EvaluatedMeasure } from './frame.ts';
import type { Evaluation } from './evaluation.ts';

/** What the totals of a portfolio leave out because nobody knows it yet. */
export function unknowns(plan: Plan, measures: readonly EvaluatedMeasure[]): Evaluation['unknown'] {
	const included = new Set(measures.map(({ placed }) => placed.measure.id));
	return {
		costs: measures.flatMap(({ placed: { measure } }) =>
			measure.costs.filter(isUnknown).map((item) => `${measure.id}.${item.id}`)
		),
		effects: measures.flatMap(({ placed, abatement }) =>
			abatement.isKnown ? [] : [placed.measure.id]
		),
		funding: plan.funding
			.filter(({ measure, status }) => included.has(measure) && isListed(status))
			.filter((line) => line.amounts.some(({ amount }) => amount === null))
			.map((line) => line.id)
	};
}
