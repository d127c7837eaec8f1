import type { Text } from '../../core/errors.ts';
import { isSecured } from '../../core/funding/certainty.ts';
import { grantedLines, kronorOf } from '../../core/plan/application.ts';
import { nextId } from '../../core/plan/next-id.ts';
import type { Application, FundingLine, FundingStatus, Plan } from '../../core/plan/plan.ts';
import type { Problem } from '../../core/plan/problem.ts';
import { rounded, type Decimal } from '../../core/decimal.ts';
import { applicationFileOf, fundingFileOf } from '../../input/plan-file/write.ts';
import * as parts from '../store/plan-parts.ts';
import { callsFor } from './catalogue.ts';
import { permit, today, type Context } from './context.ts';
import { editPlan, problemsOf, type PartEdit, type StepTitle } from './edits.ts';
import { EditConflictError, InvalidInputError, NotFoundError } from './errors.ts';
import { asFieldProblems, refuse } from './field-problems.ts';
import { undecided, type FundingEdit } from '../../input/forms/undecided.ts';
import { loadPlan } from './plan-cache.ts';

/** An application as its form sends it: in the form of the plan file, not yet checked. */
export type ApplicationEdit = {
	readonly version: number;
	readonly file: Readonly<Record<string, unknown>>;
	readonly errors: Readonly<Record<string, Text>>;
};

/** Saves what stands about an application. Throws InvalidInputError by field, EditConflictError when somebody was first. */
export function saveApplication(
	ctx: Context,
	planId: string,
	id: string,
	{ version, file, errors }: ApplicationEdit
): void {
	permit(ctx, 'plan.edit');
	const { plan } = loadPlan(ctx, planId);
	const { name, programme } = applicationOf(plan, id);
	const title = { name: 'application.edit', label: `${id} ${name}` };
	const edit = { ...file, programme, id };
	write(ctx, planId, plan, title, {
		edit,
		version,
		errors: { ...callErrors(ctx, edit), ...errors }
	});
}

/** Adds an application that has no lines yet, and returns its id. */
export function createApplication(
	ctx: Context,
	planId: string,
	{ file, errors }: Omit<ApplicationEdit, 'version'>
): string {
	permit(ctx, 'plan.edit');
	const { plan } = loadPlan(ctx, planId);
	const id = nextId(plan.applications, 'AN');
	const title = { name: 'application.create', label: `${id} ${String(file['name'] ?? '')}` };
	const edit = { ...file, id };
	const wrong = { ...callErrors(ctx, edit), ...errors };
	write(ctx, planId, plan, title, { edit, version: undefined, errors: wrong });
	return id;
}

/** Where an application goes, and what a grant rests on; the kronor granted share out on its lines. */
export type Move = {
	readonly status: FundingStatus;
	readonly caseNumber: string;
	readonly date: string;
	/** null: what was asked. */
	readonly granted: Decimal | null;
	readonly version: number;
	/** The lines and their versions that were looked at. */
	readonly lines: string;
};

/** Moves an application along: one step, which undo takes back. Granted and onward needs the decision. */
export function moveApplication(ctx: Context, planId: string, id: string, move: Move): void {
	permit(ctx, 'plan.edit');
	const { plan } = loadPlan(ctx, planId);
	const stored = applicationOf(plan, id);
	const lines = linesOf(ctx, planId, plan, id, move.lines);
	const after = applicationFileOf(movedTo(plan, stored, lines, move, today(ctx)));
	const title = { name: 'application.move', label: `${id} ${stored.name}` };
	write(ctx, planId, plan, title, {
		edit: { ...after, id },
		version: move.version,
		errors: {},
		others: linesAfter(stored, lines, move)
	});
}

/** Lines with their versions as one text, by which a move tells whether they are what was seen. */
export function linesSeen(
	versions: ReadonlyMap<string, { readonly version: number }>,
	lines: readonly FundingLine[]
): string {
	return lines.map(({ id }) => `${id}:${versions.get(id)?.version ?? 0}`).join(' ');
}

/** The lines of an application. Throws EditConflictError when they are not those that were seen. */
function linesOf(
	ctx: Context,
	planId: string,
	{ funding }: Plan,
	id: string,
	seen: string
): FundingLine[] {
	const { organisationId } = permit(ctx, 'plan.edit');
	const lines = funding.filter(({ application }) => application === id);
	const versions = parts.versions(ctx.db, { organisationId, planId }, 'funding');
	if (linesSeen(versions, lines) !== seen) throw new EditConflictError(null, []);
	return lines;
}

/** An application as it stands after a move: sent today if it was not sent, no longer sent if it goes back. */
function movedTo(
	plan: Plan,
	stored: Application,
	lines: readonly FundingLine[],
	{ status, caseNumber, date }: Move,
	day: string
): Application {
	const { applied, asked, decision, ...rest } = stored;
	const isStated = caseNumber.trim() !== '' || date.trim() !== '';
	// A grant's decision holds while it is granted; a rejection's is none of a grant.
	const kept = isSecured(status) && isSecured(stored.status) ? decision : undefined;
	const decided = isStated ? { caseNumber: caseNumber.trim(), date: date.trim() } : kept;
	const sent =
		status === 'idea' || status === 'planned'
			? {}
			: status === 'rejected'
				? { applied, asked }
				: { applied: applied ?? day, asked: asked ?? askedBy(plan, stored, lines) };
	return { ...rest, status, ...sent, decision: decided };
}

