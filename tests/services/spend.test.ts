import { afterAll, describe, expect, it } from 'vitest';
import { closeDatabase, type Db } from '../../src/lib/server/db/open.ts';
import { undo } from '../../src/lib/server/services/edits.ts';
import {
	ForbiddenError,
	InvalidInputError,
	NotFoundError
} from '../../src/lib/server/services/errors.ts';
import { longWork } from '../../src/lib/server/services/long-work.ts';
import { loadPlan } from '../../src/lib/server/services/plan-cache.ts';
import {
	dropAnalysis,
	dropFactorSet,
	makePurchaseMeasure,
	readLedger,
	saveAnalysis
} from '../../src/lib/server/services/spend.commands.ts';
import { analysisPage, spendPage } from '../../src/lib/server/services/spend.queries.ts';
import { setRole } from '../../src/lib/server/store/users.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { LEDGER } from '../support/purchases.ts';
import { ended, ledgerForm, withLedger, withSet } from '../support/spend-house.ts';
import { sheetHouse } from '../support/sheet-house.ts';
import { workbook } from '../support/workbook.ts';

const opened: Db[] = [];
afterAll(() => {
	for (const db of opened) {
		longWork(db).close();
		closeDatabase(db);
	}
});

async function reckonedHouse(form: Record<string, string> = {}) {
	const own = sheetHouse(opened);
	const { editor, planId } = own;
	const id = await withLedger(editor, planId);
	const set = await withSet(editor, planId);
	saveAnalysis(editor, planId, id, { version: '1', factorSet: set, ...form });
	return { ...own, id, set };
}
const CONVERSION = {
	indexName: 'KPI, påhittat',
	indexOfLedger: '120',
	indexOfFactors: '100',
	vatRate: '25'
};

describe('a ledger', () => {
	it('is summed by category, with what was left out', async () => {
		const { editor, planId } = sheetHouse(opened);
		const id = await withLedger(editor, planId);
		const page = analysisPage(editor, planId, id);
		expect(page.rows.map(({ key, name, amount }) => [key, name, amount.toString()])).toEqual([
			['4510', 'Entreprenad', '1200000.5'],
			['5010', 'Livsmedel skola', '812345.5'],
			['7420', 'Konsulter', '450000'],
			['5611', 'Drivmedel', '300000'],
			['', '', '10000']
		]);
		expect(page).toMatchObject({
			rowCount: 6,
			leftOut: {
				sums: [{ row: 11, name: 'Summa', ore: 277_234_600 }],
				sumCount: 1,
				empty: 0,
				unreadable: 1,
				unreadableRows: [9],
				sheets: []
			},
			tonnes: null,
			missing: ['factor-set']
		});
	});
	it('is summed by supplier when that is wished', async () => {
		const { editor, planId } = sheetHouse(opened);
		const id = await withLedger(editor, planId, LEDGER, { by: 'supplier', unit: 'tkr' });
		const [first] = analysisPage(editor, planId, id).rows;
		expect([first?.key, first?.amount.toString()]).toEqual(['Bygg AB', '1200000500']);
	});
	it('is looked for in the sheets of a workbook, and says which it did not read', async () => {
		const { editor, planId } = sheetHouse(opened);
		const list = (name: string, amount: number) => ({
			name,
			rows: [
				['Konto', 'Belopp'],
				['1', amount]
			]
		});
		const bytes = workbook([
			{ name: 'Info', rows: [['Utdrag ur ekonomisystemet']] },
			list('Jan', 100),
			list('Feb', 200)
		]);
		const page = analysisPage(editor, planId, await withLedger(editor, planId, bytes));
		expect(page.amount.toString()).toBe('100');
		expect(page.leftOut.sheets).toEqual(['Feb']);
	});
	it('of somebody who may no longer edit when it has been read is not kept', async () => {
		const { editor, reader, planId } = sheetHouse(opened);
		readLedger(editor, planId, { name: 'x.xlsx', bytes: LEDGER }, ledgerForm);
		const { organisationId, userId } = editor.actor ?? {};
		setRole(editor.db, organisationId ?? '', userId ?? '', { role: 'reader', version: 1 });
		await ended(editor, planId);
		expect(spendPage(reader, planId).analyses).toEqual([]);
	});
	it('with other headings is read by those that are named', async () => {
		const { editor, planId } = sheetHouse(opened);
		const bytes = Buffer.from('Grupp;Pengar\nA;12,50\nB;1 000\n');
		readLedger(editor, planId, { name: 'x.csv', bytes }, ledgerForm);
		const refused = await ended(editor, planId);
		expect(refused?.refusal?.sv).toContain('Filen har ”Grupp”, ”Pengar”');
		const columns = { 'column.amount': 'pengar', 'column.category': 'Grupp' };
		const id = await withLedger(editor, planId, bytes, columns);
		expect(analysisPage(editor, planId, id).amount.toString()).toBe('1012.5');
	});
	it('needs its year, its tax and its unit', () => {
		const { editor, planId } = sheetHouse(opened);
		const file = { name: 'x.csv', bytes: LEDGER };
		for (const wrong of [{ year: '24' }, { vat: '' }, { unit: 'dollar' }])
			expect(() => readLedger(editor, planId, file, { ...ledgerForm, ...wrong })).toThrow(
				InvalidInputError
			);
	});
});

