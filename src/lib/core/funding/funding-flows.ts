import type { Decimal } from '../decimal.ts';
import { ONE, ZERO } from '../decimal.ts';
import { inKronor, isUnknown, type PlacedMeasure } from '../plan/placement.ts';
import type { CostItem, FundingLine, FundingStatus, Plan } from '../plan/plan.ts';
import { closesGap, type Programme } from '../plan/programme.ts';
import { addAt, zeros, type Horizon, type Series } from '../years.ts';

/** The three variants of funding, always shown together (METHODS §8). */
export const certainties = ['secured', 'expected', 'planned'] as const;
export type Certainty = (typeof certainties)[number];
export type ByCertainty<Value> = Readonly<Record<Certainty, Value>>;

export function byCertainty<Value>(make: (certainty: Certainty) => Value): ByCertainty<Value> {
	return { secured: make('secured'), expected: make('expected'), planned: make('planned') };
}

/** A funding line that closes the gap, as placed: own share, kronor per year inside the horizon. */
export type FundingFlow = {
	readonly line: FundingLine;
	readonly item: CostItem;
	readonly perYear: Series;
};

const SECURED: ReadonlySet<FundingStatus> = new Set(['granted', 'contracted', 'paid']);

/** Whether the money of a status is decided: granted, contracted or paid. */
export function isSecured(status: FundingStatus): boolean {
	return SECURED.has(status);
}

/**
 * Weight of a line in a variant (METHODS §14, rule 13): secured counts granted, contracted and paid; expected adds
 * probability × applied and planned; planned adds them in full. Rejected lines never come this far.
 */
export function fundingWeight(
	line: Pick<FundingLine, 'status' | 'probability'>,
	certainty: Certainty
): Decimal {
	if (isSecured(line.status) || certainty === 'planned') return ONE;
	return certainty === 'expected' ? line.probability : ZERO;
}

/** An award that may be lost: applied for or planned, and not certain to be won. */
export function canBeLost(line: FundingLine): boolean {
	return !isSecured(line.status) && line.probability.lt(ONE);
}

/** Weight of what cannot be lost: 1, else 0. */
export function certainWeight(line: FundingLine): Decimal {
	return canBeLost(line) ? ZERO : ONE;
}

/** Lines of the placed measures that close the gap and whose cost item has a known amount (rules 8, 9 and 13). */
export function fundingFlows(
	plan: Plan,
	placed: readonly PlacedMeasure[],
	horizon: Horizon
): FundingFlow[] {
	const programmes = new Map(plan.programmes.map((programme) => [programme.id, programme]));
	const byMeasure = new Map(placed.map((one) => [one.measure.id, one]));
	return plan.funding.flatMap((line): FundingFlow[] => {
		const one = byMeasure.get(line.measure);
		const item = one?.measure.costs.find((candidate) => candidate.id === line.costItem);
		if (!one || !item || isUnknown(item) || !counts(line, programmes)) return [];
		return [{ line, item, perYear: lineSeries(line, one, plan.settings.euroRate, horizon) }];
	});
}

function counts(line: FundingLine, programmes: ReadonlyMap<string, Programme>): boolean {
	const programme = programmes.get(line.programme);
	return line.status !== 'rejected' && programme !== undefined && closesGap(programme);
}

function lineSeries(
	line: FundingLine,
	placed: PlacedMeasure,
	euroRate: Decimal | null,
	horizon: Horizon
): Series {
	const series = zeros(horizon);
	const factor = placed.ownShare.times(placed.scale);
	for (const instalment of line.amounts) {
		const amount = inKronor(instalment, euroRate);
		if (amount)
			addAt(series, instalment.year + placed.shift - horizon.firstYear, amount.times(factor));
	}
	return series;
}
