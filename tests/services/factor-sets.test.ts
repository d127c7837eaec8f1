import { afterAll, describe, expect, it } from 'vitest';
import { closeDatabase, type Db } from '../../src/lib/server/db/open.ts';
import { InvalidInputError } from '../../src/lib/server/services/errors.ts';
import { longWork } from '../../src/lib/server/services/long-work.ts';
import {
	readFactors,
	readLedger,
	saveAnalysis
} from '../../src/lib/server/services/spend.commands.ts';
import { analysisPage, spendPage } from '../../src/lib/server/services/spend.queries.ts';
import { FACTORS, LEDGER } from '../support/purchases.ts';
import { sheetHouse } from '../support/sheet-house.ts';
import { ended, ledgerForm, setForm, withLedger, withSet } from '../support/spend-house.ts';

const opened: Db[] = [];
afterAll(() => {
	for (const db of opened) {
		longWork(db).close();
		closeDatabase(db);
	}
});

const CONVERSION = {
	indexName: 'KPI, påhittat',
	indexOfLedger: '120',
	indexOfFactors: '100',
	vatRate: '25'
};

describe('a factor set', () => {
	it('is kept under its name with its basis, once', async () => {
		const { editor, planId } = sheetHouse(opened);
		await withSet(editor, planId);
		expect(spendPage(editor, planId).sets).toMatchObject([
			{ name: 'Provfaktorer 2022 v1', priceYear: 2022, vat: 'included', count: 5, uses: 0 }
		]);
		const again = () => readFactors(editor, planId, { name: 'x', bytes: FACTORS }, setForm);
		expect(again).toThrow(InvalidInputError);
	});
	it('waits until a ledger of the same person has been read', async () => {
		const { editor, planId } = sheetHouse(opened);
		readLedger(editor, planId, { name: 'reskontra.xlsx', bytes: LEDGER }, ledgerForm);
		const meanwhile = () => readFactors(editor, planId, { name: 'x', bytes: FACTORS }, setForm);
		expect(meanwhile).toThrow(InvalidInputError);
		expect(await ended(editor, planId)).toMatchObject({ kind: 'ledger', state: 'done' });
		expect(spendPage(editor, planId).analyses).toHaveLength(1);
		await withSet(editor, planId);
	});
	it('in grams is in kilograms', async () => {
		const { editor, planId } = sheetHouse(opened);
		const set = await withSet(
			editor,
			planId,
			{ unit: 'g/kr' },
			Buffer.from('Kod,Faktor\n4510,32\n')
		);
		const id = await withLedger(editor, planId);
		saveAnalysis(editor, planId, id, { version: '1', factorSet: set, ...CONVERSION });
		expect(analysisPage(editor, planId, id).rows[0]?.factor?.kgPerKrona.toString()).toBe('0.032');
	});
	it.each([
		['Kod;Faktor\n1;tolv\n', 'Rad 2 har faktorn ”tolv”'],
		['Kod;Faktor\n1;0,1\n1;0,2\n', 'Rad 3 säger 1 en andra gång'],
		['Kod;Faktor\n1;32\n', 'kontrollera enheten'],
		['Kod;Faktor\n;0,1\n', 'ingen kategori'],
		['Kod;Faktor (g CO2e/kr)\n1;32\n', 'säger g/kr, men kg/kr är valt'],
		['Kod;Belopp\n1;0,1\n2;1\n', 'ska ha en kolumn Faktor']
	])('that cannot be right is refused: %j', async (text, words) => {
		const { editor, planId } = sheetHouse(opened);
		readFactors(editor, planId, { name: 'f.csv', bytes: Buffer.from(text) }, setForm);
		expect((await ended(editor, planId))?.refusal?.sv).toContain(words);
		expect(spendPage(editor, planId).sets).toEqual([]);
	});
});
