import { ONE, ZERO, min, type Decimal } from '../decimal.ts';
import { capitalCostFactors } from '../finance/capital-cost.ts';
import { yearsUntilPaid } from '../plan/payout.ts';
import { depreciationYears, isUnknown, type PlacedMeasure } from '../plan/placement.ts';
import type { Plan, PlanSettings } from '../plan/plan.ts';
import { isBorrowed } from '../plan/programme.ts';
import { addAt, zeros, type Horizon, type Series } from '../years.ts';
import { isListed, isSecured } from './certainty.ts';
import type { CountedFunding } from './counted-funding.ts';
import { instalments, lineSeries, spanOf, upTo, type FundingFlow } from './funding-flows.ts';

/** A loan, or money of an energy performance contract, on a cost item as placed. */
export type BorrowedFlow = FundingFlow & {
	/** It is repaid over so many years; null: not while the plan lasts. */
	readonly years: number | null;
};

/**
 * Lines of the municipality's investments of known amount that are paid back: loans as they are listed, and energy performance
 * contracts as far as they keep the rules. They close no gap (METHODS §8).
 */
export function borrowedFlows(
	plan: Plan,
	placed: readonly PlacedMeasure[],
	{ claims, awards }: CountedFunding,
	horizon: Horizon
): BorrowedFlow[] {
	const borrowing = new Set(plan.programmes.filter(isBorrowed).map(({ id }) => id));
	const lines = plan.funding.filter(
		({ programme, status }) => borrowing.has(programme) && isListed(status)
	);
	if (lines.length === 0) return [];
	const byMeasure = new Map(placed.map((one) => [one.measure.id, one]));
	const places = new Map(claims.map(({ id }, place) => [id, place]));
	return lines.flatMap((line): BorrowedFlow[] => {
		const one = byMeasure.get(line.measure);
		const item = one?.measure.costs.find(({ id }) => id === line.costItem);
		if (!one || !item || isUnknown(item)) return [];
		if (item.payer !== 'municipality' || item.kind !== 'capex') return [];
		const inFull = instalments(line, one, plan.settings.euroRate);
		const award = awards[places.get(line.id) ?? -1];
		const listed = lineSeries(inFull, one, horizon);
		const counted = award?.cut ? upTo(award.counted, inFull) : inFull;
		const perYear = award?.cut ? lineSeries(counted, one, horizon) : listed;
		const life = item.costKind === 'land' ? null : depreciationYears(item, one.measure);
		return [{ line, item, perYear, listed, span: spanOf(counted), years: line.loanYears ?? life }];
	});
}

/** What a borrowed flow costs in interest a year, as a share: its own rate, else the plan's internal rate. */
export function loanRate({ line }: BorrowedFlow, { internalRate }: PlanSettings): Decimal {
	return line.loanRate ?? internalRate;
}

/** How an asset's spending is paid: shares of it, the loans in order, each of what grants and the loans before it left. */
export function financedShares<Loan>(
	spent: Decimal,
	kept: Decimal,
	loans: readonly { readonly loan: Loan; readonly amount: Decimal }[]
): { readonly own: Decimal; readonly borrowed: readonly { loan: Loan; share: Decimal }[] } {
	let own = kept;
	const borrowed = loans.map(({ loan, amount }) => {
		const share = spent.isZero() ? ZERO : min(own, amount.div(spent));
		own = own.minus(share);
		return { loan, share };
	});
	return { own, borrowed };
}

/** The share of an asset that its counted grants leave to pay. */
export function shareKept(spent: Decimal, granted: Decimal): Decimal {
	return granted.isZero() || spent.isZero() ? ONE : ONE.minus(min(ONE, granted.div(spent)));
}

/** A loan in the years in which it is drawn: those of its amounts, or so many years after them. */
export function drawnPerYear({ line, perYear }: BorrowedFlow, horizon: Horizon): Series {
	const drawn = zeros(horizon);
	const delay = yearsUntilPaid(line) ?? 0;
	perYear.forEach((amount, place) => addAt(drawn, place + delay, amount));
	return drawn;
}

/** Money of loans as it comes in and is paid back, and the interest on what is owed when the year begins; kr per year. */
export type LoanCash = {
	readonly drawn: Series;
	readonly repaid: Series;
	readonly interest: Series;
};

/**
 * Cash of the loans that are decided: drawn, and repaid in equal parts from the year after, with interest on what
 * is owed at the beginning of the year. Without years they are owed for as long as the plan lasts.
 */
export function loanCash(
	flows: readonly BorrowedFlow[],
	settings: PlanSettings,
	horizon: Horizon
): LoanCash {
	const [drawn, repaid, interest] = [zeros(horizon), zeros(horizon), zeros(horizon)];
	for (const flow of flows) {
		if (!isSecured(flow.line.status)) continue;
		const rate = loanRate(flow, settings);
		drawnPerYear(flow, horizon).forEach((amount, place) => {
			if (amount.isZero()) return;
			addAt(drawn, place, amount);
			for (let k = 1; place + k < drawn.length; k++) {
				const factors = loanFactors(flow, rate, k);
				addAt(repaid, place + k, amount.times(factors.repaid));
				addAt(interest, place + k, amount.times(factors.interest));
			}
		});
	}
	return { drawn, repaid, interest };
}

/** Of a krona borrowed, what is repaid k years after and the interest of that year. */
export function loanFactors(
	{ years }: BorrowedFlow,
	rate: Decimal,
	k: number
): { readonly repaid: Decimal; readonly interest: Decimal } {
	if (years === null) return { repaid: ZERO, interest: rate };
	const { depreciation, interest } = capitalCostFactors(years, rate, k);
	return { repaid: depreciation, interest };
}
