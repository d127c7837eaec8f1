import { nextId } from '../../core/plan/next-id.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { DecisionMade, Outcome } from '../../input/forms/decision-form.ts';
import { secretHash } from '../auth/secrets.ts';
import type { Db } from '../db/open.ts';
import {
	decisionHash,
	methodChanges,
	readDecision,
	type DecisionDocument
} from '../files/decision-file.ts';
import * as audit from '../store/audit.ts';
import * as decisions from '../store/decisions.ts';
import type { PlanKey } from '../store/plan-key.ts';
import { permit, type Context } from './context.ts';

/** How far a decision has come: proposed, confirmed by a second person or turned down by one, then what the body did. */
export type DecisionState = 'proposed' | 'confirmed' | 'declined' | Outcome;

/** A decision that a list shows: where it stands, and what the body decided last. */
export type ListedDecision = decisions.DecisionHead & {
	readonly steps: readonly decisions.DecisionStepRow[];
	readonly state: DecisionState;
	/** null: no body has decided, as far as it is recorded. */
	readonly made: DecisionMade | null;
};

export function decisionsOf(db: Db, key: PlanKey): ListedDecision[] {
	const heads = decisions.list(db, key);
	const all = decisions.steps(
		db,
		key,
		heads.map(({ id }) => id)
	);
	return heads.map((head) => {
		const steps = all.filter(({ decisionId }) => decisionId === head.id);
		return { ...head, steps, state: stateOf(steps), made: madeOf(steps) };
	});
}

/** Where the steps have led: what was recorded last counts. */
export function stateOf(steps: readonly decisions.DecisionStepRow[]): DecisionState {
	const made = madeOf(steps);
	if (made) return made.outcome;
	const last = steps.at(-1)?.kind;
	return last === 'confirmed' || last === 'declined' ? last : 'proposed';
}

export function madeOf(steps: readonly decisions.DecisionStepRow[]): DecisionMade | null {
	const details = steps.filter(({ kind }) => kind === 'recorded').at(-1)?.details;
	return details ? madeIn(details) : null;
}

export function madeIn(details: Readonly<Record<string, string>>): DecisionMade {
	const text = (name: string) => details[name] ?? '';
	return {
		body: { kind: text('body') as DecisionMade['body']['kind'], name: text('bodyName') },
		date: text('date'),
		paragraph: text('paragraph'),
		outcome: text('outcome') as Outcome
	};
}

/** The hash of a step: it covers what was frozen, who proposed it, and every step before. */
export function stepHash(
	decision: decisions.DecisionHead,
	before: readonly decisions.DecisionStepRow[],
	{ position, kind, by, at, details }: Omit<decisions.DecisionStepRow, 'hash'>
): string {
	const { hash, id, organisationId, planId, proposedBy, proposedAt } = decision;
	const previous = before.at(-1)?.hash ?? [
		hash,
		id,
		organisationId,
		planId,
		proposedBy,
		proposedAt
	];
	return secretHash(JSON.stringify([previous, position, kind, by, at, details]));
}

/** What the log calls a decision: each of its rows begins with the hash of what was frozen. */
export function decisionEntity({
	planId,
	portfolioId
}: Pick<decisions.DecisionHead, 'planId' | 'portfolioId'>): string {
	return `${planId}/${portfolioId}`;
}

/** More rows than any portfolio's decisions have in the log. */
const MOST_TOLD = 10_000;

/** Whether what is stored is what was frozen, and its steps are those that the log tells of, as they were taken. */
export function isWhole(
	db: Db,
	row: decisions.DecisionRow,
	steps: readonly decisions.DecisionStepRow[]
): boolean {
	if (decisionHash(row.document) !== row.hash) return false;
	const { id, caseNumber, plan, portfolio } = JSON.parse(row.document) as DecisionDocument;
	if (
		id !== row.id ||
		plan.id !== row.planId ||
		caseNumber !== row.caseNumber ||
		portfolio.id !== row.portfolioId ||
		portfolio.name !== row.portfolioName
	)
		return false;
	const { organisationId, hash } = row;
	const [first, ...later] = audit
		.listOf(db, organisationId, 'decision', decisionEntity(row), MOST_TOLD)
		.filter(({ newValue }) => newValue?.startsWith(hash))
		.reverse();
	if (first?.actorId !== row.proposedBy || first.at !== row.proposedAt) return false;
	if (later.length !== steps.length) return false;
	return steps.every((step, index) => {
		const told = later[index];
		return (
			step.position === index &&
			step.hash === stepHash(row, steps.slice(0, index), step) &&
			told?.action === `decision.${step.kind}` &&
			told.actorId === step.by &&
			told.at === step.at &&
			told.newValue?.startsWith(toldOf(row, step))
		);
	});
}

/** What the log says of a step: which text it is of, and the hash of the step. */
export function toldOf({ hash }: decisions.DecisionHead, step: { readonly hash: string }): string {
	return `${hash} ${step.hash}`;
}

/** A frozen decision as this program reads it, with what today's method makes of it, reckoned when first asked for. */
export type ReadDecision = ReturnType<typeof readDecision> & {
	readonly today: () => ReturnType<typeof methodChanges>;
};

const MOST_KEPT = 50;
const caches = new WeakMap<Db, Map<string, ReadDecision>>();

/** Read once: what is frozen does not change. Those that were asked for last are kept. */
export function readFrozen(db: Db, { hash, document }: decisions.DecisionRow): ReadDecision {
	const cache = caches.get(db) ?? new Map<string, ReadDecision>();
	caches.set(db, cache);
	const made = cache.get(hash) ?? withToday(readDecision(document));
	cache.delete(hash);
	cache.set(hash, made);
	const oldest = cache.keys().next().value;
	if (cache.size > MOST_KEPT && oldest !== undefined) cache.delete(oldest);
	return made;
}

function withToday(read: ReturnType<typeof readDecision>): ReadDecision {
	let made: ReturnType<typeof methodChanges> | undefined;
	return { ...read, today: () => (made === undefined ? (made = methodChanges(read)) : made) };
}

/** The id of a new portfolio: none that the plan has, nor one that a decision is about. */
export function nextPortfolioId(ctx: Context, planId: string, { portfolios }: Plan): string {
	const { organisationId } = permit(ctx, 'plan.read');
	const decided = decisions.list(ctx.db, { organisationId, planId });
	return nextId([...portfolios, ...decided.map(({ portfolioId: id }) => ({ id }))], 'P');
}
