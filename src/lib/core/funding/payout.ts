import { ONE, ZERO, sum, type Decimal } from '../decimal.ts';
import { yearsUntilPaid } from '../plan/application.ts';
import type { FundingLine } from '../plan/funding-line.ts';
import { addAt, at, zeros, type Horizon, type Series } from '../years.ts';
import { isSecured } from './certainty.ts';
import { awardsAmong, type FundingFlow } from './funding-flows.ts';

/** A flow of secured money with when it is paid, and the places of the first and last year that its award has money for. */
export type PaidFlow = {
	readonly flow: FundingFlow;
	readonly first: number;
	readonly last: number;
	readonly paid: Series;
};

/** Shares of a line's money by when they come; together 1. */
export type PaidShares = {
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

/** The place of the year in which the share held back comes: so many years after the last year of the award. */
export function finalPlace({ payout }: Pick<FundingLine, 'payout'>, last: number): number {
	return last + (payout?.lastAfterYears ?? 0);
}

/**
 * Secured money of each flow in the years in which it is paid, own share, kr: the advance of the whole in the first year that
 * the award has money for, the rest in or after its years, what is held back after its last. Payments outside the plan's
 * years drop out (METHODS §2 and §14, rule 1).
 */
export function paidFlows(flows: readonly FundingFlow[], horizon: Horizon): PaidFlow[] {
	const secured = flows.filter(({ line }) => isSecured(line.status));
	return awardsAmong(secured).flatMap((award) => {
		const places = award.flatMap(({ perYear }) =>
			perYear.flatMap((amount, place) => (amount.isZero() ? [] : [place]))
		);
		if (places.length === 0) return [];
		const [first, last] = [Math.min(...places), Math.max(...places)];
		return award.map((flow) => ({ flow, first, last, paid: paidOf(flow, first, last, horizon) }));
	});
}

function paidOf({ line, perYear }: FundingFlow, first: number, last: number, horizon: Horizon) {
	const shares = paidShares(line);
	const delay = yearsUntilPaid(line) ?? 0;
	const paid = zeros(horizon);
	perYear.forEach((amount, place) => addAt(paid, place + delay, amount.times(shares.during)));
	const whole = sum(perYear);
	addAt(paid, first, whole.times(shares.advance));
	addAt(paid, finalPlace(line, last), whole.times(shares.final));
	return paid;
}

/** The payments of flows together, per year. */
export function paidTogether(flows: readonly PaidFlow[], horizon: Horizon): Decimal[] {
	const together = zeros(horizon);
	for (const { paid } of flows) paid.forEach((amount, place) => addAt(together, place, amount));
	return together;
}

/** Whether some of a flow's money comes in a year. */
export function paysIn({ paid }: PaidFlow, place: number): boolean {
	return !at(paid, place).isZero();
}
