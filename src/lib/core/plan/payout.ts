import { ONE, ZERO, sum, type Decimal } from '../decimal.ts';
import type { FundingLine } from './funding-line.ts';

/** When a line's money comes, as its application or the line itself says. */

/** Whole years after its year that what is neither paid ahead nor held back comes; undefined where nobody has said. */
export function yearsUntilPaid({
	payout,
	paidAfterYears
}: Pick<FundingLine, 'payout' | 'paidAfterYears'>): number | undefined {
	return payout ? payout.afterYears : paidAfterYears;
}

/** Shares of a line's money by when they come; together 1. */
type PaidShares = {
	readonly advance: Decimal;
	readonly during: Decimal;
	readonly final: Decimal;
};

export function paidShares({ payout }: Pick<FundingLine, 'payout'>): PaidShares {
	if (!payout) return { advance: ZERO, during: ONE, final: ZERO };
	const { advanceShare, lastShare } = payout;
	return {
		advance: advanceShare,
		during: ONE.minus(advanceShare).minus(lastShare),
		final: lastShare
	};
}

/** Share of a line's money that comes no later than the year that it is for; undefined where nobody has said. */
export function shareInTime(line: FundingLine): Decimal | undefined {
	const years = yearsUntilPaid(line);
	if (years === undefined) return undefined;
	const { advance, during, final } = paidShares(line);
	const isFinalInTime = (line.payout?.lastAfterYears ?? 0) === 0;
	return sum([advance, years === 0 ? during : ZERO, isFinalInTime ? final : ZERO]);
}

/** The place of the year in which the share held back comes: so many years after the last year of the award. */
export function finalPlace({ payout }: Pick<FundingLine, 'payout'>, last: number): number {
	return last + (payout?.lastAfterYears ?? 0);
}
