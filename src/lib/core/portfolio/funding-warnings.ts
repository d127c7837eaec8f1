import type { CountedFunding } from '../funding/counted-funding.ts';
import { isListed } from '../funding/certainty.ts';
import type { PlacedMeasure } from '../plan/placement.ts';
import { awardOf } from '../plan/application.ts';
import { paidShares, yearsUntilPaid } from '../plan/payout.ts';
import type { FundingLine, Plan } from '../plan/plan.ts';
import type { Programme } from '../plan/programme.ts';
import { isWithin, type Horizon } from '../years.ts';
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
	const lastYears = lastYearsOf(plan, measures);
	return [
		...measures.flatMap((measure) =>
			(byMeasure.get(measure.placed.measure.id) ?? []).flatMap((known) =>
				lineWarnings(known, measure.placed, {
					horizon: frame.horizon,
					lastYear: lastYears.get(awardOf(known.line)) ?? 0
				})
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
	award: Award
): Warning[] {
	const { horizon } = award;
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
	return [...warnings, ...lateWarnings(line, placed, award)];
}

/** The plan's years, and the last year that the line's award asks money for. */
type Award = { readonly horizon: Horizon; readonly lastYear: number };

/** The last year that each award asks money for, as placed. */
function lastYearsOf(plan: Plan, measures: readonly EvaluatedMeasure[]): Map<string, number> {
	const shifts = new Map(measures.map(({ placed }) => [placed.measure.id, placed.shift]));
	const last = new Map<string, number>();
	for (const line of plan.funding) {
		const shift = shifts.get(line.measure);
		if (shift === undefined || !isListed(line.status)) continue;
		const years = line.amounts.map(({ year }) => year + shift);
		last.set(awardOf(line), Math.max(last.get(awardOf(line)) ?? -Infinity, ...years));
	}
	return last;
}

/** Money that is paid only when the plan is over never comes into its liquidity. */
function lateWarnings(
	line: FundingLine,
	placed: PlacedMeasure,
	{ horizon, lastYear }: Award
): Warning[] {
	const own = line.amounts
		.map(({ year }) => year + placed.shift)
		.filter((year) => isWithin(year, horizon));
	const { during, final } = paidShares(line);
	const restYears = during.isZero() ? [] : own.map((year) => year + (yearsUntilPaid(line) ?? 0));
	const finalYears =
		final.isZero() || own.length === 0 ? [] : [lastYear + (line.payout?.lastAfterYears ?? 0)];
	const latest = Math.max(...restYears, ...finalYears);
	if (latest <= horizon.lastYear) return [];
	return [
		{
			code: 'paid-after-plan',
			where: line.id,
			value: String(latest),
			limit: String(horizon.lastYear),
			text: {
				sv: `${line.id}: det sista betalas ut ${latest}, efter planens sista år ${horizon.lastYear}. Det som kommer så sent syns aldrig i likviditeten.`,
				en: `${line.id}: the last of it is paid in ${latest}, after the plan's last year ${horizon.lastYear}. What comes that late never shows in liquidity.`
			}
		}
	];
}
