import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/lib/core/decimal.ts';
import type { Plan } from '../../src/lib/core/plan/plan.ts';
import { completeness } from '../../src/lib/papers/asked.ts';
import { reportIds } from '../../src/lib/papers/templates.ts';
import { examplePlan } from '../support/large-plan.ts';
import { paper, rowIn, tableIn, withMeasure, wordsOf } from '../support/papers.ts';

const plan = examplePlan();

describe('a portfolio that moves and scales a measure', () => {
	it('shows it as it places it, and the appendix as the plan lists it', () => {
		const moved: Plan = {
			...plan,
			portfolios: plan.portfolios.map((one) =>
				one.id === 'P2' ? { ...one, shift: { A11: 2 }, scale: { A11: new Decimal('0.5') } } : one
			)
		};
		const whole = paper('investment-plan', moved, 'P2').paper;
		expect(rowIn(tableIn(whole, 'Portföljens åtgärder'), 'A11').slice(4, 6)).toEqual([
			'2028',
			'29 250,0'
		]);
		expect(rowIn(tableIn(whole, 'A11: kostnader så som planen listar dem'), 'c1')[3]).toBe(
			'58 500,0'
		);
		const basis = paper('klimatklivet', moved, 'P2', { measure: 'A11' }).paper;
		expect(wordsOf(basis)).toContain('Skillnad\n105,0 ton per år, 2031–2047');
		expect(rowIn(tableIn(paper('city-contract', moved, 'P2').paper, 'IP-B2'), 'A11')[1]).toBe(
			'29 250,0'
		);
		const loans = tableIn(paper('green-loan', moved, 'P2').paper, 'Projekt');
		expect(rowIn(loans, 'A11').slice(2, 6)).toEqual(['29 250,0', '29 250,0', '0', '2028']);
	});
});

it('a measure that is moved past the end of the plan keeps all its money and all its grants', () => {
	for (const shift of [14, 18]) {
		const late: Plan = {
			...plan,
			portfolios: plan.portfolios.map((one) =>
				one.id === 'P2' ? { ...one, shift: { A11: shift } } : one
			)
		};
		const row = rowIn(tableIn(paper('city-contract', late, 'P2').paper, 'IP-B2'), 'A11');
		expect([row[1], row[2], row[3], row[6]]).toEqual([
			'58 500,0',
			'6 250,0',
			'15 000,0',
			'37 250,0'
		]);
	}
});

describe('what a report lacks', () => {
	const lacksOf = (of: Plan, report: (typeof reportIds)[number] = 'investment-plan') =>
		paper(report, of, 'P2').asked.flatMap(({ what, lacks }) =>
			lacks.map(({ name, page }) => [what, name, page] as const)
		);

	it('leads to the field where it is filled in', () => {
		const unknown = withMeasure(plan, 'A11', (measure) => ({
			...measure,
			owner: '',
			lifetimeYears: null,
			costs: measure.costs.map((item) =>
				item.id === 'c1' && item.timing === 'one-off' ? { ...item, amount: null, years: [] } : item
			)
		}));
		const lacks = lacksOf(unknown);
		expect(lacks.map(([, , page]) => page)).toEqual(
			expect.arrayContaining([
				'measures/A11#group-costs',
				'measures/A11#f-owner',
				'measures/A11#f-lifetimeYears'
			])
		);
		const before = completeness(paper('investment-plan', plan, 'P2').asked);
		const after = completeness(paper('investment-plan', unknown, 'P2').asked);
		expect(after.all).toBe(before.all);
		expect(after.known).toBe(before.known - 3);
	});

	it('is counted for the whole plan too', () => {
		const bare: Plan = {
			...plan,
			tax: null,
			budget: [],
			municipality: { ...plan.municipality, population: [] }
		};
		const pages = new Set(lacksOf(bare).map(([, , page]) => page));
		for (const page of ['settings', 'capacity', 'municipality']) expect(pages).toContain(page);
		const { asked } = paper('council-brief', plan, 'P2', { caseNumber: ' ' });
		expect(asked[0]?.lacks).toEqual([{ name: 'Diarienummer', page: '#case' }]);
	});
});

describe('a paper without what may be secret', () => {
	const secret = {
		...withMeasure(plan, 'A11', (measure) => ({ ...measure, possiblySecret: true })),
		funding: plan.funding.map((line) =>
			line.id === 'F02' ? { ...line, possiblySecret: true } : line
		)
	};

	for (const report of reportIds)
		it(`${report} says nothing of it`, () => {
			const { paper: all } = paper(report, secret, 'P2', {});
			const { paper: shown } = paper(report, secret, 'P2', { isPublic: true });
			expect(wordsOf(all)).toContain('märkt att det kan omfattas av sekretess');
			expect(wordsOf(shown)).toContain('är utelämnat: en åtgärd och ett belopp');
			expect(wordsOf(shown)).not.toMatch(/A11|Cykelplan|Cycle plan/);
		});

	it('quotes no source of a measure with an amount that may be secret, and says why something is missing', () => {
		const one = withMeasure(plan, 'A03', (measure) => ({
			...measure,
			costs: measure.costs.map((item) =>
				item.id === 'c1' ? { ...item, possiblySecret: true } : item
			)
		}));
		const { paper: shown } = paper('council-brief', one, 'P2', { isPublic: true });
		expect(wordsOf(paper('council-brief', one, 'P2').paper)).toContain('Eslöv: 3 600 kr');
		expect(wordsOf(shown)).not.toMatch(/Eslöv: 3 600 kr|4 100 kr/);
		expect(wordsOf(shown)).toContain('Det som kan omfattas av sekretess visas inte');
	});

	it('still says who answers for what is shown', () => {
		const { paper: shown } = paper('investment-plan', secret, 'P2', { isPublic: true });
		expect(rowIn(tableIn(shown, 'Portföljens åtgärder'), 'A04')[1]).toBe('Fastighet');
	});
});

