import { randomUUID } from 'node:crypto';
import type { Text } from '../../core/errors.ts';
import { readDecisionMade, readProposal } from '../../input/forms/decision-form.ts';
import type { FormValues } from '../../input/forms/field-reader.ts';
import { inTransaction } from '../db/open.ts';
import { decisionHash, writeDecision } from '../files/decision-file.ts';
import * as decisions from '../store/decisions.ts';
import { chosen } from './chosen-portfolio.ts';
import { permit, record, today, type Context, type Member } from './context.ts';
import {
	decisionEntity,
	decisionsOf,
	isWhole,
	readFrozen,
	stateOf,
	stepHash,
	toldOf,
	type DecisionState
} from './decisions.ts';
import { InvalidInputError, NotFoundError } from './errors.ts';
import { stateOf as planStateOf } from './long-work.ts';
import { loadPlan } from './plan-cache.ts';
import { storedRisk } from './risks.ts';

/**
 * Freezes a portfolio of the plan as it is and proposes it for a decision; somebody else must confirm it. Returns its id.
 * Throws InvalidInputError by field, also when the plan is another than the one that was looked at.
 */
export function proposeDecision(
	ctx: Context,
	planId: string,
	portfolioId: string | null,
	{ state, values }: { readonly state: string; readonly values: FormValues }
): string {
	const actor = permit(ctx, 'plan.finance');
	const { proposal, errors } = readProposal(values);
	return inTransaction(ctx.db, () => {
		const loaded = loadPlan(ctx, planId);
		const portfolio = portfolioId === null ? null : chosen(ctx, planId, portfolioId)?.portfolio;
		if (!portfolio || portfolio.measures.length === 0)
			throw new InvalidInputError({ form: NOTHING_IN_IT });
		if (Object.keys(errors).length > 0) throw new InvalidInputError(errors);
		if (planStateOf(loaded) !== state) throw new InvalidInputError({ form: PLAN_CHANGED });
		const key = { organisationId: actor.organisationId, planId };
		const isOpen = decisionsOf(ctx.db, key).some(
			(one) => one.portfolioId === portfolio.id && one.state === 'proposed'
		);
		if (isOpen) throw new InvalidInputError({ form: ALREADY_PROPOSED });
		const risk = storedRisk(ctx.db, key, portfolio.id);
		const [id, at] = [randomUUID(), ctx.now()];
		const document = writeDecision(loaded.plan, portfolio.id, {
			...proposal,
			id,
			planId,
			planVersion: loaded.head.version,
			day: today(ctx),
			risk: risk && risk.state === planStateOf(loaded) ? risk.file : null
		});
		const row = {
			...key,
			id,
			portfolioId: portfolio.id,
			portfolioName: portfolio.name,
			caseNumber: proposal.caseNumber,
			document,
			hash: decisionHash(document),
			proposedBy: actor.userId,
			proposedAt: at
		};
		decisions.create(ctx.db, row);
		note({ ...ctx, now: () => at }, row, 'decision.propose', row.hash);
		return row.id;
	});
}

/** The second pair of eyes. Throws InvalidInputError when it is the proposer's own, or no longer waits for it. */
export function confirmDecision(ctx: Context, planId: string, id: string): void {
	step(ctx, planId, id, {
		kind: 'confirmed',
		from: ['proposed'],
		refuse: (row, actor) => (row.proposedBy === actor.userId ? OWN : null)
	});
}

/** Turns a proposal down, or takes one's own back; it stays as it was, with the reason. */
export function declineDecision(ctx: Context, planId: string, id: string, reason: string): void {
	decisionIn(ctx, planId, id);
	if (reason.trim() === '') throw new InvalidInputError({ reason: REASON });
	step(ctx, planId, id, {
		kind: 'declined',
		from: ['proposed'],
		details: { reason: reason.trim() }
	});
}

/** Records what the political body decided; recorded again, the later counts and both stay. Throws InvalidInputError by field. */
export function recordDecision(ctx: Context, planId: string, id: string, values: FormValues): void {
	const { day: from } = readFrozen(ctx.db, decisionIn(ctx, planId, id)).document;
	const { made, errors } = readDecisionMade(values, { from, to: today(ctx) });
	if (Object.keys(errors).length > 0) throw new InvalidInputError(errors);
	const { body, ...own } = made;
	step(ctx, planId, id, {
		kind: 'recorded',
		from: ['confirmed', 'approved', 'rejected', 'returned'],
		details: { body: body.kind, bodyName: body.name, ...own }
	});
}

