import { describe, expect, it } from 'vitest';
import { readPlanFile } from '../../src/lib/input/plan-file/read.ts';
import { writePlanFile } from '../../src/lib/input/plan-file/write.ts';
import { catalogue } from '../../src/lib/server/catalogue/catalogue.ts';
import { changed, complaints, exampleText } from '../support/plan-files.ts';

describe('a canonical plan file', () => {
	it('comes back byte for byte', () => {
		const result = readPlanFile(exampleText, catalogue);
		expect(result.kind === 'plan' && writePlanFile(result.plan)).toBe(exampleText);
	});

	it('is what any spelling of the same plan becomes', () => {
		const minified = JSON.stringify(JSON.parse(exampleText));
		const loose = minified
			.replace('"9000000.00"', '"9000000"')
			.replace('"tonnes":6646.95', '"tonnes":6646.950');
		const result = readPlanFile(`\uFEFF${loose}`, catalogue);
		expect(result.kind === 'plan' && writePlanFile(result.plan)).toBe(exampleText);
	});

	it('may carry programmes of its own', () => {
		const own = {
			id: 'bygdefond',
			name: { sv: 'Bygdefonden', en: 'The village fund' },
			level: 'civil',
			instrument: 'grant'
		};
		const text = changed(['programmes', [own]], ['funding.0.programme', 'bygdefond']);
		const result = readPlanFile(text, catalogue);
		if (result.kind !== 'plan') throw new Error(complaints(text).join('\n'));
		const again = writePlanFile(result.plan);
		expect(complaints(again)).toEqual([]);
		expect(again).toContain('"Bygdefonden"');
		expect(again).not.toContain('Klimatpremie');
	});
});

