import { describe, expect, it } from 'vitest';
import { editPlan, redo, undo } from '../../src/lib/server/services/edits.ts';
import {
	EditConflictError,
	ForbiddenError,
	InvalidInputError,
	NotFoundError
} from '../../src/lib/server/services/errors.ts';
import {
	copyMeasure,
	createMeasure,
	removeMeasure,
	saveMeasure
} from '../../src/lib/server/services/measures.commands.ts';
import { setFundingStatus } from '../../src/lib/server/services/funding.commands.ts';
import { measurePage } from '../../src/lib/server/services/measures.queries.ts';
import { overviewPage } from '../../src/lib/server/services/overview.queries.ts';
import { savePortfolio } from '../../src/lib/server/services/portfolios.commands.ts';
import { portfolioPage } from '../../src/lib/server/services/portfolios.queries.ts';
import { planExport } from '../../src/lib/server/services/plans.queries.ts';
import type { Context } from '../../src/lib/server/services/context.ts';
import * as audit from '../../src/lib/server/store/audit.ts';
import * as parts from '../../src/lib/server/store/plan-parts.ts';
import { dearer, edit, planHouse } from '../support/edited-plan.ts';
import { exampleText } from '../support/plan-files.ts';

const gapOf = (ctx: Context, planId: string) => {
	const overview = overviewPage(ctx, planId, 'P2');
	return overview.portfolio ? overview.gap : null;
};

