import { negated, sum, type Decimal } from '../../core/decimal.ts';
import { isSecured } from '../../core/funding/certainty.ts';
import type { NullableSeries } from '../../core/funding/gap.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { totalled } from '../../core/portfolio/totalled.ts';
import { chosen } from './chosen-portfolio.ts';
import type { Context } from './context.ts';

/** The municipality's cash year by year: when money comes and goes, what must be bridged and what that costs. */
export function liquidityPage(ctx: Context, planId: string, portfolioId: string | null) {
	const found = chosen(ctx, planId, portfolioId);
	if (!found) return { portfolio: null };
	return found.view('liquidity', found.portfolio.id, () => {
		const { plan, portfolio, evaluation } = found;
		const { liquidity, years, need, ownCapacity, gap } = evaluation;
		const lines = new Map(plan.funding.map((line) => [line.id, line]));
		return {
			portfolio: { id: portfolio.id, name: portfolio.name },
			years,
			internalRate: plan.settings.internalRate,
			gap: gap.secured.total,
			peak: liquidity.peakBridging,
			peakYear: yearOfPeak(years, liquidity.bridge, liquidity.peakBridging),
			rows: {
				capacity: ownCapacity,
				frame: totalled(frames(plan, years)),
				paidOut: totalled(liquidity.paidOut),
				need: totalled(need.perYear.map(negated)),
				running: totalled(liquidity.running.map(negated)),
				cash: totalled(liquidity.perYear)
			},
			position: liquidity.position,
			bridge: liquidity.bridge,
			bridgeInterest: liquidity.bridgeInterest,
			payments: liquidity.payments.map(({ line, amount, perYear }) => ({
				...namesOf(plan, line),
				amount,
				perYear,
				total: sum(perYear),
				payout: lines.get(line)?.payout ?? null,
				afterYears: lines.get(line)?.paidAfterYears ?? null
			})),
			loans: liquidity.loanLines.map(({ line, ...terms }) => ({
				...namesOf(plan, line),
				...terms,
				hasOwnRate: lines.get(line)?.loanRate !== undefined,
				isDecided: isSecured(lines.get(line)?.status ?? 'idea')
			})),
			withLoans: {
				drawn: totalled(liquidity.loans.drawn),
				repaid: totalled(liquidity.loans.repaid.map(negated)),
				interest: totalled(liquidity.loans.interest.map(negated)),
				position: liquidity.afterLoans.position,
				peak: liquidity.afterLoans.peakBridging
			}
		};
	});
}

function frames({ budget }: Plan, years: readonly number[]): NullableSeries {
	return years.map((year) => budget.find((row) => row.year === year)?.operatingFrame ?? null);
}

/** The first year in which the bridge is as large as it gets. */
function yearOfPeak(
	years: readonly number[],
	bridge: NullableSeries,
	peak: Decimal | null
): number | null {
	if (!peak || peak.isZero()) return null;
	return years[bridge.findIndex((owed) => owed?.eq(peak))] ?? null;
}

function namesOf(plan: Plan, id: string) {
	const line = plan.funding.find((one) => one.id === id);
	const application = plan.applications.find((one) => one.id === line?.application);
	return {
		line: id,
		measure: line?.measure ?? '',
		application: application ? { id: application.id, name: application.name } : null,
		programme: plan.programmes.find((one) => one.id === line?.programme)?.name ?? null
	};
}
