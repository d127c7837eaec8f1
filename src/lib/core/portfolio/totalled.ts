import { totalOf, type NullableSeries } from '../funding/gap.ts';
import type { Totalled } from './evaluation.ts';

export function totalled(perYear: NullableSeries): Totalled {
	return { perYear, total: totalOf(perYear) };
}
