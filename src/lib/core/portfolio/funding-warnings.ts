import type { CountedFunding } from '../funding/counted-funding.ts';
import { isListed } from '../funding/certainty.ts';
import type { PlacedMeasure } from '../plan/placement.ts';
import { yearsUntilPaid } from '../plan/application.ts';
import type { FundingLine, Plan } from '../plan/plan.ts';
import type { Programme } from '../plan/programme.ts';
import { isWithin, type Horizon } from '../years.ts';
import { paidShares } from '../funding/payout.ts';
import type { EvaluatedMeasure, Frame } from './frame.ts';
import type { Warning } from './evaluation.ts';
import { outsideHorizon } from './measure-warnings.ts';
import { ruleWarnings } from './line-rules.ts';

type KnownLine = { readonly line: FundingLine; readonly programme: Programme };

export function fundingWarnings(
	plan: Plan,
	stack: CountedFunding,
	measures: readonly EvaluatedMeasure[],
	frame: Frame
): Warning[] {
	const byMeasure = linesByMeasure(plan);
	return [
		...measures.flatMap((measure) =>
			(byMeasure.get(measure.placed.measure.id) ?? []).flatMap((known) =>
				lineWarnings(known, measure.placed, frame.horizon)
			)
		),
		...ruleWarnings(stack)
	];
}

/** Lines that are listed, by the measure they pay for. */
function linesByMeasure(plan: Plan): Map<string, KnownLine[]> {
	const programmes = new Map(plan.programmes.map((programme) => [programme.id, programme]));
	const byMeasure = new Map<string, KnownLine[]>();
	for (const line of plan.funding) {
		const programme = programmes.get(line.programme);
		if (!programme || !isListed(line.status)) continue;
		const lines = byMeasure.get(line.measure) ?? [];
		lines.push({ line, programme });
		byMeasure.set(line.measure, lines);
	}
	return byMeasure;
}

function lineWarnings(
	{ line, programme }: KnownLine,
	placed: PlacedMeasure,
	horizon: Horizon
): Warning[] {
	const warnings: Warning[] = [];
	const isOpenQuestion = line.status === 'applied' || line.status === 'planned';
	if (isOpenQuestion && (programme.status === 'closed' || programme.status === 'ended'))
		warnings.push({
			code: 'programme-closed',
			where: line.id,
			value: programme.status,
			limit: null,
			text: {
				sv: `${line.id}: ${programme.name.sv} tar inte emot ansökningar (läget ${programme.asOf}).`,
				en: `${line.id}: ${programme.name.en} takes no applications (as of ${programme.asOf}).`
			}
		});
	if (line.amounts.some(({ amount }) => amount === null))
		warnings.push({
			code: 'missing-funding-amount',
			where: line.id,
			value: null,
			limit: null,
			text: {
				sv: `${line.id}: ett belopp saknas och räknas inte.`,
				en: `${line.id}: an amount is unknown and counts nothing.`
			}
		});
	if (line.amounts.some(({ year }) => !isWithin(year + placed.shift, horizon))) {
		const label = { sv: `Finansiering ${line.id}`, en: `Funding ${line.id}` };
		warnings.push(outsideHorizon(line.id, label, horizon));
	}
	return [...warnings, ...lateWarnings(line, placed, horizon)];
}

/** Money that is paid only when the plan is over never comes into its liquidity. */
function lateWarnings(line: FundingLine, placed: PlacedMeasure, horizon: Horizon): Warning[] {
	const delay = yearsUntilPaid(line) ?? 0;
	const heldBack = line.payout?.lastShare.gt(0) ? line.payout.lastAfterYears : 0;
	const own = line.amounts
		.map(({ year }) => year + placed.shift)
		.filter((year) => isWithin(year, horizon));
	const isLost =
		(paidShares(line).during.gt(0) && own.some((year) => !isWithin(year + delay, horizon))) ||
		(own.length > 0 && !isWithin(Math.max(...own) + heldBack, horizon));
	if (!isLost) return [];
	return [
		{
			code: 'paid-after-plan',
			where: line.id,
			value: String(Math.max(delay, heldBack)),
			limit: String(horizon.lastYear),
			text: {
				sv: `${line.id}: betalas ut efter sitt år, en del först efter planens sista år ${horizon.lastYear}. Det kommer aldrig in i likviditeten.`,
				en: `${line.id}: is paid after its year, some of it only after the plan's last year ${horizon.lastYear}. That never comes into liquidity.`
			}
		}
	];
}
