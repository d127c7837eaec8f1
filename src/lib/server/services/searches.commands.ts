import { allProgrammes } from '../../core/plan/programme.ts';
import type { FormValues } from '../../input/forms/field-reader.ts';
import { readWishForm } from '../../input/forms/wish-form.ts';
import { writePlanFile } from '../../input/plan-file/write.ts';
import type { FrontFile } from '../work/front-task.ts';
import type { OptimumFile } from '../work/portfolio-task.ts';
import type { SearchAsk, SearchTask } from '../work/portfolio-worker.ts';
import { callsFor, catalogueDocuments, catalogueFor } from './catalogue.ts';
import { nextPortfolioId } from './decisions.ts';
import { permit, today, type Context } from './context.ts';
import { editPlan, type PartEdit } from './edits.ts';
import { InvalidInputError } from './errors.ts';
import { asFieldProblems } from './field-problems.ts';
import {
	BESIDE_MS,
	assertMayStart,
	chosenSeconds,
	longWork,
	stateOf,
	workKey
} from './long-work.ts';
import { newApplications, wantedApplication } from './new-applications.ts';
import { loadPlan } from './plan-cache.ts';

/** What of the search is saved, and as what: the best, or the point of a front at a place. */
export type FoundWish = {
	readonly name: string;
	readonly withApplications: boolean;
	readonly place: number;
};

/** Begins to look for the best portfolio, in a thread of its own. Throws InvalidInputError by field. */
export function startSearch(ctx: Context, planId: string, values: FormValues): void {
	const actor = permit(ctx, 'plan.edit');
	const loaded = loadPlan(ctx, planId);
	const { file, errors } = readWishForm(loaded.plan, values);
	if (Object.keys(errors).length > 0) throw new InvalidInputError(errors);
	const seconds = chosenSeconds(values['seconds'] ?? '');
	const key = workKey(actor, planId);
	assertMayStart(ctx.db, key);
	const kind = values['kind'] === 'front' ? 'front' : 'best';
	const ask: SearchAsk = { kind, wish: file, today: today(ctx), seconds };
	const data: SearchTask = {
		...ask,
		planFile: writePlanFile(loaded.plan),
		...catalogueDocuments(ctx.db, actor.organisationId)
	};
	// A contradiction, where there is one, is looked for in as much time again.
	const mostMs = 2 * seconds * 1000 + BESIDE_MS;
	const subject = { ask, values, version: stateOf(loaded), saved: new Map<number, string>() };
	longWork(ctx.db).searches.start(key, subject, { data, mostMs, at: ctx.now() });
}

/** Ends the search; what it had found is not kept. */
export function cancelSearch(ctx: Context, planId: string): void {
	const actor = permit(ctx, 'plan.edit');
	loadPlan(ctx, planId);
	longWork(ctx.db).searches.cancel(workKey(actor, planId));
}

/** Ends the search with the best that it has found so far. */
export function stopSearch(ctx: Context, planId: string): void {
	const actor = permit(ctx, 'plan.edit');
	loadPlan(ctx, planId);
	longWork(ctx.db).searches.stop(workKey(actor, planId));
}

/**
 * Makes a portfolio of what was found, and of the applications that it counts on planned ones where that is wished: one step,
 * which undo takes back. Returns its id. Throws InvalidInputError where the search is gone or the plan's rules refuse it.
 */
export function saveFound(
	ctx: Context,
	planId: string,
	{ name, withApplications, place }: FoundWish
): string {
	const actor = permit(ctx, 'plan.edit');
	const before = loadPlan(ctx, planId);
	const job = longWork(ctx.db).searches.read(workKey(actor, planId));
	const result = job?.state.kind === 'done' ? foundAt(job.state.result, place) : null;
	if (!job || !result?.portfolio) throw new InvalidInputError({ form: GONE });
	const saved = before.plan.portfolios.find((one) => one.id === job.subject.saved.get(place));
	if (saved) throw new InvalidInputError({ form: alreadySaved(saved.name) });
	if (name.trim() === '') throw new InvalidInputError({ name: GIVE_NAME });
	const id = nextPortfolioId(ctx, planId, before.plan);
	const programmes = allProgrammes(before.plan, catalogueFor(ctx.db, actor.organisationId));
	const calls = callsFor(ctx.db, actor.organisationId);
	const source = 'Följer med en framräknad portfölj; sannolikheten är antagen';
	const wanted = result.applications.map((one) =>
		wantedApplication(one, programmes, calls, source)
	);
	const edits: PartEdit[] = [
		{ part: 'portfolios', id, after: { ...result.portfolio, id, name: name.trim() } },
		...(withApplications ? newApplications(before.plan, wanted).edits : [])
	];
	const fieldOf = (path: readonly (string | number)[]) =>
		path[0] === 'portfolios' && path[2] === 'name' ? 'name' : null;
	asFieldProblems(fieldOf, () =>
		editPlan(ctx, planId, { name: 'portfolio.find', label: name.trim() }, edits)
	);
	const { subject } = job;
	if (subject.version === stateOf(before)) subject.version = stateOf(loadPlan(ctx, planId));
	// An id that was undone may be given anew.
	for (const [at, known] of subject.saved) if (known === id) subject.saved.delete(at);
	subject.saved.set(place, id);
	return id;
}

function foundAt(file: OptimumFile | FrontFile, place: number) {
	return file.format === 'klimatportfolj-front' ? (file.points[place] ?? null) : file;
}

const GONE = {
	sv: 'Det som hittades finns inte kvar. Sök på nytt.',
	en: 'What was found is gone. Search anew.'
};
function alreadySaved(name: string) {
	return {
		sv: `Det som hittades är redan sparat som ”${name}”. Sök på nytt, eller kopiera den portföljen.`,
		en: `What was found is saved already as “${name}”. Search anew, or copy that portfolio.`
	};
}
const GIVE_NAME = {
	sv: 'Skriv vad portföljen ska heta.',
	en: 'Write what the portfolio is called.'
};
