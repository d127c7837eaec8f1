import { Decimal, ZERO, sum } from '../../decimal.ts';
import type { Call } from '../../plan/call.ts';
import type { CostItem, FundingLine, Plan } from '../../plan/plan.ts';
import { isUnknown, type PlacedMeasure } from '../../plan/placement.ts';
import { closesGap, rulesOf, type Programme } from '../../plan/programme.ts';
import { kronorText } from '../../words.ts';
import type { CountedFunding } from '../counted-funding.ts';
import { programmeCeilings } from '../stacking/ceilings.ts';
import { isInAccount } from '../stacking/de-minimis.ts';
import { claimOf, kronorOf, type Claim } from '../stacking/claims.ts';
import { stackingAmong, type Stacking } from '../stacking/stacking.ts';
import { waterfall, type Award } from '../stacking/waterfall.ts';
import { amountFindings } from '../eligibility/amounts.ts';
import type { Circumstances, Finding } from '../eligibility/finding.ts';
import { barOf, eligibilityFindings } from '../eligibility/judge.ts';

/** How a programme and a measure go together: nothing fails and nothing is open; something is open; a rule fails. */
export const verdicts = ['fits', 'open', 'fails'] as const;
export type Verdict = (typeof verdicts)[number];

/** What a programme would pay of one cost item, asked last, after all that the plan lists. */
export type ItemMatch = {
	readonly item: CostItem;
	readonly cost: Decimal;
	/** The highest possible grant, kr, and why it is no more. */
	readonly highest: Decimal;
	/** Whether the programme's own terms say how much it pays; else it is only known to be no more. */
	readonly isCeilingKnown: boolean;
	readonly award: Award;
	/** What is left of the cost for its payer when this grant and the plan's other lines are taken off; kr. */
	readonly ownShare: Decimal;
	readonly findings: readonly Finding[];
	readonly verdict: Verdict;
};

/** One application: a programme for the costs of one measure. */
export type Match = {
	readonly programme: Programme;
	readonly call: Call | null;
	readonly placed: PlacedMeasure;
	readonly items: readonly ItemMatch[];
	readonly verdict: Verdict;
	readonly highest: Decimal;
	readonly isCeilingKnown: boolean;
	/** Null where it is not known how much the programme pays. */
	readonly ownShare: Decimal | null;
	/** The claims that the awards name, for words about them. */
	readonly claims: readonly Claim[];
};

/** Whether one applies to a programme for a grant, and it has not ended. */
export function isAppliedFor(programme: Programme): boolean {
	const rules = rulesOf(programme);
	const isClosed = rules.some(
		(rule) => rule.kind === 'window' && (rule.mode === 'ended' || rule.mode === 'formula')
	);
	return programme.instrument === 'grant' && !isClosed && programme.status !== 'ended';
}

/**
 * What an application to a programme for the costs of a measure could give (METHODS §9): every cost item of the plan's years
 * with a known amount asks for all of it, after the `listed` claims of the plan. What the rules leave is the highest possible grant.
 */
export function matchOf(
	programme: Programme,
	call: Call | null,
	placed: PlacedMeasure,
	listed: CountedFunding,
	circumstances: Circumstances
): Match {
	const { plan } = circumstances;
	const places = listed.claims.flatMap((claim, place) =>
		closesGap(claim.programme) &&
		(claim.placed.measure.id === placed.measure.id || isInAccount(plan, claim))
			? [place]
			: []
	);
	const beside = places.flatMap((place) => listed.claims[place] ?? []);
	const own = candidates(plan, programme, placed, dayOf(call, circumstances.today));
	const stacking = stackingAmong(plan, [...beside, ...own]);
	const seen: Circumstances = {
		...circumstances,
		call,
		decisionDay: call?.decides ?? circumstances.decisionDay,
		envelope: call?.envelope ? kronorOf(call.envelope.toString(), call.currency, plan) : null
	};
	// The plan's own lines have been judged without this call.
	const judged = stacking.claims.map((claim, place) =>
		place < beside.length
			? (listed.judged[places[place] ?? -1] ?? [])
			: eligibilityFindings(claim, seen)
	);
	const awards = waterfall(stacking, (place) => {
		const claim = stacking.claims[place];
		return claim ? barOf(claim, judged[place] ?? []) : null;
	});
	const got = awardedStacking(stacking, awards, beside.length);
	const items = own.map((claim, index): ItemMatch => {
		const place = beside.length + index;
		const award = awards[place] ?? { asked: claim.asked, counted: ZERO, cut: null };
		const findings = [
			...(judged[place] ?? []),
			...amountFindings(plan, got, place),
			...tooSmall(award)
		];
		const verdict = verdictOf(findings, award);
		const highest = verdict === 'fails' ? ZERO : award.counted;
		const others = beside.flatMap((one, at) =>
			one.item === claim.item ? [awards[at]?.counted ?? ZERO] : []
		);
		return {
			item: claim.item,
			cost: claim.cost,
			highest,
			isCeilingKnown: isPayKnown(plan, claim),
			award,
			ownShare: claim.cost.minus(highest).minus(sum(others)),
			findings,
			verdict
		};
	});
	const verdict = verdicts.find((one) => items.some((item) => item.verdict === one)) ?? 'open';
	const paid = items.filter(({ highest }) => highest.gt(0));
	const isCeilingKnown = paid.every((item) => item.isCeilingKnown);
	return {
		programme,
		call,
		placed,
		items,
		verdict,
		highest: sum(items.map(({ highest }) => highest)),
		isCeilingKnown,
		ownShare: isCeilingKnown ? sum(paid.map(({ ownShare }) => ownShare)) : null,
		claims: stacking.claims
	};
}