/** What an application that is sent now asks, to the öre; what is granted already does not tell. */
export function askedBy(
	{ settings }: Plan,
	{ status }: Application,
	lines: readonly FundingLine[]
): Decimal | undefined {
	const kronor =
		isSecured(status) || lines.length === 0 ? null : kronorOf(lines, settings.euroRate);
	return kronor ? rounded(kronor, 2) : undefined;
}

/** Lines whose amounts a move changes: to what is granted, or back to what was asked when a grant is taken back. */
function linesAfter(
	{ status: was, asked }: Application,
	lines: readonly FundingLine[],
	{ status, granted }: Move
): PartEdit[] {
	if (granted !== null) {
		if (!isSecured(status)) throw new InvalidInputError({ granted: NOT_GRANTED });
		if (granted.lte(0)) throw new InvalidInputError({ granted: NOTHING_GRANTED });
	}
	const isTakenBack = isSecured(was) && !isSecured(status);
	const wanted = granted ?? (isTakenBack ? (asked ?? null) : null);
	if (wanted === null) return [];
	const inSek = lines.every(({ amounts }) => amounts.every(({ currency }) => currency === 'SEK'));
	const now = inSek ? kronorOf(lines, null) : null;
	if (granted !== null && !inSek) throw new InvalidInputError({ granted: IN_EUROS });
	if (granted !== null && !now?.gt(0)) throw new InvalidInputError({ granted: AMOUNTS_FIRST });
	if (!now?.gt(0) || wanted.eq(now)) return [];
	return grantedLines(lines, wanted).map((line): PartEdit => ({
		part: 'funding',
		id: line.id,
		after: fundingFileOf(line)
	}));
}

/** Takes an application away with its lines. Throws EditConflictError when somebody saved it since it was looked at. */
export function removeApplication(
	ctx: Context,
	planId: string,
	id: string,
	{ version, lines: seen }: Pick<Move, 'version' | 'lines'>
): void {
	permit(ctx, 'plan.edit');
	const { plan } = loadPlan(ctx, planId);
	const { name } = applicationOf(plan, id);
	const lines = linesOf(ctx, planId, plan, id, seen);
	editPlan(ctx, planId, { name: 'application.remove', label: `${id} ${name}` }, [
		{ part: 'applications', id, after: null, version },
		...lines.map((line): PartEdit => ({ part: 'funding', id: line.id, after: null }))
	]);
}

/** A call is one of the application's programme. */
function callErrors(ctx: Context, edit: FundingEdit): Record<string, Text> {
	const { organisationId } = permit(ctx, 'plan.edit');
	if (edit['call'] === undefined) return {};
	const call = callsFor(ctx.db, organisationId).find(({ id }) => id === edit['call']);
	return call?.programme === edit['programme'] ? {} : { call: OTHER_CALL };
}

function applicationOf(plan: Plan, id: string): Application {
	const found = plan.applications.find((one) => one.id === id);
	if (!found) throw new NotFoundError(`No application ${id} in the plan.`);
	return found;
}

type Write = {
	readonly edit: FundingEdit;
	readonly version: number | undefined;
	readonly errors: Readonly<Record<string, Text>>;
	readonly others?: readonly PartEdit[];
};

function write(
	ctx: Context,
	planId: string,
	plan: Plan,
	title: StepTitle,
	{ edit, version, errors, others = [] }: Write
): void {
	const known = plan.applications.findIndex(({ id }) => id === edit.id);
	const place = known < 0 ? plan.applications.length : known;
	const fieldOf = ([part, index, ...rest]: Problem['path']) =>
		part === 'applications' && index === place ? rest.join('.') : null;
	const edits: PartEdit[] = [
		{ part: 'applications', id: edit.id, after: edit, version },
		...others
	];
	const wrong = { ...undecided(plan.applications, [edit], () => ''), ...errors };
	// The form itself tells by its rows what is wrong with duties to report.
	const told = () => problemsOf(ctx, planId, edits).filter(({ path }) => path[2] !== 'reports');
	refuse(wrong, fieldOf, told);
	asFieldProblems(fieldOf, () => editPlan(ctx, planId, title, edits));
}

const OTHER_CALL = {
	sv: 'Utlysningen är inte programmets. Välj en av dess egna, eller ingen.',
	en: 'The call is not one of the programme. Choose one of its own, or none.'
};
const AMOUNTS_FIRST = {
	sv: 'Ansökan har inga kända belopp. Skriv dem på åtgärden först.',
	en: 'The application has no known amounts. Write them at the measure first.'
};
const NOT_GRANTED = {
	sv: 'Beviljat belopp skrivs när ansökan är beviljad, avtalad eller utbetald. Lämna tomt här.',
	en: 'A granted amount is written when the application is granted, contracted or paid. Leave it empty here.'
};
const NOTHING_GRANTED = {
	sv: 'Inget beviljat är ett avslag. Flytta ansökan till avslagen i stället.',
	en: 'Nothing granted is a rejection. Move the application to rejected instead.'
};
const IN_EUROS = {
	sv: 'Ansökan är i euro. Ändra beloppen på åtgärden.',
	en: 'The application is in euros. Change the amounts at the measure.'
};
