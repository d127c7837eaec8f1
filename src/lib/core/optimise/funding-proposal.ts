import { sum, type Decimal } from '../decimal.ts';
import type { Text } from '../errors.ts';
import { countedFunding } from '../funding/counted-funding.ts';
import { NO_CIRCUMSTANCES, type Finding } from '../funding/eligibility/finding.ts';
import { barOf, eligibilityFindings } from '../funding/eligibility/judge.ts';
import { ASSUMED_PROBABILITY, askedAmounts } from '../funding/matching/application.ts';
import { candidates, dayOf, isAppliedFor, isPayKnown } from '../funding/matching/match.ts';
import { kronorOf, type Claim } from '../funding/stacking/claims.ts';
import { groups } from '../funding/stacking/places.ts';
import type { Room } from '../funding/stacking/room.ts';
import { applicationOf, onMeasure } from '../funding/stacking/rooms.ts';
import { stackingAmong, type Stacking } from '../funding/stacking/stacking.ts';
import { callState, type Call } from '../plan/call.ts';
import { nextId } from '../plan/next-id.ts';
import { placedMeasures, type PlacedMeasure } from '../plan/placement.ts';
import type { FundingLine, Plan, Portfolio } from '../plan/plan.ts';
import { closesGap, type Programme } from '../plan/programme.ts';
import { kronorText } from '../words.ts';
import type { Mix, MixProblem } from './funding-mix.ts';

/** What a proposal may choose among. */
export type ProposalWish = {
	readonly programmes: readonly Programme[];
	readonly calls: readonly Call[];
	/** The day on which it is made. */
	readonly today: string;
	readonly mostPerYear: number | null;
	/** Present value of each measure's net cost before grants, kr, by its id. */
	readonly netCosts: ReadonlyMap<string, Decimal | null>;
};

/** The problem with what its places stand for. */
export type ProposalProblem = {
	readonly problem: MixProblem;
	readonly claims: readonly Claim[];
	/** From this place on claims are new; those before are the plan's own lines. */
	readonly firstNew: number;
	readonly findings: readonly (readonly Finding[])[];
	readonly callOf: (programme: string) => Call | null;
};

/** An application that the proposal makes, with what it asks of each cost and why no more. */
export type ProposedApplication = {
	readonly programme: Programme;
	readonly call: Call | null;
	readonly measure: string;
	/** Whole project, kr. */
	readonly amount: Decimal;
	readonly probability: Decimal;
	readonly items: readonly {
		readonly costItem: string;
		readonly cost: Decimal;
		readonly amount: Decimal;
		/** The ceilings that are full, which is why it is no more. */
		readonly limits: readonly Text[];
	}[];
	/** What no rule fails but nobody has settled. */
	readonly open: readonly Finding[];
	readonly lines: readonly FundingLine[];
};

/**
 * Every application that one could make for the costs that the municipality pays in a portfolio, beside the lines that the plan
 * has, which keep what they count: to programmes that say how much they pay, where no rule fails, for the call that closes
 * first. A krona is worth its probability times the municipality's part of the measure: so much own money it saves.
 */
export function proposalProblem(
	plan: Plan,
	portfolio: Portfolio,
	wish: ProposalWish
): ProposalProblem {
	const { today, mostPerYear } = wish;
	const placed = placedMeasures(plan, portfolio);
	const all = countedFunding(plan, placed);
	const listed = all.claims.flatMap((claim, place) => {
		const award = all.awards[place];
		return award && closesGap(claim.programme) ? [{ claim, award }] : [];
	});
	/** Lines that the rules cut would ask for more again beside a new one. */
	const cut = new Set(
		listed.flatMap(({ claim, award }) => (award.cut && !claim.isDecided ? [onMeasure(claim)] : []))
	);
	const callOf = firstCalls(wish);
	const judged = placed.flatMap((one) =>
		openClaims(plan, one, all.portfolioCapex, wish, callOf).filter(
			({ claim }) => !cut.has(onMeasure(claim))
		)
	);
	const claims = [...listed.map(({ claim }) => claim), ...judged.map(({ claim }) => claim)];
	const firstNew = listed.length;
	const news = claims.map((_, place) => place).slice(firstNew);
	return {
		claims,
		firstNew,
		callOf,
		findings: [...listed.map(() => []), ...judged.map(({ findings }) => findings)],
		problem: {
			rules: proposalRules(plan, claims, firstNew, callOf),
			weights: claims.map((claim) => ASSUMED_PROBABILITY.times(claim.placed.ownShare)),
			fixed: new Map(listed.map(({ award }, place) => [place, award.counted])),
			applications: groups(claims, news, applicationOf).map((own) => ({
				claims: own,
				year: yearOf(claims[own[0] ?? 0], callOf, today)
			})),
			mostPerYear
		}
	};
}