describe('a factor set in use', () => {
	it('stays until its analysis is gone', async () => {
		const { editor, planId, set, id } = await reckonedHouse(CONVERSION);
		expect(() => dropFactorSet(editor, planId, set)).toThrow(InvalidInputError);
		dropAnalysis(editor, planId, id);
		dropFactorSet(editor, planId, set);
		expect(spendPage(editor, planId)).toMatchObject({ sets: [], analyses: [] });
	});
});

describe('the footprint', () => {
	it('is unknown until price level and tax are told', async () => {
		const { editor, planId, id, set } = await reckonedHouse();
		const page = () => analysisPage(editor, planId, id);
		expect(page()).toMatchObject({ tonnes: null, missing: ['price-index', 'vat-rate'] });
		saveAnalysis(editor, planId, id, { version: '2', factorSet: set, vatRate: '25 %' });
		expect(page()).toMatchObject({ tonnes: null, missing: ['price-index'] });
	});
	it('is kronor × index × tax × factor', async () => {
		const { editor, planId, id } = await reckonedHouse(CONVERSION);
		const page = analysisPage(editor, planId, id);
		// 100 ÷ 120 × 1.25: a krona of the ledger is 1.041666… kronor of the factors.
		const tonnes = page.rows.map((row) => row.tonnes?.toDecimalPlaces(4).toNumber() ?? null);
		expect(page.rows.map(({ key }) => key)).toEqual(['5010', '5611', '4510', '7420', '']);
		expect(tonnes).toEqual([177.7006, 46.875, 40, null, null]);
		expect(page.rows[0]).toMatchObject({ isChosen: false, factor: { key: '50' } });
		expect(page.amountWithout.toString()).toBe('460000');
		expect(page.tonnes?.toDecimalPlaces(3).toNumber()).toBe(264.576);
		expect(page.rows[1]?.cumulative?.toDecimalPlaces(4).toNumber()).toBe(0.8488);
		expect(page.byUncertainty.map(({ uncertainty }) => uncertainty)).toEqual(['låg', 'medel']);
	});
	it('takes factors that somebody chose, and leaves out what is left without', async () => {
		const { editor, planId, id, set } = await reckonedHouse(CONVERSION);
		const form = { version: '2', factorSet: set, ...CONVERSION };
		saveAnalysis(editor, planId, id, {
			...form,
			'factor.7420': 'Övrigt',
			'factor.5611': '',
			'factor.4510': '45'
		});
		const rows = new Map(analysisPage(editor, planId, id).rows.map((row) => [row.key, row]));
		expect(rows.get('7420')).toMatchObject({ isChosen: true, factor: { key: 'Övrigt' } });
		expect(rows.get('5611')).toMatchObject({ isChosen: true, factor: null, tonnes: null });
		expect(rows.get('4510')).toMatchObject({ isChosen: false, factor: { key: '45' } });
		const unknown = { ...form, version: '3', 'factor.7420': 'finns inte' };
		expect(() => saveAnalysis(editor, planId, id, unknown)).toThrow(InvalidInputError);
		// What was seen before somebody saved is not saved over it.
		expect(() => saveAnalysis(editor, planId, id, form)).toThrow(InvalidInputError);
	});
	it('does not take the index of another set along', async () => {
		const { editor, planId, id } = await reckonedHouse(CONVERSION);
		const other = await withSet(editor, planId, { name: 'Andra', priceYear: '2020' });
		const form = { version: '2', factorSet: other, ...CONVERSION };
		saveAnalysis(editor, planId, id, form);
		expect(analysisPage(editor, planId, id)).toMatchObject({
			tonnes: null,
			missing: ['price-index'],
			choices: { index: null, vatRate: '0.25' }
		});
	});
	it('tells of what is without a factor also where credits make it come to nothing', async () => {
		const { editor, planId } = sheetHouse(opened);
		const list = Buffer.from('Konto;Belopp\n4510;1000\n9990;500000\n9991;-500000\n');
		const id = await withLedger(editor, planId, list);
		const set = await withSet(editor, planId, { priceYear: '2024', vat: 'excluded' });
		saveAnalysis(editor, planId, id, { version: '1', factorSet: set });
		const page = analysisPage(editor, planId, id);
		expect(page.amountWithout.toString()).toBe('1000000');
		expect(page.covered?.toDecimalPlaces(6).toNumber()).toBe(0.000999);
	});
	it('never touches the territorial emissions of the plan', async () => {
		const { editor, planId, id } = await reckonedHouse(CONVERSION);
		const figures = () => {
			const { plan } = loadPlan(editor, planId);
			const [portfolio] = plan.portfolios;
			if (!portfolio) throw new Error('no portfolio');
			return JSON.stringify(evaluate(plan, portfolio.id).emissions);
		};
		const before = figures();
		makePurchaseMeasure(editor, planId, id, '5010');
		expect(figures()).toBe(before);
	});
});

