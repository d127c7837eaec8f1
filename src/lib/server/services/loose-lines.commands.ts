import { isListed } from '../../core/funding/certainty.ts';
import { nextId } from '../../core/plan/next-id.ts';
import type { Application, FundingLine, Plan } from '../../core/plan/plan.ts';
import { applicationFileOf, fundingFileOf } from '../../input/plan-file/write.ts';
import { askedBy } from './applications.commands.ts';
import { permit, type Context } from './context.ts';
import { editPlan, type PartEdit } from './edits.ts';
import { InvalidInputError } from './errors.ts';
import { asFieldProblems } from './field-problems.ts';
import { loadPlan } from './plan-cache.ts';

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
	const unasked: Application = {
		id,
		name: `${name}, ${measure}`,
		programme,
		status,
		probability,
		applied,
		decision,
		responsible: '',
		reports: [],
		note: '',
		source,
		confidence
	};
	const asked = applied === undefined ? undefined : askedBy(plan, unasked, lines);
	return [
		{ part: 'applications', id, after: applicationFileOf({ ...unasked, asked }) },
		...lines.map((line): PartEdit => ({
			part: 'funding',
			id: line.id,
			after: fundingFileOf({ ...line, application: id })
		}))
	];
}

const OTHERS_NOW = {
	sv: 'Raderna har ändrats sedan du såg dem. Se hur många de är nu och försök igen.',
	en: 'The lines have changed since you saw them. See how many there are now and try again.'
};
const NOTHING_LOOSE = {
	sv: 'Alla rader hör redan till en ansökan.',
	en: 'All lines belong to an application already.'
};
