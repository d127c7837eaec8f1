import type { Decimal } from '../decimal.ts';
import { ONE, sum } from '../decimal.ts';
import { DomainError } from '../errors.ts';
import type { CostItem, FundingLine, Measure, Plan, Portfolio } from './plan.ts';

/** A measure as a portfolio places it: moved by whole years and scaled (METHODS §14, rule 9). */
export type PlacedMeasure = {
	readonly measure: Measure;
	readonly shift: number;
	readonly scale: Decimal;
	readonly ownShare: Decimal;
	readonly startYear: number;
};

/** The municipality's part of a joint measure: 1 − the partners' shares (rule 8). */
export function ownShare(measure: Measure): Decimal {
	return ONE.minus(sum(measure.jointWith.map((partner) => partner.share)));
}

/** The measures of a portfolio in the order in which interaction credits them: start year, then id as text (rule 10). */
export function placedMeasures(plan: Plan, portfolio: Portfolio): PlacedMeasure[] {
	const byId = new Map(plan.measures.map((measure) => [measure.id, measure]));
	const placed = portfolio.measures.map((id): PlacedMeasure => {
		const measure = byId.get(id);
		if (!measure)
			throw new DomainError(
				'unknown-measure',
				`Portfolio ${portfolio.id} names measure ${id}, which the plan lacks.`
			);
		return {
			measure,
			shift: ownValue(portfolio.shift, id) ?? 0,
			scale: ownValue(portfolio.scale, id) ?? ONE,
			ownShare: ownShare(measure),
			startYear: startOf(measure, portfolio)
		};
	});
	return placed.sort((a, b) => a.startYear - b.startYear || compareIds(a.measure.id, b.measure.id));
}

/** The year in which a portfolio starts a measure. */
export function startOf({ id, startYear }: Measure, { shift }: Pick<Portfolio, 'shift'>): number {
	return startYear + (ownValue(shift, id) ?? 0);
}

/** The value that a record itself holds; an id may be the name of something that every object inherits. */
export function ownValue<Value>(
	record: Readonly<Record<string, Value>>,
	id: string
): Value | undefined {
	return Object.hasOwn(record, id) ? record[id] : undefined;
}

/** Order of ids as text by code unit: the same on every machine and in every language. */
export function compareIds(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

export function isUnknown(item: CostItem): boolean {
	return item.timing === 'one-off' ? item.amount === null : item.amountPerYear === null;
}

/** Depreciation years: the item's own, else the measure's lifetime (rule 4); null when neither is known. */
export function depreciationYears(item: CostItem, measure: Measure): number | null {
	return item.depreciationYears ?? measure.lifetimeYears;
}

/** Kronor of one instalment of a funding line; null when unknown. */
export function inKronor(
	instalment: Pick<FundingLine['amounts'][number], 'amount' | 'currency'>,
	euroRate: Decimal | null
): Decimal | null {
	if (instalment.amount === null) return null;
	if (instalment.currency === 'SEK') return instalment.amount;
	return euroRate === null ? null : instalment.amount.times(euroRate);
}
