import type { NoCostReason } from '../../src/lib/core/abatement/levelised-cost.ts';
import type { MethodSettings } from '../../src/lib/core/plan/method-settings.ts';
import {
	ONE,
	ZERO,
	add,
	div,
	floored,
	mul,
	sign,
	sub,
	sum,
	whole,
	type Rational
} from './rational.ts';
import type { Book } from './oracle-book.ts';
import type { PlacedItem, PlacedMeasure } from './oracle-place.ts';
import {
	annuityFactor,
	at,
	present,
	together,
	type Clock,
	type Maybe,
	type Yearly
} from './oracle-time.ts';

/** Stand-alone figures of a measure, whole project, as placed (rules 4 to 7). */
export type MeasureOracle = {
	readonly id: string;
	/** Present value of the net cost. */
	readonly netCost: Maybe;
	readonly residualValue: Maybe;
	readonly tonnes: Maybe;
	readonly tonnesDiscounted: Maybe;
	readonly costPerTonne: Maybe;
	readonly costPerTonneUndiscounted: Maybe;
	readonly netBenefit: Maybe;
	readonly reason: NoCostReason | null;
};

export function measureFigures(book: Book, measure: PlacedMeasure): MeasureOracle {
	const { clock } = book;
	const residualValue = residual(clock, measure, book.plan.settings.method);
	const netCost = presentNetCost(clock, measure, residualValue);
	const effect = measure.isEffectKnown ? together(clock, [...measure.effects.values()]) : null;
	const tonnes = effect && sum(effect);
	const tonnesDiscounted = effect && present(clock, effect);
	const reason = reasonOf(netCost, effect && [sum(effect), present(clock, effect)]);
	return {
		id: measure.id,
		netCost,
		residualValue,
		tonnes,
		tonnesDiscounted,
		costPerTonne: reason === null ? quotient(netCost, tonnesDiscounted) : null,
		costPerTonneUndiscounted: reason === null ? quotient(netCost, tonnes) : null,
		netBenefit: effect && netCost && netBenefit(clock, effect, netCost),
		reason
	};
}

/** Carbon value of the tonnes, discounted, less the present net cost. */
export function netBenefit(clock: Clock, tonnes: Yearly, netCost: Rational): Rational {
	const worth = tonnes.map((one, index) => mul(one, at(clock.carbonPrice, index)));
	return sub(present(clock, worth), netCost);
}

/**
 * The first reason that holds why a tonne has no cost. Rule 7 does not say which sum of tonnes decides, discounted or
 * not; here each must be above zero, so that a measure without a reason has both costs per tonne.
 */
function reasonOf(netCost: Maybe, tonnes: readonly Rational[] | null): NoCostReason | null {
	if (netCost === null) return 'unknown-cost';
	if (tonnes === null) return 'unknown-effect';
	return noAbatement(...tonnes);
}

export function noAbatement(...sums: readonly Rational[]): NoCostReason | null {
	if (sums.some((tonnes) => sign(tonnes) === 0)) return 'no-abatement';
	return sums.some((tonnes) => sign(tonnes) < 0) ? 'negative-abatement' : null;
}

function quotient(cost: Maybe, tonnes: Maybe): Maybe {
	return cost && tonnes && div(cost, tonnes);
}

/** Rule 5. */
function presentNetCost(clock: Clock, { items }: PlacedMeasure, residualValue: Maybe): Maybe {
	const known = items.flatMap(({ kind, flow }) => (flow ? [{ kind, flow }] : []));
	if (known.length < items.length || residualValue === null) return null;
	const presents = known.map(({ kind, flow }) => {
		const value = present(clock, flow);
		return kind === 'capex' || kind === 'opex' ? value : sub(ZERO, value);
	});
	return sub(sum(presents), mul(residualValue, at(clock.discount, clock.years.length - 1)));
}

/** Rule 4: unknown when the amount of a capex item is. */
function residual(clock: Clock, { items }: PlacedMeasure, method: MethodSettings): Maybe {
	let result = ZERO;
	for (const item of items) {
		if (item.kind !== 'capex') continue;
		if (item.flow === null) return null;
		item.flow.forEach((amount, index) => {
			const used = clock.years.length - 1 - index;
			result = add(result, mul(amount, shareLeft(clock, item, used, method)));
		});
	}
	return result;
}

/** What part of an asset is left after so many years of use. */
function shareLeft(
	clock: Clock,
	item: PlacedItem,
	used: number,
	{ residualValue }: MethodSettings
): Rational {
	if (item.isLand) return ONE;
	if (item.life === null || used >= item.life) return ZERO;
	if (residualValue === 'linear') return floored(sub(ONE, div(whole(used), whole(item.life))));
	const rate = clock.discountRate;
	return div(annuityFactor(rate, item.life - used), annuityFactor(rate, item.life));
}
