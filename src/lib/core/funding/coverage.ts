import { ZERO, max, min, type Decimal } from '../decimal.ts';
import { at, type Series } from '../years.ts';
import type { NullableSeries } from './gap.ts';

/** What meets the need of a year: funding, own capacity, and what is missing; kr. Unknown where the gap is. */
export type Coverage = {
	readonly funded: Decimal;
	readonly own: Decimal | null;
	readonly missing: Decimal | null;
};

/** Per year: funding up to the need, then own capacity, then the gap; the three add up to the need. */
export function coverage(need: Series, funding: Series, gap: NullableSeries): Coverage[] {
	return need.map((needed, index) => {
		const missing = gap[index] ?? null;
		const funded = min(needed, at(funding, index));
		const own = missing && max(ZERO, needed.minus(funded).minus(missing));
		return { funded, own, missing };
	});
}
