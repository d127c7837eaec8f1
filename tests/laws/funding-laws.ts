import fc from 'fast-check';
import { expect } from 'vitest';
import { Decimal, ONE, ZERO, max, min, sum } from '../../src/lib/core/decimal.ts';
import { coverage } from '../../src/lib/core/funding/coverage.ts';
import { aidFundingGap, euFundingGap } from '../../src/lib/core/funding/eu-gap.ts';
import { canBeLost, certainWeight } from '../../src/lib/core/funding/certainty.ts';
import { fundingGap, mayMoneyWait, sectorGaps, totalOf } from '../../src/lib/core/funding/gap.ts';
import { liquidityPosition } from '../../src/lib/core/funding/liquidity.ts';
import { operatingGap } from '../../src/lib/core/funding/operating-budget.ts';
import { npv } from '../../src/lib/core/finance/time-value.ts';
import { fundingStatuses, type FundingLine } from '../../src/lib/core/plan/plan.ts';
import { amount, law, near, rate, small, years, type PartLaw } from './part-law.ts';

const orUnknown = fc.option(small, { nil: null, freq: 4 });
const signed = fc.option(
	fc.integer({ min: -6, max: 6 }).map((n) => new Decimal(n).div(2)),
	{ nil: null, freq: 4 }
);
const pairs = fc.array(fc.tuple(small, small), { maxLength: 4 });
const zeros = (list: readonly unknown[]) => list.map(() => ZERO);

