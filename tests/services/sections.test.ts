import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/lib/core/decimal.ts';
import { typedNumber } from '../../src/lib/input/forms/amount.ts';
import { settingsFormValues } from '../../src/lib/input/forms/settings-form.ts';
import { operatingPage } from '../../src/lib/server/services/budget.queries.ts';
import type { Context } from '../../src/lib/server/services/context.ts';
import { undo } from '../../src/lib/server/services/edits.ts';
import {
	ConflictError,
	ForbiddenError,
	InvalidInputError,
	NotFoundError
} from '../../src/lib/server/services/errors.ts';
import { uploadPlanFile } from '../../src/lib/server/services/plans.commands.ts';
import { planExport } from '../../src/lib/server/services/plans.queries.ts';
import { saveCapacity, saveSettings } from '../../src/lib/server/services/sections.commands.ts';
import { historyPage, settingsPage } from '../../src/lib/server/services/settings.queries.ts';
import { confirmUpdate, updatePreview } from '../../src/lib/server/services/updates.ts';
import { planHouse } from '../support/edited-plan.ts';
import { changed } from '../support/plan-files.ts';
import { capacityOf, figures, rowOf } from '../support/capacity.ts';

describe('settings', () => {
	const formOf = (ctx: Context, planId: string) => {
		const { plan, tax, version } = settingsPage(ctx, planId);
		return { version, values: settingsFormValues(plan, tax) };
	};

	it('come back from their form as they were when nothing is changed', () => {
		const { finance, key } = planHouse();
		const before = planExport(finance, key.planId).content;
		saveSettings(finance, key.planId, formOf(finance, key.planId));
		expect(planExport(finance, key.planId).content).toBe(before);
	});

	it('move the figures that rest on them, and undo brings them back', () => {
		const { finance, key } = planHouse();
		const interest = () => {
			const page = operatingPage(finance, key.planId, 'P2', 'secured');
			return page.portfolio ? page.parts.interest.total?.toNumber() : undefined;
		};
		const before = interest() ?? 0;
		const { version, values } = formOf(finance, key.planId);
		const rate = new Decimal(values['plan.internalRate']?.replace(',', '.') ?? '');
		saveSettings(finance, key.planId, {
			version,
			values: { ...values, 'plan.internalRate': typedNumber(rate.times(2)) }
		});
		expect(interest()).toBeCloseTo(before * 2, 2);
		undo(finance, key.planId);
		expect(interest()).toBeCloseTo(before, 6);
	});

	it('without a tax base make the effect in öre unknown, never zero', () => {
		const { finance, key } = planHouse();
		const { version, values } = formOf(finance, key.planId);
		const { hasTax: _, ...without } = values;
		saveSettings(finance, key.planId, { version, values: without });
		const page = operatingPage(finance, key.planId, 'P2', 'secured');
		expect(page.portfolio && page.taxOre.every((ore) => ore === null)).toBe(true);
	});

	it('are for finance', () => {
		const { editor, key } = planHouse();
		expect(() => saveSettings(editor, key.planId, formOf(editor, key.planId))).toThrow(
			ForbiddenError
		);
	});
});

describe('a plan file as an update', () => {
	const file = changed(
		['measures.3.costs.0.amount', '25000000.00'],
		['measures.3.costs.0.years.0.amount', '9000000.00'],
		['portfolios.2', undefined]
	).replace(',null]', ']');

	it('shows every difference, changes nothing until it is confirmed, and is one step to undo', () => {
		const { editor, key } = planHouse();
		const before = planExport(editor, key.planId).content;
		const upload = uploadPlanFile(editor, { name: 'ny.json', text: file });
		const preview = updatePreview(editor, key.planId, upload);
		expect(preview.counts).toEqual({ changed: 1, added: 0, removed: 1 });
		expect(
			preview.changes.map(({ part, id, field, before, after }) => [part, id, field, before, after])
		).toEqual([
			['measures', 'A04', 'costs.c1.amount', '24000000.00', '25000000.00'],
			['measures', 'A04', 'costs.c1.years.2027.amount', '8000000.00', '9000000.00'],
			['portfolios', 'P3', '', '', null]
		]);
		expect(planExport(editor, key.planId).content).toBe(before);
		confirmUpdate(editor, key.planId, upload, preview.planVersion);
		expect(JSON.parse(planExport(editor, key.planId).content)).toEqual(JSON.parse(file));
		expect(() => updatePreview(editor, key.planId, upload)).toThrow(NotFoundError);
		undo(editor, key.planId);
		expect(planExport(editor, key.planId).content).toBe(before);
	});

	it('is refused when the plan has changed since the differences were shown', () => {
		const { editor, finance, key } = planHouse();
		const upload = uploadPlanFile(editor, { name: 'ny.json', text: file });
		const { planVersion } = updatePreview(editor, key.planId, upload);
		const { version, values } = capacityOf(finance, key.planId);
		saveCapacity(finance, key.planId, { version, values: { ...values, ...figures } });
		expect(() => confirmUpdate(editor, key.planId, upload, planVersion)).toThrow(ConflictError);
		expect(rowOf(finance, key.planId, 2027)?.capacity?.toString()).toBe('11000000');
	});

	it('grants no money without a decision', () => {
		const { finance, key } = planHouse();
		const before = planExport(finance, key.planId).content;
		const { funding } = JSON.parse(before) as { funding: { id: string; status: string }[] };
		const granted = funding.map((line) =>
			line.id === 'F10' ? { ...line, status: 'granted' } : line
		);
		const text = changed(['funding', granted]);
		const upload = uploadPlanFile(finance, { name: 'g.json', text });
		const { undecided, planVersion } = updatePreview(finance, key.planId, upload);
		expect(undecided).toEqual(['F10']);
		expect(() => confirmUpdate(finance, key.planId, upload, planVersion)).toThrow(
			InvalidInputError
		);
		expect(planExport(finance, key.planId).content).toBe(before);
	});

	it('that touches rates is for finance, and is nobody else’s to see', () => {
		const { editor, finance, neighbour, key } = planHouse();
		const rates = changed(['plan.internalRate', 0.05]);
		const upload = uploadPlanFile(editor, { name: 'r.json', text: rates });
		const { planVersion, mayApply } = updatePreview(editor, key.planId, upload);
		expect(mayApply).toBe(false);
		expect(() => confirmUpdate(editor, key.planId, upload, planVersion)).toThrow(ForbiddenError);
		expect(() => updatePreview(finance, key.planId, upload)).toThrow(NotFoundError);
		expect(() => updatePreview(neighbour, key.planId, upload)).toThrow(NotFoundError);
	});
});

describe('the history', () => {
	it('says who changed which field from what to what, the latest first, to one’s own organisation', () => {
		const { finance, neighbour, key } = planHouse();
		const { version, values } = capacityOf(finance, key.planId);
		saveCapacity(finance, key.planId, {
			version,
			values: { ...values, 'operatingFrame.years.2027': '6 mnkr' }
		});
		const [latest] = historyPage(finance, key.planId);
		expect(latest).toMatchObject({
			who: 'finance',
			action: 'section.edit',
			field: 'budget.2027.operatingFrame',
			oldValue: '5500000.00',
			newValue: '6000000.00'
		});
		expect(() => historyPage(neighbour, key.planId)).toThrow(NotFoundError);
	});
});
