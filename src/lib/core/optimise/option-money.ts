import { ONE, ZERO, type Decimal } from '../decimal.ts';
import { costFlows } from '../finance/cost-flows.ts';
import { isSecured } from '../funding/certainty.ts';
import { countedFunding } from '../funding/counted-funding.ts';
import { stackingOf } from '../funding/stacking/stacking.ts';
import { fundingFlows, type FundingFlow } from '../funding/funding-flows.ts';
import type { NullableSeries } from '../funding/gap.ts';
import { isUnknown, placedMeasures, type PlacedMeasure } from '../plan/placement.ts';
import type { FundingLine, Plan } from '../plan/plan.ts';
import type { Frame } from '../portfolio/frame.ts';
import { presentCost } from '../portfolio/macc-view.ts';
import { isMunicipalCapex } from '../portfolio/payer-figures.ts';
import { usableMoney } from '../portfolio/usable-money.ts';
import { addSeries, at, zeros, type Series } from '../years.ts';
import type { CountedMoney, Wish } from './wish.ts';

/** What placed measures ask of the municipality, own share, kr. */
export type OptionMoney = {
	/** Present net cost in the view of the wish; what is unknown adds nothing. */
	readonly cost: Decimal;
	/** Need of investments per year, less the money that has to be used in its year. */
	readonly uses: Series;
	/** Money that may wait for a later year. */
	readonly waits: Series;
};

/** Own money that there is by year, kr; null: no limit. */
export function roomsOf(plan: Plan, { budget }: Wish, years: readonly number[]): NullableSeries {
	const own = new Map(plan.budget.map((row) => [row.year, row.ownInvestmentCapacity]));
	return years.map((year) => {
		if (budget === 'none') return null;
		return (budget === 'plan' ? own.get(year) : budget.get(year)) ?? null;
	});
}

/** A line counts with its full amount or not at all. */
function weightFor(money: CountedMoney): (line: FundingLine) => Decimal {
	return (line) => (money !== 'secured' || isSecured(line.status) ? ONE : ZERO);
}

/** One measure's money as if it stood alone in its portfolio; of lines that share with others all that they list, which is never too little. */
export function optionMoney(
	plan: Plan,
	placed: PlacedMeasure,
	wish: Wish,
	frame: Frame,
	sharedLines: ReadonlySet<string>
): OptionMoney {
	const hasLines = plan.funding.some(({ measure }) => measure === placed.measure.id);
	const flows = hasLines ? fundingFlows(plan, countedFunding(plan, [placed]), frame.horizon) : [];
	const most = flows.map((flow) =>
		sharedLines.has(flow.line.id) ? { ...flow, perYear: flow.listed } : flow
	);
	return moneyOf([placed], most, wish, frame);
}

/**
 * The lines of measures whose money may hang on what other measures are there: where a rule or an application ties claims of
 * several measures together, or asks how much the portfolio invests.
 */
export function linesThatShare(plan: Plan, { money }: Wish): ReadonlySet<string> {
	const weight = weightFor(money);
	const lines = plan.funding.filter((line) => !weight(line).isZero());
	const measures = [...new Set(plan.funding.map(({ measure }) => measure))];
	const all = { id: '', name: '', measures, shift: {}, scale: {} };
	const { claims, rooms, thresholds, deductions } = stackingOf(plan, placedMeasures(plan, all));
	const measureOf = (place: number) => claims[place]?.placed.measure.id ?? '';
	const tied = [
		...rooms.map((one) => one.claims),
		...thresholds.map((one) => one.claims),
		...deductions.map((one) => [...one.claims, ...one.others])
	].map((places) => new Set(places.map(measureOf)));
	const shared = new Set(tied.filter(({ size }) => size > 1).flatMap((some) => [...some]));
	for (const { rules, placed } of claims)
		if (rules.some(({ kind }) => kind === 'leverage')) shared.add(placed.measure.id);
	return new Set(lines.flatMap(({ id, measure }) => (shared.has(measure) ? [id] : [])));
}

/** The money of placed measures with the funding that counts among them. */
export function moneyOf(
	all: readonly PlacedMeasure[],
	funding: readonly FundingFlow[],
	{ money, cost }: Wish,
	frame: Frame
): OptionMoney {
	const weight = weightFor(money);
	const counted = funding.filter(({ line }) => !weight(line).isZero());
	const ofNeed = counted.filter(({ item }) => isMunicipalCapex(item));
	const usable = usableMoney(ofNeed, weight, frame.horizon);
	const need = zeros(frame.horizon);
	let present = ZERO;
	for (const whole of all) {
		const placed = knownPart(whole);
		const flows = costFlows(placed, frame.horizon, frame.settings);
		for (const { item, perYear } of flows.items)
			if (perYear && isMunicipalCapex(item)) addSeries(need, perYear, placed.ownShare);
		const grants = counted.filter(
			({ line, item }) => item.payer === 'municipality' && line.measure === placed.measure.id
		);
		const parts = presentCost({ placed, flows }, cost, grants, frame);
		if (parts) present = present.plus(parts.capex).plus(parts.opex).plus(parts.fixed);
	}
	return {
		cost: present,
		uses: need.map((needed, year) => needed.minus(at(usable.inYear, year))),
		waits: usable.mayWait
	};
}

/** The measure without the costs that nobody knows. */
function knownPart(placed: PlacedMeasure): PlacedMeasure {
	const { measure } = placed;
	if (!measure.costs.some(isUnknown)) return placed;
	return {
		...placed,
		measure: { ...measure, costs: measure.costs.filter((item) => !isUnknown(item)) }
	};
}
