import { describe, expect, it } from 'vitest';
import { isPasswordOf } from '../../src/lib/server/auth/passwords.ts';
import { createSessions } from '../../src/lib/server/auth/sessions.ts';
import {
	ForbiddenError,
	InvalidInputError,
	NotFoundError
} from '../../src/lib/server/services/errors.ts';
import { useLink, type LinkAnswer } from '../../src/lib/server/services/links.commands.ts';
import { linkPage } from '../../src/lib/server/services/links.queries.ts';
import { createOrganisation } from '../../src/lib/server/services/organisations.commands.ts';
import { organisationsPage } from '../../src/lib/server/services/organisations.queries.ts';
import {
	changeRole,
	invite,
	makeResetLink,
	setActive
} from '../../src/lib/server/services/people.commands.ts';
import { peoplePage } from '../../src/lib/server/services/people.queries.ts';
import { plansPage } from '../../src/lib/server/services/plans.queries.ts';
import { makeOperator, recoverAccount } from '../../src/lib/server/services/recovery.commands.ts';
import * as audit from '../../src/lib/server/store/audit.ts';
import * as users from '../../src/lib/server/store/users.ts';
import {
	anonymous,
	member,
	newInstallation,
	newOrganisation,
	operator
} from '../support/installation.ts';

const ANSWER: LinkAnswer = {
	organisation: 'Alvesta',
	municipalityCode: '0764',
	name: 'Ny Person',
	email: 'ny@alvesta.example',
	password: 'ett långt lösenord'
};
const HOUR = 3_600_000;
const token = (path: string) => path.replace('/link/', '');

function house() {
	const db = newInstallation();
	const organisation = newOrganisation(db, 'Alvesta');
	const other = newOrganisation(db, 'Växjö');
	return {
		db,
		organisation,
		nobody: anonymous(db),
		admin: member(db, organisation, 'admin'),
		reader: member(db, organisation, 'reader'),
		editor: member(db, organisation, 'editor'),
		neighbour: member(db, other, 'admin', 'neighbour'),
		operator: operator(db)
	};
}

describe('an invitation', () => {
	it('lets one person in, with that address and role, once', async () => {
		const { db, organisation, admin, nobody } = house();
		const link = token(invite(admin, { email: 'Ny@Alvesta.example', role: 'editor' }));
		expect(linkPage(nobody, link)).toMatchObject({
			kind: 'invitation',
			role: 'editor',
			organisation: 'Alvesta'
		});
		const email = await useLink(nobody, link, { ...ANSWER, email: 'smit@annan.example' });
		expect(email).toBe('ny@alvesta.example');
		const user = users.readByEmail(db, email);
		expect(users.readMember(db, organisation, user?.id ?? '')).toMatchObject({
			role: 'editor',
			name: 'Ny Person'
		});
		await expect(useLink(nobody, link, ANSWER)).rejects.toThrow(NotFoundError);
	});

	it('is worth nothing after 72 hours, and its token is not in the database', async () => {
		const { db, admin, nobody } = house();
		const link = token(invite(admin, { email: 'ny@alvesta.example', role: 'reader' }));
		expect(JSON.stringify(db.$client.prepare('select * from one_time_link').all())).not.toContain(
			link
		);
		const later = { ...nobody, now: () => Date.now() + 72 * HOUR + 1 };
		await expect(useLink(later, link, ANSWER)).rejects.toThrow(NotFoundError);
	});

	it('works once also when two use it at the same moment', async () => {
		const { db, admin, nobody } = house();
		const link = token(invite(admin, { email: 'ny@alvesta.example', role: 'reader' }));
		const answers = await Promise.allSettled([
			useLink(nobody, link, ANSWER),
			useLink(nobody, link, ANSWER)
		]);
		expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(
			db.$client.prepare("select count(*) as n from user where email = 'ny@alvesta.example'").get()
		).toEqual({ n: 1 });
	});

	it('keeps the link when the form is filled in wrong, and tells every field', async () => {
		const { admin, nobody } = house();
		const link = token(invite(admin, { email: 'ny@alvesta.example', role: 'reader' }));
		const error: unknown = await useLink(nobody, link, {
			...ANSWER,
			name: ' ',
			password: 'kort'
		}).catch((e: unknown) => e);
		expect(error instanceof InvalidInputError && Object.keys(error.fields).sort()).toEqual([
			'name',
			'password'
		]);
		expect(await useLink(nobody, link, ANSWER)).toBe('ny@alvesta.example');
	});

	it('is worth nothing once its maker may no longer give it', async () => {
		const { db, organisation, admin, nobody } = house();
		const second = member(db, organisation, 'admin', 'second');
		const link = token(invite(admin, { email: 'ny@alvesta.example', role: 'admin' }));
		changeRole(second, admin.actor?.userId ?? '', { role: 'reader', version: 1 });
		await expect(useLink(nobody, link, ANSWER)).rejects.toThrow(NotFoundError);
		changeRole(second, admin.actor?.userId ?? '', { role: 'admin', version: 2 });
		setActive(second, admin.actor?.userId ?? '', false);
		await expect(useLink(nobody, link, ANSWER)).rejects.toThrow(NotFoundError);
	});

	it('is not for a colleague who already has an account, and names nobody in the log', () => {
		const { db, admin, reader } = house();
		expect(() => invite(admin, { email: reader.actor?.email ?? '', role: 'editor' })).toThrow(
			InvalidInputError
		);
		invite(admin, { email: 'ny@alvesta.example', role: 'reader' });
		expect(JSON.stringify(audit.list(db))).not.toContain('ny@alvesta.example');
	});

	it('is for administrators to give, with a role that exists', () => {
		const { admin, reader, editor } = house();
		const values = { email: 'ny@alvesta.example', role: 'admin' };
		expect(() => invite(reader, values)).toThrow(ForbiddenError);
		expect(() => invite(editor, values)).toThrow(ForbiddenError);
		expect(() => invite(admin, { ...values, role: 'kung' })).toThrow(InvalidInputError);
		expect(() => invite(admin, { ...values, email: 'inte en adress' })).toThrow(InvalidInputError);
	});
});

