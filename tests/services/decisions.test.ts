import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { methodChanges, readDecision } from '../../src/lib/server/files/decision-file.ts';
import type { Context } from '../../src/lib/server/services/context.ts';
import {
	confirmDecision,
	declineDecision,
	proposeDecision,
	recordDecision
} from '../../src/lib/server/services/decisions.commands.ts';
import {
	decidedNow,
	decisionFile,
	decisionPage,
	decisionsPage,
	newDecisionPage
} from '../../src/lib/server/services/decisions.queries.ts';
import { editPlan } from '../../src/lib/server/services/edits.ts';
import {
	ForbiddenError,
	InvalidInputError,
	NotFoundError
} from '../../src/lib/server/services/errors.ts';
import { stateOf } from '../../src/lib/server/services/long-work.ts';
import { loadPlan } from '../../src/lib/server/services/plan-cache.ts';
import { importPlan } from '../../src/lib/server/services/plans.commands.ts';
import {
	createPortfolio,
	removePortfolio
} from '../../src/lib/server/services/portfolios.commands.ts';
import { stepHash } from '../../src/lib/server/services/decisions.ts';
import * as decisions from '../../src/lib/server/store/decisions.ts';
import * as audit from '../../src/lib/server/store/audit.ts';
import { measureFileOf } from '../../src/lib/input/plan-file/write.ts';
import { member, newInstallation, newOrganisation } from '../support/installation.ts';
import { exampleText } from '../support/plan-files.ts';

/** From a portfolio to a decision that four eyes have seen, that a body has taken, and that nothing changes. */
function house() {
	const db = newInstallation();
	const organisation = newOrganisation(db, 'Alvesta');
	// A clock that is never the same twice.
	let instant = Date.parse('2026-11-27T10:00:00Z');
	const at = (ctx: Context) => ({ ...ctx, now: () => instant++ });
	const as = (role: 'editor' | 'finance' | 'reader', name: string) =>
		at(member(db, organisation, role, name));
	const eva = as('finance', 'Eva Ekonom');
	return {
		...{ db, organisation, eva },
		nils: as('finance', 'Nils Nordin'),
		editor: as('editor', 'redaktör'),
		reader: as('reader', 'läsare'),
		stranger: at(member(db, newOrganisation(db, 'Växjö'), 'finance', 's')),
		planId: importPlan(eva, exampleText)
	};
}
type House = ReturnType<typeof house>;
const proposal = { caseNumber: 'KS 2026/123', body: 'council' };
const minutes = { ...proposal, date: '2026-11-27', paragraph: '§ 12', outcome: 'approved' };
const seenBy = ({ eva, planId }: House) => stateOf(loadPlan(eva, planId));
const propose = (at: House, portfolio = 'P2', values: Record<string, string> = proposal) =>
	proposeDecision(at.eva, at.planId, portfolio, { state: seenBy(at), values });

/** Raises the cost of the first measure of P2. */
function makeDearer({ editor, planId }: House): void {
	const measure = loadPlan(editor, planId).plan.measures.find(({ id }) => id === 'A04');
	if (!measure) throw new Error('A04');
	const { costs, ...file } = measureFileOf(measure);
	const first = {
		...(costs[0] as object),
		amount: '99000000.00',
		years: [{ year: 2027, amount: '99000000.00' }]
	};
	editPlan(editor, planId, { name: 'measure.edit', label: 'A04' }, [
		{ part: 'measures', id: 'A04', after: { ...file, costs: [first, ...costs.slice(1)] } }
	]);
}

