import { Decimal } from '../../core/decimal.ts';
import { readAmount } from '../forms/amount.ts';

/** What amounts as typed come to together; null: one of them is not known. */
export function sumOfTyped(amounts: readonly string[]): Decimal | null {
	return amounts.reduce<Decimal | null>((sum, typed) => {
		const read = readAmount(typed);
		return sum && read.kind === 'value' ? sum.plus(read.value) : null;
	}, new Decimal(0));
}
