import { describe, expect, it } from 'vitest';
import type { Measure } from '../../src/lib/core/plan/plan.ts';
import { measureFileOf } from '../../src/lib/input/plan-file/write.ts';
import type { Context } from '../../src/lib/server/services/context.ts';
import {
	declineDecision,
	proposeDecision
} from '../../src/lib/server/services/decisions.commands.ts';
import { editPlan } from '../../src/lib/server/services/edits.ts';
import {
	ForbiddenError,
	InvalidInputError,
	NotFoundError,
	TooManyTriesError
} from '../../src/lib/server/services/errors.ts';
import { stateOf } from '../../src/lib/server/services/long-work.ts';
import { loadPlan } from '../../src/lib/server/services/plan-cache.ts';
import {
	importPlan,
	removePlan,
	renamePlan
} from '../../src/lib/server/services/plans.commands.ts';
import { removePortfolio } from '../../src/lib/server/services/portfolios.commands.ts';
import { makeShare, revokeShare } from '../../src/lib/server/services/shares.commands.ts';
import {
	sharedBrief,
	sharedComparison,
	sharedFrame,
	sharingPage
} from '../../src/lib/server/services/shares.queries.ts';
import * as riskResults from '../../src/lib/server/store/risk-results.ts';
import { riskFor } from '../../src/lib/server/work/risk-task.ts';
import { anonymous, member, newInstallation, newOrganisation } from '../support/installation.ts';
import { exampleText } from '../support/plan-files.ts';

/** What anybody sees who has been given an address, and nothing more. */
const START = Date.parse('2026-11-27T10:00:00Z');
const DAY = 24 * 60 * 60_000;
const HOME = '192.0.2.1';

function house() {
	const db = newInstallation();
	const organisation = newOrganisation(db, 'Alvesta');
	const at = (ctx: Context, days = 0) => ({ ...ctx, now: () => START + days * DAY });
	const finance = at(member(db, organisation, 'finance', 'Eva Ekonom'));
	return {
		...{ db, organisation, finance },
		editor: at(member(db, organisation, 'editor', 'redaktör')),
		stranger: at(member(db, newOrganisation(db, 'Växjö'), 'finance', 's')),
		/** Anybody, so many days later. */
		anybody: (days = 0) => at(anonymous(db), days),
		planId: importPlan(finance, exampleText)
	};
}
type House = ReturnType<typeof house>;

const wanted = { label: 'Fullmäktige', days: '30', decision: '', portfolios: 'P1\nP2' };
const share = ({ finance, planId }: House, values: Record<string, string> = wanted) =>
	makeShare(finance, planId, values).replace('/shared/', '');

function mark({ editor, planId }: House, id: string): void {
	const measure = loadPlan(editor, planId).plan.measures.find((one) => one.id === id);
	if (!measure) throw new Error(id);
	const after = { ...measureFileOf(measure), possiblySecret: true };
	editPlan(editor, planId, { name: 'measure.edit', label: id }, [{ part: 'measures', id, after }]);
}

function reckon({ db, editor, organisation, planId }: House, portfolio: string): void {
	const loaded = loadPlan(editor, planId);
	const ask = { portfolio, draws: 200, seed: 1, distribution: 'pert' } as const;
	const result = riskFor(loaded.plan, ask);
	const key = { organisationId: organisation, planId, portfolioId: portfolio };
	riskResults.save(db, { ...key, state: stateOf(loaded), at: START, result });
}

