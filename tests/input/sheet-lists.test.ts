import { describe, expect, it } from 'vitest';
import { headingsOf, proposedChoices, yearIn } from '../../src/lib/input/sheets/headings.ts';
import { exampleText, planOf } from '../support/plan-files.ts';
import { csv, filesOf, run, sheet } from '../support/read-list.ts';

/** Headings, lists of costs and of funding, and rows that are about the same thing. */
describe('headings', () => {
	it('over two rows give years their group', () => {
		const table = csv(
			'Lista\n;;Investering (tkr);;Drift (tkr);\nProjekt;Nämnd;2027;2028;2027;2028\nA;TN;1;2;3;4\n'
		);
		const told = run(table);
		expect(headingsOf(table, 3)).toEqual([
			...['Projekt', 'Nämnd', 'Investering (tkr) 2027', 'Investering (tkr) 2028'],
			...['Drift (tkr) 2027', 'Drift (tkr) 2028']
		]);
		expect(told.choices.headerRow).toBe(3);
		expect(filesOf(told)[0]?.costs).toMatchObject([
			{ kind: 'capex', amount: '3000.00' },
			{
				kind: 'opex',
				amount: '7000.00',
				years: [{ year: 2027, amount: '3000.00' }, { year: 2028 }]
			}
		]);
	});

	it.each([
		['2027', 2027],
		['Budget 2027', 2027],
		['2027 (tkr)', 2027],
		['År 2027', 2027],
		['2027-2030', null],
		['2027–30', null],
		['t.o.m. 2027', null],
		['tom 2027', null],
		['fr.o.m. 2030', null],
		['2030 och framåt', null],
		['Efter 2030', null],
		['Ack. 2028', null],
		['Summa', null],
		['Dnr 20271', null]
	])('%s is of the year %s', (heading, year) => {
		expect(yearIn(heading)).toBe(year);
	});

	it('that are days of a year are the year', () => {
		const table = sheet(['Projekt', { day: '2027-01-01' }, { n: 2028 }], ['A', { n: 1 }, { n: 2 }]);
		expect(run(table).choices.columns).toEqual({ 0: 'name', 1: 'capexOfYear', 2: 'capexOfYear' });
	});

	it('of outcomes and of more than a year are left for a person to say', () => {
		const table = csv(
			'Projekt;Bokslut 2025 (tkr);Prognos 2026;tom 2026;2027;2028 och framåt\nA;1;2;3;4;5\n'
		);
		expect(run(table).choices.columns).toEqual({ 0: 'name', 4: 'capexOfYear' });
	});

	it('mean what an organisation chose them to mean the last time', () => {
		const table = csv('Grej;Pengar 2027\nA;5\n');
		const remembered = new Map([
			['grej', 'name'],
			['år pengar', 'capexOfYear']
		]);
		expect(proposedChoices(table, 0, () => remembered, { kind: 'measures' }).columns).toEqual({
			0: 'name',
			1: 'capexOfYear'
		});
	});
});

describe('two rows about the same thing', () => {
	const [measure] = planOf(exampleText).measures;
	const [line] = planOf(exampleText).funding;
	it.each([
		[
			'of a measure by its name and by its id',
			`Id;Åtgärd;Ansvarig\n${measure?.id};;A\n;${measure?.name.sv};B\n`,
			{}
		],
		[
			'of a cost item',
			`Åtgärd;Post;Slag;Belopp (kr)\n${measure?.id};c9;Drift;1\n${measure?.id};c9;Drift;2\n`,
			{ kind: 'costs' as const }
		],
		[
			'of a funding line',
			`Id;Åtgärd;Program;2027 (kr)\n${line?.id};${line?.measure};${line?.programme};1\n${line?.id};${line?.measure};${line?.programme};2\n`,
			{}
		],
		[
			'of a new funding line',
			`Id;Åtgärd;Program;Kostnadspost;2027 (kr)\nF999;${line?.measure};${line?.programme};${line?.costItem};1\nF999;${line?.measure};${line?.programme};${line?.costItem};2\n`,
			{}
		]
	])('%s: the later is asked about, and neither is lost', (_, text, chosen) => {
		const told = run(csv(text), { ...chosen, twins: 'update' });
		expect(told.rows.map(({ outcome }) => outcome)[1]).toBe('asked');
		expect(told.rows[1]?.issues.at(-1)?.text.sv).toContain('som rad 2');
		expect(told.edits).toEqual([]);
	});

	it('gives no new measure an id that another row has', () => {
		const told = run(csv('Id;Åtgärd;Startår\n;Ny;2027\nA23;Annan;2027\n'));
		expect(told.rows.map(({ id }) => id)).toEqual(['A24', 'A23']);
	});
});

