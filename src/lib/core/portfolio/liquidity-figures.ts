import { sum } from '../decimal.ts';
import { loanCash, loanRate } from '../funding/borrowing.ts';
import type { NullableSeries } from '../funding/gap.ts';
import { bridging, liquidityPosition } from '../funding/liquidity.ts';
import type { FundedBy } from '../funding/operating-budget.ts';
import { paidFlows, paidTogether } from '../funding/payout.ts';
import { at } from '../years.ts';
import type { LiquidityFigures } from './evaluation.ts';
import type { EvaluatedMeasure, Frame } from './frame.ts';
import { flowOf, isMunicipalCapex, runningCosts } from './payer-figures.ts';
import { totalled } from './totalled.ts';

/**
 * Net cash per year: capacity + operating frame + secured funding as it is paid − municipal costs, loans left out (METHODS §14,
 * rule 17); where it stands after each year, what must be bridged and what that costs as a loan at the internal rate; and
 * the same once the decided loans have come in, been repaid and taken their interest.
 */
export function liquidityFigures(
	measures: readonly EvaluatedMeasure[],
	{ capacity, frames }: { readonly capacity: NullableSeries; readonly frames: NullableSeries },
	{ funding, borrowed }: FundedBy,
	{ horizon, settings }: Frame
): LiquidityFigures {
	const capex = flowOf(measures, isMunicipalCapex, horizon);
	const running = runningCosts(measures, 'municipality', horizon);
	const paid = paidFlows(funding, horizon).filter(({ flow }) => flow.item.payer === 'municipality');
	const paidOut = paidTogether(paid, horizon);
	const perYear = capacity.map((own, index) => {
		const frame = frames[index] ?? null;
		if (own === null || frame === null) return null;
		const cash = own.plus(frame).plus(at(paidOut, index));
		return cash.minus(at(capex, index)).minus(at(running, index));
	});
	const loans = loanCash(borrowed, settings, horizon);
	const withLoans = perYear.map(
		(net, index) =>
			net &&
			net
				.plus(at(loans.drawn, index))
				.minus(at(loans.repaid, index))
				.minus(at(loans.interest, index))
	);
	const { position, peakBridging } = liquidityPosition(perYear);
	const afterLoans = liquidityPosition(withLoans);
	const { bridge, interest } = bridging(position, settings.internalRate);
	return {
		perYear,
		peakBridging,
		paidOut,
		running,
		payments: paid.map(({ flow, paid: perYear }) => ({
			line: flow.line.id,
			amount: sum(flow.perYear),
			perYear
		})),
		position,
		bridge,
		bridgeInterest: totalled(interest),
		loans,
		loanLines: borrowed.map((loan) => ({
			line: loan.line.id,
			amount: sum(loan.perYear),
			years: loan.years,
			rate: loanRate(loan, settings)
		})),
		afterLoans: { perYear: withLoans, ...afterLoans }
	};
}
