import { describe, expect, it } from 'vitest';
import { undo } from '../../src/lib/server/services/edits.ts';
import type { Context } from '../../src/lib/server/services/context.ts';
import {
	ForbiddenError,
	InvalidInputError,
	NotFoundError
} from '../../src/lib/server/services/errors.ts';
import { addApplication, answerFact } from '../../src/lib/server/services/matching.commands.ts';
import {
	matchingPage,
	matchPage,
	type MatchWishes
} from '../../src/lib/server/services/matching.queries.ts';
import { loadPlan } from '../../src/lib/server/services/plan-cache.ts';
import { importPlan } from '../../src/lib/server/services/plans.commands.ts';
import { member, newInstallation, newOrganisation } from '../support/installation.ts';
import { exampleText } from '../support/plan-files.ts';

/** Finding funding for the example's measures, answering what rules ask, and entering an application. */

const WISHES: MatchWishes = { search: '', measure: null, count: 4, withFailing: false };

function house() {
	const db = newInstallation();
	const organisation = newOrganisation(db, 'Alvesta');
	const at = (ctx: Context) => ({ ...ctx, now: () => Date.parse('2026-11-26T10:00:00Z') });
	const editor = at(member(db, organisation, 'editor'));
	const reader = at(member(db, organisation, 'reader'));
	return { editor, reader, planId: importPlan(editor, exampleText) };
}

const KEY = { measure: 'A12', programme: 'klimatklivet', call: null };

describe('finding funding', () => {
	it('finds at least three programmes for laddinfrastruktur, and says why others fall', () => {
		const { reader, planId } = house();
		const found = matchingPage(reader, planId, 'P2', {
			...WISHES,
			search: 'laddinfrastruktur',
			withFailing: true
		});
		if (!('measures' in found)) throw new Error('a portfolio');
		expect(found.measures?.map(({ id }) => id)).toEqual(['A07']);
		const rows = found.measures?.[0]?.rows ?? [];
		const ids = (verdict: string) =>
			rows.filter((row) => row.verdict === verdict).map(({ programme }) => programme.id);
		expect(ids('open')).toEqual(
			expect.arrayContaining(['klimatklivet', 'klimatklivet-publik-laddning', 'ladda-bilen'])
		);
		expect(ids('fails')).toContain('lova');
		const lova = rows.find(({ programme }) => programme.id === 'lova');
		expect(lova?.reason).toMatchObject({ about: 'theme' });
		for (const row of rows) if (row.verdict === 'fails') expect(row.reason).not.toBeNull();
	});

	it('shows those first whose money is missing most, a programme by its own words, and one measure alone', () => {
		const { reader, planId } = house();
		const page = (wishes: Partial<MatchWishes>) => {
			const found = matchingPage(reader, planId, 'P2', { ...WISHES, ...wishes });
			return ('measures' in found ? found.measures : undefined) ?? [];
		};
		const missing = page({}).map((one) => one.missing?.toNumber() ?? 0);
		expect(missing).toHaveLength(4);
		expect(missing).toEqual([...missing].sort((a, b) => b - a));
		expect(
			new Set(
				page({ search: 'urbact', withFailing: true }).flatMap(({ rows }) =>
					rows.map((row) => row.programme.id)
				)
			)
		).toEqual(new Set(['urbact-apn']));
		expect(page({ measure: 'A21' }).map(({ id }) => id)).toEqual(['A21']);
	});

	it('answers a question with one click, which undo takes back', () => {
		const { editor, reader, planId } = house();
		const asked = () => matchPage(editor, planId, 'P2', KEY).questions.map(({ key }) => key);
		expect(asked()).toContain('required-by-law');
		answerFact(editor, planId, 'A12', { key: 'required-by-law', answer: 'false' });
		expect(asked()).not.toContain('required-by-law');
		const before = matchPage(editor, planId, 'P2', KEY);
		answerFact(editor, planId, 'A12', { key: 'required-by-law', answer: 'true' });
		const after = matchPage(editor, planId, 'P2', KEY);
		expect(before.highest.gt(0)).toBe(true);
		expect([after.verdict, after.highest.toNumber()]).toEqual(['fails', 0]);
		undo(editor, planId);
		undo(editor, planId);
		expect(asked()).toContain('required-by-law');
		expect(() => answerFact(reader, planId, 'A12', { key: 'member', answer: 'true' })).toThrow(
			ForbiddenError
		);
		const wrong = [
			{ key: 'required-by-law', answer: 'kanske' },
			{ key: 'work-start', answer: 'i höst' },
			{ key: 'applicant-kind', answer: 'kungen' },
			{ key: '__proto__', answer: 'true' },
			{ key: 'x y', answer: 'true' }
		];
		for (const fact of wrong)
			expect(() => answerFact(editor, planId, 'A12', fact)).toThrow(InvalidInputError);
		expect(() => answerFact(editor, planId, 'A99', { key: 'member', answer: 'true' })).toThrow(
			NotFoundError
		);
	});

	it('keeps an answer about the municipality with the municipality', () => {
		const { editor, planId } = house();
		answerFact(editor, planId, 'A12', { key: 'climate-city-contract', answer: 'true' });
		const { plan } = loadPlan(editor, planId);
		expect(plan.municipality.facts?.['climate-city-contract']).toBe(true);
		expect(plan.measures.find(({ id }) => id === 'A12')?.facts ?? {}).toEqual({});
	});

	it('enters an application whose planned kronor count, in one step', () => {
		const { editor, planId } = house();
		const OTHER = { ...KEY, measure: 'A07' };
		const planned = () =>
			loadPlan(editor, planId).evaluation('P2').funding.planned.total.toNumber();
		const lines = loadPlan(editor, planId).plan.funding.length;
		const { highest } = matchPage(editor, planId, 'P2', OTHER);
		const before = planned();
		addApplication(editor, planId, 'P2', OTHER);
		const { plan } = loadPlan(editor, planId);
		const added = plan.funding.slice(lines);
		expect(
			added.every(({ status, programme }) => status === 'planned' && programme === 'klimatklivet')
		).toBe(true);
		const asked = added.flatMap(({ amounts }) =>
			amounts.map(({ amount }) => amount?.toNumber() ?? 0)
		);
		expect(asked.reduce((all, one) => all + one, 0)).toBeCloseTo(highest.toNumber(), 0);
		expect(planned()).toBeGreaterThan(before);
		// All of it is asked for now.
		expect(() => addApplication(editor, planId, 'P2', OTHER)).toThrow(InvalidInputError);
		undo(editor, planId);
		expect(planned()).toBe(before);
	});

	it('gives Klimatklivet’s figure with the data of its application', () => {
		const { reader, planId } = house();
		const { ranking } = matchPage(reader, planId, 'P2', KEY);
		const { tonnesPerYear, lifetimeYears, investment, kgPerKrona } = ranking ?? {};
		expect(tonnesPerYear?.toNumber()).toBe(500);
		expect(lifetimeYears).toBe(15);
		expect(investment?.toNumber()).toBe(31_750_000);
		expect(kgPerKrona?.toNumber()).toBeCloseTo((500 * 1000 * 15) / 31_750_000, 10);
		expect(matchPage(reader, planId, 'P2', { ...KEY, programme: 'lova' }).ranking).toBeNull();
	});
});
