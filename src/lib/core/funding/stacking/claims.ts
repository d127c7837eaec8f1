import { Decimal, ONE, ZERO, max, min, sum } from '../../decimal.ts';
import type { CostItem, FundingLine, Payer, Plan } from '../../plan/plan.ts';
import { compareIds, inKronor, isUnknown, type PlacedMeasure } from '../../plan/placement.ts';
import { APPLICANT, UNDERTAKING, type Facts } from '../../plan/facts.ts';
import {
	rulesOn,
	type ApplicantKind,
	type FundingRule,
	type When
} from '../../plan/funding-rules.ts';
import { closesGap, isRepaid, rulesOf, type Programme } from '../../plan/programme.ts';
import { isListed, isSecured } from '../certainty.ts';
import { shareInTime } from '../../plan/payout.ts';

/** What one source would pay of one cost item: the whole project as placed, every year of it; kr. */
export type Claim = {
	readonly id: string;
	/** The application that the line names. */
	readonly application: string | undefined;
	readonly programme: Programme;
	/** The programme's rules on the days of the application. */
	readonly rules: readonly FundingRule[];
	/** Which of the programme's rules they are: alike for applications under the same terms. */
	readonly terms: string;
	readonly day: string | null;
	readonly placed: PlacedMeasure;
	readonly item: CostItem;
	/** The whole cost item, and the part of it that the programme counts. */
	readonly cost: Decimal;
	readonly eligible: Decimal;
	readonly asked: Decimal;
	readonly isDecided: boolean;
	readonly firstYear: number;
	/** Share of the money that comes no later than its year; undefined where nobody has said. */
	readonly paidInTime: Decimal | undefined;
	/** The day of the funder's decision, where there is one. */
	readonly decisionDay: string | null;
	/** Whether every amount of the line is known. */
	readonly isAskedKnown: boolean;
	readonly facts: KnownFacts;
};

/** A fact, or undefined where nobody has said. */
export type KnownFacts = (key: string) => boolean | string | undefined;

/**
 * What the lines of placed measures claim, in the order in which they are served: money that closes the gap before other
 * money, what is decided before what is not, then by id as text. Loans and guarantees are repaid and claim nothing.
 */
export function claimsOf(plan: Plan, placed: readonly PlacedMeasure[]): Claim[] {
	const programmes = new Map(plan.programmes.map((programme) => [programme.id, programme]));
	const byMeasure = new Map(placed.map((one) => [one.measure.id, one]));
	const claims = plan.funding.flatMap((line): Claim[] => {
		const one = byMeasure.get(line.measure);
		const item = one?.measure.costs.find(({ id }) => id === line.costItem);
		const programme = programmes.get(line.programme);
		if (!one || !item || isUnknown(item) || !programme) return [];
		if (!isListed(line.status) || isRepaid(programme)) return [];
		return [claimOf(plan, line, one, item, programme)];
	});
	return claims.sort((a, b) => rankOf(a) - rankOf(b) || compareIds(a.id, b.id));
}

function rankOf({ programme, isDecided, rules }: Claim): number {
	const waits = rules.some(({ kind }) => kind === 'deduction') ? 1 : 0;
	return (closesGap(programme) ? 0 : 4) + (isDecided ? 0 : 2) + waits;
}

export function claimOf(
	plan: Plan,
	line: FundingLine,
	placed: PlacedMeasure,
	item: CostItem,
	programme: Programme
): Claim {
	const [day, decisionDay] = [line.applied ?? null, line.decision?.date ?? null];
	const all = rulesOf(programme);
	const rules = rulesOn(all, { applied: day, decided: decisionDay });
	const cost = itemCost(item).times(placed.scale);
	const asked = sum(line.amounts.map((one) => inKronor(one, plan.settings.euroRate) ?? ZERO));
	return {
		id: line.id,
		application: line.application,
		programme,
		rules,
		terms: rules.length === all.length ? '' : rules.map((rule) => all.indexOf(rule)).join(),
		day,
		placed,
		item,
		cost,
		eligible: min(line.eligibleCost?.times(placed.scale) ?? cost, cost),
		asked: asked.times(placed.scale),
		isDecided: isSecured(line.status),
		firstYear:
			line.amounts.length > 0
				? Math.min(...line.amounts.map(({ year }) => year)) + placed.shift
				: placed.startYear,
		paidInTime: shareInTime(line),
		decisionDay,
		isAskedKnown: line.amounts.every((one) => inKronor(one, plan.settings.euroRate) !== null),
		facts: factsOf(plan, placed, item)
	};
}

/** The whole of a known cost item, every year of it, also those outside the plan; kr. */
export function itemCost(item: CostItem): Decimal {
	if (item.timing === 'one-off') return item.amount ?? ZERO;
	const { amountPerYear, growth, from, to } = item;
	if (amountPerYear === null) return ZERO;
	const years = Math.max(0, to - from + 1);
	if (growth.isZero()) return amountPerYear.times(years);
	const factor = ONE.plus(growth);
	return sum(Array.from({ length: years }, (_, passed) => amountPerYear.times(factor.pow(passed))));
}

/** Cost above what would be done instead; the whole cost where that is unknown, which is never too little. */
export function extraCost(claim: Claim): { readonly amount: Decimal; readonly isKnown: boolean } {
	const { referenceCost } = claim.item;
	if (referenceCost === undefined) return { amount: claim.eligible, isKnown: false };
	return {
		amount: max(ZERO, claim.eligible.minus(referenceCost.times(claim.placed.scale))),
		isKnown: true
	};
}

const APPLICANT_OF: Readonly<Partial<Record<Payer, ApplicantKind>>> = {
	municipality: 'municipality',
	'municipal-company': 'municipal-company',
	'fee-collective': 'municipality',
	business: 'company',
	region: 'region',
	state: 'state-agency'
};

/** Facts of the measure, then of the municipality, then what the payer of the item says of the applicant. */
export function factsOf(plan: Plan, { measure }: PlacedMeasure, item: CostItem): KnownFacts {
	const told: Facts = { ...plan.municipality.facts, ...measure.facts };
	return (key) => {
		if (Object.hasOwn(told, key)) return told[key];
		if (key === APPLICANT) return APPLICANT_OF[item.payer];
		if (key === UNDERTAKING && item.payer === 'business') return true;
		return undefined;
	};
}

/** Whether every fact named has the value named: true, false, or unknown (null) with the facts that are missing. */
export function holds(
	when: When | undefined,
	facts: KnownFacts
): { readonly isTrue: boolean | null; readonly missing: readonly string[] } {
	const missing: string[] = [];
	for (const [key, needed] of Object.entries(when ?? {})) {
		const seen = facts(key);
		if (seen === undefined) missing.push(key);
		else if (seen !== needed) return { isTrue: false, missing: [] };
	}
	return { isTrue: missing.length > 0 ? null : true, missing };
}

export function kronorOf(amount: string, currency: 'SEK' | 'EUR', plan: Plan): Decimal | null {
	if (currency === 'SEK') return new Decimal(amount);
	return plan.settings.euroRate && new Decimal(amount).times(plan.settings.euroRate);
}
