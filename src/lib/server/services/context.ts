import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/open.ts';
import type { Role } from '../db/roles.ts';
import * as audit from '../store/audit.ts';
import * as users from '../store/users.ts';
import { ForbiddenError, SignInNeededError } from './errors.ts';

/** What a service needs to know of a request. */
export type Context = {
	readonly db: Db;
	readonly now: () => number;
	readonly requestId: string;
	readonly actor: Actor | null;
};

/** What each role may do; the interface shows a button only to those who may press it. */
const allowed = {
	'plan.read': ['reader', 'editor', 'finance', 'admin'],
	'plan.edit': ['editor', 'finance', 'admin'],
	/** Rates, frames, tax base and targets. */
	'plan.finance': ['finance', 'admin'],
	'users.manage': ['admin'],
	/** The organisation's own programmes and calls. */
	'catalogue.edit': ['admin']
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof allowed;

export type Member = Actor & { readonly organisationId: string; readonly role: Role };

/** Whether somebody belongs to an organisation. */
export function isMember(actor: Actor | null): actor is Member {
	return actor?.organisationId != null && actor.role !== null;
}

const SWEDISH_DAY = new Intl.DateTimeFormat('sv-SE', {
	dateStyle: 'short',
	timeZone: 'Europe/Stockholm'
});

/** The day that it is in Sweden: 2026-11-26. */
export function today(ctx: Pick<Context, 'now'>): string {
	return SWEDISH_DAY.format(ctx.now());
}

export function may(actor: Actor | null, permission: Permission): actor is Member {
	const roles: readonly Role[] = allowed[permission];
	return isMember(actor) && roles.includes(actor.role);
}

/** The signed-in member, when the role allows the thing. Throws SignInNeededError or ForbiddenError otherwise. */
export function permit(ctx: Context, permission: Permission): Member {
	const actor = signedIn(ctx);
	if (!may(actor, permission))
		throw new ForbiddenError(`${actor.role ?? 'operator'} may not ${permission}`);
	return actor;
}

/** The same for work that has taken its time: by what the role is now. Throws ForbiddenError also where there is none left. */
export function permitStill(ctx: Context, permission: Permission): Member {
	const { organisationId, userId } = permit(ctx, permission);
	const now = users.readMember(ctx.db, organisationId, userId);
	const roles: readonly Role[] = allowed[permission];
	if (!now?.isActive || !roles.includes(now.role))
		throw new ForbiddenError(`the role no longer allows ${permission}`);
	return permit(ctx, permission);
}

export function permitOperator(ctx: Context): Actor {
	const actor = signedIn(ctx);
	if (!actor.isOperator) throw new ForbiddenError('only a system operator may do this');
	return actor;
}

export function signedIn(ctx: Context): Actor {
	if (!ctx.actor) throw new SignInNeededError('nobody is signed in');
	return ctx.actor;
}

type Change = Pick<audit.AuditEvent, 'action' | 'entity' | 'entityId'> &
	Partial<Pick<audit.AuditEvent, 'field' | 'oldValue' | 'newValue' | 'organisationId'>>;

/** Writes the audit row of a change; call it inside the change's transaction. */
export function record(ctx: Context, change: Change): void {
	audit.append(ctx.db, {
		at: ctx.now(),
		organisationId: ctx.actor?.organisationId ?? null,
		actorId: ctx.actor?.userId ?? null,
		actorRole: ctx.actor?.role ?? (ctx.actor?.isOperator ? 'operator' : null),
		requestId: ctx.requestId,
		...change
	});
}
