import type { Text } from '../../core/errors.ts';
import type { Measure, Plan, Portfolio } from '../../core/plan/plan.ts';
import type { Problem } from '../../core/plan/problem.ts';
import { measureFileOf, portfolioFileOf } from '../../input/plan-file/write.ts';
import { permit, type Context } from './context.ts';
import { editPlan, problemsOf, type PartEdit } from './edits.ts';
import { asFieldProblems, refuse } from './field-problems.ts';
import { InvalidInputError, NotFoundError } from './errors.ts';
import { nextId } from '../../core/plan/next-id.ts';
import { undecided, type FundingEdit } from '../../input/forms/undecided.ts';
import { lineEdits, NEVER_SEEN, withIds } from './funding-lines.ts';
import { loadPlan } from './plan-cache.ts';

/** A measure with its funding lines as somebody wants them: in the form of the plan file, not yet checked. */
export type MeasureEdit = {
	/** What was looked at; see measureVersion. */
	readonly version: string;
	readonly file: Readonly<Record<string, unknown>>;
	readonly funding: readonly FundingEdit[];
	/** What could not be read of it, by the form's field. */
	readonly errors: Readonly<Record<string, Text>>;
};

/** The versions of a measure and its lines in one text for a form to carry: "3;F04=1;F05=2". */
export function measureVersion(
	measure: number,
	lines: readonly { readonly id: string; readonly version: number }[]
): string {
	return [measure, ...lines.map(({ id, version }) => `${id}=${version}`)].join(';');
}

function versionsIn(text: string) {
	const [measure = '', ...lines] = text.split(';');
	return {
		measure: Number(measure),
		lines: new Map(
			lines.flatMap((line): [string, number][] => {
				const [id, version] = line.split('=');
				return id && version ? [[id, Number(version)]] : [];
			})
		)
	};
}

/**
 * Saves a measure and its funding lines as one step. Throws InvalidInputError by the form's field, or EditConflictError
 * when somebody saved one of them since; either way nothing is changed.
 */
export function saveMeasure(
	ctx: Context,
	planId: string,
	measureId: string,
	{ version, file, funding, errors }: MeasureEdit
): void {
	permit(ctx, 'plan.edit');
	const { plan } = loadPlan(ctx, planId);
	const stored = measureOf(plan, measureId);
	const seen = versionsIn(version);
	const lines = withIds(plan, of(measureId, funding));
	const known = { ...undecided(plan.funding, lines, (row) => `funding.${row}.`), ...errors };
	const edits: PartEdit[] = [
		{ part: 'measures', id: measureId, after: { ...file, id: measureId }, version: seen.measure },
		...lineEdits(plan, lines, seen.lines)
	];
	const title = { name: 'measure.edit', label: `${measureId} ${stored.name.sv}` };
	const field = fieldIn(plan, measureId, lines);
	refuse(known, field, () => problemsOf(ctx, planId, edits));
	asFieldProblems(field, () => editPlan(ctx, planId, title, edits));
}

function of(measure: string, funding: MeasureEdit['funding']) {
	return funding.map((line) => ({ ...line, measure }));
}

/** Adds a measure with its funding lines; it is in no portfolio yet. Returns its id. */
export function createMeasure(
	ctx: Context,
	planId: string,
	{ file, funding, errors }: Omit<MeasureEdit, 'version'>
): string {
	permit(ctx, 'plan.edit');
	const { plan } = loadPlan(ctx, planId);
	const typed = String(file['id'] ?? '');
	const id = typed === '' ? nextId(plan.measures, 'A') : typed;
	if (plan.measures.some((one) => one.id === id))
		throw new InvalidInputError({
			id: {
				sv: `${id} finns redan. Välj ett annat, eller lämna fältet tomt.`,
				en: `${id} is there already. Choose another, or leave the field empty.`
			}
		});
	const lines = withIds(plan, of(id, funding));
	const known = { ...undecided(plan.funding, lines, (row) => `funding.${row}.`), ...errors };
	const edits: PartEdit[] = [
		{ part: 'measures', id, after: { ...file, id } },
		...lineEdits(plan, lines, new Map())
	];
	const name = file['name'] as { readonly sv?: string } | undefined;
	const title = { name: 'measure.create', label: `${id} ${name?.sv ?? ''}` };
	const field = fieldIn(plan, id, lines);
	refuse(known, field, () => problemsOf(ctx, planId, edits));
	asFieldProblems(field, () => editPlan(ctx, planId, title, edits));
	return id;
}

