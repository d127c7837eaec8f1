import { sum, type Decimal } from '../decimal.ts';
import { finalPlace, paidShares, yearsUntilPaid } from '../plan/payout.ts';
import { addAt, at, zeros, type Horizon, type Series } from '../years.ts';
import { isSecured } from './certainty.ts';
import { awardsAmong, type FundingFlow } from './funding-flows.ts';

/** A flow of secured money with when it is paid, and the places of its award's first and last year, also outside the horizon. */
export type PaidFlow = {
	readonly flow: FundingFlow;
	readonly first: number;
	readonly last: number;
	readonly paid: Series;
};

/**
 * Secured money of each flow in the years in which it is paid, own share, kr: the advance of the whole in the first year that
 * the award has money for, the rest in or after its years, what is held back after its last. All of it is what is for the
 * plan's years; payments outside them drop out (METHODS §2 and §14, rule 1).
 */
export function paidFlows(flows: readonly FundingFlow[], horizon: Horizon): PaidFlow[] {
	const secured = flows.filter(({ line }) => isSecured(line.status));
	return awardsAmong(secured).flatMap((award) => {
		const spans = award.flatMap(({ span }) => span ?? []);
		if (spans.length === 0) return [];
		const first = Math.min(...spans.map((span) => span.first)) - horizon.firstYear;
		const last = Math.max(...spans.map((span) => span.last)) - horizon.firstYear;
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
