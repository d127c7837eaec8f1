import { settled, type Decimal } from '$lib/core/decimal';
import type { FigureKey } from '$lib/core/portfolio/kept-figures';
import { formatMoney, formatNumber, formatPercent } from '$lib/format/numbers';
import type { ComparedPortfolio, ShownWith } from './compared';

/** A row of the comparison: a figure, how it is written, and which end of it is good. */
export type CompareRow = {
	readonly key: FigureKey;
	readonly label: string;
	readonly show: (value: Decimal | null) => string;
	readonly good: 'high' | 'low' | null;
};

/** The figures in groups, as a reader asks for them: what it gives, what it costs, who pays, what it does to the budget. */
export function compareRows(
	target: { readonly name: string; readonly year: number } | null,
	{ unit, locale, t }: ShownWith
) {
	const f = t.compare.figures;
	const money = (value: Decimal | null) => formatMoney(value, unit, locale);
	const number = (decimals: number) => (value: Decimal | null) =>
		formatNumber(value, decimals, locale);
	const share = (value: Decimal | null) => (value ? formatPercent(value, locale, 1) : t.missing);
	const row = (
		key: CompareRow['key'],
		label: string,
		show: CompareRow['show'],
		good: CompareRow['good'] = null
	): CompareRow => ({ key, label, show, good });
	return {
		emissions: [
			...(target
				? [
						row('targetTonnes', f.targetTonnes(target.year), number(0), 'high'),
						row('shareOfTarget', f.shareOfTarget(target.name), share, 'high')
					]
				: []),
			row('tonnes', f.tonnes, number(0), 'high')
		],
		cost: [
			row('capex', f.capex, money),
			row('netCost', f.netCost, money, 'low'),
			row('costPerTonne', f.costPerTonne, number(0), 'low'),
			row('kilogramsPerKrona', f.kilogramsPerKrona, number(3), 'high')
		],
		funding: [
			row('need', f.need, money),
			row('ownMoney', f.ownMoney, money),
			row('perInhabitant', f.perInhabitant, number(0)),
			row('gapSecured', f.gapSecured, money, 'low'),
			row('gapExpected', f.gapExpected, money, 'low'),
			row('gapPlanned', f.gapPlanned, money, 'low')
		],
		operating: [
			row('highestEffect', f.highestEffect, money, 'low'),
			row('highestTaxOre', f.highestTaxOre, number(1), 'low'),
			row('driftgap', f.driftgap, money, 'low')
		]
	} as const;
}

/** Portfolios whose value is the best; none where all are alike, one is missing, or no end is the good one. */
export function bestOf(
	values: readonly { readonly id: string; readonly value: Decimal | null }[],
	good: CompareRow['good']
): ReadonlySet<string> {
	const known = values.flatMap(({ id, value }) => (value ? [{ id, value: settled(value) }] : []));
	if (good === null || known.length < 2 || known.length < values.length) return new Set();
	const top = known.reduce((a, b) =>
		(good === 'high' ? b.value.gt(a.value) : b.value.lt(a.value)) ? b : a
	);
	const winners = known.filter(({ value }) => value.eq(top.value));
	return winners.length === known.length ? new Set() : new Set(winners.map(({ id }) => id));
}

const IN_TONNES: ReadonlySet<string> = new Set(['targetTonnes', 'shareOfTarget', 'tonnes']);
const IN_GAPS: ReadonlySet<string> = new Set(['gapSecured', 'gapExpected', 'gapPlanned']);

/**
 * The same of a row. A portfolio is no better for what it does not know, nor for holding nothing: where such a one would
 * come first, none is marked. Kronor per tonne below zero rank nothing (METHODS §6).
 */
export function bestIn(
	portfolios: readonly ComparedPortfolio[],
	{ key, good }: CompareRow
): ReadonlySet<string> {
	if (portfolios.some((one) => one.isPartlyHidden)) return new Set();
	const isWhole = ({ figures }: ComparedPortfolio) =>
		IN_TONNES.has(key) ||
		(figures.measures > 0 &&
			figures.unknownCosts === 0 &&
			!(IN_GAPS.has(key) && figures.unknownFunding > 0) &&
			!(key === 'costPerTonne' && figures.withoutCostPerTonne > 0));
	if (key === 'costPerTonne' && portfolios.some(({ figures }) => figures.costPerTonne?.lt(0)))
		return new Set();
	const winners = bestOf(
		portfolios.map(({ id, figures }) => ({ id, value: figures[key] })),
		good
	);
	return portfolios.every((one) => !winners.has(one.id) || isWhole(one)) ? winners : new Set();
}

/** The likeliest to reach the target, where all are reckoned of the plan as it is and the lead is no chance of the draws. */
export function likeliest(portfolios: readonly ComparedPortfolio[]): ReadonlySet<string> {
	const chances = portfolios.flatMap(({ id, chance }) =>
		chance && !chance.isOld ? [{ id, value: chance.share, error: chance.standardError }] : []
	);
	if (chances.length < portfolios.length) return new Set();
	const winners = bestOf(chances, 'high');
	const [top, next] = [...chances].sort((a, b) => b.value.cmp(a.value));
	if (!top || !next) return new Set();
	const lead = Number(top.value.minus(next.value));
	return lead > SURE * Math.hypot(top.error, next.error) ? winners : new Set();
}

/** Standard errors that a lead must be. */
const SURE = 2;
