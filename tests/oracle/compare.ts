import { rounded } from '../../src/lib/core/decimal.ts';
import type { Plan } from '../../src/lib/core/plan/plan.ts';
import { evaluationJson } from '../../src/lib/core/portfolio/evaluation-json.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import type { Evaluation } from '../../src/lib/core/portfolio/evaluation.ts';
import {
	money,
	moneySummed,
	perYear,
	probability,
	same,
	tonnes,
	treeDifferences,
	type Tree
} from './compare-tree.ts';
import { certainties } from './oracle-gap.ts';
import { partNames, type OperatingOracle } from './oracle-operating.ts';
import type { PayerOracle, SectorOracle } from './oracle-payers.ts';
import { oracle, type MeasureWithCredit, type OracleFigures } from './oracle.ts';

/** Every figure in which the core and the oracle differ, with both values. */
export function differences(plan: Plan, portfolioId = 'P'): string[] {
	const evaluation = evaluate(plan, portfolioId);
	const figures = oracle(plan, portfolioId);
	const seen = evaluationJson(evaluation);
	return [
		...treeDifferences('', { ...expectedTree(figures), ...expectedChecks(figures) }, seen),
		...treeDifferences('liquidity', bridgingTree(figures), seen.liquidity),
		...treeDifferences('operating', partsTree(figures), partsSeen(evaluation)),
		...treeDifferences('sectors', sectorsTree(figures), seen.sectors),
		...treeDifferences('whoPays', payersTree(figures), byPayer(seen.whoPays))
	];
}

/** The figures that also the file of independently computed Alvesta figures has. */
export function expectedTree(figures: OracleFigures): Record<string, Tree> {
	const { years, gaps, budget, emissions } = figures;
	const summed = (figure: Parameters<typeof moneySummed>[1]) => moneySummed(years, figure);
	const gas = (one: 'CO2' | 'CO2e') => ({
		reference: perYear(years, emissions.gases[one].reference, tonnes),
		credited: perYear(years, emissions.gases[one].credited, tonnes),
		residual: perYear(years, emissions.gases[one].residual, tonnes)
	});
	return {
		capex: {
			total: money(figures.capex.total),
			perYear: perYear(years, figures.capex.perYear, money),
			byPayer: Object.fromEntries(
				[...figures.capex.byPayer].map(([payer, value]) => [payer, money(value)])
			)
		},
		need: summed(gaps.need),
		ownCapacity: summed(gaps.ownCapacity),
		funding: Object.fromEntries(certainties.map((one) => [one, summed(gaps.funding[one])])),
		gap: {
			...Object.fromEntries(certainties.map((one) => [one, summed(gaps.gap[one])])),
			atExpectedFunding: summed(gaps.gap.atExpectedFunding)
		},
		operating: Object.fromEntries(
			certainties.map((one) => [one, operatingTree(years, budget.operating[one])])
		),
		liquidity: {
			perYear: perYear(years, budget.liquidity.perYear, money),
			peakBridging: money(budget.liquidity.peakBridging)
		},
		emissions: { CO2: gas('CO2'), CO2e: gas('CO2e') },
		creditedAllPoolsPerYear: perYear(years, emissions.creditedAllPools, tonnes),
		standAloneAllPoolsPerYear: perYear(years, emissions.standAloneAllPools, tonnes),
		targets: emissions.targets.map(({ id, gap, ...level }) => ({
			id: same(id),
			gap: tonnes(gap),
			...(gap && Object.fromEntries(Object.entries(level).map(([k, v]) => [k, tonnes(v)])))
		})),
		measures: figures.measures.map((measure) => measureTree(years, measure)),
		macc: maccTree(figures)
	};
}

function expectedChecks({ years, gaps, budget }: OracleFigures): Record<string, Tree> {
	return {
		allFunded: {
			probability: probability(gaps.allFunded.probability),
			worstGap: money(gaps.allFunded.worstGap)
		},
		driftgap: moneySummed(years, budget.driftgap)
	};
}

function bridgingTree({ years, budget: { liquidity } }: OracleFigures): Tree {
	return {
		position: perYear(years, liquidity.position, money),
		bridgeInterest: money(liquidity.bridgeInterest),
		peakBridgingAfterLoans: money(liquidity.peakBridgingAfterLoans)
	};
}

function operatingTree(years: readonly number[], figures: OperatingOracle): Tree {
	return {
		effectPerYear: perYear(years, figures.effect, money),
		headroomPerYear: perYear(years, figures.headroom, money)
	};
}

function measureTree(years: readonly number[], figures: MeasureWithCredit): Tree {
	return {
		id: same(figures.id),
		netCost: money(figures.netCost),
		residualValue: money(figures.residualValue),
		tonnes: tonnes(figures.tonnes),
		tonnesDiscounted: tonnes(figures.tonnesDiscounted),
		costPerTonne: money(figures.costPerTonne),
		costPerTonneUndiscounted: money(figures.costPerTonneUndiscounted),
		netBenefit: money(figures.netBenefit),
		reason: same(figures.reason),
		standAlonePerYear: perYear(years, figures.standAlone, tonnes),
		creditedPerYear: perYear(years, figures.credited, tonnes)
	};
}

function maccTree({ macc }: OracleFigures): Tree {
	return {
		steps: macc.steps.map((step) => ({
			measure: same(step.measure),
			order: same(step.order),
			layer: same(step.layer),
			tonnes: tonnes(step.tonnes),
			costPerTonne: money(step.costPerTonne)
		})),
		unranked: macc.unranked.map(({ measure, reason }) => ({
			measure: same(measure),
			reason: same(reason)
		}))
	};
}

/** The parts of the operating effect, which the core's JSON leaves out. */
function partsTree({ budget }: OracleFigures): Tree {
	return Object.fromEntries(
		certainties.map((certainty) => {
			const { parts } = budget.operating[certainty];
			return [
				certainty,
				Object.fromEntries(partNames.map((name) => [name, parts[name].map(money)]))
			];
		})
	);
}

function partsSeen({ operating }: Evaluation): unknown {
	return Object.fromEntries(
		certainties.map((certainty) => {
			const { loans, ...own } = operating[certainty].parts;
			const parts = { ...own, loanDepreciation: loans.depreciation, loanInterest: loans.interest };
			const texts = partNames.map((name) => [
				name,
				parts[name].map((value) => rounded(value, 2).toFixed(2))
			]);
			return [certainty, Object.fromEntries(texts)];
		})
	);
}

function sectorsTree({ years, sectors }: OracleFigures): Tree {
	return sectors.map((one: SectorOracle) => ({
		sector: same(one.sector),
		need: moneySummed(years, one.need),
		funding: Object.fromEntries(
			certainties.map((certainty) => [certainty, moneySummed(years, one.funding[certainty])])
		),
		left: moneySummed(years, one.left)
	}));
}

/** The order of payers is no figure, so that both sides are put in the order of their names. */
function payersTree({ whoPays }: OracleFigures): Tree {
	const byName = [...whoPays].sort((a, b) => (a.payer < b.payer ? -1 : 1));
	return byName.map(({ payer, ...sums }: PayerOracle) => ({
		payer: same(payer),
		...Object.fromEntries(Object.entries(sums).map(([name, value]) => [name, money(value)]))
	}));
}

function byPayer(seen: unknown): unknown {
	if (!Array.isArray(seen)) return seen;
	const list: readonly unknown[] = seen;
	const name = (one: unknown) =>
		typeof one === 'object' && one !== null && 'payer' in one ? String(one.payer) : '';
	return [...list].sort((a, b) => (name(a) < name(b) ? -1 : 1));
}