describe('a proposed decision', () => {
	it('freezes the portfolio with everything behind it, under a hash that anybody can work out', () => {
		const at = house();
		const id = propose(at);
		const page = decisionPage(at.reader, at.planId, id);
		expect(page).toMatchObject({ state: 'proposed', isWhole: true, caseNumber: 'KS 2026/123' });
		expect(page.method).toMatchObject({ total: 0 });
		expect(page.now?.figures).toEqual(page.figures);
		const { content, fileName } = decisionFile(at.reader, at.planId, id);
		expect(fileName).toBe('beslut-ks-2026-123.json');
		expect(createHash('sha256').update(content).digest('hex')).toBe(page.hash);
		for (const name of ['Eva', 'Ekonom', '@']) expect(content.includes(`"${name}`)).toBe(false);
		expect(content).not.toContain(at.eva.actor?.userId);
		const { document, plan } = readDecision(content);
		expect(plan?.portfolios.map((one) => one.id)).toEqual(['P1', 'P2', 'P3']);
		expect(document.programmes.length).toBe(loadPlan(at.eva, at.planId).plan.programmes.length);
	});

	it('stands when the plan moves on, and tells what has changed', () => {
		const at = house();
		const id = propose(at);
		const before = decisionPage(at.reader, at.planId, id);
		makeDearer(at);
		const after = decisionPage(at.reader, at.planId, id);
		expect(after.figures).toEqual(before.figures);
		expect(after.method?.figures).toEqual(before.figures);
		expect(Number(after.now?.figures['need'])).toBeGreaterThan(Number(before.figures['need']));
		expect(after.since?.changes.some(({ id: of }) => of === 'A04')).toBe(true);
		expect(after.isWhole).toBe(true);
	});

	it('says so when its portfolio is gone, and what another method would make of it', () => {
		const at = house();
		const id = propose(at, 'P3');
		removePortfolio(at.editor, at.planId, 'P3', 1);
		const page = decisionPage(at.reader, at.planId, id);
		expect(page.now).toBeNull();
		expect(page.places.every(({ then, now }) => then !== null && now === null)).toBe(true);
		const read = readDecision(decisionFile(at.reader, at.planId, id).content);
		const evaluation = {
			...(read.document.evaluation as object),
			need: { total: '1.00', perYear: {} }
		};
		const other = methodChanges({ ...read, document: { ...read.document, evaluation } });
		expect(
			other?.changes.some(({ field, before }) => field === 'need.total' && before === '1.00')
		).toBe(true);
	});

	it('is of the figures that were looked at, of a portfolio with measures, and one at a time', () => {
		const at = house();
		const { eva, planId } = at;
		const state = seenBy(at);
		makeDearer(at);
		const late = () => proposeDecision(eva, planId, 'P2', { state, values: proposal });
		expect(late).toThrow(InvalidInputError);
		expect(() => propose(at, 'P2', { caseNumber: 'utan', body: 'committee' })).toThrow(
			expect.objectContaining({
				fields: { caseNumber: expect.anything() as unknown, bodyName: expect.anything() as unknown }
			})
		);
		const empty = createPortfolio(eva, planId, {
			file: { name: 'Tom', measures: [], shift: {}, scale: {} },
			errors: {}
		});
		expect(() => propose(at, empty)).toThrow(InvalidInputError);
		propose(at);
		expect(() => propose(at)).toThrow(InvalidInputError);
		propose(at, 'P1');
		expect(decisionsPage(eva, planId).decisions).toHaveLength(2);
		expect(newDecisionPage(eva, planId, 'P1')).toMatchObject({ measures: 8, hasRisk: false });
	});
});

describe('four eyes', () => {
	it('one proposes, another confirms, a body decides; each in the log', () => {
		const at = house();
		const id = propose(at);
		const confirm = (ctx: Context) => confirmDecision(ctx, at.planId, id);
		expect(() => confirm(at.eva)).toThrow(InvalidInputError);
		expect(() => confirm(at.editor)).toThrow(ForbiddenError);
		expect(() => confirm(at.stranger)).toThrow(NotFoundError);
		const record = (values: Record<string, string>) =>
			recordDecision(at.eva, at.planId, id, values);
		expect(() => record(minutes)).toThrow(InvalidInputError);
		confirm(at.nils);
		expect(() => confirm(at.nils)).toThrow(InvalidInputError);
		expect(decidedNow(at.reader, at.planId)).toBeNull();
		for (const wrong of [
			{ date: '2026-11-28' },
			{ date: '2026-11-26' },
			{ date: '2026-02-30' },
			{ paragraph: 'ett' }
		])
			expect(() => record({ ...minutes, ...wrong })).toThrow(InvalidInputError);
		record(minutes);
		expect(decisionPage(at.reader, at.planId, id)).toMatchObject({
			state: 'approved',
			isWhole: true,
			made: { date: '2026-11-27', paragraph: '12' },
			proposed: { who: 'Eva Ekonom' }
		});
		expect(decidedNow(at.reader, at.planId)).toMatchObject({ id, caseNumber: 'KS 2026/123' });
		record({ ...minutes, paragraph: '13', outcome: 'returned' });
		const page = decisionPage(at.reader, at.planId, id);
		expect(page).toMatchObject({ state: 'returned', made: { paragraph: '13' }, isWhole: true });
		expect(page.steps.map(({ kind, who }) => [kind, who])).toEqual([
			['confirmed', 'Nils Nordin'],
			['recorded', 'Eva Ekonom'],
			['recorded', 'Eva Ekonom']
		]);
		expect(decidedNow(at.reader, at.planId)).toBeNull();
		const log = audit.listOfPlan(at.db, at.organisation, at.planId, 10);
		expect(log.map(({ action }) => action).filter((one) => one.startsWith('decision'))).toEqual([
			'decision.recorded',
			'decision.recorded',
			'decision.confirmed',
			'decision.propose'
		]);
		expect(log.find(({ action }) => action === 'decision.confirmed')?.newValue).toMatch(
			new RegExp(`^${page.hash} [0-9a-f]{64}$`)
		);
	});

	it('a proposal that is turned down keeps its reason, and another can be made', () => {
		const at = house();
		const id = propose(at);
		expect(() => declineDecision(at.nils, at.planId, id, ' ')).toThrow(InvalidInputError);
		expect(() => declineDecision(at.reader, at.planId, id, 'nej')).toThrow(ForbiddenError);
		declineDecision(at.nils, at.planId, id, 'Driften är inte med');
		expect(() => confirmDecision(at.nils, at.planId, id)).toThrow(InvalidInputError);
		expect(decisionPage(at.reader, at.planId, id)).toMatchObject({
			state: 'declined',
			steps: [{ reason: 'Driften är inte med' }],
			isWhole: true
		});
		for (const one of [id, propose(at)])
			expect(decisionPage(at.reader, at.planId, one).isWhole).toBe(true);
	});

	it('is for finance of the same organisation alone', () => {
		const at = house();
		const id = propose(at);
		const asked = { state: '1 1', values: proposal };
		for (const ctx of [at.editor, at.reader])
			expect(() => proposeDecision(ctx, at.planId, 'P1', asked)).toThrow(ForbiddenError);
		expect(() => decisionPage(at.stranger, at.planId, id)).toThrow(NotFoundError);
		expect(() => decisionFile(at.stranger, at.planId, id)).toThrow(NotFoundError);
		const other = importPlan(at.eva, exampleText);
		expect(() => decisionPage(at.eva, other, id)).toThrow(NotFoundError);
		expect(() => confirmDecision(at.nils, other, id)).toThrow(NotFoundError);
	});
});

