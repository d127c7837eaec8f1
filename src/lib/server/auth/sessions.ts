import { Lucia, TimeSpan, type Adapter, type DatabaseSession, type DatabaseUser } from 'lucia';
import type { Db } from '../db/open.ts';
import * as sessions from '../store/sessions.ts';
import type { Actor } from './actor.ts';
import type { CookiePolicy } from './cookie-policy.ts';
import { secretHash } from './secrets.ts';

const HOUR = 3_600_000;
const IDLE_LIMIT = new TimeSpan(8, 'h');

/** However active, a session ends after a week; one that can manage people after a day. */
const ABSOLUTE_LIMIT = 7 * 24 * HOUR;
const ABSOLUTE_LIMIT_FOR_ADMINISTRATORS = 24 * HOUR;

/** A sign-in kept by Lucia. All use of Lucia is in this file, so that it can be replaced here. */
export type Sessions = ReturnType<typeof createSessions>;

export function createSessions(db: Db, cookie: CookiePolicy) {
	const lucia = new Lucia(adapter(db), {
		sessionExpiresIn: IDLE_LIMIT,
		sessionCookie: {
			name: cookie.name,
			expires: true,
			attributes: { secure: cookie.isSecure, sameSite: 'lax', path: '/' }
		},
		getUserAttributes: (actor) => actor,
		getSessionAttributes: () => ({})
	});
	return {
		cookieName: lucia.sessionCookieName,

		/** A new session; the cookie is the only place that holds its id. */
		async start(userId: string, isAdministrator: boolean) {
			const now = Date.now();
			const limit = isAdministrator ? ABSOLUTE_LIMIT_FOR_ADMINISTRATORS : ABSOLUTE_LIMIT;
			const session = await lucia.createSession(userId, { createdAt: now, endsAt: now + limit });
			return lucia.createSessionCookie(session.id);
		},

		/** Who holds the cookie, and a new cookie when its life was extended or it is worth nothing. */
		async check(cookieValue: string) {
			const { session, user } = await lucia.validateSession(cookieValue);
			if (!session) return { actor: null, cookie: lucia.createBlankSessionCookie() };
			const { id: _, ...actor } = user;
			return { actor, cookie: session.fresh ? lucia.createSessionCookie(session.id) : null };
		},

		async end(cookieValue: string) {
			await lucia.invalidateSession(cookieValue);
			return lucia.createBlankSessionCookie();
		},

		async sweep() {
			await lucia.deleteExpiredSessions();
		}
	};
}

/** Lucia's store on our tables. It keeps the SHA-256 of the session id, never the id. */
function adapter(db: Db): Adapter {
	return {
		async getSessionAndUser(sessionId): Promise<[DatabaseSession | null, DatabaseUser | null]> {
			const row = sessions.readWithUser(db, secretHash(sessionId));
			if (!row) return [null, null];
			return [sessionOf(sessionId, row.session), { id: row.user.id, attributes: actorOf(row) }];
		},
		async getUserSessions(userId) {
			return sessions.listOfUser(db, userId).map((row) => sessionOf(row.idHash, row));
		},
		async setSession(session) {
			const { createdAt, endsAt } = session.attributes;
			sessions.create(db, {
				idHash: secretHash(session.id),
				userId: session.userId,
				createdAt,
				endsAt,
				expiresAt: Math.min(session.expiresAt.getTime(), endsAt)
			});
		},
		async updateSessionExpiration(sessionId, expiresAt) {
			sessions.extend(db, secretHash(sessionId), expiresAt.getTime());
		},
		async deleteSession(sessionId) {
			sessions.remove(db, secretHash(sessionId));
		},
		async deleteUserSessions(userId) {
			sessions.removeAllOfUser(db, userId);
		},
		async deleteExpiredSessions() {
			sessions.removeExpired(db, Date.now());
		}
	};
}

function sessionOf(id: string, row: sessions.SessionRow): DatabaseSession {
	return {
		id,
		userId: row.userId,
		expiresAt: new Date(row.expiresAt),
		attributes: { createdAt: row.createdAt, endsAt: row.endsAt }
	};
}

function actorOf(row: NonNullable<ReturnType<typeof sessions.readWithUser>>): Actor {
	return {
		userId: row.user.id,
		name: row.user.name,
		email: row.user.email,
		isOperator: row.user.isOperator,
		organisationId: row.organisationId,
		organisationName: row.organisationName,
		role: row.role
	};
}

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<Record<never, never>, Actor>;
		DatabaseUserAttributes: Actor;
		DatabaseSessionAttributes: { readonly createdAt: number; readonly endsAt: number };
	}
}