/** Whether the terms say how much a programme pays of a claim: a share, a sum per unit or a largest grant. */
export function isPayKnown(plan: Plan, claim: Claim): boolean {
	const hasLargest = claim.rules.some(
		(rule) =>
			rule.kind === 'amount-range' &&
			rule.of === 'grant' &&
			rule.max !== null &&
			kronorOf(rule.max, rule.currency, plan) !== null
	);
	return hasLargest || programmeCeilings(plan, claim).length > 0;
}

/** The day of an application that is not made yet: today, or when its call opens. */
export function dayOf(call: Call | null, today: string | null): string | null {
	return today !== null && call?.opens && call.opens > today ? call.opens : today;
}

/** Claims of a programme on every cost of a measure in the plan's years that has a known amount, each for all of it, under the terms of a day. */
export function candidates(
	plan: Plan,
	programme: Programme,
	placed: PlacedMeasure,
	day: string | null
): Claim[] {
	return placed.measure.costs.flatMap((item): Claim[] => {
		if (isUnknown(item) || (item.kind !== 'capex' && item.kind !== 'opex')) return [];
		if (!isInPlan(plan, placed, item)) return [];
		const line: FundingLine = {
			id: `${programme.id} ${item.id}`,
			measure: placed.measure.id,
			costItem: item.id,
			programme: programme.id,
			status: 'planned',
			probability: new Decimal(1),
			amounts: [],
			note: '',
			source: '',
			confidence: '',
			...(day !== null && { applied: day })
		};
		const claim = claimOf(plan, line, placed, item, programme);
		return [{ ...claim, asked: claim.cost }];
	});
}

/** Whether some of the cost falls in the plan's years: nobody applies today for what comes after them. */
function isInPlan({ settings }: Plan, { shift }: PlacedMeasure, item: CostItem): boolean {
	const isWithin = (year: number) =>
		year + shift >= settings.firstYear && year + shift <= settings.lastYear;
	return item.timing === 'one-off'
		? item.years.some(({ year }) => isWithin(year))
		: item.from + shift <= settings.lastYear && item.to + shift >= settings.firstYear;
}

/** The same claims, the candidates asking for what they would get: so a ceiling that cuts them is no rule that they break. */
function awardedStacking(stacking: Stacking, awards: readonly Award[], from: number): Stacking {
	return {
		...stacking,
		claims: stacking.claims.map((claim, place) =>
			place < from ? claim : { ...claim, asked: awards[place]?.counted ?? ZERO }
		)
	};
}

function tooSmall({ cut }: Award): Finding[] {
	if (cut?.kind !== 'too-small') return [];
	return [
		{
			rule: cut.rule,
			about: 'amount-range',
			outcome: 'failed',
			seen: null,
			needed: {
				sv: `minst ${kronorText(cut.least).sv} i en ansökan`,
				en: `at least ${kronorText(cut.least).en} in one application`
			},
			missing: [],
			isBarring: true
		}
	];
}

function verdictOf(findings: readonly Finding[], { counted }: Award): Verdict {
	if (counted.isZero() || findings.some(({ outcome }) => outcome === 'failed')) return 'fails';
	const isOpen = findings.some(
		({ outcome, about }) => outcome === 'unknown' && !ABOUT_MONEY.has(about)
	);
	return isOpen ? 'open' : 'fits';
}

/** How money is paid and shared out, and when one may apply: not known yet, yet no reason not to. */
const ABOUT_MONEY: ReadonlySet<string> = new Set(['payment', 'scarcity', 'window', 'repaid']);
