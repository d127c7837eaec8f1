import { ZERO, max, min, sum, type Decimal } from '../../decimal.ts';
import type { Text } from '../../errors.ts';
import type { RuleRef, Room } from './room.ts';
import type { Rules, Threshold } from './stacking.ts';

/** What a claim gets of what it asks, and the rule that cut it. kr. */
export type Award = {
	readonly asked: Decimal;
	readonly counted: Decimal;
	readonly cut: Cut | null;
};

export type Cut =
	/** Less is left of the room than is asked; `taken` is what those before have got of it. */
	| { readonly kind: 'room'; readonly rule: RuleRef; readonly room: Room; readonly taken: Decimal }
	| { readonly kind: 'excluded'; readonly rule: RuleRef; readonly by: number }
	/** `support`: what the whole application would get without the deduction. */
	| {
			readonly kind: 'deducted';
			readonly rule: RuleRef;
			readonly support: Decimal;
			readonly taken: Decimal;
	  }
	| { readonly kind: 'too-small'; readonly rule: RuleRef; readonly least: Decimal }
	| ({ readonly kind: 'barred' } & Bar);

/** A rule that rules a claim out, with what it asks for and what it saw. */
export type Bar = {
	readonly rule: RuleRef;
	readonly needed: Text;
	readonly seen: Text | null;
};

/**
 * Serves the claims in their order, each with as much as the rules leave (METHODS §9): what a claim gets never depends on
 * those after it. An application that ends below its smallest grant (R05) is taken away, the first such first, and all are
 * served anew without it. `barred` says which claims a rule rules out altogether.
 */
export function waterfall(
	stacking: Rules,
	barred: (place: number) => Bar | null = () => null
): Award[] {
	const gone = new Map<number, Cut>();
	for (;;) {
		const awards = served(stacking, barred, gone);
		const small = stacking.thresholds.find((one) => isTooSmall(stacking, awards, one));
		if (!small) return awards;
		const { rule, least } = small;
		for (const place of small.claims) gone.set(place, { kind: 'too-small', rule, least });
	}
}

function isTooSmall({ claims }: Rules, awards: readonly Award[], one: Threshold): boolean {
	const isOpen = (place: number) =>
		claims[place]?.isDecided === true || claims[place]?.isAskedKnown === false;
	if (one.claims.some(isOpen)) return false;
	const total = sum(one.claims.map((place) => awards[place]?.counted ?? ZERO));
	return total.gt(0) && total.lt(one.least);
}

function served(
	stacking: Rules,
	barred: (place: number) => Bar | null,
	gone: ReadonlyMap<number, Cut>
): Award[] {
	const { claims } = stacking;
	const rooms = listByClaim(claims.length, stacking.rooms, (room) => room.claims);
	const rivals = listByClaim(claims.length, stacking.exclusions, ({ one, other }) => [one, other]);
	const counted: Decimal[] = claims.map(() => ZERO);
	const paid = new Set<number>();
	const out = new Set<number>();
	const got = (place: number) => counted[place] ?? ZERO;
	const support = (own: readonly number[]) =>
		supportOf(
			stacking,
			own.filter((one) => !gone.has(one) && !out.has(one) && !barred(one))
		);
	const taken = (places: readonly number[]) => sum(places.map(got));
	const holds = ({ owner, claims: own }: Room, place: number) =>
		owner === null ||
		claims[place]?.programme.id === owner ||
		own.some((one) => claims[one]?.programme.id === owner && paid.has(one));
	return claims.map((claim, place): Award => {
		const { asked } = claim;
		const nothing = (cut: Cut): Award => ({ asked, counted: ZERO, cut });
		const bar = barred(place);
		if (bar) return nothing({ kind: 'barred', rule: bar.rule, needed: bar.needed, seen: bar.seen });
		const small = gone.get(place);
		if (small) return nothing(small);
		for (const { one, other, rule } of rivals[place] ?? []) {
			const by = one === place ? other : one;
			if (!paid.has(by)) continue;
			out.add(place);
			return nothing({ kind: 'excluded', rule, by });
		}
		let most = asked;
		let cut: Cut | null = null;
		for (const { rule, claims: own, others } of stacking.deductions) {
			if (!own.includes(place)) continue;
			const used = taken(others);
			const whole = support(own);
			const left = max(ZERO, whole.minus(used).minus(taken(own)));
			if (left.lt(most))
				[most, cut] = [left, { kind: 'deducted', rule, support: whole, taken: used }];
		}
		for (const room of rooms[place] ?? []) {
			if (!holds(room, place)) continue;
			const used = taken(room.claims);
			const left = max(ZERO, room.capacity.minus(used));
			if (left.lt(most)) [most, cut] = [left, { kind: 'room', rule: room.rule, room, taken: used }];
		}
		const gets = min(asked, most);
		counted[place] = gets;
		// Decided money of which nobody knows the amount is there all the same.
		if (gets.gt(0) || (claim.isDecided && !claim.isAskedKnown)) paid.add(place);
		return { asked, counted: gets, cut };
	});
}

/** What claims of one application would get by its programme's own ceilings, before any deduction; kr. */
export function supportOf({ claims, rooms }: Rules, own: readonly number[]): Decimal {
	const programme = claims[own[0] ?? -1]?.programme.id;
	const ofProgramme = rooms.filter(({ owner }) => owner === programme);
	const upTo = (most: Decimal, isOf: (room: Room) => boolean) =>
		ofProgramme.filter(isOf).reduce((least, { capacity }) => min(least, capacity), most);
	const each = own.map((one) =>
		upTo(claims[one]?.asked ?? ZERO, (room) => room.claims.includes(one))
	);
	return upTo(sum(each), (room) => own.every((one) => room.claims.includes(one)));
}

/** For each claim those of a list that name it. */
function listByClaim<One>(
	count: number,
	all: readonly One[],
	claimsOf: (one: One) => readonly number[]
): One[][] {
	const lists = Array.from({ length: count }, (): One[] => []);
	for (const one of all) for (const place of claimsOf(one)) lists[place]?.push(one);
	return lists;
}