/** The rules between claims, and for those that are new also the money of their calls. */
export function proposalRules(
	plan: Plan,
	claims: readonly Claim[],
	firstNew: number,
	callOf: CallOf
): Stacking {
	const stacking = stackingAmong(plan, claims);
	const news = claims.map((_, place) => place).slice(firstNew);
	const envelopes = groups(claims, news, ({ programme }) => programme.id).flatMap((own) =>
		envelopeRoom(plan, claims, own, callOf)
	);
	return { ...stacking, rooms: [...stacking.rooms, ...envelopes] };
}

type CallOf = ProposalProblem['callOf'];

/** The call of a programme that closes first of those that have not. */
export function firstCalls({ calls, today }: Pick<ProposalWish, 'calls' | 'today'>): CallOf {
	return (programme) =>
		[...calls]
			.filter((call) => call.programme === programme && callState(call, today) !== 'closed')
			.sort((a, b) => ((a.closes ?? '9999') < (b.closes ?? '9999') ? -1 : 1))[0] ?? null;
}

/** What one could apply for, for a measure as placed: every claim on its own costs that no rule fails. */
export function openClaims(
	plan: Plan,
	placed: PlacedMeasure,
	portfolioCapex: Decimal | null,
	{ programmes, today, netCosts }: Omit<ProposalWish, 'mostPerYear'>,
	callOf: CallOf
): { readonly claim: Claim; readonly findings: readonly Finding[] }[] {
	return programmes.filter(isAppliedFor).flatMap((programme) => {
		const call = callOf(programme.id);
		if (programme.status === 'closed' && !call) return [];
		return candidates(plan, programme, placed, dayOf(call, today)).flatMap((claim) => {
			if (!isProposed(plan, claim)) return [];
			const findings = eligibilityFindings(claim, {
				...NO_CIRCUMSTANCES,
				plan,
				today,
				portfolioCapex,
				call,
				decisionDay: call?.decides ?? null,
				netCost: netCosts.get(placed.measure.id) ?? null
			});
			const isOut =
				barOf(claim, findings) !== null || findings.some(({ outcome }) => outcome === 'failed');
			return isOut ? [] : [{ claim, findings }];
		});
	});
}

/** Own costs, to programmes that say how much they pay, whatever else is paid. */
function isProposed(plan: Plan, claim: Claim): boolean {
	const isDeducted = claim.rules.some(({ kind }) => kind === 'deduction');
	return claim.item.payer === 'municipality' && !isDeducted && isPayKnown(plan, claim);
}

function envelopeRoom(
	plan: Plan,
	claims: readonly Claim[],
	own: readonly number[],
	callOf: CallOf
): Room[] {
	const programme = claims[own[0] ?? -1]?.programme.id ?? '';
	const call = callOf(programme);
	const money = call?.envelope && kronorOf(call.envelope.toString(), call.currency, plan);
	if (!call || !money) return [];
	const { source, asOf, confidence } = call;
	const label = {
		sv: `pengarna i ${call.name.sv}`,
		en: `the money of ${call.name.en}`
	};
	return [
		{
			rule: { pattern: 'R16', evidence: { source, asOf, confidence } },
			label,
			capacity: money,
			parts: [{ label, unit: 'kr', value: money }],
			made: 'product',
			open: null,
			claims: own,
			owner: null
		}
	];
}

