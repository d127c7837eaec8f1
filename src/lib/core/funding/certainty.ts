import { ONE, ZERO, type Decimal } from '../decimal.ts';
import type { FundingLine, FundingStatus } from '../plan/plan.ts';

/** The three variants of funding, always shown together (METHODS §8). */
export const certainties = ['secured', 'expected', 'planned'] as const;
export type Certainty = (typeof certainties)[number];
export type ByCertainty<Value> = Readonly<Record<Certainty, Value>>;

export function byCertainty<Value>(make: (certainty: Certainty) => Value): ByCertainty<Value> {
	return { secured: make('secured'), expected: make('expected'), planned: make('planned') };
}

const SECURED: ReadonlySet<FundingStatus> = new Set(['granted', 'contracted', 'paid']);

/** Whether money of a status is listed at all: ideas and what was rejected count nowhere. */
export function isListed(status: FundingStatus): boolean {
	return status !== 'idea' && status !== 'rejected';
}

/** Whether the money of a status is decided: granted, contracted or paid. */
export function isSecured(status: FundingStatus): boolean {
	return SECURED.has(status);
}

/**
 * Weight of a line in a variant (METHODS §14, rule 13): secured counts granted, contracted and paid; expected adds
 * probability × applied and planned; planned adds them in full. Ideas and rejected lines never come this far.
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
