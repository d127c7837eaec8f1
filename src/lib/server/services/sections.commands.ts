import type { Text } from '../../core/errors.ts';
import type { SectionPart } from '../../core/plan/parts.ts';
import { financeParts } from '../../core/plan/parts.ts';
import type { Problem } from '../../core/plan/problem.ts';
import { capacityFieldOf, readCapacityForm } from '../../input/forms/capacity-form.ts';
import { readMunicipalityForm } from '../../input/forms/municipality-form.ts';
import { readSettingsForm } from '../../input/forms/settings-form.ts';
import type { FormValues } from '../../input/forms/field-reader.ts';
import { planFileOf } from '../../input/plan-file/write.ts';
import { budgetFileOf } from '../../input/plan-file/write-budget.ts';
import { permit, type Context } from './context.ts';
import { editPlan, type PartEdit } from './edits.ts';
import { InvalidInputError } from './errors.ts';
import { asFieldProblems } from './field-problems.ts';
import { loadPlan } from './plan-cache.ts';

/** Saves the budget frames as the capacity form gives them. */
export function saveCapacity(
	ctx: Context,
	planId: string,
	{ version, values }: { readonly version: number; readonly values: FormValues }
): void {
	permit(ctx, 'plan.finance');
	const { plan } = loadPlan(ctx, planId);
	const read = readCapacityForm(values, plan.budget.map(budgetFileOf));
	saveSections(ctx, planId, read.errors, [
		{
			section: 'budget',
			after: read.budget,
			version,
			fieldOf: (rest) => capacityFieldOf(values, read.budget, rest)
		}
	]);
}

/** Versions of several sections in one text for a form to carry: "3;1". */
export function sectionVersions(versions: readonly number[]): string {
	return versions.join(';');
}

/** Saves the plan's settings and tax base as their form gives them. */
export function saveSettings(
	ctx: Context,
	planId: string,
	{ version, values }: { readonly version: string; readonly values: FormValues }
): void {
	const { plan, tax, errors } = readSettingsForm(values);
	const [planVersion = '', taxVersion = ''] = version.split(';');
	saveSections(ctx, planId, errors, [
		{
			section: 'plan',
			after: plan,
			version: Number(planVersion),
			fieldOf: (rest) => ['plan', ...rest].join('.')
		},
		{
			section: 'tax',
			after: tax,
			version: Number(taxVersion),
			fieldOf: (rest) => ['tax', ...rest].join('.')
		}
	]);
}

/** Saves what the plan says of the municipality. */
export function saveMunicipality(
	ctx: Context,
	planId: string,
	{ version, values }: { readonly version: number; readonly values: FormValues }
): void {
	permit(ctx, 'plan.edit');
	const { plan } = loadPlan(ctx, planId);
	const stored = planFileOf(plan).municipality;
	const { municipality, errors, fieldOf } = readMunicipalityForm(values, stored);
	saveSections(ctx, planId, errors, [
		{ section: 'municipality', after: municipality, version, fieldOf }
	]);
}

export type SectionEdit = {
	readonly section: SectionPart;
	readonly after: unknown;
	readonly version: number;
	/** The form's field of a place inside the section; null for what the form does not show. */
	readonly fieldOf: (rest: Problem['path']) => string | null;
};

/** Saves sections of the plan as one step. */
export function saveSections(
	ctx: Context,
	planId: string,
	errors: Readonly<Record<string, Text>>,
	edits: readonly SectionEdit[]
): void {
	const isFinance = edits.some(({ section }) => financeParts.has(section));
	permit(ctx, isFinance ? 'plan.finance' : 'plan.edit');
	loadPlan(ctx, planId);
	if (Object.keys(errors).length > 0) throw new InvalidInputError(errors);
	const fieldOf = ([part, ...rest]: Problem['path']) =>
		edits.find(({ section }) => section === part)?.fieldOf(rest) ?? null;
	const title = { name: 'section.edit', label: edits[0]?.section ?? '' };
	asFieldProblems(fieldOf, () =>
		editPlan(
			ctx,
			planId,
			title,
			edits.map(({ section, after, version }): PartEdit => ({
				part: section,
				id: null,
				after,
				version
			}))
		)
	);
}