describe('a shared link', () => {
	it('shows the chosen portfolios to anybody, as the plan has them, and no other', () => {
		const at = house();
		const token = share(at);
		expect(Buffer.from(token, 'base64url').length).toBeGreaterThanOrEqual(16);
		const compare = sharedComparison(at.anybody(), token, HOME);
		expect(compare.portfolios.map(({ id }) => id)).toEqual(['P1', 'P2']);
		expect(compare.portfolios[0]?.figures.ownMoney.toFixed(2)).toBe('47057500.00');
		const { brief, portfolios } = sharedBrief(at.anybody(), token, HOME, 'P2');
		expect([brief?.portfolio.id, portfolios.length]).toEqual(['P2', 2]);
		expect(sharedBrief(at.anybody(), token, HOME, null).brief?.portfolio.id).toBe('P1');
		expect(() => sharedBrief(at.anybody(), token, HOME, 'P3')).toThrow(NotFoundError);
	});

	it('names nobody: not in the figures, not in the frame', () => {
		const at = house();
		const token = share(at);
		const seen = JSON.stringify([
			sharedFrame(at.anybody(), token, HOME),
			sharedComparison(at.anybody(), token, HOME),
			sharedBrief(at.anybody(), token, HOME, 'P2')
		]);
		expect(seen).not.toMatch(/Eva|@|redaktör/);
		for (const { owner } of loadPlan(at.editor, at.planId).plan.measures)
			if (owner !== '') expect(seen).not.toContain(`"${owner}"`);
	});

	it('is kept as a hash, ends by itself and when it is revoked, and goes with its plan', () => {
		const at = house();
		const token = share(at);
		const dump = JSON.stringify(at.db.$client.prepare('select * from share_link').all());
		expect(dump).not.toContain(token);
		const frame = (days = 0) => sharedFrame(at.anybody(days), token, HOME);
		expect(frame(29)).toMatchObject({ municipality: 'Alvesta', frozen: null });
		expect(() => frame(30)).toThrow(NotFoundError);
		const [link] = sharingPage(at.finance, at.planId).links;
		expect(link).toMatchObject({ label: 'Fullmäktige', state: 'open', who: 'Eva Ekonom' });
		for (const [ctx, error] of [
			[at.editor, ForbiddenError],
			[at.stranger, NotFoundError]
		] as const)
			expect(() => revokeShare(ctx, at.planId, link?.id ?? '')).toThrow(error);
		const again = share(at);
		removePlan(at.editor, at.planId);
		expect(() => sharedFrame(at.anybody(), again, HOME)).toThrow(NotFoundError);
		const other = house();
		const ended = share(other);
		revokeShare(
			other.finance,
			other.planId,
			sharingPage(other.finance, other.planId).links[0]?.id ?? ''
		);
		expect(() => sharedFrame(other.anybody(), ended, HOME)).toThrow(NotFoundError);
		expect(sharingPage(other.finance, other.planId).links[0]?.state).toBe('revoked');
	});

	it('is made by finance, with a name, a time and one to six portfolios that are there', () => {
		const at = house();
		expect(() => makeShare(at.editor, at.planId, wanted)).toThrow(ForbiddenError);
		expect(() => makeShare(at.stranger, at.planId, wanted)).toThrow(NotFoundError);
		for (const [field, value] of [
			['label', ''],
			['days', '3650'],
			['portfolios', ''],
			['portfolios', 'P1\nP99'],
			['portfolios', '1\n2\n3\n4\n5\n6\n7'],
			['decision', '11111111-0000-4000-8000-000000000000']
		] as const) {
			const refused = () => share(at, { ...wanted, [field]: value });
			expect(refused).toThrow(InvalidInputError);
			expect(refused).toThrow(
				expect.objectContaining({ fields: { [field]: expect.anything() as unknown } })
			);
		}
		expect(sharingPage(at.finance, at.planId).links).toEqual([]);
	});

	it('leaves out what may be secret, from lists and sums, says so, and tells no risk of it', () => {
		const at = house();
		reckon(at, 'P2');
		const token = share(at);
		const risk = () =>
			sharedComparison(at.anybody(), token, HOME).portfolios.map(({ chance }) => chance);
		expect(risk().map((one) => one?.isOld ?? null)).toEqual([null, false]);
		expect(sharedBrief(at.anybody(), token, HOME, 'P2').brief?.risk).not.toBeNull();
		const before = sharedComparison(at.anybody(), token, HOME).portfolios[1]?.figures;
		mark(at, 'A04');
		const after = sharedComparison(at.anybody(), token, HOME);
		expect(JSON.stringify(after)).not.toContain('A04');
		expect(JSON.stringify(sharedBrief(at.anybody(), token, HOME, 'P2'))).not.toContain('A04');
		expect(after.portfolios[1]?.figures.measures).toBe((before?.measures ?? 0) - 1);
		expect(after.portfolios[1]?.figures.capex.lt(before?.capex ?? 0)).toBe(true);
		expect(sharedFrame(at.anybody(), token, HOME).hidden).toEqual({ measures: 1, amounts: 0 });
		expect(risk()).toEqual([null, null]);
		// Members still see all of it.
		expect(loadPlan(at.editor, at.planId).evaluation('P2').capex.total).toEqual(before?.capex);
	});

	it('of a frozen decision shows the plan as it was, whatever happens to it since', () => {
		const at = house();
		reckon(at, 'P2');
		const state = stateOf(loadPlan(at.finance, at.planId));
		const values = { caseNumber: 'KS 2026/7', body: 'council' };
		const decision = proposeDecision(at.finance, at.planId, 'P2', { state, values });
		const token = share(at, { ...wanted, portfolios: 'P2\nP3', decision });
		const seen = () => {
			const { portfolios } = sharedComparison(at.anybody(), token, HOME);
			return portfolios.map(({ figures }) => figures.gapSecured?.toFixed(2));
		};
		const before = seen();
		removePortfolio(at.editor, at.planId, 'P3', 1);
		renamePlan(at.editor, at.planId, { name: 'Ny', version: 1 });
		expect(seen()).toEqual(before);
		expect(sharedFrame(at.anybody(), token, HOME).frozen).toEqual({
			caseNumber: 'KS 2026/7',
			day: '2026-11-27',
			isOtherwise: false,
			state: 'proposed'
		});
		const [p2, p3] = sharedComparison(at.anybody(), token, HOME).portfolios;
		expect([p2?.chance?.draws, p3?.chance]).toEqual([200, null]);
		// What is marked later is left out of what was frozen before, too.
		mark(at, 'A04');
		expect(seen()).not.toEqual(before);
		expect(sharedFrame(at.anybody(), token, HOME).hidden).toEqual({ measures: 1, amounts: 0 });
		expect(JSON.stringify(sharedComparison(at.anybody(), token, HOME))).not.toContain('A04');
	});

	it('never shows again what was marked once, of a frozen plan: not when the row goes, not when the mark does', () => {
		const at = house();
		const state = stateOf(loadPlan(at.finance, at.planId));
		const values = { caseNumber: 'KS 2026/7', body: 'council' };
		const decision = proposeDecision(at.finance, at.planId, 'P2', { state, values });
		const frozen = share(at, { ...wanted, portfolios: 'P2', decision });
		const live = share(at, { ...wanted, portfolios: 'P2' });
		mark(at, 'A04');
		const measure = loadPlan(at.editor, at.planId).plan.measures.find(({ id }) => id === 'A04');
		const after = measureFileOf({ ...(measure as Measure), possiblySecret: undefined });
		const clear = (ctx: Context) =>
			editPlan(ctx, at.planId, { name: 'measure.edit', label: 'A04' }, [
				{ part: 'measures', id: 'A04', after }
			]);
		expect(() => clear(at.editor)).toThrow(InvalidInputError);
		const seen = (token: string) => JSON.stringify(sharedComparison(at.anybody(), token, HOME));
		expect([seen(frozen), seen(live)].some((one) => one.includes('A04'))).toBe(false);
		clear(at.finance);
		expect([seen(frozen), seen(live)].map((one) => one.includes('A04'))).toEqual([false, true]);
		expect(sharedFrame(at.anybody(), frozen, HOME).hidden).toEqual({ measures: 1, amounts: 0 });
	});

	it('goes with its portfolio: another under the same id is not shared', () => {
		const at = house();
		const file = { id: 'P4', name: 'Delad', measures: ['A03'], shift: {}, scale: {} };
		const put = (after: object | null) =>
			editPlan(at.editor, at.planId, { name: 'plan.update', label: 'fil' }, [
				{ part: 'portfolios', id: 'P4', after }
			]);
		put(file);
		const token = share(at, { ...wanted, portfolios: 'P1\nP4' });
		put(null);
		put({ ...file, name: 'Utkast', measures: ['A04'] });
		const { portfolios, commitments } = sharedComparison(at.anybody(), token, HOME);
		expect(portfolios.map(({ id }) => id)).toEqual(['P1']);
		// Nor is anything counted that only others hold.
		expect(commitments).toBe(portfolios[0]?.figures.commitments);
	});

	it('tells no risk of an older state, which may have held what may not be seen', () => {
		const at = house();
		mark(at, 'A04');
		reckon(at, 'P2');
		const token = share(at, { ...wanted, portfolios: 'P2' });
		const { plan } = loadPlan(at.editor, at.planId);
		const p2 = plan.portfolios.find(({ id }) => id === 'P2');
		const after = {
			...p2,
			measures: p2?.measures.filter((id) => id !== 'A04'),
			shift: {},
			scale: {}
		};
		editPlan(at.editor, at.planId, { name: 'portfolio.edit', label: 'P2' }, [
			{ part: 'portfolios', id: 'P2', after }
		]);
		const [shown] = sharedComparison(at.anybody(), token, HOME).portfolios;
		expect(sharedFrame(at.anybody(), token, HOME).hidden).toEqual({ measures: 0, amounts: 0 });
		expect(shown?.chance).toBeNull();
	});

	it('shows no proposal that was turned down', () => {
		const at = house();
		const state = stateOf(loadPlan(at.finance, at.planId));
		const values = { caseNumber: 'KS 2026/7', body: 'council' };
		const decision = proposeDecision(at.finance, at.planId, 'P2', { state, values });
		const token = share(at, { ...wanted, portfolios: 'P2', decision });
		declineDecision(at.finance, at.planId, decision, 'Fel portfölj');
		expect(() => share(at, { ...wanted, portfolios: 'P2', decision })).toThrow(InvalidInputError);
		expect(sharedFrame(at.anybody(), token, HOME).frozen?.state).toBe('declined');
	});

	it('that does not hold is told so a hundred times, then waits; one that holds never does', () => {
		const at = house();
		const token = share(at);
		const guess = (place: number) => () => sharedFrame(at.anybody(), `gissning-${place}`, HOME);
		for (let place = 0; place < 100; place++) expect(guess(place)).toThrow(NotFoundError);
		expect(guess(100)).toThrow(TooManyTriesError);
		expect(sharedFrame(at.anybody(), token, HOME).municipality).toBe('Alvesta');
		expect(() => sharedFrame(at.anybody(), 'annan', '192.0.2.9')).toThrow(NotFoundError);
	});
});
