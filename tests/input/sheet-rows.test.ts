import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withEdits } from '../../src/lib/input/plan-file/edit-file.ts';
import type { Cell, Sheet } from '../../src/lib/input/sheets/cell.ts';
import type { Choices } from '../../src/lib/input/sheets/choices.ts';
import { dryRun } from '../../src/lib/input/sheets/dry-run.ts';
import { headingsOf, proposedChoices } from '../../src/lib/input/sheets/headings.ts';
import { SheetPlan } from '../../src/lib/input/sheets/sheet-plan.ts';
import { catalogue } from '../../src/lib/server/catalogue/catalogue.ts';
import { readCsv } from '../../src/lib/server/files/csv.ts';
import { messyList, messyRows, UNCLEAR } from '../support/messy-list.ts';
import { exampleText, planOf } from '../support/plan-files.ts';

/** What rows of lists do to a plan. */
const plan = new SheetPlan(planOf(exampleText), catalogue);

const sheet = (...rows: readonly (readonly Cell[])[]): Sheet => ({ name: 'Blad1', rows });
const csv = (text: string): Sheet => readCsv(Buffer.from(text), 'lista.csv');

function run(table: Sheet, chosen: Partial<Choices> = {}) {
	const { kind } = chosen;
	const proposed = proposedChoices(table, 0, () => new Map(), kind ? { kind } : {});
	const choices = { ...proposed, ...chosen };
	return { choices, ...dryRun(plan, table, choices) };
}

type Item = {
	kind: string;
	amount?: string | null;
	amountPerYear?: string | null;
	years?: unknown;
};
type File = Record<string, unknown> & { costs: Item[] };
const filesOf = ({ edits }: ReturnType<typeof run>) => edits.map(({ after }) => after as File);
const troubleOf = ({ rows }: ReturnType<typeof run>) =>
	rows.flatMap(({ issues }) => issues.map(({ cell, text }) => `${cell ?? 'rad'}: ${text.sv}`));