/** A new measure like another, without its funding and in no portfolio. Returns its id. */
export function copyMeasure(ctx: Context, planId: string, measureId: string): string {
	permit(ctx, 'plan.edit');
	const { plan } = loadPlan(ctx, planId);
	const stored = measureOf(plan, measureId);
	const name = { sv: `${stored.name.sv} (kopia)`, en: `${stored.name.en} (copy)` };
	const prefix = /^[A-Za-z]+/.exec(measureId)?.[0] ?? 'A';
	const id = nextId(plan.measures, prefix);
	const copy = measureFileOf({ ...stored, id, name });
	const title = { name: 'measure.copy', label: `${id} ${name.sv}` };
	editPlan(ctx, planId, title, [{ part: 'measures', id, after: copy }]);
	return id;
}

/**
 * Takes a measure away, with its funding lines, its places in portfolios and what other measures say of it. Throws
 * EditConflictError when somebody saved the measure or its lines since they were looked at.
 */
export function removeMeasure(
	ctx: Context,
	planId: string,
	measureId: string,
	version: string
): void {
	permit(ctx, 'plan.edit');
	const { plan } = loadPlan(ctx, planId);
	const gone = measureOf(plan, measureId);
	const without = (ids: readonly string[]) => ids.filter((id) => id !== measureId);
	const seen = versionsIn(version);
	const edits: PartEdit[] = [
		{ part: 'measures', id: measureId, after: null, version: seen.measure },
		...plan.funding
			.filter((line) => line.measure === measureId)
			.map(({ id }): PartEdit => ({
				part: 'funding',
				id,
				after: null,
				version: seen.lines.get(id) ?? NEVER_SEEN
			})),
		...plan.measures
			.filter(({ excludes, requires }) => [...excludes, ...requires].includes(measureId))
			.map((one): PartEdit => ({
				part: 'measures',
				id: one.id,
				after: measureFileOf({
					...one,
					excludes: without(one.excludes),
					requires: without(one.requires)
				})
			})),
		...plan.portfolios
			.filter(({ measures }) => measures.includes(measureId))
			.map((one): PartEdit => ({
				part: 'portfolios',
				id: one.id,
				after: portfolioWithout(one, measureId)
			}))
	];
	editPlan(ctx, planId, { name: 'measure.remove', label: `${measureId} ${gone.name.sv}` }, edits);
}

function portfolioWithout(one: Portfolio, measureId: string) {
	return portfolioFileOf({ ...one, measures: one.measures.filter((id) => id !== measureId) });
}

function measureOf(plan: Plan, id: string): Measure {
	const found = plan.measures.find((one) => one.id === id);
	if (!found) throw new NotFoundError(`No measure ${id} in the plan.`);
	return found;
}

const listFields: ReadonlySet<string> = new Set([
	'excludes',
	'requires',
	'commitments',
	'sdg',
	'coBenefits'
]);

/** Lists of words are one field; a range that is wrong as a whole is told at its first cell. */
function measureField(rest: Problem['path']): string {
	const [name, ...inner] = rest;
	if (listFields.has(String(name))) return String(name);
	if (name === 'uncertainty' && inner.length === 1) return `uncertainty.${inner[0]}.0`;
	return rest.join('.');
}

/** The form's field of a place in the plan file; null for what the form does not show. */
function fieldIn(plan: Plan, measureId: string, lines: readonly FundingEdit[]) {
	const known = plan.measures.findIndex(({ id }) => id === measureId);
	const place = known < 0 ? plan.measures.length : known;
	const kept = plan.funding.filter(
		({ id, measure }) => measure !== measureId || lines.some((line) => line.id === id)
	);
	const newLines = lines.filter(({ id }) => !plan.funding.some((line) => line.id === id));
	const order = [...kept.map(({ id }) => id), ...newLines.map(({ id }) => id)];
	return ([part, index, ...rest]: Problem['path']): string | null => {
		if (part === 'measures' && index === place) return measureField(rest);
		const row = part === 'funding' ? lines.findIndex(({ id }) => id === order[Number(index)]) : -1;
		return row < 0 ? null : `funding.${row}.${rest.join('.')}`;
	};
}
