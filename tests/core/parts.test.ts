import { describe, expect, it } from 'vitest';
import { sequentialCredits } from '../../src/lib/core/abatement/interaction.ts';
import { levelisedCost } from '../../src/lib/core/abatement/levelised-cost.ts';
import { byUnitCost } from '../../src/lib/core/abatement/macc.ts';
import { Decimal, ONE, ZERO, rounded } from '../../src/lib/core/decimal.ts';
import { emissionFactor } from '../../src/lib/core/emissions/factors.ts';
import { expectedShortfall } from '../../src/lib/core/funding/awards.ts';
import { sampledShortfalls } from '../../src/lib/core/funding/sampled-awards.ts';

describe('awards that are too many', () => {
	it('sampling comes within five standard errors of the exact mean, the same each time', () => {
		const list = [0.2, 0.5, 0.7, 0.9].map((p) => ({
			perYear: [new Decimal(3_000_000)],
			probability: new Decimal(p)
		}));
		const shortfall = new Decimal(8_000_000);
		const exact = expectedShortfall(
			shortfall,
			list.map(({ perYear, probability }) => ({ amount: perYear[0] ?? ZERO, probability }))
		);
		const sample = sampledShortfalls([shortfall], list);
		const error = sample.gapMethod.kind === 'sampled' ? sample.gapMethod.standardError : 0;
		expect(Math.abs(Number(sample.meanPerYear[0]) - Number(exact))).toBeLessThan(5 * error);
		expect(error).toBeGreaterThan(0);
		expect(sampledShortfalls([shortfall], list)).toEqual(sample);
	});
});

describe('interaction in a pool', () => {
	it('leaves exactly nothing once a measure could take the whole pool', () => {
		const { credits, remaining } = sequentialCredits(
			new Decimal('22.91'),
			[11, 13, 40, 5].map((claim) => new Decimal(claim))
		);
		expect(credits.map((credit) => credit.toFixed(6))).toEqual([
			'11.000000',
			'6.758184',
			'5.151816',
			'0.000000'
		]);
		expect([credits[3]?.isZero(), remaining.isZero()]).toEqual([true, true]);
	});

	it('gives nothing from an empty pool, and a negative credit for a negative effect', () => {
		const [ten, minus] = [new Decimal(10), new Decimal(-10)];
		expect(sequentialCredits(ZERO, [ten, minus]).credits.map(String)).toEqual(['0', '0']);
		expect(sequentialCredits(new Decimal(100), [ten, minus]).credits.map(String)).toEqual([
			'10',
			'-9'
		]);
	});
});

describe('equal by the rules, unequal in the last digit', () => {
	const ramp = [1, 2, 3].map((n) => new Decimal(-7).times(new Decimal(n).div(3)));
	const [first = ZERO, ...rest] = ramp;

	it('a tonne sum of exactly zero has no cost per tonne, though its thirds do not cancel', () => {
		const tonnes = [first.plus(14), ...rest];
		const { reason, costPerTonne, costPerTonneUndiscounted } = levelisedCost(
			[new Decimal(1000), ZERO, ZERO],
			tonnes,
			[ONE, ONE, ONE]
		);
		expect([reason, costPerTonne, costPerTonneUndiscounted]).toEqual(['no-abatement', null, null]);
	});

	it('steps at the same kronor per tonne come by larger tonnes', () => {
		const step = (id: string, cost: number, tonnes: number) => ({
			id,
			cost: new Decimal(cost).div(3),
			tonnes: new Decimal(tonnes).div(3)
		});
		const ordered = byUnitCost([
			step('a', 100_000, 7),
			step('b', 300_000, 21),
			step('c', 700_000, 49)
		]);
		expect(ordered.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
	});
});

describe('rounding', () => {
	it('goes half away from zero, also where a division was cut', () => {
		expect(rounded(new Decimal('0.005'), 2).toString()).toBe('0.01');
		expect(rounded(new Decimal('-0.005'), 2).toString()).toBe('-0.01');
		expect(rounded(new Decimal('0.015').div(3), 2).toString()).toBe('0.01');
		// Three thirds fall 10⁻⁴⁰ short of one, and so does the half that is made of them.
		const almostOne = ONE.div(3).plus(ONE.div(3)).plus(ONE.div(3));
		expect(almostOne.lt(1)).toBe(true);
		expect(rounded(almostOne.times('0.01').minus('0.005'), 2).toString()).toBe('0.01');
		expect(rounded(new Decimal('-0.001'), 2).toFixed(2)).toBe('0.00');
	});
});

describe('emission factors', () => {
	const factor = {
		carrier: 'electricity',
		unit: 't CO2e/MWh',
		points: [
			{ year: 2035, value: new Decimal('0.035') },
			{ year: 2026, value: new Decimal('0.059') }
		],
		source: '',
		confidence: '',
		note: ''
	};

	it('are linear between the points and flat outside, whatever their order', () => {
		const at = (year: number) => emissionFactor(factor, year).toDecimalPlaces(6).toString();
		expect([2020, 2026, 2029, 2035, 2050].map(at)).toEqual([
			'0.059',
			'0.059',
			'0.051',
			'0.035',
			'0.035'
		]);
	});
});