describe('a reset link', () => {
	it('sets a new password within the hour and ends every session', async () => {
		const { db, admin, reader, nobody } = house();
		const sessions = createSessions(db, { name: 'session', isSecure: false });
		const userId = reader.actor?.userId ?? '';
		const cookie = await sessions.start(userId, false);
		const link = token(makeResetLink(admin, userId));
		await useLink(nobody, link, ANSWER);
		expect((await sessions.check(cookie.value)).actor).toBeNull();
		expect(
			await isPasswordOf(users.readById(db, userId)?.passwordHash ?? null, ANSWER.password)
		).toBe(true);
		const old = token(makeResetLink(admin, userId));
		const later = { ...nobody, now: () => Date.now() + HOUR + 1 };
		expect(() => linkPage(later, old)).toThrow(NotFoundError);
	});

	it('stops working when the password is set by another', async () => {
		const { admin, reader, nobody } = house();
		const [first, second] = [1, 2].map(() =>
			token(makeResetLink(admin, reader.actor?.userId ?? ''))
		);
		await useLink(nobody, first ?? '', ANSWER);
		await expect(useLink(nobody, second ?? '', ANSWER)).rejects.toThrow(NotFoundError);
	});

	it('sets one password also when two use it at the same moment', async () => {
		const { db, admin, reader, nobody } = house();
		const link = token(makeResetLink(admin, reader.actor?.userId ?? ''));
		const answers = await Promise.allSettled(
			['det första lösenordet', 'det andra lösenordet'].map((password) =>
				useLink(nobody, link, { ...ANSWER, password })
			)
		);
		expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(audit.list(db).filter(({ action }) => action === 'password.reset')).toHaveLength(1);
	});

	it('cannot be had for a member of another organisation', () => {
		const { admin, neighbour } = house();
		expect(() => makeResetLink(admin, neighbour.actor?.userId ?? '')).toThrow(NotFoundError);
	});
});

