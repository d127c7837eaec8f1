import { Decimal, ZERO, max, sum } from '../../decimal.ts';
import type { FundingRule } from '../../plan/funding-rules.ts';
import { isUnknown } from '../../plan/placement.ts';
import type { Plan } from '../../plan/plan.ts';
import { isPublicSupport } from '../../plan/programme.ts';
import { aidCeiling, aidRuleOf } from './aid.ts';
import { itemCost, kronorOf, type Claim } from './claims.ts';
import { baseAmount, shareCeilings } from './shares.ts';
import { deMinimisRooms } from './de-minimis.ts';
import { evidenceOf, ruleRef, type Room } from './room.ts';

/** Every ceiling on the claims that the plan knows enough to compute (METHODS §9). */
export function roomsOf(plan: Plan, claims: readonly Claim[]): Room[] {
	const places = claims.map((_, place) => place);
	const byItem = groups(claims, places, (claim) => itemKey(claim));
	const byMeasure = groups(claims, places, (claim) => claim.placed.measure.id);
	return [
		...byItem.flatMap((own) => [costRoom(claims, own), ...aidRoom(plan, claims, own)]),
		...byItem.flatMap((own) =>
			groups(claims, own, ({ programme }) => programme.id).flatMap((same) =>
				programmeRooms(plan, claims, same, own)
			)
		),
		...byMeasure.flatMap((own) => measureRooms(claims, own)),
		...groups(claims, places, applicationOf).flatMap((own) => largestGrant(plan, claims, own)),
		...deMinimisRooms(plan, claims)
	];
}

export function itemKey({ placed, item }: Claim): string {
	return `${placed.measure.id} ${item.id}`;
}

/** The claims of one programme on one measure are one application. */
export function applicationOf({ placed, programme }: Claim): string {
	return `${placed.measure.id} ${programme.id}`;
}

export function groups(
	claims: readonly Claim[],
	places: readonly number[],
	keyOf: (claim: Claim) => string
): number[][] {
	const found = new Map<string, number[]>();
	for (const place of places) {
		const claim = claims[place];
		if (!claim) continue;
		const key = keyOf(claim);
		const own = found.get(key);
		if (own) own.push(place);
		else found.set(key, [place]);
	}
	return [...found.values()];
}

function at(claims: readonly Claim[], place: number | undefined): Claim {
	const claim = claims[place ?? -1];
	if (!claim) throw new RangeError('no such claim');
	return claim;
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
		claims: own,
		owner: null
	};
}

/** R06: aid intensity, where the recipient is an undertaking. */
function aidRoom(plan: Plan, claims: readonly Claim[], own: readonly number[]): Room[] {
	const aided = own.filter((place) => isPublicSupport(at(claims, place).programme));
	const [first] = aided;
	if (first === undefined) return [];
	const claim = at(claims, first);
	const rule = aidRuleOf(plan, claim);
	const ceiling = rule && aidCeiling(rule, claim);
	if (!ceiling) return [];
	return [
		shareRoom(ceiling.share, ceiling.base.amount, {
			rule: { pattern: 'R06', evidence: evidenceOf(ceiling.rule) },
			label: {
				sv: `stödnivån enligt ${ceiling.rule.id}`,
				en: `the aid intensity of ${ceiling.rule.id}`
			},
			claims: aided,
			owner: null
		})
	];
}

function shareRoom(
	share: Decimal,
	base: Decimal,
	room: Pick<Room, 'rule' | 'label' | 'claims' | 'owner'>
): Room {
	return {
		...room,
		capacity: base.times(share),
		parts: [
			{ label: { sv: 'Högsta andel', en: 'Highest share' }, unit: 'share', value: share },
			{ label: { sv: 'Kostnad som räknas', en: 'Cost that counts' }, unit: 'kr', value: base }
		],
		made: 'product'
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
	const { programme, rules } = claim;
	const name = programme.name;
	const owner = programme.id;
	const shares = shareCeilings(rules, claim.facts);
	const rooms: Room[] = shares.flatMap(({ rule, share, of }) => {
		const base = baseAmount(claim, of);
		if (!base) return [];
		const pattern = shares.length > 1 ? 'R03' : rule.when ? 'R02' : 'R01';
		const label = {
			sv: `stödandelen i ${name.sv}`,
			en: `the grant share of ${name.en}`
		};
		return [
			shareRoom(share, base.amount, { rule: ruleRef(rule, pattern), label, claims: own, owner })
		];
	});
	for (const rule of rules) {
		if (rule.kind === 'unit-cap') {
			const { units } = claim.item;
			const perUnit = kronorOf(rule.amount, rule.currency, plan);
			if (units?.of !== rule.per || perUnit === null) continue;
			const count = claim.placed.scale.times(units.count);
			rooms.push({
				rule: ruleRef(rule),
				label: { sv: `beloppet per enhet i ${name.sv}`, en: `the sum per unit of ${name.en}` },
				capacity: perUnit.times(count),
				parts: [
					{ label: { sv: 'Belopp per enhet', en: 'Sum per unit' }, unit: 'kr', value: perUnit },
					{ label: { sv: 'Antal', en: 'Number' }, unit: 'count', value: count }
				],
				made: 'product',
				claims: own,
				owner
			});
		}
		if (rule.kind === 'public-ceiling' && rule.scope === 'item')
			rooms.push(publicRoom(claims, all, claim, rule, claim.cost));
	}
	return rooms;
}

function publicRoom(
	claims: readonly Claim[],
	all: readonly number[],
	{ programme }: Claim,
	rule: Extract<FundingRule, { readonly kind: 'public-ceiling' }>,
	base: Decimal
): Room {
	return shareRoom(new Decimal(rule.share), base, {
		rule: ruleRef(rule),
		label: {
			sv: `taket för allt offentligt stöd i ${programme.name.sv}`,
			en: `the ceiling of ${programme.name.en} on all public support`
		},
		claims: all.filter((place) => isPublicSupport(at(claims, place).programme)),
		owner: programme.id
	});
}

/** Ceilings on a whole measure of which every cost is known: all public money (R07), least own share (R10). */
function measureRooms(claims: readonly Claim[], own: readonly number[]): Room[] {
	const { placed } = at(claims, own[0]);
	const costs = placed.measure.costs.filter(({ kind }) => kind === 'capex' || kind === 'opex');
	if (costs.some(isUnknown)) return [];
	const base = sum(costs.map(itemCost)).times(placed.scale);
	return groups(claims, own, ({ programme }) => programme.id).flatMap((same) => {
		const claim = at(claims, same[0]);
		const { programme, rules } = claim;
		return rules.flatMap((rule): Room[] => {
			if (rule.kind === 'public-ceiling' && rule.scope === 'measure')
				return [publicRoom(claims, own, claim, rule, base)];
			if (rule.kind !== 'own-share') return [];
			return [
				shareRoom(new Decimal(1).minus(rule.share), base, {
					rule: ruleRef(rule),
					label: {
						sv: `minsta egna del i ${programme.name.sv}`,
						en: `the least own share of ${programme.name.en}`
					},
					claims: own.filter((place) => at(claims, place).programme.instrument !== 'own'),
					owner: programme.id
				})
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
				claims: own,
				owner: programme.id
			}
		];
	});
}
