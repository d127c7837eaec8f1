import type { Text } from '../../core/errors.ts';
import { isListed } from '../../core/funding/certainty.ts';
import { askedOf, grantedLines } from '../../core/plan/application.ts';
import { nextId } from '../../core/plan/next-id.ts';
import { inKronor } from '../../core/plan/placement.ts';
import type { Application, FundingLine, FundingStatus, Plan } from '../../core/plan/plan.ts';
import type { Problem } from '../../core/plan/problem.ts';
import { rounded, type Decimal } from '../../core/decimal.ts';
import { applicationFileOf, fundingFileOf } from '../../input/plan-file/write.ts';
import { permit, today, type Context } from './context.ts';
import { editPlan, problemsOf, type PartEdit, type StepTitle } from './edits.ts';
import { InvalidInputError, NotFoundError } from './errors.ts';
import { asFieldProblems, refuse } from './field-problems.ts';
import { undecided, type FundingEdit } from './funding-lines.ts';
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
	write(ctx, planId, plan, title, { edit: { ...file, programme, id }, version, errors });
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
	write(ctx, planId, plan, title, { edit: { ...file, id }, version: undefined, errors });
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
};

/** Moves an application along: one step, which undo takes back. Granted and onward needs the decision. */
export function moveApplication(ctx: Context, planId: string, id: string, move: Move): void {
	permit(ctx, 'plan.edit');
	const { plan } = loadPlan(ctx, planId);
	const stored = applicationOf(plan, id);
	const lines = plan.funding.filter(({ application }) => application === id);
	const after = applicationFileOf(movedTo(plan, stored, lines, move, today(ctx)));
	const title = { name: 'application.move', label: `${id} ${stored.name}` };
	const others = move.granted === null ? [] : linesGranted(lines, move.granted);
	write(ctx, planId, plan, title, {
		edit: { ...after, id },
		version: move.version,
		errors: {},
		others
	});
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
	const isUnsent = status === 'idea' || status === 'planned';
	const sent = asked ?? askedInKronor(plan, lines) ?? undefined;
	const isStated = caseNumber.trim() !== '' || date.trim() !== '';
	const decided = isStated ? { caseNumber: caseNumber.trim(), date: date.trim() } : decision;
	return {
		...rest,
		status,
		...(!isUnsent && { applied: applied ?? day }),
		...(!isUnsent && sent && { asked: sent }),
		...(decided && { decision: decided })
	};
}

/** What lines ask together, in kronor to the öre; null where that is not known. */
function askedInKronor(plan: Plan, lines: readonly FundingLine[]): Decimal | null {
	const asks = askedOf(lines);
	const kronor = asks && inKronor(asks, plan.settings.euroRate);
	return kronor && rounded(kronor, 2);
}

function linesGranted(lines: readonly FundingLine[], granted: Decimal): PartEdit[] {
	const asked = askedOf(lines);
	if (!asked || asked.amount.isZero()) throw new InvalidInputError({ granted: AMOUNTS_FIRST });
	if (asked.currency !== 'SEK') throw new InvalidInputError({ granted: IN_EUROS });
	if (granted.eq(asked.amount)) return [];
	return grantedLines(lines, granted).map((line): PartEdit => ({
		part: 'funding',
		id: line.id,
		after: fundingFileOf(line)
	}));
}

/** Takes an application away with its lines. Throws EditConflictError when somebody saved it since it was looked at. */
export function removeApplication(ctx: Context, planId: string, id: string, version: number): void {
	permit(ctx, 'plan.edit');
	const { plan } = loadPlan(ctx, planId);
	const { name } = applicationOf(plan, id);
	editPlan(ctx, planId, { name: 'application.remove', label: `${id} ${name}` }, [
		{ part: 'applications', id, after: null, version },
		...plan.funding
			.filter(({ application }) => application === id)
			.map((line): PartEdit => ({ part: 'funding', id: line.id, after: null }))
	]);
}

/** Lines of programmes that one applies to, listed, and of no application yet. */
export function looseLines({ funding, programmes }: Plan): FundingLine[] {
	const applied = new Set(
		programmes.filter(({ instrument }) => instrument === 'grant').map(({ id }) => id)
	);
	return funding.filter(
		({ application, programme, status }) =>
			application === undefined && isListed(status) && applied.has(programme)
	);
}

/**
 * Makes applications of the lines that have none, as many as were seen: those of a measure and programme that say the same
 * are one. One step.
 */
export function gatherLines(ctx: Context, planId: string, seen: number): number {
	permit(ctx, 'plan.edit');
	const { plan } = loadPlan(ctx, planId);
	const loose = looseLines(plan);
	if (loose.length === 0) throw new InvalidInputError({ form: NOTHING_LOOSE });
	if (loose.length !== seen) throw new InvalidInputError({ form: OTHERS_NOW });
	const groups = new Map<string, FundingLine[]>();
	for (const line of loose) {
		const { measure, programme, status, probability, applied, decision } = line;
		const key = JSON.stringify([measure, programme, status, probability, applied, decision]);
		groups.set(key, [...(groups.get(key) ?? []), line]);
	}
	const taken: { readonly id: string }[] = [...plan.applications];
	const edits = [...groups.values()].flatMap((lines): PartEdit[] => {
		const id = nextId(taken, 'AN');
		taken.push({ id });
		return gathered(plan, id, lines);
	});
	asFieldProblems(
		() => null,
		() => editPlan(ctx, planId, { name: 'application.gather', label: String(groups.size) }, edits)
	);
	return groups.size;
}

function gathered(plan: Plan, id: string, lines: readonly FundingLine[]): PartEdit[] {
	const [first] = lines;
	if (!first) return [];
	const { measure, programme, status, probability, applied, decision, source, confidence } = first;
	const name = plan.programmes.find((one) => one.id === programme)?.name.sv ?? programme;
	const asked = applied === undefined ? null : askedInKronor(plan, lines);
	const application: Application = {
		id,
		name: `${name}, ${measure}`,
		programme,
		status,
		probability,
		...(applied !== undefined && { applied }),
		...(decision && { decision }),
		...(asked && { asked }),
		responsible: '',
		reports: [],
		note: '',
		source,
		confidence
	};
	return [
		{ part: 'applications', id, after: applicationFileOf(application) },
		...lines.map((line): PartEdit => ({
			part: 'funding',
			id: line.id,
			after: fundingFileOf({ ...line, application: id })
		}))
	];
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
	refuse(wrong, fieldOf, () => problemsOf(ctx, planId, edits));
	asFieldProblems(fieldOf, () => editPlan(ctx, planId, title, edits));
}

const AMOUNTS_FIRST = {
	sv: 'Ansökan har inga kända belopp. Skriv dem på åtgärden först.',
	en: 'The application has no known amounts. Write them at the measure first.'
};
const IN_EUROS = {
	sv: 'Ansökan är i euro. Ändra beloppen på åtgärden.',
	en: 'The application is in euros. Change the amounts at the measure.'
};
const OTHERS_NOW = {
	sv: 'Raderna har ändrats sedan du såg dem. Se hur många de är nu och försök igen.',
	en: 'The lines have changed since you saw them. See how many there are now and try again.'
};
const NOTHING_LOOSE = {
	sv: 'Alla rader hör redan till en ansökan.',
	en: 'All lines belong to an application already.'
};
