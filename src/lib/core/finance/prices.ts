import type { Decimal } from '../decimal.ts';
import { DomainError } from '../errors.ts';
import { at, growthFactors } from '../years.ts';

/** A named price index in a named edition: KPI, KPIF, entreprenadindex, PKV. */
export type PriceIndex = {
	readonly name: string;
	readonly edition: string;
	readonly source: string;
	readonly points: ReadonlyMap<number, Decimal>;
};

/** (1 + nominal) = (1 + real)(1 + inflation) (Fisher; METHODS §1). */
export function nominalRate(realRate: Decimal, inflation: Decimal): Decimal {
	return realRate.plus(1).times(inflation.plus(1)).minus(1);
}

export function realRate(nominalRate: Decimal, inflation: Decimal): Decimal {
	return nominalRate.plus(1).div(inflation.plus(1)).minus(1);
}

/** Flows of constant prices in the prices of their own period: F_t × (1 + inflation)^t. */
export function nominalFlows(realFlows: readonly Decimal[], inflation: Decimal): Decimal[] {
	const levels = growthFactors(inflation, realFlows.length);
	return realFlows.map((flow, t) => flow.times(at(levels, t)));
}

/** From one price level to another: value × index(to) / index(from). */
export function atPriceLevel(value: Decimal, indexFrom: Decimal, indexTo: Decimal): Decimal {
	if (indexFrom.lte(0) || indexTo.lte(0))
		throw new DomainError(
			'index-not-positive',
			`A price index must be above 0; got ${indexFrom.toString()} and ${indexTo.toString()}.`
		);
	return value.times(indexTo).div(indexFrom);
}

/** An amount in the prices of another year, by a named index; throws DomainError for a year that the index lacks. */
export function rebased(value: Decimal, index: PriceIndex, from: number, to: number): Decimal {
	const of = (year: number): Decimal => {
		const point = index.points.get(year);
		if (point) return point;
		const known = [...index.points.keys()].join(', ');
		throw new DomainError(
			'no-index-year',
			`${index.name} (${index.edition}) has no value for ${year}; it has: ${known}.`
		);
	};
	return atPriceLevel(value, of(from), of(to));
}
