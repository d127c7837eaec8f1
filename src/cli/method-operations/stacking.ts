import { sum, type Decimal } from '../../lib/core/decimal.ts';
import { waterfall } from '../../lib/core/funding/stacking/waterfall.ts';
import type { Room } from '../../lib/core/funding/stacking/room.ts';
import { decimal, rows, type Inputs, type Operations } from './inputs.ts';

/** One cost and the sources that would pay of it, each with its rate of its own base and its largest amount. */
export function sourcesOn({ cost, public_cap: publicCap, sources }: Inputs) {
	const whole = decimal(cost);
	const all = rows(sources).map((source) => ({
		share: decimal(source['rate']).times(decimal(source['eligible'] ?? cost)),
		most: source['max_amount'] === undefined ? null : decimal(source['max_amount']),
		isPublic: source['public'] !== false
	}));
	const places = all.map((_, place) => place);
	const room = (capacity: Decimal, claims: readonly number[]): Room => ({
		rule: { pattern: '', evidence: null },
		label: { sv: '', en: '' },
		capacity,
		parts: [],
		made: 'product',
		open: null,
		claims,
		owner: null
	});
	return {
		cost: whole,
		claims: all.map((_, place) => ({
			asked: whole,
			isDecided: false,
			isAskedKnown: true,
			programme: { id: String(place) }
		})),
		rooms: [
			room(whole, places),
			...(publicCap === undefined
				? []
				: [
						room(
							whole.times(decimal(publicCap)),
							places.filter((place) => all[place]?.isPublic)
						)
					]),
			...all.flatMap(({ share, most }, place) => [
				room(share, [place]),
				...(most ? [room(most, [place])] : [])
			])
		]
	};
}

/** Stacking of sources on one cost. */
export const stackingOperations: Operations = {
	stack_waterfall: (inputs) => {
		const { cost, ...stack } = sourcesOn(inputs);
		const awards = waterfall({ ...stack, exclusions: [], thresholds: [], deductions: [] }).map(
			({ counted }) => counted
		);
		const total = sum(awards);
		return { awards, total, own_share: cost.minus(total) };
	}
};
