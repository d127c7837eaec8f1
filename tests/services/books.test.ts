import { afterEach, describe, expect, it } from 'vitest';
import type { Db } from '../../src/lib/server/db/open.ts';
import { bookView, isBook, readBook } from '../../src/lib/server/services/books.ts';
import type { Context } from '../../src/lib/server/services/context.ts';
import { undo } from '../../src/lib/server/services/edits.ts';
import {
	ConflictError,
	ForbiddenError,
	InvalidInputError,
	NotFoundError
} from '../../src/lib/server/services/errors.ts';
import { planList, planWorkbook } from '../../src/lib/server/services/exports.queries.ts';
import { readXlsx } from '../../src/lib/server/files/xlsx.ts';
import { longWork } from '../../src/lib/server/services/long-work.ts';
import { loadPlan } from '../../src/lib/server/services/plan-cache.ts';
import { importPlan } from '../../src/lib/server/services/plans.commands.ts';
import { exampleText } from '../support/plan-files.ts';
import { sentFile, sheetHouse } from '../support/sheet-house.ts';
import { typedInBook, type Typed } from '../support/typed-book.ts';

/** Workbooks that are taken out of a plan, changed, and come back. */
const opened: Db[] = [];
afterEach(() => {
	for (const db of opened.splice(0)) longWork(db).close();
});

const house = () => sheetHouse(opened);
const sent = (ctx: Context, planId: string, bytes: Buffer) =>
	sentFile(ctx, planId, { name: 'bok.xlsx', bytes });

async function changedBook(ctx: Context, planId: string, typed: readonly Typed[]): Promise<Buffer> {
	const { content } = await planWorkbook(ctx, planId, { portfolio: 'P1', owner: null }, 'sv');
	return await typedInBook(content, typed);
}

const inCosts = (key: string, heading: string | number, value: string | number): Typed => ({
	...{ sheet: 'Kostnadsposter', key, heading, value }
});
const yearsOf = (ctx: Context, planId: string) => {
	const measure = loadPlan(ctx, planId).plan.measures.find(({ id }) => id === 'A07');
	const item = measure?.costs.find(({ id }) => id === 'c1');
	return item?.timing === 'one-off'
		? item.years.map(({ year, amount }) => `${year} ${amount.toString()}`)
		: [];
};
const AS_IT_WAS = ['2026 240000', '2027 240000', '2028 240000'];
const answers = (
	seen: string,
	taken: readonly [string, 'book' | 'plan'][] = [],
	withoutRest = false
) => ({
	...{ seen, taken: new Map(taken), withoutRest }
});

