import { newToken, secretHash } from '../auth/secrets.ts';
import type { Role } from '../db/roles.ts';
import * as links from '../store/one-time-links.ts';
import type { Context } from './context.ts';

const MINUTE = 60_000;
const LIFE = {
	'first-administrator': 72 * 60 * MINUTE,
	invitation: 72 * 60 * MINUTE,
	operator: 72 * 60 * MINUTE,
	'password-reset': 60 * MINUTE
} as const;

export type LinkFor = {
	readonly kind: keyof typeof LIFE;
	readonly organisationId?: string;
	readonly userId?: string;
	readonly email?: string;
	readonly role?: Role;
};

/** Makes a one-time link and returns its path. Only the hash of its token is kept, so it is shown this once. */
export function makeLink(
	ctx: Context,
	{ kind, organisationId, userId, email, role }: LinkFor
): string {
	const token = newToken();
	links.create(ctx.db, {
		tokenHash: secretHash(token),
		kind,
		organisationId: organisationId ?? null,
		userId: userId ?? null,
		email: email ?? null,
		role: role ?? null,
		createdBy: ctx.actor?.userId ?? null,
		createdAt: ctx.now(),
		expiresAt: ctx.now() + LIFE[kind]
	});
	return `/link/${token}`;
}

/** What the log calls a link: enough to find its row, not enough to use it, and nobody's address. */
export function linkHandle(path: string): string {
	return secretHash(path.replace('/link/', '')).slice(0, 16);
}
