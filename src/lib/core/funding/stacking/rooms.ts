import { Decimal, ONE, ZERO, max, sum } from '../../decimal.ts';
import type { FundingRule } from '../../plan/funding-rules.ts';
import { isUnknown } from '../../plan/placement.ts';
import type { Plan } from '../../plan/plan.ts';
import { isPublicSupport } from '../../plan/programme.ts';
import { aidCeilings, programmeCeilings, shareOf, sharedRooms } from './ceilings.ts';
import { itemCost, kronorOf, type Claim } from './claims.ts';
import { deMinimisRooms } from './de-minimis.ts';
import { at, groups } from './places.ts';
import { ruleRef, type CostOf, type Room } from './room.ts';

/** Every ceiling on the claims that the plan knows enough to compute (METHODS §9). */
export function roomsOf(plan: Plan, claims: readonly Claim[]): Room[] {
	const places = claims.map((_, place) => place);
	const byItem = groups(claims, places, (claim) => itemKey(claim));
	const byMeasure = groups(claims, places, (claim) => claim.placed.measure.id);
	return [
		...byItem.flatMap((own) => [
			costRoom(claims, own),
			...sharedRooms(
				claims,
				own.filter((place) => isPublicSupport(at(claims, place).programme)),
				(claim) => aidCeilings(plan, claim)
			)
		]),
		...byItem.flatMap((own) =>
			groups(claims, own, ({ programme }) => programme.id).flatMap((same) =>
				programmeRooms(plan, claims, same, own)
			)
		),
		...byMeasure.flatMap((own) => measureRooms(claims, own)),
		...grantsTogether(claims, places).flatMap((own) => largestGrant(plan, claims, own)),
		...deMinimisRooms(plan, claims)
	];
}

export function itemKey({ placed, item }: Claim): string {
	return `${placed.measure.id} ${item.id}`;
}

/** Claims of the same application; where none is named those of one programme on one measure under the same terms. */
export function applicationOf(claim: Claim): string {
	return claim.application ?? onMeasure(claim);
}

/** Which programme on which measure under which terms a claim is of. */
export function onMeasure({ placed, programme, terms }: Claim): string {
	return `${placed.measure.id} ${programme.id} ${terms}`;
}

/**
 * Claims that one largest grant is for: those of an application, and those of a programme on a measure, since nobody has
 * said that it grants more to who splits an application.
 */
function grantsTogether(claims: readonly Claim[], places: readonly number[]): number[][] {
	const both = [applicationOf, onMeasure].flatMap((key) => groups(claims, places, key));
	return [...new Map(both.map((own) => [own.join(), own])).values()];
}

/** A krona is never funded twice. */
function costRoom(claims: readonly Claim[], own: readonly number[]): Room {
	const { cost, item, placed } = at(claims, own[0]);
	const label = {
		sv: `kostnaden ${placed.measure.id}.${item.id}`,
		en: `the cost of ${placed.measure.id}.${item.id}`
	};
	return {
		rule: { pattern: 'cost', evidence: null },
		label,
		capacity: cost,
		parts: [{ label, unit: 'kr', value: cost }],
		made: 'product',
		open: null,
		claims: own,
		owner: null
	};
}

/** What one programme's terms say of its claims on one cost item; `all` are the claims of anybody on the item. */
function programmeRooms(
	plan: Plan,
	claims: readonly Claim[],
	own: readonly number[],
	all: readonly number[]
): Room[] {
	const claim = at(claims, own[0]);
	return [
		...sharedRooms(claims, own, (one) => programmeCeilings(plan, one)),
		...claim.rules.flatMap((rule) =>
			rule.kind === 'public-ceiling' && rule.scope === 'item'
				? [publicRoom(claims, all, claim, rule, ['cost', claim.cost])]
				: []
		)
	];
}

function publicRoom(
	claims: readonly Claim[],
	all: readonly number[],
	{ id, programme }: Claim,
	rule: Extract<FundingRule, { readonly kind: 'public-ceiling' }>,
	[is, base]: readonly [CostOf['is'], Decimal]
): Room {
	return {
		...shareOf(new Decimal(rule.share), base, { claim: id, is }),
		rule: ruleRef(rule),
		label: {
			sv: `taket för allt offentligt stöd i ${programme.name.sv}`,
			en: `the ceiling of ${programme.name.en} on all public support`
		},
		claims: all.filter((place) => isPublicSupport(at(claims, place).programme)),
		owner: programme.id
	};
}

/** Ceilings on a whole measure of which every cost is known: all public money (R07), least own share (R10). */
function measureRooms(claims: readonly Claim[], own: readonly number[]): Room[] {
	const { placed } = at(claims, own[0]);
	const costs = placed.measure.costs.filter(({ kind }) => kind === 'capex' || kind === 'opex');
	if (costs.some(isUnknown)) return [];
	const base = sum(costs.map(itemCost)).times(placed.scale);
	return groups(claims, own, applicationOf).flatMap((same) => {
		const claim = at(claims, same[0]);
		const { programme, rules } = claim;
		return rules.flatMap((rule): Room[] => {
			if (rule.kind === 'public-ceiling' && rule.scope === 'measure')
				return [publicRoom(claims, own, claim, rule, ['measure', base])];
			if (rule.kind !== 'own-share') return [];
			return [
				{
					...shareOf(ONE.minus(rule.share), base, { claim: claim.id, is: 'measure' }),
					rule: ruleRef(rule),
					label: {
						sv: `minsta egna del i ${programme.name.sv}`,
						en: `the least own share of ${programme.name.en}`
					},
					claims: own.filter((place) => at(claims, place).programme.instrument !== 'own'),
					owner: programme.id
				}
			];
		});
	});
}

/** R05: the largest grant of one application. */
function largestGrant(plan: Plan, claims: readonly Claim[], own: readonly number[]): Room[] {
	const { programme, rules } = at(claims, own[0]);
	return rules.flatMap((rule): Room[] => {
		if (rule.kind !== 'amount-range' || rule.of !== 'grant' || rule.max === null) return [];
		const most = kronorOf(rule.max, rule.currency, plan);
		if (most === null) return [];
		const label = {
			sv: `högsta belopp i ${programme.name.sv}`,
			en: `the largest grant of ${programme.name.en}`
		};
		return [
			{
				rule: ruleRef(rule),
				label,
				capacity: max(ZERO, most),
				parts: [{ label, unit: 'kr', value: most }],
				made: 'product',
				open: null,
				claims: own,
				owner: programme.id
			}
		];
	});
}
