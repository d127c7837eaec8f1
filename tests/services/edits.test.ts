import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planFileOf, writePlanFile } from '../../src/lib/input/plan-file/write.ts';
import { catalogue } from '../../src/lib/server/catalogue/catalogue.ts';
import { editPlan, redo, undo } from '../../src/lib/server/services/edits.ts';
import {
	EditConflictError,
	InvalidInputError,
	InvalidPlanFileError
} from '../../src/lib/server/services/errors.ts';
import { removeMeasure, saveMeasure } from '../../src/lib/server/services/measures.commands.ts';
import { measurePage } from '../../src/lib/server/services/measures.queries.ts';
import { planExport } from '../../src/lib/server/services/plans.queries.ts';
import * as documents from '../../src/lib/server/store/plan-documents.ts';
import * as parts from '../../src/lib/server/store/plan-parts.ts';
import * as plans from '../../src/lib/server/store/plans.ts';
import { dearer, edit, planHouse } from '../support/edited-plan.ts';
import { exampleText } from '../support/plan-files.ts';

describe('undo', () => {
	it('takes back one’s own steps alone, and stops where somebody else went on', () => {
		const { editor, finance, key } = planHouse();
		saveMeasure(
			editor,
			key.planId,
			'A04',
			edit(measurePage(editor, key.planId, 'A04'), dearer(100))
		);
		expect(() => undo(finance, key.planId)).toThrow(InvalidInputError);
		saveMeasure(
			finance,
			key.planId,
			'A04',
			edit(measurePage(finance, key.planId, 'A04'), dearer(50))
		);
		expect(() => undo(editor, key.planId)).toThrow(EditConflictError);
		undo(finance, key.planId);
		undo(editor, key.planId);
		expect(planExport(editor, key.planId).content).toBe(exampleText);
		expect(() => undo(editor, key.planId)).toThrow(InvalidInputError);
	});

	it('then redo is what was, for any series of steps; a new step ends what could be redone', () => {
		const names = ['A03', 'A04', 'A06', 'A08'];
		const step = fc.record({
			id: fc.constantFrom(...names),
			ore: fc.integer({ min: 1, max: 1e7 })
		});
		fc.assert(
			fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), fc.nat(5), (series, back) => {
				const { editor, key } = planHouse();
				const now = () => planExport(editor, key.planId).content;
				const seen = [now()];
				for (const { id, ore } of series) {
					saveMeasure(
						editor,
						key.planId,
						id,
						edit(measurePage(editor, key.planId, id), dearer(ore))
					);
					seen.push(now());
				}
				const steps = Math.min(back, series.length);
				for (let n = 1; n <= steps; n++) {
					undo(editor, key.planId);
					expect(now()).toBe(seen.at(-1 - n));
				}
				for (let n = steps - 1; n >= 0; n--) {
					redo(editor, key.planId);
					expect(now()).toBe(seen.at(-1 - n));
				}
				expect(() => redo(editor, key.planId)).toThrow(InvalidInputError);
			}),
			{ numRuns: 15 }
		);
	});
});

describe('versions', () => {
	it('never come again: what was removed and put back is not what a form was opened on before', () => {
		const { db, editor, finance, key } = planHouse();
		const old = measurePage(finance, key.planId, 'A04');
		const versionsOf = (part: 'measures' | 'funding' | 'portfolios') =>
			[...parts.versions(db, key, part).values()].map(({ version }) => version);
		const line = parts.versions(db, key, 'funding').get('F02')?.version ?? 0;
		removeMeasure(editor, key.planId, 'A04', old.version);
		undo(editor, key.planId);
		saveMeasure(
			editor,
			key.planId,
			'A04',
			edit(measurePage(editor, key.planId, 'A04'), (file) => (file['owner'] = 'Ny'))
		);
		expect(() =>
			saveMeasure(
				finance,
				key.planId,
				'A04',
				edit(old, (file) => (file['owner'] = 'Gammal'))
			)
		).toThrow(EditConflictError);
		expect(parts.versions(db, key, 'funding').get('F02')?.version).toBeGreaterThan(line);
		const head = plans.readHead(db, key.organisationId, key.planId)?.version ?? 0;
		for (const part of ['measures', 'funding', 'portfolios'] as const)
			expect(Math.max(...versionsOf(part))).toBeLessThanOrEqual(head);
	});
});

describe('many at once', () => {
	it('100 pairs of conflicting edits: the first is kept whole, the second is told every field', () => {
		const { db, editor, finance, key } = planHouse();
		const ids = [...parts.versions(db, key, 'measures').keys()];
		let told = 0;
		for (let pair = 0; pair < 100; pair++) {
			const id = ids[pair % ids.length] ?? '';
			const [first, second] = pair % 2 ? [editor, finance] : [finance, editor];
			const [one, other] = [first, second].map((ctx) => measurePage(ctx, key.planId, id));
			if (!one || !other) continue;
			saveMeasure(
				first,
				key.planId,
				id,
				edit(one, (file) => (file['owner'] = `Första ${pair}`))
			);
			const kept = planExport(editor, key.planId).content;
			try {
				saveMeasure(
					second,
					key.planId,
					id,
					edit(other, (file) => (file['owner'] = `Andra ${pair}`))
				);
			} catch (thrown) {
				expect(thrown).toBeInstanceOf(EditConflictError);
				expect((thrown as EditConflictError).changes).toEqual([
					{ field: `measures.${id}.owner`, before: `Första ${pair}`, after: `Andra ${pair}` }
				]);
				told++;
			}
			expect(planExport(editor, key.planId).content).toBe(kept);
		}
		expect(told).toBe(100);
	});
});

describe('sections', () => {
	it('are replaced whole and come back as they were', () => {
		const { editor, finance, key } = planHouse();
		const file = planFileOf(
			documents.read(editor.db, key.organisationId, key.planId, catalogue) as never
		);
		const figure = (amount: string) => ({ amount, status: 'decided', source: 'Budget 2026' });
		const [first, ...rest] = file.budget;
		const room = {
			result: figure('-1000000.00'),
			depreciation: figure('20000000.00'),
			newBorrowing: figure('5000000.00'),
			otherInvestments: figure('16000000.00'),
			loanDebt: null,
			redirected: [{ fromBudget: 'Gator', ...figure('500000.00') }]
		};
		const budget = [{ ...first, ownInvestmentCapacity: '8500000.00', room }, ...rest];
		const title = { name: 'section.edit', label: 'budget' };
		const save = (after: unknown, version: number) =>
			editPlan(finance, key.planId, title, [{ part: 'budget', id: null, after, version }]);
		save(budget, 1);
		const stored = documents.read(finance.db, key.organisationId, key.planId, catalogue);
		expect(stored && planFileOf(stored).budget).toEqual(budget);
		expect(() => save(file.budget, 1)).toThrow(EditConflictError);
		const wrong = [{ ...budget[0], ownInvestmentCapacity: '9000000.00' }, ...rest];
		expect(() => save(wrong, 2)).toThrow(InvalidPlanFileError);
		const pools = file.pools.map((pool) => ({ ...pool, source: 'ny källa' }));
		editPlan(editor, key.planId, title, [
			{ part: 'pools', id: null, after: pools },
			{ part: 'inventory', id: null, after: file.inventory.slice(1) }
		]);
		undo(editor, key.planId);
		undo(finance, key.planId);
		const back = documents.read(finance.db, key.organisationId, key.planId, catalogue);
		expect(back && writePlanFile(back)).toBe(exampleText);
	});
});
