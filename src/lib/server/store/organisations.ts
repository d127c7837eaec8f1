import { randomUUID } from 'node:crypto';
import { asc, count, eq } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { membership, organisation } from '../db/schema/people.ts';

export type NewOrganisation = { readonly name: string; readonly municipalityCode: string | null };

export function create(db: Db, values: NewOrganisation, at: number): string {
	const id = randomUUID();
	db.insert(organisation)
		.values({ id, ...values, createdAt: at })
		.run();
	return id;
}

export function list(db: Db) {
	return db
		.select({
			id: organisation.id,
			name: organisation.name,
			municipalityCode: organisation.municipalityCode,
			members: count(membership.userId)
		})
		.from(organisation)
		.leftJoin(membership, eq(membership.organisationId, organisation.id))
		.groupBy(organisation.id)
		.orderBy(asc(organisation.name))
		.all();
}

export function read(db: Db, id: string) {
	return db.select().from(organisation).where(eq(organisation.id, id)).get() ?? null;
}
