import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sequentialCredits } from '../../src/lib/core/abatement/interaction.ts';
import { levelisedCost } from '../../src/lib/core/abatement/levelised-cost.ts';
import { byUnitCost } from '../../src/lib/core/abatement/macc.ts';
import { paretoLayers } from '../../src/lib/core/abatement/pareto-layers.ts';
import { Decimal, ONE, ZERO, max, rounded, sum } from '../../src/lib/core/decimal.ts';
import { emissionFactor } from '../../src/lib/core/emissions/factors.ts';
import { capitalCost } from '../../src/lib/core/finance/capital-cost.ts';
import { discountFactors, npv, presentValueFactor } from '../../src/lib/core/finance/time-value.ts';
import { expectedShortfall, probabilityAllFunded } from '../../src/lib/core/funding/awards.ts';
import { sampledShortfalls } from '../../src/lib/core/funding/sampled-awards.ts';
import { roundedParts } from '../../src/lib/core/largest-remainder.ts';

const amount = fc.integer({ min: 0, max: 1_000_000 }).map((n) => new Decimal(n).div(100));
const share = fc.integer({ min: 0, max: 100 }).map((n) => new Decimal(n).div(100));
const TINY = new Decimal('1e-25');

/** Every outcome of the awards, one by one: the slow and plain definition. */
function outcomes<One extends { probability: Decimal }>(awards: readonly One[]) {
	return Array.from({ length: 2 ** awards.length }, (_, bits) => {
		const won = awards.filter((_, index) => bits & (1 << index));
		const probability = awards.reduce(
			(product, award, index) =>
				product.times(bits & (1 << index) ? award.probability : ONE.minus(award.probability)),
			ONE
		);
		return { won, probability };
	});
}

const awards = fc.array(fc.record({ perYear: fc.tuple(amount, amount), probability: share }), {
	maxLength: 7
});

describe('awards', () => {
	it('the expected shortfall is the mean over every outcome', () => {
		fc.assert(
			fc.property(amount, awards, (shortfall, list) => {
				const slow = sum(
					outcomes(list).map(({ won, probability }) =>
						max(ZERO, shortfall.minus(sum(won.map((one) => one.perYear[0])))).times(probability)
					)
				);
				const quick = expectedShortfall(
					shortfall,
					list.map((one) => ({ amount: one.perYear[0], probability: one.probability }))
				);
				expect(quick.minus(slow).abs().lt(TINY)).toBe(true);
			})
		);
	});

	it('the probability that all is funded is the weight of the outcomes that cover every year', () => {
		fc.assert(
			fc.property(fc.tuple(amount, amount), awards, (shortfalls, list) => {
				const slow = sum(
					outcomes(list)
						.filter(({ won }) =>
							shortfalls.every((shortfall, year) =>
								sum(won.map((one) => one.perYear[year] ?? ZERO)).gte(shortfall)
							)
						)
						.map(({ probability }) => probability)
				);
				expect(probabilityAllFunded(shortfalls, list).minus(slow).abs().lt(TINY)).toBe(true);
			})
		);
	});

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

describe('capital cost', () => {
	it('has the present value of the investment at the internal rate, paid at year end', () => {
		fc.assert(
			fc.property(
				amount,
				fc.integer({ min: 1, max: 60 }),
				fc.integer({ min: 0, max: 12 }),
				(investment, years, percent) => {
					const rate = new Decimal(percent).div(100);
					const { perYear } = capitalCost(investment, years, rate);
					const value = npv(rate, perYear, 'end');
					expect(value.minus(investment).abs().lt('1e-20')).toBe(true);
				}
			)
		);
	});
});

describe('Pareto layers', () => {
	it('are what is left undominated, layer by layer', () => {
		const point = fc.record({
			cost: fc.integer({ min: -9, max: 9 }),
			tonnes: fc.integer({ min: 1, max: 9 })
		});
		fc.assert(
			fc.property(fc.array(point, { maxLength: 12 }), (list) => {
				const points = list.map(({ cost, tonnes }, index) => ({
					id: `m${index}`,
					cost: new Decimal(cost),
					tonnes: new Decimal(tonnes)
				}));
				const dominates = (a: (typeof points)[number], b: (typeof points)[number]) =>
					a.tonnes.gte(b.tonnes) &&
					a.cost.lte(b.cost) &&
					!(a.tonnes.eq(b.tonnes) && a.cost.eq(b.cost));
				const slow: string[][] = [];
				let left = points;
				while (left.length > 0) {
					const front = left.filter((b) => !left.some((a) => dominates(a, b)));
					slow.push(front.map(({ id }) => id));
					left = left.filter((one) => !front.includes(one));
				}
				expect(paretoLayers(points).map((layer) => layer.map(({ id }) => id))).toEqual(slow);
			})
		);
	});
});

describe('interaction in a pool', () => {
	it('leaves exactly what the credits have not taken, never below zero', () => {
		fc.assert(
			fc.property(amount, fc.array(amount, { maxLength: 6 }), (pool, claims) => {
				const { credits, remaining } = sequentialCredits(pool, claims);
				expect(pool.minus(sum(credits)).minus(remaining).abs().lt(TINY)).toBe(true);
				expect(remaining.gte(TINY.neg())).toBe(true);
			})
		);
	});

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

	it('of parts keeps their sum', () => {
		fc.assert(
			fc.property(
				fc.array(
					amount.map((n) => n.minus(5000)),
					{ maxLength: 12 }
				),
				(parts) => {
					const shown = roundedParts(parts, 0);
					expect(sum(shown).eq(rounded(sum(parts), 0))).toBe(true);
					shown.forEach((one, i) =>
						expect(
							one
								.minus(parts[i] ?? ZERO)
								.abs()
								.lt(1)
						).toBe(true)
					);
				}
			)
		);
	});
});

describe('time value', () => {
	it('sums discount factors to the present value factor', () => {
		const rate = new Decimal('0.035');
		const factors = discountFactors(rate, 21).slice(1);
		expect(sum(factors).minus(presentValueFactor(rate, 20)).abs().lt(TINY)).toBe(true);
	});

	it('refuses a rate of −100 % and a period of no years', () => {
		expect(() => discountFactors(new Decimal(-1), 3)).toThrow('above −1');
		expect(() => presentValueFactor(ZERO, 0)).toThrow('above 0');
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
