import { describe, expect, it } from 'vitest';
import { Decimal, ZERO, sum } from '../../src/lib/core/decimal.ts';
import {
	createApplication,
	moveApplication,
	removeApplication,
	saveApplication
} from '../../src/lib/server/services/applications.commands.ts';
import {
	applicationPage,
	applicationsPage
} from '../../src/lib/server/services/applications.queries.ts';
import { editPlan, undo } from '../../src/lib/server/services/edits.ts';
import {
	EditConflictError,
	ForbiddenError,
	NotFoundError
} from '../../src/lib/server/services/errors.ts';
import { gatherLines } from '../../src/lib/server/services/loose-lines.commands.ts';
import { setFundingStatus } from '../../src/lib/server/services/funding.commands.ts';
import { addApplication } from '../../src/lib/server/services/matching.commands.ts';
import { loadPlan } from '../../src/lib/server/services/plan-cache.ts';
import {
	applicationFormValues,
	readApplicationForm
} from '../../src/lib/input/forms/application-form.ts';
import type { FundingLine } from '../../src/lib/core/plan/plan.ts';
import { fundingFileOf, writePlanFile } from '../../src/lib/input/plan-file/write.ts';
import { applicationHouse, DAY, MATCH, wrongFields } from '../support/application-house.ts';

/** Applications on the example's plan: from a match, of lines that had none, moved along, edited and taken away. */

