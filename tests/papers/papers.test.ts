import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/lib/core/decimal.ts';
import { completeness } from '../../src/lib/papers/asked.ts';
import { reportIds, templates } from '../../src/lib/papers/templates.ts';
import { examplePlan } from '../support/large-plan.ts';
import { arbitraryPlan } from '../support/plan-arbitrary.ts';
import {
	blocksOf,
	madePaper,
	paper,
	plain,
	rowIn,
	tableIn,
	tablesOf,
	withMeasure,
	wordsOf
} from '../support/papers.ts';

const plan = examplePlan();

describe('every report', () => {
	for (const report of reportIds)
		for (const locale of ['sv', 'en'] as const)
			it(`${report} is whole in ${locale}`, () => {
				const { paper: made, asked } = paper(report, plan, 'P2', { locale });
				const words = wordsOf(made);
				expect(words).not.toMatch(/undefined|NaN|\[object|Infinity/);
				expect(made.facts.map(({ value }) => value)).toContain('KS 2026/123');
				expect(made.facts.map(({ value }) => value)).toContain('2026-11-28');
				expect(made.sources.length).toBeGreaterThan(1);
				for (const { rows, sums = [], columns } of tablesOf(made))
					for (const row of [...rows, ...sums]) expect(row).toHaveLength(columns.length);
				expect(completeness(asked).known).toBeGreaterThan(0);
			});

	it('says that its template is not compared with the one in force, with source and day', () => {
		for (const report of reportIds) {
			const { paper: made } = paper(report, plan, 'P2');
			expect(templates[report].asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
			expect(made.notices.join(' ')).toContain(templates[report].asOf);
			expect(made.sources[0]).toContain(templates[report].source.sv);
		}
	});

	it('of random plans shows no figure that is none', () => {
		fc.assert(
			fc.property(arbitraryPlan, fc.constantFrom(...reportIds), (random, report) => {
				for (const { id } of random.portfolios) {
					const made = madePaper(report, random, id);
					if (!made) continue;
					expect(wordsOf(made.paper)).not.toMatch(/undefined|NaN|\[object|Infinity/);
					for (const block of blocksOf(made.paper))
						if (block.kind === 'figure')
							for (const shape of block.figure.drawing.shapes)
								for (const one of Object.values(shape).flat(2))
									if (typeof one === 'number') expect(one).toSatisfy(Number.isFinite);
				}
			}),
			{ numRuns: 60 }
		);
	});
});

describe('the climate investment plan', () => {
	const { paper: made } = paper('investment-plan', plan, 'P2');

	it('shows need, capacity, secured money and the three gaps as they are worked out', () => {
		const sums = rowIn(tableIn(made, 'Kommunens behov'), 'Summa');
		expect(sums).toEqual([
			'Summa',
			'183 657,5',
			'158 000,0',
			'100 652,5',
			'6 250,0',
			'76 755,0',
			'59 521,5',
			'40 955,0'
		]);
		const year = rowIn(tableIn(made, 'Kommunens behov'), '2027');
		expect(year.slice(0, 6)).toEqual([
			'2027',
			'35 140,0',
			'12 000,0',
			'12 000,0',
			'2 500,0',
			'20 640,0'
		]);
	});

	it('has each measure of the portfolio and no other', () => {
		const table = tableIn(made, 'Portföljens åtgärder');
		const ids = table.rows.map(([name = '']) => name.slice(0, 3));
		expect([...ids].sort()).toEqual([...(plan.portfolios[1]?.measures ?? [])].sort());
		// Investment, tonnes and kronor per tonne as the worked example has them; the effect of A05 is unknown.
		expect(rowIn(table, 'A03').slice(-3)).toEqual(['13 200,0', '342', '-2 392']);
		expect(rowIn(table, 'A05').slice(-3)).toEqual(['0', 'saknas', '–']);
	});

	it('compares all portfolios, and names what is open', () => {
		expect(tableIn(made, 'Planens portföljer').rows).toHaveLength(plan.portfolios.length);
		expect(wordsOf(made)).toContain('Effekt saknas: A05.');
		expect(wordsOf(made)).toContain('Lån (Kommuninvest – Gröna lån)');
	});
});

describe('the brief for the council', () => {
	it('leaves to the officer what no figure says', () => {
		const { paper: made } = paper('council-brief', plan, 'P2');
		const titles = made.sections.map(({ title }) => title);
		expect(titles).toContain('Förslag till beslut');
		expect(titles).toContain('Barnperspektiv');
		expect(blocksOf(made).filter(({ kind }) => kind === 'blank')).toHaveLength(2);
		expect(wordsOf(made)).toContain('Gapet, år för år och med bara säkrade pengar, är 76,76 mnkr.');
	});
});

describe('CDP-ICLEI Track', () => {
	it('writes numbers with the decimal sign that is asked for and no spaces', () => {
		for (const [decimals, tonnes] of [
			['comma', '60,0'],
			['point', '60.0']
		] as const) {
			const { paper: made } = paper('cdp-iclei', plan, 'P2', { decimals });
			const row = rowIn(tableIn(made, 'Actions'), 'Cycle plan');
			expect(row[4]).toBe(tonnes);
			expect(row[6]).toBe('58500000');
		}
	});

	it('says who pays: its own share after secured grants, and who gives most', () => {
		const table = tableIn(paper('cdp-iclei', plan, 'P2').paper, 'Actions');
		// 58.5 mnkr, of which 6.25 granted.
		expect(rowIn(table, 'Cycle plan').slice(5, 9)).toEqual([
			'Finance partially secured',
			'58500000',
			'52250000',
			'Local government own resources'
		]);
		// 30 % of 9.0 mnkr are Alvesta's; businesses pay the rest of 31.75.
		expect(rowIn(table, 'Charging hub').slice(6, 9)).toEqual(['31750000', '2700000', 'businesses']);
		expect(rowIn(table, 'Innovation project')[5]).toBe('No investment');
	});

	it('shows a target with its base, its cut and what is done of it', () => {
		const { paper: made } = paper('cdp-iclei', plan, 'P2', { decimals: 'point' });
		const [target] = tableIn(made, 'Targets').rows;
		expect(target?.slice(0, 8)).toEqual([
			'Jurisdiction-wide',
			'Base year emissions target',
			'CO2',
			'2019',
			'57215',
			'2030',
			'80.0',
			'11443'
		]);
	});
});

describe('Klimatklivet', () => {
	it('ranks by yearly cut × lifetime ÷ investment, worked by hand', () => {
		const one = withMeasure(plan, 'A11', (measure) => ({
			...measure,
			lifetimeYears: 40,
			effects: [
				{
					kind: 'direct',
					tonnesPerYear: new Decimal(117),
					pool: measure.effects?.[0]?.pool ?? '',
					...{ from: 2030, to: 2045, rampYears: 1, basis: '', source: '', confidence: '' }
				}
			]
		}));
		const { paper: made } = paper('klimatklivet', one, 'P2', { measure: 'A11' });
		// 1000 · 117 · 40 / 58 500 000 = 0.08 kg per krona
		expect(wordsOf(made)).toContain('Kg CO₂e per investerad krona\n0,08');
		expect(wordsOf(made)).toContain('Minskning per år, ton CO₂e\n117,0');
	});

	it('names the rules that fail, and asks the highest support of none', () => {
		const { paper: made } = paper('klimatklivet', plan, 'P2', { measure: 'A03' });
		expect(wordsOf(made)).toContain('Lönsamhet (ej uppfylld)');
		expect(wordsOf(made)).not.toContain('Stödberättigad kostnad');
		expect(madePaper('klimatklivet', plan, 'P2', { measure: 'A99' })).toBeNull();
	});
});

describe('green loans', () => {
	it('count electricity by the factor of the plan and by both of the lender', () => {
		const { paper: made } = paper('green-loan', plan, 'P2');
		const row = rowIn(tableIn(made, 'Projekt'), 'A03');
		// 600 MWh · 0.191 and · 0.315
		expect(row.slice(-4)).toEqual(['600', expect.any(String), '114,6', '189,0']);
		expect(row[4]).toBe('6 000,0');
		// 30 % of the 9.0 mnkr that the municipalities pay, of 31.75 in all.
		const joint = rowIn(tableIn(made, 'Projekt'), 'A12');
		expect(joint.slice(2, 4)).toEqual(['2 700,0', '31 750,0']);
	});
});

describe('the Climate City Contract', () => {
	it('adds up what pays for an action to its total', () => {
		const { paper: made } = paper('city-contract', plan, 'P2');
		const amount = (text = '') => Number(plain(text).replace(/ /g, '').replace(',', '.'));
		const table = tableIn(made, 'IP-B2');
		for (const row of table.rows) {
			const [total, secured, requested, rest] = [row[1], row[2], row[3], row[6]].map(amount);
			expect(total).toBeCloseTo((secured ?? 0) + (requested ?? 0) + (rest ?? 0), 1);
		}
		expect(rowIn(table, 'A11').slice(1, 4)).toEqual(['58 500,0', '6 250,0', '15 000,0']);
	});
});
