import { rounded, type Decimal } from '../decimal.ts';
import type { NullableSeries } from '../funding/gap.ts';
import type { Series } from '../years.ts';
import type { Evaluation, MeasureFigures, OperatingFigures, Totalled } from './evaluation.ts';

/**
 * An Evaluation as JSON data, version 1: money as decimal strings in kronor with two decimals, tonnes as numbers with
 * at most six, `perYear` objects keyed by year, null for what is missing. The only place where figures are rounded
 * (METHODS §14, rule 18).
 */
export function evaluationJson(evaluation: Evaluation) {
	const { years } = evaluation;
	const byYear = <Value>(values: readonly Value[]): Record<string, Value> =>
		Object.fromEntries(
			years.flatMap((year, index) => {
				const value = values[index];
				return value === undefined ? [] : [[String(year), value]];
			})
		);
	const moneyPerYear = (series: NullableSeries) => byYear(series.map(money));
	const tonnesPerYear = (series: Series | null) => series && byYear(series.map(tonnes));
	const totalled = (figure: Totalled) => ({
		total: money(figure.total),
		perYear: moneyPerYear(figure.perYear)
	});
	const operating = (figures: OperatingFigures) => ({
		effectPerYear: moneyPerYear(figures.effectPerYear),
		headroomPerYear: moneyPerYear(figures.headroomPerYear),
		taxOrePerYear: moneyPerYear(figures.taxOrePerYear)
	});
	const emissions = (figures: Evaluation['emissions']['CO2']) => ({
		reference: tonnesPerYear(figures.reference),
		credited: tonnesPerYear(figures.credited),
		residual: tonnesPerYear(figures.residual)
	});
	return {
		format: 'klimatportfolj-evaluation',
		version: 1,
		plan: evaluation.plan,
		portfolio: evaluation.portfolio,
		method: evaluation.method,
		years,
		capex: {
			...totalled(evaluation.capex),
			byPayer: Object.fromEntries(
				evaluation.payers.map(({ payer, capex }) => [payer, money(capex.total)])
			)
		},
		need: totalled(evaluation.need),
		ownCapacity: totalled(evaluation.ownCapacity),
		funding: mapValues(evaluation.funding, totalled),
		fundingListed: mapValues(evaluation.fundingListed, totalled),
		fundingLines: evaluation.fundingLines.map((line) => ({
			...line,
			probability: number(line.probability, 12),
			listed: money(line.listed),
			...totalled(line)
		})),
		fundingRules: evaluation.fundingRules.map(({ listed, counts, cut, ...line }) => ({
			...line,
			listed: money(listed),
			counts: money(counts),
			cut: cut && { rule: cut.rule.pattern, amount: money(cut.amount), text: cut.text }
		})),
		fundingAllPayers: mapValues(evaluation.fundingAllPayers, (total) => ({ total: money(total) })),
		sectors: evaluation.sectors.map(({ sector, need, funding, left }) => ({
			sector,
			need: totalled(need),
			funding: mapValues(funding, totalled),
			left: totalled(left)
		})),
		whoPays: evaluation.whoPays.map(({ payer, ...amounts }) => ({
			payer,
			...mapValues(amounts, money)
		})),
		gap: {
			...mapValues(evaluation.gap, totalled),
			expected: { ...totalled(evaluation.gap.expected), method: evaluation.gap.expected.method }
		},
		allFunded: {
			probability: number(evaluation.allFunded.probability, 12),
			worstGap: money(evaluation.allFunded.worstGap),
			method: evaluation.allFunded.method
		},
		operating: mapValues(evaluation.operating, operating),
		driftgap: totalled(evaluation.driftgap),
		liquidity: {
			perYear: moneyPerYear(evaluation.liquidity.perYear),
			peakBridging: money(evaluation.liquidity.peakBridging),
			position: moneyPerYear(evaluation.liquidity.position),
			bridgeInterest: money(evaluation.liquidity.bridgeInterest.total),
			peakBridgingAfterLoans: money(evaluation.liquidity.afterLoans.peakBridging)
		},
		emissions: {
			CO2: emissions(evaluation.emissions.CO2),
			CO2e: emissions(evaluation.emissions.CO2e)
		},
		creditedAllPoolsPerYear: tonnesPerYear(evaluation.creditedAllPoolsPerYear),
		standAloneAllPoolsPerYear: tonnesPerYear(evaluation.standAloneAllPoolsPerYear),
		targets: evaluation.targets.map((target) => ({
			...target,
			reference: tonnes(target.reference),
			abatement: tonnes(target.abatement),
			residual: tonnes(target.residual),
			target: tonnes(target.target),
			gap: tonnes(target.gap)
		})),
		measures: evaluation.measures.map((figures) => measure(figures, tonnesPerYear)),
		macc: {
			basis: evaluation.macc.basis,
			steps: evaluation.macc.steps.map((step) => ({
				...step,
				tonnes: tonnes(step.tonnes),
				costPerTonne: money(step.costPerTonne)
			})),
			unranked: evaluation.macc.unranked
		},
		unknown: evaluation.unknown,
		warnings: evaluation.warnings.map((warning) => ({ ...warning, text: warning.text.sv }))
	};
}

function measure(figures: MeasureFigures, tonnesPerYear: (series: Series | null) => unknown) {
	return {
		id: figures.id,
		ownShare: figures.ownShare.toString(),
		capexTotal: money(figures.capexTotal),
		netCost: money(figures.netCost),
		tonnes: tonnes(figures.tonnes),
		tonnesDiscounted: tonnes(figures.tonnesDiscounted),
		costPerTonne: money(figures.costPerTonne),
		costPerTonneUndiscounted: money(figures.costPerTonneUndiscounted),
		netBenefit: money(figures.netBenefit),
		residualValue: money(figures.residualValue),
		standAlonePerYear: tonnesPerYear(figures.standAlonePerYear),
		creditedPerYear: tonnesPerYear(figures.creditedPerYear),
		reason: figures.reason,
		unknownCostItems: figures.unknownCostItems
	};
}

function money(value: Decimal | null): string | null {
	return value && rounded(value, 2).toFixed(2);
}

function tonnes(value: Decimal | null): number | null {
	return number(value, 6);
}

function number(value: Decimal | null, decimalPlaces: number): number | null {
	return value && rounded(value, decimalPlaces).toNumber();
}

function mapValues<Key extends string, From, To>(
	record: Readonly<Partial<Record<Key, From>>>,
	change: (value: From) => To
): Record<Key, To> {
	return Object.fromEntries(
		Object.entries(record).map(([key, value]) => [key, change(value as From)])
	) as Record<Key, To>;
}