describe('what is unknown', () => {
	const without = withMeasure(plan, 'A11', (measure) => ({
		...measure,
		costs: measure.costs.map((item) =>
			item.kind === 'capex' && item.timing === 'one-off'
				? { ...item, amount: null, years: [] }
				: item
		)
	}));

	it('makes a need and a gap the least that they can be', () => {
		const words = wordsOf(paper('council-brief', without, 'P2').paper);
		expect(words).toMatch(/Kommunen behöver investera minst 125,16 mnkr/);
		expect(words).toMatch(/Gapet, år för år och med bara säkrade pengar, är minst /);
		expect(wordsOf(paper('council-brief', plan, 'P2').paper)).not.toContain('minst');
		const noBudget = wordsOf(paper('investment-plan', { ...plan, budget: [] }, 'P2').paper);
		expect(noBudget).toContain('Det egna utrymmet är okänt');
	});

	it('is not judged by the rules of Klimatklivet', () => {
		const words = wordsOf(paper('klimatklivet', without, 'P2', { measure: 'A11' }).paper);
		expect(words).toContain('Stödet kan inte prövas: investeringen är okänd.');
		expect(words).not.toContain('Alla regler är uppfyllda');
	});

	it('stays unknown in an amount of funding that is granted', () => {
		const granted: Plan = {
			...plan,
			funding: plan.funding.map((line) =>
				line.measure === 'A11'
					? { ...line, amounts: line.amounts.map((one) => ({ ...one, amount: null })) }
					: line
			)
		};
		const contract = paper('city-contract', granted, 'P2').paper;
		const [, , secured, requested, , , rest] = rowIn(tableIn(contract, 'IP-B2'), 'A11');
		expect([secured, requested, rest]).toEqual(['saknas', 'saknas', 'saknas']);
		expect(rowIn(tableIn(contract, 'IP-B3'), 'Säkrad andel')[1]).toBe('saknas');
		const track = paper('cdp-iclei', granted, 'P2').paper;
		const action = rowIn(tableIn(track, 'Actions'), 'Cycle plan');
		expect([action[5], action[7], action[8]]).toEqual(['Unknown', 'saknas', 'saknas']);
		expect(rowIn(tableIn(track, 'Opportunities'), 'Cycle plan')[3]).toBe('saknas');
		const money = tableIn(paper('investment-plan', granted, 'P2').paper, 'Finansiering av');
		expect(rowIn(money, 'Säkrat')).toEqual(['Säkrat', '', '', 'saknas', 'saknas']);
	});

	it('is missing in a sector of which no cost is known', () => {
		const farming = plan.measures.map((measure) =>
			measure.sector === 'agriculture'
				? {
						...measure,
						costs: measure.costs.map((item) =>
							item.timing === 'one-off' ? { ...item, amount: null, years: [] } : item
						)
					}
				: measure
		);
		const { paper: made } = paper('city-contract', { ...plan, measures: farming }, 'P2');
		expect(rowIn(tableIn(made, 'IP-B1 Kostnad per sektor'), 'Jordbruk').slice(1, 3)).toEqual([
			// A measure without investments is known to have none.
			'minst 0',
			'saknas'
		]);
	});

	it('is said of a table without rows and of a plan without targets', () => {
		const bare: Plan = { ...plan, targets: [], funding: [], applications: [] };
		expect(wordsOf(paper('cdp-iclei', bare, 'P2').paper)).toContain(
			'Targets Mål för utsläpp: inga.'
		);
		const { asked } = paper('cdp-iclei', bare, 'P2');
		expect(asked.find(({ what }) => what === 'Mål i ton')?.lacks).toHaveLength(1);
	});
});

it('Klimatklivet supports investments alone, and no more than they cost', () => {
	for (const measure of ['A06', 'A19']) {
		const words = wordsOf(paper('klimatklivet', plan, 'P2', { measure }).paper);
		const amount = (label: string) => {
			const [, found = ''] = new RegExp(`${label}\n([^\n]+)`).exec(words) ?? [];
			return Number(found.replace(/ /g, '').replace(',', '.'));
		};
		const [investment, listed, highest] = [
			amount('Investering, alla betalare, tkr'),
			amount('Upptaget i planen från Klimatklivet, tkr'),
			amount('Högsta möjliga stöd därutöver, tkr')
		];
		expect(investment).toBeGreaterThan(0);
		expect(listed + highest).toBeLessThanOrEqual(investment);
		expect(words).toContain('Sökande\nfylls i utanför programmet');
	}
});