describe('a measure of a category', () => {
	it('has its baseline, no costs and an unknown effect, and can be undone', async () => {
		const { editor, planId, id } = await reckonedHouse(CONVERSION);
		const made = makePurchaseMeasure(editor, planId, id, '5010');
		const measure = loadPlan(editor, planId).plan.measures.find((one) => one.id === made);
		expect(measure).toMatchObject({
			name: { sv: 'Minska klimatpåverkan från inköp: 5010 Livsmedel skola' },
			status: 'idea',
			effects: null,
			costs: [],
			sdg: ['12.7']
		});
		expect(measure?.description.replace(/\s/g, ' ')).toContain(
			'Utgångsläge 2024: inköp för 812 346 kr i 5010 Livsmedel skola, 177,7 ton CO2e per år (0,21 kg CO2e per krona, Provfaktorer 2022 v1, prisår 2022; en krona i reskontran är 1,0417 av faktorns kronor efter prisindex och moms).'
		);
		undo(editor, planId);
		expect(loadPlan(editor, planId).plan.measures.some((one) => one.id === made)).toBe(false);
		expect(() => makePurchaseMeasure(editor, planId, id, '7420')).toThrow(NotFoundError);
	});
});

describe('purchases', () => {
	it('are the organisation’s: readers look, strangers find nothing', async () => {
		const { editor, reader, stranger, planId, id, set } = await reckonedHouse(CONVERSION);
		expect(analysisPage(reader, planId, id).mayEdit).toBe(false);
		expect(() => saveAnalysis(reader, planId, id, { version: '2' })).toThrow(ForbiddenError);
		expect(() => dropAnalysis(reader, planId, id)).toThrow(ForbiddenError);
		expect(() => dropFactorSet(reader, planId, set)).toThrow(ForbiddenError);
		expect(() => makePurchaseMeasure(reader, planId, id, '5010')).toThrow(ForbiddenError);
		expect(() => analysisPage(stranger, planId, id)).toThrow(NotFoundError);
		expect(() => dropAnalysis(stranger, planId, id)).toThrow(NotFoundError);
		expect(() => dropFactorSet(stranger, planId, set)).toThrow(NotFoundError);
		expect(spendPage(editor, planId).analyses).toHaveLength(1);
	});
});
