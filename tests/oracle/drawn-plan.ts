import fc from 'fast-check';
import { Decimal, ONE, min, sum } from '../../src/lib/core/decimal.ts';
import { countedFunding } from '../../src/lib/core/funding/counted-funding.ts';
import { fundingFlows } from '../../src/lib/core/funding/funding-flows.ts';
import { awardOf } from '../../src/lib/core/plan/application.ts';
import { placedMeasures } from '../../src/lib/core/plan/placement.ts';
import {
	priceOf,
	followed,
	sharedPrices,
	type CostItem,
	type FundingLine,
	type Measure,
	type Plan,
	type Range
} from '../../src/lib/core/plan/plan.ts';
import {
	evaluate,
	evaluatedPortfolio,
	findPortfolio
} from '../../src/lib/core/portfolio/evaluate.ts';
import { presentCost } from '../../src/lib/core/portfolio/macc-view.ts';
import { dotProduct } from '../../src/lib/core/years.ts';
import type { RiskFigure } from '../../src/lib/core/uncertainty/risk-figures.ts';

/**
 * A draw as a plan of its own, made with the exact core alone: every amount, effect and emission factor as the draw has it,
 * every award won or lost, and what the rules let count of each grant as its own programme without rules.
 */

/** The value of an uncertainty in a draw; 1 for what is not uncertain. */
export type ValueOf = (kind: string, name: string) => Decimal;

const GRANT = 'drawn';
const SOURCED = { source: '', confidence: '' };

export function drawnPlan(plan: Plan, portfolioId: string, valueOf: ValueOf): Plan {
	const portfolio = findPortfolio(plan, portfolioId);
	const placed = placedMeasures(plan, portfolio);
	const horizon = { firstYear: plan.settings.firstYear, lastYear: plan.settings.lastYear };
	const flows = fundingFlows(plan, countedFunding(plan, placed), horizon).filter(
		({ item }) => item.payer === 'municipality'
	);
	const firstOfAward = new Map<string, string>();
	for (const { line } of flows)
		if (!firstOfAward.has(awardOf(line))) firstOfAward.set(awardOf(line), line.id);
	const funding = flows.flatMap(({ line, item, perYear }): FundingLine[] => {
		const place = placed.find(({ measure }) => measure.id === line.measure);
		const isDecided = ['granted', 'contracted', 'paid'].includes(line.status);
		const canFail = !isDecided && line.probability.lt(1);
		// What never is won is no uncertainty.
		const isHopeless = line.probability.isZero();
		const isWon =
			!canFail || (!isHopeless && valueOf('award', firstOfAward.get(awardOf(line)) ?? '').eq(1));
		if (!place || !isWon || place.scale.isZero()) return [];
		const kept = min(ONE, costFactor(line.measure, item, valueOf));
		return [
			{
				...{ id: line.id, measure: line.measure, costItem: line.costItem, note: '', ...SOURCED },
				...(line.carryForward && { carryForward: true }),
				programme: GRANT,
				status: 'granted',
				probability: ONE,
				amounts: perYear.map((amount, index) => ({
					year: horizon.firstYear + index - place.shift,
					amount: amount.times(kept).div(place.ownShare).div(place.scale),
					currency: 'SEK'
				}))
			}
		];
	});
	return {
		...plan,
		aidRules: [],
		applications: [],
		programmes: [
			{
				origin: 'plan',
				id: GRANT,
				name: { sv: GRANT, en: GRANT },
				funder: '',
				level: 'private',
				instrument: 'grant',
				geography: ['SE'],
				maxSupportShare: null,
				euBudget: false,
				status: 'open',
				asOf: '2026-01-01',
				source: ''
			}
		],
		measures: plan.measures.map((measure) => drawnMeasure(measure, valueOf)),
		emissionFactors: plan.emissionFactors.map((factor) => ({
			...factor,
			points: factor.points.map(({ year, value }) => ({
				year,
				value: value.times(valueOf('factor', factor.carrier))
			}))
		})),
		funding
	};
}

function costFactor(measure: string, item: CostItem, valueOf: ValueOf): Decimal {
	const price = priceOf(item);
	return valueOf(item.kind, measure).times(price === null ? ONE : valueOf('price', price));
}