/** The year in which an application is made: that of its call, else the one before its first cost, and none that has passed. */
function yearOf(
	claim: Claim | undefined,
	callOf: ProposalProblem['callOf'],
	today: string
): number {
	const now = Number(today.slice(0, 4));
	const closes = claim && callOf(claim.programme.id)?.closes;
	return closes ? Number(closes.slice(0, 4)) : Math.max(now, (claim?.firstYear ?? now) - 1);
}

/** What a mix proposes, application by application, the largest first; with the lines that would enter the plan. */
export function proposedApplications(
	plan: Plan,
	{ problem, claims, firstNew, findings, callOf }: ProposalProblem,
	{ awards }: Mix
): ProposedApplication[] {
	const got = claims
		.map((_, place) => place)
		.filter((place) => place >= firstNew && awards[place]?.counted.gt(0));
	const taken = [...plan.funding];
	return groups(claims, got, applicationOf)
		.flatMap((own, number): ProposedApplication[] => {
			const first = claims[own[0] ?? -1];
			if (!first) return [];
			const { programme, placed } = first;
			const items = own.flatMap((place) => {
				const [claim, award] = [claims[place], awards[place]];
				return claim && award ? [{ claim, award, place }] : [];
			});
			const lines = askedAmounts({
				placed,
				items: items.map(({ claim, award }) => ({ item: claim.item, highest: award.counted }))
			}).map(({ costItem, amounts }): FundingLine => {
				const line: FundingLine = {
					id: nextId(taken, 'F'),
					measure: placed.measure.id,
					costItem,
					programme: programme.id,
					application: `proposed ${number}`,
					status: 'planned',
					probability: ASSUMED_PROBABILITY,
					amounts: amounts.map((one) => ({ ...one, currency: 'SEK' as const })),
					note: callOf(programme.id)?.name.sv ?? '',
					source: 'Förslag till finansiering; sannolikheten är antagen',
					confidence: 'assumed'
				};
				taken.push(line);
				return line;
			});
			return [
				{
					programme,
					call: callOf(programme.id),
					measure: placed.measure.id,
					amount: sum(items.map(({ award }) => award.counted)),
					probability: ASSUMED_PROBABILITY,
					items: items.map(({ claim, award, place }) => ({
						costItem: claim.item.id,
						cost: claim.cost,
						amount: award.counted,
						limits: fullCeilings(problem, awards, place)
					})),
					open: items.flatMap(({ place }) =>
						(findings[place] ?? []).filter(({ outcome }) => outcome === 'unknown')
					),
					lines
				}
			];
		})
		.sort((a, b) => b.amount.cmp(a.amount));
}

/** Ceilings on a claim of which less than a krona is left. */
function fullCeilings({ rules }: MixProblem, awards: Mix['awards'], place: number): Text[] {
	return rules.rooms
		.filter(({ claims, capacity }) => {
			if (!claims.includes(place)) return false;
			const taken = sum(claims.flatMap((one) => awards[one]?.counted ?? []));
			return capacity.minus(taken).lt(1);
		})
		.map(({ label, capacity }) => {
			const most = kronorText(capacity);
			return { sv: `${label.sv} är ${most.sv}`, en: `${label.en} is ${most.en}` };
		});
}

/** The plan as the proposal would leave it. */
export function withProposal(plan: Plan, applications: readonly ProposedApplication[]): Plan {
	const ids = new Set(plan.programmes.map(({ id }) => id));
	const added = applications.map(({ programme }) => programme).filter(({ id }) => !ids.has(id));
	return {
		...plan,
		programmes: [...plan.programmes, ...new Map(added.map((one) => [one.id, one])).values()],
		funding: [...plan.funding, ...applications.flatMap(({ lines }) => lines)]
	};
}
