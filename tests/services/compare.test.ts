import { beforeAll, describe, expect, it } from 'vitest';
import { Decimal } from '../../src/lib/core/decimal.ts';
import { loadMessages, messages } from '../../src/lib/i18n/messages.ts';
import { briefPage } from '../../src/lib/server/services/brief.queries.ts';
import { comparePage } from '../../src/lib/server/services/compare.queries.ts';
import { NotFoundError } from '../../src/lib/server/services/errors.ts';
import { importPlan } from '../../src/lib/server/services/plans.commands.ts';
import * as riskResults from '../../src/lib/server/store/risk-results.ts';
import { riskFor } from '../../src/lib/server/work/risk-task.ts';
import { loadPlan } from '../../src/lib/server/services/plan-cache.ts';
import { sections } from '../../src/lib/papers/brief/sentences.ts';
import {
	bestIn,
	bestOf,
	compareRows,
	likeliest
} from '../../src/lib/components/compare/compare-rows.ts';
import { member, newInstallation, newOrganisation } from '../support/installation.ts';
import { changed, exampleText } from '../support/plan-files.ts';

/** What a comparison and a brief say of a plan, and that they say no more than the figures carry. */
type Edit = readonly [path: string, value: unknown];
type Example = { measures: { id: string; costs: object[]; effects: unknown }[]; budget: object[] };
const example = JSON.parse(exampleText) as Example;

function house(...edits: Edit[]) {
	const db = newInstallation();
	const organisation = newOrganisation(db, 'Alvesta');
	const editor = member(db, organisation, 'editor', 'e');
	const text = edits.length > 0 ? changed(...edits) : exampleText;
	return {
		editor,
		planId: importPlan(editor, text),
		stranger: member(db, newOrganisation(db, 'Växjö'), 'editor', 's')
	};
}

const only = (measures: string[], scale = {}): Edit => [
	'portfolios',
	[
		{ id: 'P1', name: 'En', measures, shift: {}, scale },
		{ id: 'P2', name: 'Två', measures: ['A03', 'A09'], shift: {}, scale: {} }
	]
];
const withMeasure = (id: string, change: (one: Example['measures'][number]) => object) =>
	[
		'measures',
		example.measures.map((one) => (one.id === id ? { ...one, ...change(one) } : one))
	] as Edit;

beforeAll(() => loadMessages('sv'));

/** The brief of the first portfolio as one text. */
function brief(...edits: Edit[]): string {
	const { editor, planId } = house(...edits);
	const page = briefPage(editor, planId, 'P1');
	if (page.portfolio === null) throw new Error('no portfolio');
	return sections(page, 'sv', messages.sv)
		.flatMap(({ sentences }) => sentences)
		.join(' ')
		.replaceAll('\u00a0', ' ');
}

describe('a brief', () => {
	it('says what the example’s figures say', () => {
		const text = brief();
		expect(text).toContain('Portföljen består av 8 åtgärder som börjar mellan');
		expect(text).toContain('År 2030 är utsläppen i kommunen 1 059 ton CO2 lägre');
		expect(text).toContain('Målet ”CO2 minus 80 % 2019-2030” nås inte: 33 550 ton återstår.');
		expect(text).toContain('saknas 2,84 mnkr, och 2,20 mnkr när också ansökningarna');
		expect(text).toContain('Osäkerheten är inte uträknad');
		expect(text).toContain('Inget av det som siffrorna bygger på saknas');
	});

	it('draws no conclusion from an unknown investment', () => {
		const text = brief(
			only(['A21']),
			withMeasure('A21', ({ costs }) => ({
				costs: costs.map((item) => ('amount' in item ? { ...item, amount: null, years: [] } : item))
			}))
		);
		expect(text).toContain('Kommunens investeringar är okända.');
		expect(text).not.toContain('räcker');
		expect(text).toContain('Kostnad eller effekt saknas för A21');
	});

	it('says what is missing beside amounts: capacity, population, tax, depreciation', () => {
		const text = brief(['budget', []], ['municipality.population', []], ['tax', null]);
		expect(text).toContain('Hur mycket som saknas går inte att säga');
		expect(text).toContain('investeringsutrymme är okänt 20 år');
		expect(text).toContain('Antalet invånare är inte angivet.');
		expect(text).toContain('Vad en skattekrona ger är inte angivet.');
		expect(text).not.toContain('per invånare');
		expect(text).not.toContain('öre per skattekrona');
	});

	it('says higher where emissions rise, and no share of a cut', () => {
		const text = brief(
			only(['A06']),
			withMeasure('A06', ({ effects }) => ({
				effects: (effects as { mwhPerYear: number }[]).map((one) => ({
					...one,
					mwhPerYear: -one.mwhPerYear
				}))
			}))
		);
		expect(text).toContain('ton CO2 högre än utan portföljen');
		expect(text).toContain('sammanlagt');
		expect(text).not.toMatch(/−\d/);
		expect(text).not.toContain('av den minskning');
	});

	it('says that a target is met without the portfolio where it is', () => {
		const target = {
			id: 'T1',
			name: 'Lågt satt',
			scope: 'territorial',
			gas: 'CO2',
			type: 'absolute-ceiling',
			value: null,
			baseYear: null,
			baseTonnes: null,
			targetYear: 2030,
			targetTonnes: 900000
		};
		expect(brief(['targets', [target]])).toContain('Målet ”Lågt satt” nås även utan portföljen.');
		const early = { ...target, id: 'T0', name: 'Förbi', targetYear: 2025 };
		expect(brief(['targets', [early, target]])).toContain('Lågt satt');
	});

	it('of nothing says that there is nothing', () => {
		const text = brief(only([]));
		expect(text).toContain('Portföljen har inga åtgärder.');
		expect(text).not.toContain('0 mnkr');
	});

	it('says how sure it is of the plan as it is, and not of an older one', () => {
		const { editor, planId } = house();
		const { organisationId } = editor.actor as { organisationId: string };
		const { plan, head, stamp } = loadPlan(editor, planId);
		const ask = { portfolio: 'P1', draws: 500, seed: 1, distribution: 'pert' } as const;
		const save = (state: string) =>
			riskResults.save(editor.db, {
				...{ organisationId, planId, portfolioId: 'P1', state, at: 1 },
				result: riskFor(plan, ask)
			});
		save('older');
		expect(briefPage(editor, planId, 'P1')).toMatchObject({ risk: null });
		save(`${head.version} ${stamp}`);
		expect(briefPage(editor, planId, 'P1')).toMatchObject({ risk: { draws: 500 } });
		const page = comparePage(editor, planId, { with: ['P1', 'P2'], against: null });
		expect(page.portfolios.map(({ chance }) => chance?.isOld)).toEqual([false, undefined]);
		expect(likeliest(page.portfolios).size).toBe(0);
	});
});

