import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/lib/core/decimal.ts';
import { item, line, outcome, programme, rulesIn, type Setting } from '../support/funded-plan.ts';

/** Lines that meet in one application or on one cost, and terms that hold for a time. */

const half = programme([{ kind: 'share', share: 0.5, of: 'eligible-cost', role: 'ceiling' }]);
const state = programme([], { id: 'state' });

describe('what counts of a plan’s funding', () => {
	it('lets decided money of unknown amount shut others out', () => {
		const alone = programme([{ kind: 'exclusive', group: null, others: ['state'] }]);
		const unknown = [{ year: 2027, amount: null, currency: 'SEK' as const }];
		const setting = (status: 'planned' | 'granted') => ({
			programmes: [alone, state],
			lines: [
				line(0, { amounts: unknown, status }),
				line(100_000, { id: 'F2', programme: 'state' })
			]
		});
		expect(rulesIn(setting('granted'))).toEqual({ F1: '0.00', F2: '0.00 R08' });
		expect(rulesIn(setting('planned'))).toEqual({ F1: '0.00', F2: '100000.00' });
	});

	it('takes an investment grant off production support once, not from each of its lines', () => {
		const support = programme([{ kind: 'deduction' }]);
		const lines = [
			line(100_000),
			line(100_000, { id: 'F2' }),
			line(50_000, { id: 'F3', programme: 'state', costItem: 'c2' })
		];
		const more = [{ ...item, id: 'c2' }];
		expect(
			rulesIn({ programmes: [support, state], lines, more, item: { kind: 'opex' } as object })
		).toEqual({ F3: '50000.00', F1: '100000.00', F2: '50000.00 R09' });
	});

	it('gives lines that count different parts of a cost a ceiling each, and never more than of the whole', () => {
		const part = (kronor: number) => ({ eligibleCost: new Decimal(kronor) });
		const lines = (first: number, second: number) => [
			line(450_000, part(first)),
			line(450_000, { id: 'F2', ...part(second) })
		];
		expect(rulesIn({ programmes: [half], lines: lines(600_000, 400_000) })).toEqual({
			F1: '300000.00 R01',
			F2: '200000.00 R01'
		});
		expect(rulesIn({ programmes: [half], lines: lines(900_000, 800_000) })).toEqual({
			F1: '450000.00',
			F2: '50000.00 R01'
		});
	});

	it('keeps the terms of the day of the decision where these are dated by it', () => {
		const cap = { kind: 'unit-cap', currency: 'SEK', per: 'vehicle', datedBy: 'decision' } as const;
		const truck = programme([
			{ ...cap, amount: '50000', validTo: '2024-12-31' },
			{ ...cap, amount: '40000', validFrom: '2025-01-01', validTo: '2025-06-30' }
		]);
		const decided = (date: string) => ({
			programmes: [truck],
			item: { units: { count: 1, of: 'vehicle' as const } },
			lines: [
				line(60_000, {
					status: 'granted',
					applied: '2024-11-01',
					decision: { caseNumber: 'E-1', date }
				})
			]
		});
		expect(rulesIn(decided('2024-12-20'))).toEqual({ F1: '50000.00 R04' });
		expect(rulesIn(decided('2025-02-01'))).toEqual({ F1: '40000.00 R04' });
		// Nothing is known of the days: the last terms.
		expect(rulesIn({ ...decided('2025-02-01'), lines: [line(60_000)] })).toEqual({
			F1: '40000.00 R04'
		});
	});

	it('does not let a condition that ends end other conditions, nor the programme', () => {
		const strict = programme([
			{ kind: 'prerequisite', fact: 'member', validTo: '2026-12-31' },
			{ kind: 'prerequisite', fact: 'data-sharing' }
		]);
		const setting = (applied?: string): Setting => ({
			programmes: [strict],
			lines: [line(100_000, applied ? { applied } : {})],
			measure: { facts: { member: false, 'data-sharing': true } }
		});
		expect(rulesIn(setting())).toEqual({ F1: '0.00 R15' });
		expect(rulesIn(setting('2027-02-01'))).toEqual({ F1: '100000.00' });
	});

	it('pays nothing new of a programme that has ended', () => {
		const over = programme([{ kind: 'window', mode: 'ended', months: [] }]);
		const lines = (changes: Parameters<typeof line>[1]) => ({
			programmes: [over],
			lines: [line(100_000, changes)]
		});
		expect(rulesIn(lines({}))).toEqual({ F1: '0.00 R17' });
		expect(rulesIn(lines({ applied: '2025-02-01', status: 'applied' }))).toEqual({
			F1: '100000.00'
		});
	});

	it('says that the euro rate is missing', () => {
		const euro = programme([
			{ kind: 'amount-range', min: null, max: '10000', currency: 'EUR', of: 'grant' },
			{ kind: 'unit-cap', amount: '100', currency: 'EUR', per: 'vehicle' }
		]);
		const setting: Setting = {
			programmes: [euro],
			lines: [line(1000)],
			item: { units: { count: 2, of: 'vehicle' } }
		};
		expect(outcome('R05', setting)).toBe('passed');
		expect(outcome('R05', { ...setting, euroRate: null })).toBe('unknown');
		expect(outcome('R04', { ...setting, euroRate: null })).toBe('unknown');
	});

	it('gives each of several ceilings its room, whatever their number', () => {
		const outer = (share: number) =>
			({ kind: 'share', share, of: 'eligible-cost', role: 'outer' }) as const;
		const two = programme([outer(0.5), outer(0.2)]);
		expect(rulesIn({ programmes: [two], lines: [line(400_000)] })).toEqual({
			F1: '200000.00 R03'
		});
		const halves = [line(100_000), line(100_000, { id: 'F2' })];
		expect(rulesIn({ programmes: [two], lines: halves })).toEqual({
			F1: '100000.00',
			F2: '100000.00'
		});
	});

	it('judges applications under different terms apart', () => {
		const range = {
			kind: 'amount-range',
			min: null,
			currency: 'SEK',
			of: 'grant'
		} as const;
		const grown = programme([
			{ ...range, max: '100000', validTo: '2026-12-31' },
			{ ...range, max: '500000', validFrom: '2027-01-01' }
		]);
		expect(
			rulesIn({
				programmes: [grown],
				lines: [
					line(100_000, { applied: '2026-05-01' }),
					line(300_000, { id: 'F2', applied: '2027-05-01' })
				]
			})
		).toEqual({ F1: '100000.00', F2: '300000.00' });
	});

	it('does not take a programme that pays in another way from a day on for one that is over', () => {
		const changed = programme([
			{
				kind: 'share',
				share: 0.5,
				of: 'eligible-cost',
				role: 'ceiling',
				validTo: '2025-12-31'
			},
			{
				kind: 'unit-cap',
				amount: '60000',
				currency: 'SEK',
				per: 'vehicle',
				validFrom: '2026-01-01'
			}
		]);
		expect(
			rulesIn({
				programmes: [changed],
				item: { units: { count: 1, of: 'vehicle' } },
				lines: [line(90_000, { applied: '2026-05-01' })]
			})
		).toEqual({ F1: '60000.00 R04' });
	});

	it('deducts from the support that an application would get, not from money that never comes', () => {
		const support = programme([
			{ kind: 'deduction' },
			{ kind: 'cost-kind', costs: ['opex'] },
			{ kind: 'share', share: 0.1, of: 'eligible-cost', role: 'ceiling' }
		]);
		const more = [{ ...item, id: 'c2' }];
		const grant = line(60_000, { id: 'F3', programme: 'state', costItem: 'c2' });
		expect(
			rulesIn({
				programmes: [support, state],
				item: { kind: 'opex' } as object,
				more,
				lines: [line(300_000, { costItem: 'c2' }), line(300_000, { id: 'F2' }), grant]
			})
		).toEqual({ F3: '60000.00', F1: '0.00 R20', F2: '40000.00 R09' });
	});
});