describe('editing a measure', () => {
	it('moves the gap by exactly what a cost of an uncovered year moved, and writes each field to the log', () => {
		const { db, editor, finance, key } = planHouse();
		const before = gapOf(editor, key.planId);
		const logged = audit.list(db).length;
		saveMeasure(
			finance,
			key.planId,
			'A04',
			edit(measurePage(finance, key.planId, 'A04'), dearer(1_000_000))
		);
		const after = gapOf(editor, key.planId);
		expect(after?.secured?.minus(before?.secured ?? 0).toString()).toBe('1000000');
		expect(
			audit
				.list(db)
				.slice(logged)
				.map(({ action, field, oldValue, newValue }) => [action, field, oldValue, newValue])
		).toEqual([
			['measure.edit', 'costs.c1.amount', '24000000.00', '25000000.00'],
			['measure.edit', 'costs.c1.years.2027.amount', '8000000.00', '9000000.00']
		]);
	});

	it('never overwrites a funding line that it was not opened with', () => {
		const { editor, key } = planHouse();
		const page = measurePage(editor, key.planId, 'A04');
		const [foreign] = measurePage(editor, key.planId, 'A12').funding;
		const funding = [...page.funding, foreign] as never;
		const before = planExport(editor, key.planId).content;
		const save = () =>
			saveMeasure(editor, key.planId, 'A04', { ...edit(page, () => undefined), funding });
		expect(save).toThrow(EditConflictError);
		expect(planExport(editor, key.planId).content).toBe(before);
	});

	it('that changes nothing leaves no trace', () => {
		const { db, editor, key } = planHouse();
		const before = audit.list(db).length;
		for (const id of parts.versions(db, key, 'measures').keys())
			saveMeasure(
				editor,
				key.planId,
				id,
				edit(measurePage(editor, key.planId, id), () => {})
			);
		expect(audit.list(db)).toHaveLength(before);
		expect(planExport(editor, key.planId).content).toBe(exampleText);
	});

	it('shows the second of two people every field that differs, and keeps what the first saved', () => {
		const { editor, finance, key } = planHouse();
		const [mine, theirs] = [editor, finance].map((ctx) => measurePage(ctx, key.planId, 'A04'));
		if (!mine || !theirs) return;
		saveMeasure(finance, key.planId, 'A04', edit(theirs, dearer(500_000)));
		const saved = planExport(editor, key.planId).content;
		const late = () =>
			saveMeasure(
				editor,
				key.planId,
				'A04',
				edit(mine, (file) => (file['owner'] = 'Teknik'))
			);
		expect(late).toThrow(EditConflictError);
		try {
			late();
		} catch (thrown) {
			expect((thrown as EditConflictError).changes).toEqual([
				{ field: 'measures.A04.owner', before: 'Fastighet', after: 'Teknik' },
				{ field: 'measures.A04.costs.c1.amount', before: '24500000.00', after: '24000000.00' },
				{
					field: 'measures.A04.costs.c1.years.2027.amount',
					before: '8500000.00',
					after: '8000000.00'
				}
			]);
		}
		expect(planExport(editor, key.planId).content).toBe(saved);
	});

	it('is refused field by field, and leaves everything as it was', () => {
		const { editor, key } = planHouse();
		const page = measurePage(editor, key.planId, 'A04');
		const wrong = edit(page, (file) => {
			file['startYear'] = 20270;
			file['requires'] = ['A99'];
			file.costs = file.costs.filter(({ id }) => id !== 'c1');
		});
		try {
			saveMeasure(editor, key.planId, 'A04', wrong);
			expect.unreachable();
		} catch (thrown) {
			const { fields } = thrown as InvalidInputError;
			expect(Object.keys(fields).sort()).toEqual(['funding.0.costItem', 'requires', 'startYear']);
		}
		const unread = { sv: 'ska vara ett tal', en: 'must be a number' };
		try {
			saveMeasure(editor, key.planId, 'A04', { ...wrong, errors: { 'costs.0.growth': unread } });
			expect.unreachable();
		} catch (thrown) {
			const { fields } = thrown as InvalidInputError;
			expect(fields['costs.0.growth']).toBe(unread);
			expect(Object.keys(fields)).toContain('requires');
		}
		expect(planExport(editor, key.planId).content).toBe(exampleText);
	});

	it('keeps the funding of a cost item that is renamed, and of one that gives way to another', () => {
		const { editor, key } = planHouse();
		const rename = (from: string, to: string) => {
			const change = edit(measurePage(editor, key.planId, 'A03'), (file) => {
				for (const item of file.costs) if (item.id === from) item.id = to;
			});
			const lines = change.funding as readonly Record<string, unknown>[];
			const funding = lines.map((line) => ({ ...line, costItem: to })) as never;
			saveMeasure(editor, key.planId, 'A03', { ...change, funding });
		};
		const lineOf = () => {
			const { funding } = JSON.parse(planExport(editor, key.planId).content) as Example;
			return [funding.length, funding.find(({ id }) => id === 'F01')?.costItem];
		};
		const [count] = lineOf();
		rename('c1', 'solar');
		expect(lineOf()).toEqual([count, 'solar']);
		undo(editor, key.planId);
		expect(planExport(editor, key.planId).content).toBe(exampleText);
		redo(editor, key.planId);
		expect(lineOf()).toEqual([count, 'solar']);
	});

	it('takes no funding line twice in one form', () => {
		const { editor, key } = planHouse();
		const change = edit(measurePage(editor, key.planId, 'A04'), () => undefined);
		const [line] = change.funding as readonly object[];
		const twice = { ...change, funding: [line, { ...line, note: 'igen' }] as never };
		expect(() => saveMeasure(editor, key.planId, 'A04', twice)).toThrow(InvalidInputError);
		expect(planExport(editor, key.planId).content).toBe(exampleText);
	});

	it('is for those who may, and another organisation finds no such plan', () => {
		const { editor, reader, neighbour, key } = planHouse();
		const change = edit(measurePage(editor, key.planId, 'A04'), dearer(1));
		expect(() => saveMeasure(reader, key.planId, 'A04', change)).toThrow(ForbiddenError);
		expect(() => saveMeasure(neighbour, key.planId, 'A04', change)).toThrow(NotFoundError);
		expect(() => removeMeasure(neighbour, key.planId, 'A04', change.version)).toThrow(
			NotFoundError
		);
		expect(() => undo(neighbour, key.planId)).toThrow(NotFoundError);
		expect(() =>
			editPlan(editor, key.planId, { name: 'x', label: '' }, [
				{ part: 'tax', id: null, after: null }
			])
		).toThrow(ForbiddenError);
	});
});

