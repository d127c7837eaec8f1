import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/lib/core/decimal.ts';
import { typedNumber } from '../../src/lib/input/forms/amount.ts';
import { capacityFormValues } from '../../src/lib/input/forms/capacity-form.ts';
import type { FormValues } from '../../src/lib/input/forms/field-reader.ts';
import { settingsFormValues } from '../../src/lib/input/forms/settings-form.ts';
import { capacityPage, operatingPage } from '../../src/lib/server/services/budget.queries.ts';
import type { Context } from '../../src/lib/server/services/context.ts';
import { undo } from '../../src/lib/server/services/edits.ts';
import {
	ConflictError,
	EditConflictError,
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

const capacityOf = (ctx: Context, planId: string) => {
	const page = capacityPage(ctx, planId, null);
	return { ...page, values: capacityFormValues(page.budget) };
};
const rowOf = (ctx: Context, planId: string, year: number) =>
	capacityPage(ctx, planId, 'P2').figures.find((row) => row.year === year);

/** Four figures of 2027 in the forms that officers write. */
const figures: FormValues = {
	'ownInvestmentCapacity.years.2027': '',
	'result.years.2027': '−1,5 mnkr',
	'result.source': 'Budget 2027, KF § 112',
	'result.decidedTo': '2027',
	'depreciation.years.2027': '20 000 tkr',
	'depreciation.source': 'Budget 2027',
	'newBorrowing.years.2027': '10 mnkr',
	'newBorrowing.source': 'Finanspolicy',
	'otherInvestments.years.2027': '18 mnkr',
	'otherInvestments.source': 'Investeringsbudget 2027',
	'loanDebt.years.2027': '406 mnkr',
	'loanDebt.source': 'Årsredovisning 2025',
	'redirected.0.fromBudget': 'Underhåll av fastigheter',
	'redirected.0.years.2027': '500 tkr',
	'redirected.0.source': 'Budget 2027'
};

describe('investment capacity', () => {
	it('comes back from its form as it was when nothing is changed', () => {
		const { finance, key } = planHouse();
		const before = planExport(finance, key.planId).content;
		const { version, values } = capacityOf(finance, key.planId);
		saveCapacity(finance, key.planId, { version, values });
		expect(planExport(finance, key.planId).content).toBe(before);
		expect(capacityOf(finance, key.planId).version).toBe(version);
	});

	it('is result + depreciation + borrowing − other investments + redirected frames, and moves the gap', () => {
		const { finance, key } = planHouse();
		const { version, values } = capacityOf(finance, key.planId);
		saveCapacity(finance, key.planId, { version, values: { ...values, ...figures } });
		// −1.5 + 20 + 10 − 18 + 0.5 = 11 million.
		const row = rowOf(finance, key.planId, 2027);
		expect(row?.capacity?.toString()).toBe('11000000');
		expect(row?.isWorkedOut).toBe(true);
		// (−1.5 + 20) / (18 + need of the plan); need of P2 in 2027 from the plan's own figures.
		const need = row?.need.toNumber() ?? 0;
		expect(row?.selfFinancing?.toNumber()).toBeCloseTo(18.5e6 / (18e6 + need), 12);
		const persons = capacityPage(finance, key.planId, null).population?.persons ?? 0;
		expect(row?.debtPerInhabitant?.toNumber()).toBeCloseTo(406e6 / persons, 6);
		const { room } =
			capacityPage(finance, key.planId, null).budget.find((one) => one.year === 2027) ?? {};
		expect(room?.result).toEqual({
			amount: '-1500000.00',
			status: 'decided',
			source: 'Budget 2027, KF § 112'
		});
		expect(room?.depreciation?.status).toBe('assumed');
		expect(room?.redirected.map(({ fromBudget }) => fromBudget)).toEqual([
			'Underhåll av fastigheter'
		]);
	});

	it('asks where a typed figure and the four figures say different things', () => {
		const { finance, key } = planHouse();
		const { version, values } = capacityOf(finance, key.planId);
		const before = planExport(finance, key.planId).content;
		const both = { ...values, ...figures, 'ownInvestmentCapacity.years.2027': '3 mnkr' };
		const save = (typed: FormValues) =>
			saveCapacity(finance, key.planId, { version, values: typed });
		expect(() => save(both)).toThrow(InvalidInputError);
		expect(planExport(finance, key.planId).content).toBe(before);
		save({ ...both, 'ownInvestmentCapacity.years.2027': '11 000 tkr' });
		expect(rowOf(finance, key.planId, 2027)?.capacity?.toString()).toBe('11000000');
	});

	it('is unknown again when its figures are taken away', () => {
		const { finance, key } = planHouse();
		const start = capacityOf(finance, key.planId);
		saveCapacity(finance, key.planId, { ...start, values: { ...start.values, ...figures } });
		const { version, values } = capacityOf(finance, key.planId);
		const emptied = Object.keys(figures).map((name) => [name, '']);
		saveCapacity(finance, key.planId, {
			version,
			values: { ...values, ...(Object.fromEntries(emptied) as FormValues) }
		});
		expect(rowOf(finance, key.planId, 2027)?.capacity).toBeNull();
	});

	it('comes back from its form with its parts', () => {
		const { finance, key } = planHouse();
		const start = capacityOf(finance, key.planId);
		saveCapacity(finance, key.planId, {
			version: start.version,
			values: { ...start.values, ...figures }
		});
		const before = planExport(finance, key.planId).content;
		const { version, values } = capacityOf(finance, key.planId);
		saveCapacity(finance, key.planId, { version, values });
		expect(planExport(finance, key.planId).content).toBe(before);
	});

	it('asks which budget redirected money leaves', () => {
		const { finance, key } = planHouse();
		const { version, values } = capacityOf(finance, key.planId);
		const nameless = { ...values, ...figures, 'redirected.0.fromBudget': ' ' };
		const save = () => saveCapacity(finance, key.planId, { version, values: nameless });
		expect(save).toThrow(InvalidInputError);
		expect(rowOf(finance, key.planId, 2027)?.isWorkedOut).toBe(false);
	});

	it('is for finance, and never overwrites what somebody saved meanwhile', () => {
		const { finance, editor, reader, key } = planHouse();
		const { version, values } = capacityOf(finance, key.planId);
		for (const who of [editor, reader])
			expect(() => saveCapacity(who, key.planId, { version, values })).toThrow(ForbiddenError);
		saveCapacity(finance, key.planId, { version, values: { ...values, ...figures } });
		const late = { ...values, 'operatingFrame.years.2027': '1 mnkr' };
		let conflict: unknown;
		try {
			saveCapacity(finance, key.planId, { version, values: late });
		} catch (thrown) {
			conflict = thrown;
		}
		expect(conflict).toBeInstanceOf(EditConflictError);
		expect((conflict as EditConflictError).changes.map(({ field }) => field)).toContain(
			'budget.2027.operatingFrame'
		);
		expect(rowOf(finance, key.planId, 2027)?.capacity?.toString()).toBe('11000000');
	});
});

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
