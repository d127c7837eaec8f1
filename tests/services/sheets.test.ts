import { afterEach, describe, expect, it } from 'vitest';
import type { Db } from '../../src/lib/server/db/open.ts';
import type { Context } from '../../src/lib/server/services/context.ts';
import { editPlan, undo } from '../../src/lib/server/services/edits.ts';
import {
	ConflictError,
	ForbiddenError,
	InvalidInputError,
	NotFoundError
} from '../../src/lib/server/services/errors.ts';
import { longWork } from '../../src/lib/server/services/long-work.ts';
import { loadPlan } from '../../src/lib/server/services/plan-cache.ts';
import { importPlan, renamePlan } from '../../src/lib/server/services/plans.commands.ts';
import {
	answerRows,
	cancelReading,
	chooseColumns,
	dropSheet,
	forgetAnswers,
	importSheet,
	readSheetFile
} from '../../src/lib/server/services/sheets.commands.ts';
import { sweepUploads } from '../../src/lib/server/services/sheets.ts';
import {
	sheetColumns,
	sheetRows,
	sheetStart
} from '../../src/lib/server/services/sheets.queries.ts';
import { measureFileOf } from '../../src/lib/input/plan-file/write.ts';
import { exampleText } from '../support/plan-files.ts';
import { sentFile, sheetHouse } from '../support/sheet-house.ts';

/** Lists that people send in: read in a thread, looked at, put in the plan as one step. */
const opened: Db[] = [];
afterEach(() => {
	for (const db of opened.splice(0)) longWork(db).close();
});

const house = () => sheetHouse(opened);
const sent = (ctx: Context, planId: string, text: string) =>
	sentFile(ctx, planId, { name: 'lista.csv', bytes: Buffer.from(text) });

const LIST = 'Åtgärd;Startår;Investering (tkr)\nFjärrkyla;2028;500\nVindskydd;2029;1,234\n';
const versionOf = (ctx: Context, planId: string) => loadPlan(ctx, planId).head.version;
const namesOf = (ctx: Context, planId: string) =>
	loadPlan(ctx, planId).plan.measures.map(({ name }) => name.sv);

