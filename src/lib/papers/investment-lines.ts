import { sum, type Decimal } from '../core/decimal.ts';
import { isListed, isSecured } from '../core/funding/certainty.ts';
import { isUnknown, type PlacedMeasure } from '../core/plan/placement.ts';
import type { CostItem, Payer } from '../core/plan/plan.ts';
import { closesGap, type Programme } from '../core/plan/programme.ts';
import type { PaperSource } from './source.ts';

export type InvestmentLine = {
	/** What counts of it, whole project, kr; null: its amount is unknown. */
	readonly counts: Decimal | null;
	/** Whose cost it pays. */
	readonly payer: Payer;
	readonly programme: Programme;
	readonly isSecured: boolean;
};

/** By measure: the lines that make the gap smaller and pay investments, each with all that keeps the rules. */
export function investmentLines({ plan, evaluation }: PaperSource) {
	const programmes = new Map(plan.programmes.map((one) => [one.id, one]));
	const statusOf = new Map(plan.funding.map(({ id, status }) => [id, status]));
	const itemsOf = new Map(plan.measures.map(({ id, costs }) => [id, costs]));
	const unknown = new Set(evaluation.unknown.funding);
	const byMeasure = new Map<string, InvestmentLine[]>();
	for (const { line, measure, costItem, programme: of, counts } of evaluation.fundingRules) {
		const programme = programmes.get(of);
		const status = statusOf.get(line);
		const item = itemsOf.get(measure)?.find(({ id }) => id === costItem);
		if (!programme || !status || !isListed(status) || !closesGap(programme)) continue;
		if (item?.kind !== 'capex') continue;
		const own = byMeasure.get(measure) ?? [];
		own.push({
			counts: unknown.has(line) ? null : counts,
			payer: item.payer,
			programme,
			isSecured: isSecured(status)
		});
		byMeasure.set(measure, own);
	}
	return (measure: string): readonly InvestmentLine[] => byMeasure.get(measure) ?? [];
}

/** What the investments of a measure come to that are asked for, all their years, whole project, kr; null where one is unknown. */
export function investmentOf(
	{ measure, scale }: PlacedMeasure,
	isAsked: (item: CostItem) => boolean = () => true
): Decimal | null {
	const items = measure.costs.filter((item) => item.kind === 'capex' && isAsked(item));
	if (items.some(isUnknown)) return null;
	const amounts = items.flatMap((item) => (item.timing === 'one-off' ? (item.amount ?? []) : []));
	return sum(amounts).times(scale);
}