function drawnMeasure(measure: Measure, valueOf: ValueOf): Measure {
	const effect = valueOf('effect', measure.id);
	return {
		...measure,
		costs: measure.costs.map((item): CostItem => {
			const factor = costFactor(measure.id, item, valueOf);
			return item.timing === 'yearly'
				? { ...item, amountPerYear: item.amountPerYear && item.amountPerYear.times(factor) }
				: {
						...item,
						amount: item.amount && item.amount.times(factor),
						years: item.years.map((one) => ({ ...one, amount: one.amount.times(factor) }))
					};
		}),
		effects:
			measure.effects &&
			measure.effects.map((one) =>
				one.kind === 'direct'
					? { ...one, tonnesPerYear: one.tonnesPerYear && one.tonnesPerYear.times(effect) }
					: { ...one, mwhPerYear: one.mwhPerYear && one.mwhPerYear.times(effect) }
			)
	};
}

/** The figures of a plan whose awards are decided, by the exact core. */
export function exactFigures(plan: Plan, portfolioId: string) {
	const { frame, measures } = evaluatedPortfolio(plan, portfolioId);
	const evaluation = evaluate(plan, portfolioId);
	const placed = measures.map((one) => one.placed);
	const flows = fundingFlows(plan, countedFunding(plan, placed), frame.horizon);
	const municipal = measures.flatMap((measure) => {
		const { id } = measure.placed.measure;
		const grants = flows.filter(
			({ line, item }) => line.measure === id && item.payer === 'municipality'
		);
		const parts = presentCost(measure, 'municipal', grants, frame);
		return parts ? [parts.capex.plus(parts.opex).plus(parts.fixed)] : [];
	});
	const own = evaluation.measures.flatMap(({ netCost, ownShare }) =>
		netCost ? [netCost.times(ownShare)] : []
	);
	const ranked = measures.flatMap(({ placed, flows, abatement, credits }) =>
		flows.net && abatement.isKnown
			? [
					{
						cost: dotProduct(flows.net, frame.discount).times(placed.ownShare),
						tonnes: dotProduct(credits.credited, frame.discount)
					}
				]
			: []
	);
	const tonnes = sum(ranked.map((one) => one.tonnes));
	return (figure: RiskFigure): Decimal | null => {
		switch (figure.kind) {
			case 'gap':
				return evaluation.gap.secured.total;
			case 'gapYear':
				return evaluation.gap.secured.perYear[figure.place] ?? null;
			case 'netCost':
				return sum(own);
			case 'municipalCost':
				return sum(municipal);
			case 'tonnes':
				return sum(evaluation.creditedAllPoolsPerYear);
			case 'target':
				return evaluation.targets.find(({ id }) => id === figure.target)?.abatement ?? null;
			case 'costPerTonne':
				return tonnes.gt('1e-6') ? sum(ranked.map(({ cost }) => cost)).div(tonnes) : null;
		}
	};
}

const hundredths = (least: number, most: number) =>
	fc.integer({ min: least, max: most }).map((n) => new Decimal(n).div(100));

const range: fc.Arbitrary<Range> = fc
	.tuple(hundredths(0, 300), hundredths(0, 300), hundredths(0, 300))
	.map((three): Range => {
		const [low, mode, high] = [...three].sort((a, b) => a.cmp(b));
		return [low ?? ONE, mode ?? ONE, high ?? ONE];
	});

/** A plan with ranges on some of its measures, prices and factors. */
export function withRanges(plan: Plan): fc.Arbitrary<Plan> {
	const maybe = fc.option(range, { nil: undefined });
	const ofMeasure = fc.record({ capex: maybe, opex: maybe, effect: maybe });
	const all = fc.array(ofMeasure, {
		minLength: plan.measures.length,
		maxLength: plan.measures.length
	});
	const follows = fc.array(fc.constantFrom(undefined, ...followed), {
		minLength: 5,
		maxLength: 5
	});
	const shared = fc.tuple(...sharedPrices.map(() => maybe), maybe);
	return fc.record({ all, follows, shared }).map((chosen) => ({
		...plan,
		measures: plan.measures.map((measure, index) => ({
			...measure,
			uncertainty: chosen.all[index] ?? null,
			costs: measure.costs.map((item, place) => ({
				...item,
				...(chosen.follows[place] && { follows: chosen.follows[place] })
			}))
		})),
		sharedRanges: chosen.shared.flatMap((own, index): Plan['sharedRanges'][number][] => {
			const name = sharedPrices[index];
			if (!own) return [];
			return [
				name === undefined
					? { of: 'factor', name: 'power', range: own, ...SOURCED }
					: { of: 'price', name, range: own, ...SOURCED }
			];
		})
	}));
}
