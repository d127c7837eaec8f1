import type { Problem } from '../../core/plan/problem.ts';
import { fundingFileOf } from '../../input/plan-file/write.ts';
import { permit, type Context } from './context.ts';
import { editPlan, problemsOf, type PartEdit } from './edits.ts';
import { NotFoundError } from './errors.ts';
import { asFieldProblems, refuse } from './field-problems.ts';
import { undecided } from '../../input/forms/undecided.ts';
import { loadPlan } from './plan-cache.ts';

/** What is typed of a funding line's status; the plan's rules check it. */
export type Award = {
	readonly status: string;
	readonly caseNumber: string;
	readonly date: string;
	readonly version: number;
};

/** Moves a funding line of no application along, from idea to paid or rejected. Granted and onward needs the decision. */
export function setFundingStatus(
	ctx: Context,
	planId: string,
	lineId: string,
	{ status, caseNumber, date, version }: Award
): void {
	permit(ctx, 'plan.edit');
	const { plan } = loadPlan(ctx, planId);
	const line = plan.funding.find(({ id }) => id === lineId);
	if (!line) throw new NotFoundError(`No funding line ${lineId} in plan ${planId}.`);
	const hasDecision = caseNumber.trim() !== '' || date !== '';
	const { decision, ...stored } = fundingFileOf(line);
	const after = {
		...stored,
		id: lineId,
		status,
		...(hasDecision
			? { decision: { caseNumber: caseNumber.trim(), date } }
			: decision && { decision })
	};
	const programme = plan.programmes.find(({ id }) => id === line.programme)?.name.sv;
	const title = { name: 'funding.status', label: `${lineId} ${programme ?? line.programme}` };
	const place = plan.funding.indexOf(line);
	const field = (path: Problem['path']) =>
		path[0] === 'funding' && path[1] === place ? path.slice(2).join('.') : null;
	const edits: PartEdit[] = [{ part: 'funding', id: lineId, after, version }];
	refuse(
		undecided(plan.funding, [after], () => ''),
		field,
		() => problemsOf(ctx, planId, edits)
	);
	asFieldProblems(field, () => editPlan(ctx, planId, title, edits));
}
