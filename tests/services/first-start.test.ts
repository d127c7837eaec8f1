import { describe, expect, it } from 'vitest';
import { NotFoundError } from '../../src/lib/server/services/errors.ts';
import {
	exampleUsers,
	firstAdministratorLink,
	isEmpty,
	loadExample
} from '../../src/lib/server/services/first-start.commands.ts';
import { useLink, type LinkAnswer } from '../../src/lib/server/services/links.commands.ts';
import * as audit from '../../src/lib/server/store/audit.ts';
import * as users from '../../src/lib/server/store/users.ts';
import { anonymous, newInstallation } from '../support/installation.ts';
import { exampleText } from '../support/plan-files.ts';

const ANSWER: LinkAnswer = {
	organisation: 'Alvesta',
	municipalityCode: '0764',
	name: 'Ny Person',
	email: 'ny@alvesta.example',
	password: 'ett långt lösenord'
};
const token = (path: string) => path.replace('/link/', '');

describe('the first start', () => {
	it('loads the example with one sign-in for each role', async () => {
		const ctx = anonymous(newInstallation());
		expect(isEmpty(ctx)).toBe(true);
		await loadExample(ctx, exampleText);
		expect(isEmpty(ctx)).toBe(false);
		expect(exampleUsers.map(({ role }) => role)).toEqual(['reader', 'editor', 'finance', 'admin']);
	});

	it('in production gives a link that makes organisation and administrator, and only the newest works', async () => {
		const db = newInstallation();
		const ctx = anonymous(db);
		const first = token(firstAdministratorLink(ctx));
		const second = token(firstAdministratorLink(ctx));
		await expect(useLink(ctx, first, ANSWER)).rejects.toThrow(NotFoundError);
		await useLink(ctx, second, ANSWER);
		const user = users.readByEmail(db, ANSWER.email);
		expect(users.roleOf(db, user?.id ?? '')?.role).toBe('admin');
		expect(audit.list(db).map(({ action }) => action)).toContain('organisation.create');
	});
});