/** The decision, for those who may act on it. Throws NotFoundError. */
function decisionIn(ctx: Context, planId: string, id: string): decisions.DecisionRow {
	const { organisationId } = permit(ctx, 'plan.finance');
	loadPlan(ctx, planId);
	const row = decisions.read(ctx.db, { organisationId, planId }, id);
	if (!row) throw new NotFoundError(`No decision ${id} of plan ${planId}.`);
	return row;
}

type Step = {
	readonly kind: decisions.DecisionStepRow['kind'];
	readonly from: readonly DecisionState[];
	readonly details?: Readonly<Record<string, string>>;
	readonly refuse?: (row: decisions.DecisionRow, actor: Member) => Text | null;
};

function step(
	ctx: Context,
	planId: string,
	id: string,
	{ kind, from, details = {}, refuse }: Step
): void {
	const actor = permit(ctx, 'plan.finance');
	inTransaction(ctx.db, () => {
		const row = decisionIn(ctx, planId, id);
		const before = decisions.steps(ctx.db, row, [id]);
		if (!from.includes(stateOf(before))) throw new InvalidInputError({ form: MOVED_ON });
		if (!isWhole(ctx.db, row, before)) throw new InvalidInputError({ form: BROKEN });
		const refusal = refuse?.(row, actor);
		if (refusal) throw new InvalidInputError({ form: refusal });
		/** One instant for the step and for what the log tells of it. */
		const at = ctx.now();
		const own = {
			organisationId: actor.organisationId,
			decisionId: id,
			position: before.length,
			...{ kind, details },
			by: actor.userId,
			at
		};
		const hash = stepHash(row, before, own);
		decisions.addStep(ctx.db, { ...own, hash });
		const said = Object.values(details).filter((one) => one !== '');
		note(
			{ ...ctx, now: () => at },
			row,
			`decision.${kind}`,
			[toldOf(row, { hash }), ...said].join(' ')
		);
	});
}

/** The log says which text it was, so that a changed one is found against it. */
function note(ctx: Context, row: decisions.DecisionHead, action: string, newValue: string): void {
	record(ctx, {
		action,
		entity: 'decision',
		entityId: decisionEntity(row),
		field: row.caseNumber,
		newValue
	});
}

const NOTHING_IN_IT: Text = {
	sv: 'Portföljen har inga åtgärder att besluta om. Lägg till åtgärder först.',
	en: 'The portfolio has no measures to decide on. Add some first.'
};
const PLAN_CHANGED: Text = {
	sv: 'Planen har ändrats sedan du öppnade sidan. Siffrorna nedan är de nya: läs dem och föreslå igen.',
	en: 'The plan has changed since you opened the page. The figures below are the new ones: read them and propose again.'
};
const ALREADY_PROPOSED: Text = {
	sv: 'Portföljen är redan föreslagen och väntar på att bekräftas. Bekräfta eller avböj det förslaget först.',
	en: 'The portfolio is already proposed and waits to be confirmed. Confirm or turn down that proposal first.'
};
const OWN: Text = {
	sv: 'Den som har föreslagit kan inte själv bekräfta. Be en kollega med ekonomirollen.',
	en: 'Who proposed it cannot confirm it. Ask a colleague with the finance role.'
};
const REASON: Text = {
	sv: 'Skriv varför, i en mening.',
	en: 'Write why, in a sentence.'
};
const MOVED_ON: Text = {
	sv: 'Någon annan har redan fört ärendet vidare. Se vad som har hänt nedan.',
	en: 'Somebody else has already taken the matter further. See below what has happened.'
};
const BROKEN: Text = {
	sv: 'Det som är sparat stämmer inte med sin kontrollsumma. Gå inte vidare med beslutet; säg till den som sköter systemet.',
	en: 'What is stored does not agree with its checksum. Do not go on with the decision; tell whoever runs the system.'
};
