import fc from 'fast-check';
import { expect } from 'vitest';
import { Decimal, ONE, ZERO, max, sum } from '../../src/lib/core/decimal.ts';
import { awardOutlook } from '../../src/lib/core/funding/award-outlook.ts';
import { outcomeFigures } from '../../src/lib/core/funding/awards-over-years.ts';
import {
	canBeAllFunded,
	expectedShortfall,
	probabilityAllFunded,
	relevantAwards
} from '../../src/lib/core/funding/awards.ts';
import type { FundingFlow } from '../../src/lib/core/funding/funding-flows.ts';
import { fundingGap, totalOf } from '../../src/lib/core/funding/gap.ts';
import { awardFigures } from '../../src/lib/core/portfolio/award-figures.ts';
import { law, near, type PartLaw } from './part-law.ts';

/** Few and small amounts, so that sums meet a shortfall exactly, and both certain outcomes among the chances. */
const halves = fc.integer({ min: 0, max: 6 }).map((n) => new Decimal(n).div(2));
const quarters = fc.integer({ min: 0, max: 4 }).map((n) => new Decimal(n).div(4));
const awards = (most: number) =>
	fc.array(fc.record({ perYear: fc.tuple(halves, halves), probability: quarters }), {
		maxLength: most
	});
const NOTHING = [ZERO, ZERO];

type Listed = { readonly perYear: readonly Decimal[]; readonly probability: Decimal };

/** Every outcome, one by one: what is won per year, and its weight. */
function outcomesOf(list: readonly Listed[]) {
	return Array.from({ length: 2 ** list.length }, (_, bits) => {
		const won = list.filter((_, index) => bits & (1 << index));
		return {
			won: NOTHING.map((_, year) => sum(won.map(({ perYear }) => perYear[year] ?? ZERO))),
			weight: list.reduce(
				(product, { probability }, index) =>
					product.times(bits & (1 << index) ? probability : ONE.minus(probability)),
				ONE
			)
		};
	});
}

/** What each outcome leaves missing per year. */
function gapsOf(shortfalls: readonly Decimal[], list: readonly Listed[]) {
	return outcomesOf(list).map(({ won, weight }) => ({
		gaps: shortfalls.map((shortfall, year) => max(ZERO, shortfall.minus(won[year] ?? ZERO))),
		weight
	}));
}

const none = { perYear: NOTHING, isCarried: false };
const asMoney = ({ perYear, probability }: Listed) => ({
	inYear: perYear,
	mayWait: NOTHING,
	probability
});