/** Each way to be wrong: the change, and the start of the one complaint it must give. */
const faults: readonly [name: string, text: string, complaint: string][] = [
	[
		'a start before it can be',
		changed(['measures.2.earliestStart', 2027]),
		'$.measures[2].earliestStart: must be 2026 (when the measure starts) or earlier'
	],
	[
		'a start after it can be',
		changed(['measures.2.latestStart', 2025]),
		'$.measures[2].latestStart: must be 2026 (when the measure starts) or later'
	],
	['an unknown field', changed(['measures.2.color', 'red']), '$.measures[2].color: is not a field'],
	[
		'a field that is missing',
		changed(['plan.discountRate', undefined]),
		'$.plan.discountRate: is missing'
	],
	[
		'a pool that is not there',
		changed(['measures.2.effects.0.pool', 'moon']),
		'$.measures[2].effects[0].pool: is not in pools'
	],
	[
		'a carrier that is not there',
		changed(['measures.2.effects.0.carrier', 'wood']),
		'$.measures[2].effects[0].carrier: is not in emissionFactors'
	],
	[
		'a cost item that is not there',
		changed(['funding.0.costItem', 'c9']),
		'$.funding[0].costItem: is not in measures A03, costs'
	],
	[
		'a programme that is not there',
		changed(['funding.0.programme', 'lotto']),
		'$.funding[0].programme: is not in programmes'
	],
	[
		'a measure of a portfolio that is not there',
		changed(['portfolios.0.measures.0', 'A99']),
		'$.portfolios[0].measures[0]: is not in measures'
	],
	[
		'a shift of a measure outside the portfolio',
		changed(['portfolios.0.shift', { A04: 1 }]),
		'$.portfolios[0].shift.A04: is not in portfolios[0].measures'
	],
	[
		'two reference paths of one sector',
		changed(['reference.1.sector', 'transport']),
		'$.reference[1].sector: already stands at place 1'
	],
	[
		'a sector without a reference path',
		changed(['pools.0.sector', 'space']),
		'$.pools[0].sector: is not in reference'
	],
	[
		'two measures with one id',
		changed(['measures.21.id', 'A21']),
		'$.measures[21].id: already stands at place 21'
	],
	[
		'two cost items with one id',
		changed(['measures.2.costs.1.id', 'c1']),
		'$.measures[2].costs[1].id: already stands at place 1'
	],
	[
		'a measure that requires itself',
		changed(['measures.2.requires', ['A03']]),
		'$.measures[2].requires[0]: a measure cannot require itself'
	],
	[
		'requirements in a circle',
		changed(['measures.6.requires', ['A08']]),
		'$.measures[6].requires: the requirements are circular: A07 → A08 → A07'
	],
	[
		'a requirement that is excluded',
		changed(['measures.7.excludes', ['A07']]),
		'$.measures[7].requires[0]: is both required and excluded'
	],
	[
		'a requirement that excludes back',
		changed(['measures.6.excludes', ['A08']]),
		'$.measures[7].requires[0]: A07 is required but excludes A08'
	],
	[
		'a period that ends before it starts',
		changed(['measures.2.costs.2.to', 2020]),
		'$.measures[2].costs[2].from: must be 2020 (when the item ends) or earlier (saw: 2028)'
	],
	[
		'an effect that ends before it starts',
		changed(['measures.2.effects.0.to', 2020]),
		'$.measures[2].effects[0].from: must be 2020'
	],
	[
		'negative money',
		changed(['measures.2.costs.0.amount', '-1.00']),
		'$.measures[2].costs[0].amount: must be kronor as text'
	],
	[
		'negative money per year',
		changed(['measures.2.costs.2.amountPerYear', '-5']),
		'$.measures[2].costs[2].amountPerYear: must be kronor'
	],
	[
		'an amount that is too large',
		changed(['budget.0.ownInvestmentCapacity', '1000000000000.01']),
		'$.budget[0].ownInvestmentCapacity: must be kronor'
	],
	[
		'an amount with an exponent',
		changed(['budget.0.operatingFrame', '5e6']),
		'$.budget[0].operatingFrame: must be kronor as text with at most two decimals, without sign, space or exponent'
	],
	[
		'NaN as text',
		changed(['budget.0.operatingFrame', 'NaN']),
		'$.budget[0].operatingFrame: must be kronor'
	],
	[
		'an amount as a number',
		changed(['budget.0.operatingFrame', 5]),
		'$.budget[0].operatingFrame: must be kronor'
	],
	[
		'an amount with three decimals',
		changed(['budget.0.operatingFrame', '5.001']),
		'$.budget[0].operatingFrame: must be kronor'
	],
	[
		'a bare NaN',
		exampleText.replace('"discountRate": 0.035', '"discountRate": NaN'),
		'$.plan.discountRate: must be a number'
	],
	[
		'a probability above 1',
		changed(['funding.2.probability', 1.5]),
		'$.funding[2].probability: must be a fraction from 0 to 1 (0.04 for 4 %) (saw: 1.5)'
	],
	[
		'a negative share',
		changed(['measures.11.jointWith.0.share', -0.1]),
		'$.measures[11].jointWith[0].share: must be a fraction'
	],
	[
		'partners that leave no own share',
		changed(['measures.11.jointWith.0.share', 1]),
		"$.measures[11].jointWith: the partners' shares must add up to less than 1"
	],
	[
		'a discount rate in per cent',
		changed(['plan.discountRate', 3.5]),
		'$.plan.discountRate: must be a fraction'
	],
	[
		'euros without a rate',
		changed(['plan.euroRate', null], ['funding.0.amounts.0.currency', 'EUR']),
		'$.funding[0].amounts[0].currency: an amount in EUR needs plan.euroRate'
	],
	[
		'tonnes in parts of a kilogram',
		changed(['inventory.0.tonnes', 1.2345]),
		'$.inventory[0].tonnes: must be tonnes with at most three decimals'
	],
	[
		'a status that does not exist',
		changed(['funding.0.status', 'maybe']),
		'$.funding[0].status: must be one of "idea"'
	],
	[
		'a horizon that runs backwards',
		changed(['plan.lastYear', 2020]),
		'$.plan.lastYear: must be 2026 (the first year) or later'
	],
	[
		'a horizon without end',
		changed(['plan.lastYear', 2190]),
		'$.plan.lastYear: a plan has at most 100 years'
	],
	[
		'yearly capex',
		changed(['measures.2.costs.2.kind', 'capex']),
		'$.measures[2].costs[2].kind: must be one of "opex"'
	],
	[
		'a control character',
		changed(['plan.name', 'a\u0000b']),
		'$.plan.name: must not contain control characters'
	],
	[
		'an effect of a third kind',
		changed(['measures.2.effects.0.kind', 'magic']),
		'$.measures[2].effects[0].kind: '
	],
	['a number for a list', changed(['measures.2.costs', 7]), '$.measures[2].costs: must be a list'],
	[
		'ranges in disorder',
		changed(['measures.2.uncertainty.capex', [2, 1, 3]]),
		'$.measures[2].uncertainty.capex: must be low, most likely and high'
	],
	[
		'another format',
		changed(['format', 'budget']),
		'$.format: must be one of "climate-investment-plan"'
	],
	['text that is no JSON', '{"format":', '$: must be a plan file in JSON']
];

describe('a plan file with', () => {
	for (const [name, text, complaint] of faults)
		it(`${name} is refused by its place, its value and what would be right`, () => {
			const lines = complaints(text);
			expect(lines.filter((line) => line.startsWith(complaint))).toHaveLength(1);
		});

	it('many faults tells them all at once, and those of meaning beside those of form', () => {
		const lines = complaints(
			changed(
				['measures.2.costs.0.amount', '12 000'],
				['measures.2.costs.2.to', 2020],
				['measures.4.requires', ['A99']],
				['funding.1.programme', 'lotto'],
				['plan.color', 'blue'],
				['portfolios.2.id', 'P1']
			)
		);
		const places = lines.map((line) => line.split(':')[0]);
		expect(places.sort()).toEqual([
			'$.funding[1].programme',
			'$.measures[2].costs[0].amount',
			'$.measures[2].costs[2].from',
			'$.measures[4].requires[0]',
			'$.plan.color',
			'$.portfolios[2].id'
		]);
	});

	it('negative effects is taken: an effect may add emissions', () => {
		expect(complaints(changed(['measures.2.effects.0.mwhPerYear', -600]))).toEqual([]);
	});

	it('years outside the plan is taken', () => {
		expect(complaints(changed(['measures.2.costs.0.years.0.year', 2050]))).toEqual([]);
	});
});
