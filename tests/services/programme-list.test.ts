import { describe, expect, it } from 'vitest';
import { programmesPage } from '../../src/lib/server/services/programmes.queries.ts';
import { member, newInstallation, newOrganisation } from '../support/installation.ts';

const NO_WISHES = {
	search: '',
	theme: '',
	cost: '',
	applicant: '',
	level: '',
	status: '',
	deadline: ''
};

function house() {
	const db = newInstallation();
	return { admin: member(db, newOrganisation(db, 'Alvesta'), 'admin') };
}

describe('the list of programmes', () => {
	it('is searched and filtered by what the rules say', () => {
		const { admin } = house();
		const found = (wishes: Partial<typeof NO_WISHES>) =>
			programmesPage(admin, { ...NO_WISHES, ...wishes }).rows.map(({ id }) => id);
		expect(found({})).toHaveLength(98);
		expect(found({ search: 'energimyndigheten' })).toContain('klimatpremie-tung-lastbil');
		expect(found({ theme: 'water' })).toContain('lova');
		expect(found({ theme: 'water' })).not.toContain('ladda-bilen');
		expect(found({ cost: 'personnel' })).not.toContain('klimatklivet');
		expect(found({ applicant: 'housing-coop' })).toContain('ladda-bilen');
		expect(found({ level: 'eu', status: 'recurring' })).toContain('life-sap');
		expect(found({ deadline: 'continuous' })).toContain('elena');
		const today = '2026-09-01';
		const then = { ...admin, now: () => Date.parse(`${today}T10:00:00Z`) };
		expect(
			programmesPage(then, { ...NO_WISHES, deadline: 'open' })
				.rows.map(({ id }) => id)
				.sort()
		).toEqual(['horizon-cities-mission', 'life-sap']);
		expect(
			programmesPage(then, { ...NO_WISHES, deadline: 'soon' })
				.rows.map(({ id }) => id)
				.sort()
		).toEqual(['horizon-cities-mission', 'life-sap']);
	});

	it('says what was never verified and what is over a year old', () => {
		const { admin } = house();
		const then = { ...admin, now: () => Date.parse('2026-11-26T10:00:00Z') };
		const { rows } = programmesPage(then, NO_WISHES);
		const of = (id: string) => rows.find((one) => one.id === id);
		expect(of('klimatklivet')).toMatchObject({ asOf: '2025-09', isVerified: true, isOld: true });
		expect(of('life-sap')).toMatchObject({ asOf: '2026-04', isOld: false });
		expect(rows.filter(({ isVerified }) => !isVerified)).toHaveLength(51);
	});
});
