import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, ZERO, sum } from '../../src/lib/core/decimal.ts';
import { countedFunding } from '../../src/lib/core/funding/counted-funding.ts';
import { placedMeasures } from '../../src/lib/core/plan/placement.ts';
import type { Plan } from '../../src/lib/core/plan/plan.ts';
import { closesGap } from '../../src/lib/core/plan/programme.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { evaluationJson } from '../../src/lib/core/portfolio/evaluation-json.ts';
import { brokenRule } from '../support/broken-rule.ts';
import { line, outcome, planOf, programme, rulesIn, type Setting } from '../support/funded-plan.ts';
import { examplePlan } from '../support/large-plan.ts';
import { arbitraryPlan } from '../support/plan-arbitrary.ts';

/** Only the kronor that keep the rules count, and what was listed stays beside it. */

function countedIn(plan: Plan) {
	const [portfolio] = plan.portfolios;
	if (!portfolio) throw new Error('a portfolio');
	return countedFunding(plan, placedMeasures(plan, portfolio));
}

const half = programme([{ kind: 'share', share: 0.5, of: 'eligible-cost', role: 'ceiling' }]);
const state = programme([], { id: 'state' });

describe('what counts of a plan’s funding', () => {
	it('is cut by the rule that leaves least, and says which', () => {
		expect(rulesIn({ programmes: [half], lines: [line(600_000)] })).toEqual({
			F1: '500000.00 R01'
		});
		expect(
			rulesIn({
				programmes: [half, state],
				lines: [line(400_000), line(700_000, { id: 'F2', programme: 'state' })]
			})
		).toEqual({ F1: '400000.00', F2: '600000.00 cost' });
	});

	it('serves what is decided before what is not, whatever its id', () => {
		expect(
			rulesIn({
				programmes: [half],
				lines: [line(400_000), line(300_000, { id: 'F2', status: 'granted' })]
			})
		).toEqual({ F1: '200000.00 R01', F2: '300000.00' });
	});

	it('pays nothing to an undecided line that fails on a stated fact, and all to a decided one', () => {
		const strict = programme([{ kind: 'legal-duty' }]);
		const setting = (status: 'planned' | 'granted'): Setting => ({
			programmes: [strict],
			lines: [line(100_000, { status })],
			measure: { facts: { 'required-by-law': true } }
		});
		expect(rulesIn(setting('planned'))).toEqual({ F1: '0.00 R12' });
		expect(rulesIn(setting('granted'))).toEqual({ F1: '100000.00' });
		const warned = (status: 'planned' | 'granted') =>
			evaluate(planOf(setting(status)), 'P').warnings.map(({ code, where }) => `${code} ${where}`);
		expect(warned('planned')).toContain('funding-breaks-rule F1');
		expect(warned('granted')).toContain('funding-rule-doubtful F1');
	});

	it('pays nothing under terms that have run out, and what holds beside a condition that begins later', () => {
		const share = { kind: 'share', share: 0.5, of: 'eligible-cost', role: 'ceiling' } as const;
		const over = programme([{ ...share, validTo: '2026-12-31' }]);
		const applied = '2027-03-01';
		expect(rulesIn({ programmes: [over], lines: [line(900_000, { applied })] })).toEqual({
			F1: '0.00 R23'
		});
		const later = programme([
			share,
			{ kind: 'prerequisite', fact: 'member', validFrom: '2028-01-01' }
		]);
		expect(rulesIn({ programmes: [later], lines: [line(900_000, { applied })] })).toEqual({
			F1: '500000.00 R01'
		});
	});

	it('pays nothing to work that begins before its application, and takes the decision of a granted line', () => {
		const strict = programme([{ kind: 'start', after: 'decision' }]);
		const begun = { facts: { 'work-start': '2026-05-01' } };
		expect(
			rulesIn({
				programmes: [strict],
				lines: [line(100_000, { applied: '2027-01-10' })],
				measure: begun
			})
		).toEqual({ F1: '0.00 R11' });
		const granted = line(100_000, {
			status: 'granted',
			decision: { caseNumber: 'NV-1', date: '2025-06-01' }
		});
		expect(outcome('R11', { programmes: [strict], lines: [granted], measure: begun })).toBe(
			'passed'
		);
	});

	it('does not call an application too small while a part of it is unknown', () => {
		const least = programme([
			{ kind: 'amount-range', min: '500000', max: null, currency: 'SEK', of: 'grant' }
		]);
		const amounts = [
			{ year: 2027, amount: new Decimal(200_000), currency: 'SEK' as const },
			{ year: 2028, amount: null, currency: 'SEK' as const }
		];
		const setting = { programmes: [least], lines: [line(0, { amounts })] };
		expect(rulesIn(setting)).toEqual({ F1: '200000.00' });
		expect(outcome('R05', setting)).toBe('unknown');
	});

	it('leaves the room of an application below its smallest grant to others', () => {
		const least = programme([
			{ kind: 'amount-range', min: '500000', max: null, currency: 'SEK', of: 'grant' }
		]);
		expect(
			rulesIn({
				programmes: [least, state],
				lines: [line(499_999), line(1_000_000, { id: 'F2', programme: 'state' })]
			})
		).toEqual({ F1: '0.00 R05', F2: '1000000.00' });
	});

	it('shows the listed amounts beside the counted in every variant', () => {
		const evaluation = evaluationJson(
			evaluate(planOf({ programmes: [half], lines: [line(600_000, { status: 'granted' })] }), 'P')
		);
		for (const variant of ['secured', 'expected', 'planned'] as const) {
			expect(evaluation.fundingListed[variant].total).toBe('600000.00');
			expect(evaluation.funding[variant].total).toBe('500000.00');
		}
		expect(evaluation.fundingLines[0]).toMatchObject({ listed: '600000.00', total: '500000.00' });
	});

	it('is all of the example, which keeps the rules', () => {
		for (const { id } of examplePlan().portfolios)
			expect(evaluate(examplePlan(), id).fundingRules.filter(({ cut }) => cut)).toEqual([]);
	});

	it('never breaks a rule and never pays a krona twice, in random plans', () => {
		fc.assert(
			fc.property(arbitraryPlan, (plan) => {
				const { awards, ...stacking } = countedIn(plan);
				const amounts = awards.map(({ counted }) => counted);
				expect(brokenRule(stacking, amounts)).toBeNull();
				awards.forEach(({ asked, counted }) => {
					expect(counted.gte(0) && counted.lte(asked)).toBe(true);
				});
				for (const { placed, item, cost } of stacking.claims) {
					const onItem = stacking.claims.flatMap((claim, place) =>
						claim.placed === placed && claim.item === item ? [amounts[place] ?? ZERO] : []
					);
					expect(sum(onItem).lte(cost)).toBe(true);
				}
			}),
			{ numRuns: 400 }
		);
	});

	it('of decided lines never hangs on what is only planned, in random plans', () => {
		const isOpen = (status: string) => status === 'planned' || status === 'applied';
		fc.assert(
			fc.property(arbitraryPlan, (plan) => {
				const decided = plan.funding.filter(({ status }) => !isOpen(status));
				const all = countedIn(plan);
				const alone = countedIn({ ...plan, funding: decided });
				const countedOf = ({ claims, awards }: typeof all) =>
					new Map(claims.map(({ id }, place) => [id, awards[place]?.counted ?? ZERO]));
				const closing = new Set(
					all.claims.filter(({ programme: one }) => closesGap(one)).map(({ id }) => id)
				);
				for (const [id, counted] of countedOf(alone))
					if (closing.has(id)) expect(countedOf(all).get(id)?.eq(counted)).toBe(true);
			}),
			{ numRuns: 400 }
		);
	});
});

describe('more grants than an investment costs', () => {
	it('leave no capital cost, and never a negative one', () => {
		const plan = examplePlan();
		const [first] = plan.funding;
		if (!first) throw new Error('the example has funding');
		const generous = {
			...first,
			measure: 'A21',
			costItem: 'c1',
			programme: 'msb-naturolyckor',
			status: 'granted' as const,
			amounts: [{ year: 2028, amount: new Decimal(99_000_000), currency: 'SEK' as const }]
		};
		const only = { id: 'X', name: 'X', measures: ['A21'], shift: {}, scale: {} };
		const programmes = plan.programmes.map((one) => ({ ...one, rules: [], maxSupportShare: null }));
		const given = { ...plan, programmes, funding: [generous], portfolios: [only] };
		const { operating } = evaluationJson(evaluate(given, 'X'));
		// 2028: interest on land, 1 200 000 kr × 2.5 %; 2030: the same and 150 000 kr of upkeep.
		expect(operating.secured.effectPerYear['2028']).toBe('30000.00');
		expect(operating.secured.effectPerYear['2030']).toBe('180000.00');
	});
});
