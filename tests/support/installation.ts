import { openDatabase, type Db } from '../../src/lib/server/db/open.ts';
import type { Actor } from '../../src/lib/server/auth/actor.ts';
import type { Role } from '../../src/lib/server/db/roles.ts';
import { bringCatalogue } from '../../src/lib/server/services/catalogue.ts';
import type { Context } from '../../src/lib/server/services/context.ts';
import * as organisations from '../../src/lib/server/store/organisations.ts';
import * as users from '../../src/lib/server/store/users.ts';

/** An empty installation, in memory unless told where, from the real migrations, with the catalogue that the program brings. */
export function newInstallation(path = ':memory:'): Db {
	const db = openDatabase(path);
	bringCatalogue(anonymous(db));
	return db;
}

export function anonymous(db: Db): Context {
	return { db, now: Date.now, requestId: 'test', actor: null };
}

export function newOrganisation(db: Db, name: string): string {
	return organisations.create(db, { name, municipalityCode: null }, 1);
}

/** A member of an organisation, signed in. */
export function member(db: Db, organisationId: string, role: Role, name: string = role): Context {
	const email = `${name}@${organisationId}.example`;
	const userId = users.create(db, { email, name, passwordHash: '' }, 1);
	users.join(db, organisationId, userId, role);
	const actor: Actor = {
		userId,
		name,
		email,
		organisationId,
		organisationName: organisationId,
		role,
		isOperator: false
	};
	return { ...anonymous(db), actor };
}

export function operator(db: Db): Context {
	const email = 'operator@drift.example';
	const userId = users.create(
		db,
		{ email, name: 'operator', passwordHash: '', isOperator: true },
		1
	);
	const actor: Actor = {
		userId,
		name: 'operator',
		email,
		organisationId: null,
		organisationName: null,
		role: null,
		isOperator: true
	};
	return { ...anonymous(db), actor };
}
