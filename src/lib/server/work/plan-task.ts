import { callOf } from '../../input/catalogue/documents.ts';
import { readPlanFile } from '../../input/plan-file/read.ts';
import { catalogueOf } from '../catalogue/catalogue.ts';

/** A plan as a thread is given it: texts and documents, since the plan's numbers do not cross threads. */
export type PlanTask = {
	readonly planFile: string;
	readonly programmes: readonly unknown[];
	readonly calls: readonly unknown[];
};

export function planOf({ planFile, programmes, calls }: PlanTask) {
	const catalogue = catalogueOf(programmes);
	const read = readPlanFile(planFile, catalogue);
	if (read.kind === 'problems') throw new Error('The stored plan breaks the rules of a plan file.');
	return { plan: read.plan, catalogue, calls: calls.map(callOf) };
}
