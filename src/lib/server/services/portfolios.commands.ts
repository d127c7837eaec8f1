import type { Text } from '../../core/errors.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Problem } from '../../core/plan/problem.ts';
import { portfolioFileOf } from '../../input/plan-file/write.ts';
import { nextPortfolioId } from './decisions.ts';
import { permit, type Context } from './context.ts';
import { editPlan, type StepTitle } from './edits.ts';
import { InvalidInputError, NotFoundError } from './errors.ts';
import { asFieldProblems } from './field-problems.ts';
import { loadPlan } from './plan-cache.ts';

/** A portfolio as its form sends it: in the form of the plan file, not yet checked. */
export type PortfolioEdit = {
	readonly version: number;
	readonly file: Readonly<Record<string, unknown>>;
	readonly errors: Readonly<Record<string, Text>>;
};

/** Saves a portfolio. Throws InvalidInputError by the form's field, EditConflictError when somebody was first. */
export function savePortfolio(
	ctx: Context,
	planId: string,
	id: string,
	{ version, file, errors }: PortfolioEdit
): void {
	permit(ctx, 'plan.edit');
	const { plan } = loadPlan(ctx, planId);
	const stored = portfolioOf(plan, id);
	refuse(errors);
	const title = { name: 'portfolio.edit', label: stored.name };
	const measures = inStoredOrder(stored.measures, file['measures']);
	write(ctx, planId, plan, title, { ...file, id, measures }, version);
}

/** Adds a portfolio and returns its id. */
export function createPortfolio(
	ctx: Context,
	planId: string,
	{ file, errors }: Omit<PortfolioEdit, 'version'>
): string {
	permit(ctx, 'plan.edit');
	const { plan } = loadPlan(ctx, planId);
	refuse(errors);
	const id = nextPortfolioId(ctx, planId, plan);
	const title = { name: 'portfolio.create', label: String(file['name'] ?? '') };
	write(ctx, planId, plan, title, { ...file, id });
	return id;
}

/** A new portfolio like another; returns its id. */
export function copyPortfolio(ctx: Context, planId: string, id: string): string {
	permit(ctx, 'plan.edit');
	const { plan } = loadPlan(ctx, planId);
	const stored = portfolioOf(plan, id);
	const copy = nextPortfolioId(ctx, planId, plan);
	const title = { name: 'portfolio.copy', label: stored.name };
	const file = portfolioFileOf({ ...stored, id: copy, name: `${stored.name} (kopia)` });
	write(ctx, planId, plan, title, file);
	return copy;
}

/** Takes a portfolio away. Throws EditConflictError when somebody saved it since it was looked at. */
export function removePortfolio(ctx: Context, planId: string, id: string, version: number): void {
	permit(ctx, 'plan.edit');
	const { plan } = loadPlan(ctx, planId);
	const title = { name: 'portfolio.remove', label: portfolioOf(plan, id).name };
	editPlan(ctx, planId, title, [{ part: 'portfolios', id, after: null, version }]);
}

/** What stays keeps its place, what is new comes last: a form knows nothing of the order. */
function inStoredOrder(stored: readonly string[], chosen: unknown): unknown {
	if (!Array.isArray(chosen)) return chosen;
	const kept = stored.filter((id) => chosen.includes(id));
	return [...kept, ...chosen.filter((id) => !kept.includes(id))];
}

function portfolioOf(plan: Plan, id: string) {
	const found = plan.portfolios.find((one) => one.id === id);
	if (!found) throw new NotFoundError(`No portfolio ${id} in the plan.`);
	return found;
}

function refuse(errors: PortfolioEdit['errors']): void {
	if (Object.keys(errors).length > 0) throw new InvalidInputError(errors);
}

function write(
	ctx: Context,
	planId: string,
	plan: Plan,
	title: StepTitle,
	after: Readonly<Record<string, unknown>> & { readonly id: string },
	version?: number
): void {
	const known = plan.portfolios.findIndex(({ id }) => id === after.id);
	const place = known < 0 ? plan.portfolios.length : known;
	const fieldOf = ([part, index, ...rest]: Problem['path']) =>
		part === 'portfolios' && index === place ? rest.join('.') : null;
	asFieldProblems(fieldOf, () =>
		editPlan(ctx, planId, title, [{ part: 'portfolios', id: after.id, after, version }])
	);
}
