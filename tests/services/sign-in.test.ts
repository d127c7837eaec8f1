import { describe, expect, it } from 'vitest';
import { cookiePolicy } from '../../src/lib/server/auth/cookie-policy.ts';
import {
	isPasswordOf,
	passwordHash,
	passwordProblem
} from '../../src/lib/server/auth/passwords.ts';
import { secretHash } from '../../src/lib/server/auth/secrets.ts';
import { createSessions } from '../../src/lib/server/auth/sessions.ts';
import type { Context } from '../../src/lib/server/services/context.ts';
import { changePassword, endSession } from '../../src/lib/server/services/account.commands.ts';
import { accountPage } from '../../src/lib/server/services/account.queries.ts';
import {
	InvalidInputError,
	NotFoundError,
	TooManyTriesError
} from '../../src/lib/server/services/errors.ts';
import { signIn, signOut } from '../../src/lib/server/services/sign-in.commands.ts';
import * as audit from '../../src/lib/server/store/audit.ts';
import * as users from '../../src/lib/server/store/users.ts';
import { anonymous, newInstallation, newOrganisation } from '../support/installation.ts';

const PASSWORD = 'tolv röda cyklar';
const COOKIE = { name: 'session', isSecure: false };
const MINUTE = 60_000;

async function house() {
	const db = newInstallation();
	const organisation = newOrganisation(db, 'Alvesta');
	const userId = users.create(
		db,
		{ email: 'Eva@Alvesta.example', name: 'Eva', passwordHash: await passwordHash(PASSWORD) },
		1
	);
	users.join(db, organisation, userId, 'finance');
	const sessions = createSessions(db, COOKIE);
	const ctx = anonymous(db);
	const enter = (email: string, password: string, address = '1.2.3.4', at = Date.now()) =>
		signIn({ ...ctx, now: () => at }, sessions, { email, password }, { address, oldCookie: null });
	const signedIn = async (cookie: string): Promise<Context> => ({
		...ctx,
		actor: (await sessions.check(cookie)).actor
	});
	return { db, organisation, userId, sessions, ctx, enter, signedIn };
}

describe('signing in', () => {
	it('gives a cookie whose value the database does not hold', async () => {
		const { db, enter, sessions } = await house();
		const cookie = await enter(' eva@alvesta.example ', PASSWORD);
		const rows = db.$client.prepare('select * from session').all();
		expect(rows).toHaveLength(1);
		expect(JSON.stringify(rows)).not.toContain(cookie.value);
		expect(JSON.stringify(rows)).toContain(secretHash(cookie.value));
		expect((await sessions.check(cookie.value)).actor).toMatchObject({
			name: 'Eva',
			role: 'finance'
		});
		expect(cookie.attributes).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' });
	});

	it('answers a wrong password, an unknown and a shut-out user alike', async () => {
		const { db, userId, enter } = await house();
		const refusal = async (email: string, password: string) => {
			const error: unknown = await enter(email, password).catch((thrown: unknown) => thrown);
			return error instanceof InvalidInputError ? error.fields : error;
		};
		const wrong = await refusal('eva@alvesta.example', 'fel lösenord här');
		const unknown = await refusal('ingen@alvesta.example', PASSWORD);
		users.setActive(db, userId, false);
		const inactive = await refusal('eva@alvesta.example', PASSWORD);
		expect(wrong).toHaveProperty('password');
		expect(unknown).toEqual(wrong);
		expect(inactive).toEqual(wrong);
	});

	it('takes the same password however its letters are composed', async () => {
		const { enter } = await house();
		const cookie = await enter('eva@alvesta.example', PASSWORD.normalize('NFD'));
		expect(cookie.value.length).toBeGreaterThan(30);
	});

	it('ends the session that the browser had before', async () => {
		const { ctx, sessions, enter } = await house();
		const before = await enter('eva@alvesta.example', PASSWORD);
		const caller = { address: '1.2.3.4', oldCookie: before.value };
		await signIn(ctx, sessions, { email: 'eva@alvesta.example', password: PASSWORD }, caller);
		expect((await sessions.check(before.value)).actor).toBeNull();
	});

	it('and out kills the session, and both stand in the audit log', async () => {
		const { db, sessions, enter, signedIn } = await house();
		const { value } = await enter('eva@alvesta.example', PASSWORD);
		await signOut(await signedIn(value), sessions, value);
		expect((await sessions.check(value)).actor).toBeNull();
		expect(audit.list(db).map(({ action }) => action)).toEqual([
			'catalogue.bring',
			'sign-in',
			'sign-out'
		]);
	});

	it('delays the sixth wrong try from an address, whoever is right, and lets others in', async () => {
		const { enter } = await house();
		const now = Date.now();
		for (let n = 0; n < 5; n++)
			await expect(
				enter('eva@alvesta.example', 'fel lösenord här', '6.6.6.6', now)
			).rejects.toThrow(InvalidInputError);
		await expect(enter('eva@alvesta.example', PASSWORD, '6.6.6.6', now)).rejects.toThrow(
			TooManyTriesError
		);
		expect((await enter('eva@alvesta.example', PASSWORD, '7.7.7.7', now)).value).toBeTruthy();
		const later = await enter('eva@alvesta.example', PASSWORD, '6.6.6.6', now + MINUTE + 1);
		expect(later.value).toBeTruthy();
	});
});