describe('an application', () => {
	it('comes from a match as one award, and each move is one step that moves the gap and can be undone', () => {
		const { editor, planId, stands, move } = applicationHouse();
		const before = stands();
		addApplication(editor, planId, 'P2', MATCH);
		const planned = stands();
		expect(planned.own).toMatchObject({ id: 'AN01', status: 'planned', programme: 'klimatklivet' });
		expect(planned.lines.length).toBeGreaterThan(0);
		for (const line of planned.lines) {
			expect(line.status).toBe('planned');
			expect(line.probability.toNumber()).toBe(0.5);
		}
		const total = (one: ReturnType<typeof stands>, variant: 'secured' | 'planned') =>
			one.gap[variant].total?.toNumber() ?? NaN;
		expect(total(planned, 'planned')).toBeLessThan(total(before, 'planned'));

		move({ status: 'idea' });
		expect(stands().gap).toEqual(before.gap);
		move({ status: 'applied' });
		expect(stands().own).toMatchObject({ status: 'applied', applied: DAY });
		expect(stands().own?.asked?.eq(planned.total)).toBe(true);
		expect(stands().lines[0]?.applied).toBe(DAY);
		expect(wrongFields(() => move({ status: 'granted' }))).toEqual([
			'decision.caseNumber',
			'decision.date'
		]);
		expect(wrongFields(() => move({ status: 'granted', caseNumber: 'A', date: 'snart' }))).toEqual([
			'decision.date'
		]);
		expect(stands().own?.status).toBe('applied');

		const half = planned.total.div(2).toDecimalPlaces(2);
		move({ status: 'granted', caseNumber: ' NV-1 ', date: '2026-11-20', granted: half });
		const granted = stands();
		expect(granted.total.eq(half)).toBe(true);
		expect(granted.own?.asked?.eq(planned.total)).toBe(true);
		expect(granted.own?.decision).toEqual({ caseNumber: 'NV-1', date: '2026-11-20' });
		expect(total(granted, 'secured')).toBeLessThan(total(planned, 'secured'));
		undo(editor, planId);
		expect(stands().own?.status).toBe('applied');
		expect(stands().total.eq(planned.total)).toBe(true);
		move({ status: 'planned' });
		expect(stands().own).not.toHaveProperty('applied');
		expect(stands().own).not.toHaveProperty('asked');
		move({ status: 'rejected' });
		expect(total(stands(), 'planned')).toBe(total(before, 'planned'));
	});

	it('is shown with what it asks, its own share, its years and its next report', () => {
		const { editor, planId, rows, stands } = applicationHouse();
		addApplication(editor, planId, 'P2', MATCH);
		const { total } = stands();
		const page = applicationPage(editor, planId, 'AN01');
		const values = {
			...applicationFormValues(page.file ?? {}),
			responsible: 'Anna Ek',
			decides: '2027-05-01',
			'reports.0.due': '2026-11-01',
			'reports.0.what': 'Lägesrapport',
			'reports.1.due': '2028-02-01',
			'reports.1.what': 'Slutrapport',
			'reports.1.isDone': 'on',
			'reports.3.due': '',
			'reports.3.what': ''
		};
		saveApplication(editor, planId, 'AN01', {
			...readApplicationForm(values),
			version: page.version
		});
		const row = rows().find(({ id }) => id === 'AN01');
		expect(row).toMatchObject({
			responsible: 'Anna Ek',
			decides: '2027-05-01',
			granted: null,
			report: { due: '2026-11-01', what: 'Lägesrapport', isLate: true },
			measures: [{ id: 'A07' }]
		});
		expect(row?.asked?.eq(total)).toBe(true);
		expect(sum((row?.perYear ?? []).map(({ amount }) => amount ?? ZERO)).eq(total)).toBe(true);
		const item = stands().plan.measures.find(({ id }) => id === 'A07');
		const paid = new Set(stands().lines.map(({ costItem }) => costItem));
		const costs = (item?.costs ?? []).filter(({ id }) => paid.has(id));
		// A yearly cost is the whole of it: 19 years from 2027 to 2045.
		const cost = sum(
			costs.map((one) =>
				one.timing === 'one-off' ? (one.amount ?? ZERO) : (one.amountPerYear ?? ZERO).times(19)
			)
		);
		expect(row?.ownShare?.eq(cost.minus(total))).toBe(true);
		const again = applicationPage(editor, planId, 'AN01');
		expect(readApplicationForm(applicationFormValues(again.file ?? {})).file).toEqual(
			Object.fromEntries(Object.entries(again.file ?? {}).filter(([name]) => name !== 'id'))
		);
	});

	it('that somebody else has saved is not moved on old facts, and is for those who may', () => {
		const { editor, reader, planId, move, rows, stands } = applicationHouse();
		addApplication(editor, planId, 'P2', MATCH);
		const version = rows().find(({ id }) => id === 'AN01')?.version ?? 0;
		move({ status: 'applied' });
		expect(() => move({ status: 'rejected', version })).toThrow(EditConflictError);
		expect(stands().own?.status).toBe('applied');
		expect(() => move({ status: 'planned' }, 'AN99')).toThrow(NotFoundError);
		const asReader = {
			status: 'planned',
			caseNumber: '',
			date: '',
			granted: null,
			version,
			lines: ''
		} as const;
		expect(() => moveApplication(reader, planId, 'AN01', asReader)).toThrow(ForbiddenError);
		expect(() => gatherLines(reader, planId, 1)).toThrow(ForbiddenError);
		expect(() => removeApplication(reader, planId, 'AN01', { version, lines: '' })).toThrow(
			ForbiddenError
		);
		expect(wrongFields(() => move({ status: 'maybe' as never }))).toEqual(['status']);
	});

	it('takes a granted amount with a grant alone, and asks what it asked when the grant is taken back', () => {
		const { editor, planId, stands, move } = applicationHouse();
		addApplication(editor, planId, 'P2', MATCH);
		const { total, lines } = stands();
		const granted = new Decimal(100_000);
		expect(wrongFields(() => move({ status: 'rejected', granted }))).toEqual(['granted']);
		const decision = { caseNumber: 'NV-1', date: '2026-11-20' };
		expect(wrongFields(() => move({ status: 'granted', ...decision, granted: ZERO }))).toEqual([
			'granted'
		]);
		move({ status: 'rejected', caseNumber: 'AVSLAG', date: '2026-11-20' });
		expect(stands().own).not.toHaveProperty('applied');
		expect(wrongFields(() => move({ status: 'granted' }))).toContain('decision.caseNumber');
		move({ status: 'applied' });
		move({ status: 'granted', ...decision, granted });
		expect(stands().total.eq(granted)).toBe(true);
		move({ status: 'contracted' });
		expect(stands().own?.decision).toEqual(decision);
		move({ status: 'planned' });
		expect(stands().total.eq(total)).toBe(true);
		// Shared out twice, each instalment is what it was to the krona.
		const amountsOf = (all: typeof lines) =>
			all.flatMap(({ amounts }) => amounts.map((one) => one.amount?.toNumber() ?? NaN));
		amountsOf(stands().lines).forEach((amount, place) =>
			expect(Math.abs(amount - (amountsOf(lines)[place] ?? NaN))).toBeLessThan(1)
		);
		expect(stands().own).not.toHaveProperty('decision');
	});

	it('is not moved with lines that were not seen, nor given a call of another programme', () => {
		const { editor, planId, rows, stands, move } = applicationHouse();
		addApplication(editor, planId, 'P2', MATCH);
		const [first] = stands().lines;
		const after = { ...fundingFileOf(first as FundingLine), note: 'ändrad' };
		const seen = rows()[0]?.lines ?? '';
		editPlan(editor, planId, { name: 'x', label: '' }, [
			{ part: 'funding', id: first?.id ?? '', after }
		]);
		expect(() => move({ status: 'applied', lines: seen })).toThrow(EditConflictError);
		expect(() => removeApplication(editor, planId, 'AN01', { version: 1, lines: seen })).toThrow(
			EditConflictError
		);
		const page = applicationPage(editor, planId, 'AN01');
		const call = page.calls.find(({ programme }) => programme !== 'klimatklivet')?.id ?? '';
		const save = (values: Record<string, string>) => () =>
			saveApplication(editor, planId, 'AN01', {
				...readApplicationForm({ ...applicationFormValues(page.file ?? {}), ...values }),
				version: page.version
			});
		expect(wrongFields(save({ call }))).toEqual(['call']);
		expect(wrongFields(save({ 'reports.1.due': '2027-99-99', 'reports.1.what': '' }))).toEqual([
			'reports.1.due',
			'reports.1.what'
		]);
	});

	it('says status and decision for its lines, which cannot say it themselves', () => {
		const { editor, planId, stands } = applicationHouse();
		addApplication(editor, planId, 'P2', MATCH);
		const [line] = stands().lines;
		const award = { status: 'rejected', caseNumber: '', date: '', version: 0 };
		expect(() => setFundingStatus(editor, planId, line?.id ?? '', award)).toThrow();
		expect(stands().lines[0]?.status).toBe('planned');
	});

	it('goes with its lines, and comes back with them', () => {
		const { editor, planId, stands, rows } = applicationHouse();
		const before = writePlanFile(stands().plan);
		addApplication(editor, planId, 'P2', MATCH);
		const with1 = writePlanFile(stands().plan);
		removeApplication(editor, planId, 'AN01', { version: 1, lines: '', ...rows()[0] });
		expect(writePlanFile(stands().plan)).toBe(before);
		undo(editor, planId);
		expect(writePlanFile(stands().plan)).toBe(with1);
	});

	it('may begin as an idea without lines, and needs a name and a programme that exists', () => {
		const { editor, planId, rows } = applicationHouse();
		const read = (values: Record<string, string>) => readApplicationForm(values);
		const good = { name: 'LIFE 2027', programme: 'life-sip', status: 'idea', probability: '20' };
		const programme = loadPlan(editor, planId).plan.programmes[0]?.id ?? '';
		const id = createApplication(editor, planId, read({ ...good, programme }));
		expect(id).toBe('AN01');
		expect(rows()[0]).toMatchObject({ name: 'LIFE 2027', amount: null, measures: [] });
		expect(
			wrongFields(() =>
				createApplication(editor, planId, read({ ...good, name: '', programme: '' }))
			)
		).toEqual(expect.arrayContaining(['name', 'programme']));
		expect(
			wrongFields(() => createApplication(editor, planId, read({ ...good, programme: 'lotto' })))
		).toEqual(['programme']);
	});
});

describe('lines without an application', () => {
	it('become applications, those of a measure and programme that say the same as one; all but the awards stays', () => {
		const { editor, planId, stands } = applicationHouse();
		const before = stands();
		const loose = applicationsPage(editor, planId, 'P2').loose ?? 0;
		expect(wrongFields(() => gatherLines(editor, planId, loose + 1))).toEqual(['form']);
		const count = gatherLines(editor, planId, loose);
		const after = stands();
		expect(after.plan.applications).toHaveLength(count);
		expect(after.gap.secured).toEqual(before.gap.secured);
		expect(after.gap.planned).toEqual(before.gap.planned);
		const keys = new Set(
			after.plan.funding.flatMap((line) =>
				line.application
					? [`${line.measure} ${line.programme} ${line.status} ${line.probability}`]
					: []
			)
		);
		expect(keys.size).toBe(count);
		expect(wrongFields(() => gatherLines(editor, planId, 0))).toEqual(['form']);
		undo(editor, planId);
		expect(stands().plan.applications).toEqual([]);
	});
});
