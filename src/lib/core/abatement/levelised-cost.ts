import type { Decimal } from '../decimal.ts';
import { ZERO, settled } from '../decimal.ts';
import { dotProduct, type Series } from '../years.ts';

export type NoCostReason =
	'unknown-cost' | 'unknown-effect' | 'no-abatement' | 'negative-abatement';

/** What a tonne costs: present value of the net cost over the tonnes, discounted (primary) and not (secondary). kr/t. */
export type LevelisedCost = {
	readonly netCost: Decimal | null;
	readonly tonnes: Decimal | null;
	readonly tonnesDiscounted: Decimal | null;
	readonly costPerTonne: Decimal | null;
	readonly costPerTonneUndiscounted: Decimal | null;
	/** Why there is no cost per tonne; null when there is one. */
	readonly reason: NoCostReason | null;
};

/**
 * Levelised cost of abatement (METHODS §3 and §14, rule 7):
 *     PV(net cost) / Σ tonnes_y d_y,   and   PV(net cost) / Σ tonnes_y.
 * A null series is an unknown cost or effect. Without tonnes above zero there is no cost per tonne.
 */
export function levelisedCost(
	netCost: Series | null,
	tonnes: Series | null,
	discount: Series
): LevelisedCost {
	const presentCost = netCost && dotProduct(netCost, discount);
	const total = tonnes && tonnes.reduce((a, b) => (b.isZero() ? a : a.plus(b)), ZERO);
	const discounted = tonnes && dotProduct(tonnes, discount);
	const reason = whyNoCost(presentCost, total, discounted);
	const per = (sum: Decimal | null) =>
		reason || !presentCost || !sum ? null : presentCost.div(sum);
	return {
		netCost: presentCost,
		tonnes: total,
		tonnesDiscounted: discounted,
		costPerTonne: per(discounted),
		costPerTonneUndiscounted: per(total),
		reason
	};
}

function whyNoCost(
	cost: Decimal | null,
	total: Decimal | null,
	discounted: Decimal | null
): NoCostReason | null {
	if (cost === null) return 'unknown-cost';
	if (total === null || discounted === null) return 'unknown-effect';
	const [sum, discountedSum] = [settled(total), settled(discounted)];
	if (sum.isZero() || (sum.gt(0) && discountedSum.isZero())) return 'no-abatement';
	return sum.gt(0) && discountedSum.gt(0) ? null : 'negative-abatement';
}

/** Value of the avoided tonnes less the present net cost: Σ p_y × tonnes_y × d_y − PV(net cost). kr. */
export function netBenefit(
	presentCost: Decimal,
	tonnes: Series,
	discountedCarbonValue: Series
): Decimal {
	return dotProduct(tonnes, discountedCarbonValue).minus(presentCost);
}
