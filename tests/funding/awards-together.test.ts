import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/lib/core/decimal.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { examplePlan } from '../support/large-plan.ts';

describe('two lines of one application', () => {
	it('are won or lost together: the expected gap is that of one award', () => {
		const plan = examplePlan();
		const [measure] = plan.measures;
		if (!measure) throw new Error('a measure');
		const capex = (id: string) => ({
			id,
			timing: 'one-off' as const,
			kind: 'capex' as const,
			costKind: null,
			payer: 'municipality' as const,
			depreciationYears: 10,
			basis: '',
			source: '',
			confidence: '',
			amount: new Decimal(100),
			years: [{ year: 2027, amount: new Decimal(100) }]
		});
		const line = (costItem: string, application?: string) => ({
			id: `F${costItem}`,
			measure: measure.id,
			costItem,
			programme: 'p',
			...(application && { application }),
			status: 'applied' as const,
			probability: new Decimal('0.5'),
			amounts: [{ year: 2027, amount: new Decimal(100), currency: 'SEK' as const }],
			note: '',
			source: '',
			confidence: ''
		});
		const [grant] = plan.programmes.filter(({ instrument }) => instrument === 'grant');
		if (!grant) throw new Error('a grant');
		const expectedGap = (application?: string, only?: string) =>
			evaluate(
				{
					...plan,
					budget: plan.budget.map((year) => ({
						...year,
						ownInvestmentCapacity: new Decimal(100)
					})),
					programmes: [{ ...grant, id: 'p', maxSupportShare: null, rules: [] }],
					measures: [{ ...measure, jointWith: [], costs: [capex('a'), capex('b')] }],
					funding: [
						line('a', application),
						line('b', only === undefined ? application : undefined)
					],
					portfolios: [{ id: 'P', name: '', measures: [measure.id], shift: {}, scale: {} }]
				},
				'P'
			).gap.expected.total?.toNumber();
		// A need of 200 and own money of 100: alone, both are lost in one case of four; together in one of two.
		expect(expectedGap()).toBe(25);
		expect(expectedGap('AN01')).toBe(50);
		// An application that is called like another line is not that line.
		expect(expectedGap('Fb', 'a')).toBe(25);
	});
});
