import { ZERO, max, sum, type Decimal } from '../decimal.ts';
import { expectedShortfall, probabilityAllFunded, type AwardInYear } from './awards.ts';

/** What uncertain awards do to one need: the mean gap, the worst gap, the chance of none, and the gap at the mean award. kr. */
export type AwardOutlook = {
	readonly expectedGap: Decimal;
	readonly worstGap: Decimal;
	readonly probabilityFunded: Decimal;
	/** Never larger than the expected gap, which is why it is not the same (METHODS §8). */
	readonly gapAtExpectedAwards: Decimal;
};

/** A need in one year, own money against it, and independent awards won in full or lost (METHODS §8). */
export function awardOutlook(
	need: Decimal,
	own: Decimal,
	awards: readonly AwardInYear[]
): AwardOutlook {
	const shortfall = max(ZERO, need.minus(own));
	const mean = sum(awards.map(({ amount, probability }) => amount.times(probability)));
	return {
		expectedGap: expectedShortfall(shortfall, awards),
		worstGap: shortfall,
		probabilityFunded: probabilityAllFunded(
			[shortfall],
			awards.map(({ amount, probability }) => ({ perYear: [amount], probability }))
		),
		gapAtExpectedAwards: max(ZERO, shortfall.minus(mean))
	};
}
