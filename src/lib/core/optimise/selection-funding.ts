import { ONE, sum, type Decimal } from '../decimal.ts';
import { countedFunding } from '../funding/counted-funding.ts';
import { costByYear } from '../funding/matching/application.ts';
import type { Claim } from '../funding/stacking/claims.ts';
import { groups } from '../funding/stacking/places.ts';
import { itemKey, onMeasure } from '../funding/stacking/rooms.ts';
import type { PlacedMeasure } from '../plan/placement.ts';
import type { CostItem, Plan, Portfolio } from '../plan/plan.ts';
import { closesGap } from '../plan/programme.ts';
import { evaluate } from '../portfolio/evaluate.ts';
import type { Frame } from '../portfolio/frame.ts';
import { isMunicipalCapex } from '../portfolio/payer-figures.ts';
import { addAt, dotProduct, zeros } from '../years.ts';
import { exactMix, greedyMix } from './funding-mix.ts';
import {
	firstCalls,
	openClaims,
	proposalProblem,
	proposalRules,
	proposedApplications,
	type ProposalWish,
	type ProposedApplication
} from './funding-proposal.ts';
import type { FundedItem, Grants, SelectionFunding } from './selection.ts';
import type { Offer, Wish } from './wish.ts';

/** What one may apply for in a selection, with what its claims are. */
export type OfferedFunding = {
	readonly funding: SelectionFunding;
	readonly claims: readonly Claim[];
	readonly firstNew: number;
	/** Where one may apply, with each measure's present net cost for rules that ask for it. */
	readonly wish: ProposalWish;
};

const MILLION = 1e6;
/** Applications are made in whole kronor, spread in whole öre: a krona, in millions. */
const ROUNDING = 1e-6;

/**
 * Every application that one could make for the measures among which is chosen, under each start, beside the lines that the
 * plan has, but for those that share with other measures. `options`: the measures as placed, by their places in the problem.
 */
export function selectionFunding(
	plan: Plan,
	options: readonly PlacedMeasure[],
	offer: Offer,
	wish: Wish,
	frame: Frame,
	sharedLines: ReadonlySet<string>
): OfferedFunding {
	const callOf = firstCalls(offer);
	const asked: ProposalWish = { ...offer, mostPerYear: null, netCosts: netCostsOf(plan) };
	const byMeasure = new Map<string, number[]>();
	options.forEach(({ measure }, place) =>
		byMeasure.set(measure.id, [...(byMeasure.get(measure.id) ?? []), place])
	);
	const listed = [...byMeasure.values()].flatMap((places) => {
		const first = options[places[0] ?? -1];
		if (!first || !plan.funding.some((line) => line.measure === first.measure.id)) return [];
		const { claims, awards } = countedFunding(plan, [first]);
		return claims.flatMap((claim, place) => {
			const award = awards[place];
			const isOwn = award && closesGap(claim.programme) && !sharedLines.has(claim.id);
			return isOwn ? [{ claim, award, places }] : [];
		});
	});
	const cut = new Set(
		listed.flatMap(({ claim, award }) => (award.cut && !claim.isDecided ? [onMeasure(claim)] : []))
	);
	const news = new Map<string, { readonly claim: Claim; readonly places: number[] }>();
	options.forEach((placed, place) => {
		for (const { claim } of openClaims(plan, placed, null, asked, callOf)) {
			if (cut.has(onMeasure(claim))) continue;
			const known = news.get(keyOf(claim));
			if (known) known.places.push(place);
			else news.set(keyOf(claim), { claim, places: [place] });
		}
	});
	const all = [...listed, ...news.values()];
	const claims = all.map(({ claim }) => claim);
	const firstNew = listed.length;
	const itemsOf = groups(claims, claims.map((_, place) => place).slice(firstNew), itemKey);
	return {
		claims,
		firstNew,
		wish: asked,
		funding: {
			mix: {
				rules: proposalRules(plan, claims, firstNew, callOf),
				weights: claims.map(() => ONE),
				fixed: new Map(listed.map(({ award }, place) => [place, award.counted])),
				applications: [],
				mostPerYear: null
			},
			rounding: ROUNDING,
			asks: all.map(({ places }) => places),
			items: itemsOf.map((own) => fundedItem(own, claims, options, byMeasure, wish, frame))
		}
	};
}

function keyOf({ placed, programme, item }: Claim): string {
	return `${placed.measure.id} ${programme.id} ${item.id}`;
}

function fundedItem(
	own: readonly number[],
	claims: readonly Claim[],
	options: readonly PlacedMeasure[],
	byMeasure: ReadonlyMap<string, readonly number[]>,
	wish: Wish,
	frame: Frame
): FundedItem {
	const claim = claims[own[0] ?? -1];
	if (!claim) return { claims: own, most: 0, gives: new Map() };
	const places = byMeasure.get(claim.placed.measure.id) ?? [];
	return {
		claims: own,
		most: claim.cost.div(MILLION).toNumber(),
		gives: new Map(
			places.flatMap((place) => {
				const placed = options[place];
				return placed ? [[place, givenBy(claim.item, placed, wish, frame)] as const] : [];
			})
		)
	};
}

/** What one krona of a grant takes off own money by year and off the present cost: it is spread as the cost is. */
function givenBy(item: CostItem, { shift, ownShare }: PlacedMeasure, { cost }: Wish, frame: Frame) {
	const years = costByYear(item);
	const whole = sum(years.map((one) => one.cost));
	const perYear = zeros(frame.horizon);
	if (!whole.isZero())
		for (const one of years)
			addAt(
				perYear,
				one.year + shift - frame.horizon.firstYear,
				one.cost.div(whole).times(ownShare)
			);
	return {
		uses: isMunicipalCapex(item) ? perYear.map((share) => share.toNumber()) : [],
		cost: cost === 'municipal' ? dotProduct(perYear, frame.discount).toNumber() : 0
	};
}

/** Present net cost of each measure as the plan has it, for rules that ask for it. */
function netCostsOf(plan: Plan): ReadonlyMap<string, Decimal | null> {
	const all = {
		id: 'all',
		name: '',
		measures: plan.measures.map(({ id }) => id),
		shift: {},
		scale: {}
	};
	const { measures } = evaluate({ ...plan, portfolios: [all] }, all.id);
	return new Map(measures.map(({ id, netCost }) => [id, netCost]));
}

/** The applications that go with a portfolio: what the solver would ask, or everything (null), as the rules count it exactly. */
export function applicationsFor(
	plan: Plan,
	portfolio: Portfolio,
	{ wish, claims, firstNew }: OfferedFunding,
	grants: Grants | null
): ProposedApplication[] {
	const problem = proposalProblem(plan, portfolio, wish);
	if (!grants) return proposedApplications(plan, problem, greedyMix(problem.problem));
	const amounts = new Map(
		claims.map((claim, place) => [
			keyOf(claim),
			place < firstNew ? 0 : (grants.amounts[place] ?? 0)
		])
	);
	const mix = exactMix(
		problem.problem,
		problem.claims.map((claim, place) =>
			place < problem.firstNew ? 0 : (amounts.get(keyOf(claim)) ?? 0)
		)
	);
	return proposedApplications(plan, problem, mix);
}
