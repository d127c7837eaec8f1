import { closesGap } from '../../core/plan/programme.ts';
import { settled, sum, type Decimal } from '../../core/decimal.ts';
import type { Text } from '../../core/errors.ts';
import { isListed } from '../../core/funding/certainty.ts';
import { totalOf } from '../../core/funding/gap.ts';
import { inKronor } from '../../core/plan/placement.ts';
import type { FundingLine, FundingStatus, Plan } from '../../core/plan/plan.ts';
import * as parts from '../store/plan-parts.ts';
import { chosen, type Chosen } from './chosen-portfolio.ts';
import { may, permit, type Context } from './context.ts';

/** Year × source: the need, what pays for it, and what is missing in each of the three variants. */
export function financingPage(ctx: Context, planId: string, portfolioId: string | null) {
	const found = chosen(ctx, planId, portfolioId);
	if (!found) return { portfolio: null };
	return {
		...found.view('financing', found.portfolio.id, () => financing(found)),
		mayEdit: may(ctx.actor, 'plan.edit'),
		applications: applications(ctx, planId, found)
	};
}

/** What waits for an answer comes first. */
const toDo: readonly FundingStatus[] = [
	'applied',
	'planned',
	'granted',
	'contracted',
	'paid',
	'idea',
	'rejected'
];

/** Every funding line of the portfolio's measures, decided or not, with the version that an edit of it counts from. */
function applications(ctx: Context, planId: string, { plan, portfolio }: Chosen) {
	const { organisationId } = permit(ctx, 'plan.read');
	const versions = parts.versions(ctx.db, { organisationId, planId }, 'funding');
	const names = namesIn(plan);
	return plan.funding
		.filter(({ measure }) => portfolio.measures.includes(measure))
		.sort((a, b) => toDo.indexOf(a.status) - toDo.indexOf(b.status))
		.map((line) => ({
			...names(line),
			id: line.id,
			measure: line.measure,
			programme: line.programme,
			application: line.application ?? null,
			status: line.status,
			probability: line.probability,
			amount: inFull(line, plan.settings.euroRate),
			decision: line.decision,
			version: versions.get(line.id)?.version ?? 0
		}));
}

/** All instalments in kronor; unknown when one is, or when the euro rate is. */
function inFull({ amounts }: FundingLine, euroRate: Decimal | null): Decimal | null {
	return totalOf(amounts.map((instalment) => inKronor(instalment, euroRate)));
}

function namesIn(plan: Plan) {
	const programmes = new Map(plan.programmes.map(({ id, name }) => [id, name]));
	const measures = new Map(plan.measures.map(({ id, name }) => [id, name]));
	return (line: { readonly programme: string; readonly measure: string }) => ({
		programmeName: programmes.get(line.programme) ?? null,
		measureName: measures.get(line.measure) ?? null
	});
}

/** Omriktade befintliga ramar: what of the own room comes from which budget, per year. */
function redirectedFrames(plan: Plan, years: readonly number[]) {
	const rows = plan.budget.flatMap(({ year, room }) =>
		(room?.redirected ?? []).map((one) => ({ year, ...one }))
	);
	return [...new Set(rows.map(({ fromBudget }) => fromBudget))].map((fromBudget) => {
		const own = rows.filter((row) => row.fromBudget === fromBudget);
		const perYear = years.map((year) =>
			sum(own.filter((row) => row.year === year).map(({ amount }) => amount))
		);
		return { fromBudget, perYear, total: sum(perYear) };
	});
}

function financing({ plan, portfolio, evaluation }: Chosen) {
	const names = namesIn(plan);
	return {
		portfolio: { id: portfolio.id, name: portfolio.name },
		years: evaluation.years,
		need: evaluation.need,
		capacity: evaluation.ownCapacity,
		lines: evaluation.fundingLines.map((line) => ({
			...line,
			...names(line)
		})),
		funding: evaluation.funding,
		gap: evaluation.gap,
		allFunded: evaluation.allFunded.probability,
		worstGap: evaluation.allFunded.worstGap,
		payers: evaluation.payers,
		sectors: evaluation.sectors,
		whoPays: evaluation.whoPays.map((balance) => ({
			...balance,
			netPresent: settled(balance.netPresent)
		})),
		redirected: redirectedFrames(plan, evaluation.years),
		...outsideGap(plan, portfolio.measures),
		unknown: evaluation.unknown
	};
}

/** Programmes named by the portfolio's lines that never make the gap smaller: those that lend, and own money. */
function outsideGap(plan: Plan, measures: readonly string[]): { loans: Text[]; ownMoney: Text[] } {
	const named = new Set(
		plan.funding
			.filter((line) => measures.includes(line.measure) && isListed(line.status))
			.map((line) => line.programme)
	);
	const outside = plan.programmes.filter(
		(programme) => named.has(programme.id) && !closesGap(programme)
	);
	const namesOf = (areLoans: boolean) =>
		outside
			.filter(({ instrument }) => (instrument === 'loan') === areLoans)
			.map(({ name }) => name);
	return { loans: namesOf(true), ownMoney: namesOf(false) };
}