describe('roles', () => {
	it('change with an audit row, end the sessions, and refuse a second change made on old facts', async () => {
		const { db, organisation, admin, reader } = house();
		const sessions = createSessions(db, { name: 'session', isSecure: false });
		const userId = reader.actor?.userId ?? '';
		const cookie = await sessions.start(userId, false);
		changeRole(admin, userId, { role: 'finance', version: 1 });
		expect(users.readMember(db, organisation, userId)?.role).toBe('finance');
		expect((await sessions.check(cookie.value)).actor).toBeNull();
		expect(() => changeRole(admin, userId, { role: 'editor', version: 1 })).toThrow('has changed');
		expect(audit.list(db).at(-1)).toMatchObject({
			action: 'user.role',
			oldValue: 'reader',
			newValue: 'finance'
		});
	});

	it('never leave an organisation without an active administrator', () => {
		const { db, organisation, admin } = house();
		const self = admin.actor?.userId ?? '';
		expect(() => changeRole(admin, self, { role: 'reader', version: 1 })).toThrow(
			InvalidInputError
		);
		expect(() => setActive(admin, self, false)).toThrow(InvalidInputError);
		expect(users.readMember(db, organisation, self)).toMatchObject({
			role: 'admin',
			isActive: true
		});
		const second = member(db, organisation, 'admin', 'second');
		changeRole(second, self, { role: 'reader', version: 1 });
		expect(() => setActive(second, second.actor?.userId ?? '', false)).toThrow(InvalidInputError);
	});

	it('do not reach into another organisation', () => {
		const { admin, neighbour } = house();
		const userId = neighbour.actor?.userId ?? '';
		expect(() => changeRole(admin, userId, { role: 'reader', version: 1 })).toThrow(NotFoundError);
		expect(() => setActive(admin, userId, false)).toThrow(NotFoundError);
		expect(
			peoplePage(admin)
				.members.map(({ name }) => name)
				.sort()
		).toEqual(['admin', 'editor', 'reader']);
	});

	it('that are shut out hold no session', async () => {
		const { db, admin, reader } = house();
		const sessions = createSessions(db, { name: 'session', isSecure: false });
		const userId = reader.actor?.userId ?? '';
		const cookie = await sessions.start(userId, false);
		setActive(admin, userId, false);
		expect((await sessions.check(cookie.value)).actor).toBeNull();
		setActive(admin, userId, true);
		expect((await sessions.check((await sessions.start(userId, false)).value)).actor?.name).toBe(
			'reader'
		);
	});
});

describe('a system operator', () => {
	it('sets up organisations and sees no plans', async () => {
		const { db, operator, admin, nobody } = house();
		const form = { name: 'Lessebo', municipalityCode: '0761', email: 'chef@lessebo.example' };
		expect(() => createOrganisation(admin, form)).toThrow(ForbiddenError);
		const link = token(createOrganisation(operator, form));
		expect(organisationsPage(operator).organisations.map(({ name }) => name)).toContain('Lessebo');
		expect(() => plansPage(operator)).toThrow(ForbiddenError);
		await useLink(nobody, link, ANSWER);
		const user = users.readByEmail(db, 'chef@lessebo.example');
		expect(users.roleOf(db, user?.id ?? '')?.role).toBe('admin');
	});

	it('is told every field that is wrong, and nothing is created', () => {
		const { operator } = house();
		const before = organisationsPage(operator).organisations.length;
		const wrong = () =>
			createOrganisation(operator, { name: ' ', municipalityCode: '76', email: 'x' });
		expect(wrong).toThrow('name, municipalityCode, email');
		const form = { name: 'Lessebo', municipalityCode: '0761', email: 'chef@lessebo.example' };
		createOrganisation(operator, form);
		expect(() => createOrganisation(operator, form)).toThrow('municipalityCode');
		expect(organisationsPage(operator).organisations).toHaveLength(before + 1);
	});

	it('comes in by a link from the command line, as does whoever lost their way', async () => {
		const { db, nobody } = house();
		const link = token(makeOperator(nobody, 'ny@drift.example') ?? '');
		await useLink(nobody, link, ANSWER);
		const user = users.readByEmail(db, 'ny@drift.example');
		expect(user?.isOperator).toBe(true);
		expect(users.roleOf(db, user?.id ?? '')).toBeNull();
		users.setActive(db, user?.id ?? '', false);
		const back = token(recoverAccount(nobody, 'ny@drift.example') ?? '');
		await useLink(nobody, back, { ...ANSWER, password: 'ännu ett långt lösenord' });
		expect(users.readByEmail(db, 'ny@drift.example')?.isActive).toBe(true);
		expect(recoverAccount(nobody, 'ingen@drift.example')).toBeNull();
	});
});
