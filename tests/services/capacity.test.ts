import { describe, expect, it } from 'vitest';
import type { FormValues } from '../../src/lib/input/forms/field-reader.ts';
import { planFileOf } from '../../src/lib/input/plan-file/write.ts';
import { capacityPage } from '../../src/lib/server/services/budget.queries.ts';
import { editPlan } from '../../src/lib/server/services/edits.ts';
import {
	EditConflictError,
	ForbiddenError,
	InvalidInputError
} from '../../src/lib/server/services/errors.ts';
import { loadPlan } from '../../src/lib/server/services/plan-cache.ts';
import { planExport } from '../../src/lib/server/services/plans.queries.ts';
import { saveCapacity } from '../../src/lib/server/services/sections.commands.ts';
import { planHouse } from '../support/edited-plan.ts';
import { capacityOf, figures, rowOf } from '../support/capacity.ts';

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

	it('takes no minus where only the result can be a loss', () => {
		const { finance, key } = planHouse();
		const { version, values } = capacityOf(finance, key.planId);
		const minus = { ...values, ...figures, 'otherInvestments.years.2027': '-22 mnkr' };
		const save = () => saveCapacity(finance, key.planId, { version, values: minus });
		expect(save).toThrow(InvalidInputError);
	});

	it('leaves redirected frames as they are, also two that leave one budget', () => {
		const { finance, key } = planHouse();
		const { budget } = planFileOf(loadPlan(finance, key.planId).plan);
		const frame = { fromBudget: 'Gator', amount: '100000.00', status: 'decided', source: 'A' };
		const none = { result: null, depreciation: null, newBorrowing: null, otherInvestments: null };
		const room = (source: string) => ({
			...none,
			loanDebt: null,
			redirected: [
				{ ...frame, source },
				{ ...frame, amount: '300000.00', status: 'assumed', source }
			]
		});
		const after = budget.map((row, place) =>
			place < 2 ? { ...row, room: room(`källa ${place}`) } : row
		);
		editPlan(finance, key.planId, { name: 'section.edit', label: 'budget' }, [
			{ part: 'budget', id: null, after }
		]);
		const { version, values } = capacityOf(finance, key.planId);
		saveCapacity(finance, key.planId, {
			version,
			values: { ...values, 'operatingFrame.years.2030': '1 mnkr' }
		});
		const kept = capacityPage(finance, key.planId, null).budget.slice(0, 2);
		expect(kept.map(({ room: one }) => one)).toEqual([room('källa 0'), room('källa 1')]);
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