describe('a list of costs', () => {
	const [measure] = planOf(exampleText).measures;
	it('adds to the measure that it names, and asks where there is none of the name', () => {
		const table = csv(
			`Åtgärd;Slag;Belopp (tkr);Belopp per år (tkr);Från;Till\n${measure?.name.sv};Investering;250;;;\n${measure?.id};Besparing;;40;2028;2030\nOkänd sak;Drift;1;;;\n`
		);
		const told = run(table, { kind: 'costs' });
		expect(told.rows.map(({ outcome }) => outcome)).toEqual(['new', 'new', 'asked']);
		const read = run(table, { kind: 'costs', answers: { '4.row': 'skip' } });
		const [file] = filesOf(read);
		expect(file?.costs.slice(-2)).toMatchObject([
			{ kind: 'capex', amount: '250000.00' },
			{ kind: 'saving', amountPerYear: '40000.00', from: 2028, to: 2030 }
		]);
		expect(file?.costs).toHaveLength((measure?.costs.length ?? 0) + 2);
	});
});

describe('what would be lost without a word', () => {
	const [measure] = planOf(exampleText).measures;
	it('is refused: amounts for which a yearly item has no room', () => {
		const table = csv(
			`Åtgärd;Slag;Belopp (kr);Belopp per år (kr);2027 (kr)\n${measure?.id};Drift;5;1;\n${measure?.id};Drift;;1;7\n`
		);
		const told = run(table, { kind: 'costs' });
		expect(told.rows.map(({ issues }) => issues.map(({ cell }) => cell))).toEqual([['C2'], ['E3']]);
		expect(told.mayImport).toBe(false);
	});

	it('is refused: a column of a year whose heading names none', () => {
		const table = csv('Åtgärd;t.o.m. 2027 (kr)\nA;5\n');
		const told = run(table, { startYear: '2027', columns: { 0: 'name', 1: 'capexOfYear' } });
		expect(told.problems.map(({ field }) => field)).toEqual(['column.1']);
		expect(told.rows).toEqual([]);
	});
});

describe('a list of funding', () => {
	it('asks how likely money is that nobody has decided, and whether years and sum agree', () => {
		const [line] = planOf(exampleText).funding;
		const start = `${line?.measure};${line?.programme};${line?.costItem}`;
		const table = csv(
			`Åtgärd;Program;Kostnadspost;Status;2027 (kr);2028 (kr);Belopp (kr)\n${start};sökt;1;2;3\n${start};avslag;1;2;4\n`
		);
		const answers = { '2.row': 'new', '3.row': 'new' };
		const told = run(table, { answers });
		expect(told.rows.map(({ issues }) => issues.map(({ field }) => field))).toEqual([
			['probability'],
			['amount']
		]);
		const said = run(table, { probability: '40', answers: { ...answers, '3.6': '3' } });
		expect(filesOf(said).map(({ probability }) => probability)).toEqual([0.4, 0]);
	});

	const measure = planOf(exampleText).measures.find(({ costs }) => costs.length > 0);
	it('finds programmes by name, asks which cost, and refuses a grant without its decision', () => {
		const table = csv(
			`Åtgärd;Stödprogram;Status;Sannolikhet;Kostnadspost;2027 (tkr);Diarienummer;Beslutsdatum\n` +
				`${measure?.id};Klimatklivet;sökt;60 %;${measure?.costs[0]?.id};500;;\n` +
				`${measure?.id};Klimatklivet;beviljad;0,5;${measure?.costs[0]?.id};1,234;;\n` +
				`${measure?.id};Klimatpengen;planerad;;${measure?.costs[0]?.id};1;;\n`
		);
		const told = run(table);
		expect(told.choices.kind).toBe('funding');
		const first = told.rows[0];
		expect(first?.issues.filter(({ field }) => field !== 'row')).toEqual([]);
		const trouble = told.rows[1]?.issues.map(({ field }) => field);
		expect(trouble).toEqual(
			expect.arrayContaining(['probability', 'ofYear', 'caseNumber', 'date'])
		);
		expect(told.rows[2]?.issues.map(({ field }) => field)).toContain('programme');
		const answers = { '2.row': 'new', '3.row': 'skip', '4.row': 'skip' };
		const [line] = filesOf(run(table, { answers }));
		expect(line).toMatchObject({
			measure: measure?.id,
			programme: 'klimatklivet',
			status: 'applied',
			probability: 0.6,
			amounts: [{ year: 2027, amount: '500000.00', currency: 'SEK' }]
		});
	});
});