describe('a session', () => {
	it('ends after eight idle hours, and after a week however active', async () => {
		const { db, enter, sessions } = await house();
		const { value } = await enter('eva@alvesta.example', PASSWORD);
		const row = () => db.$client.prepare('select * from session').get() as Record<string, number>;
		const { created_at, expires_at, ends_at } = row();
		expect(Math.round(((expires_at ?? 0) - Date.now()) / 3_600_000)).toBe(8);
		expect(Math.round(((ends_at ?? 0) - (created_at ?? 0)) / 3_600_000)).toBe(7 * 24);
		// Half idle: it is extended, but not past its end.
		db.$client
			.prepare('update session set expires_at = ?, ends_at = ?')
			.run(Date.now() + 1000, Date.now() + 5000);
		expect((await sessions.check(value)).cookie?.value).toBe(value);
		expect(row()['expires_at']).toBe(row()['ends_at']);
		db.$client.prepare('update session set expires_at = ?').run(Date.now() - 1);
		expect((await sessions.check(value)).actor).toBeNull();
	});

	it('of an administrator ends after a day', async () => {
		const { db, organisation, userId, enter } = await house();
		users.setRole(db, organisation, userId, { role: 'admin', version: 1 });
		await enter('eva@alvesta.example', PASSWORD);
		const row = db.$client.prepare('select ends_at - created_at as life from session').get();
		expect(row).toEqual({ life: 24 * 3_600_000 });
	});

	it('can be ended from another browser, by its owner alone', async () => {
		const { db, enter, sessions, signedIn, ctx } = await house();
		const [here, there] = [
			await enter('eva@alvesta.example', PASSWORD),
			await enter('eva@alvesta.example', PASSWORD)
		];
		const page = accountPage(await signedIn(here.value), here.value);
		expect(page.sessions).toHaveLength(2);
		const other = page.sessions.find(({ isCurrent }) => !isCurrent);
		const stranger = {
			...ctx,
			actor: { ...(await signedIn(here.value)).actor, userId: 'somebody else' } as Context['actor']
		};
		expect(() => endSession(stranger, other?.handle ?? '')).toThrow(NotFoundError);
		endSession(await signedIn(here.value), other?.handle ?? '');
		expect((await sessions.check(there.value)).actor).toBeNull();
		expect(db.$client.prepare('select count(*) as n from session').get()).toEqual({ n: 1 });
	});

	it('of somebody else gives no room to guess the password', async () => {
		const { enter, sessions, signedIn } = await house();
		const ctx = await signedIn((await enter('eva@alvesta.example', PASSWORD)).value);
		const guess = () =>
			changePassword(ctx, sessions, { current: 'fel', next: 'ett nytt långt lösenord' }, '6.6.6.6');
		for (let n = 0; n < 5; n++) await expect(guess()).rejects.toThrow(InvalidInputError);
		await expect(guess()).rejects.toThrow(TooManyTriesError);
	});

	it('ends everywhere when the password changes, and goes on under a new id here', async () => {
		const { enter, sessions, signedIn } = await house();
		const [here, there] = [
			await enter('eva@alvesta.example', PASSWORD),
			await enter('eva@alvesta.example', PASSWORD)
		];
		const ctx = await signedIn(here.value);
		await expect(
			changePassword(ctx, sessions, { current: 'fel', next: 'ett nytt långt lösenord' }, '1.2.3.4')
		).rejects.toThrow();
		await expect(
			changePassword(ctx, sessions, { current: PASSWORD, next: 'kort' }, '1.2.3.4')
		).rejects.toThrow();
		const fresh = await changePassword(
			ctx,
			sessions,
			{
				current: PASSWORD,
				next: 'ett nytt långt lösenord'
			},
			'1.2.3.4'
		);
		const actors = await Promise.all(
			[here, there, fresh].map(async ({ value }) => (await sessions.check(value)).actor?.name)
		);
		expect(actors).toEqual([undefined, undefined, 'Eva']);
	});
});

describe('passwords', () => {
	it('need twelve characters and no more than that', () => {
		expect(passwordProblem('elva tecken', 'e@x.se')?.sv).toContain('11 tecken');
		expect(passwordProblem('tolv tecken!', 'e@x.se')).toBeNull();
		expect(passwordProblem('a'.repeat(257), 'e@x.se')?.sv).toContain('257');
	});

	it('are refused when guessers try them first', () => {
		for (const common of [
			'Sommaren2026',
			'password1234',
			'lösenord1234',
			'aaaaaaaaaaaa',
			'eva@alvesta.se'
		])
			expect(passwordProblem(common, 'eva@alvesta.se')).not.toBeNull();
	});

	it('are kept as argon2id with the cost that is stated', async () => {
		const hash = await passwordHash(PASSWORD);
		expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
		expect(await isPasswordOf(hash, PASSWORD)).toBe(true);
		expect(await isPasswordOf(null, 'no account has this password')).toBe(false);
	});

	it('are hashed few at a time, with an end to the queue', async () => {
		const answers = await Promise.allSettled(
			Array.from({ length: 80 }, () => passwordHash(PASSWORD))
		);
		const refused = answers.filter(({ status }) => status === 'rejected').length;
		expect(refused).toBeGreaterThan(0);
		expect(refused).toBeLessThan(31);
	});
});

describe('the cookie', () => {
	it('is bound to the host over https, and plain http is for this machine alone', () => {
		expect(cookiePolicy('https://klimat.alvesta.se')).toEqual({
			name: '__Host-session',
			isSecure: true
		});
		expect(cookiePolicy('http://localhost:3000')).toEqual({ name: 'session', isSecure: false });
		expect(() => cookiePolicy('http://klimat.alvesta.se')).toThrow('must be https');
	});
});