describe('a comparison', () => {
	const shown = { unit: 'tkr', locale: 'sv' } as const;
	const page = (edits: Edit[], ids = ['P1', 'P2']) => {
		const { editor, planId } = house(...edits);
		return comparePage(editor, planId, { with: ids, against: null });
	};
	const marked = (compare: ReturnType<typeof page>, key: string) => {
		const rows = Object.values(compareRows(compare.target, { ...shown, t: messages.sv })).flat();
		const row = rows.find((one) => one.key === key);
		return row ? [...bestIn(compare.portfolios, row)] : null;
	};

	it('marks the best of each row, and none where all are alike or no end is good', () => {
		const compare = page([], ['P1', 'P3']);
		expect(marked(compare, 'gapSecured')).toEqual(['P1']);
		expect(marked(compare, 'tonnes')).toEqual(['P3']);
		expect(marked(compare, 'driftgap')).toEqual([]);
		expect(marked(compare, 'capex')).toEqual([]);
		expect(marked(compare, 'costPerTonne')).toEqual(['P3']);
	});

	it('marks none that is best for what it does not know, or for holding nothing', () => {
		const unknown = withMeasure('A03', ({ costs }) => ({
			costs: costs.map((item) => ('amount' in item ? { ...item, amount: null, years: [] } : item))
		}));
		const compare = page([only(['A21', 'A09']), unknown]);
		for (const key of ['gapSecured', 'netCost', 'highestEffect', 'kilogramsPerKrona'])
			expect(marked(compare, key), key).not.toContain('P2');
		expect(marked(page([only([])]), 'netCost')).toEqual([]);
	});

	it('takes values for equal that differ in what a division cuts', () => {
		const third = new Decimal(1).div(3).times(3);
		const one = { id: 'a', value: third };
		expect(bestOf([one, { id: 'b', value: new Decimal(1) }], 'high').size).toBe(0);
	});

	it('tells a measure scaled to nothing from one in full, and one said to be in full from none said', () => {
		const both = ['A03', 'A09'];
		const compare = page([only(both, { A03: 0, A09: 1 })]);
		const alike = Object.fromEntries(
			compare.memberships.map(({ measure, isAlike }) => [measure, isAlike])
		);
		expect(alike).toEqual({ A03: false, A09: true });
	});

	it('shows what differences do when asked, and warns of what does not go together', () => {
		const { editor, planId } = house();
		const ask = (against: string | null) =>
			comparePage(editor, planId, { with: ['P1', 'P2', 'P3'], against }).difference;
		expect(ask(null)).toBeNull();
		expect(ask('P1')).toBeNull();
		const rows = ask('P2')?.rows ?? [];
		const row = (id: string) => rows.find(({ measure }) => measure === id);
		expect(row('A10')?.excluded).toEqual(['A09']);
		expect(row('A13')?.missing).toEqual(['A12']);
		// Its effect is unknown, which is not none.
		expect(row('A05')).toMatchObject({ tonnes: null, targetTonnes: null });
		expect(ask('P2')?.whole.gap?.toFixed(0)).toBe('73915000');
	});

	it('holds six at most, each once, and nobody else’s', () => {
		const { editor, planId, stranger } = house();
		const ids = ['P1', 'P2', 'P1', 'P3'];
		const found = comparePage(editor, planId, { with: ids, against: null });
		expect(found.portfolios.map(({ id }) => id)).toEqual(['P1', 'P2', 'P3']);
		const wrong = () => comparePage(editor, planId, { with: ['P9'], against: null });
		expect(wrong).toThrow(NotFoundError);
		expect(() => comparePage(stranger, planId, { with: [], against: null })).toThrow(NotFoundError);
		expect(() => briefPage(stranger, planId, 'P1')).toThrow(NotFoundError);
	});
});