describe('what is decided', () => {
	it('cannot be changed or taken away in the database', () => {
		const at = house();
		const id = propose(at);
		confirmDecision(at.nils, at.planId, id);
		for (const statement of [
			"update decision set case_number = 'KS 1'",
			'delete from decision',
			"update decision_step set details = '{}'",
			'delete from decision_step',
			'insert or replace into decision select * from decision',
			'insert or replace into decision_step select * from decision_step'
		])
			expect(() => at.db.$client.exec(statement)).toThrow(/append-only/);
	});

	it('is known to be false when a step is written anew with a hash that fits', () => {
		const at = house();
		const id = propose(at);
		confirmDecision(at.nils, at.planId, id);
		recordDecision(at.eva, at.planId, id, { ...minutes, outcome: 'rejected' });
		const key = { organisationId: at.organisation, planId: at.planId };
		const row = decisions.read(at.db, key, id);
		const [first, second] = decisions.steps(at.db, key, [id]);
		if (!row || !first || !second) throw new Error('no steps');
		const other = { ...second, details: { ...second.details, outcome: 'approved' } };
		at.db.$client.exec('drop trigger decision_step_no_update');
		at.db.$client
			.prepare('update decision_step set details = ?, hash = ? where position = 1')
			.run(JSON.stringify(other.details), stepHash(row, [first], other));
		expect(decisionPage(at.reader, at.planId, id)).toMatchObject({
			state: 'approved',
			isWhole: false
		});
		expect(() => recordDecision(at.eva, at.planId, id, minutes)).toThrow(InvalidInputError);
	});

	it('is known to be false as soon as any of it is another', () => {
		const changes = [
			`update decision set document = replace(document, '"KS 2026/123"', '"KS 2026/124"')`,
			"update decision set hash = '00'",
			"update decision set case_number = 'KS 2026/124'",
			"update decision set portfolio_key = 'P1'",
			"update decision set portfolio_name = 'Annan'",
			'update decision set proposed_at = proposed_at + 1',
			'update decision set proposed_by = (select id from user where id <> proposed_by limit 1)',
			'update decision_step set at = at + 1 where position = 0',
			'update decision_step set by_user = (select id from user where id <> by_user limit 1)',
			`update decision_step set details = replace(details, '"12"', '"21"')`,
			"update decision_step set kind = 'confirmed' where position = 1",
			'delete from decision_step where position = 0',
			'delete from decision_step where position = 1',
			'delete from decision_step'
		];
		for (const change of changes) {
			const at = house();
			const id = propose(at);
			confirmDecision(at.nils, at.planId, id);
			recordDecision(at.eva, at.planId, id, minutes);
			expect(decisionPage(at.reader, at.planId, id).isWhole).toBe(true);
			for (const table of ['decision', 'decision_step'])
				for (const verb of ['update', 'delete'])
					at.db.$client.exec(`drop trigger ${table}_no_${verb}`);
			at.db.$client.exec(change);
			expect(decisionPage(at.reader, at.planId, id).isWhole, change).toBe(false);
		}
	});
});