describe('a list that is sent in', { timeout: 60_000 }, () => {
	it('changes nothing until all rows can be read, then all of them as one step that can be undone', async () => {
		const { editor, planId } = house();
		const before = namesOf(editor, planId);
		const id = await sent(editor, planId, LIST);
		const rows = sheetRows(editor, planId, id);
		expect(rows.counts).toMatchObject({ new: 1, asked: 1 });
		expect(() => importSheet(editor, planId, id, rows.seen)).toThrow(InvalidInputError);
		expect(namesOf(editor, planId)).toEqual(before);
		const key = rows.open[0]?.issues[0]?.key ?? '';
		answerRows(editor, planId, id, { [`option.${key}`]: '1 234' });
		expect(() => importSheet(editor, planId, id, rows.seen)).toThrow(ConflictError);
		expect(importSheet(editor, planId, id, sheetRows(editor, planId, id).seen)).toBe(2);
		expect(namesOf(editor, planId)).toEqual([...before, 'Fjärrkyla', 'Vindskydd']);
		expect(() => sheetRows(editor, planId, id)).toThrow(NotFoundError);
		undo(editor, planId);
		expect(namesOf(editor, planId)).toEqual(before);
	});

	it('is its sender’s alone, and a reader sends none', async () => {
		const { editor, colleague, reader, stranger, planId } = house();
		const id = await sent(editor, planId, LIST);
		for (const look of [sheetRows, sheetColumns]) {
			expect(() => look(colleague, planId, id)).toThrow(NotFoundError);
			expect(() => look(stranger, planId, id)).toThrow(NotFoundError);
			expect(() => look(reader, planId, id)).toThrow(ForbiddenError);
		}
		const file = { name: 'x', bytes: Buffer.from('a') };
		expect(() => readSheetFile(reader, planId, file)).toThrow(ForbiddenError);
		expect(() => readSheetFile(stranger, planId, file)).toThrow(NotFoundError);
		for (const act of [dropSheet, forgetAnswers])
			expect(() => act(colleague, planId, id)).toThrow(NotFoundError);
		expect(() => importSheet(colleague, planId, id, '')).toThrow(NotFoundError);
		expect(() => answerRows(stranger, planId, id, {})).toThrow(NotFoundError);
		expect(() => chooseColumns(stranger, planId, id, {})).toThrow(NotFoundError);
		expect(() => cancelReading(stranger, planId)).toThrow(NotFoundError);
		dropSheet(editor, planId, id);
		expect(sheetStart(editor, planId).waiting).toBeNull();
	});

	it('of another plan of the same sender is not there either', async () => {
		const { editor, planId } = house();
		const other = importPlan(editor, exampleText);
		const id = await sent(editor, planId, LIST);
		expect(() => sheetRows(editor, other, id)).toThrow(NotFoundError);
	});

	it('is not put into a plan that has changed since it was looked at', async () => {
		const { editor, colleague, planId } = house();
		const id = await sent(editor, planId, 'Åtgärd;Startår\nFjärrkyla;2028\n');
		const { seen } = sheetRows(editor, planId, id);
		renamePlan(colleague, planId, { name: 'Ny', version: versionOf(editor, planId) });
		expect(() => importSheet(editor, planId, id, seen)).toThrow(ConflictError);
		const anew = sheetRows(editor, planId, id).seen;
		const values = {
			...{ sheet: '0', headerRow: '1', kind: 'measures', unit: '', status: 'done' },
			...{ 'column.0': 'name', 'column.1': 'startYear' }
		};
		chooseColumns(editor, planId, id, values);
		expect(() => importSheet(editor, planId, id, anew)).toThrow(ConflictError);
		expect(importSheet(editor, planId, id, sheetRows(editor, planId, id).seen)).toBe(1);
	});

	it('sees the plan as others have made it meanwhile', async () => {
		const { editor, colleague, planId } = house();
		const id = await sent(editor, planId, 'Åtgärd;Startår\nFjärrkyla;2028\n');
		expect(sheetRows(editor, planId, id).counts.new).toBe(1);
		const [first] = loadPlan(colleague, planId).plan.measures;
		if (!first) throw new Error('no measure');
		const after = { ...measureFileOf(first), name: { sv: 'Fjärrkyla', en: 'x' } };
		editPlan(colleague, planId, { name: 'measure.edit', label: '' }, [
			{ part: 'measures', id: first.id, after }
		]);
		expect(sheetRows(editor, planId, id).counts.asked).toBe(1);
	});

	it('is read as its sender chooses: another table first shows its columns', async () => {
		const { editor, planId } = house();
		const id = await sent(editor, planId, LIST);
		const { choices } = sheetColumns(editor, planId, id);
		const values = {
			...{ sheet: '0', headerRow: '1', kind: 'measures', unit: 'mnkr' },
			...{ 'column.0': 'name', 'column.1': 'startYear' }
		};
		expect(chooseColumns(editor, planId, id, { ...values, headerRow: '2' })).toBe(true);
		expect(chooseColumns(editor, planId, id, { ...values, headerRow: '1' })).toBe(true);
		expect(sheetColumns(editor, planId, id).choices).toEqual({ ...choices, unit: 'tkr' });
		expect(chooseColumns(editor, planId, id, values)).toBe(false);
		expect(sheetRows(editor, planId, id)).toMatchObject({
			unread: ['C Investering (tkr)'],
			counts: { new: 2 }
		});
		for (const [name, value] of [
			['headerRow', '99'],
			['sheet', '3'],
			['kind', 'people'],
			['unit', 'öre'],
			['startYear', 'snart'],
			['payer', 'farmor']
		])
			expect(() => chooseColumns(editor, planId, id, { ...values, [name ?? '']: value })).toThrow(
				InvalidInputError
			);
	});

	it('keeps answers of rows and columns that there are, and no others', async () => {
		const { editor, planId } = house();
		const id = await sent(editor, planId, LIST);
		answerRows(editor, planId, id, {
			...{
				'answer.3.2': '7',
				'answer.99.2': '7',
				'answer.3.999': '7',
				'answer.3.constructor': '7'
			},
			...{ 'row.2': 'skip', 'row.50000': 'skip' }
		});
		const [row] = sheetRows(editor, planId, id).ready;
		expect(row).toMatchObject({ row: 3, outcome: 'new' });
		forgetAnswers(editor, planId, id);
		expect(sheetRows(editor, planId, id)).toMatchObject({
			hasAnswers: false,
			counts: { asked: 1 }
		});
	});

	it('is forgotten after a day, and does not stay in memory once it is stored', async () => {
		const { editor, planId } = house();
		await sent(editor, planId, LIST);
		const [key] = [JSON.stringify([editor.actor?.userId, planId, 'sheet'])];
		expect(longWork(editor.db).sheets.read(key)?.state).toEqual({
			kind: 'done',
			result: { workbook: '' }
		});
		sweepUploads(editor.db, editor.now() + 25 * 3_600_000);
		expect(sheetStart(editor, planId).waiting).toBeNull();
	});

	it('that cannot be read says why, and leaves the one that waits', async () => {
		const { editor, planId } = house();
		const id = await sent(editor, planId, LIST);
		readSheetFile(editor, planId, {
			name: 'bild.png',
			bytes: Buffer.from('89504e470d0a1a0a0000', 'hex')
		});
		for (;;) {
			const { state, refusal, waiting } = sheetStart(editor, planId);
			if (state === 'running') await new Promise((later) => setTimeout(later, 20));
			else {
				expect(refusal?.sv).toContain('inte ett kalkylark');
				expect(waiting?.id).toBe(id);
				break;
			}
		}
	});
});