describe('a workbook that comes back', { timeout: 120_000 }, () => {
	it('puts what was typed in the plan as one step, which can be undone', async () => {
		const { editor, planId } = house();
		const bytes = await changedBook(editor, planId, [
			inCosts('A07 c1', 2026, 300_000),
			inCosts('A07 c1', 2031, 50_000)
		]);
		const id = await sent(editor, planId, bytes);
		expect(isBook(editor, planId, id)).toBe(true);
		const view = bookView(editor, planId, id);
		expect(view.updates.map(({ key, typed }) => [key, typed])).toEqual([
			['A07 c1', '300000'],
			['A07 c1', '50000']
		]);
		expect([view.conflicts, view.left, view.faults, view.problems]).toEqual([[], [], [], []]);
		expect(yearsOf(editor, planId)).toEqual(AS_IT_WAS);
		expect(readBook(editor, planId, id, answers(view.seen))).toBe(2);
		expect(yearsOf(editor, planId)).toEqual([
			'2026 300000',
			'2027 240000',
			'2028 240000',
			'2031 50000'
		]);
		expect(() => bookView(editor, planId, id)).toThrow(NotFoundError);
		undo(editor, planId);
		expect(yearsOf(editor, planId)).toEqual(AS_IT_WAS);
	});

	it('asks which holds where somebody else changed the same, and saves nothing before it is told', async () => {
		const { editor, colleague, planId } = house();
		const mine = await changedBook(editor, planId, [
			inCosts('A07 c1', 2026, 300_000),
			inCosts('A07 c1', 2027, 310_000)
		]);
		const theirs = await changedBook(colleague, planId, [inCosts('A07 c1', 2026, 250_000)]);
		const first = await sent(colleague, planId, theirs);
		readBook(colleague, planId, first, answers(bookView(colleague, planId, first).seen));
		const id = await sent(editor, planId, mine);
		const view = bookView(editor, planId, id);
		expect(view.conflicts).toMatchObject([{ base: '240000', now: '250000', typed: '300000' }]);
		expect(view.updates).toMatchObject([{ field: 'years.2027' }]);
		const key = `Kostnadsposter!${view.conflicts[0]?.cell ?? ''}`;
		expect(() => readBook(editor, planId, id, answers(view.seen))).toThrow(InvalidInputError);
		expect(() => readBook(editor, planId, id, answers('another', [[key, 'book']]))).toThrow(
			ConflictError
		);
		expect(yearsOf(editor, planId)[0]).toBe('2026 250000');
		expect(readBook(editor, planId, id, answers(view.seen, [[key, 'plan']]))).toBe(1);
		expect(yearsOf(editor, planId)).toEqual(['2026 250000', '2027 310000', '2028 240000']);
	});

	it('leaves out only what its reader agrees to leave out', async () => {
		const { editor, planId } = house();
		const rate = { sheet: 'Antaganden', key: 'kalkylränta', heading: 'Värde', value: 0.05 };
		const bytes = await changedBook(editor, planId, [
			rate,
			inCosts('A07 c1', 2026, 'i morgon'),
			inCosts('A07 c1', 2027, 1)
		]);
		const id = await sent(editor, planId, bytes);
		const { seen, left } = bookView(editor, planId, id);
		expect(left.map(({ kind }) => kind)).toEqual(['refused', 'unread']);
		expect(() => readBook(editor, planId, id, answers(seen))).toThrow(InvalidInputError);
		expect(yearsOf(editor, planId)).toEqual(AS_IT_WAS);
		expect(readBook(editor, planId, id, answers(seen, [], true))).toBe(1);
		expect(yearsOf(editor, planId)[1]).toBe('2027 1');
	});

	it('goes to a department with its measures alone, and comes back', async () => {
		const { editor, planId } = house();
		const asked = { portfolio: null, owner: 'Fastighet' };
		const { content, fileName } = await planWorkbook(editor, planId, asked, 'sv');
		expect(fileName).toMatch(/-fastighet\.xlsx$/);
		const { sheets } = await readXlsx(Buffer.from(content), () => undefined);
		const keys = sheets
			.find(({ name }) => name === 'Åtgärder')
			?.rows.slice(4)
			.map(([key]) => key);
		const { measures } = loadPlan(editor, planId).plan;
		expect(keys).toEqual(measures.filter(({ owner }) => owner === 'Fastighet').map(({ id }) => id));
		const id = await sent(editor, planId, await typedInBook(content, [inCosts('A07 c1', 2026, 1)]));
		const { seen, updates, left, faults } = bookView(editor, planId, id);
		expect([updates.length, left, faults]).toEqual([1, [], []]);
		expect(readBook(editor, planId, id, answers(seen))).toBe(1);
		expect(yearsOf(editor, planId)[0]).toBe('2026 1');
		for (const owner of ['', 'Finns inte'])
			await expect(planWorkbook(editor, planId, { portfolio: null, owner }, 'sv')).rejects.toThrow(
				NotFoundError
			);
	});

	it('breaks no rule of the plan', async () => {
		const { editor, planId } = house();
		const bytes = await changedBook(editor, planId, [inCosts('A07 c5', 'Till', 2020)]);
		const id = await sent(editor, planId, bytes);
		const { seen, problems } = bookView(editor, planId, id);
		expect(problems).toHaveLength(1);
		expect(() => readBook(editor, planId, id, answers(seen))).toThrow(InvalidInputError);
	});

	it('is its sender’s alone, of its own plan, and no reader’s to read in', async () => {
		const { editor, colleague, reader, stranger, planId } = house();
		const other = importPlan(editor, exampleText);
		const bytes = await changedBook(editor, planId, [inCosts('A07 c1', 2026, 1)]);
		const id = await sent(editor, planId, bytes);
		for (const one of [colleague, stranger]) {
			expect(() => bookView(one, planId, id)).toThrow(NotFoundError);
			expect(() => readBook(one, planId, id, answers(''))).toThrow(NotFoundError);
		}
		expect(() => bookView(reader, planId, id)).toThrow(ForbiddenError);
		expect(() => readBook(reader, planId, id, answers(''))).toThrow(ForbiddenError);
		const elsewhere = await sent(editor, other, bytes);
		const view = bookView(editor, other, elsewhere);
		expect([view.isOfOther, view.updates]).toEqual([true, []]);
		expect(() => readBook(editor, other, elsewhere, answers(view.seen))).toThrow(InvalidInputError);
		const list = await sent(editor, planId, Buffer.from('Åtgärd;Startår\nFjärrkyla;2028\n'));
		expect(isBook(editor, planId, list)).toBe(false);
		expect(() => bookView(editor, planId, list)).toThrow(NotFoundError);
	});
});

describe('files that are taken out', { timeout: 60_000 }, () => {
	it('are for who may read the plan, and only of what there is', async () => {
		const { reader, stranger, planId } = house();
		const book = await planWorkbook(reader, planId, { portfolio: null, owner: null }, 'en');
		expect(book.fileName).toBe(
			'klimatinvesteringsplan-alvesta-exempel-ej-beslutad-beslutad-budget.xlsx'
		);
		expect(Buffer.from(book.content).subarray(0, 2).toString()).toBe('PK');
		await expect(
			planWorkbook(stranger, planId, { portfolio: 'P1', owner: null }, 'sv')
		).rejects.toThrow(NotFoundError);
		await expect(
			planWorkbook(reader, planId, { portfolio: 'P99', owner: null }, 'sv')
		).rejects.toThrow(NotFoundError);
		const list = await planList(reader, planId, { kind: 'costs', style: 'excel' }, 'sv');
		expect(list.content).toContain('"Åtgärds-id"');
		for (const asked of [
			{ kind: 'x', style: 'excel' },
			{ kind: 'costs', style: null }
		])
			await expect(planList(reader, planId, asked, 'sv')).rejects.toThrow(NotFoundError);
		await expect(
			planList(stranger, planId, { kind: 'costs', style: 'excel' }, 'sv')
		).rejects.toThrow(NotFoundError);
	});
});