describe('a list of measures', () => {
	it('of forty messy rows asks about the two that nobody can guess, and reads every amount', () => {
		const table = csv(messyList());
		const first = run(table);
		expect(first.choices).toMatchObject({ headerRow: 4, kind: 'measures', unit: 'tkr' });
		expect(first.counts).toEqual({
			new: 38,
			changed: 0,
			same: 0,
			asked: 2,
			refused: 0,
			leftOut: 10
		});
		expect(first.edits).toEqual([]);
		const asked = first.rows.filter(({ outcome }) => outcome === 'asked');
		const [amount, status] = asked.map(({ issues }) => issues[0]);
		expect(amount?.options.map(({ value }) => value)).toEqual(['1 700', '1,7000']);
		expect(status).toMatchObject({ field: 'status', seen: 'halvvägs' });
		const answers = { [amount?.key ?? '']: '1 700', [status?.key ?? '']: 'ongoing' };
		const second = run(table, { answers });
		expect(second.counts).toMatchObject({ new: 40, asked: 0, refused: 0 });
		const files = filesOf(second);
		messyRows.forEach(({ name, tkr: [a, b] }, at) => {
			const thousand = at === UNCLEAR.amount ? 1700 : a;
			expect(files[at]?.['name'], name).toEqual({ sv: name, en: name });
			expect(files[at]?.costs[0], name).toMatchObject({
				kind: 'capex',
				amount: ((thousand + b) * 1000).toFixed(2),
				source: expect.stringMatching(/^lista.csv, rad \d+$/) as string
			});
		});
		expect(files[UNCLEAR.status]?.['status']).toBe('ongoing');
		expect(second.rows.filter(({ leftOut }) => leftOut === 'subtotal')).toHaveLength(5);
		expect(second.rows.filter(({ leftOut }) => leftOut === 'group')).toHaveLength(5);
	});

	it('takes what it does not say to be unknown, or not there where its reader says so', () => {
		const table = csv('Åtgärd;Startår;Investering;Drift per år;Ton per år\nA;2027;;;\n');
		const unknown = filesOf(run(table, { unit: 'tkr' }))[0];
		expect(unknown?.costs).toMatchObject([
			{ kind: 'capex', amount: null },
			{ kind: 'opex', amountPerYear: null }
		]);
		expect(unknown?.['effects']).toBeNull();
		const none = filesOf(run(table, { unit: 'tkr', blank: 'none' }))[0];
		expect(none?.costs).toEqual([]);
		expect(none?.['effects']).toEqual([]);
	});

	it('asks which unit amounts are in where nothing says it', () => {
		const { problems, rows } = run(csv('Åtgärd;Startår;Investering\nA;2027;500\n'));
		expect(problems.map(({ field }) => field)).toEqual(['unit']);
		expect(rows).toEqual([]);
	});

	it.each([
		['Investering (mnkr)', '3,5', '3500000.00'],
		['Investering tkr', '3,5', '3500.00'],
		['Investering, kr', '3,5', '3.50'],
		['Investering (mnkr)', '12 tkr', '12000.00'],
		['Investering (tkr)', '1\u00a0234\u202f500', '1234500000.00'],
		['Investering (tkr)', '2 mnkr', '2000000.00']
	])('%s of %s is %s kronor', (heading, typed, amount) => {
		const [file] = filesOf(run(csv(`Åtgärd;Startår;${heading}\nA;2027;${typed}\n`)));
		expect(file?.costs[0]?.amount).toBe(amount);
	});

	it('keeps a computed number to the öre, and says where it was rounded', () => {
		const table = sheet(
			['Åtgärd', 'Startår', 'Investering (tkr)'],
			['Exakt', { n: 2027 }, { n: 1234.567 }],
			['Tredjedel', { n: 2027 }, { n: 1000 / 3 }]
		);
		const told = run(table);
		expect(filesOf(told).map(({ costs }) => costs[0]?.amount)).toEqual(['1234567.00', '333333.33']);
		expect(told.rows.map(({ remarks }) => remarks.length)).toEqual([0, 1]);
		expect(told.rows[1]?.remarks[0]?.sv).toBe(
			'C3 avrundat till hela ören: 333 333,33 kr'.replaceAll(' 333,', '\u00a0333,')
		);
	});

	it.each<[string, Cell, RegExp]>([
		['an error', { error: '#REF!' }, /^C2: cellen visar felet #REF!/],
		['an error as text', '#SAKNAS!', /^C2: cellen visar felet/],
		[
			'a formula that was never computed',
			{ uncomputed: true },
			/^C2: formeln har inget uträknat värde/
		],
		['a day', { day: '2027-01-01' }, /^C2: ska vara ett belopp/],
		['a per cent', { n: 0.5, isPercent: true }, /^C2: ska vara ett belopp/],
		['a word', 'mycket', /^C2: ska vara ett tal/],
		['less than nothing', { n: -5 }, /^C2: ska vara noll eller mer/]
	])('refuses %s by its cell', (_, cell, expected) => {
		const told = run(sheet(['Åtgärd', 'Startår', 'Investering (tkr)'], ['A', { n: 2027 }, cell]));
		expect(troubleOf(told)).toEqual([expect.stringMatching(expected)]);
		expect(told.counts.refused).toBe(1);
		expect(told.mayImport).toBe(false);
	});

	it('refuses a cell that is too long before it looks at it', () => {
		const long = `1${' '.repeat(39_000)}x`;
		const told = run(
			sheet(['Åtgärd', 'Livslängd', 'Ton per år', 'Investering (tkr)'], ['A', long, long, long]),
			{ startYear: '2027' }
		);
		expect(troubleOf(told)).toHaveLength(3);
		for (const text of troubleOf(told)) expect(text).toContain('är för lång');
	});

	it('turns the sign where costs stand with a minus', () => {
		const table = csv('Åtgärd;Startår;Investering (tkr)\nA;2027;−5\n');
		expect(filesOf(run(table, { isMinus: true }))[0]?.costs[0]?.amount).toBe('5000.00');
	});

	it('offers the sum of the years where the whole says otherwise', () => {
		const table = csv('Åtgärd;2027;2028;Summa (tkr)\nA;100;200;500\n');
		const told = run(table, { unit: 'tkr' });
		const [issue] = told.rows[0]?.issues ?? [];
		expect(issue).toMatchObject({ cell: 'D2', isQuestion: true });
		const answer = issue?.options[0]?.value ?? '';
		const [file] = filesOf(run(table, { unit: 'tkr', answers: { [issue?.key ?? '']: answer } }));
		expect(file?.costs[0]).toMatchObject({ amount: '300000.00' });
	});

	it('asks about names that are in the plan or in the list already, and about an id of another name', () => {
		const { id, name } = planOf(exampleText).measures[0]!;
		const table = csv(
			`Id;Åtgärd;Startår\n;${name.sv};2027\n;Ny;2027\n;ny;2028\n${id};Något annat;2027\n`
		);
		const told = run(table);
		expect(told.counts).toMatchObject({ asked: 3, new: 1 });
		expect(told.rows.map(({ issues }) => issues[0]?.options.map(({ value }) => value))).toEqual([
			['update', 'new', 'skip'],
			undefined,
			['new', 'skip'],
			['update', 'skip']
		]);
		const answers = { '2.row': 'update', '4.row': 'skip', '5.row': 'skip' };
		const answered = run(table, { answers });
		expect(answered.rows.map(({ outcome }) => outcome)).toEqual([
			'changed',
			'new',
			'leftOut',
			'leftOut'
		]);
		expect(answered.rows[0]?.changes.map(({ field }) => field)).toEqual(['startYear']);
	});

	it('changes of a measure only what its row says', () => {
		const before = planOf(exampleText).measures;
		const rows = before.map(({ id }) => `${id};`).join('\n');
		expect(run(csv(`Id;Åtgärd;Ansvarig\n${rows.replaceAll(';', ';;')}\n`)).counts).toMatchObject({
			same: before.length
		});
		const told = run(csv(`Id;Åtgärd;Ansvarig\n${before[0]?.id};;Kommunstyrelsen\n`));
		expect(told.rows[0]?.changes.map(({ field }) => field)).toEqual(['owner']);
	});

	it('never changes more than it tells: the plan with the edits differs in the fields that were told', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.record({
						name: fc.stringMatching(/^[A-ZÅÄÖ][a-zåäö]{2,12} \d{1,3}$/),
						tkr: fc.integer({ min: 0, max: 10_000_000 }),
						year: fc.integer({ min: 2026, max: 2045 })
					}),
					{ minLength: 1, maxLength: 20 }
				),
				fc.constantFrom('kr', 'tkr', 'mnkr'),
				(rows, unit) => {
					const factor = { kr: 1, tkr: 1000, mnkr: 1_000_000 }[unit];
					const capped = rows.map((row) => ({ ...row, tkr: row.tkr % 1_000_000 }));
					const table = sheet(
						['Åtgärd', 'Startår', `Investering (${unit})`],
						...capped.map(({ name, year, tkr }): Cell[] => [name, { n: year }, { n: tkr }])
					);
					const told = run(table, {
						answers: Object.fromEntries(capped.map((_, at) => [`${at + 2}.row`, 'new']))
					});
					expect(told.counts.new).toBe(rows.length);
					filesOf(told).forEach(({ costs }, at) => {
						const { tkr, year } = capped[at]!;
						const amount = (BigInt(tkr) * BigInt(factor)).toString();
						expect(costs).toMatchObject([{ amount: `${amount}.00`, years: [{ year }] }]);
					});
					const untouched = { ...withEdits(plan.file, []), measures: [] };
					expect({ ...withEdits(plan.file, told.edits), measures: [] }).toEqual(untouched);
				}
			),
			{ numRuns: 40 }
		);
	});
});

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

describe('a list of funding', () => {
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
