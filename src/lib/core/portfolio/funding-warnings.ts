import { ZERO, sum, type Decimal } from '../decimal.ts';
import { inKronor, type PlacedMeasure } from '../plan/placement.ts';
import type { FundingLine, Plan } from '../plan/plan.ts';
import type { Programme } from '../plan/programme.ts';
import { isWithin, type Horizon } from '../years.ts';
import type { EvaluatedMeasure, Frame } from './frame.ts';
import type { Warning } from './evaluation.ts';
import { outsideHorizon } from './measure-warnings.ts';
import { kronor } from './words.ts';

type KnownLine = { readonly line: FundingLine; readonly programme: Programme };

export function fundingWarnings(
	plan: Plan,
	measures: readonly EvaluatedMeasure[],
	frame: Frame
): Warning[] {
	const byMeasure = linesByMeasure(plan);
	return measures.flatMap((measure) => {
		const lines = byMeasure.get(measure.placed.measure.id) ?? [];
		return [
			...lines.flatMap((known) => lineWarnings(known, plan, measure.placed, frame.horizon)),
			...measure.flows.items.flatMap(({ item, perYear }) => {
				const paying = lines.filter(({ line }) => line.costItem === item.id);
				const where = `${measure.placed.measure.id}.${item.id}`;
				const cost = perYear && sum(perYear);
				return itemWarnings(where, cost, paying, plan, measure.placed, frame.horizon);
			})
		];
	});
}

/** Lines that are not rejected, by the measure they pay for. */
function linesByMeasure(plan: Plan): Map<string, KnownLine[]> {
	const programmes = new Map(plan.programmes.map((programme) => [programme.id, programme]));
	const byMeasure = new Map<string, KnownLine[]>();
	for (const line of plan.funding) {
		const programme = programmes.get(line.programme);
		if (!programme || line.status === 'rejected') continue;
		const lines = byMeasure.get(line.measure) ?? [];
		lines.push({ line, programme });
		byMeasure.set(line.measure, lines);
	}
	return byMeasure;
}

function lineWarnings(
	{ line, programme }: KnownLine,
	plan: Plan,
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
	const { county } = plan.municipality;
	if (!programme.geography.includes('SE') && !programme.geography.includes(county))
		warnings.push({
			code: 'programme-outside-geography',
			where: line.id,
			value: county,
			limit: programme.geography.join(', '),
			text: {
				sv: `${line.id}: ${programme.name.sv} gäller ${programme.geography.join(', ')}, inte ${county}.`,
				en: `${line.id}: ${programme.name.en} covers ${programme.geography.join(', ')}, not ${county}.`
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
	const delay = line.paidAfterYears ?? 0;
	const paid = line.amounts.map(({ year }) => year + placed.shift);
	const isLost = paid.some((year) => isWithin(year, horizon) && !isWithin(year + delay, horizon));
	if (!isLost) return [];
	return [
		{
			code: 'paid-after-plan',
			where: line.id,
			value: String(delay),
			limit: String(horizon.lastYear),
			text: {
				sv: `${line.id}: betalas ut ${delay} år efter sitt år, en del först efter planens sista år ${horizon.lastYear}. Det kommer aldrig in i likviditeten.`,
				en: `${line.id}: is paid ${delay} years after its year, some of it only after the plan's last year ${horizon.lastYear}. That never comes into liquidity.`
			}
		}
	];
}

/** Borrowed and guaranteed money is paid back, so it may stand beside grants on the same cost. */
const REPAID = new Set<Programme['instrument']>(['loan', 'guarantee']);

function itemWarnings(
	where: string,
	cost: Decimal | null,
	lines: readonly KnownLine[],
	plan: Plan,
	placed: PlacedMeasure,
	horizon: Horizon
): Warning[] {
	const amountOf = (some: readonly KnownLine[]) =>
		sum(some.map(({ line }) => lineTotal(line, plan.settings.euroRate, placed, horizon)));
	const warnings: Warning[] = [];
	const euProgrammes = new Set(
		lines.filter(({ programme }) => programme.euBudget).map(({ programme }) => programme.id)
	);
	if (euProgrammes.size > 1)
		warnings.push({
			code: 'paid-twice-from-eu-budget',
			where,
			value: [...euProgrammes].join(', '),
			limit: '1',
			text: {
				sv: `${where} betalas av flera EU-program (${[...euProgrammes].join(', ')}). Samma kostnad får bara betalas en gång ur EU-budgeten.`,
				en: `${where} is paid by several EU programmes (${[...euProgrammes].join(', ')}). The EU budget may pay the same cost only once.`
			}
		});
	if (!cost) return warnings;
	const paid = amountOf(lines.filter(({ programme }) => !REPAID.has(programme.instrument)));
	if (paid.gt(cost))
		warnings.push({
			code: 'funding-above-cost',
			where,
			value: paid.toFixed(2),
			limit: cost.toFixed(2),
			text: {
				sv: `${where}: finansieringen (${kronor(paid)} kr) är större än kostnaden (${kronor(cost)} kr).`,
				en: `${where}: the funding (SEK ${paid.toFixed(2)}) exceeds the cost (SEK ${cost.toFixed(2)}).`
			}
		});
	for (const programme of new Set(lines.map((known) => known.programme))) {
		const share = programme.maxSupportShare;
		const amount = amountOf(lines.filter((known) => known.programme === programme));
		if (share === null || amount.lte(cost.times(share))) continue;
		const limit = cost.times(share).toFixed(2);
		warnings.push({
			code: 'programme-over-share',
			where,
			value: amount.toFixed(2),
			limit,
			text: {
				sv: `${where}: ${programme.name.sv} ger högst ${share.times(100).toString()} % (${kronor(cost.times(share))} kr), men ${kronor(amount)} kr är inlagt.`,
				en: `${where}: ${programme.name.en} gives at most ${share.times(100).toString()} % (SEK ${limit}), but SEK ${amount.toFixed(2)} is entered.`
			}
		});
	}
	return warnings;
}

/** Kronor of a line inside the plan's years, whole project as placed. */
function lineTotal(
	line: FundingLine,
	euroRate: Decimal | null,
	placed: PlacedMeasure,
	horizon: Horizon
): Decimal {
	return sum(
		line.amounts.map((instalment) => {
			if (!isWithin(instalment.year + placed.shift, horizon)) return ZERO;
			return (inKronor(instalment, euroRate) ?? ZERO).times(placed.scale);
		})
	);
}