type Example = { funding: { id: string; costItem: string }[] };

describe('new, copied and removed measures', () => {
	it('get the next free id, and a copy has the same figures', () => {
		const { editor, key } = planHouse();
		expect(copyMeasure(editor, key.planId, 'A04')).toBe('A23');
		const { file } = measurePage(editor, key.planId, 'A23');
		const { file: original } = measurePage(editor, key.planId, 'A04');
		expect({ ...file, id: 0, name: 0 }).toEqual({ ...original, id: 0, name: 0 });
		const created = createMeasure(editor, key.planId, {
			file: { ...(original as object), id: '' },
			funding: [],
			errors: {}
		});
		expect(created).toBe('A24');
		const again = () =>
			createMeasure(editor, key.planId, {
				file: { ...(original as object) },
				funding: [],
				errors: {}
			});
		expect(again).toThrow(InvalidInputError);
	});

	it('go with their funding and memberships, and come back with them in the same places', () => {
		const { editor, key } = planHouse();
		for (const id of ['A05', 'A16', 'A03']) {
			const { version } = measurePage(editor, key.planId, id);
			saveMeasure(
				editor,
				key.planId,
				id,
				edit(measurePage(editor, key.planId, id), (file) => (file['owner'] = 'Ny'))
			);
			expect(() => removeMeasure(editor, key.planId, id, version)).toThrow(EditConflictError);
			undo(editor, key.planId);
			removeMeasure(editor, key.planId, id, measurePage(editor, key.planId, id).version);
		}
		const without = planExport(editor, key.planId).content;
		expect(without).not.toContain('"A05"');
		expect(without).not.toContain('"measure": "A03"');
		for (let n = 0; n < 3; n++) undo(editor, key.planId);
		expect(planExport(editor, key.planId).content).toBe(exampleText);
		for (let n = 0; n < 3; n++) redo(editor, key.planId);
		expect(planExport(editor, key.planId).content).toBe(without);
	});
});

describe('a step that the plan has grown together with since', () => {
	it('is not undone, and says what it does not fit', () => {
		const { editor, finance, key } = planHouse();
		const copy = copyMeasure(editor, key.planId, 'A04');
		const { file, version } = portfolioPage(finance, key.planId, 'P1');
		const members = { ...file, measures: [...(file?.['measures'] as string[]), copy] };
		savePortfolio(finance, key.planId, 'P1', { version, file: members, errors: {} });
		const kept = planExport(editor, key.planId).content;
		try {
			undo(editor, key.planId);
			expect.unreachable();
		} catch (thrown) {
			expect((thrown as InvalidInputError).fields['form']?.sv).toContain(
				'$.portfolios[0].measures'
			);
		}
		expect(planExport(editor, key.planId).content).toBe(kept);
	});
});

describe('an application that is granted', () => {
	it('needs case number and date, and then makes the secured gap fall by the own share of 30 %', () => {
		const { db, editor, key } = planHouse();
		const version = parts.versions(db, key, 'funding').get('F10')?.version ?? 0;
		const award = { status: 'granted', caseNumber: '', date: '', version } as const;
		expect(() => setFundingStatus(editor, key.planId, 'F10', award)).toThrow(InvalidInputError);
		const before = gapOf(editor, key.planId);
		setFundingStatus(editor, key.planId, 'F10', {
			...award,
			caseNumber: 'NV-01234-26',
			date: '2026-11-20'
		});
		const after = gapOf(editor, key.planId);
		expect(before?.secured?.minus(after?.secured ?? 0).toString()).toBe('1350000');
		expect(planExport(editor, key.planId).content).toContain('"caseNumber": "NV-01234-26"');
		for (const date of ['2026-13-01', '2026-02-30', '2027-02-29']) {
			const noDay = { ...award, version: 1, caseNumber: 'x', date };
			expect(() => setFundingStatus(editor, key.planId, 'F05', noDay)).toThrow(InvalidInputError);
		}
	});
});
