import type { Decimal } from '../../decimal.ts';
import type { AidRule, CostBase } from '../../plan/funding-rules.ts';
import type { Plan } from '../../plan/plan.ts';
import { aidCeiling, aidRuleOf } from './aid.ts';
import { kronorOf, type Claim } from './claims.ts';
import { at } from './places.ts';
import { evidenceOf, ruleRef, type CostOf, type Room } from './room.ts';
import { baseAmount, shareCeilings } from './shares.ts';

/** A ceiling that follows from one claim's own terms, base and facts. `about`: what others of its kind have in common. */
type Ceiling = Omit<Room, 'claims'> & { readonly about: string };

/**
 * The rooms of ceilings that each claim has of its own. Claims with the same ceiling share it; where those on one cost item
 * differ, by what each counts of the cost or by the day of its terms, together they get no more than the highest of the
 * ceilings would allow of the whole cost.
 */
export function sharedRooms(
	claims: readonly Claim[],
	own: readonly number[],
	ceilingsOf: (claim: Claim) => readonly Ceiling[]
): Room[] {
	const [only] = own;
	if (only !== undefined && own.length === 1)
		return ceilingsOf(at(claims, only)).map((ceiling) => room(ceiling, own));
	const found = own.flatMap((place) =>
		numbered(ceilingsOf(at(claims, place))).map((ceiling) => ({ place, ceiling }))
	);
	return grouped(found, ({ ceiling }) => ceiling.about).flatMap((same) => {
		const places = same.map(({ place }) => place);
		const rooms = grouped(same, ({ ceiling }) => ceiling.capacity.toString()).map((sharing) =>
			room(
				sharing[0].ceiling,
				sharing.map(({ place }) => place)
			)
		);
		if (rooms.length === 1) return rooms;
		const { about } = same[0].ceiling;
		const [highest] = places
			.map((place) => at(claims, place))
			.flatMap((claim) => numbered(ceilingsOf({ ...claim, eligible: claim.cost })))
			.filter((one) => one.about === about)
			.sort((a, b) => b.capacity.cmp(a.capacity));
		return highest ? [...rooms, room(highest, places)] : rooms;
	});
}

function room({ about: _, ...ceiling }: Ceiling, claims: readonly number[]): Room {
	return { ...ceiling, claims };
}

/** A claim may have several ceilings of a kind: each is told apart by its number. */
function numbered(ceilings: readonly Ceiling[]): Ceiling[] {
	const seen = new Map<string, number>();
	return ceilings.map((ceiling) => {
		const number = (seen.get(ceiling.about) ?? 0) + 1;
		seen.set(ceiling.about, number);
		return { ...ceiling, about: `${ceiling.about} ${number}` };
	});
}

function grouped<One>(all: readonly One[], keyOf: (one: One) => string): [One, ...One[]][] {
	const found = new Map<string, [One, ...One[]]>();
	for (const one of all) {
		const group = found.get(keyOf(one));
		if (group) group.push(one);
		else found.set(keyOf(one), [one]);
	}
	return [...found.values()];
}

/** A share of an amount, as the capacity of a room. */
export function shareOf(share: Decimal, base: Decimal, of: CostOf) {
	return {
		capacity: base.times(share),
		parts: [
			{ label: { sv: 'Högsta andel', en: 'Highest share' }, unit: 'share', value: share },
			{ label: { sv: 'Kostnad som räknas', en: 'Cost that counts' }, unit: 'kr', value: base, of }
		],
		made: 'product',
		open: null
	} as const;
}

function costOf({ id }: Claim, base: CostBase | AidRule['of']): CostOf {
	return { claim: id, is: base === 'incremental-cost' ? 'extra' : 'eligible' };
}

/** R01 to R04: what a programme's terms allow a claim as shares of its costs and as sums per unit. */
export function programmeCeilings(plan: Plan, claim: Claim): Ceiling[] {
	const { programme, rules, item, placed } = claim;
	const { id: owner, name } = programme;
	const shares = shareCeilings(rules, claim.facts);
	return [
		...shares.flatMap(({ rule, share, of, missing }): Ceiling[] => {
			const base = baseAmount(claim, of);
			if (!base) return [];
			const pattern = shares.length > 1 ? 'R03' : rule.when ? 'R02' : 'R01';
			return [
				{
					...shareOf(share, base.amount, costOf(claim, of)),
					about: `${rule.role} ${of}`,
					rule: ruleRef(rule, pattern),
					label: { sv: `stödandelen i ${name.sv}`, en: `the grant share of ${name.en}` },
					open: missing.length > 0 || !base.isKnown ? missing : null,
					owner
				}
			];
		}),
		...rules.flatMap((rule): Ceiling[] => {
			if (rule.kind !== 'unit-cap') return [];
			const { units } = item;
			const perUnit = kronorOf(rule.amount, rule.currency, plan);
			if (units?.of !== rule.per || perUnit === null) return [];
			const count = placed.scale.times(units.count);
			return [
				{
					about: `unit-cap ${rule.per}`,
					rule: ruleRef(rule),
					label: { sv: `beloppet per enhet i ${name.sv}`, en: `the sum per unit of ${name.en}` },
					capacity: perUnit.times(count),
					parts: [
						{ label: { sv: 'Belopp per enhet', en: 'Sum per unit' }, unit: 'kr', value: perUnit },
						{ label: { sv: 'Antal', en: 'Number' }, unit: 'count', value: count }
					],
					made: 'product',
					open: null,
					owner
				}
			];
		})
	];
}

/** R06: aid intensity, where the recipient is an undertaking. */
export function aidCeilings(plan: Plan, claim: Claim): Ceiling[] {
	const rule = aidRuleOf(plan, claim);
	const ceiling = rule && aidCeiling(rule, claim);
	if (!ceiling) return [];
	const { share, base, missing } = ceiling;
	return [
		{
			...shareOf(share, base.amount, costOf(claim, rule.of)),
			about: 'aid',
			rule: { pattern: 'R06', evidence: evidenceOf(rule) },
			label: { sv: `stödnivån enligt ${rule.id}`, en: `the aid intensity of ${rule.id}` },
			open: missing.length > 0 || !base.isKnown ? missing : null,
			owner: null
		}
	];
}