/** Laws of need, money and gap. */
export const fundingLaws: readonly PartLaw[] = [
	law(
		'money is used, missing or left over, never lost, whether it may wait or not',
		[years(5), years(5), years(5), years(5), fc.boolean()],
		(need, own, inYear, mayWait, isCarried) => {
			const { perYear, unused } = fundingGap(
				need,
				{ perYear: own, isCarried },
				{ inYear, mayWait }
			);
			const gap = totalOf(perYear) ?? ZERO;
			const used = sum(need).minus(gap);
			near(used.plus(unused ?? ZERO), sum([...own, ...inYear, ...mayWait]));
			const none = fundingGap(
				need,
				{ perYear: own, isCarried: false },
				{ inYear, mayWait: zeros(need) }
			);
			none.perYear.forEach((missing, t) => {
				const money = (own[t] ?? ZERO).plus(inYear[t] ?? ZERO);
				near(missing, max(ZERO, need[t]?.minus(money) ?? ZERO));
			});
		}
	),
	law(
		'an unknown own capacity leaves the gap of its year unknown, unless funding alone covers the need',
		[fc.array(fc.tuple(small, orUnknown, small), { minLength: 1, maxLength: 5 })],
		(rows) => {
			const [need, own, inYear] = [
				rows.map(([needed]) => needed),
				rows.map(([, money]) => money),
				rows.map(([, , funded]) => funded)
			];
			const money = { inYear, mayWait: zeros(rows) };
			const { perYear } = fundingGap(need, { perYear: own, isCarried: false }, money);
			rows.forEach(([needed, capacity, funded], t) => {
				const left = max(ZERO, needed.minus(funded).minus(capacity ?? ZERO));
				near(perYear[t], capacity === null && !left.isZero() ? null : left);
			});
			const missing = perYear.includes(null) ? null : sum(perYear.flatMap((one) => one ?? []));
			near(totalOf(perYear), missing);
		}
	),
	law(
		'what meets the need: funding, then own money, then the gap, together all of it',
		[fc.array(fc.tuple(small, small, small), { maxLength: 5 })],
		(rows) => {
			const [need, funding] = [rows.map(([one]) => one), rows.map(([, one]) => one)];
			const own = { perYear: rows.map(([, , one]) => one), isCarried: false };
			const gap = fundingGap(need, own, { inYear: funding, mayWait: zeros(rows) }).perYear;
			coverage(need, funding, gap).forEach((part, t) => {
				const [needed = ZERO, funded = ZERO, capacity = ZERO] = rows[t] ?? [];
				near(part.funded, min(needed, funded));
				near(part.own, min(capacity, needed.minus(part.funded)));
				near(part.funded.plus(part.own ?? ZERO).plus(part.missing ?? ZERO), needed);
			});
			for (const part of coverage(
				need,
				funding,
				need.map(() => null)
			))
				expect([part.own, part.missing]).toEqual([null, null]);
		}
	),
	law('sectors are not netted', [pairs], (list) => {
		const found = sectorGaps(list.map(([need, identified]) => ({ need, identified })));
		const [need, money] = [sum(list.map(([one]) => one)), sum(list.map(([, one]) => one))];
		near(found.total, sum(list.map(([one, other]) => max(ZERO, one.minus(other)))));
		near(found.net, need.minus(money));
		expect(found.total.gte(found.net)).toBe(true);
		if (need.isZero()) expect(found.coverage).toBeNull();
		else near(found.coverage?.times(need), need.minus(found.total));
	}),
	law(
		'money may wait when the plan carries its own, or any line says so',
		[fc.boolean(), fc.array(fc.constantFrom(true, false, undefined), { maxLength: 4 })],
		(isOwnCarried, list) => {
			const lines = list.map((carryForward) => ({ carryForward }));
			expect(mayMoneyWait(isOwnCarried, lines)).toBe(isOwnCarried || list.includes(true));
		}
	),
	law(
		'only what is not decided and not certain can be lost',
		[fc.constantFrom(...fundingStatuses), fc.integer({ min: 0, max: 2 })],
		(status, halves) => {
			const line = { status, probability: new Decimal(halves).div(2) } as FundingLine;
			const isDecided = ['granted', 'contracted', 'paid'].includes(status);
			expect(canBeLost(line)).toBe(!isDecided && halves < 2);
			near(certainWeight(line), canBeLost(line) ? ZERO : ONE);
		}
	),
	law(
		'the operating gap is what exceeds the frame; without a frame nothing is missing where there is no burden',
		[fc.array(fc.tuple(signed, signed), { maxLength: 5 })],
		(rows) => {
			const effect = rows.map(([burden]) => burden ?? ZERO);
			const left = rows.map(([, headroom]) => headroom);
			operatingGap(effect, left).forEach((missing, t) => {
				const headroom = left[t] ?? null;
				const unknown = effect[t]?.gt(0) ? null : ZERO;
				near(missing, headroom ? max(ZERO, headroom.neg()) : unknown);
			});
		}
	),
	law(
		'cash sums up year by year, unknown from the first unknown year, and its lowest point is what must be bridged',
		[fc.array(signed, { maxLength: 6 }), small],
		(net, opening) => {
			const { position, peakBridging } = liquidityPosition(net, opening);
			const known = net.map((_, t) => {
				const sofar = net.slice(0, t + 1);
				return sofar.includes(null) ? null : opening.plus(sum(sofar.flatMap((one) => one ?? [])));
			});
			known.forEach((cash, t) => near(position[t], cash));
			const lowest = known.reduce<Decimal>((low, cash) => (cash ? min(low, cash) : low), opening);
			near(peakBridging, known.includes(null) ? null : max(ZERO, lowest.neg()));
		}
	),
	law(
		'the EU rate is the share of the investment that earnings do not cover, and aid at most the gap and the intensity',
		[years(4), years(4), years(4), amount, rate, small],
		(investment, revenue, opex, residual, r, eligibleCost) => {
			const of = (invested: readonly Decimal[]) =>
				euFundingGap({
					rate: r,
					investment: invested,
					revenue,
					opex,
					residual,
					eligibleCost,
					cofinancingRate: new Decimal('0.5')
				});
			const found = of(investment);
			const net = npv(
				r,
				revenue.map((one, t) => one.minus(opex[t] ?? ZERO))
			).plus(residual.div(r.plus(1).pow(3)));
			near(found.netRevenue, net);
			const cost = npv(r, investment);
			const share = cost.isZero() ? ZERO : max(ZERO, min(ONE, cost.minus(net).div(cost)));
			near(found.rate, share);
			near(found.decisionAmount, eligibleCost.times(share));
			near(found.grant, eligibleCost.times(share).div(2));
			near(of(zeros(investment)).rate, ZERO);
			const aid = aidFundingGap({
				rate: r,
				project: opex,
				counterfactual: revenue,
				eligibleCost,
				intensity: new Decimal('0.4')
			});
			near(aid.gap, max(ZERO, npv(r, revenue).minus(npv(r, opex))));
			near(aid.intensityCap, eligibleCost.times('0.4'));
			near(aid.maximumAid, min(aid.gap, aid.intensityCap));
		}
	)
];
