import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withEdits } from '../../src/lib/input/plan-file/edit-file.ts';
import type { Cell } from '../../src/lib/input/sheets/cell.ts';
import { messyList, messyRows, UNCLEAR } from '../support/messy-list.ts';
import { exampleText, planOf } from '../support/plan-files.ts';
import { csv, filesOf, plan, run, sheet, troubleOf } from '../support/read-list.ts';

/** What rows of lists of measures do to a plan. */
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

	it('asks whether a minus before tonnes is a cut or a rise', () => {
		const table = csv('Åtgärd;Startår;Ton per år\nA;2027;−45\n');
		const pool = planOf(exampleText).pools[0]?.id ?? '';
		const [issue] = run(table, { pool }).rows[0]?.issues ?? [];
		expect(issue?.options.map(({ value }) => value)).toEqual(['45', '−45']);
		for (const [answer, tonnesPerYear] of [
			['45', 45],
			['−45', -45]
		] as const) {
			const [file] = filesOf(run(table, { pool, answers: { [issue?.key ?? '']: answer } }));
			expect(file?.['effects']).toMatchObject([{ tonnesPerYear }]);
		}
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
		const [first] = planOf(exampleText).measures;
		const { id, name } = first ?? { id: '', name: { sv: '' } };
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

	it('tells measures apart by the years and numbers in their names', () => {
		const table = csv('Åtgärd;2028;2027\nEtapp 1 2027;1;\nEtapp 1 2028;;1\nEtapp 2 2028;1;1\n');
		const told = run(table, { unit: 'tkr', twins: 'update' });
		expect(told.counts).toMatchObject({ new: 3, asked: 0 });
		expect(filesOf(told).map(({ startYear }) => startYear)).toEqual([2028, 2027, 2027]);
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
						const { tkr, year } = capped[at] ?? { tkr: -1, year: 0 };
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
