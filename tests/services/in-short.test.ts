import { beforeAll, describe, expect, it } from 'vitest';
import { inShort } from '../../src/lib/components/compare/in-short.ts';
import type { Compare, ComparedPortfolio } from '../../src/lib/components/compare/compared.ts';
import { Decimal } from '../../src/lib/core/decimal.ts';
import { loadMessages, messages } from '../../src/lib/i18n/messages.ts';
import { comparePage } from '../../src/lib/server/services/compare.queries.ts';
import { importPlan } from '../../src/lib/server/services/plans.commands.ts';
import { member, newInstallation, newOrganisation } from '../support/installation.ts';
import { exampleText } from '../support/plan-files.ts';

/** The five answers of a comparison: no conclusion that the figures do not carry. */
let example: Compare;
beforeAll(async () => {
	await loadMessages('sv');
	const db = newInstallation();
	const editor = member(db, newOrganisation(db, 'Alvesta'), 'editor');
	const planId = importPlan(editor, exampleText);
	example = comparePage(editor, planId, { with: ['P1', 'P2', 'P3'], against: null });
});

type Change = Omit<Partial<ComparedPortfolio>, 'figures'> & {
	readonly figures?: Partial<ComparedPortfolio['figures']>;
};

/** The example's comparison with some of its portfolios otherwise. */
function withChanges(changes: Readonly<Record<string, Change>>, target?: object): Compare {
	return {
		...example,
		target: example.target && { ...example.target, ...target },
		portfolios: example.portfolios.map((one) => {
			const { figures, ...own } = changes[one.id] ?? {};
			return { ...one, ...own, figures: { ...one.figures, ...figures } };
		})
	};
}

function answers(compare: Compare): Readonly<Record<string, string>> {
	const found = inShort(compare, { unit: 'mnkr', locale: 'sv', t: messages.sv });
	return Object.fromEntries(
		found.map(({ key, sentences }) => [key, sentences.join(' ').replace(/[\u00a0\u202f]/g, ' ')])
	);
}

const P1 = '”Beslutad budget”';
const P2 = '”Klimatkontrakt 2030”';
const P3 = '”Lägsta kostnad”';

describe('a comparison in short', () => {
	it('answers from the figures of the example', () => {
		const said = answers(example);
		expect(said['goal']).toContain('Ingen av portföljerna når målet');
		// P2 has an unknown effect, so no other can be called nearest, and it says so.
		expect(said['goal']).toContain(`Närmast är ${P2}, med 7,1 % av`);
		expect(said['goal']).toContain(`I ${P2} är någon effekt okänd`);
		expect(said['cheapest']).toContain(`Lägst är ${P3}: 954 kr per ton.`);
		expect(said['cheapest']).toContain(`I ${P2} är någon kostnad eller effekt okänd`);
		expect(said['gap']).toBe(
			`Mest pengar saknas i ${P2}: 76,76 mnkr, med beslutade bidrag. Sämsta året är 2028: 24,29 mnkr.`
		);
		expect(said['sure']).toContain(`${P1}: osäkerheten är inte uträknad.`);
	});

	it('names who reaches the target, and credits none with one that is met without', () => {
		const reached = withChanges({ P2: { figures: { isTargetMet: true, unknownEffects: 0 } } });
		expect(answers(reached)['goal']).toBe(
			`${P2} når målet ”CO2 minus 80 % 2019-2030”. ${P1} och ${P3} når det inte.`
		);
		expect(answers(withChanges({}, { isMetAlone: true }))['goal']).toContain(
			'nås även utan åtgärder'
		);
		const unknown = withChanges({ P1: { figures: { isTargetMet: null } } });
		expect(answers(unknown)['goal']).toContain(`Om ${P1} når målet`);
		// With another's effect unknown, none is nearest; nor with a share that rounds to nothing.
		const other = withChanges({ P1: { figures: { unknownEffects: 1 } } });
		expect(answers(other)['goal']).not.toContain('Närmast');
	});

	it('ranks no cost per tonne below zero, none that is unknown, and says what is known', () => {
		const below = withChanges({ P1: { figures: { costPerTonne: new Decimal(-5) } } });
		expect(answers(below)['cheapest']).toContain(`Det går inte att rangordna dem`);
		expect(answers(below)['cheapest']).toContain(`${P1} −5 kr per ton`);
		const unknown = withChanges({ P3: { figures: { withoutCostPerTonne: 1 } } });
		expect(answers(unknown)['cheapest']).toContain('Ingen kan sägas vara billigast');
		const none = { figures: { costPerTonne: null } };
		expect(answers(withChanges({ P1: none, P2: none, P3: none }))['cheapest']).toBe(
			'Kostnaden per ton går inte att räkna ut.'
		);
	});

	it('tells of gaps that are unknown, alike, partly known and nothing', () => {
		const gap = (kronor: number | null) => ({
			figures: { gapSecured: kronor === null ? null : new Decimal(kronor) }
		});
		const of = (changes: Parameters<typeof withChanges>[0]) => answers(withChanges(changes))['gap'];
		expect(of({ P1: gap(null) })).toBe(`Gapet går inte att räkna ut för ${P1}.`);
		expect(of({ P1: gap(9e7), P2: gap(9e7) })).toBe(
			`Lika mycket saknas i ${P1} och ${P2}: 90,00 mnkr i var och en, med beslutade bidrag.`
		);
		expect(of({ P1: gap(0), P2: gap(0), P3: gap(0) })).toContain('Inget saknas i någon av dem');
		const zero = { P1: gap(0), P2: gap(0) };
		expect(of({ ...zero, P3: { figures: { ...gap(0).figures, unknownCosts: 1 } } })).toBe(
			`Av det som är känt saknas inget. I ${P3} är belopp okända, så det kan saknas mer där.`
		);
		expect(of({ P1: { figures: { unknownCosts: 1 } } })).toMatch(
			new RegExp(`^Av kända belopp saknas mest i ${P2}.*I ${P1} är belopp okända`)
		);
	});

	it('concludes nothing of what is partly left out, nor from an older risk', () => {
		const said = answers(withChanges({ P2: { isPartlyHidden: true } }));
		for (const key of ['goal', 'cheapest', 'gap'])
			expect(said[key]).toBe(`Det går inte att säga här, eftersom delar av ${P2} inte visas.`);
		expect(said['sure']).toContain(`${P2}: osäkerheten visas inte`);
		const chance = {
			share: new Decimal('0.25'),
			standardError: 0.01,
			tonnes: { low: new Decimal(900), high: new Decimal(1100) },
			draws: 10_000,
			isOld: false
		};
		expect(answers(withChanges({ P1: { chance } }))['sure']).toContain(
			`${P1}: i åtta fall av tio 900 till 1 100 ton lägre utsläpp 2030. Målet nås i 25,0 % av 10 000 simuleringar.`
		);
		const old = answers(withChanges({ P1: { chance: { ...chance, isOld: true } } }))['sure'];
		expect(old).toContain('äldre version');
		expect(old).not.toContain('900');
	});

	it('names what one has and another lacks, and answers nothing of a single portfolio', () => {
		const two = { ...example, portfolios: example.portfolios.slice(0, 2) };
		expect(answers(two)['differ']).toContain(`${P2} har, men inte ${P1}: A04 `);
		expect(answers({ ...example, portfolios: example.portfolios.slice(0, 1) })).toEqual({});
	});
});
