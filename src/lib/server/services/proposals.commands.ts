import { allProgrammes } from '../../core/plan/programme.ts';
import { writePlanFile } from '../../input/plan-file/write.ts';
import type { FundingTask } from '../work/funding-worker.ts';
import { callsFor, catalogueDocuments, catalogueFor } from './catalogue.ts';
import { chosen } from './chosen-portfolio.ts';
import { permit, today, type Context } from './context.ts';
import { editPlan } from './edits.ts';
import { InvalidInputError, NotFoundError } from './errors.ts';
import { asFieldProblems } from './field-problems.ts';
import { newApplications, wantedApplication } from './new-applications.ts';
import { loadPlan } from './plan-cache.ts';
import {
	BESIDE_MS,
	assertMayStart,
	chosenSeconds,
	longWork,
	stateOf,
	workKey
} from './long-work.ts';
import { isEntered } from './proposals.ts';

const MOST_APPLICATIONS = 999;

export type ProposalWishes = { readonly seconds: string; readonly mostPerYear: string };

/** Begins to look for the best mix of funding, in a thread of its own. Throws InvalidInputError when too many do. */
export function startProposal(
	ctx: Context,
	planId: string,
	portfolioId: string | null,
	wishes: ProposalWishes
): void {
	const actor = permit(ctx, 'plan.edit');
	const found = chosen(ctx, planId, portfolioId);
	if (!found) throw new NotFoundError(`No portfolio in plan ${planId}.`);
	const { seconds, mostPerYear } = checkedWishes(wishes);
	const key = workKey(actor, planId, found.portfolio.id);
	assertMayStart(ctx.db, key);
	const ask = { portfolio: found.portfolio.id, today: today(ctx), mostPerYear, seconds };
	const data: FundingTask = {
		...ask,
		planFile: writePlanFile(found.plan),
		...catalogueDocuments(ctx.db, actor.organisationId)
	};
	const version = stateOf(loadPlan(ctx, planId));
	const subject = { ask, version, entered: new Map<number, string>() };
	longWork(ctx.db).proposals.start(key, subject, {
		data,
		mostMs: seconds * 1000 + BESIDE_MS,
		at: ctx.now()
	});
}

/** Ends the work on a proposal; what it had found is not kept. */
export function cancelProposal(ctx: Context, planId: string, portfolioId: string | null): void {
	const actor = permit(ctx, 'plan.edit');
	const found = chosen(ctx, planId, portfolioId);
	if (!found) throw new NotFoundError(`No portfolio in plan ${planId}.`);
	longWork(ctx.db).proposals.cancel(workKey(actor, planId, found.portfolio.id));
}

/**
 * Enters the chosen applications of a proposal as planned ones: one step, which undo takes back. Returns how many.
 * Throws InvalidInputError where none is chosen or the plan's rules refuse them.
 */
export function acceptProposal(
	ctx: Context,
	planId: string,
	portfolioId: string | null,
	chosenPlaces: readonly string[]
): number {
	const actor = permit(ctx, 'plan.edit');
	const found = chosen(ctx, planId, portfolioId);
	const key = found && workKey(actor, planId, found.portfolio.id);
	const job = key === null ? null : longWork(ctx.db).proposals.read(key);
	if (!found || job?.state.kind !== 'done') throw new InvalidInputError({ form: GONE });
	const { subject } = job;
	const { proposal } = job.state.result;
	const before = loadPlan(ctx, planId);
	const places = [...new Set(chosenPlaces.map(Number))].filter((place) => {
		const one = proposal[place];
		return one && !isEntered(before.plan, subject.entered.get(place), one.programme);
	});
	if (places.length === 0) throw new InvalidInputError({ form: NONE_CHOSEN });
	const programmes = allProgrammes(before.plan, catalogueFor(ctx.db, actor.organisationId));
	const calls = callsFor(ctx.db, actor.organisationId);
	const source = 'Föreslagen finansiering; sannolikheten är antagen';
	const wanted = places.flatMap((place) => {
		const one = proposal[place];
		return one ? [wantedApplication(one, programmes, calls, source)] : [];
	});
	const { ids, edits } = newApplications(before.plan, wanted);
	const title = { name: 'funding.accept', label: found.portfolio.name };
	asFieldProblems(
		() => null,
		() => editPlan(ctx, planId, title, edits)
	);
	// An id that was undone may be given anew.
	for (const [place, id] of subject.entered) if (ids.includes(id)) subject.entered.delete(place);
	places.forEach((place, row) => subject.entered.set(place, ids[row] ?? ''));
	if (subject.version === stateOf(before)) subject.version = stateOf(loadPlan(ctx, planId));
	return places.length;
}

function checkedWishes({ seconds, mostPerYear }: ProposalWishes) {
	const most = mostPerYear.trim() === '' ? null : Number(mostPerYear.trim());
	const isCount = most === null || (Number.isInteger(most) && most >= 1);
	if (!isCount || (most ?? 0) > MOST_APPLICATIONS)
		throw new InvalidInputError({ mostPerYear: notACount(mostPerYear) });
	return { seconds: chosenSeconds(seconds), mostPerYear: most };
}

function notACount(value: string) {
	return {
		sv: `Antalet ansökningar är ”${value}”. Skriv ett helt tal från 1 till ${MOST_APPLICATIONS}, eller lämna tomt för hur många som helst.`,
		en: `The number of applications is “${value}”. Write a whole number from 1 to ${MOST_APPLICATIONS}, or leave it empty for any number.`
	};
}

const GONE = {
	sv: 'Förslaget finns inte kvar. Räkna fram det på nytt.',
	en: 'The proposal is gone. Have it made anew.'
};
const NONE_CHOSEN = {
	sv: 'Kryssa för minst en ansökan som inte redan är införd.',
	en: 'Tick at least one application that is not entered yet.'
};
