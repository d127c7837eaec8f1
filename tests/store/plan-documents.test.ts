import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/lib/core/decimal.ts';
import type { Plan } from '../../src/lib/core/plan/plan.ts';
import { writePlanFile } from '../../src/lib/input/plan-file/write.ts';
import { catalogue } from '../../src/lib/server/catalogue/catalogue.ts';
import { inTransaction } from '../../src/lib/server/db/open.ts';
import * as documents from '../../src/lib/server/store/plan-documents.ts';
import { newInstallation, newOrganisation } from '../support/installation.ts';
import { examplePlan } from '../support/large-plan.ts';
import { arbitraryPlan } from '../support/plan-arbitrary.ts';
import { applicationsOf } from '../support/random-applications.ts';
import { exampleText } from '../support/plan-files.ts';

const db = newInstallation();
const [ours, theirs] = [newOrganisation(db, 'Vår'), newOrganisation(db, 'Deras')];
const stored = inTransaction(db, () => documents.create(db, ours, examplePlan(), 1));

describe('a plan stored as rows', () => {
	it('comes back as the file it came from, byte for byte', () => {
		const plan = documents.read(db, ours, stored, catalogue);
		expect(plan && writePlanFile(plan)).toBe(exampleText);
	});

	it('comes back whole for any plan', () => {
		fc.assert(
			fc.property(arbitraryPlan.map(withTerms), (plan) => {
				const id = inTransaction(db, () => documents.create(db, ours, plan, 1));
				const back = documents.read(db, ours, id, catalogue);
				expect(back && writePlanFile(back)).toBe(writePlanFile(plan));
			}),
			{ numRuns: 60 }
		);
	});

	it('is missing for another organisation', () => {
		expect(documents.read(db, theirs, stored, catalogue)).toBeNull();
	});

	it('is not one row with everything in it', () => {
		const count = (table: string) =>
			(
				db.$client
					.prepare(`select count(*) as n from ${table} where organisation_id = ?`)
					.get(ours) as { n: number }
			).n;
		expect(count('measure')).toBeGreaterThanOrEqual(22);
		expect(count('cost_item')).toBeGreaterThanOrEqual(73);
		expect(count('funding_amount')).toBeGreaterThanOrEqual(57);
	});
});

describe('the database itself refuses', () => {
	const refusals: readonly [what: string, sql: string][] = [
		['half an öre', `update cost_item set amount_ore = 100.5 where organisation_id = '${ours}'`],
		[
			'text for money',
			`update budget_year set operating_frame_ore = 'mycket' where organisation_id = '${ours}'`
		],
		[
			'parts of a kilogram',
			`update inventory_row set kilograms = 0.25 where organisation_id = '${ours}'`
		],
		['an unknown status', `update funding_line set status = 'kanske'`],
		[
			'an unknown role',
			`insert into membership(organisation_id, user_id, role) values('${ours}', 'u', 'kung')`
		],
		[
			'a measure in a plan of another organisation',
			`update measure set organisation_id = '${theirs}' where plan_id = '${stored}'`
		],
		[
			'a cost item of a measure of another organisation',
			`update cost_item set organisation_id = '${theirs}'`
		],
		[
			'an effect in a pool that is not there',
			`update effect set pool = 'moon' where plan_id = '${stored}'`
		]
	];
	for (const [what, sql] of refusals)
		it(what, () => {
			expect(() => db.$client.exec(sql)).toThrow(/constraint failed/);
		});
});

/** The same plan with terms of payment for its applications, and of loans for every other line. */
function withTerms(plan: Plan): Plan {
	const payout = {
		advanceShare: new Decimal('0.3'),
		afterYears: 1,
		lastShare: new Decimal('0.2'),
		lastAfterYears: 2
	};
	const funding = plan.funding.map((line, n) => ({
		...line,
		...(n % 2 === 1 && { loanRate: new Decimal('0.031'), loanYears: 20 }),
		...(line.application !== undefined && { payout })
	}));
	return { ...plan, funding, applications: applicationsOf(funding) };
}