/** Laws of awards that may be won or lost. */
export const awardLaws: readonly PartLaw[] = [
	law(
		'the expected gap is the mean over every outcome, and all is funded in those that leave nothing',
		[halves, halves, awards(6)],
		(first, second, list) => {
			const shortfalls = [first, second];
			const outcomes = gapsOf(shortfalls, list);
			const means = shortfalls.map((_, year) =>
				sum(outcomes.map(({ gaps, weight }) => weight.times(gaps[year] ?? ZERO)))
			);
			means.forEach((mean, year) =>
				near(
					expectedShortfall(
						shortfalls[year] ?? ZERO,
						list.map(({ perYear, probability }) => ({ amount: perYear[year] ?? ZERO, probability }))
					),
					mean
				)
			);
			const funded = outcomes.filter(({ gaps }) => gaps.every((gap) => gap.isZero()));
			const probability = sum(funded.map(({ weight }) => weight));
			near(probabilityAllFunded(shortfalls, list), probability);
			const everything = outcomesOf(list).at(-1)?.won ?? NOTHING;
			const isPossible = shortfalls.every((shortfall, year) => everything[year]?.gte(shortfall));
			expect(canBeAllFunded(shortfalls, list)).toBe(isPossible);
			expect(relevantAwards(shortfalls, list)).toEqual(
				list.filter(({ perYear }) =>
					perYear.some((paid, year) => !paid.isZero() && !shortfalls[year]?.isZero())
				)
			);
			const figures = outcomeFigures(
				{ inYear: NOTHING, mayWait: NOTHING },
				list.map(asMoney),
				(money) => fundingGap(shortfalls, none, money).perYear
			);
			means.forEach((mean, year) => near(figures.meanPerYear[year], mean));
			near(figures.probabilityFunded, probability);
			expect(figures.method.kind).toBe('exact');
		}
	),
	law(
		'one need against awards: the mean gap is never below the gap at the mean award',
		[halves, halves, awards(5)],
		(need, own, list) => {
			const inYear = list.map(({ perYear, probability }) => ({
				amount: perYear[0] ?? ZERO,
				probability
			}));
			const found = awardOutlook(need, own, inYear);
			const shortfall = max(ZERO, need.minus(own));
			const outcomes = gapsOf([shortfall], list);
			near(found.worstGap, shortfall);
			near(
				found.expectedGap,
				sum(outcomes.map(({ gaps, weight }) => weight.times(gaps[0] ?? ZERO)))
			);
			near(
				found.probabilityFunded,
				sum(outcomes.filter(({ gaps }) => gaps[0]?.isZero()).map(({ weight }) => weight))
			);
			const mean = sum(inYear.map(({ amount, probability }) => amount.times(probability)));
			near(found.gapAtExpectedAwards, max(ZERO, shortfall.minus(mean)));
			expect(found.expectedGap.gte(found.gapAtExpectedAwards)).toBe(true);
		}
	),
	law('an unknown gap in any outcome is unknown in the mean', [awards(3)], (list) => {
		const { meanPerYear, probabilityFunded } = outcomeFigures(
			{ inYear: NOTHING, mayWait: NOTHING },
			list.map(asMoney),
			({ inYear }) => [inYear[0] ?? null, null]
		);
		const mean = sum(list.map((one) => one.perYear[0].times(one.probability)));
		near(meanPerYear[0], mean);
		expect([meanPerYear[1], probabilityFunded]).toEqual([null, null]);
	}),
	{
		name: 'twenty awards are enumerated in a year and sixteen over all years; more are sampled, but where nothing is missing',
		run: () => {
			const [need, half] = [new Decimal(10), new Decimal('0.5')];
			const horizon = { firstYear: 2026, lastYear: 2028 };
			const own = { perYear: [ZERO, ZERO, ZERO], isCarried: false };
			let count = 0;
			const flow = (perYear: readonly Decimal[]) =>
				({
					line: { id: String(count++), status: 'applied', probability: half },
					perYear
				}) as unknown as FundingFlow;
			const kinds = (needs: readonly Decimal[], flows: readonly FundingFlow[]) => {
				const { expectedGap, allFunded } = awardFigures(needs, own, flows, horizon);
				return [expectedGap.method.kind, allFunded.method.kind];
			};
			const inOneYear = (count: number) =>
				kinds(
					[need, ZERO, ZERO],
					Array.from({ length: count }, () => flow([need, ZERO, ZERO]))
				);
			expect([16, 17, 20, 21].map(inOneYear)).toEqual([
				['exact', 'exact'],
				['exact', 'sampled'],
				['exact', 'sampled'],
				['sampled', 'sampled']
			]);
			const split = Array.from({ length: 22 }, (_, n) =>
				flow(n % 2 ? [need, need, ZERO] : [need, ZERO, need])
			);
			expect(kinds([ZERO, need, need], split)[0]).toBe('exact');
		}
	},
	{
		name: 'eleven awards over the years are enumerated; of twelve the sampled mean is within its error of the exact one',
		run: () => {
			const list = Array.from({ length: 12 }, (_, n) => ({
				perYear: [new Decimal(1 + (n % 5)), new Decimal(n % 3)],
				probability: new Decimal(2 + (n % 7)).div(10)
			}));
			const shortfalls = [new Decimal(20), new Decimal(7)];
			const gapOf = ({ inYear }: { readonly inYear: readonly Decimal[] }) =>
				fundingGap(shortfalls, none, { inYear, mayWait: NOTHING }).perYear;
			const certain = { inYear: NOTHING, mayWait: NOTHING };
			const fewer = outcomeFigures(certain, list.slice(1).map(asMoney), gapOf);
			expect(fewer.method.kind).toBe('exact');
			const totals: number[] = [];
			const { meanPerYear, probabilityFunded, method } = outcomeFigures(
				certain,
				list.map(asMoney),
				(money) => {
					const gap = gapOf(money);
					totals.push(Number(totalOf(gap)));
					return gap;
				}
			);
			const outcomes = gapsOf(shortfalls, list).map(({ gaps, weight }) => ({
				gaps: gaps.map(Number),
				weight: Number(weight)
			}));
			const mean = (of: (gaps: readonly number[]) => number) =>
				outcomes.reduce((total, { gaps, weight }) => total + weight * of(gaps), 0);
			const whole = (gaps: readonly number[]) => (gaps[0] ?? 0) + (gaps[1] ?? 0);
			const spread = Math.sqrt(mean((gaps) => whole(gaps) ** 2) - mean(whole) ** 2);
			const error = method.kind === 'sampled' ? method.standardError : NaN;
			expect(error / (spread / Math.sqrt(2_000))).toBeCloseTo(1, 1);
			const average = totals.reduce((a, b) => a + b) / 2_000;
			const squares = totals.reduce((a, b) => a + (b - average) ** 2, 0);
			expect(error).toBeCloseTo(Math.sqrt(squares) / 2_000, 9);
			meanPerYear.forEach((sampled, year) => {
				const exact = mean((gaps) => gaps[year] ?? NaN);
				expect(Math.abs(Number(sampled) - exact)).toBeLessThan(5 * error);
			});
			const exact = mean((gaps) => (whole(gaps) === 0 ? 1 : 0));
			expect(Math.abs(Number(probabilityFunded) - exact)).toBeLessThan(0.03);
			const unknown = outcomeFigures(certain, list.map(asMoney), ({ inYear }) => [
				inYear[0] ?? null,
				null
			]);
			expect([unknown.meanPerYear[1], unknown.probabilityFunded]).toEqual([null, null]);
			const paid = sum(list.map((one) => (one.perYear[0] ?? ZERO).times(one.probability)));
			expect(Math.abs(Number(unknown.meanPerYear[0]) / Number(paid) - 1)).toBeLessThan(0.05);
		}
	}
];
