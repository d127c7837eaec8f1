import { ZERO, sum, type Decimal } from '../../src/lib/core/decimal.ts';
import type { RuleRef } from '../../src/lib/core/funding/stacking/room.ts';
import type { Rules } from '../../src/lib/core/funding/stacking/stacking.ts';

/** Whether amounts keep every rule of a stacking; the first that is broken, else null. */
export function brokenRule(stacking: Rules, amounts: readonly Decimal[]): RuleRef | null {
	const got = (place: number) => amounts[place] ?? ZERO;
	const total = (places: readonly number[]) =>
		places.reduce((sum, place) => sum.plus(got(place)), ZERO);
	const { rooms, exclusions, thresholds, deductions, claims } = stacking;
	const has = (programme: string | null, places: readonly number[]) =>
		programme === null ||
		places.some((place) => claims[place]?.programme.id === programme && got(place).gt(0));
	return (
		rooms.find((room) => has(room.owner, room.claims) && total(room.claims).gt(room.capacity))
			?.rule ??
		exclusions.find(({ one, other }) => got(one).gt(0) && got(other).gt(0))?.rule ??
		thresholds.find(
			({ claims: own, least }) =>
				total(own).gt(0) &&
				total(own).lt(least) &&
				own.every((place) => !claims[place]?.isDecided && claims[place]?.isAskedKnown)
		)?.rule ??
		deductions.find(
			({ claims: own, others }) =>
				own.every((place) => !claims[place]?.isDecided) &&
				total(own).gt(0) &&
				total([...own, ...others]).gt(sum(own.map((place) => claims[place]?.asked ?? ZERO)))
		)?.rule ??
		null
	);
}
